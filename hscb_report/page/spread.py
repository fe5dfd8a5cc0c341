"""One picture over the inside panels of a leaflet: the numbers within one another that a summary
has, a field of dots on each panel, all on one ground line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hscb_report.brand.typography import Type
from hscb_report.page import spacing
from hscb_report.page.flowable import Flowable
from hscb_report.page.heading import Bookmarked
from hscb_report.page.layout import Beside, Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.text import Numeral, numeral_type, words
from hscb_report.pdf.structure import Element
from hscb_report.story.dots import Dots
from hscb_report.story.story import Section
from hscb_report.summary.reading import Reading

if TYPE_CHECKING:
    from hscb_report.charts.marks import Sheet

DIGITS = 0.42
"""Of a panel's measure that a number may take."""
GROUND, FOOT = 10.0, 14.0
"""Below the ground line, and below the numbers, pt."""


@dataclass(frozen=True)
class Stage:
    """What one panel shows.

    Attributes:
        reading: its number; None on a panel that has the heading alone.
        count: its dots.
        token: of their colour.
    """

    reading: Reading | None
    count: int = 0
    token: str = ""


def stages(dots: Dots, panels: int) -> list[Stage]:
    """A stage for each panel; none where the numbers are too many or too few for them.

    Args:
        dots: numbers within one another.
        panels: how many stand side by side.
    """
    from hscb_report.charts.field import INKS

    told = len(dots.readings)
    if told < 2 or not panels - 1 <= told <= panels:
        return []
    inks = INKS[len(dots.counts) - told :]
    made = [
        Stage(reading, count, token)
        for reading, count, token in zip(dots.readings, dots.counts, inks, strict=False)
    ]
    return [Stage(None)] * (panels - told) + made


class Spread:
    """The picture, measured.

    Args:
        looks: of the panels, from left to right.
        field: the height that the dots of the largest number should take, pt on the layout.

    Attributes:
        legible: whether the dots are as large as a press and an eye need, and the numbers fit.
        height: of the band, from the upper edge of the panels, pt on the layout.
        parts: one for each panel.
    """

    def __init__(
        self,
        section: Section,
        dots: Dots,
        looks: Sequence[Look],
        field: float,
        document: Element,
    ) -> None:
        from hscb_report.charts.rows import pitch_of, rows

        self.shown, self.looks, self.dots = stages(dots, len(looks)), looks, dots
        narrow = min(looks, key=lambda look: look.paper.measure).paper
        readings = [stage.reading for stage in self.shown if stage.reading]
        style = numeral_type([one.headline for one in readings], narrow.measure * DIGITS)
        pitch = pitch_of(dots.counts[0], narrow.measure, field, narrow.zoom)
        self.legible = bool(self.shown and style and pitch)
        self.height = 0.0
        self.parts: list[Part] = []
        if not self.shown or style is None or not pitch:
            return
        owner = document.add("Sect")
        heads = self._heads(section, owner)
        figure = owner.add("Figure", alt=dots.description.alt)
        numbers = [
            _number(stage, style, look, owner)
            for stage, look in zip(self.shown, looks, strict=True)
        ]
        sheets = [
            rows(stage.count, pitch, narrow.measure, stage.token, stage.reading, looks[0].brand)
            if stage.reading
            else None
            for stage in self.shown
        ]
        self._arrange(heads, sheets, numbers, figure)

    def _heads(self, section: Section, owner: Element) -> list[list[Flowable]]:
        """The heading, and what is said of the picture, in the order in which they are read."""
        look = self.looks[0]
        title = words(
            look,
            section.heading,
            "heading",
            "on-band",
            "band",
            owner.add("H2", lang=section.lang),
        )
        said = [(section.subtitle, section.lang), (self.dots.each, "")]
        notes: list[Flowable] = [
            words(look, text, "body", "on-band", "band", owner.add("P", lang=lang))
            for text, lang in said
            if text
        ]
        return [[Bookmarked(title, section.heading)], notes]

    def _arrange(
        self,
        heads: list[list[Flowable]],
        sheets: Sequence[Sheet | None],
        numbers: Sequence[Flowable | None],
        figure: Element,
    ) -> None:
        """Heading and notes above the fields that leave them most room, no two on one panel where
        that makes the band lower.
        """
        measure = min(look.paper.measure for look in self.looks)
        taken = [sheet.height + spacing.BAND if sheet else 0.0 for sheet in sheets]
        least = max(taken) - spacing.BAND
        last = len(sheets) - 1
        options = [[(at, heads[0] + heads[1])] for at in range(last + 1)]
        options += [
            [(at, heads[0]), (other, heads[1])]
            for at in range(last + 1)
            for other in range(at + 1, last + 1)
        ]

        def high(option: list[tuple[int, list[Flowable]]]) -> float:
            return max(
                least, *(taken[at] + height_of(_column(parts), measure) for at, parts in option)
            )

        chosen = min(options, key=lambda option: (round(high(option)), len(option)))
        inner = high(chosen)
        below = max(
            height_of(number, look.paper.measure) if number else 0.0
            for number, look in zip(numbers, self.looks, strict=True)
        )
        top = self.looks[0].paper.top
        self.height = top + inner + GROUND + below + FOOT
        on = dict(chosen)
        self.parts = [
            Part(
                look,
                self.height,
                FOOT + below + GROUND,
                _column(on[at]) if at in on else None,
                sheets[at],
                numbers[at],
                figure,
            )
            for at, look in enumerate(self.looks)
        ]


def _column(parts: list[Flowable]) -> Column:
    return Column(parts, spacing.UNDER_HEADING)


def _number(stage: Stage, style: Type, look: Look, owner: Element) -> Flowable | None:
    """A number and beside it its printed words, read as one sentence (P with Spans)."""
    reading = stage.reading
    if reading is None:
        return None
    sentence = owner.add("P")
    parts: list[Flowable] = []
    if reading.lead:
        parts.append(words(look, reading.lead, "body", "on-band", "band", sentence.add("Span")))
    ink = look.brand.text_ink(stage.token, "band", style)
    digits = Numeral(reading.headline, style, ink, sentence.add("Span"))
    parts.append(words(look, reading.label, "body", "on-band", "band", sentence.add("Span")))
    if reading.ratio:
        parts.append(words(look, reading.ratio, "strong", "on-band", "band", owner.add("P")))
    width, _ = digits.wrap(look.paper.measure, 0)
    return Beside(digits, Column(parts), spacing.ICON_NUMBER, width, middle=False)


class Part(Flowable):
    """What stands on one panel, on the band's ground from edge to edge."""

    def __init__(
        self,
        look: Look,
        height: float,
        ground: float,
        head: Flowable | None,
        sheet: Sheet | None,
        number: Flowable | None,
        figure: Element,
    ) -> None:
        super().__init__()
        self.look, self.height, self.width = look, height, look.paper.width
        self.ground, self.head, self.sheet = ground, head, sheet
        self.number, self.figure = number, figure

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As wide as the panel."""
        return self.width, self.height

    def draw(self) -> None:
        """The ground as an artifact, then heading, dots, and the number."""
        canvas, paper, brand = self.canv, self.look.paper, self.look.brand
        with canvas.artifact("Background"):
            canvas.setFillColor(brand.ground("band"))
            canvas.rect(*canvas.to_edge(0, 0, paper.width, self.height), stroke=0, fill=1)
        if self.head:
            high = height_of(self.head, paper.measure)
            self.head.drawOn(canvas, paper.side, self.height - paper.top - high)
        if self.sheet:
            self._dots(canvas, self.sheet)
        if self.number:
            high = height_of(self.number, paper.measure)
            self.number.drawOn(canvas, paper.side, self.ground - GROUND - high)

    def _dots(self, canvas: Any, sheet: Sheet) -> None:
        """The dots, as a part of the one figure; its place is that of the first."""
        from hscb_report.charts import renderer

        x, y = self.look.paper.side, self.ground
        if self.figure.box is None:
            self.figure.box = (
                *canvas.absolutePosition(x, y),
                *canvas.absolutePosition(x + sheet.width, y + sheet.height),
            )
        canvas.saveState()
        canvas.translate(x, y)
        with canvas.tagged(self.figure):
            renderer.draw(sheet, canvas)
        canvas.restoreState()
