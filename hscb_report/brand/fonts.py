"""The one type family: registered with ReportLab, measured by its metrics.

Source Sans 3 (static TrueType outlines, SIL Open Font License; digits are tabular by default).
"""

from __future__ import annotations

from functools import cache
from io import BytesIO

from hscb_report.brand import resources
from hscb_report.brand.typography import Face, Type

FAMILY = "SourceSans3"
FILES: dict[Face, str] = {
    "regular": "SourceSans3-Regular",
    "bold": "SourceSans3-Bold",
    "black": "SourceSans3-Black",
}


@cache
def _registered(face: Face):
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    data = BytesIO((resources.fonts() / f"{FILES[face]}.ttf").read_bytes())  # a path would make ReportLab import its web client
    font = TTFont(FILES[face], data)
    registerFont(font)
    return font


def font_name(face: Face) -> str:
    """ReportLab's name of a weight; the font is loaded when it is first asked for."""
    _registered(face)
    return FILES[face]


def width(text: str, style: Type) -> float:
    """The width of a text, pt."""
    return _registered(style.face).stringWidth(text, style.size)


def ascent(style: Type) -> float:
    """From the baseline to the top of capitals and digits, pt."""
    return _registered(style.face).face.capHeight * style.size / 1000


def wrap(text: str, style: Type, available: float) -> list[str]:
    """Words broken into lines no wider than ``available`` pt; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, style) <= available:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def longest_word(text: str, style: Type) -> float:
    """The width of the widest word, pt: the least room the text needs."""
    return max((width(word, style) for word in text.split()), default=0.0)
