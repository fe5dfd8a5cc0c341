"""The words of a line chart: which labels have room, and what the ends of several lines say."""

from __future__ import annotations

from collections.abc import Sequence

from hscb_report.brand import fonts
from hscb_report.brand.typography import SCALE
from hscb_report.story.series import Line
from hscb_report.summary.reading import Reading

LABEL, NUMBER = SCALE["chart"], SCALE["chart-strong"]
APART = 6.0
"""Between a label and what stands beside it, pt."""
BETWEEN = 4.0
"""Between the names of two lines, pt."""
ABOVE_KEY = 8.0
"""Between the years and the names below them, pt."""
LEAST_END = 110.0
"""Names at the ends of lines have at least this room, pt."""
SHARE = 3
"""Such names take at most one part in so many of the width."""


def spaced(places: Sequence[tuple[float, float]], before: Sequence[int] = ()) -> list[int]:
    """Which labels fit without touching: places are (middle, width) in pt.

    Args:
        before: those that are placed before all others, in this order. Then the last one, and so
            back.
    """
    kept: list[int] = []
    for index in dict.fromkeys([*before, *reversed(range(len(places)))]):
        middle, width = places[index]
        if all(
            abs(middle - places[other][0]) >= (width + places[other][1]) / 2 + APART
            for other in kept
        ):
            kept.append(index)
    return sorted(kept)


def last(points: Sequence[Reading]) -> Reading | None:
    """The last number that is known."""
    return next((point for point in reversed(points) if point.value is not None), None)


def fit_beside(lines: Sequence[Line], width: float) -> bool:
    """Whether the names have room at the ends of their lines, without a broken word."""
    room = width / SHARE - mark_room(lines)
    return room >= LEAST_END and all(
        fonts.longest_word(text, NUMBER) <= room for text in (line.ending for line in lines)
    )


def mark_room(lines: Sequence[Line]) -> float:
    """What a name at the end of its line leaves free for a point of that line, pt; a single line
    has no name there.
    """
    return 2 * APART if len(lines) > 1 else 0.0


def names(lines: Sequence[Line], width: float) -> list[list[str]]:
    """Name and last number of each series, broken into lines of text; none for a single series,
    whose points say it.
    """
    if len(lines) == 1:
        return []
    room = width / SHARE - mark_room(lines) if fit_beside(lines, width) else width - 3 * APART
    return [fonts.wrap(text, NUMBER, room) for text in (line.ending for line in lines)]


def key_height(named: Sequence[Sequence[str]]) -> float:
    """How high the names are where they stand below the years, pt."""
    return sum(len(text) for text in named) * LABEL.leading + (ABOVE_KEY if named else 0)


def ends_height(named: Sequence[Sequence[str]]) -> float:
    """How high they are one below the other at the ends of the lines, pt."""
    return sum(len(text) for text in named) * LABEL.leading + BETWEEN * len(named)


def end_heights(lines: Sequence[Line], ends: Sequence[Sequence[str]], per: float) -> list[float]:
    """How high above zero the first line of each name stands: near the end of its series, and
    clear of the others, pt.

    Args:
        per: pt a unit of value.
    """
    values = [last(line.points) for line in lines]
    heights = [(one.value or 0.0) * per if one else 0.0 for one in values]
    order = sorted(range(len(ends)), key=lambda i: -heights[i])
    ceiling = float("inf")
    for i in order:  # from the top down, each below the one before
        heights[i] = min(heights[i], ceiling)
        ceiling = heights[i] - len(ends[i]) * LABEL.leading - BETWEEN
    floor = 0.0
    for i in reversed(order):  # and from the bottom up, each above the zero line and the one below
        heights[i] = max(heights[i], floor + (len(ends[i]) - 1) * LABEL.leading)
        floor = heights[i] + LABEL.leading + BETWEEN
    return heights
