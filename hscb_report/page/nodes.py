"""The nodes of the story as atoms: the only place that knows how each kind of node is set."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hscb_report.page import (
    cards,
    chart,
    differences,
    grid,
    lists,
    partners,
    photo,
    prose,
    quotation,
    stack,
    table,
    years,
)
from hscb_report.page.band import ROOM, banded
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.pdf.structure import Element
from hscb_report.story.art import Partners, Picture
from hscb_report.story.breakdowns import Grid, Stack
from hscb_report.story.nodes import (
    Cards,
    Chart,
    Differences,
    Figures,
    Items,
    Node,
    Numbered,
    Years,
)
from hscb_report.story.running import Callout, Prose, Quotation

Setting = Callable[[Any, Look, Spot, Element, float], list[Atom]]


def atoms(node: Node, look: Look, spot: Spot, section: Element, width: float) -> list[Atom]:
    """What a node becomes on a page.

    Args:
        spot: its place, for messages.
        section: gets its structure elements.
        width: the room it has, pt.
    """
    return SETTINGS[type(node)](node, look, spot, section, width)


def _whole(make: Callable[[Any, Look, Spot, Element, float], Flowable]) -> Setting:
    """A node that stands whole, as one atom."""
    return lambda node, look, spot, section, width: [
        Atom(make(node, look, spot, section, width), spot)
    ]


def _callout(node: Callout, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    return prose.callout(node, look, section)


def _numbered(node: Numbered, look: Look, spot: Spot, section: Element, width: float) -> list[Atom]:
    rows = lists.numbered(node, look, section, width - 2 * (look.padding + ROOM))
    return banded(rows, look, spot, wide=False)


def _partners(node: Partners, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    return partners.partners(node, look, section, width)


def _quotation(node: Quotation, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    return quotation.quotation(node, look, section)


SETTINGS: dict[type[Node], Setting] = {
    Cards: cards.cards,
    Chart: _whole(chart.chart),
    Stack: stack.stack,
    Items: lists.items,
    Numbered: _numbered,
    Prose: prose.prose,
    Callout: _whole(_callout),
    Quotation: _whole(_quotation),
    Figures: table.figures,
    Years: years.years,
    Differences: differences.differences,
    Grid: grid.grid,
    Picture: _whole(photo.picture),
    Partners: _whole(_partners),
}
"""How each kind of node is set."""
