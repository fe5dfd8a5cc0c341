"""Which blocks stand on which panel of a leaflet: as the content says, and by default where it says nothing.

By default priorities stand on the back and lessons on the flap, with what follows the lessons
beside them; all else is shared out over the inside panels in its order, as evenly as its heights
allow. Tables and series by year are for the full report. Nothing is left out to make things fit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from hscb_report.summary.document import Summary
from hscb_report.summary.leaflet import Leaflet, Part

FULL_REPORT = ("table", "trend", "bars")
"""Kinds of blocks that a leaflet shows only where the content asks for them."""

Unit = tuple[int, int]
"""A section and one of its blocks, from 0."""

_TOO_FULL, _SPLIT = 1000.0, 0.6


@dataclass(frozen=True)
class Piece:
    """Some blocks of a section on a panel.

    Attributes:
        section: its index.
        blocks: their indices.
        headed: whether the section's heading stands above them; not where they go on from the panel before.
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
        """The height of blocks one below the other, each section under its heading unless the first goes on."""
        return sum(self._height(piece) for piece in _pieces(units, goes_on))


def assign(summary: Summary, roles: Sequence[str], rooms: dict[str, float], measure: Measure) -> dict[str, list[Piece]]:
    """The pieces of each panel but the front.

    The lists of ``leaflet: inside`` stand on a panel each where there are as many; else they are one flow.

    Args:
        roles: the panels in reading order: ``inside 1`` ..., ``flap`` where there is one, ``back``.
        rooms: the height each panel has for them, pt on the layout.
        measure: of pieces.
    """
    wish = summary.leaflet or Leaflet()
    groups = [_units(summary, parts) for parts in wish.inside or []]
    placed = {unit for group in groups for unit in group}
    fixed = {name: _units(summary, parts) for name, parts in (("flap", wish.flap), ("back", wish.back)) if parts is not None}
    placed |= {unit for units in fixed.values() for unit in units} | set(_units(summary, wish.leave_out))
    free = [unit for unit in _all(summary) if unit not in placed and _kind(summary, unit) not in FULL_REPORT]
    inside, flap, back = _by_default(summary, free, fixed, rooms, measure, named=bool(groups))
    flap, back = [*fixed.get("flap", []), *flap], [*fixed.get("back", []), *back]
    panels = [role for role in roles if role.startswith("inside")]
    flow = [unit for group in groups for unit in group] or inside
    if "flap" not in roles:  # what would stand there goes on from the inside to the back, above what belongs there
        shared = _shared([*flow, *flap], [*panels, "back"], rooms | {"back": rooms["back"] - measure.of(back)}, measure)
        return shared | {"back": [*shared["back"], *_pieces(back)]}
    result = {"flap": _pieces(flap), "back": _pieces(back)}
    if len(groups) == len(panels):
        return result | {role: _pieces(group) for role, group in zip(panels, groups, strict=True)}
    return result | _shared(flow, panels, rooms, measure)


def _by_default(summary: Summary, free: list[Unit], fixed: dict[str, list[Unit]], rooms: dict[str, float], measure: Measure,
                named: bool) -> tuple[list[Unit], list[Unit], list[Unit]]:
    """What the content does not place: inside, flap and back."""
    sections = [(index, list(units)) for index, units in groupby(free, key=lambda unit: unit[0])]
    inside: list[Unit] = []
    flap: list[Unit] = []
    back: list[Unit] = []
    after = False
    for _, units in sections:
        kinds = {_kind(summary, unit) for unit in units}
        lessons = "lessons" in kinds
        if kinds == {"priorities"}:
            if "back" not in fixed:
                back += units
        elif not lessons and not after:
            inside += [] if named else units
        elif "flap" not in fixed and (lessons or "flap" not in rooms or measure.of([*flap, *units]) <= rooms["flap"] or "back" in fixed):
            flap += units
        elif "back" not in fixed:
            back += units
        after = after or lessons
    return inside, flap, back


def _shared(flow: list[Unit], panels: Sequence[str], rooms: dict[str, float], measure: Measure) -> dict[str, list[Piece]]:
    """Blocks in their order over the panels: the split with the least overflow, then the fewest split sections, then the most even."""
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
                cost = (1 - fill) ** 2 + max(0.0, fill - 1) * _TOO_FULL + split + best[panel + 1, end][0]
                if (panel, start) not in best or cost < best[panel, start][0]:
                    best[panel, start] = cost, end
    result, start = {}, 0
    for panel, role in enumerate(panels):
        end = best[panel, start][1]
        result[role] = _pieces(flow[start:end], _goes_on(flow, start))
        start = end
    return result


def _goes_on(flow: Sequence[Unit], at: int) -> bool:
    """Whether the section of the block before goes on here."""
    return 0 < at < len(flow) and flow[at - 1][0] == flow[at][0]


def _pieces(units: Sequence[Unit], goes_on: bool = False) -> list[Piece]:
    pieces = [Piece(section, tuple(block for _, block in blocks)) for section, blocks in groupby(units, key=lambda unit: unit[0])]
    if goes_on and pieces:
        pieces[0] = replace(pieces[0], headed=False)
    return pieces


def _units(summary: Summary, parts: Sequence[Part]) -> list[Unit]:
    found = []
    for part in parts:
        index = next(i for i, section in enumerate(summary.sections) if section.heading == part.section)
        blocks = [number - 1 for number in part.blocks] if part.blocks else range(len(summary.sections[index].blocks))
        found += [(index, block) for block in blocks]
    return found


def _all(summary: Summary) -> list[Unit]:
    return [(s, b) for s, section in enumerate(summary.sections) for b in range(len(section.blocks))]


def _kind(summary: Summary, unit: Unit) -> str:
    return summary.sections[unit[0]].blocks[unit[1]].kind
