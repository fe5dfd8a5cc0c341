"""What the page is told, as plain data: problems, fields, what is left to look at, pages."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, get_args

from hscb_report.brand.colours import TOKENS
from hscb_report.build import Built
from hscb_report.errors import Problem, shown_path
from hscb_report.preview import hints
from hscb_report.preview.desk import View
from hscb_report.preview.fields import Field
from hscb_report.preview.page import called
from hscb_report.preview.spots import Spot
from hscb_report.preview.standing import Standing
from hscb_report.summary.document import Summary
from hscb_report.year.reviewing import Left

CHOICES = {"content.status": get_args(Summary.model_fields["status"].annotation)}
"""Of what can only be one of a few words."""


def standing(here: Standing, may_undo: bool) -> dict[str, Any]:
    """What the files say."""
    listed = here.listed
    return {
        "version": here.version,
        "good": here.material is not None,
        "draft": here.draft,
        "undo": may_undo,
        "problems": [problem(one, listed.fields) for one in listed.problems],
        "fields": [_field(one) for one in listed.fields],
        "left": [_left(one, listed.fields) for one in listed.left],
    }


def problem(one: Problem, fields: Sequence[Field]) -> dict[str, Any]:
    """One thing that is wrong, with the field in which it can be put right."""
    field = _field_at(one, fields)
    return {
        "severity": "accepted" if one.accepted else one.severity,
        "message": hints.message(one),
        "hint": hints.hint(one, bool(field)),
        "typed": one.typed,
        "because": one.accepted,
        "where": one.where,
        "part": one.part,
        "source": one.place.source.strip() if one.place else "",
        "field": field,
    }


def view(seen: View) -> dict[str, Any]:
    """An edition as it can be looked at."""
    made = seen.seen
    known = seen.good.listed.fields if seen.good and seen.problems else []
    return {
        "version": seen.version,
        "stale": seen.stale,
        "html": _digest(made.html) if made and made.html else "",
        "problems": [problem(one, known) for one in seen.problems],
        "sheets": [
            {
                "id": one.id,
                "name": one.name,
                "width": one.width,
                "height": one.height,
                "folds": list(one.folds),
                "words": one.words,
            }
            for one in (made.sheets if made else [])
        ],
    }


def spots(pages: Sequence[Sequence[Spot]]) -> list[list[dict[str, Any]]]:
    """Where what can be changed is, on each page."""
    return [
        [{"box": [round(side, 5) for side in one.box], "field": one.field} for one in page]
        for page in pages
    ]


def built(one: Built) -> list[dict[str, Any]]:
    """The files of an edition that was built, with how large they are."""
    return [
        {
            "name": path.name,
            "edition": called(one.edition) if path == one.path else "",
            "path": shown_path(path),
            "pages": one.pages if path == one.path else 0,
            "size": one.size if path == one.path else path.stat().st_size,
        }
        for path in (one.path, *one.beside)
    ]


def _digest(data: bytes) -> str:
    """Changes with what is shown, and with nothing else."""
    return hashlib.blake2b(data, digest_size=12).hexdigest()


def _field(one: Field) -> dict[str, Any]:
    return {
        "id": one.id,
        "group": one.group,
        "part": one.part,
        "name": one.name,
        "kind": one.kind,
        "value": one.value,
        "where": f"{shown_path(one.place.file)}:{one.place.line}",
        "about": TOKENS.get(one.name, "") if one.kind == "colour" else "",
        "choices": list(CHOICES.get(one.id, ())),
    }


def _left(one: Left, fields: Sequence[Field]) -> dict[str, Any]:
    key = one.key.replace(" > ", ".")
    near = key if key.partition(".")[0] == "board" else f"content.{key}"
    return {
        "key": one.key,
        "why": one.why,
        "where": f"{shown_path(one.place.file)}:{one.place.line}",
        "said": [text for _, text in one.words],
        "field": _first_below(near, fields),
    }


def _field_at(one: Problem, fields: Sequence[Field]) -> str:
    if not one.place or not one.key:
        return ""
    of_board = any(known.of_board and known.place.file == one.place.file for known in fields)
    near = ".".join(["board" if of_board else "content", *map(str, one.key)])
    return _first_below(near, fields)


def _first_below(near: str, fields: Sequence[Field]) -> str:
    return next((one.id for one in fields if f"{one.id}.".startswith(f"{near}.")), "")
