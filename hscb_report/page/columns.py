"""Two columns of a page: entries that fill them from top to bottom, left before right, over as many
pages as it takes. On each page both columns are as even as can be.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf

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


class Run:
    """Entries one behind the other, any piece of which can be set in two columns: what is asked of
    each entry is worked out once, for pages are tried from every place to every other.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        count = len(entries)
        self._count = count
        self._sums = [0.0, *accumulate(one.space + one.height for one in entries)]
        self._tops = [_top(one) for one in entries]
        self._spaces = max((one.space for one in entries), default=0.0)
        self._keeps = [one.keeps for one in entries]
        self._goes_on = [bool(one.header) for one in entries]
        # The last heading before each entry, and the first behind it that begins something.
        self._heading = [-1] * (count + 1)
        for at in range(count):
            self._heading[at + 1] = at if self._keeps[at] else self._heading[at]
        self._next = [count] * (count + 1)
        for at in range(count - 1, -1, -1):
            self._next[at] = self._next[at + 1] if self._goes_on[at] else at

    def split(self, start: int, end: int) -> Split:
        """The most even way to set the entries from one to before another in two columns that parts
        no heading from what follows it. A group stays together where that costs little.
        """
        best, least = None, inf
        for at in self._worth(start, end):
            left, right = self._column(start, at), self._column(at, end)
            higher, lower = (left, right) if left > right else (right, left)
            # Being torn only makes it worse, and of equals the first is taken.
            if higher < least and (cost := higher + self._torn(start, at, end)) < least:
                best, least = Split(at - start, higher, lower), cost
        return best or Split(end - start, self._column(start, end))  # headings alone

    def _worth(self, start: int, end: int) -> Iterator[int]:
        """Where the left column may end so that neither is higher than both are at a place near the
        middle: the best place is among these.
        """
        sums, keeps = self._sums, self._keeps
        before, whole = sums[start], sums[end] - sums[start]
        begin = bisect_left(sums, before + whole / 2, start + 1, end + 1)
        near = next((at for at in range(begin, end + 1) if not keeps[at - 1]), 0)
        low, high = start + 1, end + 1
        if near:
            least = max(self._column(start, near), self._column(near, end))
            least += self._torn(start, near, end) + HARDLY
            low = bisect_left(sums, before + whole - self._spaces - least, low, high)
            high = bisect_right(sums, before + least - self._tops[start], low, high)
        return (at for at in range(low, high) if not keeps[at - 1])

    def _column(self, start: int, end: int) -> float:
        """The height of a column of these, pt."""
        return self._sums[end] - self._sums[start] + self._tops[start] if end > start else 0.0

    def _torn(self, start: int, at: int, end: int) -> float:
        """How much worse it is to go over to the right column there, pt."""
        if at == end or not self._goes_on[at]:
            return 0.0
        heading = self._heading[at]
        if heading >= start and min(self._next[at], end) - heading - 1 <= SMALL:
            return WHOLE
        alone = at - start > 1 and self._keeps[at - 2]
        alone = alone or at + 1 == end or not self._goes_on[at + 1]
        return INSIDE + (ALONE if alone else 0.0)


def split(entries: Sequence[Entry]) -> Split:
    """Entries in two columns, as a ``Run`` splits them."""
    return Run(entries).split(0, len(entries))


def column_height(entries: Sequence[Entry]) -> float:
    """The height of one column, pt."""
    return sum(one.space + one.height for one in entries) + _top(entries[0]) if entries else 0.0


def _top(first: Entry) -> float:
    """How much higher a column is because this is its first, pt."""
    return first.header - first.space
