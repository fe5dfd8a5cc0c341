"""The next step as the page can take it, where ``check`` tells it to somebody at a text editor."""

from __future__ import annotations

import re

from hscb_report.errors import Problem

_STEPS = {
    "blank": "type the words; if it is to go altogether, delete its lines in a text editor",
    "empty": "type the words; if it is to go altogether, delete its lines in a text editor",
    "draft": "choose final under “status”, once the board has agreed it",
    "review": "they are listed under “To review”",
    "unreviewed": "look at it under “To review”",
}
"""By code, of what is put right in the page."""
_IN_FILE = {"bound", "percent-sign", "negative", "over-100"}
"""What keys beside a number say."""
_NUMBER = (
    "type it in digits, such as 1234 or 1,234; where there is none, open “The number is missing?” "
    "below it"
)
_MISSING = (
    "type it; to publish without it, say why it is missing, and write required: false below it in "
    "the file"
)


def hint(one: Problem, has_field: bool) -> str:
    """The next step.

    Args:
        has_field: whether what is wrong is a field of the page; else it is put right in the file.
    """
    if one.code in ("review", "unreviewed"):
        return _STEPS[one.code]
    if not has_field:
        return one.hint
    if one.code == "value-missing":
        return _MISSING
    if one.code in _IN_FILE and one.key[:1] == ("figures",):
        return f"{one.hint} (in the file, below the number)"
    if one.code == "unexplained":
        return "type the number; where there is none, open “The number is missing?” and say why"
    if one.code == "number" and one.key[:1] in (("figures",), ("series",)):
        return _NUMBER
    return _STEPS.get(one.code, one.hint)


def message(one: Problem) -> str:
    """What is wrong; of a number, which letters stand in it: an O looks much like a 0."""
    found = re.fullmatch(r'"(.*)" is not a number', one.message)
    if one.code != "number" or not found or not re.search(r"\d", found[1]):
        return one.message
    letters = list(dict.fromkeys(re.findall(r"[^\W\d_]", found[1])))
    if not letters:
        return one.message
    named = ", ".join(f"“{letter}”" for letter in letters)
    return f"{one.message}: {named} {'are letters' if len(letters) > 1 else 'is a letter'}"
