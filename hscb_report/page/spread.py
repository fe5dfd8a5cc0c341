"""One picture over the inside panels of a leaflet: the numbers within one another that a summary
has, a field of dots on each panel, all on one ground line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hscb_report.brand.colours import LEVELS
from hscb_report.brand.typography import Type
from hscb_report.page import spacing
from hscb_report.page.beside import Beside
from hscb_report.page.drawing import Drawing
from hscb_report.page.flowable import Flowable
from hscb_report.page.heading import Bookmarked
from hscb_report.page.layout import Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.text import numeral_on_band, numeral_type, words
from hscb_report.pdf.structure import Element
from hscb_report.story.dots import Dots
from hscb_report.story.story import Section
from hscb_report.summary.reading import Reading

if TYPE_CHECKING:
    from hscb_report.charts.marks import Sheet

DIGITS = 0.42
"""Of a panel's measure that a number may take."""
GAP, GROUND, FOOT = 12.0, 10.0, 14.0
"""Above the dots, below the ground line, and below the numbers, pt."""


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
    told = len(dots.readings)
    if told < 2 or not panels - 1 <= told <= panels:
        return []
    inks = LEVELS[len(dots.counts)][len(dots.counts) - told :]
    made = [
        Stage(reading, count, token)
        for reading, count, token in zip(dots.readings, dots.counts, inks, strict=False)
    ]
    return [Stage(None)] * (panels - told) + made


class Spread:
    """The picture: the heading above the first field, and what is said of it where there is most
    room.

    Args:
        looks: of the panels, from left to right.
        field: the height that the dots of the largest number should take, pt on the layout.

    Attributes:
        legible: whether the dots are as large as a press and an eye need, and the numbers fit.
        height: of the band, from the upper edge of the panels, pt on the layout.
    """

    def __init__(self, section: Section, dots: Dots, looks: Sequence[Look], field: float) -> None:
        from hscb_report.charts.rows import pitch_of

        self.section, self.dots, self.looks = section, dots, looks
        self.shown = stages(dots, len(looks))
        self.paper = min(looks, key=lambda look: look.paper.measure).paper
        readings = [stage.reading for stage in self.shown if stage.reading]
        self.style = numeral_type([one.headline for one in readings], self.paper.measure * DIGITS)
        self.pitch = pitch_of(dots.counts[0], self.paper.measure, field, self.paper.zoom)
        self.legible = bool(self.shown and self.style and self.pitch)
        self.height, self.below, self.noted = 0.0, 0.0, 0
        if self.legible:
            self._arrange()

    def _arrange(self) -> None:
        """The notes where the band is lowest with them, the first of such panels."""
        measure, count = self.paper.measure, len(self.looks)
        numbers = [self._number(at, Element("Div")) for at in range(count)]
        self.below = max(height_of(one, measure) for one in numbers if one)
        sheets = [self._sheet(at) for at in range(count)]

        def high(noted: int) -> float:
            """Of what stands above the ground line."""
            heads = [self._head(at, noted, Element("Div")) for at in range(count)]
            return max(
                (height_of(head, measure) + GAP if head else 0.0) + (sheet.height if sheet else 0.0)
                for head, sheet in zip(heads, sheets, strict=True)
            )

        self.noted = min(range(count), key=lambda at: round(high(at)))
        self.height = self.paper.top + high(self.noted) + GROUND + self.below + FOOT

    def part(self, at: int, document: Element) -> Part:
        """What stands on a panel; with its elements, which are read where the panel is.

        Args:
            at: which panel, from the left.
        """
        owner = document.add("Sect")
        head = self._head(at, self.noted, owner)
        first = at == next(i for i, stage in enumerate(self.shown) if stage.reading)
        figure = owner.add("Figure", alt=self.dots.description.alt) if first else None
        return Part(
            self.looks[at],
            self.height,
            FOOT + self.below + GROUND,
            head,
            self._sheet(at),
            self._number(at, owner),
            figure,
        )

    def _head(self, at: int, noted: int, owner: Element) -> Flowable | None:
        """What stands above the dots of a panel: the heading on the first, and the notes on one."""
        look, lang = self.looks[at], self.section.lang
        parts: list[Flowable] = []
        if at == 0:
            title = self.section.heading
            element = owner.add("H2", lang=lang)
            said = words(look, title, "heading", "on-band", "band", element)
            parts.append(Bookmarked(said, title))
        if at == noted:
            parts += [
                words(look, text, "body", "on-band", "band", owner.add("P", lang=spoken))
                for text, spoken in ((self.section.subtitle, lang), (self.dots.each, ""))
                if text
            ]
        return Column(parts, spacing.UNDER_HEADING) if parts else None

    def _sheet(self, at: int) -> Sheet | None:
        """The dots of a panel."""
        from hscb_report.charts.rows import rows

        stage, brand = self.shown[at], self.looks[at].brand
        if stage.reading is None:
            return None
        key, measure = stage.reading.key, self.paper.measure
        return rows(stage.count, self.pitch, measure, stage.token, key, brand)

    def _number(self, at: int, owner: Element) -> Flowable | None:
        """The number of a panel."""
        assert self.style is not None  # it is legible
        return _number(self.shown[at], self.style, self.looks[at], owner)


def _number(stage: Stage, style: Type, look: Look, owner: Element) -> Flowable | None:
    """A number and beside it its printed words, read as one sentence (P with Spans)."""
    reading = stage.reading
    if reading is None:
        return None
    sentence = owner.add("P")
    parts: list[Flowable] = []
    if reading.lead:
        parts.append(words(look, reading.lead, "body", "on-band", "band", sentence.add("Span")))
    digits = numeral_on_band(look, reading.headline, style, stage.token, sentence.add("Span"))
    parts.append(words(look, reading.label, "body", "on-band", "band", sentence.add("Span")))
    if reading.ratio:
        parts.append(words(look, reading.ratio, "strong", "on-band", "band", owner.add("P")))
    width, _ = digits.wrap(look.paper.measure, 0)
    return Beside(digits, Column(parts), spacing.ICON_NUMBER, width, middle=False)


class Part(Flowable):
    """What stands on one panel, on the band's ground from edge to edge.

    Args:
        ground: the ground line above the lower edge of the band, pt.
        figure: the element of the dots; None where they are told elsewhere.
    """

    def __init__(
        self,
        look: Look,
        height: float,
        ground: float,
        head: Flowable | None,
        sheet: Sheet | None,
        number: Flowable | None,
        figure: Element | None,
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
        """The dots of the first panel as the figure that tells of all; its words stand for the
        others too.
        """
        from hscb_report.charts import renderer

        canvas.saveState()
        canvas.translate(self.look.paper.side, self.ground)
        if self.figure:
            Drawing(sheet, self.figure).drawOn(canvas, 0, 0)
        else:
            with canvas.artifact():
                renderer.draw(sheet, canvas)
        canvas.restoreState()
