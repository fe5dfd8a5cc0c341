"""Where the numbers of a series stand: near their points, clear of the line and of one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hscb_report.brand import fonts
from hscb_report.brand.typography import SCALE, Type
from hscb_report.charts.marks import Point
from hscb_report.summary.reading import Reading

PLAIN, STRONG = SCALE["chart"], Type("bold", 16, 18)
"""Of most numbers, and of the first year and the report's."""
APART, BESIDE = 6.0, 3.0
"""Between two numbers, and between a number and the line, pt."""
CLEAR, STRONG_CLEAR = 9.0, 11.5
"""Between a point and its number, and between a larger point and a larger number, pt."""
TUCKED, ASIDE = 4.5, 2.0
"""How far a number at one side of its point goes over it, or stays away from it, pt."""
LIFT, LIFTS = 9.0, 4
"""How much further off a number may be moved, and how often, pt."""
DEEP = 0.2
"""What hangs below the baseline, as a share of the size: commas and brackets."""


@dataclass(frozen=True)
class Box:
    """A rectangle, pt."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box, apart: float = 0.0) -> bool:
        """Whether two are nearer than ``apart`` at their sides, or overlap above and below."""
        return (
            self.left < other.right + apart
            and other.left < self.right + apart
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def holds(self, other: Box) -> bool:
        """Whether another lies inside."""
        return (
            self.left <= other.left
            and self.bottom <= other.bottom
            and self.right >= other.right
            and self.top >= other.top
        )

    def is_crossed(self, start: Point, end: Point) -> bool:
        """Whether a piece of a line comes nearer than a line and its number may be."""
        left, right = max(self.left - BESIDE, start[0]), min(self.right + BESIDE, end[0])
        if left > right:
            return False
        rise = (end[1] - start[1]) / ((end[0] - start[0]) or 1.0)
        heights = [start[1] + rise * (x - start[0]) for x in (left, right)]
        return max(heights) > self.bottom - BESIDE and min(heights) < self.top + BESIDE


@dataclass(frozen=True)
class Number:
    """A number where it stands: the left end of its baseline, pt."""

    index: int
    x: float
    y: float
    style: Type


def box_of(text: str, x: float, y: float, style: Type) -> Box:
    """The room of one line of text."""
    return Box(x, y - DEEP * style.size, x + fonts.width(text, style), y + fonts.ascent(style))


def style_of(index: int, now: int) -> Type:
    """The first number and the report's are strong."""
    return STRONG if index in (0, now) else PLAIN


def placed(
    points: Sequence[Reading], places: Sequence[Point], now: int, inside: Box
) -> list[Number]:
    """Which numbers are shown, and where; those of the first year, of the report's, of the highest
    and the lowest before all others, which are left out where there is no room.

    Args:
        places: of the points, in the order of time.
        now: the point of the report's year.
        inside: the room there is.
    """
    known = [i for i, point in enumerate(points) if point.value is not None]
    pieces = [(places[i], places[j]) for i, j in pairwise(known) if j == i + 1]
    taken: list[Box] = []
    dots = [_around(places[i]) for i in known]
    found = []
    for index, needed in _in_turn(points, known, now):
        text, style = points[index].number, style_of(index, now)
        for x, y in _candidates(text, style, places[index], needed):
            box = box_of(text, x, y, style)
            others = taken if needed else [_column(one) for one in taken]
            if (
                inside.holds(box)
                and not any(box.meets(one, APART) for one in others)
                and not any(box.meets(one) for one in dots)
                and not any(box.is_crossed(*piece) for piece in pieces)
            ):
                taken.append(box)
                found.append(Number(index, x, y, style))
                break
    return found


def _in_turn(
    points: Sequence[Reading], known: Sequence[int], now: int
) -> Iterator[tuple[int, bool]]:
    """Each point, and whether it must be seen: what is missing, first, report's, highest, lowest
    and last.
    """
    value = {i: points[i].value or 0.0 for i in known}
    first = [i for i, point in enumerate(points) if point.value is None]
    if known:
        first += [known[0], now if now in value else known[-1]]
        first += [max(known, key=lambda i: value[i]), min(known, key=lambda i: value[i]), known[-1]]
    needed = list(dict.fromkeys(first))
    yield from ((index, True) for index in needed)
    yield from ((index, False) for index in reversed(known) if index not in needed)


def _candidates(text: str, style: Type, at: Point, needed: bool) -> Iterator[Point]:
    """Where a number may stand, the best first: above its point, to a side of it, below it; one
    that must be seen also further off.
    """
    width, capital = fonts.width(text, style), fonts.ascent(style)
    clear = STRONG_CLEAR if style is STRONG else CLEAR
    x = at[0]
    sides = (x - width / 2, x - width + TUCKED, x - TUCKED, x - width - ASIDE, x + ASIDE)
    for lift in range(LIFTS if needed else 1):
        off = clear + lift * LIFT
        for y in (at[1] + off, at[1] - off - capital):
            yield from ((x, y) for x in sides)


def _around(place: Point) -> Box:
    return Box(place[0] - 5, place[1] - 5, place[0] + 5, place[1] + 5)


def _column(box: Box) -> Box:
    """All that is above and below: numbers that may be left out do not stand under others."""
    return Box(box.left, -1e6, box.right, 1e6)
