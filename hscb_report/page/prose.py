"""Running text and callouts."""

from __future__ import annotations

from reportlab.platypus import Flowable

from hscb_report.page.context import Context
from hscb_report.page.layout import Beside, Card, Column, Icon
from hscb_report.page.text import Words, lines, words
from hscb_report.pdf.structure import Element

LONG = 5
"""Paragraphs of more lines than this may break over a page."""


def paragraphs(
    text: str,
    context: Context,
    parent: Element,
    style: str = "body",
    token: str = "text",
    on: str = "paper",
) -> list[Words]:
    """A text as its paragraphs."""
    return [
        words(context, context.reader.spans(part), style, token, on, parent.add("P"))
        for part in text.split("\n\n")
    ]


def breakable(paragraph: Words, width: float) -> list[Words]:
    """A short paragraph as it is, a long one line by line."""
    single = lines(paragraph, width)
    return single if len(single) > LONG else [paragraph]


def note(text: str, icon: str | None, context: Context, parent: Element) -> Flowable:
    """A callout on the primary colour."""
    body = Column(paragraphs(text, context, parent, "callout", "paper", "primary"), 8.0)
    content: Flowable = (
        Beside(Icon(icon, 36, context.brand, "highlight", "primary"), body, 18, 36)
        if icon
        else body
    )
    return Card(content, context, "primary", padding=(context.padding + 4, context.padding))
