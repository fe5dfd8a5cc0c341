"""Which number leads where the content does not say it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hscb_report.story.nodes import Cards, Statement
from hscb_report.story.story import Section, Told

Change = Callable[[Statement], Statement]


def with_lead(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The same sections, with one number that leads: where the content names none, the first that
    stands among statistics and is there.
    """
    statements = [one for section in sections for one in _statements(section)]
    if any(one.tier == "lead" for one in statements):
        return tuple(sections)
    first = next((one for one in statements if _may_lead(one)), None)
    return changed(sections, lambda one: replace(one, tier="lead") if one is first else one)


def changed(sections: Sequence[Section], change: Change) -> tuple[Section, ...]:
    """The same sections with other statements in their rows of numbers."""
    return tuple(
        replace(section, blocks=tuple(_block(told, change) for told in section.blocks))
        for section in sections
    )


def _statements(section: Section) -> list[Statement]:
    nodes = [told.node for told in section.blocks]
    return [one for node in nodes if isinstance(node, Cards) for one in node.statements]


def _may_lead(one: Statement) -> bool:
    reading = one.reading
    return one.tier == "standard" and not (reading.emphasis or one.missing or reading.place)


def _block(told: Told, change: Change) -> Told:
    if not isinstance(told.node, Cards):
        return told
    return replace(
        told, node=replace(told.node, statements=tuple(map(change, told.node.statements)))
    )
