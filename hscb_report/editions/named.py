"""The blocks that ``leaflet:`` names, and those that there are."""

from __future__ import annotations

from collections.abc import Sequence

from hscb_report.editions.sharing import Unit
from hscb_report.summary.document import Summary
from hscb_report.summary.leaflet import Panels, Portion


def units_of(summary: Summary, parts: Sequence[Portion]) -> list[Unit]:
    """The blocks that are named, in that order.

    Raises:
        StopIteration: there is no such section; the content was checked for that.
    """
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
        found += [Unit(index, block) for block in blocks]
    return found


def all_units(summary: Summary) -> list[Unit]:
    """Every block, in its order."""
    return [
        Unit(s, b) for s, section in enumerate(summary.sections) for b in range(len(section.blocks))
    ]


def elsewhere(summary: Summary, asked: Panels) -> list[Unit]:
    """What the content leaves out, or wants on flap or back."""
    return units_of(summary, [*asked.leave_out, *(asked.flap or []), *(asked.back or [])])


def named(summary: Summary, asked: Panels) -> list[Unit]:
    """What the content names: what it leaves out, or wants on some panel."""
    inside = [part for parts in asked.inside or [] for part in parts]
    return [*units_of(summary, inside), *elsewhere(summary, asked)]


def left_out(summary: Summary, asked: Panels) -> list[Unit]:
    """What the content leaves out."""
    return units_of(summary, asked.leave_out)


def names_what_is_there(asked: Panels, summary: Summary) -> bool:
    """Whether all that is named can be found: one section of each heading, and its blocks."""
    counts: dict[str, list[int]] = {}
    for section in summary.sections:
        counts.setdefault(section.heading, []).append(len(section.blocks))
    named = [*(asked.inside or []), asked.flap or [], asked.back or [], asked.leave_out]
    return all(
        len(found := counts.get(part.section, [])) == 1 and max(part.blocks or [1]) <= found[0]
        for parts in named
        for part in parts
    )
