"""Blocks shared out over the panels of a leaflet, as evenly as their heights allow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

Unit = tuple[int, int]
"""A section and one of its blocks, from 0."""

_TOO_FULL, _SPLIT, _BLANK = 1000.0, 0.6, 1.0
_HOPELESS = 2.0
"""A panel so many times too full is not filled any further; and where all panels together are, no
split is looked for: it takes 2 ms for each block and each that may follow it on a panel.
"""


@dataclass(frozen=True)
class Piece:
    """Some blocks of a section on a panel.

    Attributes:
        section: its index.
        blocks: their indices.
        headed: whether the section's heading stands above them; not where they go on from the
            panel before.
    """

    section: int
    blocks: tuple[int, ...]
    headed: bool = True


class Measure:
    """How high pieces are, pt on the layout, each measured once.

    Args:
        height: of a piece with the space above it.
    """

    def __init__(self, height: Callable[[Piece], float]) -> None:
        self._height = cache(height)

    def of(self, units: Sequence[Unit], goes_on: bool = False) -> float:
        """The height of blocks one below the other, each section under its heading unless the first
        goes on.
        """
        return self.height(pieces_of(units, goes_on))

    def height(self, pieces: Sequence[Piece]) -> float:
        """The height of pieces one below the other."""
        return sum(self._height(piece) for piece in pieces)


def share(
    flow: list[Unit], panels: Sequence[str], rooms: dict[str, float], measure: Measure
) -> dict[str, list[Piece]]:
    """Blocks in their order over the panels: the split with the least overflow, then the fewest
    blank panels and split sections, then the most even; of two as good, the one that begins first.
    Where there is far too much for all of them, one is filled after the other.
    """
    if measure.of(flow) > _HOPELESS * sum(max(0.0, rooms[panel]) for panel in panels):
        return _filled(flow, panels, rooms, measure)
    count = len(flow)
    best: dict[tuple[int, int], tuple[float, int]] = {(len(panels), count): (0.0, count)}
    for panel in range(len(panels) - 1, -1, -1):
        room = max(1.0, rooms[panels[panel]])
        for start in range(count + 1):
            for end in range(start, count + 1):
                if (panel + 1, end) not in best:
                    continue
                fill = measure.of(flow[start:end], _goes_on(flow, start)) / room
                split = _SPLIT if end > start and _goes_on(flow, end) else 0.0
                blank = _BLANK if end == start and panels[panel] != "back" else 0.0
                cost = (
                    (1 - fill) ** 2
                    + max(0.0, fill - 1) * _TOO_FULL
                    + split
                    + blank
                    + best[panel + 1, end][0]
                )
                if (panel, start) not in best or cost <= best[panel, start][0]:
                    best[panel, start] = cost, end
                if fill > _HOPELESS:
                    break
    result, start = {}, 0
    for panel, role in enumerate(panels):
        end = best[panel, start][1]
        result[role] = pieces_of(flow[start:end], _goes_on(flow, start))
        start = end
    return result


def _filled(
    flow: list[Unit], panels: Sequence[str], rooms: dict[str, float], measure: Measure
) -> dict[str, list[Piece]]:
    """Blocks in their order, panel after panel; what has no room is too much for the last."""
    result, start = {}, 0
    for panel in panels:
        end = start
        while end < len(flow) and (
            panel == panels[-1]
            or measure.of(flow[start : end + 1], _goes_on(flow, start)) <= rooms[panel]
        ):
            end += 1
        result[panel] = pieces_of(flow[start:end], _goes_on(flow, start))
        start = end
    return result


def _goes_on(flow: Sequence[Unit], at: int) -> bool:
    """Whether the section of the block before goes on here."""
    return 0 < at < len(flow) and flow[at - 1][0] == flow[at][0]


def pieces_of(units: Sequence[Unit], goes_on: bool = False) -> list[Piece]:
    """Blocks in their order as pieces, each under a heading unless the first goes on."""
    pieces = [
        Piece(section, tuple(block for _, block in blocks))
        for section, blocks in groupby(units, key=lambda unit: unit[0])
    ]
    if goes_on and pieces:
        pieces[0] = replace(pieces[0], headed=False)
    return pieces
