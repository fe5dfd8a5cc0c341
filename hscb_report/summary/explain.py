"""Validation errors in plain words, each with the next step.

Raw pydantic errors pass through small ordered improvers; the first that knows the case
wins (the habit is Quarto's). Every error keeps the place of the value it is about.
"""

from __future__ import annotations

from collections.abc import Callable

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from hscb_report.errors import Problem
from hscb_report.summary import (
    mistaken_keys,
    mistaken_languages,
    mistaken_names,
    mistaken_numbers,
    mistaken_values,
)
from hscb_report.summary.mistake import Better, Mistake, key_path
from hscb_report.summary.tree import KeyPath, Tree


def problems_of(error: ValidationError, model: type[BaseModel], tree: Tree) -> list[Problem]:
    """Every error of a validation as a Problem with its place, in the order of the file; what is
    said of several keys of one part in the same words is said at the first, and a key that is
    misspelt is not missing as well.
    """
    wrong = [Mistake(raw, _path(raw, tree), model, tree) for raw in error.errors(include_url=False)]
    misspelt = {(*one.path[:-1], meant) for one in wrong if (meant := mistaken_keys.meant(one))}
    found = [_problem(one) for one in wrong if one.kind != "missing" or one.path not in misspelt]
    first: dict[tuple[str, str, KeyPath], Problem] = {}
    for problem in sorted(found, key=lambda problem: problem.spot):
        said = problem.message if problem.code in ("comma", "colon") else str(problem.key)
        first.setdefault((problem.code, said, problem.key[:-1]), problem)
    return list(first.values())


def _path(raw: ErrorDetails, tree: Tree) -> KeyPath:
    path = key_path(raw["loc"], tree.data)
    return (*path, "kind") if raw["type"] == "union_tag_invalid" else path


def _problem(wrong: Mistake) -> Problem:
    about_key = wrong.kind in {"extra_forbidden", "missing"} or "[key]" in wrong.loc
    better = next(
        (better for improve in _IMPROVERS if (better := improve(wrong))),
        (wrong.kind.replace("_", "-"), wrong.message[:1].lower() + wrong.message[1:], ""),
    )
    place = wrong.tree.place(wrong.path, key=about_key)
    code, message, hint = better[:3]
    return Problem(code, message, hint, place, wrong.path, typed="".join(better[3:]))


_HINTS = {
    "blank": "write the words, or remove the key",
    "unexplained": "add symbol: x and reason: why it is missing; never guess a number",
    "symbol-for-value": "use c, low, u, x or z for a missing value",
    "include": "write a folder beside this file, and the files in it, such as figures/*.yaml",
    "no-place": "write keys with > between them, such as sections > 5 > heading",
    "when": "write period: 2017-18, or as_at: 2018-03-31, and not both",
    "long-version": "write it in short, such as 0.3",
    "negative": "check the number; a change below zero has unit: points (percentage points), "
    "unit: difference or unit: pounds",
    "over-100": "check the number, or remove unit: percent",
    "fraction": "write a whole number, or give its unit, such as unit: percent, or unit: number "
    "for an average",
    "show": "remove show, or write unit: pounds",
    "too-small-to-show": "remove show, so that it is printed in full",
    "bound-for-missing": "remove bound, or write the value",
    "bound-below-zero": "write bound: about, or remove bound",
    "empty-bound": "check value and bound: over is more than the value, under is less",
    "order": "write the earliest year first, each once",
    "one-of": "keep one of the two keys figures and series",
    "by-place": "take by: place out; the bars of a series are its years",
    "outside": "copy it into the content folder, and write its path from there, such as "
    "pictures/hall.jpg",
    "on-the-web": "save it in the content folder, and write its path from there, such as "
    "pictures/hall.jpg",
    "share": "write from the left and from the top, such as [0.5, 0.3]",
    "no-consent": "add consent: and the day, such as 2018-05-01; without consent take another "
    "picture, or write people: false if nobody can be recognised",
    "list-start": "leave an empty line above it if it begins a list; if not, let the line before "
    "it end with the dash",
    "list-level": "begin all entries below one another; there is one level",
    "list-empty": 'write them behind its "- ", or delete the line',
    "list-sign": 'begin each entry with "- "',
    "list-numbered": 'begin each entry with "- ", without a number; for what is in an order, there '
    "is kind: priorities",
    "spoken-dash": "write who said it under who, in general words; lists stand in kind: text",
    "row-label": "write it before the names, with a colon behind it, such as "
    "- Neglect: [before, now]",
    "row-figures": "write their names behind it, such as - Neglect: [before, now]",
    "row-keys": 'write each on a line of its own, with "- " before it',
    "meaning": "write {value: 0}, or {symbol: x, reason: Not available.}",
    "one-cover": "keep one of the keys section, figures and picture",
}


def _own(wrong: Mistake) -> Better:
    return (wrong.kind, wrong.message, _HINTS[wrong.kind]) if wrong.kind in _HINTS else None


def _not_indented(wrong: Mistake) -> Better:
    """A text whose words stand below its key, and not further in."""
    line = wrong.tree.place(wrong.path).source.rstrip()
    if wrong.kind != "blank" or not line.endswith((": |", ": >", ": |-", ": >-")):
        return None
    return (
        wrong.kind,
        "this text is empty, for what stands below it is not indented",
        "begin its words two spaces further in than the key",
    )


def _number_came(wrong: Mistake) -> Better:
    """A number that was put in where there was none, and what stood in its place was left."""
    if wrong.kind != "symbol-for-missing" or not isinstance(wrong.value, dict):
        return None
    left = "symbol and reason" if "reason" in wrong.value else "symbol"
    return (
        wrong.kind,
        wrong.message,
        f"delete {left}; or, if there is no number after all, write value: null",
    )


_IMPROVERS: tuple[Callable[[Mistake], Better], ...] = (
    mistaken_numbers.in_braces,
    mistaken_keys.split_number,
    mistaken_keys.unknown_key,
    mistaken_keys.missing,
    mistaken_keys.kind,
    mistaken_names.row,
    mistaken_names.number_in_row,
    mistaken_names.several,
    mistaken_names.place,
    mistaken_values.number,
    mistaken_values.date,
    mistaken_names.in_brackets,
    mistaken_values.text,
    mistaken_keys.shape,
    mistaken_keys.amount,
    mistaken_values.colour,
    mistaken_values.pattern,
    mistaken_values.choice,
    mistaken_languages.language,
    mistaken_languages.lang,
    _not_indented,
    _number_came,
    _own,
)
