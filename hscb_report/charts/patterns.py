"""Patterns along the foot of filled pieces, so that nobody has to tell them by colour alone."""

from __future__ import annotations

from collections.abc import Callable

from hscb_report.brand.brand import Ink
from hscb_report.charts.marks import Sheet

FOOT = 8.0
"""The height of a pattern, pt."""
STEP, DOT, TICK = 6.0, 2.6, 1.3
"""From one mark of a pattern to the next, the diameter of dots, the width of lines, pt."""


def _plain(sheet: Sheet, left: float, right: float, base: float, ink: Ink) -> None:
    """No pattern."""


def _ticks(sheet: Sheet, left: float, right: float, base: float, ink: Ink) -> None:
    boxes = [(x - TICK / 2, base, TICK, FOOT) for x in _steps(left, right)]
    sheet.rectangles(boxes, ink)


def _dots(sheet: Sheet, left: float, right: float, base: float, ink: Ink) -> None:
    sheet.dots([(x, base + FOOT / 2) for x in _steps(left, right)], DOT, ink)


def _slashes(sheet: Sheet, left: float, right: float, base: float, ink: Ink) -> None:
    for x in _steps(left, right):
        sheet.line([(x - STEP / 2, base), (x + STEP / 2, base + FOOT)], ink, TICK)


def _stripe(sheet: Sheet, left: float, right: float, base: float, ink: Ink) -> None:
    if right - left > 0:
        sheet.rectangles([(left, base + FOOT / 2 - TICK / 2, right - left, TICK)], ink)


PATTERNS: tuple[Callable[[Sheet, float, float, float, Ink], None], ...] = (
    _plain,
    _ticks,
    _dots,
    _slashes,
    _stripe,
)
"""Along the foot of the first part, of the second, and so on."""


def _steps(left: float, right: float) -> list[float]:
    """The middles of the marks of a pattern, which are as far apart in every piece."""
    count = int((right - left) / STEP)
    first = (left + right - (count - 1) * STEP) / 2
    return [first + at * STEP for at in range(count)]
