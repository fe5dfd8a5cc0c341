"""What a cover shows where no numbers stand within one another: a series as a large shape, or one
number as a very large numeral.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hscb_report.story.blocks import TELLINGS, Telling
from hscb_report.story.describe import Description
from hscb_report.story.nodes import Cards, Chart, Statement
from hscb_report.story.series import Line
from hscb_report.story.wholes import by_itself
from hscb_report.summary.blocks import Block, Events, Statistics, Trend
from hscb_report.summary.said import Said, join, refs_in
from hscb_report.summary.uses import shown_by

_FEWEST = 2
"""A line has so many points that are known, up to the report's year."""


@dataclass(frozen=True)
class Curve:
    """A series over the years.

    Attributes:
        description: what the picture shows, for those who do not see it.
        notes: said below its chart: its source, what is hollow.
    """

    line: Line
    description: Description
    notes: tuple[str, ...]

    @property
    def changed(self) -> Said:
        """What changed until the report's year, and the notes."""
        return _sentences([self.line.change, *self.notes])

    @property
    def caption(self) -> Said:
        """The same behind the name of the series."""
        return _sentences([self.line.name, self.changed])

    def said(self) -> Iterator[str]:
        """What it shows, and its caption."""
        yield from (self.description.alt, self.caption)

    def told(self) -> Iterator[str]:
        """The same: a section of it alone says no more."""
        yield from self.said()


def _sentences(parts: Iterable[str]) -> Said:
    said = [Said(f"{part.rstrip('.')}.", refs_in([part])) for part in parts if part]
    return join(said, " ")


@dataclass(frozen=True)
class Large:
    """One number, with its printed words."""

    statement: Statement

    def said(self) -> Iterator[str]:
        """The number in words, and what is said of it."""
        yield from self.statement.said()

    def told(self) -> Iterator[str]:
        """The same."""
        yield from self.said()


def curve_of(block: Block, telling: Telling) -> Curve | None:
    """The first series of a trend as a shape, the board's own before others; None of other blocks,
    and where it has too few numbers up to the report's year, or none above zero.
    """
    if not isinstance(block, Trend):
        return None
    series = telling.reader.summary.series
    own = sorted(block.series, key=lambda name: series[name].place is not None)
    alone = block.model_copy(update={"series": own[:1]})
    node = TELLINGS[Trend](alone, telling)
    assert isinstance(node, Chart) and node.description is not None
    (line,) = node.lines
    values = [point.value for point in line.points if point.value is not None]
    known = [point for point in line.points[: line.now + 1] if point.value is not None]
    if len(known) < _FEWEST or min(values) < 0 or max(values) <= 0:
        return None
    return Curve(line, node.description, node.notes)


def large_of(block: Block, telling: Telling) -> tuple[int, Large] | None:
    """The number of a block that leads, and how far behind others it stands: one that the content
    makes lead goes first, then the first of statistics, then any other in a row of numbers, then
    any other at all, and last one of another place. None where the block shows no number that is
    known.
    """
    if isinstance(block, (Statistics, Events)):
        node = TELLINGS[type(block)](block, telling)
        assert isinstance(node, Cards)
        known = [(_rank(one), one) for one in node.statements if not one.missing]
    else:
        readings = map(telling.reader.figure, shown_by(block))
        known = [
            (4 if one.place else 3, Statement(one)) for one in readings if one.value is not None
        ]
    first = min(known, key=lambda ranked: ranked[0], default=None)
    if first is None:
        return None
    rank, one = first
    reading = by_itself(telling.reader.figure(one.reading.key), telling.reader)
    return rank, Large(replace(one, reading=reading))


def _rank(one: Statement) -> int:
    if one.tier == "lead":
        return 0
    if one.reading.place:
        return 4
    return 1 if one.tier == "standard" and not one.reading.emphasis else 2


def is_alone(block: Block) -> bool:
    """Whether a block shows no more than one series, or one number with its words."""
    if isinstance(block, Trend):
        return len(block.series) == 1
    return isinstance(block, (Statistics, Events)) and len(block.items) == 1
