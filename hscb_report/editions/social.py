"""Cards for social media: one fact on one panel, in two shapes, laid out for pixels.

A pixel is a point of the sheet, which is laid out smaller and drawn larger: as much larger as there
is room for, and so much at the least that the smallest text, and each label of a chart, is 28.8 px
high.
"""

from __future__ import annotations

from dataclasses import dataclass

from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import SCALE, Type
from hscb_report.editions.publication import Page, Publication
from hscb_report.page import card_body
from hscb_report.page.card_body import ABOVE
from hscb_report.page.card_words import Row, emblem, message, noted, titled
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import height_of
from hscb_report.page.look import Look, Paper
from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.structure import Element
from hscb_report.story.cards import Card, Subject
from hscb_report.story.nodes import Chart
from hscb_report.story.story import Story
from hscb_report.story.typography import typeset_part

ZOOMS = (3.2, 2.9, 2.65, 2.4)
"""Pixels a pt of the layout, the best first."""
MARGIN = 54
"""What stays free at every edge, px: services cut corners, and lay signs over edges."""
SIZES: dict[str, tuple[int, int]] = {"1200x675": (1200, 675), "1080x1080": (1080, 1080)}
"""The shapes of a card, px: wide and square."""
LEAST = SCALE["body"]
SCALE_OF_CARDS: dict[str, Type] = {
    **SCALE,
    "table": LEAST,
    "table-head": SCALE["strong"],
    "note": LEAST,
    "furniture": LEAST,
}
"""Nothing below 12 pt: 28.8 px."""
PANEL = 480.0
"""The width of the coloured panel of a wide card, px."""
INSIDE, BESIDE = 14.0, 20.0
"""Room inside the panel at its inner edge, and between it and a chart, pt."""
HEAD = 0.3
"""The most height of a message above a chart, as a share of the card's."""


@dataclass(frozen=True)
class Places:
    """What stands on a card: each thing with the lower left corner of its place, and its grounds.

    Attributes:
        grounds: tokens, and left, bottom, width and height, pt on the layout.
    """

    shown: tuple[tuple[Flowable, float, float], ...]
    grounds: tuple[tuple[str, tuple[float, float, float, float]], ...]


def chosen(
    subject: Subject, story: Story, brand: Brand
) -> tuple[Card, dict[str, Publication]] | None:
    """A subject in the first way that has room in every shape; None where none has.

    Returns:
        The card as it is set, and a publication of one page for each of ``SIZES``.
    """
    for way in subject.ways:
        card = typeset_part(way, story.words)
        made = {name: compose(card, story, brand, size) for name, size in SIZES.items()}
        found = {name: one for name, one in made.items() if one is not None}
        if len(found) == len(made):
            return card, found
    return None


def compose(card: Card, story: Story, brand: Brand, size: tuple[int, int]) -> Publication | None:
    """A card on one page; None where it does not fit.

    Args:
        card, story: as they are set.
        size: px.
    """
    setting = _split if isinstance(card.shown, Chart) else _whole
    for zoom, squeezed in (*((zoom, False) for zoom in ZOOMS), (ZOOMS[-1], True)):
        document = Element("Document")
        paper = Paper(size[0], size[1], MARGIN, MARGIN, MARGIN).zoomed(zoom)
        look = Look(brand, paper, SCALE_OF_CARDS, most_cards=1)
        places = setting(card, story, look, document, size[0] > size[1], squeezed)
        if places is not None:
            return _published(card, story, look, document, places)
    return None


def _published(
    card: Card, story: Story, look: Look, document: Element, places: Places
) -> Publication:
    def draw(canvas: ReportCanvas) -> None:
        for token, box in places.grounds:
            with canvas.artifact("Background"):
                canvas.setFillColor(look.brand.ground(token))
                canvas.rect(*box, stroke=0, fill=1)
        for one, x, y in places.shown:
            one.drawOn(canvas, x, y)

    title = card.heading or card.called
    return Publication(title, story.words.language, [Page(look.paper, draw)], document)


def _split(
    card: Card, story: Story, look: Look, document: Element, wide: bool, squeezed: bool
) -> Places | None:
    """A chart on paper, and the message on the board's colour beside it or, on a square, above."""
    paper = look.paper
    if not wide:
        return _above(card, story, look, document, squeezed)
    panel = PANEL / paper.zoom
    inner, top = panel - paper.side - INSIDE, paper.height - paper.top
    name = emblem(story, look, document, inner, one_line=False)
    foot = titled(story, look, document, inner)
    free = top - paper.bottom - height_of(name, inner) - height_of(foot, inner) - 2 * ABOVE
    head = message(card, look, document, (inner, free))
    left = panel + BESIDE
    room = paper.width - paper.side - left
    notes = noted(card, look, document, room)
    below = height_of(notes, room) + ABOVE
    chart = card_body.chart(card, look, document, (room, top - paper.bottom - below), squeezed)
    if head is None or chart is None:
        return None
    high = height_of(name, inner)
    spare = free - height_of(head, inner)
    over = top - paper.bottom - below - chart.height
    return Places(
        (
            (name, paper.side, top - high),
            (head, paper.side, top - high - ABOVE - spare / 2 - head.height),
            (foot, paper.side, paper.bottom),
            (chart, left, paper.bottom + below + over / 2),
            (notes, left, paper.bottom),
        ),
        (
            ("paper", (0, 0, paper.width, paper.height)),
            ("band", (0, 0, panel, paper.height)),
        ),
    )


def _above(
    card: Card, story: Story, look: Look, document: Element, squeezed: bool
) -> Places | None:
    """The message above the chart."""
    paper, width = look.paper, look.paper.measure
    row = Row(story, look, document, width)
    top = paper.height - paper.top
    notes = noted(card, look, document, width)
    below = height_of(notes, width) + ABOVE
    head = message(card, look, document, (width, paper.height * HEAD))
    if head is None:
        return None
    high = height_of(row, width) + ABOVE + height_of(head, width)
    edge = round((top - high - ABOVE) * paper.zoom) / paper.zoom  # on a pixel
    free = edge - BESIDE - paper.bottom - below
    chart = card_body.chart(card, look, document, (width, free), squeezed)
    if chart is None:
        return None
    return Places(
        (
            (row, paper.side, top - row.height),
            (head, paper.side, top - high),
            (chart, paper.side, paper.bottom + below + (free - chart.height) / 2),
            (notes, paper.side, paper.bottom),
        ),
        (
            ("paper", (0, 0, paper.width, paper.height)),
            ("band", (0, edge, paper.width, paper.height - edge)),
        ),
    )


def _whole(
    card: Card, story: Story, look: Look, document: Element, wide: bool, squeezed: bool
) -> Places | None:
    """Dots, or one number, all on the board's colour."""
    paper, width = look.paper, look.paper.measure
    row = Row(story, look, document, width)
    top = paper.height - paper.top
    notes = noted(card, look, document, width, "band")
    below = height_of(notes, width) + ABOVE
    free = top - height_of(row, width) - ABOVE - paper.bottom - below
    body = card_body.body(card, look, document, (width, free), wide, squeezed)
    if body is None:
        return None
    return Places(
        (
            (row, paper.side, top - row.height),
            (body, paper.side, paper.bottom + below + (free - body.height) / 2),
            (notes, paper.side, paper.bottom),
        ),
        (("band", (0, 0, paper.width, paper.height)),),
    )
