"""What somebody said, beside a rule, and below it who it was."""

from __future__ import annotations

from hscb_report.page import spacing
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Box, Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.statistic import RULE
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.running import Quotation

ASIDE = 14.0
"""Between the rule and the words, pt."""


def quotation(node: Quotation, look: Look, parent: Element) -> Flowable:
    """The words (BlockQuote with a P for each paragraph), and who said them (P)."""
    said = parent.add("BlockQuote")
    parts: list[Flowable] = [
        words(look, one.text, "quotation", element=said.add("P", lang=node.lang))
        for one in node.paragraphs
    ]
    parts.append(words(look, node.who, "strong", "primary-text", element=parent.add("P")))
    return Barred(Column(parts, spacing.SAID), look)


class Barred(Box):
    """Words beside a rule that is as high as they are."""

    def __init__(self, content: Column, look: Look) -> None:
        super().__init__()
        self.content = content
        self.ink = look.brand.ink("third-text", "paper", "graphic")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as its words."""
        self.width = availWidth
        self.height = self.own = height_of(self.content, availWidth - RULE - ASIDE)
        return self.width, self.height

    def draw(self) -> None:
        """The rule as an artifact, and the words."""
        canvas, foot = self.canv, self.height - self.own
        with canvas.artifact():
            canvas.setFillColor(self.ink)
            canvas.rect(0, foot, RULE, self.own, stroke=0, fill=1)
        self.content.drawOn(canvas, RULE + ASIDE, foot)
