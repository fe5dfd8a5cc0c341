"""The picture of dots below the title of a narrow cover, with its numbers in words, and with the
heading of the section that it tells.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hscb_report.brand import fonts
from hscb_report.brand.typography import Type
from hscb_report.page import opening, spacing
from hscb_report.page.beside import Beside
from hscb_report.page.drawing import Drawing
from hscb_report.page.flowable import Flowable
from hscb_report.page.heading import Bookmarked
from hscb_report.page.key import SIGN, key
from hscb_report.page.layout import Box, Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.dots import Dots
from hscb_report.story.story import Section
from hscb_report.summary.reading import Reading

NARROW = 0.4
"""The most radius of the picture, as a share of the measure."""
LEAST = 60.0
"""The least radius of the picture, pt on the layout, and on paper where that is larger: with less
room it is left out.
"""
CLEAR = 14.0
"""Between the picture and what stands beside it, pt."""
WORDS = 150.0
"""The least width of the numbers beside it, pt."""
HALVED = 6
"""So many times what is between a picture that fits beside its numbers and one that does not."""


NUMBERS = (34.0, 30.0, 26.0, 22.0)
"""The sizes of numbers that stand above their words where a section is told, pt."""
CLOSE = 0.85
"""The picture may be so much smaller for them, as a share of its radius beside sentences."""


@dataclass(frozen=True)
class _Setting:
    """How the picture and its words are set.

    Attributes:
        radius: of the picture, pt.
        beside: whether the numbers stand beside it; else below.
        style: of numbers above their words; None for sentences.
    """

    radius: float
    beside: bool
    style: Type | None


class Below(Box):
    """The picture and its words.

    Args:
        told: the section that it tells; None for none.
    """

    def __init__(
        self,
        dots: Dots,
        setting: _Setting,
        told: Section | None,
        look: Look,
        document: Element,
    ) -> None:
        super().__init__()
        owner = document.add("Sect") if told else document
        self.head: Flowable | None = None
        unit = True
        if told:
            self.head, unit = _head(told, dots, look, owner)
        self.content: Flowable
        if setting.beside:  # read first what is seen first
            caption = _caption(dots, told, unit, setting.style, look, owner)
            drawing = opening.drawn(dots, setting.radius, look.brand, owner, told=True)
            room = look.paper.measure - 2 * setting.radius - CLEAR
            self.content = Beside(caption, drawing, CLEAR, room)
        else:
            drawing = opening.drawn(dots, setting.radius, look.brand, owner)
            caption = _caption(dots, told, unit, setting.style, look, owner)
            self.content = Column([Middle(drawing), caption], CLEAR)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Heading, picture and words."""
        self.width = availWidth
        above = height_of(self.head, availWidth) + CLEAR if self.head else 0.0
        self.height = above + height_of(self.content, availWidth)
        return self.width, self.height

    def stretch(self, height: float) -> None:
        """Take half of what is spare, between heading and picture; the rest stays above."""
        if self.head:
            super().stretch((self.height + height) / 2)

    def draw(self) -> None:
        """The heading, then picture and words."""
        if self.head:
            self.head.drawOn(self.canv, 0, self.height - self.head.height)
        self.content.drawOn(self.canv, 0, 0)


class Middle(Flowable):
    """A picture in the middle of the width."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self.drawing = drawing

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as the picture."""
        self.width, self.height = availWidth, height_of(self.drawing, availWidth)
        return self.width, self.height

    def draw(self) -> None:
        """Draw it there."""
        self.drawing.drawOn(self.canv, (self.width - self.drawing.width) / 2, 0)


def _head(told: Section, dots: Dots, look: Look, owner: Element) -> tuple[Flowable, bool]:
    """The heading of a section, what is measured and what a dot stands for, in one paragraph if
    both are in one language; and whether the latter is still to be said.
    """
    element = owner.add("H2", lang=told.lang)
    parts: list[Flowable] = [words(look, told.heading, "heading", "on-band", "band", element)]
    joined = bool(told.subtitle) and not told.lang
    said = f"{told.subtitle.rstrip('.')}. {dots.unit}" if joined else told.subtitle
    if said:
        line = owner.add("P", lang=told.lang)
        parts.append(words(look, said, "subtitle", "on-band", "band", line))
    return Bookmarked(Column(parts, spacing.UNDER_HEADING), told.heading), not joined


def _caption(
    dots: Dots, told: Section | None, unit: bool, style: Type | None, look: Look, owner: Element
) -> Flowable:
    return key(dots, look, owner, unit=unit, shared=told is not None, style=style, noted=unit)


def below(
    dots: Dots, told: Section | None, free: float, look: Look, document: Element
) -> Below | None:
    """The picture with its words, as large as the room allows; None where it would be too small.

    Args:
        told: the section that it tells; None for none.
        free: the height there is, pt.
    """
    paper = look.paper
    setting = _set(dots, told, free, look, None)
    least = min(LEAST, LEAST / paper.zoom)
    if setting.radius < least or not opening.is_legible(dots, setting.radius * paper.zoom):
        return None
    for size in NUMBERS if told else ():
        larger = _set(dots, told, free, look, Type("black", size, size * 1.06))
        if larger.radius >= CLOSE * setting.radius:
            setting = larger
            break
    return Below(dots, setting, told, look, document)


def _set(dots: Dots, told: Section | None, free: float, look: Look, style: Type | None) -> _Setting:
    """The largest picture there is room for: above its words or, where a section is told and it is
    larger then, beside them.
    """
    width, owner, unit, room = look.paper.measure, Element("Div"), True, free
    if told:
        head, unit = _head(told, dots, look, owner)
        room -= height_of(head, width) + CLEAR
    said = _caption(dots, told, unit, style, look, owner)
    largest = width * NARROW
    stacked = min((room - CLEAR - height_of(said, width)) / 2, largest)
    if not told:
        return _Setting(stacked, False, style)
    least = max(WORDS, *(_wide(one, look, style) for one in dots.readings))
    aside = _largest(
        stacked,
        min(room / 2, largest, (width - CLEAR - least) / 2),
        lambda radius: height_of(said, width - 2 * radius - CLEAR) <= room,
    )
    return _Setting(max(aside, stacked), aside > stacked, style)


def _largest(low: float, high: float, fits: Callable[[float], bool]) -> float:
    """The largest radius at which all fits, nearly; ``low`` where none larger does."""
    if high <= low or fits(high):
        return max(low, high)
    for _ in range(HALVED):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _wide(one: Reading, look: Look, style: Type | None) -> float:
    """The least width of a number's words beside its sign, pt."""
    number = fonts.numeral_width(one.headline, style) if style else 0.0
    word = fonts.longest_word(one.label_text, look.scale["body"])
    return max(number, word) + SIGN + spacing.ARROW
