"""The back cover of a booklet: whom to ask, and how to get other formats, on the board's colour;
and below it the partners.
"""

from __future__ import annotations

from hscb_report.page import spacing
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.partners import partners
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.story import Contact


class BackCover(Flowable):
    """A page as large as its paper.

    Args:
        title: of the summary, where there is nobody to ask.
        headroom: kept free above, pt: a draft mark.
    """

    def __init__(
        self, contact: Contact, title: str, look: Look, document: Element, headroom: float = 0.0
    ) -> None:
        super().__init__()
        self.look, self.headroom = look, headroom
        section = document.add("Sect")
        parts: list[Flowable] = [
            words(look, contact.name, "heading", "on-band", "band", section.add("H2"))
        ]
        said = contact.formats, contact.address, contact.phone
        for text in said if contact.reachable else (title,):
            if text:
                parts.append(words(look, text, "body", "on-band", "band", section.add("P")))
        for link in contact.links:
            element = section.add("P").add("Link")
            parts.append(
                words(look, link.words, "strong", "highlight", "band", element, url=link.url)
            )
        self.content = Column(parts, spacing.BACK_PARTS)
        shown = contact.partners
        self.partners = (
            partners(shown, look, section, look.paper.measure) if shown.partners else None
        )

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The whole page."""
        self.width, self.height = self.look.paper.width, self.look.paper.height
        return self.width, self.height

    @property
    def excess(self) -> float:
        """By how much the words are too high for the page, pt on the layout."""
        paper = self.look.paper
        room = paper.height - paper.top - paper.bottom - self.headroom - self._foot()
        return height_of(self.content, paper.measure) - room

    def _foot(self) -> float:
        """How high the strip of paper below the ground is, on which the partners stand, pt."""
        if self.partners is None:
            return 0.0
        paper = self.look.paper
        return height_of(self.partners, paper.measure) + paper.bottom + spacing.PARTNERS

    def draw(self) -> None:
        """The ground as an artifact, and the words at the foot."""
        canvas, paper, foot = self.canv, self.look.paper, self._foot()
        with canvas.artifact("Background"):
            canvas.setFillColor(self.look.brand.ground("band"))
            canvas.rect(
                *canvas.to_edge(0, foot, paper.width, paper.height - foot), stroke=0, fill=1
            )
        height_of(self.content, paper.measure)
        self.content.drawOn(canvas, paper.side, foot + paper.bottom)
        if self.partners:
            self.partners.drawOn(canvas, paper.side, paper.bottom)
