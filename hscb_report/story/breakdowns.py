"""Numbers that are broken down: a grid of rows and columns, and bars in parts, without any look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from hscb_report.story.describe import Description
from hscb_report.summary.reading import Reading


@dataclass(frozen=True)
class Cell:
    """A place in a grid.

    Attributes:
        number: what stands there: a number, its symbol where it is missing, or a per cent alone.
        percent: what stands beside the number; empty for nothing.
    """

    reading: Reading
    number: str
    percent: str = ""

    def said(self) -> Iterator[str]:
        """The number, then the per cent."""
        yield from (one for one in (self.number, self.percent) if one)


@dataclass(frozen=True)
class Line:
    """A row of a grid.

    Attributes:
        total: whether it is the total of those above it.
    """

    label: str
    cells: tuple[Cell, ...]
    total: bool = False


@dataclass(frozen=True)
class Grid:
    """Numbers in rows and columns.

    Attributes:
        above: what the cells hold, and of when they are; empty where the heads say it all.
        notes: said below: of what the per cent are, why numbers are missing.
        total: whether the last column is the total of those before it.
    """

    above: str
    columns: tuple[str, ...]
    rows: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    total: bool = False

    def said(self) -> Iterator[str]:
        """The line above, the heads, row by row, and what is below."""
        yield from (one for one in (self.above, *self.columns) if one)
        for row in self.rows:
            yield row.label
            for cell in row.cells:
                yield from cell.said()
        yield from self.notes


Sort = Literal["part", "rest", "missing"]
"""What a piece of a bar is: a part, what the parts leave, or parts whose numbers are missing."""


@dataclass(frozen=True)
class Piece:
    """A piece of a bar.

    Attributes:
        key: of the figure; empty where it is none.
        order: which of the parts it is, from 0: parts of one name have one in all bars.
        text: what stands in it, or beside it.
        size: its length, as a share of the longest bar.
        scale: of how many parts that have an order of their own; 0 where they have none.
    """

    sort: Sort
    key: str
    order: int
    text: str
    size: float
    scale: int = 0


@dataclass(frozen=True)
class Bar:
    """A bar in parts.

    Attributes:
        whole: what it is the whole of, with the number.
        pieces: from the left; none where there is nothing to draw.
        instead: said where there is nothing to draw.
        description: what it shows, for those who do not see it.
    """

    label: str
    whole: str
    pieces: tuple[Piece, ...]
    instead: str
    description: Description


@dataclass(frozen=True)
class Stack:
    """Bars in parts, one below the other.

    Attributes:
        names: of the parts, where all bars have the same; none where each bar names its own.
        notes: said below: numbers with symbols, and why numbers are missing.
        scale: how many parts have an order of their own, such as ages; 0 where they have none.
    """

    bars: tuple[Bar, ...]
    names: tuple[str, ...]
    notes: tuple[str, ...]
    scale: int = 0

    def said(self) -> Iterator[str]:
        """What each bar shows, and what is below."""
        for bar in self.bars:
            yield bar.description.alt
        yield from self.notes
