"""The plain scalars that the content language knows: how they are read, and how values are written
as such.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from contextlib import suppress
from decimal import Decimal
from typing import Any

MOST_DIGITS = 15
"""So many digits a number may have, those behind its point included: spreadsheets keep no more, and
the figures travel through them. What is longer is kept as a text, and is told as no number.
"""

_NULL = re.compile(r"(?:~|null|Null|NULL)?\Z")
_BOOL = {
    word: truth
    for truth, words in ((True, "true yes on"), (False, "false no off"))
    for base in words.split()
    for word in (base, base.title(), base.upper())
}
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_WORDS = re.compile(r"[A-Za-z0-9](?:[\w .()/'%£&;+–—’-]*[\w.)%’])?\Z")
"""Texts that need no quotes, neither on a line of their own nor between braces."""


def digits_in(text: str) -> int:
    """How many digits a number has as it is written."""
    return sum(map(str.isdigit, text))


def plain_scalar(text: str) -> Any:
    """What a plain scalar, without quotes, is read as.

    Raises:
        ValueError: it has the form of a date, and is no day in the calendar.
    """
    if _NULL.match(text):
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INT.match(text):
        return int(text) if digits_in(text) <= MOST_DIGITS else text
    if _DECIMAL.match(text):
        return Decimal(text) if digits_in(text) <= MOST_DIGITS else text
    return dt.date.fromisoformat(text) if _DATE.match(text) else text


def written(value: Any) -> str:
    """A scalar as it stands in a content file, so that it is read back as the same value.

    Args:
        value: None, a number, a date, a truth value or a text.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (int, Decimal)):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    text = str(value)
    with suppress(ValueError):
        if _WORDS.match(text) and isinstance(plain_scalar(text), str):
            return text
    return json.dumps(text, ensure_ascii=False)
