"""The first thing that is seen: wordmark, title and period on the board's colour, with a picture of
the summary's own numbers.
"""

from __future__ import annotations

from hscb_report.brand import fonts
from hscb_report.brand.typography import Type
from hscb_report.page import opening, spacing
from hscb_report.page.emblem import emblem
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Box, height_of
from hscb_report.page.look import Look
from hscb_report.page.photo import OnCover
from hscb_report.page.spot import Spot
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.story import Opening, Story

MOST_TITLE_LINES = 4


def tells(story: Story, look: Look) -> int | None:
    """Which section a cover tells itself, so that it is not told again below; None for none: there
    is no picture, the section shows more, or the page is too narrow for numbers beside a picture.
    """
    if story.opening is None or look.one_column or look.paper.measure < WIDE:
        return None
    return story.opening.section if opening.style_of(story.opening.dots, _room(look)) else None


WIDE = 480.0
"""A page of this measure has numbers beside the picture, pt."""
SHARE = 0.255
"""The radius of the picture, as a share of the paper's width."""
NARROW = 0.33
"""The same, of the measure, where the numbers stand below it."""
LEAST = 60.0
"""The least radius of the picture, pt: with less room it is left out."""
CLEAR = 14.0
"""Between the picture and what stands beside it, pt."""


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
        told = tells(story, look)
        self.text_width = look.paper.measure * (1.0 if told is None else self.TITLE)
        self.title = Title(story, self.text_width, look, document.add("H1"))
        self.picture: _Beside | _Below | OnCover | None = None
        if story.photograph:
            free = self._free_below()
            self.picture = OnCover(story.photograph, look, document, free, spot)
        elif story.opening and told is not None:
            self.picture = _Beside(story, story.opening, told, look, document)
        elif story.opening and (radius := self._radius_below(story.opening)):
            self.picture = _Below(story.opening, radius, look, document)

    @property
    def may_stand_alone(self) -> bool:
        """Whether it is a page of its own, or nearly: its picture takes what room there is."""
        return isinstance(self.picture, (_Below, OnCover)) and self.look.paper.measure < WIDE

    def _radius_below(self, shown: Opening) -> float:
        """The radius of a picture below the title, as large as the page allows, pt; 0 where it
        would be too small.
        """
        paper = self.look.paper
        taken = height_of(opening.caption(shown.dots, self.look, Element("Sect")), paper.measure)
        free = self._free_below() - CLEAR - taken
        radius = min(free / 2, paper.measure * NARROW)
        legible = opening.is_legible(shown.dots, radius * paper.zoom)
        return radius if radius >= LEAST and legible else 0.0

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

    def __init__(
        self, story: Story, shown: Opening, told: int, look: Look, document: Element
    ) -> None:
        super().__init__()
        self.dots, self.look = shown.dots, look
        self.room, self.radius = _room(look), _radius(look)
        owner = document.add("Sect")
        style = opening.style_of(shown.dots, self.room)
        assert style is not None  # tells() has asked
        self.numbers = opening.Numbers(story.sections[told], shown.dots, style, look, owner)
        self.drawing = opening.drawn(shown.dots, self.radius, look.brand, owner)
        self.each = words(
            look, shown.dots.each, "subtitle", "on-band", "band", owner.add("P"), "right"
        )

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
        corner = left, self.middle - self.radius + self.rise
        place = corner[0], corner[1] - top
        turn, found = opening.led(self.numbers, self.dots, place, self.radius)
        self.drawing.sheet = opening.sheet(self.dots, self.radius, self.look.brand, turn)
        opening.lines(canvas, self.numbers, found, top)
        self.drawing.drawOn(canvas, *corner)
        self.each.drawOn(canvas, left, 0)  # lower than any leader
        opening.rings(canvas, self.numbers, found, top)


class _Below(Flowable):
    """The picture below the title, and below it its numbers in words."""

    def __init__(self, shown: Opening, radius: float, look: Look, document: Element) -> None:
        super().__init__()
        self.drawing = opening.drawn(shown.dots, radius, look.brand, document)
        self.caption = opening.caption(shown.dots, look, document)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Picture and words."""
        self.width = availWidth
        self.height = (
            height_of(self.drawing, availWidth) + CLEAR + height_of(self.caption, availWidth)
        )
        return self.width, self.height

    def draw(self) -> None:
        """The picture in the middle, the words from the left."""
        self.drawing.drawOn(
            self.canv, (self.width - self.drawing.width) / 2, self.height - self.drawing.height
        )
        self.caption.drawOn(self.canv, 0, 0)


def title_type(text: str, width: float, largest: Type) -> Type:
    """The title's size: smaller only where a word is wider than its place, or the lines are
    many.
    """
    for share in (1, 0.87, 0.77, 0.67, 0.56, 0.49):
        style = Type(largest.face, largest.size * share, largest.leading * share)
        if (
            fonts.longest_word(text, style) <= width
            and len(fonts.wrap(text, style, width)) <= MOST_TITLE_LINES
        ):
            return style
    return style


class Title(Flowable):
    """The title in lines, and behind its last word the period in the highlight colour."""

    def __init__(self, story: Story, width: float, look: Look, element: Element) -> None:
        super().__init__()
        style = title_type(story.full_title, width, look.scale["title"])
        self.style, self.element, self.brand = style, element, look.brand
        count = len(story.title.split())
        self.runs: list[list[tuple[str, str]]] = []
        for line in fonts.wrap(story.full_title, style, width):
            parts = line.split()
            plain, rest = parts[: max(0, count)], parts[max(0, count) :]
            count -= len(parts)
            self.runs.append(
                [
                    (" ".join(part), token)
                    for part, token in ((plain, "on-band"), (rest, "highlight"))
                    if part
                ]
            )

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as its lines."""
        self.width, self.height = availWidth, self.style.leading * len(self.runs)
        return self.width, self.height

    def draw(self) -> None:
        """One marked content for the whole title."""
        canvas, y = self.canv, self.height
        with canvas.tagged(self.element):
            canvas.setFont(fonts.font_name(self.style.face), self.style.size)
            for runs in self.runs:
                y -= self.style.leading
                x = 0.0
                for text, token in runs:
                    canvas.setFillColor(self.brand.text_ink(token, "band", self.style))
                    canvas.drawString(x, y + self.style.size * 0.24, text + " ")
                    x += fonts.width(text + " ", self.style)

    def right_edges(self) -> list[tuple[float, float, float]]:
        """Of each line its right end, its foot above the title's lower edge, and its height, pt."""
        leading, count = self.style.leading, len(self.runs)
        return [
            (
                sum(fonts.width(text + " ", self.style) for text, _ in runs),
                (count - 1 - index) * leading,
                leading,
            )
            for index, runs in enumerate(self.runs)
        ]
