"""One number as the picture of a cover: a very large numeral and its words."""

from __future__ import annotations

from hscb_report.brand.typography import Type
from hscb_report.page import spacing
from hscb_report.page.curve import section_head
from hscb_report.page.flowable import Flowable
from hscb_report.page.icon import Icon
from hscb_report.page.layout import Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.standing import Standing
from hscb_report.page.text import numeral_on_band, numeral_type, words
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Statement
from hscb_report.story.story import Section
from hscb_report.story.unnested import Large

STEPS = tuple(
    Type("black", size, size * 1.06)
    for size in (200, 180, 160, 144, 128, 116, 104, 94, 84, 76, 68, 60, 54, 48, 42, 36, 30)
)
"""The sizes of the number, pt."""
SHORT = Type("bold", 20, 25)
"""The words of a number that has few."""
MOST_SHORT = 12
"""So many words are few."""
CLOSER, CLOSER_OF = 12.0, 0.06
"""How much nearer to a number of digits alone its words stand, for nothing hangs below it: at most,
pt, and as a share of the number's size.
"""
ICON = 44.0
"""The side of the picture above the number, pt."""


def large(
    shown: Large, section: Section | None, free: float, look: Look, document: Element
) -> Column | None:
    """The number and its words; None where there is too little room.

    Args:
        section: the section that it tells, whose heading stands above it; None for none.
        free: the height there is, pt.
    """

    reading, width = shown.statement.reading, look.paper.measure

    def made(owner: Element, style: Type) -> Column:
        own = owner.add("Sect") if section else owner
        head = [section_head(section, look, own)] if section else []
        short = len(reading.label_text.split()) <= MOST_SHORT
        said = numeral(shown.statement, look, own, style, SHORT if short else "lead")
        return Column([*head, said], spacing.COVER_NUMBERS)

    for style in STEPS:
        fits = numeral_type([reading.headline], width, 0, [style])
        if fits and height_of(made(Element("Sect"), style), width) <= free:
            return made(document, style)
    return None


def numeral(
    one: Statement,
    look: Look,
    document: Element,
    style: Type,
    label: Type | str,
    token: str = "highlight",
) -> Column:
    """A number on a band with its printed words, read as one sentence, what share of its whole it
    is, and what changed because of it.

    Args:
        style, label: of the number, and of its words.
        token: the colour of the number.
    """
    reading = one.reading
    sentence = document.add("P")
    parts: list[Flowable] = []
    gaps: list[float] = []
    if one.icon:
        parts.append(Icon(one.icon, ICON, look.brand, token, "band"))
        gaps.append(spacing.COVER_NUMBERS)
    if reading.lead:
        parts.append(words(look, reading.lead, "lead", "on-band", "band", sentence.add("Span")))
        gaps.append(spacing.FRONT_PARTS)
    parts.append(numeral_on_band(look, reading.headline, style, token, sentence.add("Span")))
    parts.append(words(look, reading.label, label, "on-band", "band", sentence.add("Span")))
    if one.ratio:
        parts.append(words(look, one.ratio, "strong", "on-band", "band", document.add("P")))
    if one.compared:
        parts.append(Standing(one.compared, look, document, "band", "body"))
    if one.changed:
        parts.append(words(look, one.changed, "lead", "on-band", "band", document.add("P")))
    closer = min(CLOSER, style.size * CLOSER_OF) if reading.headline.isdigit() else 0.0
    gaps.append(spacing.FRONT_PARTS - closer)
    return Column(parts, [*gaps, *[spacing.FRONT_PARTS] * (len(parts) - 1 - len(gaps))])
