"""Bars: numbers of one unit side by side, from zero to either side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    number = max(numbers.width(one.number, NUMBER) for _, one in readings) + SPACE
    sides = 2 if any((one.value or 0) < 0 for _, one in readings) else 1
    return sides * number + SHORTEST - width


def bars(
    readings: Sequence[tuple[str, Reading]],
    width: float,
    brand: Brand,
    least: float = NUMBER.size,
) -> Sheet:
    """Draw horizontal bars with their number at the end, and their words at the left or, where it
    is narrow, above. What is below zero goes to the left of a line at zero, its number too.

    Args:
        readings: pairs of label and number.
        width: pt. The height follows from the words.
        least: no symbol is smaller, pt.
    """
    number = max(numbers.width(reading.number, NUMBER, least) for _, reading in readings)
    column = min(width * MOST_LABEL, max(fonts.width(label, LABEL) for label, _ in readings))
    values = [reading.value for _, reading in readings if reading.value is not None]
    below = any(value < 0 for value in values)
    aside = (SPACE + number) * (2 if below else 1)
    above = (
        max(fonts.longest_word(label, LABEL) for label, _ in readings) > column
        or width - column - SPACE - aside < LEAST_BAR
    )
    lines = [fonts.wrap(label, LABEL, width if above else column) for label, _ in readings]
    words = [len(text) * LABEL.leading for text in lines]
    heights = [tall + 3 + BAR if above else max(BAR, tall) for tall in words]
    left = 0.0 if above else column + SPACE
    scale = _scale(values, left, max(SHORTEST, width - left - aside), number if below else 0.0)
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
        _bar(sheet, reading, scale, middle, brand, least)
        top -= tall + GAP
    if below:
        sheet.line([(scale.zero, 0.0), (scale.zero, sheet.height)], brand.ground("rule"), ZERO)
    return sheet


@dataclass(frozen=True)
class _Scale:
    """Where zero is, pt from the left, and how long one of the unit is, pt."""

    zero: float
    per: float


def _scale(values: Sequence[float], left: float, length: float, number: float) -> _Scale:
    """The scale on which the longest bar takes all that there is, or the two that go furthest to
    both sides do.

    Args:
        left: where bars may begin, pt.
        length: of all that bars may take, pt.
        number: the room of a number at the left of a bar, pt; 0 where none is below zero.
    """
    lowest, highest = min([0.0, *values]), max([0.0, *values])
    per = length / ((highest - lowest) or 1)
    return _Scale(left - lowest * per + (number + SPACE if number else 0.0), per)


def _bar(
    sheet: Sheet, reading: Reading, scale: _Scale, middle: float, brand: Brand, least: float
) -> None:
    """One bar from zero, and the number at its end; one that is missing has no bar."""
    value = reading.value or 0.0
    length = max(abs(value) * scale.per, LEAST) if value else 0.0
    if length:
        start = scale.zero - (length if value < 0 else 0.0)
        ink = brand.ink("primary-text", use="graphic")
        sheet.rectangle(start, middle - BAR / 2, length, BAR, ink, key=reading.key)
    if value < 0:
        x = scale.zero - length - SPACE - numbers.width(reading.number, NUMBER, least)
    else:
        x = scale.zero + (length + SPACE if length else 0.0)
    ink = brand.ink("second" if reading.value is None else "primary-text")
    base = middle - fonts.ascent(NUMBER) / 2
    numbers.write(sheet, x, base, reading.number, NUMBER, ink, least)
