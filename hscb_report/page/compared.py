"""Numbers that are compared, each as a field of marks of its own."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from hscb_report.brand import fonts
from hscb_report.brand.colours import CATEGORIES
from hscb_report.brand.typography import Type
from hscb_report.page import spacing
from hscb_report.page.counted import Counted, Level
from hscb_report.page.drawing import LEAST_MARKS, Drawing
from hscb_report.page.fields import ABREAST, LEAD, MORE, gap_of, longest, lowest, numeral, opened
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Box, Column, height_of
from hscb_report.page.look import Look
from hscb_report.pdf.structure import Element
from hscb_report.story.fields import Field
from hscb_report.story.nodes import Chart

if TYPE_CHECKING:
    from hscb_report.charts.grid import Lay

LEAST_CELL, CELL = 104.0, 158.0
"""The width of a number and its words beside others: the least, and where there is room, pt."""
LOWER = 32.0
"""In large print fields side by side are so much lower, or stand below one another, pt: there their
words have room.
"""
PANEL = 320.0
"""A panel of a leaflet is narrower, pt."""


def compare(node: Chart, look: Look, section: Element, width: float) -> Flowable | None:
    """Numbers side by side or, where that is narrow or higher, below one another, each under its
    own field of marks; None where that cannot be.
    """
    if node.field is None:
        return None
    field = node.field
    abreast = _to_edge if width < PANEL and len(field.counts) == 2 else _abreast
    settings = abreast(node, field, look, width), _below(node, field, look, width)
    tried = [
        (_Fields(node, field, look, Element("Figure"), Element("L"), one, width).height, one)
        for one in settings
        if one is not None
    ]
    if not tried:
        return None
    better = LOWER if look.large else 0.0
    _, setting = min(tried, key=lambda one: one[0] - (0.0 if one[1].cells else better))
    parts = opened(field, look, section)
    element = section.add("Figure", alt=field.description.alt)
    made = _Fields(node, field, look, element, section.add("L"), setting, width)
    return Column([*parts, made], spacing.FIELD)


@dataclass(frozen=True)
class _Setting:
    """How fields that are compared are set.

    Attributes:
        height: of the fields, or of all below one another, pt.
        style: of their numbers.
        cells: where each stands and how wide it is, pt, side by side; nothing below one another.
        beside: whether words stand beside their number.
        to_edge: whether the last stands at the right edge, with its words.
    """

    height: float
    style: Type
    cells: tuple[tuple[float, float], ...]
    beside: bool
    to_edge: bool = False


def _abreast(node: Chart, field: Field, look: Look, width: float) -> _Setting | None:
    """Side by side, each with room for its words: the field that needs most room has it."""
    from hscb_report.charts import grid

    count, gap, zoom = len(field.counts), spacing.WIDE_BESIDE, look.counted
    cell = min(CELL, (width - gap * (count - 1)) / count)
    style = numeral(node.statements, cell, LEAD)
    if cell < LEAST_CELL or style is None or longest(node.statements, look) > cell:
        return None
    narrow = width < ABREAST and count == 2
    least = _smaller_aside(node, look, style, width) if narrow else (cell,) * count

    def lay(high: float) -> Lay | None:
        if narrow:
            return grid.inside(field.counts, least, high, zoom)
        return grid.abreast(field.counts, width, high, zoom, cell, gap)

    high = lowest(lay, look)
    made = high and lay(high)
    if high is None or not made:
        return None
    words = (min(cell, one) for one in least)
    widths = [
        max(one, made.width(marks, i))
        for i, (one, marks) in enumerate(zip(words, field.counts, strict=True))
    ]
    spare = max(0.0, width - gap * (count - 1) - sum(widths)) / count
    starts = accumulate((one + spare + gap for one in widths), initial=0.0)
    cells = tuple((x, one + spare) for x, one in zip(starts, widths, strict=False))
    beside = all(
        Counted.fits_beside(statement, look, style, room)
        for statement, (_, room) in zip(node.statements, cells, strict=True)
    )
    return _Setting(high, style, cells, beside)


def _smaller_aside(node: Chart, look: Look, style: Type, width: float) -> tuple[float, float]:
    """The widths of two places where that is narrow: the smaller number has what its words need,
    the larger all that is left.
    """
    counts = node.field.counts if node.field else ()
    first = counts[0] < counts[1]
    one = node.statements[0 if first else 1]
    number = fonts.numeral_width(one.reading.headline, style)
    need = max(LEAST_CELL, number, longest([one], look))
    rest = width - spacing.WIDE_BESIDE - need
    return (need, rest) if first else (rest, need)


def _to_edge(node: Chart, field: Field, look: Look, width: float) -> _Setting | None:
    """Two side by side on a panel: the second at the right edge with its words, which need not be
    as narrow as it is, and the first as wide as all that is left.
    """
    from hscb_report.charts import grid

    gap, zoom = spacing.WIDE_BESIDE, look.counted
    cell = min(CELL, (width - gap) / 2)
    style = numeral(node.statements, cell, LEAD)
    if cell < LEAST_CELL or style is None or longest(node.statements, look) > cell:
        return None
    high = lowest(lambda high: grid.abreast(field.counts, width, high, zoom, 0.0, gap), look)
    if high is None:
        return None
    second = node.statements[1]
    number = fonts.numeral_width(second.reading.headline, style)
    last = max(LEAST_CELL, number, longest([second], look))
    cells = (0.0, width - gap - last), (width - last, last)
    return _Setting(high, style, cells, beside=False, to_edge=True)


def _below(node: Chart, field: Field, look: Look, width: float) -> _Setting | None:
    """Below one another."""
    from hscb_report.charts import grid

    style = numeral(node.statements, width, LEAD)
    high = lowest(lambda high: grid.stacked(field.counts, width, high, look.counted), look)
    if style is None or high is None:
        return None
    beside = all(Counted.fits_beside(one, look, style, width) for one in node.statements)
    return _Setting(high, style, (), beside)


class _Fields(Box):
    """Fields with their numbers: one drawing, and between or below its fields the words. Marks are
    set larger or smaller, as the page has room.
    """

    def __init__(
        self,
        node: Chart,
        field: Field,
        look: Look,
        element: Element,
        owner: Element,
        setting: _Setting,
        width: float,
    ) -> None:
        super().__init__()

        self.field, self.look, self.element, self.setting = field, look, element, setting
        self.keys, self.gap, self.width = (
            [one.key for one in node.readings],
            gap_of(node, look, width),
            width,
        )
        cells = setting.cells
        self.texts = [
            Counted(
                one,
                look,
                owner.add("LI").add("LBody"),
                setting.style,
                token,
                room,
                setting.beside,
                "right" if setting.to_edge and one is node.statements[-1] else "left",
            )
            for one, token, (_, room) in zip(
                node.statements,
                CATEGORIES,
                cells or [(0.0, width)] * len(self.keys),
                strict=False,
            )
        ]
        self._set(setting.height)

    def _lay(self, height: float) -> Lay | None:
        """The fields at a height, pt."""
        from hscb_report.charts import grid

        counts, zoom, cells = self.field.counts, self.look.counted, self.setting.cells
        if not cells:
            return grid.stacked(counts, self.width, height, zoom)
        if self.setting.to_edge:
            return grid.abreast(counts, self.width, height, zoom, 0.0, spacing.WIDE_BESIDE)
        return grid.inside(counts, [room for _, room in cells], height, zoom)

    def _set(self, height: float) -> None:
        """Fields of this height, and the words."""
        from hscb_report.charts import grid

        lay, cells, field = self._lay(height), self.setting.cells, self.field
        if lay is None:
            return
        self.placed: list[tuple[Flowable, float, float]] = []
        self.fields = self._high(lay)
        if cells:
            starts = [x for x, _ in cells]
            row = Level(list(zip(starts, self.texts, strict=True)), self.width)
            below = height_of(row, self.width)
            self.placed.append((row, 0.0, 0.0))
            self.height = below + self.gap + self.fields
            corners = [(x, self.height) for x in starts]
            if self.setting.to_edge:
                last = lay.width(field.counts[-1], len(cells) - 1)
                corners[-1] = (self.width - last, self.height)
        else:
            tall = [height_of(text, self.width) for text in self.texts]
            steps = [lay.height(i) + self.gap + words for i, words in enumerate(tall)]
            self.height = sum(steps) + spacing.STATEMENTS * (len(steps) - 1)
            corners, top = [], self.height
            for text, step in zip(self.texts, steps, strict=True):
                corners.append((0.0, top))
                self.placed.append((text, 0.0, top - step))
                top -= step + spacing.STATEMENTS
        size = (self.width, self.height)
        sheet = grid.apart(field.counts, self.keys, lay, corners, size, field.dots, self.look.brand)
        self.drawing = Drawing(sheet, self.element)

    def _high(self, lay: Lay) -> float:
        """How high the fields are, side by side or all together, pt."""
        heights = [lay.height(i) for i in range(len(self.keys))]
        return max(heights) if self.setting.cells else sum(heights)

    @property
    def takes(self) -> float:
        """Up to the largest marks there are."""
        larger = self._lay(MORE * self.setting.height)
        return max(0.0, self._high(larger) - self.fields) if larger else 0.0

    @property
    def gives(self) -> float:
        """Down to marks that are still seen."""
        smaller = self._lay(LEAST_MARKS * self.setting.height)
        return max(0.0, self.fields - self._high(smaller)) if smaller else 0.0

    def stretch(self, height: float) -> None:
        """Set the marks larger."""
        if height > self.height:
            self._set(self.fields + height - self.height)

    def give(self, height: float) -> None:
        """Set the marks smaller."""
        self._set(self.fields - height)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its own size: it was made for the width it has."""
        return self.width, self.height

    def draw(self) -> None:
        """The marks, then the words."""
        self.drawing.drawOn(self.canv, 0, 0)
        for flowable, x, y in self.placed:
            flowable.drawOn(self.canv, x, y)
