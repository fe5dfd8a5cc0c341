"""Which blocks stand on which panel of a leaflet: as the content says, and by default where it says
nothing.

By default priorities stand on the back and lessons on the flap, with what follows the lessons
beside them; all else is shared out over the inside panels (and those that would be empty) in its
order, as evenly as its heights allow; where nothing else is, the lessons are. Tables and series by
year are left to the full report where there is no good place for them. Nothing else is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, product
from math import inf

from hscb_report.editions.sharing import Measure, Piece, Unit, pieces_of, share
from hscb_report.summary.blocks import Panel
from hscb_report.summary.document import Summary
from hscb_report.summary.leaflet import Leaflet, Portion

_MOST_TRIED = 6
"""So many sections after the lessons are tried on the flap and on the back; more go to the flap."""


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
        return {"flap": pieces_of(flap), "back": pieces_of(back)} | {
            role: pieces_of(group) for role, group in zip(panels, groups, strict=True)
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
    shared = share(flow, panels, rooms | {"back": rooms["back"] - measure.of(back)}, measure)
    return (
        ({"flap": pieces_of(flap)} if flap else {})
        | shared
        | {"back": [*shared.get("back", []), *pieces_of(back)]}
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
