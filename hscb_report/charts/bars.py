"""Bars: numbers of one unit side by side, from zero to either side."""

from __future__ import annotations

from collections.abc import Sequence

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import SCALE
from hscb_report.charts import numbers
from hscb_report.charts.marks import BASELINE, Sheet
from hscb_report.summary.reading import Reading

LABEL, NUMBER = SCALE["chart"], SCALE["chart-strong"]
BAR, GAP, SPACE = 20.0, 10.0, 8.0
MOST_LABEL, LEAST_BAR = 0.42, 60.0
SHORTEST = 1.0
"""The least length of the longest bar, pt."""
ZERO = 0.8
"""The width of the line at zero, where numbers are below it, pt."""
LEAST = 0.4
"""The length of a bar that is not zero, pt: what is thinner is not printed."""


def excess(readings: Sequence[tuple[str, Reading]], width: float) -> float:
    """How much the widest number is too wide beside even the shortest bar, pt; zero or less if all
    fit.
    """
    return max(numbers.width(one.number, NUMBER) for _, one in readings) + SPACE + SHORTEST - width


def bars(
    readings: Sequence[tuple[str, Reading]],
    width: float,
    brand: Brand,
    least: float = NUMBER.size,
) -> Sheet:
    """Draw horizontal bars with their number at the end, and their words at the left or, where it
    is narrow, above. What is below zero goes to the left of a line at zero, and has its number at
    the right of it.

    Args:
        readings: pairs of label and number.
        width: pt. The height follows from the words.
        least: no symbol is smaller, pt.
    """
    number = max(numbers.width(reading.number, NUMBER, least) for _, reading in readings)
    column = min(width * MOST_LABEL, max(fonts.width(label, LABEL) for label, _ in readings))
    above = (
        max(fonts.longest_word(label, LABEL) for label, _ in readings) > column
        or width - column - 2 * SPACE - number < LEAST_BAR
    )
    lines = [fonts.wrap(label, LABEL, width if above else column) for label, _ in readings]
    words = [len(text) * LABEL.leading for text in lines]
    heights = [tall + 3 + BAR if above else max(BAR, tall) for tall in words]
    left = 0.0 if above else column + SPACE
    longest = max(SHORTEST, width - left - SPACE - number)
    values = [0.0, *(reading.value or 0.0 for _, reading in readings)]
    largest = max(values) - min(values) or 1
    zero = left - min(values) / largest * longest
    sheet = Sheet(width, sum(heights) + GAP * (len(heights) - 1))
    top = sheet.height
    for (_, reading), text, tall, block in zip(readings, lines, heights, words, strict=True):
        middle = top - tall + BAR / 2 if above else top - tall / 2
        first = (
            top - LABEL.leading * BASELINE
            if above
            else middle + block / 2 - LABEL.leading * BASELINE
        )
        for index, line in enumerate(text):
            sheet.text(0, first - index * LABEL.leading, line, LABEL, brand.ink("text"))
        value = reading.value or 0.0
        length = max(longest * abs(value) / largest, LEAST) if value else 0.0
        if length:
            sheet.rectangle(
                zero - (length if value < 0 else 0.0),
                middle - BAR / 2,
                length,
                BAR,
                brand.ink("primary-text", use="graphic"),
                key=reading.key,
            )
        ink = brand.ink("second" if reading.value is None else "primary-text")
        x = zero + (length if value > 0 else 0.0) + (SPACE if length or min(values) < 0 else 0.0)
        numbers.write(
            sheet, x, middle - fonts.ascent(NUMBER) / 2, reading.number, NUMBER, ink, least
        )
        top -= tall + GAP
    if min(values) < 0:
        sheet.line([(zero, 0.0), (zero, sheet.height)], brand.ground("rule"), ZERO)
    return sheet
