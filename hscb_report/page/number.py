"""A number of a cover, large above its words."""

from __future__ import annotations

from hscb_report.brand.typography import Type
from hscb_report.page import spacing
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.text import numeral_on_band, words
from hscb_report.pdf.structure import Element
from hscb_report.summary.reading import Reading


class Number(Flowable):
    """A number with its printed words, read as one sentence (P with Spans), and below it its share.

    Attributes:
        level: how far below its upper edge the middle of its digits is, pt.
        reach: how wide its digits are, pt.
    """

    def __init__(self, reading: Reading, style: Type, token: str, look: Look, owner: Element):
        super().__init__()
        sentence = owner.add("P")
        self.lead = (
            words(look, reading.lead, "body", "on-band", "band", sentence.add("Span"))
            if reading.lead
            else None
        )
        self.digits = numeral_on_band(look, reading.headline, style, token, sentence.add("Span"))
        parts: list[Flowable] = [self.lead] if self.lead else []
        parts += [
            self.digits,
            words(look, reading.label, "body", "on-band", "band", sentence.add("Span")),
        ]
        if reading.ratio:
            parts.append(words(look, reading.ratio, "strong", "on-band", "band", owner.add("P")))
        self.content = Column(parts, spacing.CLOSE)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As its words."""
        self.width, self.height = availWidth, height_of(self.content, availWidth)
        above = height_of(self.lead, availWidth) + spacing.CLOSE if self.lead else 0.0
        height = height_of(self.digits, availWidth)
        self.level = above + height / 2
        self.reach = self.digits.width
        return self.width, self.height

    def draw(self) -> None:
        """The words; the leader is the cover's."""
        self.content.drawOn(self.canv, 0, 0)
