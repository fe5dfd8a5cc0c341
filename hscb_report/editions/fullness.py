"""What whoever builds a leaflet should know: what is not in it, which panels are nearly empty."""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.editions.advice import SIDES, said
from hscb_report.editions.asked import leaving_out, nameable, portions
from hscb_report.editions.plan import Plan
from hscb_report.editions.planning import Planning
from hscb_report.editions.sharing import Unit
from hscb_report.editions.splits import LEAST
from hscb_report.errors import Remark
from hscb_report.summary.leaflet import Panels

_SAID = ((0.12, "nearly empty"), (0.22, "a fifth full"), (0.29, "a quarter full"))
FEWEST = "half"
"""The fold with the fewest panels."""
_MOST_HELPED = 3
"""For so many blocks that are left out another is looked for that could go."""
_MOST_TRIED = 6
"""So many blocks are tried in the place of one that is left out."""


def remarks(plan: Plan, planning: Planning) -> Iterator[Remark]:
    """Every block that is not in the leaflet though the content does not leave it out, and every
    panel that is less than a third full.
    """
    for number, unit in enumerate(plan.assigned.left):
        hint = _instead(unit, plan, planning) if number < _MOST_HELPED else ""
        hint = hint or "the board edition has it"
        yield Remark("left-out", _left(unit, plan), hint, _key(unit))
    for unit in plan.assigned.unnamed:
        yield Remark(
            "left-out",
            f"{_name(unit, plan)} is not in the leaflet, which names other blocks of its section",
            _once_for_all(plan, planning),
            _key(unit),
        )
    more = "there is room for more" + _fewer_panels(plan, planning)
    for space in plan.laying.spaces:
        if (fill := plan.fill(space)) < LEAST:
            share = next((words for most, words in _SAID if fill <= most), "not a third full")
            hint = _move(space.role, plan, planning) or more
            key = planning.key_of(space.role, plan)
            yield Remark("nearly-empty", f'the panel "{space.role}" is {share}', hint, key)


def _left(unit: Unit, plan: Plan) -> str:
    opening, name = plan.laying.story.opening, _name(unit, plan)
    if opening and opening.section == unit.section:
        return f"{name} is in the leaflet on its front alone, for want of room"
    return f"{name} is not in the leaflet, for want of room"


def _name(unit: Unit, plan: Plan) -> str:
    return plan.laying.story.sections[unit.section].blocks[unit.block].name


def _key(unit: Unit) -> tuple[str | int, ...]:
    return "sections", unit.section, "blocks", unit.block


def _once_for_all(plan: Plan, planning: Planning) -> str:
    """How to say that what is not named is left out on purpose."""
    asked = leaving_out(plan.asked, plan.assigned.unnamed, planning.summary)
    return f"name it there too; or {said(asked, planning)}"


def _instead(unit: Unit, plan: Plan, planning: Planning) -> str:
    """What could be left out so that a block has room, tried; empty where that was not found."""
    summary, space = planning.summary, plan.laying.spaces[0]
    others = [
        one
        for one in plan.shown
        if nameable(one.section, summary)
        and one.section != unit.section
        and summary.sections[one.section].blocks[one.block].panel != "back"
    ]
    high = plan.laying.measure.alone(unit, space)
    heights = {one: plan.laying.measure.alone(one, space) for one in others}
    for one in sorted(others, key=lambda one: abs(heights[one] - high))[:_MOST_TRIED]:
        asked = leaving_out(plan.asked, [one], summary)
        tried = planning.plan(asked)
        still = set(tried.assigned.left)
        if not tried.faults and unit not in still and still < set(plan.assigned.left):
            return f"so that it has room, {said(asked, planning)}"
    return ""


def _move(role: str, plan: Plan, planning: Planning) -> str:
    """A section that could move to a panel, tried; empty for none."""
    summary, best = planning.summary, _low(plan)
    found: tuple[int, str] = (len(best), "")
    for other, pieces in plan.assigned.panels.items():
        for piece in pieces:
            whole = len(piece.parts) == len(summary.sections[piece.section].blocks)
            if other == role or not whole:
                continue
            asked = _arrangement(plan, planning, piece.section, role)
            if asked is None:
                return ""
            tried = planning.best(asked)
            if not tried.faults and not tried.assigned.left and len(_low(tried)) < found[0]:
                heading = plan.laying.story.sections[piece.section].heading
                found = len(_low(tried)), f'"{heading}" could move there: {said(asked, planning)}'
    return found[1]


def _fewer_panels(plan: Plan, planning: Planning) -> str:
    """The fold whose fewer panels are fuller, tried; empty where they are not."""
    if planning.fold == FEWEST or not _low(plan):
        return ""
    tried = planning.other(FEWEST)
    if tried is None or tried.faults:
        return ""
    lost = len(tried.assigned.left) > len(plan.assigned.left)
    if lost or len(_low(tried)) >= len(_low(plan)):
        return ""
    return f"; or build it with --fold {FEWEST}, which has {SIDES[FEWEST]} panels"


def _low(plan: Plan) -> list[str]:
    return [space.role for space in plan.laying.spaces if plan.fill(space) < LEAST]


def _arrangement(plan: Plan, planning: Planning, section: int, role: str) -> Panels | None:
    """What stands where as a content says it, with a section on another panel; None where it
    cannot be said.
    """
    summary = planning.summary
    on: dict[str, list[Unit]] = {}
    for space in plan.laying.spaces:
        for piece in plan.pieces(space.role):
            for part in piece.parts:
                if part != Unit(*part.of) or not nameable(part.section, summary):
                    return None
                on.setdefault(role if part.section == section else space.role, []).append(part)
    parts = {name: portions(sorted(units), summary) for name, units in on.items()}
    insides = [space.role for space in plan.laying.spaces if space.role.startswith("inside")]
    out = [*plan.assigned.left, *plan.assigned.unnamed]
    left = leaving_out(plan.asked, out, summary).leave_out
    return Panels(
        front=plan.asked.front,
        introduction=plan.asked.introduction,
        inside=[parts.get(name, []) for name in insides],
        flap=parts.get("flap") if "flap" in {space.role for space in plan.laying.spaces} else None,
        back=parts.get("back", []),
        leave_out=left,
    )
