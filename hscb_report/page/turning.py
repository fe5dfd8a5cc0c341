"""Where pages end: the breaks that leave the pages fullest and part least of what belongs together.

Breaks are chosen for the document as a whole (least cost over all pages, by dynamic programming),
not page by page, so a heading never stands alone and the last page is not left with a single line.
A page counts as full as it will be: with its gaps opened, and with what takes spare height.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from hscb_report.page import spacing
from hscb_report.page.columns import Entry, Run
from hscb_report.page.layout import Box, height_of

if TYPE_CHECKING:
    from hscb_report.page.flow import Atom

NEARLY = 0.005
"""So little of a page is not missed."""
RHYTHM = 4.0
"""Heights and gaps are multiples of this, pt."""


@dataclass(frozen=True)
class Measured:
    """An atom with its height, and that of the header above it where it begins a page, pt.

    What it gives and takes is what it did when it was asked first: before it was set on a page.
    """

    atom: Atom
    height: float
    header: float

    @property
    def space(self) -> float:
        """The gap above it."""
        return self.atom.gap.space

    @property
    def stretch(self) -> float:
        """How much more that gap may be."""
        return 0.0 if self.atom.columns else self.atom.gap.stretch

    @property
    def closes(self) -> float:
        """How much less that gap may be."""
        return 0.0 if self.atom.columns else self.atom.gap.closes

    @cached_property
    def gives(self) -> float:
        """How much lower it may become, pt."""
        shown = self.atom.flowable
        return shown.gives // RHYTHM * RHYTHM if isinstance(shown, Box) else 0.0

    @cached_property
    def takes(self) -> float:
        """How much of a page's spare height it can use, pt."""
        shown = self.atom.flowable
        return shown.takes if isinstance(shown, Box) and not self.atom.columns else 0.0

    @cached_property
    def entry(self) -> Entry:
        """As it stands in one of two columns."""
        return Entry(self.height, self.space, self.header, self.atom.keep_next)


def measured(atom: Atom, width: float) -> Measured:
    """An atom at a width, pt."""
    height = height_of(atom.flowable, width)
    header = _on_rhythm(height_of(atom.header, width)) if atom.header else 0.0
    return Measured(atom, height if atom.exact else _on_rhythm(height), header)


def _on_rhythm(height: float) -> float:
    return -(-round(height, 3) // RHYTHM) * RHYTHM


def breaks(atoms: Sequence[Measured], first: float, later: float, pages: int = 0) -> list[int]:
    """Where each page begins.

    Args:
        first, later: the room on the first page and on all others, pt.
        pages: that there should be, if there can be so many; 0 for as many as is best.
    """
    count = len(atoms)
    runs = _runs(atoms)
    ends = [_ends(atoms, runs, start, later if start else first) for start in range(count)]
    best: list[_Turn | None] = [None] * count + [_Turn(0.0, count)]
    if pages:
        turns = [[None] * count + [_Turn(0.0, count)]]
        for _ in range(pages):
            turns.append([*(_best(some, turns[-1]) for some in ends), None])
        if turns[-1][0]:
            return _starts(turns[:0:-1])
    for start in range(count - 1, -1, -1):
        best[start] = _best(ends[start], best)
    return _starts([best] * count)


@dataclass(frozen=True)
class _Turn:
    """The end of a page, and the cost of it and of all that follow."""

    cost: float
    end: int


def _best(ends: Sequence[_Turn], after: Sequence[_Turn | None]) -> _Turn | None:
    """The best end of a page, the last of equals.

    Args:
        ends: of the page alone; ``after``: the best of the pages behind, by where they begin.
    """
    found: _Turn | None = None
    for one in ends:
        behind = after[one.end]
        if behind and (found is None or one.cost + behind.cost <= found.cost):
            found = _Turn(one.cost + behind.cost, one.end)
    return found


def _starts(turns: Sequence[Sequence[_Turn | None]]) -> list[int]:
    """Where pages begin, from the best ends of each."""
    starts, at = [], 0
    for some in turns:
        turn = some[at]
        if turn is None or turn.end <= at:
            break
        starts.append(at)
        at = turn.end
    return starts


def _runs(atoms: Sequence[Measured]) -> list[tuple[int, Run | None]]:
    """For each atom that stands in columns where these begin, and all that they hold."""
    found: list[tuple[int, Run | None]] = []
    for columns, group in groupby(atoms, lambda one: one.atom.columns):
        these = list(group)
        run = Run([one.entry for one in these]) if columns else None
        found += [(len(found), run)] * len(these)
    return found


def _ends(
    atoms: Sequence[Measured], runs: Sequence[tuple[int, Run | None]], start: int, room: float
) -> list[_Turn]:
    """Where a page may end, and what it costs by itself; at the least behind one atom."""
    count = len(atoms)
    used, more, less = 0.0, 0.0, 0.0
    above = 0.0  # what is above the columns that are being filled
    bare = 0.0  # of these columns, what the lower leaves empty, as far as it is a page's height
    found: list[_Turn] = []
    for end in range(start + 1, count + 1):
        one = atoms[end - 1]
        inside = end - 1 > start
        space = one.space if inside else one.header
        begun, run = runs[end - 1]
        if run is None:
            used += one.height + space
        else:
            if not inside or begun == end - 1:
                above = used + (space if inside else 0)
            set_out = run.split(max(begun, start) - begun, end - begun)
            used = above + set_out.height
            bare = (set_out.height - set_out.lower) / 2
        more += (one.stretch if inside else 0) + one.takes
        less += (one.closes if inside else 0) + one.gives
        if used > room + less and end > start + 1:
            break
        cost = _page_cost(room, used - bare, more, last=end == count)
        cost += spacing.SMALLER if used > room else 0
        if end < count:
            cost += atoms[end].atom.break_cost
            cost += spacing.HEADING_ALONE if one.atom.keep_next else 0
        found.append(_Turn(cost, end))
    return found


def _page_cost(room: float, used: float, more: float, last: bool) -> float:
    """How bad a page is.

    Args:
        room: on it; ``used`` of it; ``more``: what opens and what takes spare height, pt.
    """
    empty = max(0.0, room - used - (0 if last else more)) / room
    if last:
        too_much = max(0.0, empty - spacing.LAST_TOLERATED) / (1 - spacing.LAST_TOLERATED)
        return spacing.PAGE + spacing.LAST_EMPTY * too_much
    short = max(0.0, empty - (1 - spacing.LEAST_FULL))
    low = spacing.LOW * short + (spacing.TOO_LOW if short > NEARLY else 0.0)
    return spacing.PAGE + spacing.EMPTY * empty**2 + low
