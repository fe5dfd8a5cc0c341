"""The words around a card's fact: its message, whose it is, times and sources."""

from __future__ import annotations

from collections.abc import Sequence

from hscb_report.brand import fonts, icons
from hscb_report.brand.logos import mark_on
from hscb_report.brand.typography import Type
from hscb_report.page import spacing
from hscb_report.page.emblem import CLEAR, LEAST_CLEAR, Emblem
from hscb_report.page.flowable import Flowable
from hscb_report.page.icon import Icon
from hscb_report.page.layout import Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.text import Align, words
from hscb_report.pdf.structure import Element
from hscb_report.story.cards import Card
from hscb_report.story.story import Story

HEADINGS = tuple(Type("bold", size, size * 1.16) for size in (32, 29, 26, 24, 22, 20, 18, 16))
"""The sizes of a message, from the one it should have to the least it may have, pt."""
LOGO_AREA, LOGO_HIGH = 15000.0, 84.0
"""Of a logo: the area of its drawn shape, px2, and the most of its height, px."""
SLACK = 1.0
"""So much wider than its longest line a column of lines is, pt."""
TITLE = 0.42
"""The share of a row that the title takes at the most beside the board's name."""


class Flush(Icon):
    """An icon whose drawn shape begins at its left edge, in line with the words below it."""

    def draw(self) -> None:
        """Draw its shape where its square begins."""
        left = icons.bounds(self.name)[0] * self.size / icons.UNITS
        self.canv.saveState()
        self.canv.translate(-left, 0)
        super().draw()
        self.canv.restoreState()


class Row(Flowable):
    """The board's name or logo at the left, and title and period at the right."""

    def __init__(self, story: Story, look: Look, document: Element, width: float) -> None:
        super().__init__()
        self.width = width
        gap, natural = spacing.WIDE_BESIDE, _natural(story, look)
        self.room = min(TITLE * width, natural)
        self.name = emblem(story, look, document, width - self.room - gap, one_line=True)
        if story.logo is not None:  # it leaves more room than a name
            self.room = min(width - self.name.width - gap, natural)
        self.title = titled(story, look, document, self.room, "right")
        self.height = max(self.name.height, self.title.height)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as the higher of the two."""
        return self.width, self.height

    def draw(self) -> None:
        """Both from the top."""
        self.name.drawOn(self.canv, 0, self.height - self.name.height)
        left = self.width - self.room
        self.title.drawOn(self.canv, left, self.height - self.title.height)


def _natural(story: Story, look: Look) -> float:
    """The width of title, period and draft mark, each on one line, pt."""
    lines = [(story.title, "body"), (story.period, "strong")]
    lines += [(story.draft.words[0], "strong")] if story.draft else []
    return max(fonts.width(text, look.scale[style]) for text, style in lines) + SLACK


def message(
    card: Card,
    look: Look,
    document: Element,
    room: tuple[float, float],
    lines: int = 7,
    least: float = 0.0,
) -> Flowable | None:
    """The message of a card on the board's colour (H1), as large as its room allows; None where it
    has none.

    Args:
        room: width and height, pt.
        lines: the most it may have.
        least: the least size, pt.
    """
    width, height = room
    for style in HEADINGS:
        if style.size < least:
            return None
        if fonts.longest_word(card.heading, style) > width:
            continue
        made = words(look, card.heading, style, "on-band", "band", Element("H1"))
        tall = height_of(made, width)
        if tall <= height and tall <= lines * style.leading + 1:
            element = document.add("H1", lang=card.lang)
            made = words(look, card.heading, style, "on-band", "band", element)
            made.wrap(width, height)
            return made
    return None


def noted(card: Card, look: Look, document: Element, width: float, on: str = "paper") -> Column:
    """Times, source and symbols (P each)."""
    token = "text" if on == "paper" else "on-band"
    notes = [words(look, one, "note", token, on, document.add("P")) for one in card.notes]
    made = Column(notes)
    made.wrap(width, 0)
    return made


def titled(
    story: Story, look: Look, document: Element, width: float, align: Align = "left"
) -> Column:
    """Whose summary it is from: title and period, and above them that it is a draft (P each)."""
    parts: list[Flowable] = []
    if story.draft:
        mark = story.draft.words[0]
        parts.append(words(look, mark, "strong", "highlight", "band", document.add("P"), align))
    said = document.add("P")
    for line, style in ((story.title, "body"), (story.period, "strong")):
        parts.append(words(look, line, style, "on-band", "band", said.add("Span"), align))
    made = Column(parts)
    made.wrap(width, 0)
    return made


def emblem(story: Story, look: Look, document: Element, width: float, one_line: bool) -> Flowable:
    """The logo on the board's colour, or the board's name.

    Args:
        one_line: whether the name runs on; else its lines are those of the wordmark.
    """
    if story.logo is not None:
        mark = mark_on(look.brand.palette["band"], story.logo.versions, story.logo.inks)
        ratio = mark.drawing.ratio
        wide = min((LOGO_AREA * ratio) ** 0.5, LOGO_HIGH * ratio) / look.paper.zoom
        if mark.plate:  # which is wider than the logo
            width -= 2 * max(LEAST_CLEAR / look.paper.zoom, CLEAR * wide / ratio)
        wide = min(width, wide)
        made: Flowable = Emblem(mark, wide, look, document.add("Figure", alt=story.logo.alt))
    else:
        name = document.add("P")
        lines: Sequence[str] = [" ".join(story.wordmark)] if one_line else story.wordmark
        made = Column(
            [words(look, one, "wordmark", "on-band", "band", name.add("Span")) for one in lines]
        )
    made.wrap(width, 0)
    return made
