"""What stands in the middle of a card: a chart, a field of dots with its numbers, or one number."""

from __future__ import annotations

from dataclasses import replace

from hscb_report.brand.typography import Type
from hscb_report.page import chart as charts
from hscb_report.page import opening
from hscb_report.page.card_words import Flush, message
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

HEAD = 0.3
"""The most height of a message above a chart, as a share of the card's."""
NUMBERS = tuple(
    Type("black", size, size * 1.06) for size in (128, 116, 104, 94, 84, 76, 68, 60, 54, 48, 42, 36)
)
"""The sizes of the one number of a card, pt."""
LABELS = tuple(Type("bold", size, size * 1.22) for size in (24, 21, 19, 17, 15, 13.5))
"""The sizes of its words, pt."""
WORDS = (19.0, 15.0, 0.0)
"""The sizes of words that are tried before a number is made smaller, pt."""
LEAST_RADIUS, GOOD_RADIUS, MOST_RADIUS = 150.0, 190.0, 320.0
"""Of a field of dots: the least, the least that it should have, and the most, px."""
GOOD_HEADING = 24.0
"""The least size that a message beside dots should have, pt."""
LEAST_DOT = 5.0
"""The least diameter of a dot, px."""
STEP = 4.0
"""By so much a field is made smaller until it fits, pt."""
AIR = 14.0
"""Free above and below a number, together, pt."""
APART = 24.0
"""Between a field and its numbers, pt."""
ICON, ICON_SQUARE = 270.0, 210.0
"""The side of the picture of a number, px: beside it, and above it."""
ROOM_OF_WORDS = 200.0
"""Words beside a field have at least this room, pt."""
HIGHER = 2.0
"""So many times its room a chart may ask for before it is made lower."""
ABOVE = 10.0
"""Between what stands above one another, pt."""


def chart(
    card: Card, look: Look, document: Element, room: tuple[float, float], squeezed: bool
) -> Flowable | None:
    """The chart of a card with its words, as large as its room allows; None where it has no room.

    Args:
        room: width and height, pt.
        squeezed: whether it may be lower than it should be.
    """
    assert isinstance(card.shown, Chart)
    # What is too high at first may still be made lower.
    paper = Paper(room[0], HIGHER * room[1], 0.0, 0.0, 0.0, zoom=look.paper.zoom)
    own = replace(look, paper=paper, compact=card.shown.field is None)
    if card.shown.field and not charts.said_above(card.shown, own, room[0])[0]:
        return None  # its marks would be too small
    if _chart(card.shown, own, Element("Sect"), room, squeezed) is None:
        return None
    return _chart(card.shown, own, document, room, squeezed)


def _chart(
    node: Chart, look: Look, owner: Element, room: tuple[float, float], squeezed: bool
) -> Flowable | None:
    misfits, (width, height) = Misfits(), room
    made = charts.chart(node, look, Spot(misfits), owner, width)
    tall = height_of(made, width)
    if misfits.found:
        return None
    if squeezed and tall > height and isinstance(made, Box) and made.gives >= tall - height:
        made.give(tall - height)
    if made.height > height:
        return None
    if isinstance(made, Box) and made.takes:
        made.fill(min(made.takes, height - made.height))
    return made


def body(
    card: Card,
    look: Look,
    document: Element,
    room: tuple[float, float],
    wide: bool,
    squeezed: bool,
) -> Flowable | None:
    """Dots with their numbers, or one number, on the board's colour; None where it has no room.

    Args:
        room, squeezed: as above.
        wide: whether the card is wider than high.
    """
    if isinstance(card.shown, Dots):
        setting = _dots_beside if wide else _dots_between
        if setting(card, card.shown, look, Element("Sect"), room, squeezed) is None:
            return None
        return setting(card, card.shown, look, document, room, squeezed)
    assert isinstance(card.shown, Statement)
    return _number(card, card.shown, look, document, room, wide)


def _dots_beside(
    card: Card, dots: Dots, look: Look, owner: Element, room: tuple[float, float], squeezed: bool
) -> Flowable | None:
    """Dots at the right of their numbers."""
    width, height = room
    most = min(MOST_RADIUS / look.paper.zoom, (width - APART - ROOM_OF_WORDS) / 2)
    radius = min(height / 2, most)
    across = width - APART - 2 * radius
    if not _seen(dots, radius, look, squeezed):
        return None
    said = _numbered(card, dots, look, owner, (across, height), squeezed)
    if said is None:
        return None
    return Pair(said, opening.drawn(dots, radius, look.brand, owner), across, width)


def _dots_between(
    card: Card, dots: Dots, look: Look, owner: Element, room: tuple[float, float], squeezed: bool
) -> Flowable | None:
    """Dots between the message and their numbers, as large as these leave room for."""
    (width, height), radius = room, MOST_RADIUS / look.paper.zoom
    while _seen(dots, radius, look, squeezed):
        left = height - 2 * radius - ABOVE
        if _numbered(card, dots, look, Element("Sect"), (width, left), squeezed):
            said = _numbered(card, dots, look, owner, (width, left), squeezed)
            assert said is not None
            return Between(said, opening.drawn(dots, radius, look.brand, owner), width)
        radius -= STEP
    return None


def _numbered(
    card: Card, dots: Dots, look: Look, owner: Element, room: tuple[float, float], squeezed: bool
) -> Column | None:
    """The message, and below it the numbers of the dots."""
    parts: list[Flowable] = []
    numbers = key(dots, look, Element("Sect"))
    free = room[1] - height_of(numbers, room[0])
    if card.heading:
        least = 0.0 if squeezed else GOOD_HEADING
        head = message(card, look, owner, (room[0], free - ABOVE), 4, least)
        if head is None:
            return None
        parts.append(head)
    if free < 0:
        return None
    return Column([*parts, key(dots, look, owner)], ABOVE)


def _seen(dots: Dots, radius: float, look: Look, squeezed: bool) -> bool:
    """Whether a field is large enough, and each of its dots is seen on a phone."""
    from hscb_report.charts.field import DOT, step

    if radius * look.paper.zoom < (LEAST_RADIUS if squeezed else GOOD_RADIUS):
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
        self.height = sum(height_of(one, width) + ABOVE for one in self._parts)
        self.height -= ABOVE

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
            y -= ABOVE


def _number(
    card: Card, one: Statement, look: Look, document: Element, room: tuple[float, float], wide: bool
) -> Flowable | None:
    """A number with its words, as large as its room allows, and its picture."""
    width, height = room
    plain = replace(one, icon="")
    icon: Flowable | None = None
    if one.icon:
        size = ICON if wide else ICON_SQUARE
        sort = Icon if wide else Flush
        icon = sort(one.icon, size / look.paper.zoom, look.brand, "highlight", "band")
        height_of(icon, width)
    across = width - (icon.width + APART if icon and wide else 0.0)
    free = height - AIR - (icon.height + ABOVE if icon and not wide else 0.0)
    styles = _styles(card, plain, look, (across, free))
    if styles is None:  # the words are worth more than the picture
        return _number(card, plain, look, document, room, wide) if icon else None
    said = _told(card, plain, look, document, *styles, (across, free))
    assert said is not None
    if icon is None:
        height_of(said, width)
        return said
    if wide:
        return Pair(said, icon, across, width)
    both = Column([icon, said], ABOVE)
    height_of(both, width)
    return both


def _styles(
    card: Card, one: Statement, look: Look, room: tuple[float, float]
) -> tuple[Type, Type] | None:
    """The largest number, and the largest words below it, that have room; words that are read from
    afar before a larger number.
    """
    if not _told(card, one, look, Element("Sect"), NUMBERS[-1], LABELS[-1], room):
        return None
    for least in WORDS:
        for style in NUMBERS:
            if numeral_type([one.reading.headline], room[0], 0, [style]) is None:
                continue
            for label in LABELS:
                if not least <= label.size <= style.size / 2:
                    continue
                if _told(card, one, look, Element("Sect"), style, label, room, least):
                    return style, label
    return None


def _told(
    card: Card,
    one: Statement,
    look: Look,
    owner: Element,
    style: Type,
    label: Type,
    room: tuple[float, float],
    least: float = 0.0,
) -> Column | None:
    """The number below the message, if there is one; None where that is too high.

    Args:
        least: the least size of the message, pt.
    """
    number = numeral(one, look, owner, style, label)
    free = room[1] - height_of(number, room[0]) - ABOVE
    if not card.heading:
        return number if number.height <= room[1] else None
    head = message(card, look, owner, (room[0], free), 3, least) if free > 0 else None
    if head is None:
        return None
    made = Column([head, number], ABOVE)
    height_of(made, room[0])
    return made
