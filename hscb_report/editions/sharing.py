"""Blocks shared out over the panels of a leaflet, as evenly as their heights allow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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


LEAST = 1 / 3
"""A panel that is less full looks forgotten."""
_TOO_FULL, _OVER, _BLANK, _LOW, _AWAY = 1000.0, 100.0, 20.0, 0.7, 0.5
_SPLIT, _PARTED = 4.0, 2.0
"""What it costs that a section goes on over the next panel, which only a panel that would be blank
outweighs; and that this is within one of its blocks.
"""
_HOPELESS = 2.0
"""A panel so many times too full is not filled any further; and where all panels together are, no
split is looked for: it takes 2 ms for each block and each that may follow it on a panel.
"""
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


class Measure:
    """How much room pieces take, each measured once.

    Args:
        size: of a piece on a panel.
    """

    def __init__(self, size: Callable[[str, Piece], Size]) -> None:
        self.size = cache(size)

    def of(self, units: Sequence[Unit], space: Space, goes_on: bool = False) -> float:
        """The height of blocks one below the other, each section under its heading unless the first
        goes on.
        """
        return self.height(pieces_of(units, goes_on), space)

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


def share(
    flow: Sequence[Unit],
    spaces: Sequence[Space],
    measure: Measure,
    homes: Mapping[Unit, str],
) -> tuple[dict[str, list[Piece]], float]:
    """Blocks in their order over the panels: the split with the least overflow, then the fewest
    blank panels, then the fewest split sections, then those away from home and the most even;
    of two as good, the one that begins first. Where there is far too much for all of them, one is
    filled after the other.

    Args:
        homes: the panel on which a block is looked for, where there is one.

    Returns:
        The pieces of each panel, and how bad that is.
    """
    rooms = sum(max(1.0, space.room - space.taken) for space in spaces)
    if not spaces or measure.of(flow, spaces[0]) > _HOPELESS * rooms:
        return _filled(flow, spaces, measure), _TOO_FULL * _HOPELESS
    count = len(flow)
    torn = [_goes_on(flow, at) for at in range(count + 1)]
    splits = [_split(flow, at) for at in range(count + 1)]
    heights: dict[tuple[float, bool], list[list[float]]] = {}
    most = _HOPELESS * max(space.room for space in spaces)
    best: dict[tuple[int, int], tuple[float, int]] = {(len(spaces), count): (0.0, count)}
    for number in range(len(spaces) - 1, -1, -1):
        space = spaces[number]
        alike = space.width, space.below
        if alike not in heights:
            heights[alike] = _heights(flow, torn, space, measure, most)
        strays = [homes.get(unit, space.role) != space.role for unit in flow]
        for start in range(count + 1):
            away: set[int] = set()  # sections that stand elsewhere than they are looked for
            for end, height in enumerate(heights[alike][start], start):
                if end > start and strays[end - 1]:
                    away.add(flow[end - 1].section)
                if (number + 1, end) not in best:
                    continue
                fill = (space.taken + height) / max(1.0, space.room)
                cost = (
                    _cost(space, fill)
                    + (splits[end] if end > start else 0.0)
                    + _AWAY * len(away)
                    + best[number + 1, end][0]
                )
                if (number, start) not in best or cost <= best[number, start][0]:
                    best[number, start] = cost, end
                if fill > _HOPELESS:
                    break
    if (0, 0) not in best:  # on narrower panels than the first, blocks are higher
        return _filled(flow, spaces, measure), _TOO_FULL * _HOPELESS
    result, start = {}, 0
    for number, space in enumerate(spaces):
        end = best[number, start][1]
        result[space.role] = pieces_of(flow[start:end], torn[start])
        start = end
    return result, best[0, 0][0]


def _heights(
    flow: Sequence[Unit], torn: Sequence[bool], space: Space, measure: Measure, most: float
) -> list[list[float]]:
    """For each beginning the heights of no block, one, two ..., up to the first above ``most``."""
    table = []
    for start in range(len(flow) + 1):
        row, before, first = [0.0], 0.0, True
        parts: list[Unit] = []
        for unit in flow[start:]:
            if parts and parts[-1].section != unit.section:
                before, parts, first = row[-1], [], False
            parts = _joined(parts, unit)
            piece = Piece(unit.section, tuple(parts), not (first and torn[start]))
            size = measure.size(space.role, piece)
            gap = 0.0 if first and not space.below else size.gap
            row.append(before + gap + size.height)
            if row[-1] > most:
                break
        table.append(row)
    return table


def _cost(space: Space, fill: float) -> float:
    blank = _BLANK if fill <= 0 else 0.0
    over = max(0.0, fill - 1 - NEARLY / max(1.0, space.room))
    low = _LOW if fill < LEAST else 0.0
    return (1 - fill) ** 2 + blank + low + over * _TOO_FULL + (_OVER if over else 0.0)


def _filled(
    flow: Sequence[Unit], spaces: Sequence[Space], measure: Measure
) -> dict[str, list[Piece]]:
    """Blocks in their order, panel after panel; what has no room is too much for the last."""
    result, start = {}, 0
    for space in spaces:
        end = start
        while end < len(flow) and (
            space is spaces[-1]
            or space.taken + measure.of(flow[start : end + 1], space, _goes_on(flow, start))
            <= space.room
        ):
            end += 1
        result[space.role] = pieces_of(flow[start:end], _goes_on(flow, start))
        start = end
    return result


def _goes_on(flow: Sequence[Unit], at: int) -> bool:
    """Whether the section of the block before goes on here."""
    return 0 < at < len(flow) and flow[at - 1].section == flow[at].section


def _split(flow: Sequence[Unit], at: int) -> float:
    """How bad it is to end a panel before a block, or a part of one."""
    if not _goes_on(flow, at):
        return 0.0
    return _SPLIT + (_PARTED if flow[at - 1].of == flow[at].of else 0.0)


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
