"""Running text and callouts."""

from __future__ import annotations

from hscb_report.page import spacing
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Beside, Card, Column, Icon
from hscb_report.page.look import Look
from hscb_report.page.spacing import Gap
from hscb_report.page.spot import Spot
from hscb_report.page.text import Words, lines, words
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Callout, Prose

LONG = 5
"""Paragraphs of more lines than this may break over a page."""
ICON = 36.0
"""The side of a callout's picture, pt."""
ROOM = 4.0
"""How much more a callout keeps from its sides than a card, pt."""


def prose(
    node: Prose,
    look: Look,
    spot: Spot,
    parent: Element,
    width: float,
    style: str = "body",
    first: Gap = spacing.TEXT,
) -> list[Atom]:
    """Paragraphs; a long one may break over a page after any of its lines.

    Args:
        width: pt.
        style: a step of the type scale.
        first: above the first.
    """
    made: list[Atom] = []
    for paragraph in paragraphs(node, look, parent, style):
        parts = _breakable(paragraph, width)
        last = len(parts) - 1
        for index, part in enumerate(parts):
            if index == 0:
                gap, cost = spacing.PARAGRAPH if made else first, spacing.BEFORE_PARAGRAPH
            else:
                gap = spacing.NONE
                cost = spacing.WIDOW if index in (1, last) else spacing.IN_PARAGRAPH
            made.append(Atom(part, spot, gap, cost, exact=index < last))
    return made


def paragraphs(
    node: Prose,
    look: Look,
    parent: Element,
    style: str = "body",
    token: str = "text",
    on: str = "paper",
) -> list[Words]:
    """A text as its paragraphs (P)."""
    return [
        words(look, text, style, token, on, parent.add("P", lang=node.lang))
        for text in node.paragraphs
    ]


def _breakable(paragraph: Words, width: float) -> list[Words]:
    """A short paragraph as it is, a long one line by line."""
    single = lines(paragraph, width)
    return single if len(single) > LONG else [paragraph]


def callout(node: Callout, look: Look, parent: Element) -> Flowable:
    """A callout on a band's colour."""
    texts = paragraphs(node, look, parent, "callout", "on-band", "band")
    content: Flowable = Column(texts, spacing.CALLOUT_PARTS)
    if node.icon:
        icon = Icon(node.icon, ICON, look.brand, "highlight", "band")
        content = Beside(icon, content, spacing.CALLOUT_ICON, ICON)
    return Card(content, look, "band", padding=(look.padding + ROOM, look.padding))
