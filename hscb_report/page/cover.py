"""The first thing that is seen: wordmark, title and period on the board's colour, with a picture of
the summary's own numbers.
"""

from __future__ import annotations

from hscb_report.page import curve, large, opening, spacing
from hscb_report.page.below import CLEAR as CLEAR
from hscb_report.page.below import LEAST as LEAST
from hscb_report.page.below import Below, below
from hscb_report.page.curve import WIDE
from hscb_report.page.emblem import emblem
from hscb_report.page.flowable import Flowable
from hscb_report.page.furniture import DRAFT_HEIGHT
from hscb_report.page.layout import Box, Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.photo import OnCover
from hscb_report.page.spot import Misfits, Spot
from hscb_report.page.text import words
from hscb_report.page.title import Title
from hscb_report.pdf.structure import Element
from hscb_report.story.dots import Dots
from hscb_report.story.story import Opening, Section, Story
from hscb_report.story.unnested import Curve, Large


def tells(story: Story, look: Look) -> int | None:
    """Which section a cover tells itself, so that it is not told again below; None for none: there
    is no picture, the section shows more, or the page has no room for it.
    """
    if story.opening is None:
        return None
    headroom = DRAFT_HEIGHT if story.draft else 0.0
    return Cover(story, look, Element("Document"), Spot(Misfits()), headroom).told


def _beside(story: Story, look: Look) -> int | None:
    """The section whose numbers stand beside the picture of them; None for none."""
    shown = story.opening
    if shown is None or shown.dots is None or look.one_column or look.paper.measure < WIDE:
        return None
    return shown.section if opening.style_of(shown.dots, _room(look)) else None


def _across(
    shown: Opening, told: Section | None, free: float, look: Look, document: Element
) -> Column | None:
    """A series, or one number, from margin to margin; None where there is too little room."""
    match shown.shown:
        case Curve():
            return curve.across(shown.shown, told, free, look, document)
        case Large():
            return large.large(shown.shown, told, free, look, document)
        case _:
            return None


SHARE = 0.255
"""The radius of the picture, as a share of the paper's width."""
MOST_HIGH = 0.5
"""The most of a wide page that a series or one number takes, with its words, as a share of its
height.
"""
RIM = 6.0
"""Between the dots and the circle around all of them, which the whole leads to, pt."""


def _radius(look: Look) -> float:
    return look.paper.width * SHARE


def _room(look: Look) -> float:
    """The width of the numbers beside the picture."""
    return look.paper.measure - 2 * _radius(look) - CLEAR


class Cover(Box):
    """The band on the first page.

    Args:
        story: whose wordmark, title and period stand here; the title is the document's H1.
        spot: where it says what cannot be printed.
        headroom: kept free above, pt: a draft mark.

    Attributes:
        told: the section that it tells; None for none.
    """

    PADDING = 30.0
    TITLE = 0.6
    """Of the measure that the title takes at the most where it stands beside the picture."""

    def __init__(
        self, story: Story, look: Look, document: Element, spot: Spot, headroom: float = 0.0
    ) -> None:
        super().__init__()
        self.look, self.headroom = look, headroom
        self.mark = emblem(story, look, document, spot)
        self.told = _beside(story, look)
        share = 1.0 if self.told is None else self.TITLE
        self.text_width = look.paper.measure * share
        self.title = Title(story, self.text_width, look, document.add("H1"))
        self.picture: _Beside | Below | OnCover | Column | None = None
        if story.photograph:
            free = self._free_below()
            self.picture = OnCover(story.photograph, look, document, free, spot)
        elif story.opening and story.opening.dots:
            self.picture = self._field(story, story.opening.dots, document)
        elif story.opening:
            self.picture = self._wide(story, story.opening, document)

    def _wide(self, story: Story, shown: Opening, document: Element) -> Column | None:
        """A series or one number, from margin to margin, with the section that it tells where that
        has room; on a narrow page a series is told there where all its numbers have room.
        """
        look, free = self.look, self._free_below()
        wide = look.paper.measure >= WIDE and not look.one_column
        if wide:
            free = min(free, look.paper.height * MOST_HIGH)
        if shown.section is not None:
            section = story.sections[shown.section]
            if made := _across(shown, section, free, look, document):
                self.told = shown.section
                return made
        return _across(shown, None, free, look, document)

    @property
    def may_stand_alone(self) -> bool:
        """Whether it is a page of its own, or nearly: its picture takes what room there is."""
        return isinstance(self.picture, (Below, OnCover, Column)) and self.look.paper.measure < WIDE

    def _field(self, story: Story, dots: Dots, document: Element) -> _Beside | Below | None:
        """Numbers within one another, beside the section that they tell or below the title: there
        they tell it too, where the picture has room beside its words.
        """
        look, free = self.look, self._free_below()
        if self.told is not None:
            return _Beside(story.sections[self.told], dots, look, document)
        section = story.opening.section if story.opening else None
        told = None if section is None else story.sections[section]
        if told and (made := below(dots, told, free, look, document)):
            self.told = section
            return made
        return below(dots, None, free, look, document)

    def _free_below(self) -> float:
        """What the page has below the title for a picture and its words, pt."""
        taken = spacing.COVER_PICTURE + spacing.COVER + 2 * self.PADDING + self.headroom
        taken += height_of(self.mark, self.text_width) + height_of(self.title, self.text_width)
        paper = self.look.paper
        return paper.height - paper.bottom - spacing.LAST - spacing.SLACK - taken

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as what stands on it, and the padding."""
        self.width = availWidth
        self.above = (
            height_of(self.mark, self.text_width)
            + spacing.COVER
            + height_of(self.title, self.text_width)
        )
        below = height_of(self.picture, availWidth) + spacing.COVER_PICTURE if self.picture else 0.0
        self.height = self.above + below + 2 * self.PADDING + self.headroom
        return self.width, self.height

    def stretch(self, height: float) -> None:
        """Take this height; the picture takes of it what it can use."""
        if isinstance(self.picture, (Below, Column)):
            self.picture.stretch(self.picture.height + max(0.0, height - self.height))
        super().stretch(height)

    def draw(self) -> None:
        """The ground as an artifact, then the words, then the picture."""
        canvas, paper = self.canv, self.look.paper
        with canvas.artifact("Background"):
            canvas.setFillColor(self.look.brand.ground("band"))
            canvas.rect(*canvas.to_edge(-paper.side, 0, paper.width, self.height), stroke=0, fill=1)
        y = self.height - self.headroom - self.PADDING - self.mark.height
        self.mark.drawOn(canvas, 0, y)
        y -= spacing.COVER + self.title.height
        self.title.drawOn(canvas, 0, y)
        if isinstance(self.picture, _Beside):
            self.picture.rise = self._rise(self.picture, y - spacing.COVER_PICTURE)
        if self.picture:
            self.picture.drawOn(canvas, 0, self.PADDING)

    def _rise(self, picture: _Beside, top: float) -> float:
        """How far the picture may stand beside the title, pt: its middle goes up to that of the
        band, as long as the circle keeps clear of the title's lines.
        """
        x, low = self.width - picture.radius, self.PADDING + picture.middle
        wanted = max(0.0, (self.height - self.headroom) / 2 - low)
        lines = self.title.right_edges()
        rise = wanted
        while rise > 0:
            y = low + rise
            if all(
                _apart(x, y, right, top + spacing.COVER_PICTURE + foot, height)
                >= picture.radius + CLEAR
                for right, foot, height in lines
            ):
                return rise
            rise -= 4
        return 0.0


def _apart(x: float, y: float, right: float, foot: float, height: float) -> float:
    """From a middle to a line of text that ends at ``right``."""
    aside, off = max(0.0, x - right), max(0.0, foot - y, y - foot - height)
    return float((aside**2 + off**2) ** 0.5)


class _Beside(Flowable):
    """A section on the cover: its heading and numbers, and beside them the picture."""

    rise = 0.0

    def __init__(self, told: Section, dots: Dots, look: Look, document: Element) -> None:
        super().__init__()
        self.dots, self.look = dots, look
        self.room, self.radius = _room(look), _radius(look)
        self.field = self.radius - (RIM if dots.has_whole else 0.0)
        owner = document.add("Sect")
        style = opening.style_of(dots, self.room)
        assert style is not None  # tells() has asked
        self.numbers = opening.Numbers(told, dots, style, look, owner)
        self.drawing = opening.drawn(dots, self.field, look.brand, owner, told=True)
        self.each = words(look, dots.unit, "subtitle", "on-band", "band", owner.add("P"), "right")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as the numbers, or as the picture and the line below it."""
        self.width = availWidth
        below = height_of(self.each, 2 * self.radius) + CLEAR
        self.middle = below + self.radius  # unless it rises
        least = below + self.radius * 1.1  # the rest may stand beside the title
        self.height = max(height_of(self.numbers, self.room), least)
        return self.width, self.height

    def draw(self) -> None:
        """Numbers, picture, the line below it, and leaders as artifacts."""
        canvas, left = self.canv, self.width - 2 * self.radius
        top = self.height - self.numbers.height
        self.numbers.drawOn(canvas, 0, top)
        middle, around = (left + self.radius, self.middle + self.rise), self.radius
        corner = middle[0] - self.field, middle[1] - self.field
        place = corner[0], corner[1] - top
        turn, found = opening.led(self.numbers, self.dots, place, self.field, around)
        self.drawing.sheet = opening.sheet(self.dots, self.field, self.look.brand, turn)
        opening.lines(canvas, self.numbers, found, top)
        self.drawing.drawOn(canvas, *corner)
        self.each.drawOn(canvas, left, 0)  # lower than any leader
        opening.rings(canvas, self.numbers, found, top)
        if self.dots.has_whole:
            opening.rim(canvas, self.numbers, middle, around)
