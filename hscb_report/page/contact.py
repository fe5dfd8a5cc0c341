"""Who publishes it and how to reach them: below the figures, and at the foot of a leaflet."""

from __future__ import annotations

from hscb_report.page import spacing
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Column
from hscb_report.page.look import Look
from hscb_report.page.partners import partners
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.origin import Link
from hscb_report.story.story import Contact


class Rule(Flowable):
    """A hairline from side to side."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.brand = look.brand

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width, self.height = availWidth, 1.0
        return self.width, self.height

    def draw(self) -> None:
        """Draw as an artifact."""
        with self.canv.artifact():
            self.canv.setStrokeColor(self.brand.ground("rule"))
            self.canv.setLineWidth(self.brand.hairline)
            self.canv.line(0, 0.5, self.width, 0.5)


def foot(contact: Contact, look: Look, parent: Element, notes: str = "") -> Flowable:
    """Name, formats, ways to reach the board, and notes.

    Args:
        notes: where the figures come from, what symbols mean; empty for none.
    """
    section = parent.add("Sect")
    above: list[Flowable] = []
    if contact.partners.partners:
        above = [partners(contact.partners, look, section, look.paper.measure)]
    parts: list[Flowable] = [
        *above,
        Rule(look),
        words(look, contact.name, "strong", "primary-text", element=section.add("H2")),
    ]
    for text in (contact.formats, contact.address, contact.phone):
        if text:
            parts.append(words(look, text, "body", element=section.add("P")))
    parts += [link(one, look, section, "body") for one in contact.links]
    gaps = [spacing.PARTNERS] if above else []
    gaps += [spacing.FOOT_FIRST, *[spacing.FOOT_PARTS] * (len(parts) - 2 - len(above))]
    if notes:
        parts.append(words(look, notes, "body", element=section.add("P")))
        gaps.append(spacing.FOOT_NOTES)
    return Column(parts, gaps)


def lines(contact: Contact, look: Look, document: Element) -> Flowable:
    """The partners, then name, formats and ways to reach the board, below the figures."""
    section = document.add("Sect")
    above = contact.partners
    shown = partners(above, look, section, look.paper.measure) if above.partners else None
    head = words(look, contact.name, "block-title", "primary-text", element=section.add("H2"))
    parts: list[Flowable] = [head]
    for text in (contact.formats, contact.address, contact.phone):
        if text:
            parts.append(words(look, text, "table", element=section.add("P")))
    parts += [link(one, look, section, "table") for one in contact.links]
    told = Column(parts, spacing.CLOSE)
    return Column([shown, told], spacing.PARTNERS) if shown else told


def link(one: Link, look: Look, parent: Element, style: str) -> Flowable:
    """Words that lead somewhere (P with Link)."""
    element = parent.add("P").add("Link")
    return words(look, one.words, style, "primary-text", element=element, url=one.url)
