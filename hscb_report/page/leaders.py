"""How leaders run from numbers to their dots: none crosses another or its ring, and they pass as
few dots as can be.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hscb_report.charts.marks import Point

APART, RINGS = 3.0, 1.5
"""Between two leaders, and between a leader and the ring of another, at the least, pt; and between
two rings.
"""
TRIED = 18
"""So many of a number's dots are looked at."""
HIT, BENT, FAR = 1.0, 10.0, 0.05
"""How bad it is to pass a dot, to bend, and to be longer by a pt, weighed against one another."""
HARDLY = 0.01
"""What is added where a comparison must not miss by a rounding, pt."""
NONE = 1000.0
"""How bad it is to have no leader: worse than any, but not than one that crosses another."""


Leaders = tuple["Leader | None", ...]
"""Of the numbers from the uppermost down; None where there is none that is clear of the others."""


@dataclass(frozen=True)
class Leader:
    """A line to the ring around a dot.

    Attributes:
        points: from the number to the ring, pt.
        end: the middle of the ring.
        eye: its radius, pt.
    """

    points: tuple[Point, ...]
    end: Point
    eye: float

    def is_clear_of(self, other: Leader) -> bool:
        """Whether neither comes near the other."""
        if _length((self.end, other.end)) < self.eye + other.eye + RINGS:
            return False
        mine, others = list(pairwise(self.points)), list(pairwise(other.points))
        return (
            all(_distance(self.end, *one) >= self.eye + APART for one in others)
            and all(_distance(other.end, *one) >= other.eye + APART for one in mine)
            and not any(_meet(one, another) for one in mine for another in others)
        )


def led(
    starts: Sequence[Point],
    own: Sequence[Sequence[Point]],
    dots: Sequence[Point],
    size: float,
    eyes: Sequence[float],
) -> tuple[float, Leaders]:
    """How bad the best leaders are, and these.

    Args:
        starts: where they begin, from the uppermost down, pt.
        own: the middles of each number's dots, or other places, one of which it leads to.
        dots: the middles of all, right of all starts.
        size: the radius of a dot, pt.
        eyes: the radius of the ring around the one, of each number, pt.
    """
    left = min(x for x, _ in dots) - 2 * max(eyes)
    field = _Field(dots, size)
    choices = []
    for start, places, eye in zip(starts, own, eyes, strict=True):
        ways = [
            way
            for end in _nearest(start[1], places)
            for way in _ways(start, end, eye, max(left, start[0]))
        ]
        weighed = [(_weight(way, field), index, way) for index, way in enumerate(ways)]
        choices.append([(weight, way) for weight, _, way in sorted(weighed)])
    return _chosen(choices)


def _chosen(choices: Sequence[Sequence[tuple[float, Leader]]]) -> tuple[float, Leaders]:
    """The best of all sets in which each is clear of the others."""
    least = [choice[0][0] if choice else NONE for choice in choices]
    best: tuple[float, Leaders] = (NONE * len(choices) + 1, (None,) * len(choices))

    def choose(so_far: Leaders, weight: float) -> None:
        nonlocal best
        at = len(so_far)
        if at == len(choices):
            best = (weight, so_far)
            return
        rest = sum(least[at + 1 :])
        for more, way in choices[at]:
            if weight + more + rest >= best[0]:
                break
            if all(one is None or way.is_clear_of(one) for one in so_far):
                choose((*so_far, way), weight + more)
        if weight + NONE + rest < best[0]:
            choose((*so_far, None), weight + NONE)

    choose((), 0.0)
    return best


def _nearest(level: float, places: Sequence[Point]) -> list[Point]:
    """The dots worth looking at: on the level or nearest to it, and at the edges."""
    third = TRIED // 3
    found = sorted(places, key=lambda at: (round(abs(at[1] - level) / 2), at[0]))[:third]
    found += sorted(places)[:third]
    found += sorted(places, key=lambda at: at[1])[: third // 2]
    found += sorted(places, key=lambda at: -at[1])[: third // 2]
    return list(dict.fromkeys(found))


def _ways(start: Point, end: Point, eye: float, left: float) -> list[Leader]:
    """Along the level; where the dot stands off it, then up or down, or aslant from the left of the
    field.
    """
    y, (to_x, to_y) = start[1], end
    off = to_y - y
    if abs(off) < eye:
        edge = (to_x - sqrt(eye**2 - off**2), y)
        return [Leader((start, edge), end, eye)]
    ways = [((to_x, y), (to_x, to_y - eye if off > 0 else to_y + eye))]
    elbow = (left, y)
    share = 1 - eye / _length((elbow, end))
    ways.append((elbow, (left + (to_x - left) * share, y + off * share)))
    return [Leader((start, *way), end, eye) for way in ways]


def _weight(way: Leader, field: _Field) -> float:
    """How bad a leader is."""
    pieces = list(pairwise(way.points))
    hits = sum(field.passed(*piece) for piece in pieces)
    return HIT * hits + BENT * (len(pieces) - 1) + FAR * sum(_length(one) for one in pieces)


class _Field:
    """The dots, so ordered that those near a line are soon found.

    Args:
        dots: their middles, pt.
        size: their radius, pt.
    """

    def __init__(self, dots: Sequence[Point], size: float) -> None:
        self.size = size
        self.sorted = [sorted(dots, key=lambda at: at[way]) for way in (0, 1)]
        self.places = [[dot[way] for dot in dots] for way, dots in enumerate(self.sorted)]

    def passed(self, start: Point, end: Point) -> int:
        """How many dots a piece of a line runs behind; the one it ends at is none."""
        (x, y), length, size = start, _length((start, end)), self.size
        if not length:
            return 0
        along, up = (end[0] - x) / length, (end[1] - y) / length
        return sum(
            1
            for to_x, to_y in min(self._near(start, end, 0), self._near(start, end, 1), key=len)
            if -size < (to_x - x) * up - (to_y - y) * along < size
            and 0 < (to_x - x) * along + (to_y - y) * up < length
        )

    def _near(self, start: Point, end: Point, way: int) -> Sequence[Point]:
        """The dots between the ends of a piece or hardly outside, across (0) or up (1)."""
        low, high = sorted((start[way], end[way]))
        first = bisect_left(self.places[way], low - self.size - HARDLY)
        return self.sorted[way][first : bisect_right(self.places[way], high + self.size + HARDLY)]


def _length(piece: tuple[Point, Point]) -> float:
    (x, y), (to_x, to_y) = piece
    return hypot(to_x - x, to_y - y)


def _distance(at: Point, start: Point, end: Point) -> float:
    """From a point to a piece of a line."""
    along = (end[0] - start[0], end[1] - start[1])
    square = along[0] ** 2 + along[1] ** 2
    share = (
        ((at[0] - start[0]) * along[0] + (at[1] - start[1]) * along[1]) / square if square else 0
    )
    share = min(1.0, max(0.0, share))
    return hypot(at[0] - start[0] - share * along[0], at[1] - start[1] - share * along[1])


def _meet(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two pieces cross, or come too near."""
    near = min(
        *(_distance(end, *other) for end in one),
        *(_distance(end, *one) for end in other),
    )
    return near < APART or (
        _side(one, other[0]) * _side(one, other[1]) < 0
        and _side(other, one[0]) * _side(other, one[1]) < 0
    )


def _side(piece: tuple[Point, Point], at: Point) -> float:
    (x, y), (to_x, to_y) = piece
    return (to_x - x) * (at[1] - y) - (to_y - y) * (at[0] - x)
