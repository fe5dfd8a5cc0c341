"""Two columns of a page: entries that fill them from top to bottom, left before right, over as many
pages as it takes. On each page both columns are as even as can be.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

INSIDE = 24.0
"""A group that goes on in the right column makes up for so much less evenness, pt."""
ALONE = 24.0
"""The same for one entry of a group that stands alone in a column."""
HARDLY = 0.001
"""What is added where a comparison must not miss by a rounding, pt."""
SMALL, WHOLE = 5, 160.0
"""So many entries of a group, and no more, are whole: the same for these."""


@dataclass(frozen=True)
class Columns:
    """A run of entries in two columns; entries of one run know the same.

    Attributes:
        width: of a column, pt.
        gutter: between the two, pt.
    """

    width: float
    gutter: float


@dataclass(frozen=True)
class Entry:
    """What stands in a column, measured.

    Attributes:
        height: pt.
        space: above it, unless it is at the top of a column, pt.
        header: the height of what is repeated above it at the top of a column, because it goes on
            there; 0 for what begins.
        keeps: whether it belongs with what follows, as a heading does.
    """

    height: float
    space: float = 0.0
    header: float = 0.0
    keeps: bool = False


@dataclass(frozen=True)
class Split:
    """Entries in two columns.

    Attributes:
        left: how many stand in the left one.
        height: of the higher of the two, pt.
        lower: the height of the other, pt.
    """

    left: int
    height: float
    lower: float = 0.0


def split(entries: Sequence[Entry]) -> Split:
    """The most even way to set entries in two columns that parts no heading from what follows it.
    A group stays together where that costs little.
    """
    sums = [0.0, *accumulate(one.space + one.height for one in entries)]
    best: tuple[float, int, float, float] | None = None
    for at in _worth(entries, sums):
        both = _column(entries, sums, 0, at), _column(entries, sums, at, len(entries))
        if best and max(both) >= best[0]:
            continue  # being torn only makes it worse, and of equals the first is taken
        found = (max(both) + _torn(entries, at), at, max(both), min(both))
        best = min(best, found) if best else found
    if best is None:  # headings alone
        return Split(len(entries), _column(entries, sums, 0, len(entries)))
    return Split(*best[1:])


def _worth(entries: Sequence[Entry], sums: Sequence[float]) -> Iterator[int]:
    """Where the left column may end so that neither is higher than both are at a place near the
    middle: the best place is among these.
    """
    count, whole = len(entries), sums[-1]
    begin = max(1, bisect_left(sums, whole / 2))
    near = next((at for at in range(begin, count + 1) if not entries[at - 1].keeps), 0)
    low, high = 1, count + 1
    if near:
        least = max(_column(entries, sums, 0, near), _column(entries, sums, near, count))
        least += _torn(entries, near) + HARDLY
        spaces = max(one.space for one in entries)
        low = max(low, bisect_left(sums, whole - spaces - least))
        high = min(high, bisect_right(sums, least - _top(entries[0])))
    return (at for at in range(low, high) if not entries[at - 1].keeps)


def column_height(entries: Sequence[Entry]) -> float:
    """The height of one column, pt."""
    return sum(one.space + one.height for one in entries) + _top(entries[0]) if entries else 0.0


def _column(entries: Sequence[Entry], sums: Sequence[float], start: int, end: int) -> float:
    """The height of a column of these, pt; ``sums`` has that of all before each."""
    return sums[end] - sums[start] + _top(entries[start]) if end > start else 0.0


def _top(first: Entry) -> float:
    """How much higher a column is because this is its first, pt."""
    return first.header - first.space


def _torn(entries: Sequence[Entry], at: int) -> float:
    """How much worse it is to go over to the right column there, pt."""
    if at == len(entries) or not entries[at].header:
        return 0.0
    if _is_small(entries, at):
        return WHOLE
    after = entries[at + 1 : at + 2]
    alone = (at > 1 and entries[at - 2].keeps) or not after or not after[0].header
    return INSIDE + (ALONE if alone else 0.0)


def _is_small(entries: Sequence[Entry], at: int) -> bool:
    """Whether the group that an entry is of has few; none whose heading is not among these."""
    low = max(-1, at - SMALL - 2)
    first = next((i for i in range(at - 1, low, -1) if entries[i].keeps), -1)
    if first < 0:
        return False
    last = range(at, min(len(entries), first + SMALL + 2))
    end = next((i for i in last if not entries[i].header), len(entries))
    return end - first - 1 <= SMALL
