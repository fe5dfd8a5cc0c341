"""Labels in levels above or below a bar, each with a line to its piece, so that no label lies on
another and no line runs through one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from hscb_report.brand import fonts
from hscb_report.brand.typography import Type
from hscb_report.story.breakdowns import Sort

APART = 7.0
"""Between two labels side by side, pt."""
CLEAR = 3.0
"""Between a line and a label that it passes, pt."""
LINES = 9.0
"""Between two lines at the least, pt: where their pieces are nearer, lines are bent."""
ANCHORS = (0.5, 0.0, 1.0, 0.25, 0.75)
"""Where on a label its line may end, as a share of its width, the best first."""
CAPS = (2, 3, 4, 6)
"""A label takes one part in so many of the width at the most: the first with which all find a
place.
"""


@dataclass(frozen=True)
class Mark:
    """How a piece is drawn.

    Attributes:
        order: which of the parts it is.
        scale: of how many that have an order of their own; 0 where they have none.
    """

    sort: Sort
    order: int = 0
    scale: int = 0


@dataclass(frozen=True)
class Label:
    """What is to be said of a piece.

    Attributes:
        x: the middle of the piece, pt.
        room: its width, pt.
        token: the ink of its words.
    """

    text: str
    x: float
    room: float
    style: Type
    token: str
    mark: Mark


@dataclass(frozen=True)
class Rung:
    """A label in its place.

    Attributes:
        x: where its line stands, pt.
        left: of its words, pt.
        width: of its widest line, pt.
        level: how many levels it is away from the bar.
        within: whether it is no wider than its piece.
    """

    lines: tuple[str, ...]
    label: Label
    x: float
    left: float
    width: float
    level: int = 0
    within: bool = False

    @property
    def led(self) -> bool:
        """Whether a line leads to its piece."""
        return not self.within or self.level > 0

    @property
    def right(self) -> float:
        """Of its words, pt."""
        return self.left + self.width

    def holds(self, x: float) -> bool:
        """Whether a line at ``x`` would run through its words, or touch them."""
        return self.left - CLEAR < x < self.right + CLEAR

    def meets(self, other: Rung) -> bool:
        """Whether the two could not stand on one level."""
        return self.left < other.right + APART and other.left < self.right + APART


def ladder(labels: Sequence[Label], width: float) -> list[Rung] | None:
    """Labels in as few levels as can be; None where there is no way.

    Args:
        labels: from the left.
        width: of the whole place, pt.
    """
    return _ladder(tuple(labels), width)


@lru_cache(maxsize=512)
def _ladder(labels: tuple[Label, ...], width: float) -> list[Rung] | None:
    for free in (False, True):
        for cap in CAPS:
            options = [
                _options(label, x, width, width / cap, free)
                for label, x in zip(labels, _spread(labels, width), strict=True)
            ]
            found = _best(options, [])
            if found:
                return found[1]
    return None if labels else []


def _spread(labels: Sequence[Label], width: float) -> list[float]:
    """Where their lines stand: over the middles of their pieces, or as near as lines may be."""
    places: list[float] = []
    for label in labels:
        places.append(max(label.x, places[-1] + LINES) if places else label.x)
    most = width
    for at in reversed(range(len(places))):
        places[at] = min(places[at], most)
        most = places[at] - LINES
    return places


def _options(label: Label, x: float, width: float, most: float, free: bool) -> list[Rung]:
    """The places that a label may have: the middle of its piece alone, where it fits that.

    Args:
        free: whether such a label may stand elsewhere too, for others find no place beside it.
    """
    lines = tuple(fonts.wrap(label.text, label.style, most))
    wide = max((fonts.width(line, label.style) for line in lines), default=0.0)
    within = [Rung(lines, label, x, label.x - wide / 2, wide, within=True)]
    within = within if wide <= label.room else []
    if within and not free:
        return within
    made = [Rung(lines, label, x, x - anchor * wide, wide) for anchor in ANCHORS]
    return within + [one for one in made if one.left >= 0 and one.right <= width]


Found = tuple[float, list[Rung]]


def _best(options: Sequence[Sequence[Rung]], chosen: list[Rung]) -> Found | None:
    """The cheapest choice of a place for each label that can be set in levels."""
    if len(chosen) == len(options):
        return _levelled(chosen)
    best: Found | None = None
    for rung in options[len(chosen)]:
        if any(one.holds(rung.x) and rung.holds(one.x) for one in chosen):
            continue  # whichever were the upper one, its line would run through the other
        found = _best(options, [*chosen, rung])
        if found and (best is None or found[0] < best[0]):
            best = found
            if not found[0]:
                break
    return best


def _levelled(rungs: Sequence[Rung]) -> Found | None:
    """Labels with their levels; None where each would have to be above the other."""
    above: dict[int, set[int]] = {at: set() for at in range(len(rungs))}
    for i, one in enumerate(rungs):
        for j in range(i):
            if one.meets(rungs[j]):
                upper, lower = (i, j) if one.holds(rungs[j].x) else (j, i)
                above[upper].add(lower)
    levels = [0] * len(rungs)
    for _ in rungs:
        new = [max((levels[low] + 1 for low in above[at]), default=0) for at in above]
        if new == levels:
            break
        levels = new
    else:
        return None
    made = [replace(one, level=level) for one, level in zip(rungs, levels, strict=True)]
    return sum(levels) + 3.0 * max(levels, default=0), made
