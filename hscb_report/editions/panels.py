"""Which blocks stand on which panel of a leaflet: as the content says, and by default where it says
nothing.

By default priorities stand on the back and lessons on the flap, with what follows the lessons
beside them; all else is shared out over the inside panels (and those that would be empty) in its
order, as evenly as its heights allow; where nothing else is, the lessons are. Tables and series by
year are left to the full report where there is no good place for them. Nothing else is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, product
from math import inf

from hscb_report.summary.blocks import Panel
from hscb_report.summary.document import Summary
from hscb_report.summary.leaflet import Leaflet, Portion

Unit = tuple[int, int]
"""A section and one of its blocks, from 0."""

_TOO_FULL, _SPLIT, _BLANK = 1000.0, 0.6, 1.0
_MOST_TRIED = 6
"""So many sections after the lessons are tried on the flap and on the back; more go to the flap."""
_HOPELESS = 2.0
"""A panel so many times too full is not filled any further."""


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
        return self.height(_pieces(units, goes_on))

    def height(self, pieces: Sequence[Piece]) -> float:
        """The height of pieces one below the other."""
        return sum(self._height(piece) for piece in pieces)


def assign(
    summary: Summary, roles: Sequence[str], rooms: dict[str, float], measure: Measure
) -> dict[str, list[Piece]]:
    """The pieces of each panel but the front.

    The lists of ``leaflet: inside`` stand on a panel each where there are as many; else they are
    one flow.

    Args:
        roles: the panels in reading order: ``inside 1`` ..., ``flap`` where there is one, ``back``.
        rooms: the height each panel has for them, pt on the layout.
        measure: of pieces.
    """
    made = [_assign(summary, roles, rooms, measure, full) for full in (True, False)]

    def faults(panels: dict[str, list[Piece]]) -> tuple[bool, int]:
        """Too full, and the sections that are torn."""
        return (
            any(measure.height(pieces) > rooms[role] for role, pieces in panels.items()),
            sum(not piece.headed for pieces in panels.values() for piece in pieces),
        )

    return min(made, key=faults)


def _assign(
    summary: Summary,
    roles: Sequence[str],
    rooms: dict[str, float],
    measure: Measure,
    full: bool,
) -> dict[str, list[Piece]]:
    wish = summary.leaflet or Leaflet()
    out = set(_units(summary, wish.leave_out))
    groups = [
        [unit for unit in _units(summary, parts) if unit not in out] for parts in wish.inside or []
    ]
    fixed = {
        name: [unit for unit in _units(summary, parts) if unit not in out]
        for name, parts in (("flap", wish.flap), ("back", wish.back))
        if parts is not None
    }
    placed = {unit for units in (*groups, *fixed.values()) for unit in units} | out
    free = [
        unit
        for unit in _all(summary)
        if unit not in placed and (full or _panel(summary, unit) != "full report")
    ]
    inside, flap, back = _by_default(summary, free, fixed, rooms, measure, named=bool(groups))
    flap, back = [*fixed.get("flap", []), *flap], [*fixed.get("back", []), *back]
    panels = [role for role in roles if role.startswith("inside")]
    if len(groups) == len(panels) and "flap" in roles:
        return {"flap": _pieces(flap), "back": _pieces(back)} | {
            role: _pieces(group) for role, group in zip(panels, groups, strict=True)
        }
    flow = [unit for group in groups for unit in group] or inside
    if not flow and "flap" not in fixed:  # nothing else is there to stand inside
        flow, flap = flap, []
    # Without a flap what would stand there goes on from the inside to the back.
    if "flap" not in roles:
        flow, flap = [*flow, *flap], []
    elif not flap and "flap" not in fixed:
        panels.append("flap")
    if "back" not in fixed and ("flap" not in roles or (not back and "flap" in panels)):
        panels.append("back")
    shared = _shared(flow, panels, rooms | {"back": rooms["back"] - measure.of(back)}, measure)
    return (
        ({"flap": _pieces(flap)} if flap else {})
        | shared
        | {"back": [*shared.get("back", []), *_pieces(back)]}
    )


def without_place(summary: Summary, panels: dict[str, list[Piece]]) -> list[int]:
    """The sections of which nothing is in the leaflet, though the content does not leave
    them out.
    """
    wish = summary.leaflet or Leaflet()
    shown = {piece.section for pieces in panels.values() for piece in pieces}
    left = set(_units(summary, wish.leave_out)) | {
        unit for unit in _all(summary) if _panel(summary, unit) == "full report"
    }
    return [
        index
        for index in range(len(summary.sections))
        if index not in shown
        and any(unit[0] == index and unit not in left for unit in _all(summary))
    ]


def _by_default(
    summary: Summary,
    free: list[Unit],
    fixed: dict[str, list[Unit]],
    rooms: dict[str, float],
    measure: Measure,
    named: bool,
) -> tuple[list[Unit], list[Unit], list[Unit]]:
    """What the content does not place: inside, flap and back."""
    sections = [list(units) for _, units in groupby(free, key=lambda unit: unit[0])]
    belong = [{_panel(summary, unit) for unit in units} for units in sections]
    lessons_at = next(
        (
            index
            for index, section in enumerate(summary.sections)
            if any(block.panel == "flap" for block in section.blocks)
        ),
        len(summary.sections),
    )
    first = next(
        (index for index, units in enumerate(sections) if units[0][0] >= lessons_at), len(sections)
    )
    priorities = [panels == {"back"} for panels in belong]
    inside = [
        unit
        for units, alone in zip(sections[:first], priorities, strict=False)
        if not alone and not named
        for unit in units
    ]
    back = [
        unit
        for units, alone in zip(sections, priorities, strict=True)
        if alone and "back" not in fixed
        for unit in units
    ]
    lessons = [
        unit
        for units, panels in zip(sections, belong, strict=True)
        if "flap" in panels
        for unit in units
    ]
    rest = [
        units
        for units, panels, alone in zip(
            sections[first:], belong[first:], priorities[first:], strict=True
        )
        if not alone and "flap" not in panels
    ]
    open_ = [name for name in ("flap", "back") if name not in fixed]
    if not open_:
        return inside, [], []
    lessons_on = open_[0]
    best: tuple[float, list[Unit], list[Unit]] = (inf, [], [])
    for places in product(open_, repeat=min(len(rest), _MOST_TRIED)):
        on: dict[str, list[Unit]] = {"flap": [], "back": []}
        on[lessons_on] += lessons
        for index, units in enumerate(rest):
            on[places[index] if index < len(places) else open_[0]] += units
        over = sum(
            max(0.0, measure.of([*units, *(back if name == "back" else [])]) - rooms.get(name, 0.0))
            for name, units in on.items()
        )
        if over < best[0]:
            best = over, on["flap"], on["back"]
    return inside, best[1], [*best[2], *back]


def _shared(
    flow: list[Unit], panels: Sequence[str], rooms: dict[str, float], measure: Measure
) -> dict[str, list[Piece]]:
    """Blocks in their order over the panels: the split with the least overflow, then the fewest
    blank panels and split sections, then the most even; of two as good, the one that begins first.
    """
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
        result[role] = _pieces(flow[start:end], _goes_on(flow, start))
        start = end
    return result


def _goes_on(flow: Sequence[Unit], at: int) -> bool:
    """Whether the section of the block before goes on here."""
    return 0 < at < len(flow) and flow[at - 1][0] == flow[at][0]


def _pieces(units: Sequence[Unit], goes_on: bool = False) -> list[Piece]:
    pieces = [
        Piece(section, tuple(block for _, block in blocks))
        for section, blocks in groupby(units, key=lambda unit: unit[0])
    ]
    if goes_on and pieces:
        pieces[0] = replace(pieces[0], headed=False)
    return pieces


def _units(summary: Summary, parts: Sequence[Portion]) -> list[Unit]:
    found = []
    for part in parts:
        index = next(
            i for i, section in enumerate(summary.sections) if section.heading == part.section
        )
        blocks = (
            [number - 1 for number in part.blocks]
            if part.blocks
            else range(len(summary.sections[index].blocks))
        )
        found += [(index, block) for block in blocks]
    return found


def _all(summary: Summary) -> list[Unit]:
    return [
        (s, b) for s, section in enumerate(summary.sections) for b in range(len(section.blocks))
    ]


def _panel(summary: Summary, unit: Unit) -> Panel:
    """Where a block belongs by default, as its kind declares."""
    return summary.sections[unit[0]].blocks[unit[1]].panel
