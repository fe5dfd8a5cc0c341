"""Bars: numbers of one unit side by side, from zero."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.figure import Figure

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import SCALE
from hscb_report.charts.sheet import Sheet
from hscb_report.summary.reading import Reading

LABEL, NUMBER = SCALE["chart"], SCALE["chart-strong"]
BAR, GAP, SPACE = 20.0, 10.0, 8.0
MOST_LABEL = 0.42


def bars(readings: Sequence[tuple[str, Reading]], width: float, brand: Brand, on: str = "card") -> Figure:
    """Draw horizontal bars with their words at the left and their number at the end.

    Args:
        readings: pairs of label and number.
        width: pt. The height follows from the words.
        on: the token of the ground below.
    """
    column = min(width * MOST_LABEL, max(fonts.width(label, LABEL) for label, _ in readings))
    lines = [fonts.wrap(label, LABEL, column) for label, _ in readings]
    column = max(column, max(fonts.longest_word(label, LABEL) for label, _ in readings))
    heights = [max(BAR, len(text) * LABEL.leading) for text in lines]
    height = sum(heights) + GAP * (len(heights) - 1)
    number = max(fonts.width(reading.number, NUMBER) for _, reading in readings)
    longest = max(20.0, width - column - 2 * SPACE - number)
    largest = max((reading.value or 0 for _, reading in readings), default=0) or 1
    sheet = Sheet(brand, width, height)
    top = height
    for (_, reading), text, tall in zip(readings, lines, heights, strict=True):
        middle = top - tall / 2
        first = middle + (len(text) - 1) * LABEL.leading / 2 - fonts.ascent(LABEL) / 2
        for index, line in enumerate(text):
            sheet.text(0, first - index * LABEL.leading, line, LABEL, brand.ink("text", on))
        length = longest * (reading.value or 0) / largest
        left = column + SPACE
        if length:
            sheet.rectangle(left, middle - BAR / 2, length, BAR, brand.ink("primary", on, "graphic"), gid=reading.key)
        ink = brand.ink("second" if reading.value is None else "primary", on)
        sheet.text(left + length + SPACE, middle - fonts.ascent(NUMBER) / 2, reading.number, NUMBER, ink)
        top -= tall + GAP
    return sheet.figure
