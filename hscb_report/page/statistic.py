"""A number and its printed words as parts that rows and charts set, and one that is missing."""

from __future__ import annotations

from dataclasses import dataclass

from hscb_report.brand.typography import Type
from hscb_report.page import spacing
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Box, Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.standing import Standing
from hscb_report.page.text import UNLIMITED, Numeral, Words, words
from hscb_report.pdf.boxes import MM
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Statement
from hscb_report.summary.said import join
from hscb_report.summary.wording import Span

RULE = 0.9 * MM
"""The width of the rule above a number, pt."""
QUIET = 1.4
"""The width of the rule beside a value that is missing, pt."""


@dataclass(frozen=True)
class Parts:
    """A number and its printed words, read as one sentence (P with Spans), and what is said of it.

    Attributes:
        lead: the words before the number; None for none.
        below: the words below it, with their gaps.
    """

    lead: Words | None
    number: Numeral
    below: Column


def parts(one: Statement, look: Look, parent: Element, style: Type, token: str, on: str) -> Parts:
    """The parts of a number that is there.

    Args:
        style: of the number.
        token, on: its ink, and the ground it stands on.
    """
    reading = one.reading
    sentence = parent.add("P")
    lead = None
    if reading.lead:
        lead = words(look, reading.lead, "body", on=on, element=sentence.add("Span"))
    ink = look.brand.text_ink(token, on, style)
    number = Numeral(reading.headline, style, ink, sentence.add("Span"))
    below: list[Flowable] = [
        words(look, reading.label, "body", on=on, element=sentence.add("Span"))
    ]
    gaps: list[float] = []
    if one.day:
        below.append(words(look, one.day, "strong", on=on, element=parent.add("P")))
        gaps.append(0.0)
    if one.ratio:
        below.append(words(look, one.ratio, "strong", token, on, parent.add("P")))
        gaps.append(0.0)
    if one.compared:
        below.append(Standing(one.compared, look, parent, on))
        gaps.append(spacing.COMPARED)
    if one.changed:
        below.append(words(look, one.changed, "body", on=on, element=parent.add("P")))
        gaps.append(spacing.UNDER_WORDS)
    return Parts(lead, number, Column(below, gaps))


def statistic(
    one: Statement,
    look: Look,
    parent: Element,
    style: Type,
    token: str,
    on: str,
    width: float = UNLIMITED,
) -> Box:
    """A number with its printed words below it; a missing one as a quiet line.

    Args:
        width: the room there is, pt.
    """
    if one.missing:
        return missing(one, look, parent)
    made = parts(one, look, parent, style, token, on)
    column: list[Flowable] = [made.number, made.below]
    gaps = [spacing.UNDER_NUMBER]
    if made.lead:
        column.insert(0, made.lead)
        gaps.insert(0, spacing.UNDER_LEAD)
    return Column(column, gaps)


def missing(one: Statement, look: Look, parent: Element) -> Quiet:
    """A value that is missing: that it is, its printed words and the reason, in note size beside a
    thin rule.
    """
    reading, note = one.reading, look.scale["note"]
    before = [Span(f"{reading.lead} ")] if reading.lead else []
    said = [*before, Span(join([reading.headline, " "]), bold=True)]
    sentence = words(look, [*said, *reading.label], note, element=parent.add("P"))
    sentence.frags[len(before)].textColor = look.brand.text_ink("second", "paper", note)
    column: list[Flowable] = [sentence]
    if one.day:
        column.append(words(look, [Span(one.day, bold=True)], note, element=parent.add("P")))
    if reading.reason:
        column.append(words(look, reading.reason, note, "second", element=parent.add("P")))
    if one.changed:
        column.append(words(look, one.changed, note, element=parent.add("P")))
    return Quiet(Column(column), look)


class Quiet(Box):
    """Words beside a thin rule in the second colour."""

    def __init__(self, content: Column, look: Look) -> None:
        super().__init__()
        self.content = content
        self.ink = look.brand.ink("second", "paper", "graphic")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as its words."""
        self.width = availWidth
        aside = QUIET + spacing.QUIET
        self.height = self.own = height_of(self.content, availWidth - aside)
        return self.width, self.height

    def draw(self) -> None:
        """The rule as an artifact, and the words."""
        canvas, foot = self.canv, self.height - self.own
        with canvas.artifact():
            canvas.setStrokeColor(self.ink)
            canvas.setLineWidth(QUIET)
            canvas.line(QUIET / 2, foot, QUIET / 2, self.height)
        self.content.drawOn(canvas, QUIET + spacing.QUIET, foot)
