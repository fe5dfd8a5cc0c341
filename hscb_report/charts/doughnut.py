"""Doughnut: one part in its whole, from twelve o'clock clockwise."""

from __future__ import annotations

from math import pi

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import PART
from hscb_report.brand.typography import SCALE, Type
from hscb_report.charts.marks import Sheet
from hscb_report.summary.reading import Reading

LABEL = SCALE["chart"]
LEAST = 1.0
"""Of the outer arc, pt."""


def doughnut(part: Reading, size: float, brand: Brand) -> Sheet:
    """Draw the ring with the ratio in its middle.

    Args:
        part: a figure whose source declares its whole: ``share`` and ``percent`` are set.
        size: the diameter, pt.
    """
    sheet = Sheet(size, size)
    middle, thickness = size / 2, size * 0.19
    share = _seen(part.share or 0.0, middle)
    start = 90 - 360 * share
    if share < 1:
        rest = 90 + 360 * (1 - share)
        sheet.ring((middle, middle), middle, thickness, 90, rest, brand.ground("track"))
    if share > 0:
        ink = brand.ink(PART, use="graphic")
        sheet.ring((middle, middle), middle, thickness, start, 90, ink, part.key)
    room = (size - 2 * thickness) * 0.86
    number = _largest(part.percent, room)
    lines = fonts.wrap(part.of_whole, LABEL, room)
    if len(lines) > 2 or any(fonts.width(line, LABEL) > room for line in lines):
        lines = []  # the words beside the ring say it
    block = fonts.ascent(number) + len(lines) * LABEL.leading
    y = middle + block / 2 - fonts.ascent(number)
    sheet.text(middle, y, part.percent, number, brand.ink(PART), centred=True)
    for index, line in enumerate(lines):
        below = y - (index + 1) * LABEL.leading
        sheet.text(middle, below, line, LABEL, brand.ink("text"), centred=True)
    return sheet


def _seen(share: float, radius: float) -> float:
    """A share as it is drawn: what is not nothing, or not all, is as wide as a press can hold."""
    least = LEAST / (2 * pi * radius)
    return min(max(share, least), 1 - least) if 0 < share < 1 else share


def _largest(words: str, room: float) -> Type:
    """The largest numeral that fits the hole; "less than 1%" is longer than "73%"."""
    for size in (32, 28, 24, 20, 16, 14):
        style = Type("black", size, size)
        if fonts.width(words, style) <= room:
            return style
    return Type("black", 12, 12)
