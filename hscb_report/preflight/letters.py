"""What a font's codes say and how far they move the pen: enough to place a text and to name it in a
finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pikepdf

from hscb_report.preflight.limits import LETTERS
from hscb_report.preflight.streams import Streams

_MARK = re.compile(r"(begin|end)(bfchar|bfrange)")
_PIECE = re.compile(r"<([0-9A-Fa-f\s]*+)>|(\[)|(\])")
_LONGEST = 4 * 128
"""What stands for one code, in digits: a ligature has three or four letters, of four digits each
(ISO 32000-1, 9.10.3, allows 512 bytes)."""
_MOST = 65_536
_CODES = 256
_HALF = 500.0


class Letters:
    """The fonts of a document, each read once.

    Args:
        streams: its streams.
    """

    def __init__(self, streams: Streams) -> None:
        self.streams = streams
        self._widths: dict[Any, list[float]] = {}
        self._said: dict[Any, dict[int, str]] = {}
        self._letters: dict[Any, dict[int, str]] = {}

    def advance(
        self, codes: bytes, font: Any, size: float, character: float, word: float, stretch: float
    ) -> float:
        """How far a string moves the pen, pt; fonts of two-byte codes are taken as half an em a
        letter.
        """
        if font is None or font.get("/Subtype") == "/Type0":
            count, spaces = len(codes) / 2, 0
            total = count * _HALF
        else:
            total = sum(map(self._font_widths(font).__getitem__, codes))
            count, spaces = len(codes), codes.count(32)
        return (total / 1000 * size + count * character + spaces * word) * stretch

    def said(self, codes: bytes, font: Any) -> str:
        """The letters, as far as the font says which they are."""
        if font is None:
            return ""
        known = self.known(font)
        if font.get("/Subtype") == "/Type0":
            numbers = [int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)]
            return "".join(known.get(number, "") for number in numbers)
        return codes.decode("latin-1").translate(self._read(font, known))

    def _read(self, font: Any, known: dict[int, str]) -> dict[int, str]:
        """The letter of each code of a simple font; of one that it does not say, itself where it is
        ASCII.
        """
        stream = font.get("/ToUnicode")
        name = stream.objgen if isinstance(stream, pikepdf.Stream) else None
        if name not in self._letters:
            self._letters[name] = {
                code: known.get(code, chr(code) if 32 <= code < 127 else "")
                for code in range(_CODES)
            }
        return self._letters[name]

    def known(self, font: Any) -> dict[int, str]:
        """What each code of a font stands for, by its ToUnicode (ISO 32000-1, 9.10.3).

        Raises:
            TooLarge: it has more entries than are looked at.
        """
        stream = font.get("/ToUnicode")
        if not isinstance(stream, pikepdf.Stream):
            return {}
        if stream.objgen not in self._said:
            self._said[stream.objgen] = self._table(stream)
        return self._said[stream.objgen]

    def _table(self, stream: Any) -> dict[int, str]:
        table: dict[int, str] = {}
        spend = partial(self.streams.account.spend, LETTERS)
        words = re.sub(r"%[^\r\n]*", "", self.streams.data(stream).decode("latin-1"))
        for kind, block in _blocks(words):
            pieces = [
                opens or closes or re.sub(r"\s", "", digits)
                for digits, opens, closes in _PIECE.findall(block)
            ]
            spend(len(pieces) // 2)
            if kind == "bfchar":
                for code, letter in zip(pieces[::2], pieces[1::2], strict=False):
                    table[_code(code)] = _letters_of(letter)
            else:
                _ranges(pieces, table, spend)
        return table

    def _font_widths(self, font: Any) -> list[float]:
        """How wide each of a simple font's 256 codes is, in thousandths of an em; half an em where
        it does not say.
        """
        name = font.objgen if font.is_indirect else str(font.get("/BaseFont", ""))
        if name not in self._widths:
            first = int(font.get("/FirstChar", 0))
            known = [float(width) for width in font.get("/Widths", [])]
            self._widths[name] = [
                known[code - first] if 0 <= code - first < len(known) else _HALF
                for code in range(_CODES)
            ]
        return self._widths[name]


def _blocks(words: str) -> Iterator[tuple[str, str]]:
    """The kind of each block of a table, and what stands in it."""
    found: list[re.Match[str]] = []
    for mark in _MARK.finditer(words):
        if mark[1] == "begin":
            found.append(mark)
        elif found and found[-1][2] == mark[2]:
            yield mark[2], words[found[-1].end() : mark.start()]
            found.clear()


def _ranges(pieces: list[str], table: dict[int, str], spend: Callable[[int], None]) -> None:
    """The entries of a bfrange: first, last, and one letter to count from or a list of them."""
    at = 0
    while at + 2 < len(pieces):
        first, last = _code(pieces[at]), _code(pieces[at + 1])
        if pieces[at + 2] == "[":
            end = at + 3
            while end < len(pieces) and pieces[end] != "]":
                end += 1
            codes = range(first, min(last, first + end - at) + 1)
            spend(len(codes))
            listed = pieces[at + 3 : end]
            table.update((c, _letters_of(one)) for c, one in zip(codes, listed, strict=False))
            at = end + 1
        else:
            begin = _letters_of(pieces[at + 2])
            codes = range(first, min(last, first + _MOST) + 1)
            spend(len(codes))
            for step, code in enumerate(codes):
                if begin and ord(begin[-1]) + step <= 0x10FFFF:
                    table[code] = begin[:-1] + chr(ord(begin[-1]) + step)
            at += 3


def _code(digits: str) -> int:
    return int(digits[-8:] or "0", 16)


def _letters_of(digits: str) -> str:
    digits = digits[:_LONGEST]
    try:
        return bytes.fromhex(digits if len(digits) % 4 == 0 else digits.zfill(4)).decode(
            "utf-16-be", "replace"
        )
    except ValueError:
        return ""
