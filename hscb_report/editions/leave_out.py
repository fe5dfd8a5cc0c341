"""What to leave out of a leaflet first, where it is too much."""

from __future__ import annotations

from hscb_report.editions.named import all_units
from hscb_report.editions.plan import Plan
from hscb_report.editions.sharing import NEARLY, Space, Unit

_MOST_NAMED = 12
"""Where more blocks have to go, nobody leaves them out one by one."""


def pick(plan: Plan) -> list[Unit]:
    """Blocks that are too wide, sections that have no place; or of the first panel that is too full
    the smallest block without which the rest fits, or as many of the largest as are enough; what
    belongs on the back only where nothing else is there. Where many have to go, the section that
    has most of them.
    """
    summary = plan.laying.summary
    whole = [unit for unit in all_units(summary) if unit.section in plan.assigned.nowhere]
    wide = {
        unit
        for fault in plan.faults
        if fault.dimension == "wide"
        for unit in all_units(summary)
        if fault.key[:4] == ("sections", unit.section, "blocks", unit.block)
    }
    if whole or wide:
        return [*whole, *sorted(wide)]
    for space in plan.laying.spaces:
        excess = plan.height(space) - space.room
        if excess > NEARLY:
            return _from(plan, space, excess)
    return []


def _from(plan: Plan, space: Space, excess: float) -> list[Unit]:
    laying = plan.laying
    here = dict.fromkeys(Unit(*one.of) for piece in plan.pieces(space.role) for one in piece.parts)
    heights = {unit: laying.measure.of([unit], space) for unit in here}
    panels = {unit: laying.summary.sections[unit.section].blocks[unit.block].panel for unit in here}
    others = {unit: high for unit, high in heights.items() if panels[unit] != "back"}
    chosen = _enough(others or heights, excess)
    if len(chosen) > _MOST_NAMED:
        sections = [unit.section for unit in chosen]
        largest = max(set(sections), key=sections.count)
        return [unit for unit in all_units(laying.summary) if unit.section == largest]
    return chosen


def _enough(heights: dict[Unit, float], excess: float) -> list[Unit]:
    enough = [unit for unit, high in heights.items() if high >= excess]
    if enough:
        return [min(enough, key=heights.__getitem__)]
    chosen = []
    for unit in sorted(heights, key=heights.__getitem__, reverse=True):
        if excess > 0:
            chosen.append(unit)
            excess -= heights[unit]
    return chosen
