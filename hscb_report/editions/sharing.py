"""What is shared out over the panels of a leaflet: blocks, and how much room they take."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import NamedTuple

from hscb_report.errors import Misfit


class Unit(NamedTuple):
    """A block, or some of its entries, which a panel shows or does not.

    Attributes:
        section, block: their indices.
        first, upto: which of its entries; None for all that follow.
    """

    section: int
    block: int
    first: int = 0
    upto: int | None = None

    @property
    def of(self) -> tuple[int, int]:
        """The section and the block."""
        return self.section, self.block


NEARLY = 0.01
"""What is too high by less than this fits, pt."""


@dataclass(frozen=True)
class Piece:
    """Some blocks of a section on a panel.

    Attributes:
        section: its index.
        parts: its blocks, or parts of them.
        headed: whether the section's heading stands above them; where they go on from the panel
            before, a line says so instead.
    """

    section: int
    parts: tuple[Unit, ...]
    headed: bool = True


@dataclass(frozen=True)
class Size:
    """What a piece needs on a panel.

    Attributes:
        gap: above it, where something stands there, pt on the layout.
        height: without the gap.
        misfits: what does not fit the panel's width.
        closes: how much lower it may be set, pt.
    """

    gap: float
    height: float
    misfits: tuple[Misfit, ...] = ()
    closes: float = 0.0


@dataclass(frozen=True)
class Space:
    """A panel that is to be filled.

    Attributes:
        role: its name.
        width: its own, pt; panels of one width have the same measures.
        room: its height, pt on the layout.
        taken: by what always stands there: the introduction, the foot of the back.
        below: whether that stands above, so that a gap is needed.
    """

    role: str
    width: float
    room: float
    taken: float = 0.0
    below: bool = False


@dataclass(slots=True)
class Run:
    """Some blocks one below the other on a panel.

    Attributes:
        height: of all, pt on the layout; with the gap above where something stands there.
        closes: how much lower they may be set, pt.
        before: the same two for the sections before that of the last block.
        parts: the blocks of that section.
        first: whether that section is the first.
        after: what they are with one block more.
    """

    height: float = 0.0
    closes: float = 0.0
    before: tuple[float, float] = (0.0, 0.0)
    parts: list[Unit] = field(default_factory=list)
    first: bool = True
    after: dict[Unit, Run] = field(default_factory=dict)


Runs = dict[tuple[float, bool, bool], Run]
"""No block, by the width of a panel, whether something stands above, and whether a section goes on;
and behind it all that were asked for.
"""


@dataclass(frozen=True)
class Sizes:
    """What was measured at one size of type.

    Attributes:
        pieces: by the width of their panel.
        runs: as ``Measure`` has it.
    """

    pieces: dict[tuple[float, Piece], Size] = field(default_factory=dict)
    runs: Runs = field(default_factory=dict)


class Measure:
    """How much room pieces take, each measured once.

    Args:
        size: of a piece on a panel.
        runs: what is known already at this size of type.
    """

    def __init__(self, size: Callable[[str, Piece], Size], runs: Runs | None = None) -> None:
        self.size = cache(size)
        self._runs: Runs = {} if runs is None else runs

    def runs(self, flow: Sequence[Unit], start: int, space: Space) -> Iterator[Run]:
        """No block, one, two ... of a flow on a panel."""
        goes_on = goes_on_at(flow, start)
        run = self._runs.setdefault((space.width, space.below, goes_on), Run())
        yield run
        for at in range(start, len(flow)):
            known = run.after.get(flow[at])
            if known is None:
                known = run.after[flow[at]] = self._one_more(run, flow[at], goes_on, space)
            run = known
            yield run

    def _one_more(self, run: Run, unit: Unit, goes_on: bool, space: Space) -> Run:
        before, parts, first = run.before, run.parts, run.first
        if parts and parts[-1].section != unit.section:
            before, parts, first = (run.height, run.closes), [], False
        parts = _joined(parts, unit)
        size = self.size(space.role, Piece(unit.section, tuple(parts), not (first and goes_on)))
        gap = 0.0 if first and not space.below else size.gap
        height, closes = before[0] + gap + size.height, before[1] + size.closes
        return Run(height, closes, before, parts, first)

    def of(self, units: Sequence[Unit], space: Space, goes_on: bool = False) -> float:
        """The height of blocks one below the other, each section under its heading unless the first
        goes on.
        """
        return self.height(pieces_of(units, goes_on), space)

    def alone(self, unit: Unit, space: Space) -> float:
        """The height of one block under its heading."""
        *_, run = self.runs([unit], 0, space)
        return run.height

    def height(self, pieces: Sequence[Piece], space: Space) -> float:
        """The height of pieces one below the other."""
        sizes = [self.size(space.role, piece) for piece in pieces]
        gaps = sum(size.gap for size in (sizes if space.below else sizes[1:]))
        return sum(size.height for size in sizes) + gaps

    def fits(self, pieces: Sequence[Piece], space: Space) -> bool:
        """Whether pieces have room on a panel."""
        return self.excess(pieces, space) <= NEARLY

    def excess(self, pieces: Sequence[Piece], space: Space) -> float:
        """By how much pieces are too high for a panel, even set as low as they may be, pt."""
        closes = sum(self.size(space.role, piece).closes for piece in pieces)
        return space.taken + self.height(pieces, space) - space.room - closes


def goes_on_at(flow: Sequence[Unit], at: int) -> bool:
    """Whether the section of the block before goes on here."""
    return 0 < at < len(flow) and flow[at - 1].section == flow[at].section


def pieces_of(units: Sequence[Unit], goes_on: bool = False) -> list[Piece]:
    """Blocks in their order as pieces, each under a heading unless the first goes on; parts of a
    block that follow one another are one again.
    """
    pieces: list[Piece] = []
    for section, group in groupby(units, key=lambda unit: unit.section):
        parts: list[Unit] = []
        for unit in group:
            parts = _joined(parts, unit)
        pieces.append(Piece(section, tuple(parts), not (goes_on and not pieces)))
    return pieces


def _joined(parts: list[Unit], unit: Unit) -> list[Unit]:
    """One more part; it is one with the last where it goes on with it."""
    if parts and parts[-1].of == unit.of and parts[-1].upto == unit.first:
        return [*parts[:-1], parts[-1]._replace(upto=unit.upto)]
    return [*parts, unit]
