"""Unit fields on the page: equal marks that are counted, and below them each number with its
words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hscb_report.brand import fonts
from hscb_report.brand.typography import Type
from hscb_report.page import spacing
from hscb_report.page.counted import Counted, Level
from hscb_report.page.drawing import Drawing
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.text import numeral_type, words
from hscb_report.pdf.structure import Element
from hscb_report.story.fields import Field
from hscb_report.story.nodes import Chart, Statement

if TYPE_CHECKING:
    from hscb_report.charts.grid import Lay

LEAD = tuple(Type("black", size, size * 1.06) for size in (36, 30, 26, 22))
"""The number a chart is about, from the size it should have to the least it may have."""
SUPPORTING = tuple(Type("black", size, size * 1.06) for size in (24, 20))
"""A number that it is seen against."""
HEIGHT, PANEL_HEIGHT = 128.0, 112.0
"""A field is no higher, pt: 45 mm on A4, and less on the small panels of a leaflet."""
TALL = 1.8
"""Fields below one another are together so many times as high, at the most."""
ABREAST = 400.0
"""From this width on the whole stands to the right of its part, pt."""
OF_WHOLE = 1 / 3
"""Of the width that the whole and its words take there."""
LEAST_CELL, CELL = 104.0, 158.0
"""The width of a number and its words beside others: the least, and where there is room, pt."""


def part(node: Chart, look: Look, section: Element, width: float) -> Flowable | None:
    """A whole with the marks of its part in another colour, a bracket below them, and the two
    numbers; None where that cannot be.
    """
    from hscb_report.charts import grid

    whole, of_it = node.statements
    field, style = node.field, _style([of_it], width, LEAD)
    smaller = _style([whole], width, SUPPORTING)
    if field is None or style is None or smaller is None:
        return None
    lay = grid.abreast(field.counts[:1], width, _height(look), look.paper.zoom)
    if lay is None:
        return None
    counts = (field.counts[0], field.counts[1])
    key = node.readings[0].key
    sheet = grid.within(counts, key, lay, width, field.dots, look.brand)
    parts, element = _opened(field, look, section)
    parts.append(Drawing(sheet, element))
    shown = Statement(of_it.reading, of_it.icon, of_it.changed)
    aside = width * OF_WHOLE - spacing.WIDE_BESIDE / 2 if width >= ABREAST else width
    room = width - aside - spacing.WIDE_BESIDE if width >= ABREAST else width
    if (smaller := _style([whole], aside, SUPPORTING)) is None:
        aside = room = width
        smaller = SUPPORTING[0]
    style = _style([of_it], room, LEAD) or style
    # The whole is read first: "of which" leads on from it.
    second = Counted(whole, look, section, smaller, "primary-text", aside, beside=aside == width)
    first = Counted(shown, look, section, style, "second", room)
    if aside < width:
        parts.append(Level([(0.0, first), (width - aside, second)], width))
        return Column(parts, [spacing.FIELD, spacing.FIELD_NUMBER])
    parts += [first, second]
    return Column(parts, [spacing.FIELD, spacing.FIELD_NUMBER, spacing.FIELD_STATEMENTS])


def compare(node: Chart, look: Look, section: Element, width: float) -> Flowable | None:
    """Numbers side by side or, where that is narrow, below one another, each under its own field of
    marks; None where that cannot be.
    """
    if node.field is None:
        return None
    setting = _abreast(node, node.field, look, width) or _below(node, node.field, look, width)
    if setting is None:
        return None
    parts, element = _opened(node.field, look, section)
    made = _Fields(node, node.field, look, element, section.add("L"), setting, width)
    return Column([*parts, made], spacing.FIELD)


@dataclass(frozen=True)
class _Setting:
    """How fields that are compared are set.

    Attributes:
        style: of their numbers.
        cells: where each stands and how wide it is, pt, side by side; nothing below one another.
        beside: whether words stand beside their number.
    """

    lay: Lay
    style: Type
    cells: tuple[tuple[float, float], ...]
    beside: bool


def _abreast(node: Chart, field: Field, look: Look, width: float) -> _Setting | None:
    """Side by side: the field that needs most room has it, and each has room for its words."""
    from hscb_report.charts import grid

    count, gap = len(field.counts), spacing.WIDE_BESIDE
    cell = min(CELL, (width - gap * (count - 1)) / count)
    style = _style(node.statements, cell, LEAD)
    if cell < LEAST_CELL or style is None or _longest(node.statements, look) > cell:
        return None
    lay = grid.abreast(field.counts, width, _height(look), look.paper.zoom, cell, gap)
    if lay is None:
        return None
    widths = [max(cell, lay.width(marks, i)) for i, marks in enumerate(field.counts)]
    spare = max(0.0, width - gap * (count - 1) - sum(widths)) / count
    widths = [one + spare for one in widths]
    cells, x = [], 0.0
    for one in widths:
        cells.append((x, one))
        x += one + gap
    beside = all(
        Counted.fits_beside(statement, look, style, one)
        for statement, one in zip(node.statements, widths, strict=True)
    )
    return _Setting(lay, style, tuple(cells), beside)


def _below(node: Chart, field: Field, look: Look, width: float) -> _Setting | None:
    """Below one another."""
    from hscb_report.charts import grid

    style = _style(node.statements, width, LEAD)
    lay = grid.stacked(field.counts, width, TALL * _height(look), look.paper.zoom)
    if style is None or lay is None:
        return None
    beside = all(Counted.fits_beside(one, look, style, width) for one in node.statements)
    return _Setting(lay, style, (), beside)


class _Fields(Flowable):
    """Fields with their numbers: one drawing, and between or below its fields the words."""

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
        from hscb_report.charts import grid

        lay, cells = setting.lay, setting.cells
        keys = [reading.key for reading in node.readings]
        texts = [
            Counted(
                one, look, owner.add("LI").add("LBody"), setting.style, token, room, setting.beside
            )
            for one, token, (_, room) in zip(
                node.statements,
                grid.COMPARED,
                cells or [(0.0, width)] * len(keys),
                strict=False,
            )
        ]
        self.placed: list[tuple[Flowable, float, float]] = []
        if cells:
            row = Level([(x, text) for (x, _), text in zip(cells, texts, strict=True)], width)
            below = height_of(row, width)
            self.placed.append((row, 0.0, 0.0))
            high = max(lay.height(i) for i in range(len(keys)))
            self.height = below + spacing.FIELD_NUMBER + high
            corners = [(x, self.height) for x, _ in cells]
        else:
            tall = [height_of(text, width) for text in texts]
            steps = [
                lay.height(i) + spacing.FIELD_NUMBER + words_height
                for i, words_height in enumerate(tall)
            ]
            self.height = sum(steps) + spacing.STATEMENTS * (len(steps) - 1)
            corners, top = [], self.height
            for text, step in zip(texts, steps, strict=True):
                corners.append((0.0, top))
                self.placed.append((text, 0.0, top - step))
                top -= step + spacing.STATEMENTS
        size = (width, self.height)
        sheet = grid.apart(field.counts, keys, lay, corners, size, field.dots, look.brand)
        self.width, self.drawing = width, Drawing(sheet, element)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its own size: it was made for the width it has."""
        return self.width, self.height

    def draw(self) -> None:
        """The marks, then the words."""
        self.drawing.drawOn(self.canv, 0, 0)
        for flowable, x, y in self.placed:
            flowable.drawOn(self.canv, x, y)


def _height(look: Look) -> float:
    return HEIGHT if look.paper.measure >= ABREAST else PANEL_HEIGHT


def _style(statements: Sequence[Statement], width: float, steps: Sequence[Type]) -> Type | None:
    return numeral_type([one.reading.headline for one in statements], width, steps=steps)


def _longest(statements: Sequence[Statement], look: Look) -> float:
    return max(fonts.longest_word(one.reading.label_text, look.scale["body"]) for one in statements)


def _opened(field: Field, look: Look, section: Element) -> tuple[list[Flowable], Element]:
    """What a mark stands for, and the element that says what the picture shows."""
    each = words(look, field.each, "subtitle", element=section.add("P"))
    return [each], section.add("Figure", alt=field.description.alt)
