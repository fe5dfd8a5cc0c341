"""What stands in the middle of a card: a chart, a field of dots with its numbers, or one number."""

from __future__ import annotations

from dataclasses import replace

from hscb_report.brand.typography import Type
from hscb_report.editions import social
from hscb_report.page import chart as charts
from hscb_report.page import opening, spacing
from hscb_report.page.flowable import Flowable
from hscb_report.page.icon import Icon
from hscb_report.page.key import key
from hscb_report.page.large import numeral
from hscb_report.page.layout import Box, Column, height_of
from hscb_report.page.look import Look, Paper
from hscb_report.page.spot import Misfits, Spot
from hscb_report.page.text import numeral_type
from hscb_report.pdf.structure import Element
from hscb_report.story.cards import Card
from hscb_report.story.dots import Dots
from hscb_report.story.nodes import Chart, Statement
from hscb_report.story.story import Story

HEAD = 0.3
"""The most height of a message above a chart, as a share of the card's."""
NUMBERS = tuple(
    Type("black", size, size * 1.06) for size in (128, 116, 104, 94, 84, 76, 68, 60, 54, 48, 42, 36)
)
"""The sizes of the one number of a card, pt."""
LABELS = tuple(Type("bold", size, size * 1.22) for size in (24, 21, 19, 17, 15, 13.5))
"""The sizes of its words, pt."""
LEAST_RADIUS, MOST_RADIUS = 62.0, 130.0
"""Of a field of dots, pt."""
LEAST_DOT = 5.0
"""The least diameter of a dot, px."""
APART = 24.0
"""Between a field and its numbers, pt."""
ICON, ICON_SQUARE = 110.0, 84.0
"""The side of the picture of a number, pt: beside it, and above it."""
ROOM_OF_WORDS = 200.0
"""Words beside a field have at least this room, pt."""
HIGHER = 2.0
"""So many times its room a chart may ask for before it is made lower."""
NAME = 0.6
"""The share of a row that the board's name takes at the most, where the title stands beside it."""


class Row(Flowable):
    """The board's name or logo at the left, and title and period at the right or, where both have
    no room, below it.
    """

    def __init__(self, story: Story, look: Look, document: Element, width: float) -> None:
        super().__init__()
        self.name = social.emblem(story, look, document, width * NAME, one_line=True)
        taken = self.name.width if story.logo is not None else width * NAME
        self.room = width - taken - spacing.WIDE_BESIDE
        self.title = social.titled(story, look, document, self.room, "right")
        self.width = width
        self.height = max(self.name.height, self.title.height)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as the higher of the two."""
        return self.width, self.height

    def draw(self) -> None:
        """Both from the top."""
        self.name.drawOn(self.canv, 0, self.height - self.name.height)
        left = self.width - self.room
        self.title.drawOn(self.canv, left, self.height - self.title.height)


def chart(card: Card, look: Look, document: Element, room: tuple[float, float]) -> Flowable | None:
    """The chart of a card with its words, as large as its room allows; None where it has no room.

    Args:
        room: width and height, pt.
    """
    assert isinstance(card.shown, Chart)
    # What is too high at first may still be made lower.
    paper = Paper(room[0], HIGHER * room[1], 0.0, 0.0, 0.0, zoom=look.paper.zoom)
    for compact in (False, True):
        own = replace(look, paper=paper, compact=compact)
        if _chart(card.shown, own, Element("Sect"), room) is not None:
            return _chart(card.shown, own, document, room)
    return None


def _chart(
    node: Chart, look: Look, owner: Element, room: tuple[float, float]
) -> Flowable | None:
    misfits, (width, height) = Misfits(), room
    made = charts.chart(node, look, Spot(misfits), owner, width)
    tall = height_of(made, width)
    if misfits.found:
        return None
    if tall > height and isinstance(made, Box) and made.gives >= tall - height:
        made.give(tall - height)
    if made.height > height:
        return None
    if isinstance(made, Box) and made.takes:
        made.fill(min(made.takes, height - made.height))
    return made


def body(
    card: Card, look: Look, document: Element, room: tuple[float, float], wide: bool
) -> Flowable | None:
    """Dots with their numbers, or one number, on the board's colour; None where it has no room."""
    if isinstance(card.shown, Dots):
        return _dots(card, card.shown, look, document, room, wide)
    assert isinstance(card.shown, Statement)
    return _number(card, card.shown, look, document, room, wide)


def _dots(
    card: Card, dots: Dots, look: Look, document: Element, room: tuple[float, float], wide: bool
) -> Flowable | None:
    width, height = room

    def told(owner: Element, across: float, most: float) -> Column | None:
        numbers = key(dots, opening.tokens_of(dots), look, owner)
        free = most - height_of(numbers, across) - social.ABOVE
        head = social.message(card, look, owner, across, free, lines=4) if card.heading else None
        if card.heading and head is None or free < 0:
            return None
        return Column([*([head] if head else []), numbers], social.ABOVE)

    if wide:
        radius = min(height / 2, MOST_RADIUS, (width - APART - ROOM_OF_WORDS) / 2)
        across = width - APART - 2 * radius
        if told(Element("Sect"), across, height) is None or not _seen(dots, radius, look):
            return None
        said = told(document, across, height)
        assert said is not None
        drawing = opening.drawn(dots, radius, look.brand, document)
        return Pair(said, drawing, across, width)
    radius = MOST_RADIUS
    while radius >= LEAST_RADIUS:
        if _seen(dots, radius, look):
            tried = told(Element("Sect"), width, height - 2 * radius - social.ABOVE)
            if tried is not None:
                said = told(document, width, height - 2 * radius - social.ABOVE)
                assert said is not None
                return Between(said, opening.drawn(dots, radius, look.brand, document), width)
        radius -= 4
    return None


def _seen(dots: Dots, radius: float, look: Look) -> bool:
    """Whether each dot is seen on a phone."""
    from hscb_report.charts.field import DOT, step

    if radius < LEAST_RADIUS:
        return False
    return 2 * DOT * step(dots.counts[0], radius) * look.paper.zoom >= LEAST_DOT


class Pair(Flowable):
    """Words at the left, and a picture at the right, each in the middle of the height."""

    def __init__(self, said: Flowable, picture: Flowable, across: float, width: float) -> None:
        super().__init__()
        self.said, self.picture, self.width = said, picture, width
        self.height = max(height_of(said, across), height_of(picture, width - across))

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as the higher of the two."""
        return self.width, self.height

    def draw(self) -> None:
        """Words, then picture."""
        self.said.drawOn(self.canv, 0, (self.height - self.said.height) / 2)
        x = self.width - self.picture.width
        self.picture.drawOn(self.canv, x, (self.height - self.picture.height) / 2)


class Between(Flowable):
    """A picture in the middle of the width, with its heading above and its words below."""

    def __init__(self, said: Column, picture: Flowable, width: float) -> None:
        super().__init__()
        self.head, self.below = said.parts[:-1], said.parts[-1]
        self.picture, self.width = picture, width
        self.height = sum(height_of(one, width) + social.ABOVE for one in self._parts)
        self.height -= social.ABOVE

    @property
    def _parts(self) -> list[Flowable]:
        return [*self.head, self.picture, self.below]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """All of it."""
        return self.width, self.height

    def draw(self) -> None:
        """From the top down."""
        y = self.height
        for one in self._parts:
            y -= one.height
            x = (self.width - one.width) / 2 if one is self.picture else 0.0
            one.drawOn(self.canv, x, y)
            y -= social.ABOVE


def _number(
    card: Card, one: Statement, look: Look, document: Element, room: tuple[float, float], wide: bool
) -> Flowable | None:
    """A number with its words, as large as its room allows, and its picture."""
    width, height = room
    plain = replace(one, icon="")
    icon: Flowable | None = None
    if one.icon:
        icon = Icon(one.icon, ICON if wide else ICON_SQUARE, look.brand, "highlight", "band")
        height_of(icon, width)
    across = width - (icon.width + APART if icon and wide else 0.0)
    free = height - (icon.height + social.ABOVE if icon and not wide else 0.0)
    for style in NUMBERS:
        if numeral_type([one.reading.headline], across, 0, [style]) is None:
            continue
        for label in LABELS:
            if label.size > style.size / 2:
                continue
            tried = _told(card, plain, look, Element("Sect"), style, label, (across, free))
            if tried is None:
                continue
            said = _told(card, plain, look, document, style, label, (across, free))
            assert said is not None
            if icon is None:
                height_of(said, width)
                return said
            if wide:
                return Pair(said, icon, across, width)
            both = Column([icon, said], social.ABOVE)
            height_of(both, width)
            return both
    if one.icon:  # the words are worth more than the picture
        return _number(card, plain, look, document, room, wide)
    return None


def _told(
    card: Card,
    one: Statement,
    look: Look,
    owner: Element,
    style: Type,
    label: Type,
    room: tuple[float, float],
) -> Column | None:
    """The number below the message, if there is one; None where that is too high."""
    number = numeral(one, look, owner, style, label)
    free = room[1] - height_of(number, room[0]) - social.ABOVE
    if not card.heading:
        return number if number.height <= room[1] else None
    head = social.message(card, look, owner, room[0], free, lines=3) if free > 0 else None
    if head is None:
        return None
    made = Column([head, number], social.ABOVE)
    height_of(made, room[0])
    return made


