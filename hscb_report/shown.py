"""Texts of others made fit to be shown: what a terminal would obey is written out instead."""

from __future__ import annotations

import re

_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Control characters, which colour, move and erase; marks that turn the direction of letters; half
characters."""


def plain(text: str) -> str:
    r"""A text without what a terminal would obey: an escape is shown as ``\x1b``."""
    return _OBEYED.sub(_written, text)


def on_a_line(text: str) -> str:
    r"""As ``plain``, and on one line: no name and no word of a file makes a line of its own."""
    return plain(text).replace("\n", "\\n").replace("\t", " ")


def as_json(text: str) -> str:
    r"""JSON in which such characters are written as JSON writes them: ``\u009b``."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _written(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
