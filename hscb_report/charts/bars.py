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
EDGE = 1.25
"""The line around a bar that others stand out from, pt."""
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
    strong: str = "",
) -> Sheet:
    """Draw horizontal bars with their number at the end, and their words at the left or, where it
    is narrow, above. What is below zero goes to the left of a line at zero, and has its number at
    the right of it. Where one stands out, it alone is solid and its words alone are bold.

    Args:
        readings: pairs of label and number.
        width: pt. The height follows from the words.
        least: no symbol is smaller, pt.
        strong: the key of the one that stands out, or empty.
    """
    number = max(numbers.width(reading.number, NUMBER, least) for _, reading in readings)
    styles = [NUMBER if strong == reading.key else LABEL for _, reading in readings]
    labels = [(label, style) for (label, _), style in zip(readings, styles, strict=True)]
    column = min(width * MOST_LABEL, max(fonts.width(*one) for one in labels))
    above = (
        max(fonts.longest_word(*one) for one in labels) > column
        or width - column - 2 * SPACE - number < LEAST_BAR
    )
    lines = [fonts.wrap(*one, width if above else column) for one in labels]
    words = [len(text) * LABEL.leading for text in lines]
    heights = [tall + 3 + BAR if above else max(BAR, tall) for tall in words]
    left = 0.0 if above else column + SPACE
    longest = max(SHORTEST, width - left - SPACE - number)
    values = [0.0, *(reading.value or 0.0 for _, reading in readings)]
    largest = max(values) - min(values) or 1
    zero = left - min(values) / largest * longest
    sheet = Sheet(width, sum(heights) + GAP * (len(heights) - 1))
    top = sheet.height
    rows = zip(readings, lines, heights, words, styles, strict=True)
    for (_, reading), text, tall, block, style in rows:
        middle = top - tall + BAR / 2 if above else top - tall / 2
        first = (
            top - LABEL.leading * BASELINE
            if above
            else middle + block / 2 - LABEL.leading * BASELINE
        )
        for index, line in enumerate(text):
            sheet.text(0, first - index * LABEL.leading, line, style, brand.ink("text"))
        value = reading.value or 0.0
        length = max(longest * abs(value) / largest, LEAST) if value else 0.0
        quiet = bool(strong) and style is LABEL
        if length:
            start = zero - (length if value < 0 else 0.0)
            _bar(sheet, (start, middle - BAR / 2, length, BAR), brand, quiet, reading.key)
        ink = brand.ink("second" if reading.value is None else "primary-text")
        own = LABEL if quiet else NUMBER
        x = zero + (length if value > 0 else 0.0) + (SPACE if length or min(values) < 0 else 0.0)
        numbers.write(sheet, x, middle - fonts.ascent(own) / 2, reading.number, own, ink, least)
        top -= tall + GAP
    if min(values) < 0:
        sheet.line([(zero, 0.0), (zero, sheet.height)], brand.ground("rule"), ZERO)
    return sheet


def _bar(
    sheet: Sheet, box: tuple[float, float, float, float], brand: Brand, quiet: bool, key: str
) -> None:
    """A bar: solid or, where another stands out, as a line around a light ground."""
    ink = brand.ink("primary-text", use="graphic")
    x, y, width, height = box
    if not quiet or width <= 2 * EDGE:
        sheet.rectangle(x, y, width, height, ink, key=key)
        return
    sheet.rectangle(x, y, width, height, brand.ground("tint"), key=key)
    sheet.frame(x, y, width, height, ink, EDGE)
