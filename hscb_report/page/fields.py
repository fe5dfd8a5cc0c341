"""Unit fields on the page: equal marks that are counted, and below them each number with its
words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hscb_report.brand import fonts
from hscb_report.brand.colours import CATEGORIES, PART
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
HEIGHT, PANEL_HEIGHT, MOST_HEIGHT, HIGHER = 128.0, 72.0, 160.0, 8.0
"""How high a field is, pt: 45 mm on A4, less on small panels; and the most, where its marks would
be too small otherwise, in steps.
"""
ABREAST = 400.0
"""From this width on there is room for as many fields as are compared, pt."""
LEAST_CELL, CELL = 104.0, 158.0
"""The width of a number and its words beside others: the least, and where there is room, pt."""


def part(node: Chart, look: Look, section: Element, width: float) -> Flowable | None:
    """A whole with the marks of its part in another colour, a bracket below them, and the two
    numbers; None where that cannot be.
    """
    from hscb_report.charts import grid

    zoom, (whole, of_it) = look.paper.zoom, node.statements
    field, style = node.field, _style([of_it], width, LEAD)
    smaller = _style([whole], width, SUPPORTING)
    if field is None or style is None or smaller is None:
        return None
    lay = _lowest(lambda height: grid.abreast(field.counts[:1], width, height, zoom), look)
    if lay is None:
        return None
    counts = (field.counts[0], field.counts[1])
    key = node.readings[0].key
    sheet = grid.within(counts, key, lay, width, field.dots, look.brand)
    parts = _opened(field, look, section)
    # The whole is read first, and stands above all of its marks: "of which" leads on from it.
    parts.append(Counted(whole, look, section, smaller, "primary-text", width, hangs=False))
    element = section.add("Figure", alt=field.description.alt)
    parts += [Drawing(sheet, element), Counted(of_it, look, section, style, PART, width)]
    return Column(parts, [spacing.FIELD] * (len(parts) - 2) + [_gap(node, look)])


def compare(node: Chart, look: Look, section: Element, width: float) -> Flowable | None:
    """Numbers side by side or, where that is narrow or higher, below one another, each under its
    own field of marks; None where that cannot be.
    """
    if node.field is None:
        return None
    field = node.field
    settings = _abreast(node, field, look, width), _below(node, field, look, width)
    tried = [
        (_Fields(node, field, look, Element("Figure"), Element("L"), one, width).height, one)
        for one in settings
        if one is not None
    ]
    if not tried:
        return None
    _, setting = min(tried, key=lambda one: one[0])
    parts = _opened(field, look, section)
    element = section.add("Figure", alt=field.description.alt)
    made = _Fields(node, field, look, element, section.add("L"), setting, width)
    return Column([*parts, made], spacing.FIELD)


@dataclass(frozen=True)
class _Setting:
    """How fields that are compared are set.

    Attributes:
        style: of their numbers.
        cells: where each stands and how wide it is, pt, side by side; nothing below one another.
        beside: whether words stand beside their number.
        to_edge: whether the last stands at the right edge, with its words.
    """

    lay: Lay
    style: Type
    cells: tuple[tuple[float, float], ...]
    beside: bool
    to_edge: bool = False


def _abreast(node: Chart, field: Field, look: Look, width: float) -> _Setting | None:
    """Side by side, each with room for its words: the field that needs most room has it. Where that
    is narrow, the second of two stands at the right edge, and the first may be as wide as all that
    is left.
    """
    from hscb_report.charts import grid

    count, gap, zoom = len(field.counts), spacing.WIDE_BESIDE, look.paper.zoom
    cell = min(CELL, (width - gap * (count - 1)) / count)
    style = _style(node.statements, cell, LEAD)
    if cell < LEAST_CELL or style is None or _longest(node.statements, look) > cell:
        return None
    narrow = width < ABREAST and count == 2
    least = 0.0 if narrow else cell
    lay = _lowest(lambda height: grid.abreast(field.counts, width, height, zoom, least, gap), look)
    if lay is None:
        return None
    if narrow:  # words under the right edge of a field need not be as wide as it is
        second = node.statements[1]
        number, longest = (
            fonts.numeral_width(second.reading.headline, style),
            _longest([second], look),
        )
        last = max(LEAST_CELL, number, longest)
        cells = [(0.0, width - gap - last), (width - last, last)]
        return _Setting(lay, style, tuple(cells), beside=False, to_edge=True)
    widths = [max(cell, lay.width(marks, i)) for i, marks in enumerate(field.counts)]
    spare = max(0.0, width - gap * (count - 1) - sum(widths)) / count
    cells, x = [], 0.0
    for one in widths:
        cells.append((x, one + spare))
        x += one + spare + gap
    beside = all(
        Counted.fits_beside(statement, look, style, room)
        for statement, (_, room) in zip(node.statements, cells, strict=True)
    )
    return _Setting(lay, style, tuple(cells), beside)


def _below(node: Chart, field: Field, look: Look, width: float) -> _Setting | None:
    """Below one another."""
    from hscb_report.charts import grid

    style = _style(node.statements, width, LEAD)
    lay = _lowest(lambda height: grid.stacked(field.counts, width, height, look.paper.zoom), look)
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

        lay, cells, gap = setting.lay, setting.cells, _gap(node, look)
        keys = [reading.key for reading in node.readings]
        texts = [
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
                node.statements, CATEGORIES, cells or [(0.0, width)] * len(keys), strict=False
            )
        ]
        self.placed: list[tuple[Flowable, float, float]] = []
        if cells:
            row = Level([(x, text) for (x, _), text in zip(cells, texts, strict=True)], width)
            below = height_of(row, width)
            self.placed.append((row, 0.0, 0.0))
            high = max(lay.height(i) for i in range(len(keys)))
            self.height = below + gap + high
            corners = [(x, self.height) for x, _ in cells]
            if setting.to_edge:
                corners[-1] = (width - lay.width(field.counts[-1], len(cells) - 1), self.height)
        else:
            tall = [height_of(text, width) for text in texts]
            steps = [lay.height(i) + gap + words_height for i, words_height in enumerate(tall)]
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


def _gap(node: Chart, look: Look) -> float:
    """Between marks and numbers, pt; on wide paper always with room for words that lead to one, so
    that numbers of charts side by side stand on one line.
    """
    led = any(one.reading.lead for one in node.statements) or look.paper.measure >= ABREAST
    return spacing.FIELD_LED if led else spacing.FIELD_NUMBER


def _style(statements: Sequence[Statement], width: float, steps: Sequence[Type]) -> Type | None:
    return numeral_type([one.reading.headline for one in statements], width, steps=steps)


def _longest(statements: Sequence[Statement], look: Look) -> float:
    return max(fonts.longest_word(one.reading.label_text, look.scale["body"]) for one in statements)


def _opened(field: Field, look: Look, section: Element) -> list[Flowable]:
    """What a mark stands for, where no subtitle has said it."""
    return [words(look, field.each, "subtitle", element=section.add("P"))] if field.each else []


def _lowest(lay: Callable[[float], Lay | None], look: Look) -> Lay | None:
    """The field of the least height at which its marks are large enough, from the one it should
    have.
    """
    height = HEIGHT if look.paper.measure >= ABREAST else PANEL_HEIGHT
    while height < MOST_HEIGHT:
        if (found := lay(height)) is not None:
            return found
        height += HIGHER
    return lay(MOST_HEIGHT)
