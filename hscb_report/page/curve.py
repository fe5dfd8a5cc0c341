"""A series as the picture of a cover: its shape, what it is and what changed."""

from __future__ import annotations

from hscb_report.brand.brand import Brand
from hscb_report.page import spacing
from hscb_report.page.drawing import Drawing
from hscb_report.page.flowable import Flowable
from hscb_report.page.heading import heading
from hscb_report.page.layout import Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.story import Section
from hscb_report.story.unnested import Curve

WIDE, NARROW = 0.48, 0.95
"""The most height of the picture, as a share of its width, on a page with numbers side by side, and
on one of one column.
"""
CLEAR = 14.0
"""Between the picture and the words below it, pt."""


def drawn(shown: Curve, width: float, height: float, brand: Brand, owner: Element) -> Drawing:
    """The shape as a tagged figure, pt wide and high."""
    from hscb_report.charts.curve import curve

    element = owner.add("Figure", alt=shown.description.alt)
    return Drawing(curve(shown.line, width, height, brand), element)


def is_legible(shown: Curve, width: float, height: float) -> bool:
    """Whether its two numbers stand apart, and the shape is high enough, at a size, pt."""
    from hscb_report.charts.curve import is_legible

    return is_legible(shown.line, width, height)


def caption(shown: Curve, look: Look, owner: Element) -> Flowable:
    """What it is, and what changed (P)."""
    return words(look, shown.caption, "body", "on-band", "band", owner.add("P"))


def across(
    shown: Curve, section: Section | None, free: float, look: Look, document: Element
) -> Column | None:
    """The picture from margin to margin, and its words; None where there is too little room.

    Args:
        section: the section that it tells, whose heading stands above it; None for none.
        free: the height there is, pt.
    """
    width, owner = look.paper.measure, document
    taken = CLEAR + height_of(caption(shown, look, Element("Sect")), width)
    if section:
        head = section_head(section, look, Element("Sect"))
        taken += height_of(head, width) + spacing.COVER_NUMBERS
    height = min(free - taken, width * (NARROW if look.one_column else WIDE))
    if not is_legible(shown, width, height):
        return None
    parts: list[Flowable] = []
    if section:
        owner = document.add("Sect")
        parts.append(section_head(section, look, owner))
    parts.append(drawn(shown, width, height, look.brand, owner))
    parts.append(caption(shown, look, owner))
    return Column(parts, [spacing.COVER_NUMBERS, CLEAR][-len(parts) + 1 :])


def section_head(section: Section, look: Look, owner: Element) -> Flowable:
    """The heading of a section that a cover tells."""
    return heading(look, section.heading, section.subtitle, owner, "band", section.lang)
