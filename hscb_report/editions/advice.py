"""What to do where a leaflet cannot be built as the content asks: each way out was tried first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hscb_report.editions.asked import leaving_out, listed, nameable, written
from hscb_report.editions.imposition import FOLDS
from hscb_report.editions.leave_out import pick
from hscb_report.editions.plan import Plan
from hscb_report.editions.planning import Planning
from hscb_report.editions.sharing import Unit
from hscb_report.errors import Misfit
from hscb_report.summary.leaflet import Panels

_ROUNDS = 20
"""So many times more is left out before another way is looked for."""
_MOST_PRUNED = 12
"""Of so many blocks, and not of more, it is tried whether one may stay."""
_FRONT = "choose a number with fewer words"
SIDES = {"roll": "six", "z": "six", "half": "four"}
"""How many panels a fold has, in words."""


def advised(plan: Plan, planning: Planning) -> list[Misfit]:
    """The faults of a leaflet; what to do about all of them stands with the first.

    Two faults in one place are one.
    """
    first, *others = {(one.key, one.name, one.dimension): one for one in plan.faults}.values()
    hint = way_out(plan, planning)
    if not hint:
        return [replace(one, hint=_plain(one, planning)) for one in (first, *others)]
    below = "what is said of the first fault is enough for all"
    return [
        replace(first, hint=_with(_alone(first), hint)),
        *(replace(one, hint=below) for one in others),
    ]


def _with(alone: str, hint: str) -> str:
    return f"{alone}, or {hint}" if alone and hint else hint


def _alone(fault: Misfit) -> str:
    """What helps with a fault by itself."""
    if fault.name.endswith('"front"'):
        return _FRONT
    helps = {
        "high": "shorten its text",
        "wide": "check the number",
        "nowhere": "name it under inside, flap or back",
    }
    return helps.get(fault.dimension, "")


def unforeseen(fault: Misfit, planning: Planning) -> Misfit:
    """A fault that was found only when it was drawn, with what helps with any."""
    return fault if fault.hint else replace(fault, hint=_plain(fault, planning))


def _plain(fault: Misfit, planning: Planning) -> str:
    """What to do where nothing that was tried helps."""
    if fault.dimension == "blank":
        return (
            "write more blocks, or an introduction: a leaflet needs something for each panel; the "
            "board edition needs no more than there is"
        )
    if fault.name.endswith('"front"'):
        return _FRONT if planning.asked.front else "shorten the title"
    at = fault.key[1] if fault.key[:1] == ("sections",) and len(fault.key) > 1 else None
    if isinstance(at, int) and not nameable(at, planning.summary):
        return "give each section a heading of its own, so that leaflet can name it"
    return (
        "shorten its text, or make two sections of it; the booklet has as many pages as are needed"
    )


def way_out(plan: Plan, planning: Planning) -> str:
    """A line that helps, tried; empty where none was found."""
    for asked in _ways(plan, planning):
        if asked is not None and not planning.plan(asked).faults:
            return said(asked, planning)
    for fold in FOLDS:
        other = planning.other(fold) if fold != planning.fold else None
        if other and not other.faults:
            return f"build it with --fold {fold}, which has {SIDES[fold]} panels"
    return ""


def _ways(plan: Plan, planning: Planning) -> Iterator[Panels | None]:
    """What might be asked for instead, the nearest to what is asked first."""
    asked = plan.asked
    if any(one.name == 'the panel "front"' for one in plan.faults) and asked.front:
        known = [name for name, one in planning.summary.figures.items() if one.value is not None]
        fitting = next((name for name in known if planning.fits_front(name)), None)
        asked = asked.model_copy(update={"front": fitting and type(asked.front)(figure=fitting)})
        yield asked
    yield from _fewer(asked, planning)
    free = Panels(front=asked.front, introduction=asked.introduction, leave_out=asked.leave_out)
    if free != asked:
        yield free
        yield from _fewer(free, planning)
    if planning.story.introduction:
        other = free.model_copy(update={"introduction": not free.introduction})
        yield other
        yield from _fewer(other, planning)


def _fewer(asked: Panels, planning: Planning) -> Iterator[Panels]:
    """The same without what is too much, as little as was found; nothing where that is no way."""
    summary = planning.summary
    out: list[Unit] = []
    for _ in range(_ROUNDS):
        plan = planning.plan(leaving_out(asked, out, summary))
        if not plan.faults:
            break
        more = [unit for unit in pick(plan) if nameable(unit.section, summary) and unit not in out]
        if not more:
            return
        out += more
    else:
        return
    for unit in sorted(out) if len(out) <= _MOST_PRUNED else []:
        fewer = [one for one in out if one != unit]
        if not planning.plan(leaving_out(asked, fewer, summary)).faults:
            out = fewer
    yield leaving_out(asked, sorted(out), summary)


def said(asked: Panels, planning: Planning) -> str:
    """What to write in the content, and where, so that it asks for something else."""
    before, key = planning.asked, planning.key
    only = asked == before.model_copy(update={"leave_out": asked.leave_out})
    for_all = planning.fold == FOLDS[0] or len(key) > 1
    if not planning.written:
        line = written(asked) if for_all else f"{{{planning.fold}: {written(asked)}}}"
        return f"write at the end of the file: leaflet: {line}"
    if not for_all:
        return f"write under leaflet: {planning.fold}: {written(asked)}"
    where = " > ".join(map(str, key))
    if only and not before.leave_out:
        return f"write under {where}: leave_out: {listed(asked.leave_out)}"
    if only:
        return f"write in the place of {where} > leave_out: leave_out: {listed(asked.leave_out)}"
    return f"write in the place of {where} and all below it: {key[-1]}: {written(asked)}"
