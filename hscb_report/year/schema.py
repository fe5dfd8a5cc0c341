"""The content language as JSON Schema (draft 2020-12), so that editors complete and underline it.

The models say it all: types, choices, descriptions. What their validators say in code, and a
schema can say too, is added here.
"""

from __future__ import annotations

import json
from typing import Any

FILES = {"content": "schema.json", "board": "board-schema.json"}
"""What there is a schema of, a year's content file and the board's file; and the file in the
content folder that holds each.
"""

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


def schema(kind: str = "content") -> dict[str, Any]:
    """The schema of a kind of file.

    Args:
        kind: one of ``FILES``.
    """
    from pydantic import BaseModel
    from pydantic.json_schema import GenerateJsonSchema

    from hscb_report.summary.board import Board
    from hscb_report.summary.document import Summary

    class Untitled(GenerateJsonSchema):
        """A key is its own title."""

        def field_title_should_be_set(self, schema: Any) -> bool:
            """Never."""
            return False

    models: dict[str, type[BaseModel]] = {"content": Summary, "board": Board}
    made = models[kind].model_json_schema(schema_generator=Untitled)
    for name, rules in (("Figure", ("missing", "time")), ("Point", ("missing",))):
        if name in made.get("$defs", {}):
            made["$defs"][name]["allOf"] = [rule for key in rules for rule in _RULES[key]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_tidied(made)}


def schema_text(kind: str = "content") -> str:
    """The same as text, always in the same order."""
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
