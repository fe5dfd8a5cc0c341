"""Blocks that may go on over two panels: their entries, and some of them as a block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from hscb_report.story.breakdowns import Grid, Stack
from hscb_report.story.nodes import (
    Cards,
    Differences,
    Figures,
    Items,
    Node,
    Numbered,
)
from hscb_report.story.running import Callout, Prose
from hscb_report.story.story import Told


@dataclass(frozen=True)
class _Entries:
    """The attribute that holds a node's entries, and in how many they are best kept together.

    Attributes:
        above, below: the attributes of what stands above the first and below the last of them.
    """

    name: str
    together: int = 1
    above: str = ""
    below: str = ""


_ENTRIES: dict[type[Node], _Entries] = {
    Cards: _Entries("statements", 2),
    Items: _Entries("items"),
    Numbered: _Entries("items"),
    Prose: _Entries("passages"),
    Callout: _Entries("passages"),
    Figures: _Entries("readings"),
    Differences: _Entries("rows"),
    Grid: _Entries("rows", above="above", below="notes"),
    Stack: _Entries("bars", below="notes"),
}
"""What can be divided; charts are whole."""


def entries(told: Told) -> int:
    """How many entries a block has that may stand apart; 1 for what is whole."""
    held = _ENTRIES.get(type(told.node))
    return len(_held(told.node, held)) if held else 1


def some(told: Told, first: int, upto: int | None) -> Told:
    """A block of some of its entries; its small heading stands above the first."""
    held = _ENTRIES.get(type(told.node))
    if held is None or (first == 0 and upto is None):
        return told
    whole: Any = told.node
    changed: dict[str, Any] = {held.name: _held(whole, held)[first:upto]}
    if first and held.above:
        changed[held.above] = ""
    if upto is not None and held.below:
        changed[held.below] = ()
    node = replace(whole, **changed)
    return replace(told, node=node, title="" if first else told.title)


def divided(told: Told, parts: int) -> list[tuple[int, int | None]]:
    """Where a block may be divided into so many parts, as even as can be: first entry, and that
    behind the last.

    Returns:
        Fewer where there are not as many; one where it is whole.
    """
    held, count = _ENTRIES.get(type(told.node)), entries(told)
    together = held.together if held and count >= parts * held.together else 1
    cuts = sorted({together * round(count * at / parts / together) for at in range(1, parts)})
    kept = sorted({_before_what_leads(told, cut) for cut in cuts if 0 < cut < count} - {0})
    edges: Sequence[int | None] = [0, *kept, None]
    return [(first or 0, upto) for first, upto in pairwise(edges)]


def _before_what_leads(told: Told, cut: int) -> int:
    """Where to cut instead, so that words that lead to a list stay with it."""
    held = _ENTRIES.get(type(told.node))
    entries = _held(told.node, held) if held else ()
    while cut > 0 and getattr(entries[cut - 1], "leads", False):
        cut -= 1
    return cut


def _held(node: Node, held: _Entries) -> Sequence[Any]:
    entries: Sequence[Any] = getattr(node, held.name)
    return entries
