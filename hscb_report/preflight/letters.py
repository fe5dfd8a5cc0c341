"""What a font's codes say and how far they move the pen: enough to place a text and to name it in a
finding.
"""

from __future__ import annotations

import re
from typing import Any

import pikepdf

_BLOCK = re.compile(r"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_PIECE = re.compile(r"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_LONGEST = 2_000_000
_MOST = 65_536


class Letters:
    """Fonts, each read once."""

    def __init__(self) -> None:
        self._widths: dict[Any, tuple[int, list[float]]] = {}
        self._said: dict[Any, dict[int, str]] = {}

    def advance(
        self, codes: bytes, font: Any, size: float, character: float, word: float, stretch: float
    ) -> float:
        """How far a string moves the pen, pt; fonts of two-byte codes are taken as half an em a
        letter.
        """
        if font is None or font.get("/Subtype") == "/Type0":
            count, spaces = len(codes) / 2, 0
            total = count * 500.0
        else:
            first, known = self._font_widths(font)
            total = sum(
                known[code - first] if 0 <= code - first < len(known) else 500.0 for code in codes
            )
            count, spaces = len(codes), codes.count(32)
        return (total / 1000 * size + count * character + spaces * word) * stretch

    def said(self, codes: bytes, font: Any) -> str:
        """The letters, as far as the font says which they are."""
        if font is None:
            return ""
        known = self._letters(font)
        if font.get("/Subtype") == "/Type0":
            numbers = [int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)]
            return "".join(known.get(number, "") for number in numbers)
        return "".join(known.get(code, chr(code) if 32 <= code < 127 else "") for code in codes)

    def _letters(self, font: Any) -> dict[int, str]:
        name = font.objgen if font.is_indirect else str(font.get("/BaseFont", ""))
        if name not in self._said:
            self._said[name] = known_letters(font)
        return self._said[name]

    def _font_widths(self, font: Any) -> tuple[int, list[float]]:
        """A simple font's first code and its widths."""
        name = font.objgen if font.is_indirect else str(font.get("/BaseFont", ""))
        if name not in self._widths:
            self._widths[name] = (
                int(font.get("/FirstChar", 0)),
                [float(width) for width in font.get("/Widths", [])],
            )
        return self._widths[name]


def known_letters(font: Any) -> dict[int, str]:
    """What each code of a font stands for, by its ToUnicode (ISO 32000-1, 9.10.3)."""
    stream = font.get("/ToUnicode")
    table: dict[int, str] = {}
    if not isinstance(stream, pikepdf.Stream):
        return table
    words = re.sub(r"%[^\r\n]*", "", stream.read_bytes()[:_LONGEST].decode("latin-1"))
    for kind, block in _BLOCK.findall(words):
        pieces = [
            opens or closes or re.sub(r"\s", "", digits)
            for digits, opens, closes in _PIECE.findall(block)
        ]
        if kind == "bfchar":
            for code, letter in zip(pieces[::2], pieces[1::2], strict=False):
                table[int(code or "0", 16)] = _letters_of(letter)
        else:
            _ranges(pieces, table)
    return table


def _ranges(pieces: list[str], table: dict[int, str]) -> None:
    """The entries of a bfrange: first, last, and one letter to count from or a list of them."""
    at = 0
    while at + 2 < len(pieces):
        first, last = int(pieces[at] or "0", 16), int(pieces[at + 1] or "0", 16)
        codes = range(first, min(last, first + _MOST) + 1)
        if pieces[at + 2] == "[":
            end = pieces.index("]", at + 2) if "]" in pieces[at + 2 :] else len(pieces)
            listed = pieces[at + 3 : end]
            table.update((c, _letters_of(one)) for c, one in zip(codes, listed, strict=False))
            at = end + 1
        else:
            begin = _letters_of(pieces[at + 2])
            for step, code in enumerate(codes):
                if begin and ord(begin[-1]) + step <= 0x10FFFF:
                    table[code] = begin[:-1] + chr(ord(begin[-1]) + step)
            at += 3


def _letters_of(digits: str) -> str:
    try:
        return bytes.fromhex(digits if len(digits) % 4 == 0 else digits.zfill(4)).decode(
            "utf-16-be", "replace"
        )
    except ValueError:
        return ""
