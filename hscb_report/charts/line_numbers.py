"""Where the numbers of a series stand: near their points, clear of the line and of one another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from hscb_report.brand.typography import SCALE, Type
from hscb_report.charts import numbers
from hscb_report.charts.marks import Point
from hscb_report.summary.reading import Reading

PLAIN, STRONG = SCALE["chart"], SCALE["chart-strong"]
"""Of most numbers, and of the first year and the report's: one size, as years have."""
APART, BESIDE = 6.0, 3.0
"""Between two numbers, and between a number and the line, pt."""
CLEAR, STRONG_CLEAR = 9.0, 10.5
"""Between a point and its number, and between a larger point and its number, pt."""
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


def box_of(text: str, x: float, y: float, style: Type, least: float = PLAIN.size) -> Box:
    """The room of one line of text; a symbol behind it is raised, and not below ``least`` pt."""
    right, top = x + numbers.width(text, style, least), y + numbers.height(text, style, least)
    return Box(x, y - DEEP * style.size, right, top)


def style_of(index: int, now: int) -> Type:
    """The first number and the report's are strong."""
    return STRONG if index in (0, now) else PLAIN


@dataclass
class Space:
    """The room that numbers share.

    Attributes:
        inside: where they may stand.
        dots: around the points.
        pieces: of the lines, each from point to point.
        least: no symbol behind a number is smaller, pt.
        taken: by numbers.
    """

    inside: Box
    dots: Sequence[Box]
    pieces: Sequence[tuple[Point, Point]]
    least: float
    taken: list[Box] = field(default_factory=list)

    def place(
        self,
        text: str,
        style: Type,
        at: Point,
        under: bool = True,
        lifts: int = 1,
        below: bool = False,
    ) -> Point | None:
        """The best place for a number near its point, which is then taken; None where all would
        meet a line, a point or another number.

        Args:
            under: whether it may stand above or below others.
            lifts: how often it may be moved further off, and once.
            below: whether it stands rather below its point.
        """
        others = self.taken if under else [_column(one) for one in self.taken]
        for x, y in _candidates(text, style, at, lifts, below, self.least):
            box = box_of(text, x, y, style, self.least)
            if (
                self.inside.holds(box)
                and not any(box.meets(one, APART) for one in others)
                and not any(box.meets(one) for one in self.dots)
                and not any(box.is_crossed(*piece) for piece in self.pieces)
            ):
                self.taken.append(box)
                return x, y
        return None


def space(
    series: Sequence[tuple[Sequence[Reading], Sequence[Point]]], inside: Box, least: float
) -> Space:
    """The room around lines.

    Args:
        series: the points of each line, in the order of time, and their places.
    """
    dots: list[Box] = []
    pieces: list[tuple[Point, Point]] = []
    for points, places in series:
        known = [i for i, point in enumerate(points) if point.value is not None]
        dots += [_around(places[i]) for i in known]
        pieces += [(places[i], places[j]) for i, j in pairwise(known) if j == i + 1]
    return Space(inside, dots, pieces, least)


def placed(
    points: Sequence[Reading],
    places: Sequence[Point],
    now: int,
    room: Space,
    years: Collection[str],
) -> list[Number]:
    """Which numbers are shown, and where: those that must be seen before those with a symbol, and
    these before all others, which are left out where there is no room.

    Args:
        places: of the points, in the order of time.
        now: the point of the report's year.
        years: those that are named: no number is shown without its year, but a missing one.
    """
    found = []
    last = [i for i, point in enumerate(points) if point.value is not None][-1:]
    must = [*needed(points, now), *last]
    bearing = [i for i, point in enumerate(points) if point.symbol]
    for index in dict.fromkeys([*must, *bearing, *reversed(range(len(points)))]):
        point, style = points[index], style_of(index, now)
        if point.value is not None and point.when not in years:
            continue
        special = index in must or index in bearing
        lifts = LIFTS if special else 1
        if at := room.place(point.number, style, places[index], special, lifts):
            found.append(Number(index, *at, style))
    return found


def needed(points: Sequence[Reading], now: int) -> list[int]:
    """The points that must be seen: what is missing, first, report's, highest and lowest."""
    value = {i: point.value for i, point in enumerate(points) if point.value is not None}
    known = list(value)
    first = [i for i, point in enumerate(points) if point.value is None]
    if known:
        first += [known[0], now if now in value else known[-1]]
        first += [max(known, key=lambda i: value[i]), min(known, key=lambda i: value[i])]
    return list(dict.fromkeys(first))


def _candidates(
    text: str, style: Type, at: Point, lifts: int, below: bool, least: float
) -> Iterator[Point]:
    """Where a number may stand, the best first: above its point, to a side of it, below it, and so
    on further off; or the same from below.
    """
    width = numbers.width(text, style, least)
    capital = numbers.height(text, style, least)
    clear = STRONG_CLEAR if style is STRONG else CLEAR
    x = at[0]
    sides = (x - width / 2, x - width + TUCKED, x - TUCKED, x - width - ASIDE, x + ASIDE)
    for lift in range(lifts):
        off = clear + lift * LIFT
        heights = (at[1] + off, at[1] - off - capital)
        for y in reversed(heights) if below else heights:
            yield from ((x, y) for x in sides)


def _around(place: Point) -> Box:
    return Box(place[0] - 5, place[1] - 5, place[0] + 5, place[1] + 5)


def _column(box: Box) -> Box:
    """All that is above and below: numbers that may be left out do not stand under others."""
    return Box(box.left, -1e6, box.right, 1e6)
