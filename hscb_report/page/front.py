"""The front panel of a leaflet: wordmark, title and period, one number, and the picture of the
summary's own numbers with its caption.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hscb_report.brand.typography import Type
from hscb_report.page import curve, opening, spacing
from hscb_report.page.cover import CLEAR, LEAST
from hscb_report.page.drawing import Drawing
from hscb_report.page.emblem import emblem
from hscb_report.page.flowable import Flowable
from hscb_report.page.key import key
from hscb_report.page.large import STEPS, numeral
from hscb_report.page.layout import Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.photo import OnCover
from hscb_report.page.spot import Spot
from hscb_report.page.text import numeral_type, words
from hscb_report.page.title import Title
from hscb_report.pdf.structure import Element
from hscb_report.story.dots import Dots
from hscb_report.story.nodes import Chart, Statement
from hscb_report.story.story import Section, Story
from hscb_report.story.unnested import Curve

HERO = tuple(Type("black", size, size * 1.06) for size in (58, 52, 46, 40, 34, 28))
THIRD = 0.70
"""How high the title begins, as a share of the panel's height."""
LARGE = (*(one for one in STEPS if HERO[0].size < one.size <= 160), *HERO)
"""The sizes of the number, pt, and those where no picture stands below it."""

TELLING = 0.6
"""Where a section is told with it, the picture is at least so wide, as a share of it
without."""

Pictured = tuple[Drawing, Flowable, Flowable | None]
"""A picture, what stands below it, and what stands above it."""


class Front(Flowable):
    """A panel as large as its page.

    Args:
        story: whose wordmark, title, period and one number stand here; the title is the
            document's H1.
        spot: where it says what cannot be printed.
        headroom: kept free above, pt on the layout: a draft mark.
        telling: whether the section that the picture shows is told here, where it can be.

    Attributes:
        tells: whether it is: with its heading, and all that it says of its numbers.
    """

    def __init__(
        self,
        story: Story,
        look: Look,
        document: Element,
        spot: Spot,
        headroom: float = 0.0,
        telling: bool = False,
    ) -> None:
        super().__init__()
        self.look, self.headroom = look, headroom
        self.section, self.tells = told_by_picture(story) if telling else None, False
        width = look.paper.measure
        self.mark = emblem(story, look, document, spot)
        title = Title(story, width, look, document.add("H1"))
        bare = story.opening is None and story.photograph is None
        steps = LARGE if bare else HERO  # where there is no picture, the number is it
        # Whether there is a picture hangs on the height of the number, not on its colour.
        self.content = _content(title, story.hero, look, Element("Sect"), steps, "on-band")
        pictured = self._picture(story, Element("Sect")) is not None
        token = _token(story) if pictured else "highlight"
        self.content = _content(title, story.hero, look, document, steps, token)
        self.picture = self._picture(story, document)
        self.photo: OnCover | None = None
        if story.photograph:
            self.photo = OnCover(story.photograph, look, document, self._free(), spot)
            height_of(self.photo, width)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The whole panel."""
        self.width, self.height = self.look.paper.width, self.look.paper.height
        self.needed = (
            height_of(self.mark, self.look.paper.measure)
            + spacing.FRONT_MARK
            + height_of(self.content, self.look.paper.measure)
        )
        return self.width, self.height

    @property
    def excess(self) -> float:
        """By how much the words are too high for the panel above its margins, pt on the layout."""
        paper = self.look.paper
        return self.needed - (paper.height - paper.top - paper.bottom - self.headroom)

    def draw(self) -> None:
        """The ground as an artifact, then the words, then the picture."""
        canvas, paper, brand = self.canv, self.look.paper, self.look.brand
        with canvas.artifact("Background"):
            ground = canvas.to_edge(0, 0, paper.width, paper.height)
            canvas.saveState()
            clip = canvas.beginPath()
            clip.rect(*ground)
            canvas.clipPath(clip, stroke=0, fill=0)
            canvas.setFillColor(brand.ground("band"))
            canvas.rect(*ground, stroke=0, fill=1)
            canvas.restoreState()
        top, y = self._places()
        self.mark.drawOn(canvas, paper.side, top - self.mark.height)
        self.content.drawOn(canvas, paper.side, y)
        if self.photo:
            self.photo.drawOn(canvas, paper.side, paper.bottom)
        if self.picture:
            drawing, caption, head = self.picture
            top = y - spacing.FRONT
            if head:
                top -= head.height
                head.drawOn(canvas, paper.side, top)
                top -= CLEAR
            free = top - paper.bottom - caption.height
            foot = paper.bottom + caption.height + max(CLEAR, (free - drawing.height) / 2)
            drawing.drawOn(canvas, (paper.width - drawing.width) / 2, foot)
            caption.drawOn(canvas, paper.side, paper.bottom)

    def _places(self) -> tuple[float, float]:
        """The upper edge of what stands on the panel, and the lower edge of title and number: they
        begin a third down, or higher where they are many or a picture stands below them.
        """
        paper = self.look.paper
        top = paper.height - paper.top - self.headroom
        below = top - height_of(self.mark, paper.measure) - spacing.FRONT_MARK
        height = height_of(self.content, paper.measure)
        third = min(below, paper.height * THIRD)
        pictured = self.picture is not None or self.photo is not None
        high = pictured or third - height < paper.bottom
        return top, (below if high else third) - height

    def _free(self) -> float:
        """What the panel has below its words, pt."""
        paper = self.look.paper
        taken = height_of(self.mark, paper.measure) + height_of(self.content, paper.measure)
        taken += spacing.FRONT_MARK + spacing.FRONT
        return paper.height - paper.top - self.headroom - paper.bottom - taken

    def _picture(self, story: Story, document: Element) -> Pictured | None:
        """The picture and its caption, as large as the room below the words allows, and what stands
        above it; one number is no picture.
        """
        match story.opening.shown if story.opening else None:
            case Dots() as dots:
                hero = story.hero.reading.key if story.hero else ""
                return self._field(dots, hero, document)
            case Curve() as shown:
                return self._curve(shown, document)
            case _:
                return None

    def _curve(self, shown: Curve, document: Element) -> Pictured | None:
        """A series over the years."""
        width = self.look.paper.measure
        taken = height_of(curve.caption(shown, self.look, Element("Sect")), width)
        height = min(self._free() - taken - CLEAR, width * curve.HIGH)
        if not curve.is_legible(shown, width, height):
            return None
        drawing = curve.drawn(shown, width, height, self.look.brand, document)
        return self._wrapped(drawing, curve.caption(shown, self.look, document))

    def _wrapped(
        self, drawing: Drawing, caption: Flowable, head: Flowable | None = None
    ) -> Pictured:
        drawing.wrap(0, 0)
        for said in (caption, head):
            if said:
                height_of(said, self.look.paper.measure)
        return drawing, caption, head

    def _field(self, dots: Dots, hero: str, document: Element) -> Pictured | None:
        """Numbers within one another. Below a number that is none of theirs, what a dot stands for
        is the first that is said, so that nobody takes them for that. Above them stands the heading
        of the section that is told with them.
        """
        paper, look = self.look.paper, self.look
        other = bool(hero) and hero not in [one.key for one in dots.readings]

        def above(owner: Element, section: Section | None) -> Flowable | None:
            # on a narrow panel the picture needs the room more
            style = "block-title" if look.one_column else "heading"
            parts: list[Flowable] = []
            if section:
                parts.append(opening.headed(section, look, owner, style))
            if other:
                said = owner.add("P")
                parts.append(words(look, dots.head, "strong", "on-band", "band", said))
            return Column(parts, spacing.CLOSE) if parts else None

        def below(owner: Element, section: Section | None) -> Flowable:
            return key(dots, look, owner, hero, not other, bool(section))

        def radius(section: Section | None) -> float:
            head = above(Element("Sect"), section)
            taken = height_of(head, paper.measure) + CLEAR if head else 0.0
            taken += height_of(below(Element("Sect"), section), paper.measure)
            return min(self._free() - taken - CLEAR, paper.measure) / 2

        for section in dict.fromkeys((self.section, None)):
            large = radius(section)
            least = max(LEAST, TELLING * radius(None) if section else 0.0)
            if large < least or not opening.is_legible(dots, large * paper.zoom):
                continue
            self.tells = section is not None
            owner = document.add("Sect") if section else document
            head = above(owner, section)
            drawing = opening.drawn(dots, large, look.brand, owner)
            return self._wrapped(drawing, below(owner, section), head)
        return None


def told_by_picture(story: Story) -> Section | None:
    """The section that the picture tells, where no more is said in it than beside that."""
    found = story.opening
    if found is None or found.dots is None or found.section is None:
        return None
    section, here = story.sections[found.section], set(found.dots.told())
    here.update(story.hero.said() if story.hero else ())
    for block in section.blocks:
        if isinstance(block.node, Chart):  # another picture of the same numbers
            here.update(replace(block.node, title="", statements=(), notes=()).said())
        if not set(block.said()) <= here:
            return None
    return section


def _content(
    title: Title,
    hero: Statement | None,
    look: Look,
    document: Element,
    steps: Sequence[Type],
    token: str,
) -> Column:
    """The title and, where there is one, the number in its colour, as large as fits the width."""
    parts: list[Flowable] = [title]
    if hero is not None:
        style = numeral_type([hero.reading.headline], look.paper.measure, 0, steps) or steps[-1]
        parts.append(numeral(hero, look, document, style, "hero", token))
    return Column(parts, spacing.FRONT)


def _token(story: Story) -> str:
    """The colour of the one number beside the picture: that of its own dots or, where it has none,
    white, which no other number has but the last of four.
    """
    dots = story.opening.dots if story.opening else None
    if dots is None or story.hero is None:
        return "on-band"
    keys = [one.key for one in dots.readings]
    own = dict(zip(keys, opening.tokens_of(dots), strict=True))
    return own.get(story.hero.reading.key, "on-band")
