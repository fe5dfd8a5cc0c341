"""Waffle: a percentage as so many squares of a hundred; a fraction fills part of a square."""

from __future__ import annotations

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import PART
from hscb_report.charts.marks import Sheet
from hscb_report.summary.reading import Reading

SIDE = 10
EDGE = 0.06
"""The width of the edge of an empty square, as a share of its side."""


def waffle(share: Reading, size: float, brand: Brand) -> Sheet:
    """Draw ten rows of ten squares, filled from the top left.

    Args:
        share: a percentage, 0 to 100, or a missing value: all squares stay empty.
        size: width and height, pt.
    """
    sheet = Sheet(size, size)
    step = size / SIDE
    square = step * 0.82
    full, empty = brand.ink(PART, use="graphic"), brand.ground("track")
    edge = brand.ink("outline", use="graphic")
    ground, filled = [], []
    for index in range(SIDE * SIDE):
        row, column = divmod(index, SIDE)
        x, y = column * step + (step - square) / 2, size - (row + 1) * step + (step - square) / 2
        part = min(1.0, max(0.0, (share.value or 0) - index))
        if part < 1:
            ground.append((x, y, square, square))
        if part > 0:
            filled.append((x, y, square * part, square))
    sheet.rectangles(ground, edge)
    sheet.rectangles([_within(*box, EDGE * square) for box in ground], empty)
    sheet.rectangles(filled, full, key=share.key)
    return sheet


def _within(
    x: float, y: float, width: float, height: float, edge: float
) -> tuple[float, float, float, float]:
    """A rectangle without its edge."""
    return x + edge, y + edge, width - 2 * edge, height - 2 * edge
