"""The picture of a cover, and its numbers: beside it with leaders to their dots, or below it in
words.
"""

from __future__ import annotations

from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING, Any

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import LEVELS
from hscb_report.brand.typography import Type
from hscb_report.page import leaders, spacing
from hscb_report.page.drawing import Drawing
from hscb_report.page.flowable import Flowable
from hscb_report.page.heading import Bookmarked
from hscb_report.page.layout import Column, height_of
from hscb_report.page.leaders import Leaders
from hscb_report.page.look import Look
from hscb_report.page.number import Number
from hscb_report.page.text import numeral_type, words
from hscb_report.pdf.structure import Element
from hscb_report.story.dots import Dots
from hscb_report.story.story import Section

if TYPE_CHECKING:
    from hscb_report.charts.marks import Point, Sheet

LEADER = 1.2
"""The width of a leader, pt."""
AWAY = 10.0
"""Between a number and its leader, pt."""
TURNS = 8
"""In so many ways the field may be turned, until its leaders do not cross."""
EYE = 1.4
"""The radius of the ring around a leader's dot, in radii of the dot."""
TOUCH = 0.1
"""The same where a leader ends at a line, pt."""
EDGE, LEVEL = 16, 0.9
"""So many ends on half a circle are tried; and how far from its middle, as a share of its radius, a
leader may meet it on its own level.
"""


def drawn(dots: Dots, radius: float, brand: Brand, owner: Element, told: bool = False) -> Drawing:
    """The field as a tagged figure, 2 * ``radius`` pt wide and high.

    Args:
        told: whether its heading and its numbers are read right before it.
    """
    element = owner.add("Figure", alt=dots.seen if told else dots.description.alt)
    return Drawing(sheet(dots, radius, brand), element)


def sheet(dots: Dots, radius: float, brand: Brand, turn: float = 0.0) -> Sheet:
    """The field itself, turned by so many radians."""
    from hscb_report.charts.field import field

    keys = [reading.key for reading in dots.readings]
    keys = [""] * (len(dots.counts) - len(keys)) + keys
    return field(dots.drawn, [keys[at] for at in dots.shown], radius, brand, turn)


def is_legible(dots: Dots, radius: float) -> bool:
    """Whether its dots can be told apart at a size, pt."""
    from hscb_report.charts.field import is_legible

    return radius > 0 and is_legible(dots.counts[0], radius)


def headed(section: Section, look: Look, owner: Element, style: str = "heading") -> Bookmarked:
    """The heading and the subtitle of the section that a picture tells (H2, P)."""
    element = owner.add("H2", lang=section.lang)
    parts: list[Flowable] = [words(look, section.heading, style, "on-band", "band", element)]
    if section.subtitle:
        said = owner.add("P", lang=section.lang)
        parts.append(words(look, section.subtitle, "subtitle", "on-band", "band", said))
    return Bookmarked(Column(parts, spacing.UNDER_HEADING), section.heading)


def tokens_of(dots: Dots) -> tuple[str, ...]:
    """The colour of each number of the picture, which is that of its dots; that of words, where it
    is not drawn apart.
    """
    inks = LEVELS[len(dots.shown)]
    return tuple("on-band" if level is None else inks[level] for level in dots.levels)


def style_of(dots: Dots, width: float) -> Type | None:
    """The numeral in which all numbers fit a width, pt; None if none is small enough."""
    return numeral_type([reading.headline for reading in dots.readings], width)


class Numbers(Flowable):
    """A section's heading and the numbers of its picture, one below the other."""

    def __init__(
        self, section: Section, dots: Dots, style: Type, look: Look, owner: Element
    ) -> None:
        super().__init__()
        self.head = headed(section, look, owner)
        inks = tokens_of(dots)
        self.numbers = [
            Number(reading, style, token, look, owner)
            for reading, token in zip(dots.readings, inks, strict=True)
        ]
        self.inks = [look.brand.ink(token, "band", "graphic") for token in inks]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Heading and numbers."""
        self.width = availWidth
        self.heights = [height_of(number, availWidth) for number in self.numbers]
        gaps = spacing.COVER_NUMBERS * len(self.numbers)
        self.height = height_of(self.head, availWidth) + sum(self.heights) + gaps
        return self.width, self.height

    def draw(self) -> None:
        """From the top down."""
        y = self.height - self.head.height
        self.head.drawOn(self.canv, 0, y)
        for number, height in zip(self.numbers, self.heights, strict=True):
            y -= spacing.COVER_NUMBERS + height
            number.drawOn(self.canv, 0, y)

    def levels(self) -> list[float]:
        """The middle of each number's digits above the lower edge, pt."""
        y, found = self.height - self.head.height, []
        for number, height in zip(self.numbers, self.heights, strict=True):
            y -= spacing.COVER_NUMBERS
            found.append(y - number.level)
            y -= height
        return found


def led(
    numbers: Numbers, dots: Dots, corner: Point, radius: float, around: float
) -> tuple[float, Leaders]:
    """How the field is turned, radians, so that each number that is drawn apart has a leader that
    crosses no other, and these; lengths in pt from the numbers' corner. The leader of a whole ends
    at the circle around all dots, for all of them are the whole.

    Args:
        corner: the lower left of the field's square.
        around: the radius of that circle.
    """
    from hscb_report.charts.field import DOT, middles, step

    size = DOT * step(dots.counts[0], radius)
    starts = [
        (number.reach + AWAY, level)
        for number, level in zip(numbers.numbers, numbers.levels(), strict=True)
    ]
    drawn = [at for at, level in enumerate(dots.levels) if level is not None]
    starts = [starts[at] for at in drawn]
    counts = dots.drawn[-len(drawn) :]
    best: tuple[float, float, Leaders] | None = None
    for turned in range(TURNS):
        turn = 2 * pi * turned / TURNS
        places = [(corner[0] + x, corner[1] + y) for x, y in middles(dots.counts[0], radius, turn)]
        own = [places[inner:count] for count, inner in zip(counts, [*counts[1:], 0], strict=True)]
        eyes = [EYE * size] * len(own)
        if dots.has_whole:
            own[0], eyes[0] = _edge(corner, radius, around, starts[0][1]), TOUCH
        weight, found = leaders.led(starts, own, places, size, eyes)
        if best is None or weight < best[0]:
            best = weight, turn, found
        if None not in found:
            break
    assert best is not None
    leads = dict(zip(drawn, best[2], strict=True))
    return best[1], tuple(leads.get(at) for at in range(len(numbers.numbers)))


def _edge(corner: Point, radius: float, around: float, level: float) -> list[Point]:
    """Where a leader may end at the circle around all dots: on its level, or on the left half."""
    x, y = corner[0] + radius, corner[1] + radius
    ends = [pi * (0.5 + step / EDGE) for step in range(1, EDGE)]
    found = [(x + around * cos(angle), y + around * sin(angle)) for angle in ends]
    if abs(level - y) < around * LEVEL:
        found.append((x - sqrt(around**2 - (level - y) ** 2), level))
    return found


def lines(canvas: Any, numbers: Numbers, found: Leaders, foot: float) -> None:
    """Draw leaders as far as the rings, as artifacts: below the dots, so that they run through
    none.

    Args:
        foot: how high the numbers stand, pt.
    """
    with canvas.artifact():
        canvas.saveState()
        canvas.setLineWidth(LEADER)
        for leader, ink in zip(found, numbers.inks, strict=True):
            if leader:
                (x, y), *rest = leader.points
                canvas.setStrokeColor(ink)
                path = canvas.beginPath()
                path.moveTo(x, y + foot)
                for x, y in rest:
                    path.lineTo(x, y + foot)
                canvas.drawPath(path, stroke=1, fill=0)
        canvas.restoreState()


def rings(canvas: Any, numbers: Numbers, found: Leaders, foot: float) -> None:
    """Draw the rings around the dots that leaders lead to, as artifacts, above the dots."""
    with canvas.artifact():
        canvas.saveState()
        canvas.setLineWidth(LEADER)
        for leader, ink in zip(found, numbers.inks, strict=True):
            if leader and leader.eye > TOUCH:
                (x, y), eye = leader.end, leader.eye
                corner = x - eye, y - eye + foot
                canvas.setStrokeColor(ink)
                canvas.roundRect(*corner, 2 * eye, 2 * eye, eye, stroke=1, fill=0)
        canvas.restoreState()


def rim(canvas: Any, numbers: Numbers, middle: Point, around: float) -> None:
    """Draw the circle around all dots, as an artifact, in the colour of the whole."""
    with canvas.artifact():
        canvas.saveState()
        canvas.setLineWidth(LEADER)
        canvas.setStrokeColor(numbers.inks[0])
        corner = middle[0] - around, middle[1] - around
        canvas.roundRect(*corner, 2 * around, 2 * around, around, stroke=1, fill=0)
        canvas.restoreState()
