"""Mistakes in keys and in the shape of what stands below them, in plain words."""

from __future__ import annotations

import re

from pydantic import BaseModel

from hscb_report.summary.base import fields_of, known
from hscb_report.summary.mistake import Better, Mistake
from hscb_report.summary.nearest import did_you_mean, suggestion
from hscb_report.summary.retyped import BULLETS, braced, in_quotes, quoted
from hscb_report.summary.tree import KeyPath


def split_number(wrong: Mistake) -> Better:
    """``{value: 1,077,602}``: in braces a comma ends the value, and what follows becomes keys. The
    number is put together.
    """
    if wrong.kind != "extra_forbidden" or not _is_group(wrong.path[-1]) or wrong.value is not None:
        return None
    parent = wrong.parent
    before = [key for key in parent if isinstance(parent[key], int)]
    if not before:
        return None
    head = wrong.tree.raw.get((*wrong.path[:-1], before[-1]), "")
    groups = [head, *(key for key in parent if _is_group(key) and parent[key] is None)]
    commas = "the comma" if len(groups) == 2 else "the commas"
    return (
        "comma",
        f"the number {','.join(groups)} has {'a comma' if len(groups) == 2 else 'commas'} in it",
        f"write {''.join(groups)}, without {commas}",
    )


def _is_group(key: object) -> bool:
    """Three digits, as they stand between commas."""
    return bool(re.fullmatch(r"\d{3}", str(key)))


def unknown_key(wrong: Mistake) -> Better:
    """A key that the model does not know; a text with a colon looks like one."""
    if wrong.kind != "extra_forbidden":
        return None
    here = wrong.owner
    known = list(fields_of(here)) if here else []
    if "text" in known and _one_stray_key(wrong, here):
        return _colon(wrong, wrong.path)
    if better := _without_colon(wrong, known):
        return better
    if wrong.value is None and (line := _without_commas(wrong)):
        return (
            "comma",
            "between braces a comma ends a text, and this one goes on behind it",
            "put quotes around the whole text",
            line,
        )
    return (
        "unknown-key",
        f'"{wrong.path[-1]}" is not a key that is known here',
        _ELSEWHERE.get(str(wrong.path[-1])) or suggestion(str(wrong.path[-1]), known, "keys"),
    )


_TEXTS = {"label", "lead", "name", "note", "definition", "reason", "title", "text", "heading"}
_TEXTS |= {"subtitle", "who", "alt", "what_changed", "detail", "short", "noun"}
"""Keys with words behind them, in which a comma may stand."""


def _without_colon(wrong: Mistake, known: list[str]) -> Better:
    """``{kind: bars, by place}``: a key that lacks its colon, where no text goes on."""
    typed = str(wrong.path[-1])
    key, _, value = typed.partition(" ")
    before = [one for one in wrong.parent if one != typed] if wrong.value is None else []
    last = list(wrong.parent)[list(wrong.parent).index(typed) - 1] if before else "text"
    if not value or key not in known or key in before or last in _TEXTS:
        return None
    line = wrong.tree.place(wrong.path, key=True).source
    return (
        "colon",
        f'"{key}" lacks its colon',
        f"write {key}: {value}",
        line.replace(typed, f"{key}: {value}", 1) if line.count(typed) == 1 else "",
    )


_ELSEWHERE = {
    "lang": "remove it; it stands beside the heading of a section, the text of a text, note "
    "or quotation, a lesson or a priority",
    "language": "remove it; a year's content file says it, and it is English: language: en-GB",
}
"""Keys that are known in other places, with their next steps."""


def _one_stray_key(wrong: Mistake, here: type[BaseModel] | None) -> bool:
    """Whether a single key stands there, and it is none that is known."""
    parent = wrong.parent if isinstance(wrong.parent, dict) else {}
    return len(parent) == 1 and not (here and set(map(str, parent)) <= set(fields_of(here)))


def _colon(wrong: Mistake, path: KeyPath) -> Better:
    """A text that was taken for a key and its value.

    Args:
        path: of that key.
    """
    place = wrong.tree.place(path, key=True)
    text = f"{path[-1]}: {wrong.tree.raw.get(path, '')}".strip()
    line = in_quotes(place.source, ())
    shown = quoted(text)
    whole = shown in line and not re.match(r"\s*(?:-\s+)*[\w-]+:\s*[\[{]", place.source)
    return (
        "colon",
        f'the ":" behind "{path[-1]}" makes a key of it',
        "put quotes around the whole text" + ("" if whole else f": {shown}"),
        line if whole else "",
    )


def _without_commas(wrong: Mistake) -> str:
    """The line with quotes around the texts that its commas divide; empty where it has no braces,
    or where these words are no part of a text.
    """
    line = wrong.tree.place(wrong.path, key=True).source
    new = braced(line, known())
    return new if new != line and any(str(wrong.path[-1]) in text for text in _texts(new)) else ""


def _texts(line: str) -> list[str]:
    return re.findall(r"\"[^\"]*\"|'[^']*'", line)


def meant(wrong: Mistake) -> str:
    """The key that was probably meant by one that is not known; empty where there is none."""
    if wrong.kind != "extra_forbidden" or not wrong.owner:
        return ""
    near = did_you_mean(str(wrong.path[-1]), fields_of(wrong.owner))
    return near if near not in wrong.parent else ""


def missing(wrong: Mistake) -> Better:
    """A key that must be there."""
    if wrong.kind != "missing":
        return None
    here = wrong.owner
    if wrong.path[-1] == "text" and _one_stray_key(wrong, here):
        return _colon(wrong, (*wrong.path[:-1], next(iter(wrong.parent))))
    field = fields_of(here).get(str(wrong.path[-1])) if here else None
    about = (
        f": {field.description[:1].lower()}{field.description[1:]}"
        if field and field.description
        else ""
    )
    return (
        "missing-key",
        f'"{wrong.path[-1]}" is missing',
        f"add {wrong.path[-1]}{about.rstrip('.')}",
    )


def kind(wrong: Mistake) -> Better:
    """A block without a kind, or of one that there is not."""
    if wrong.kind == "union_tag_not_found":
        return "missing-kind", "this block does not say its kind", "add kind, such as kind: text"
    if wrong.kind != "union_tag_invalid":
        return None
    known = re.findall(r"'([^']+)'", wrong.context["expected_tags"])
    return (
        "unknown-kind",
        f'there is no block of kind "{wrong.context["tag"]}"',
        suggestion(wrong.context["tag"], known, "kinds"),
    )


_NO_KEYS = {"dict_type", "model_type", "model_attributes_type"}


def shape(wrong: Mistake) -> Better:
    """A list, keys or a truth value where something else stands."""
    if wrong.kind in _NO_KEYS and wrong.value is None and isinstance(wrong.path[-1], int):
        line = wrong.tree.place(wrong.path).source
        return (
            "empty",
            'an item of the list is empty: nothing stands behind its "-"'
            if line.strip() == "-"
            else "an item of the list is empty",
            "write it there, or delete the line"
            if line.strip() == "-"
            else "write it, or delete it",
        )
    if wrong.kind == "dict_type" and wrong.path[-1] == "points" and isinstance(wrong.value, list):
        keyed = wrong.value and all(isinstance(one, dict) for one in wrong.value)
        return (
            "shape",
            "each number of a series stands behind its year",
            'take the "- " away before each year'
            if keyed
            else "write the year, a colon and a space before each number, such as 2018: 1594",
        )
    if wrong.kind in _NO_KEYS:
        if wrong.path[:1] in (("leaflet",), ("social",)) and isinstance(wrong.path[-1], int):
            return (
                "shape",
                f'"{wrong.shown}" is no heading',
                "put quotes around a heading that has a comma in it",
            )
        return (
            "shape",
            "more keys are needed here, each with a value",
            'write "key: value" lines below it, indented by two spaces',
        )
    if wrong.kind == "list_type":
        line = wrong.tree.place(wrong.path).source
        if new := _in_brackets(wrong, line):
            hint = "write its items in brackets, with commas between them"
            return "shape", "a list is needed here", hint, new
        item = re.match(rf"( *)(?:[{BULLETS}]\s+)?(?=\w)", line)
        alone = (
            item
            and isinstance(wrong.value, str)
            and not line.strip().startswith(str(wrong.path[-1]))
        )
        return (
            "shape",
            "a list is needed here",
            'write each item on a line of its own, with "- " before it',
            f"{item[1]}- {line[item.end() :]}" if item and alone else "",
        )
    if wrong.kind == "bool_type":
        return "yes-no", f'"{wrong.shown}" is neither true nor false', "write true or false"
    return None


def _in_brackets(wrong: Mistake, line: str) -> str:
    """The line with a list in brackets that has none, or braces; empty where it is none."""
    value, key = wrong.value, wrong.path[-1]
    if isinstance(value, dict) and value and not any(one is not None for one in value.values()):
        found = re.search(rf"\b{key}:\s*\{{([^{{}}\"']*)\}}", line)
    elif isinstance(value, str) and "," in value:
        found = re.search(rf"\b{key}:\s*({re.escape(value)})(?=\s*(?:#|$))", line)
    else:
        return ""
    if not found or re.search(r"[:#\[\]]", found[1]):
        return ""
    return f"{line[: found.start()]}{key}: [{found[1].strip()}]{line[found.end() :]}"


def amount(wrong: Mistake) -> Better:
    """Too few, too many, too small or too large."""
    if wrong.kind == "too_short":
        least = wrong.context["min_length"]
        here = wrong.context["actual_length"]
        return (
            "too-few",
            f"{here} stand here, and at least {least} are needed",
            "add what is missing, or remove the key",
        )
    if wrong.kind == "too_long":
        here, most = wrong.context["actual_length"], wrong.context["max_length"]
        return (
            "too-many",
            f"{here} stand here, and at most {most} fit",
            "remove some, or move them elsewhere",
        )
    for kind, key, what in (
        ("greater_than_equal", "ge", "least"),
        ("less_than_equal", "le", "most"),
    ):
        if wrong.kind == kind:
            return (
                "out-of-range",
                f"{wrong.shown} does not do here",
                f"write a whole number of at {what} {wrong.context[key]}",
            )
    if wrong.kind == "int_type":
        return (
            "number",
            f'"{wrong.shown}" is not a whole number',
            "write it in digits, without quotes",
        )
    return None
