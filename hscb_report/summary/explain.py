"""Validation errors in plain words, each with the next step.

Raw pydantic errors pass through small ordered improvers; the first that knows the case
wins (the habit is Quarto's). Every error keeps the place of the value it is about.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
import typing
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from pydantic import BaseModel, ValidationError

from hscb_report.errors import Problem
from hscb_report.summary.tree import KeyPath, Tree

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}
"""The number of a month, by its name in small letters."""


def problems_of(error: ValidationError, model: type[BaseModel], tree: Tree) -> list[Problem]:
    """Every error of a validation as a Problem with its place, in the order of the file."""
    found = [_problem(raw, model, tree) for raw in error.errors(include_url=False)]
    return sorted(found, key=lambda p: (p.place.line, p.place.column) if p.place else (0, 0))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The known word nearest to ``word``, or empty."""
    close = difflib.get_close_matches(str(word).lower(), list(known), n=1, cutoff=0.7)
    return close[0] if close else ""


def suggestion(word: str, known: Iterable[str], what: str) -> str:
    """A next step for a word that is not known: the nearest one, or all there are."""
    known = sorted(known)
    if near := did_you_mean(word, known):
        return f'did you mean "{near}"?' + (
            f" The {what} are: {', '.join(known)}" if len(known) < 16 else ""
        )
    if not known:
        return f"there are no {what} yet"
    return f"the {what} are: {', '.join(known[:30])}{', …' if len(known) > 30 else ''}"


def _problem(raw: dict[str, Any], model: type[BaseModel], tree: Tree) -> Problem:
    path = key_path(raw["loc"], tree.data)
    if raw["type"] == "union_tag_invalid":
        path = (*path, "kind")
    about_key = raw["type"] in {"extra_forbidden"} or "[key]" in raw["loc"]
    for improve in _IMPROVERS:
        if better := improve(raw, path, model, tree):
            code, message, hint = better
            break
    else:
        code, message, hint = (
            raw["type"].replace("_", "-"),
            raw["msg"][:1].lower() + raw["msg"][1:],
            "",
        )
    return Problem(
        code, message, hint, tree.place(path, key=about_key or raw["type"] == "missing"), path
    )


def key_path(loc: tuple[str | int, ...], data: Any) -> KeyPath:
    """Pydantic's location without what is not in the file (the tags of unions, ``[key]``)."""
    path: list[str | int] = []
    for position, part in enumerate(loc):
        last = position == len(loc) - 1
        if part == "[key]":
            continue
        if (isinstance(data, dict) and part in data) or (
            isinstance(data, list) and isinstance(part, int) and part < len(data)
        ):
            data = data[part]
            path.append(part)
        elif last and isinstance(data, dict) and not isinstance(part, int):
            path.append(part)
    return tuple(path)


def model_at(model: Any, loc: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model that validated the value at ``loc``."""
    if isinstance(model, type) and issubclass(model, BaseModel):
        if not loc:
            return model
        field = model.model_fields.get(str(loc[0]))
        return model_at(field.annotation, loc[1:]) if field else None
    origin, arguments = typing.get_origin(model), typing.get_args(model)
    if origin is typing.Annotated:
        return model_at(arguments[0], loc)
    if origin is dict:
        return model_at(arguments[1], loc[1:])
    if origin is list:
        return model_at(arguments[0], loc[1:])
    members = [member for member in arguments if member is not type(None)]
    if len(members) == 1:
        return model_at(members[0], loc)
    for member in members:  # a union told apart by its kind, which stands in the location
        if (
            loc
            and isinstance(member, type)
            and "kind" in member.model_fields
            and loc[0] in typing.get_args(member.model_fields["kind"].annotation)
        ):
            return model_at(member, loc[1:])
    return None


def _value(tree: Tree, path: KeyPath) -> Any:
    data = tree.data
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _shown(tree: Tree, path: KeyPath) -> str:
    text = tree.raw.get(path, "")
    return text if len(text) <= 40 else text[:39] + "…"


Better = tuple[str, str, str] | None


def _split_number(raw: dict, path: KeyPath, model: type[BaseModel], tree: Tree) -> Better:
    """``{value: 77,602}``: in braces the comma ends the value, and 602 becomes a key."""
    if (
        raw["type"] != "extra_forbidden"
        or not re.fullmatch(r"\d{3}", str(path[-1]))
        or _value(tree, path) is not None
    ):
        return None
    parent = _value(tree, path[:-1])
    before = [key for key in parent if isinstance(parent[key], int)]
    if not before:
        return None
    head = tree.raw.get((*path[:-1], before[-1]), "")
    return (
        "comma",
        f"the number {head},{path[-1]} has a comma in it",
        f"write {head}{path[-1]}, without the comma",
    )


def _unknown_key(raw: dict, path: KeyPath, model: type[BaseModel], tree: Tree) -> Better:
    if raw["type"] != "extra_forbidden":
        return None
    here = model_at(model, raw["loc"][:-1])
    known = list(here.model_fields) if here else []
    if "text" in known and " " in str(path[-1]) + " " and len(_value(tree, path[:-1]) or ()) == 1:
        return (
            "colon",
            f'the ":" behind "{path[-1]}" makes a key of it',
            "put quotes around the whole text",
        )
    return (
        "unknown-key",
        f'"{path[-1]}" is not a key that is known here',
        suggestion(str(path[-1]), known, "keys"),
    )


def _missing(raw: dict, path: KeyPath, model: type[BaseModel], tree: Tree) -> Better:
    if raw["type"] != "missing":
        return None
    here = model_at(model, raw["loc"][:-1])
    if path[-1] == "text" and len(_value(tree, path[:-1]) or ()) == 1:
        return (
            "colon",
            'the ":" in this text makes a key of its beginning',
            "put quotes around the whole text",
        )
    field = here.model_fields.get(str(path[-1])) if here else None
    about = (
        f": {field.description[:1].lower()}{field.description[1:]}"
        if field and field.description
        else ""
    )
    return "missing-key", f'"{path[-1]}" is missing', f"add {path[-1]}{about.rstrip('.')}"


def _kind(raw: dict, path: KeyPath, model: type[BaseModel], tree: Tree) -> Better:
    if raw["type"] == "union_tag_not_found":
        return "missing-kind", "this block does not say its kind", "add kind, such as kind: text"
    if raw["type"] != "union_tag_invalid":
        return None
    known = re.findall(r"'([^']+)'", raw["ctx"]["expected_tags"])
    return (
        "unknown-kind",
        f'there is no block of kind "{raw["ctx"]["tag"]}"',
        suggestion(raw["ctx"]["tag"], known, "kinds"),
    )


def _number(raw: dict, path: KeyPath, model: type[BaseModel], tree: Tree) -> Better:
    if raw["type"] not in {"number", "ink"}:
        return None
    value, text = _value(tree, path), _shown(tree, path).strip()
    if raw["type"] == "ink":
        return "ink", raw["msg"], "write it without a % sign"
    if isinstance(value, bool):
        return (
            "yes-no",
            f'"{text}" is a yes or no, and a number is needed',
            "write the number in digits",
        )
    bare = re.sub(r"[,\s]", "", text)
    if re.fullmatch(r"-?\d+(\.\d+)?", bare) and bare != text:
        return "comma", f'"{text}" has a comma or a space in it, so it is a text', f"write {bare}"
    if re.fullmatch(r"-?\d+(\.\d+)?%", bare):
        return (
            "percent-sign",
            f'"{text}" has a % sign in it, so it is a text',
            f"write {bare[:-1]} and add unit: percent",
        )
    if re.fullmatch(r"£\d+(\.\d+)?", bare):
        return (
            "pound-sign",
            f'"{text}" has a £ sign in it, so it is a text',
            f"write {bare[1:]} and add unit: pounds",
        )
    if re.fullmatch(r"0\d+", text):
        return (
            "leading-zero",
            f'"{text}" begins with 0, so it is a text',
            f"write {text.lstrip('0') or 0}",
        )
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return "quoted-number", f'"{text}" stands in quotes, so it is a text', "remove the quotes"
    message = f'"{text}" is not a number' if text else "this is not a number"
    return (
        "number",
        message,
        "write it in digits; if it is missing, write value: null, symbol: x and reason: why",
    )


def _date(raw: dict, path: KeyPath, model: type[BaseModel], tree: Tree) -> Better:
    if raw["type"] != "date_type":
        return None
    text = _shown(tree, path)
    found = re.fullmatch(
        r"(\d{1,2})(?:st|nd|rd|th)?[ /.-]([A-Za-z]+|\d{1,2})[ /.,-]+(\d{4})", text.strip()
    )
    hint = "write year-month-day, such as 2018-03-31, without quotes"
    if found:
        month = MONTHS.get(found[2].lower()) or (int(found[2]) if found[2].isdigit() else 0)
        with suppress(ValueError):
            hint = f"write {dt.date(int(found[3]), month, int(found[1])).isoformat()}"
    elif re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
        hint = f"write {text.strip()}, without quotes"
    return "date", f'"{text}" is not a date as it is written here', hint


def _text(raw: dict, path: KeyPath, model: type[BaseModel], tree: Tree) -> Better:
    if raw["type"] != "string_type":
        return None
    value, shown = _value(tree, path), _shown(tree, path)
    if value is None:
        line = tree.place(path).source
        if "#" in line:
            return (
                "comment",
                "nothing is left here: # begins a comment",
                'put quotes around the text, such as "#12436D"',
            )
        return (
            "empty",
            "a text is needed here, and there is none",
            "write the words, or remove the key",
        )
    if isinstance(value, bool):
        return "yes-no", f'"{shown}" is read as a yes or no here', f'put it in quotes: "{shown}"'
    if isinstance(value, (dict, list)):
        return (
            "text",
            "a text is needed here, not a list or more keys",
            'put quotes around a text that holds ": "',
        )
    if path and ("figure" in path[-1:] or "figures" in path[-2:]):
        return (
            "text",
            f'"{shown}" is a number, and the name of a figure is needed',
            "write the number under figures, and its name here",
        )
    return "text", f'"{shown}" is read as a number or date here', f'put it in quotes: "{shown}"'


def _shape(raw: dict, path: KeyPath, model: type[BaseModel], tree: Tree) -> Better:
    if raw["type"] in {"dict_type", "model_type", "model_attributes_type"}:
        if path[:1] == ("leaflet",) and isinstance(path[-1], int):
            return (
                "shape",
                f'"{_shown(tree, path)}" is no heading',
                "put quotes around a heading that has a comma in it",
            )
        return (
            "shape",
            "more keys are needed here, each with a value",
            'write "key: value" lines below it, indented by two spaces',
        )
    if raw["type"] == "list_type":
        return (
            "shape",
            "a list is needed here",
            'write each item on a line of its own, with "- " before it',
        )
    if raw["type"] == "bool_type":
        return "yes-no", f'"{_shown(tree, path)}" is neither true nor false', "write true or false"
    return None


def _amount(raw: dict, path: KeyPath, model: type[BaseModel], tree: Tree) -> Better:
    if raw["type"] == "too_short":
        least = raw["ctx"]["min_length"]
        here = raw["ctx"]["actual_length"]
        return (
            "too-few",
            f"{here} stand here, and at least {least} are needed",
            "add what is missing, or remove the key",
        )
    if raw["type"] == "too_long":
        here, most = raw["ctx"]["actual_length"], raw["ctx"]["max_length"]
        return (
            "too-many",
            f"{here} stand here, and at most {most} fit",
            "remove some, or move them elsewhere",
        )
    for kind, key, what in (
        ("greater_than_equal", "ge", "least"),
        ("less_than_equal", "le", "most"),
    ):
        if raw["type"] == kind:
            return (
                "out-of-range",
                f"{_shown(tree, path)} does not do here",
                f"write a whole number of at {what} {raw['ctx'][key]}",
            )
    if raw["type"] == "int_type":
        return (
            "number",
            f'"{_shown(tree, path)}" is not a whole number',
            "write it in digits, without quotes",
        )
    return None


def _pattern(raw: dict, path: KeyPath, model: type[BaseModel], tree: Tree) -> Better:
    if raw["type"] != "string_pattern_mismatch":
        return None
    text = path[-1] if "[key]" in raw["loc"] else _shown(tree, path)
    pattern = raw["ctx"]["pattern"]
    for start, message, hint in (
        (
            "^[a-z][a-z0-9]*(-",
            "is not a name",
            "use small letters, digits and hyphens, such as early-help",
        ),
        ("^https?", "is not a web address", "begin with https://"),
        ("^#", "is not a colour", 'write six digits behind a #, such as "#12436D"'),
        ("^[^@", "is not an e-mail address", "write it as name@example.org"),
        ("^[a-z]{2,3}", "is not a language", "write a language tag, such as en-GB or cy"),
    ):
        if pattern.startswith(start):
            return "form", f'"{text}" {message}', hint
    return None


def _choice(raw: dict, path: KeyPath, model: type[BaseModel], tree: Tree) -> Better:
    if raw["type"] != "literal_error":
        return None
    known = re.findall(r"'([^']+)'", raw["ctx"]["expected"])
    return (
        "choice",
        f'"{_shown(tree, path)}" is not one of the choices here',
        suggestion(_shown(tree, path), known, "choices"),
    )


_HINTS = {
    "blank": "write the words, or remove the key",
    "unexplained": "add symbol: x and reason: why it is missing; never guess a number",
    "symbol-for-value": "use c, low, u, x or z for a missing value",
    "symbol-for-missing": "use b, e, p, r or u beside a value, or write value: null",
    "when": "write period: 2017-18, or as_at: 2018-03-31, and not both",
    "negative": "check the number",
    "over-100": "check the number, or remove unit: percent",
    "fraction": "write a whole number, or give its unit, such as unit: percent",
    "order": "write the earliest year first, each once",
    "one-of": "keep one of the two keys figures and series",
}


def _own(raw: dict, path: KeyPath, model: type[BaseModel], tree: Tree) -> Better:
    return (raw["type"], raw["msg"], _HINTS[raw["type"]]) if raw["type"] in _HINTS else None


_IMPROVERS = (
    _split_number,
    _unknown_key,
    _missing,
    _kind,
    _number,
    _date,
    _text,
    _shape,
    _amount,
    _pattern,
    _choice,
    _own,
)
