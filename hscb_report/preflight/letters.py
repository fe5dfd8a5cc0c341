"""What a font's codes say and how far they move the pen: enough to place a text and to name it in a
finding.
"""

from __future__ import annotations

import re
from typing import Any

_PAIR = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_LONGEST = 200_000


class Letters:
    """Fonts, each read once."""

    def __init__(self) -> None:
        self._widths: dict[str, tuple[int, list[float]]] = {}
        self._said: dict[str, dict[int, str]] = {}

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
        name = str(font.get("/BaseFont", font.objgen))
        if name not in self._said:
            table: dict[int, str] = {}
            if "/ToUnicode" in font:
                for block in re.findall(
                    r"beginbfchar(.*?)endbfchar",
                    font.ToUnicode.read_bytes()[:_LONGEST].decode("latin-1"),
                    re.DOTALL,
                ):
                    for code, letters in _PAIR.findall(block):
                        if len(letters) % 4 == 0:
                            table[int(code, 16)] = bytes.fromhex(letters).decode(
                                "utf-16-be", "replace"
                            )
            self._said[name] = table
        return self._said[name]

    def _font_widths(self, font: Any) -> tuple[int, list[float]]:
        """A simple font's first code and its widths."""
        name = str(font.get("/BaseFont", font.objgen))
        if name not in self._widths:
            self._widths[name] = (
                int(font.get("/FirstChar", 0)),
                [float(width) for width in font.get("/Widths", [])],
            )
        return self._widths[name]
