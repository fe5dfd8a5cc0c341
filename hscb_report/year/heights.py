"""How high a row has to be for its words, which wrap in their columns.

A file names no font that is on every computer, so letters are measured by their kind, generously:
a row may be a line too high, and no word is cut.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

LINE = 1.36
"""The height of a line, in sizes of its type: 15 points at 11, as Excel has it."""
MOST = 409
"""The highest row that a spreadsheet allows, points."""
_BASE = 11
"""The size of type that a column's width is counted in."""
_PADDING = 1.0
"""Of a column's width, what its borders take; digits, as all widths here."""
_NARROW = frozenset("fijlrtI.,;:!|'()[]/ -")
_WIDE = frozenset("mwMWGOQ@%&—–…")


def height(cells: Iterable[tuple[str, float]], size: float) -> float:
    """Of a row, in points.

    Args:
        cells: each text with the width of its column, in digits of 11 points.
        size: of the type, points.
    """
    most = max((lines(text, width * _BASE / size) for text, width in cells), default=1)
    return min(MOST, round(most * size * LINE, 2))


def lines(text: str, width: float) -> int:
    """How many lines a text takes where it wraps; a word that is too long is broken.

    Args:
        width: of the column, in digits.
    """
    room, count, used = max(1.0, width - _PADDING), 1, 0.0
    for word in text.split():
        long = sum(map(_width, word))
        if used and used + _width(" ") + long > room:
            count, used = count + 1, 0.0
        used += long + (_width(" ") if used else 0.0)
        while used > room:
            count, used = count + 1, used - room
    return count


def _width(letter: str) -> float:
    """Of a letter, in digits."""
    if letter in _NARROW:
        return 0.75
    if letter in _WIDE:
        return 1.75
    if unicodedata.east_asian_width(letter) in "WF":
        return 2.1
    return 1.3 if letter.isupper() else 1.05
