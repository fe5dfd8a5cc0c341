"""Mistakes where figures are named: rows, lists of names, a place for a name."""

from __future__ import annotations

import re
from decimal import Decimal

from hscb_report.summary.mistake import Better, Mistake
from hscb_report.summary.retyped_rows import is_row, row_as_typed

_NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_SEVERAL = re.compile(rf"\(?\s*({_NAME}(?:(?:\s*,\s*|\s+){_NAME})+)\s*[)\]]?")
_LISTS = {"figures", "items", "series", "beside"}
"""Keys under which several names may stand."""


def row(wrong: Mistake) -> Better:
    """A row whose colon or brackets are missing, or are others."""
    in_row = wrong.loc[-2:-1] == ("figures",) or wrong.loc[-1:] == ("figures",)
    if wrong.kind != "row-figures" and not (wrong.kind == "string_pattern_mismatch" and in_row):
        return None
    place = wrong.tree.place(wrong.path)
    typed = row_as_typed(place.source) if is_row(wrong.tree.lines, place.line or 1) else ""
    if not typed or typed == place.source:
        return None
    said = wrong.message if wrong.kind == "row-figures" else f'"{wrong.shown}" is not one name'
    hint = "write the label, a colon, and the names in brackets, with commas between them"
    return "row-figures", said, hint, typed


def number_in_row(wrong: Mistake) -> Better:
    """A number where a row names a figure."""
    typed = isinstance(wrong.value, (int, Decimal)) and not isinstance(wrong.value, bool)
    if wrong.kind != "string_type" or not typed or wrong.loc[-2:-1] != ("figures",):
        return None
    return (
        "number-typed",
        f"{wrong.shown} is a number, and names of figures stand here",
        f"write it under figures, by a name of your choice, with value: {wrong.shown}; and that "
        "name here",
    )


def several(wrong: Mistake) -> Better:
    """Several names that stand in one text: they have no brackets, or no commas."""
    if wrong.kind != "string_pattern_mismatch" or not _LISTS & {*map(str, wrong.path[-2:])}:
        return None
    typed = wrong.tree.raw.get(wrong.path, "")
    if not (found := _SEVERAL.fullmatch(typed.strip())):
        return None
    names = re.findall(_NAME, found[1])
    in_list = isinstance(wrong.path[-1], int)
    line = wrong.tree.place(wrong.path).source
    new = line.replace(typed, ", ".join(names) if in_list else f"[{', '.join(names)}]", 1)
    return (
        "several-names",
        f'"{wrong.shown}" is not one name',
        "write commas between names" if in_list else "write several names in brackets",
        new if line.count(typed) == 1 else "",
    )


def place(wrong: Mistake) -> Better:
    """The name of a place where figures are named."""
    if wrong.kind != "string_pattern_mismatch" or "beside" not in wrong.path[-2:]:
        return None
    figures = wrong.tree.data.get("figures")
    said = wrong.shown.strip().casefold()
    found = [
        name
        for name, one in (figures.items() if isinstance(figures, dict) else [])
        if isinstance(one, dict) and str(one.get("place", "")).casefold() == said
    ]
    return (
        "place-for-name",
        f'"{wrong.shown}" is no name of a figure',
        f"beside names figures of other places; of {wrong.shown} there is {' and '.join(found[:3])}"
        if found
        else "beside names figures of other places: write a figure with place: "
        f"{wrong.shown} under figures, and its name here",
    )


def in_brackets(wrong: Mistake) -> Better:
    """One text that stands in brackets or braces."""
    value = wrong.value
    if isinstance(value, dict) and len(value) == 1 and next(iter(value.values())) is None:
        value = list(value)
    one = isinstance(value, list) and len(value) == 1 and isinstance(value[0], (str, int))
    if wrong.kind != "string_type" or not one or wrong.path[-1] in ("text", "introduction"):
        return None
    line = wrong.tree.place(wrong.path).source
    bracketed = re.compile(rf"[\[{{]\s*({re.escape(str(value[0]))})\s*[\]}}]")
    return (
        "text",
        "a text is needed here, not a list: it has no brackets around it",
        f"write {value[0]}",
        bracketed.sub(r"\1", line) if len(bracketed.findall(line)) == 1 else "",
    )
