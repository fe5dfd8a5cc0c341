"""The front panel of a leaflet: wordmark, title and period, one number, and the ornament that runs
off the edge.
"""

from __future__ import annotations

from hscb_report.brand.typography import Type
from hscb_report.page import spacing
from hscb_report.page.cover import CLEAR, INNER, Title, rings, wordmark
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Column, Icon, height_of
from hscb_report.page.look import Look
from hscb_report.page.text import Numeral, numeral_type, words
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Statement
from hscb_report.story.story import Story

HERO = tuple(Type("black", size, size * 1.06) for size in (58, 52, 46, 40, 34, 28))
RINGS = 0.36
"""The most of the height that the ornament takes, from the lower edge."""
LEAST_RINGS = 90.0
ICON = 44.0
"""The side of the picture above the number, pt."""


class Front(Flowable):
    """A panel as large as its page.

    Args:
        story: whose wordmark, title, period and one number stand here; the title is the
            document's H1.
        headroom: kept free above, pt on the layout: a draft mark.
    """

    def __init__(self, story: Story, look: Look, document: Element, headroom: float = 0.0) -> None:
        super().__init__()
        self.look, self.headroom = look, headroom
        width = look.paper.measure
        self.mark = wordmark(story, look, document)
        parts: list[Flowable] = [Title(story, width, look, document.add("H1"))]
        if story.hero is not None:
            parts += _hero(story.hero, look, document, width)
        gaps = [spacing.FRONT, *[spacing.FRONT_PARTS] * (len(parts) - 2)]
        self.content = Column(parts, gaps[: len(parts) - 1])

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The whole panel."""
        self.width, self.height = self.look.paper.width, self.look.paper.height
        self.needed = (
            height_of(self.mark, self.look.paper.measure)
            + spacing.FRONT_MARK
            + height_of(self.content, self.look.paper.measure)
        )
        return self.width, self.height

    @property
    def excess(self) -> float:
        """By how much the words are too high for the panel above its margins, pt on the layout."""
        paper = self.look.paper
        return self.needed - (paper.height - paper.top - paper.bottom - self.headroom)

    def draw(self) -> None:
        """Ground and rings as artifacts, then the words; the title stands a third down, or higher
        where they are many.
        """
        canvas, paper, brand = self.canv, self.look.paper, self.look.brand
        top = paper.height - paper.top - self.headroom
        below = top - self.mark.height - spacing.FRONT_MARK
        third = min(below, paper.height * 0.70)
        y = (third if third - self.content.height >= paper.bottom else below) - self.content.height
        with canvas.artifact("Background"):
            ground = canvas.to_edge(0, 0, paper.width, paper.height)
            canvas.saveState()
            clip = canvas.beginPath()
            clip.rect(*ground)
            canvas.clipPath(clip, stroke=0, fill=0)
            canvas.setFillColor(brand.ground("band"))
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


def _hero(hero: Statement, look: Look, document: Element, width: float) -> list[Flowable]:
    """The number with its printed words, read as one sentence, and what changed because of it."""
    reading = hero.reading
    sentence = document.add("P")
    parts: list[Flowable] = []
    if hero.icon:
        parts.append(Icon(hero.icon, ICON, look.brand, "highlight", "band"))
    if reading.lead:
        parts.append(words(look, reading.lead, "lead", "on-band", "band", sentence.add("Span")))
    style = numeral_type([reading.headline], width, 0, HERO) or HERO[-1]
    ink = look.brand.text_ink("highlight", "band", style)
    parts.append(Numeral(reading.headline, style, ink, sentence.add("Span")))
    parts.append(words(look, reading.label, "hero", "on-band", "band", sentence.add("Span")))
    if hero.changed:
        parts.append(words(look, hero.changed, "lead", "on-band", "band", document.add("P")))
    return parts
