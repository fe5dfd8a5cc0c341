"""Proportional areas: numbers as circles on one line, area by area. They state no ratio."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import CATEGORIES
from hscb_report.brand.typography import Type
from hscb_report.charts.marks import Sheet
from hscb_report.summary.reading import Reading

NUMBER = Type("black", 24, 28)
SMALL = Type("black", 18, 22)
GAP = 18.0


def areas(readings: Sequence[Reading], diameter: float, brand: Brand) -> Sheet:
    """Draw a circle for each number; one that is missing has no circle, only its symbol.

    Args:
        readings: two to four.
        diameter: of the largest circle, pt.
    """
    largest = max((reading.value or 0 for reading in readings), default=0) or 1
    radii = [diameter / 2 * sqrt((reading.value or 0) / largest) for reading in readings]
    inside = [
        fonts.width(r.number, NUMBER) <= 2 * radius * 0.8
        for r, radius in zip(readings, radii, strict=True)
    ]
    widths = [
        2 * radius if within else max(2 * radius, fonts.width(reading.number, SMALL))
        for reading, radius, within in zip(readings, radii, inside, strict=True)
    ]
    height = max(
        2 * radius + (0 if within else SMALL.leading)
        for radius, within in zip(radii, inside, strict=True)
    )
    sheet = Sheet(sum(widths) + GAP * (len(widths) - 1), height)
    left = 0.0
    for reading, radius, within, width, token in zip(
        readings, radii, inside, widths, CATEGORIES, strict=False
    ):
        x = left + width / 2
        if radius > 0:
            sheet.circle(x, radius, radius, brand.ink(token, use="graphic"), key=reading.key)
        if within:
            sheet.text(
                x,
                radius - fonts.ascent(NUMBER) / 2,
                reading.number,
                NUMBER,
                brand.ink("paper", token),
                centred=True,
            )
        else:
            ink = brand.ink("second" if reading.value is None else token)
            sheet.text(x, 2 * radius + 6, reading.number, SMALL, ink, centred=True)
        left += width + GAP
    return sheet
