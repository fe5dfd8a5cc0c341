"""The content language as JSON Schema (draft 2020-12), so that editors complete and underline it.

The models say it all: types, choices, descriptions. What their validators say in code, and a
schema can say too, is added here.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from hscb_report.errors import Problem, UsageError, shown_path
from hscb_report.files import is_there, place, size_of, take

FILES = {
    "content": "schema.json",
    "board": "board-schema.json",
    "figures": "figures-schema.json",
}
"""What there is a schema of, a year's content file, the board's file and a file that is included;
and the file in the content folder that holds each.
"""

_MOST_BYTES = 5_000_000
"""A schema has some 100,000."""

_RULES: dict[str, list[dict[str, Any]]] = {
    "missing": [
        {
            "if": {
                "type": "object",
                "properties": {"value": {"type": "null"}},
                "required": ["value"],
            },
            "then": {"required": ["symbol", "reason"]},
        }
    ],
    "time": [{"oneOf": [{"required": ["period"]}, {"required": ["as_at"]}]}],
}
"""A missing value says why; a figure is of a period or of a day."""

_OF = {"Figure": ("missing", "time"), "Previous": ("missing",), "Point": ("missing",)}
"""Which of them is said of which part."""


def schema(kind: str = "content") -> dict[str, Any]:
    """The schema of a kind of file.

    Args:
        kind: one of ``FILES``.
    """
    from pydantic import BaseModel
    from pydantic.json_schema import GenerateJsonSchema

    from hscb_report.summary.board import Board
    from hscb_report.summary.document import Included, Summary

    class Untitled(GenerateJsonSchema):
        """A key is its own title."""

        def field_title_should_be_set(self, schema: Any) -> bool:
            """Never."""
            return False

    models: dict[str, type[BaseModel]] = {"content": Summary, "board": Board, "figures": Included}
    made = models[kind].model_json_schema(schema_generator=Untitled)
    for name, rules in _OF.items():
        if name in made.get("$defs", {}):
            made["$defs"][name]["allOf"] = [rule for key in rules for rule in _RULES[key]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_tidied(made)}


@cache
def schema_text(kind: str = "content") -> str:
    """The same as text, always in the same order; worked out once, which takes a tenth of a second
    for each kind.
    """
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def _tidied(part: Any) -> Any:
    """No defaults that say nothing; names that fit no pattern are no names."""
    if isinstance(part, list):
        return [_tidied(one) for one in part]
    if not isinstance(part, dict):
        return part
    kept = {
        key: _tidied(value)
        for key, value in part.items()
        if not (key == "default" and value is None) and key != "discriminator"
    }
    return kept | ({"additionalProperties": False} if "patternProperties" in kept else {})


_BEGINNING = re.compile(rb'\s*\{\s*"\$schema"\s*:\s*"[^"]{0,40}json-schema\.org')


def write_schema(kind: str, output: Path) -> Path:
    """Write the schema of a kind of file; one that is there already is written anew.

    Raises:
        UsageError: what is there is no schema.
        FileError: it cannot be written.
    """
    if is_there(output) and not _is_schema(output):
        raise UsageError(
            Problem(
                "exists",
                f"{shown_path(output)} is there already and is no schema, so it is not overwritten",
                f"name another file, such as content/{FILES[kind]}",
            )
        )
    return place(output, schema_text(kind).encode("utf-8"))


def _is_schema(file: Path) -> bool:
    """Whether a file is a JSON Schema, as this tool writes them: by how it begins, for a parser of
    JSON may break on what others nested.
    """
    return size_of(file) <= _MOST_BYTES and bool(_BEGINNING.match(take(file)))
