"""A number of a chart with its printed words beside it or, where that is narrow, below it; and
several in a row, their numbers on one baseline.
"""

from __future__ import annotations

from collections.abc import Sequence

from hscb_report.brand import fonts
from hscb_report.brand.typography import Type
from hscb_report.page import spacing
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.standing import Standing
from hscb_report.page.text import BELOW, Align, Numeral, words
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Statement

LEAST_BESIDE, MOST_BESIDE = 92.0, 4
"""Words beside a number have at least this room, pt, and no more lines."""
FIRST = 0.78
"""From the top of a line of text to its baseline, as a share of its leading."""


class Counted(Flowable):
    """A number and its words, read as one sentence (P with Spans).

    The second line of words beside a number stands on its baseline; a single line stands there
    itself.

    Args:
        beside: whether words may stand beside the number, where they have room.
        align: of number and words, which stand below it.
        hangs: whether a line of words before the number stands in the gap above, and does not
            move it.

    Attributes:
        level: how far below its upper edge the number's baseline is, pt.
    """

    def __init__(
        self,
        one: Statement,
        look: Look,
        owner: Element,
        style: Type,
        token: str,
        width: float,
        beside: bool = True,
        align: Align = "left",
        hangs: bool = True,
    ) -> None:
        super().__init__()
        reading, self.style, self.width, self.align = one.reading, style, width, align
        self.hangs = hangs
        sentence = owner.add("P")
        self.lead: Flowable | None = None
        self.lead_width = fonts.width(reading.lead, look.scale["body"])
        if reading.lead:
            self.lead = words(look, reading.lead, "body", element=sentence.add("Span"), align=align)
        ink = look.brand.text_ink(token, "paper", style)
        self.number = Numeral(reading.headline, style, ink, sentence.add("Span"))
        parts: list[Flowable] = [
            words(look, reading.label, "body", element=sentence.add("Span"), align=align)
        ]
        if one.day:
            parts.append(words(look, one.day, "strong", element=owner.add("P"), align=align))
        if one.ratio:
            parts.append(
                words(look, one.ratio, "strong", token, element=owner.add("P"), align=align)
            )
        gaps = [0.0] * (len(parts) - 1)
        if one.compared:
            parts.append(Standing(one.compared, look, owner, align=align))
            gaps.append(spacing.COMPARED)
        if one.changed:
            parts.append(words(look, one.changed, "body", element=owner.add("P"), align=align))
            gaps.append(0.0)
        self.words = Column(parts, gaps)
        self.beside = beside and self.fits_beside(one, look, style, width)
        self.leading = look.scale["body"].leading
        self._lay_out()

    @staticmethod
    def fits_beside(one: Statement, look: Look, style: Type, width: float) -> bool:
        """Whether words have room beside a number."""
        room = width - fonts.numeral_width(one.reading.headline, style) - spacing.NUMBER_BESIDE
        label, body = one.reading.label_text, look.scale["body"]
        return (
            room >= max(LEAST_BESIDE, fonts.longest_word(label, body))
            and len(fonts.wrap(label, body, room)) <= MOST_BESIDE
        )

    def _lay_out(self) -> None:
        """Places, from the top: the lead, the number on its level, the words."""
        above = height_of(self.lead, self.width) + spacing.FIELD_LEAD if self.lead else 0.0
        if self.hangs and above <= spacing.FIELD_LED:
            above = 0.0
        self.number.wrap(0, 0)
        capital = fonts.ascent(self.style)
        if not self.beside:
            self.x, tall = 0.0, height_of(self.words, self.width)
            self.level = above + capital
            self.down = above + self.number.height + spacing.UNDER_NUMBER
            self.height = self.down + tall
            return
        self.x = self.number.width + spacing.NUMBER_BESIDE
        tall = height_of(self.words, self.width - self.x)
        lines = round(tall / self.leading)
        first = FIRST * self.leading + (self.leading if lines > 1 else 0.0)
        if self.lead_width > self.x - spacing.NUMBER_BESIDE:
            first = min(first, capital)  # words do not rise beside the lead
        self.level = max(above + capital, first)
        self.down = self.level - first
        self.height = max(self.down + tall, self.level + self.style.size * BELOW)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its own size: it was made for the width it has."""
        return self.width, self.height

    def draw(self) -> None:
        """Lead, number, words, as they are read."""
        if self.lead:
            top = self.height - self.level + fonts.ascent(self.style) + spacing.FIELD_LEAD
            self.lead.drawOn(self.canv, 0, top)
        number = self.height - self.level - self.style.size * BELOW
        left = self.width - self.number.width if self.align == "right" else 0.0
        self.number.drawOn(self.canv, left, number)
        tall = height_of(self.words, self.width - self.x)
        self.words.drawOn(self.canv, self.x, self.height - self.down - tall)


class Level(Flowable):
    """Numbers with their words in a row: all numbers on one baseline.

    Args:
        cells: where each begins, pt, and what it is, in the order in which they are read.
    """

    def __init__(self, cells: Sequence[tuple[float, Counted]], width: float) -> None:
        super().__init__()
        self.cells, self.width = cells, width
        self.level = max(one.level for _, one in cells)
        self.height = self.level + max(one.height - one.level for _, one in cells)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as what stands furthest above and below the common baseline."""
        return self.width, self.height

    def draw(self) -> None:
        """Each with its number on the baseline."""
        base = self.height - self.level
        for x, one in self.cells:
            one.drawOn(self.canv, x, base - (one.height - one.level))
