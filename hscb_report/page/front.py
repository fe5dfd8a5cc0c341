"""The front panel of a leaflet: wordmark, title and period, one number, and the ornament that runs
off the edge.
"""

from __future__ import annotations

from reportlab.platypus import Flowable

from hscb_report.brand.typography import Type
from hscb_report.page.context import Context
from hscb_report.page.cover import CLEAR, INNER, Title, Wordmark, rings, title_type
from hscb_report.page.layout import Column, Icon, height_of
from hscb_report.page.text import Numeral, numeral_type, words
from hscb_report.pdf.structure import Element
from hscb_report.summary.blocks import FigureItem

HERO = tuple(Type("black", size, size * 1.06) for size in (58, 52, 46, 40, 34, 28))
RINGS = 0.36
"""The most of the height that the ornament takes, from the lower edge."""
LEAST_RINGS = 90.0
ABOVE_TITLE = 40.0


class Front(Flowable):
    """A panel as large as its page.

    Args:
        wordmark: the board's name, line by line.
        title, period: the document's H1.
        hero: the one number; None for none.
        headroom: kept free above, pt on the layout: a draft mark.
    """

    def __init__(
        self,
        wordmark: list[str],
        title: str,
        period: str,
        hero: FigureItem | None,
        context: Context,
        document: Element,
        headroom: float = 0.0,
    ) -> None:
        super().__init__()
        self.context, self.headroom = context, headroom
        width = context.paper.measure
        name = document.add("P")
        self.mark = Wordmark(
            Column(
                [
                    words(context, line, "wordmark", "paper", "primary", name.add("Span"))
                    for line in wordmark
                ]
            ),
            context,
        )
        head = document.add("H1")
        parts: list[Flowable] = [
            Title(
                title,
                period,
                title_type(f"{title} {period}", width, context.scale["title"]),
                width,
                context,
                head,
            )
        ]
        if hero is not None:
            parts += _hero(hero, context, document, width)
        self.content = Column(parts, [34.0, *[4.0] * (len(parts) - 2)] if len(parts) > 1 else 0.0)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The whole panel."""
        self.width, self.height = self.context.paper.width, self.context.paper.height
        self.needed = (
            height_of(self.mark, self.context.paper.measure)
            + ABOVE_TITLE
            + height_of(self.content, self.context.paper.measure)
        )
        return self.width, self.height

    @property
    def excess(self) -> float:
        """By how much the words are too high for the panel above its margins, pt on the layout."""
        paper = self.context.paper
        return self.needed - (paper.height - paper.top - paper.bottom - self.headroom)

    def draw(self) -> None:
        """Ground and rings as artifacts, then the words; the title stands a third down, or higher
        where they are many.
        """
        canvas, paper, brand = self.canv, self.context.paper, self.context.brand
        top = paper.height - paper.top - self.headroom
        below = top - self.mark.height - ABOVE_TITLE
        third = min(below, paper.height * 0.70)
        y = (third if third - self.content.height >= paper.bottom else below) - self.content.height
        with canvas.artifact("Background"):
            ground = canvas.to_edge(0, 0, paper.width, paper.height)
            canvas.saveState()
            clip = canvas.beginPath()
            clip.rect(*ground)
            canvas.clipPath(clip, stroke=0, fill=0)
            canvas.setFillColor(brand.ground("primary"))
            canvas.rect(*ground, stroke=0, fill=1)
            free = min(paper.height * RINGS, y - 24)
            if free > LEAST_RINGS:
                unit = free / 230
                rings(
                    canvas,
                    brand,
                    min(paper.width * 0.72, paper.width - CLEAR - INNER * unit),
                    max(free * 0.40, CLEAR + INNER * unit),
                    unit,
                )
            canvas.restoreState()
        self.mark.drawOn(canvas, paper.side, top - self.mark.height)
        self.content.drawOn(canvas, paper.side, y)


def _hero(item: FigureItem, context: Context, document: Element, width: float) -> list[Flowable]:
    """The number with its printed words, read as one sentence."""
    reading = context.reader.figure(item.figure)
    sentence = document.add("P")
    parts: list[Flowable] = (
        [Icon(item.icon, 44, context.brand, "highlight", "primary")] if item.icon else []
    )
    if reading.lead:
        parts.append(words(context, reading.lead, "lead", "paper", "primary", sentence.add("Span")))
    style = numeral_type([reading.headline], width, 0, HERO) or HERO[-1]
    parts.append(
        Numeral(
            reading.headline,
            style,
            context.brand.text_ink("highlight", "primary", style),
            sentence.add("Span"),
        )
    )
    parts.append(words(context, reading.label, "hero", "paper", "primary", sentence.add("Span")))
    return parts
