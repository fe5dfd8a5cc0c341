"""Texts in the cells of a CSV, which spreadsheets take for formulas where they begin like one."""

from __future__ import annotations

import re

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""OWASP, CSV injection: what a formula begins with, in full width as well."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


def guarded(text: str) -> str:
    """A text that a spreadsheet would take for a formula, behind an apostrophe; a number is none.

    What begins with an apostrophe and would be one without it gets another, so that ``unguarded``
    gives every text back.
    """
    alive = text.startswith(_FORMULA) and not _NUMBER.fullmatch(text)
    return f"'{text}" if alive or _GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded."""
    return text[1:] if _GUARDED.match(text) else text
