"""The one type family: registered with ReportLab, measured by its metrics.

Source Sans 3 (static TrueType outlines, SIL Open Font License; digits are tabular by default).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from hscb_report.brand import resources
from hscb_report.brand.typography import Face, Type, has_words, runs_of

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

SHORT = 0.45
"""A word that is alone on a last line is short if it takes less than this of the width."""

WIDTHS = 20_000
"""So many widths of texts are remembered for each weight: a layout asks for some two thousand, and
for each of them again and again, a hundred times and more.
"""

FILES: dict[Face, str] = {
    "regular": "SourceSans3-Regular",
    "bold": "SourceSans3-Bold",
    "black": "SourceSans3-Black",
}


@cache
def _registered(face: Face) -> TTFont:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    data = BytesIO(
        (resources.fonts() / f"{FILES[face]}.ttf").read_bytes()
    )  # a path would make ReportLab import its web client
    font = TTFont(FILES[face], data)
    # Layouts ask for one width a hundred times; the method is exchanged on this font alone.
    font.stringWidth = lru_cache(WIDTHS)(font.stringWidth)  # type: ignore[method-assign]
    registerFont(font)
    return font


def font_name(face: Face) -> str:
    """ReportLab's name of a weight; the font is loaded when it is first asked for."""
    _registered(face)
    return FILES[face]


def width(text: str, style: Type) -> float:
    """The width of a text, pt."""
    return float(_registered(style.face).stringWidth(text, style.size))


def numeral_width(text: str, style: Type) -> float:
    """The room that a big number asks for, pt; with words beside its digits, what it takes."""
    if not has_words(text):
        return width(text, style)
    return sum(width(run.text, run.style) for run in runs_of(text, style))


def ascent(style: Type) -> float:
    """From the baseline to the top of capitals and digits, pt."""
    return float(_registered(style.face).face.capHeight) * style.size / 1000


def wrap(text: str, style: Type, available: float) -> list[str]:
    """Words broken into lines no wider than ``available`` pt; a word that is longer is broken
    itself. What holds together by no-break spaces is parted only where it is wider than a line. No
    short word stands alone on the last line where that costs none. No words are no lines.
    """
    lines: list[str] = []
    if not text.strip():
        return lines
    for word in _words(text, style, available):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, style) <= available:
            lines[-1] = joined
        else:
            lines.append(word)
    if len(lines) > 1 and width(lines[-1], style) < SHORT * available:
        before, _, word = lines[-2].rpartition(" ")
        closer = f"{word} {lines[-1]}"
        if before and len(lines[-1].split()) == 1 and width(closer, style) <= available:
            lines[-2:] = [before, closer]
    return lines


def _words(text: str, style: Type, available: float) -> Iterator[str]:
    """What stands on one line, as far as it fits."""
    for whole in re.split(r"[ \t\n]+", text.strip()):
        held = whole.split() if width(whole, style) > available else [whole]
        for word in held:
            yield from _pieces(word, style, available)


def _pieces(word: str, style: Type, available: float) -> list[str]:
    """A word, or as much of it to a line as fits."""
    pieces = []
    while len(word) > 1 and width(word, style) > available:
        end = len(word) - 1
        while end > 1 and width(word[:end], style) > available:
            end -= 1
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word]


def longest_word(text: str, style: Type) -> float:
    """The width of the widest word, pt: the least room the text needs."""
    return max((width(word, style) for word in text.split()), default=0.0)
