"""A series as the picture of a cover: its shape, what it is and what changed."""

from __future__ import annotations

from collections.abc import Callable

from hscb_report.brand.brand import Brand
from hscb_report.page.drawing import Drawing
from hscb_report.page.flowable import Flowable
from hscb_report.page.heading import heading
from hscb_report.page.layout import Box, Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.story import Section
from hscb_report.story.unnested import Curve

WIDE = 480.0
"""A page of this measure has room for more below the picture, pt."""
LOW, HIGH = 0.37, 0.95
"""The most height of the picture, as a share of its width, on a wide page and on others."""
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
    from hscb_report.charts.curve import tells_all

    width, wide = look.paper.measure, look.paper.measure >= WIDE and not look.one_column

    def words_around(owner: Element, figure: Callable[[Element], Flowable | None]) -> Column:
        """All of it, in the order in which it is read."""
        own = owner.add("Sect") if section else owner
        parts = [section_head(section, look, own)] if section else []
        name = shown.line.name
        parts.append(words(look, name, "block-title", "on-band", "band", own.add("P")))
        parts += [one for one in [figure(own)] if one]
        said = own.add("P")
        parts.append(words(look, shown.changed, "body", "on-band", "band", said))
        return Column(parts, CLEAR)

    taken = height_of(words_around(Element("Sect"), lambda own: None), width) + CLEAR
    height = min(free - taken, width * (LOW if wide else HIGH))
    if not is_legible(shown, width, height):
        return None
    if section and not wide and not tells_all(shown.line, width, height):
        return None
    return words_around(document, lambda own: Growing(shown, width, height, look, own))


class Growing(Box):
    """The shape, which takes the height that it is given, up to the most that a narrow page gives
    it.
    """

    grows = True

    def __init__(
        self, shown: Curve, width: float, height: float, look: Look, owner: Element
    ) -> None:
        super().__init__()
        self.shown, self.width, self.least, self.brand = shown, width, height, look.brand
        self.element = owner.add("Figure", alt=shown.description.alt)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its least height."""
        self.height = self.least
        return self.width, self.height

    def stretch(self, height: float) -> None:
        """Grow as far as it is still read as one shape."""
        super().stretch(min(height, self.width * HIGH))

    def draw(self) -> None:
        """Draw at the height it has now."""
        from hscb_report.charts.curve import curve

        sheet = curve(self.shown.line, self.width, self.height, self.brand)
        Drawing(sheet, self.element).drawOn(self.canv, 0, 0)


def section_head(section: Section, look: Look, owner: Element) -> Flowable:
    """The heading of a section that a cover tells."""
    return heading(look, section.heading, section.subtitle, owner, "band", section.lang)
