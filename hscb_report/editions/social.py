"""Cards for social media: one fact on one panel, in two shapes, laid out for pixels.

A pixel is a point of the sheet, which is laid out smaller and drawn larger: as much larger as there
is room for, and so much at the least that the smallest text, and each label of a chart, is 28.8 px
high.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.logos import mark_on
from hscb_report.brand.typography import SCALE, Type
from hscb_report.editions import placard
from hscb_report.editions.publication import Page, Publication
from hscb_report.page.emblem import Emblem
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Column, height_of
from hscb_report.page.look import Look, Paper
from hscb_report.page.text import Align, words
from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.structure import Element
from hscb_report.story.cards import Card, Subject
from hscb_report.story.nodes import Chart
from hscb_report.story.story import Story
from hscb_report.story.typography import typeset_part

ZOOMS = (3.2, 2.9, 2.65, 2.4)
"""Pixels a pt of the layout, the best first."""
MARGIN = 60
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
HEADINGS = tuple(Type("bold", size, size * 1.16) for size in (32, 29, 26, 24, 22, 20, 18, 16))
"""The sizes of a message, from the one it should have to the least it may have, pt."""
PANEL = 480.0
"""The width of the coloured panel of a wide card, px."""
INSIDE, BESIDE, ABOVE = 14.0, 20.0, 10.0
"""Room inside the panel at its inner edge, between it and a chart, and between what stands above one
another, pt."""
LOGO_AREA, LOGO_HIGH = 15000.0, 106.0
"""Of a logo: the area of its drawn shape, px2, and the most of its height, px."""


@dataclass(frozen=True)
class Places:
    """What stands on a card: each thing with the lower left corner of its place, and its grounds.

    Attributes:
        grounds: tokens, and left, bottom, width and height, pt on the layout.
    """

    shown: tuple[tuple[Flowable, float, float], ...]
    grounds: tuple[tuple[str, tuple[float, float, float, float]], ...]


def chosen(subject: Subject, story: Story, brand: Brand) -> tuple[Card, dict[str, Publication]] | None:
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


def compose(
    card: Card, story: Story, brand: Brand, size: tuple[int, int]
) -> Publication | None:
    """A card on one page; None where it does not fit.

    Args:
        card, story: as they are set.
        size: px.
    """
    setting = _split if isinstance(card.shown, Chart) else _whole
    for zoom in ZOOMS:
        document = Element("Document")
        paper = Paper(size[0], size[1], MARGIN, MARGIN, MARGIN).zoomed(zoom)
        look = Look(brand, paper, SCALE_OF_CARDS, most_cards=1)
        places = setting(card, story, look, document, size[0] > size[1])
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
    card: Card, story: Story, look: Look, document: Element, wide: bool
) -> Places | None:
    """A chart on paper, and the message on the board's colour beside it or, on a square, above."""
    paper = look.paper
    if not wide:
        return _above(card, story, look, document)
    panel = PANEL / paper.zoom
    inner, top = panel - paper.side - INSIDE, paper.height - paper.top
    name = emblem(story, look, document, inner, one_line=False)
    foot = titled(story, look, document, inner)
    free = top - paper.bottom - height_of(name, inner) - height_of(foot, inner) - 2 * ABOVE
    head = message(card, look, document, inner, free)
    left = panel + BESIDE
    room = paper.width - paper.side - left
    notes = noted(card, look, document, room)
    below = height_of(notes, room) + ABOVE
    chart = placard.chart(card, look, document, (room, top - paper.bottom - below))
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


def _above(card: Card, story: Story, look: Look, document: Element) -> Places | None:
    """The message above the chart."""
    paper, width = look.paper, look.paper.measure
    row = placard.Row(story, look, document, width)
    top = paper.height - paper.top
    notes = noted(card, look, document, width)
    below = height_of(notes, width) + ABOVE
    head = message(card, look, document, width, paper.height * placard.HEAD)
    if head is None:
        return None
    high = height_of(row, width) + ABOVE + height_of(head, width)
    edge = round((top - high - ABOVE) * paper.zoom) / paper.zoom  # on a pixel
    free = edge - BESIDE - paper.bottom - below
    chart = placard.chart(card, look, document, (width, free))
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
    card: Card, story: Story, look: Look, document: Element, wide: bool
) -> Places | None:
    """Dots, or one number, all on the board's colour."""
    paper, width = look.paper, look.paper.measure
    row = placard.Row(story, look, document, width)
    top = paper.height - paper.top
    notes = noted(card, look, document, width, "band")
    below = height_of(notes, width) + ABOVE
    free = top - height_of(row, width) - ABOVE - paper.bottom - below
    body = placard.body(card, look, document, (width, free), wide)
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


def message(
    card: Card, look: Look, document: Element, width: float, height: float, lines: int = 7
) -> Flowable | None:
    """The message of a card on the board's colour (H1), as large as its room allows, pt; None where
    it has none.
    """
    for style in HEADINGS:
        if fonts.longest_word(card.heading, style) > width:
            continue
        made = words(look, card.heading, style, "on-band", "band", Element("H1"))
        tall = height_of(made, width)
        if tall <= height and tall <= lines * style.leading + 1:
            element = document.add("H1", lang=card.lang)
            made = words(look, card.heading, style, "on-band", "band", element)
            made.wrap(width, height)
            return made
    return None


def noted(
    card: Card, look: Look, document: Element, width: float, on: str = "paper"
) -> Column:
    """Times, source and symbols (P each)."""
    token = "text" if on == "paper" else "on-band"
    notes = [words(look, one, "note", token, on, document.add("P")) for one in card.notes]
    made = Column(notes)
    made.wrap(width, 0)
    return made


def titled(
    story: Story, look: Look, document: Element, width: float, align: Align = "left"
) -> Column:
    """Whose summary it is from: title and period, and above them that it is a draft (P each)."""
    parts: list[Flowable] = []
    if story.draft:
        mark = story.draft.words[0]
        parts.append(words(look, mark, "strong", "highlight", "band", document.add("P"), align))
    said = document.add("P")
    for line, style in ((story.title, "body"), (story.period, "strong")):
        parts.append(words(look, line, style, "on-band", "band", said.add("Span"), align))
    made = Column(parts)
    made.wrap(width, 0)
    return made


def emblem(
    story: Story, look: Look, document: Element, width: float, one_line: bool
) -> Flowable:
    """The logo on the board's colour, or the board's name.

    Args:
        one_line: whether the name runs on; else its lines are those of the wordmark.
    """
    if story.logo is not None:
        mark = mark_on(look.brand.palette["band"], story.logo.versions, story.logo.inks)
        ratio = mark.drawing.ratio
        wide = min((LOGO_AREA * ratio) ** 0.5, LOGO_HIGH * ratio) / look.paper.zoom
        wide = min(width, wide)
        made: Flowable = Emblem(mark, wide, look, document.add("Figure", alt=story.logo.alt))
    else:
        name = document.add("P")
        lines: Sequence[str] = [" ".join(story.wordmark)] if one_line else story.wordmark
        made = Column(
            [words(look, one, "wordmark", "on-band", "band", name.add("Span")) for one in lines]
        )
    made.wrap(width, 0)
    return made
