"""Unit fields on the page: equal marks that are counted, and below them each number with its
words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from hscb_report.brand import fonts
from hscb_report.brand.colours import PART
from hscb_report.brand.typography import Type
from hscb_report.page import spacing
from hscb_report.page.counted import Counted
from hscb_report.page.drawing import LEAST_MARKS, MarksDrawing
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Column
from hscb_report.page.look import Look
from hscb_report.page.text import numeral_type, words
from hscb_report.pdf.structure import Element
from hscb_report.story.fields import Field
from hscb_report.story.nodes import Chart, Statement

if TYPE_CHECKING:
    from hscb_report.charts.grid import Lay
    from hscb_report.charts.marks import Sheet

LEAD = tuple(Type("black", size, size * 1.06) for size in (36, 30, 26, 22))
"""The number a chart is about, from the size it should have to the least it may have."""
SUPPORTING = tuple(Type("black", size, size * 1.06) for size in (24, 20))
"""A number that it is seen against."""
HEIGHT, PANEL_HEIGHT, MOST_HEIGHT, HIGHER = 128.0, 72.0, 160.0, 8.0
"""How high a field is, pt: 45 mm on A4, as much larger as the type in large print, less on small
panels; and the most, where its marks would be too small otherwise, in steps.
"""
MORE = 1.6
"""So many times that height a field may have where its page has room."""
ABREAST = 400.0
"""From this width on there is room for as many fields as are compared, pt."""


def part(node: Chart, look: Look, section: Element, width: float) -> Flowable | None:
    """A whole with the marks of its part in another colour, a bracket below them, and the two
    numbers; None where that cannot be.
    """
    from hscb_report.charts import grid

    zoom, (whole, of_it) = look.counted, node.statements
    field, style = node.field, numeral([of_it], width, LEAD)
    smaller = numeral([whole], width, SUPPORTING)
    if field is None or style is None or smaller is None:
        return None

    def lay(height: float) -> Lay | None:
        return grid.abreast(field.counts[:1], width, height, zoom)

    def drawn(height: float) -> Sheet | None:
        made = lay(height - grid.BRACKETED)
        return grid.within(counts, key, made, width, field.dots, look.brand) if made else None

    height = lowest(lay, look)
    if height is None:
        return None
    counts = (field.counts[0], field.counts[1])
    key = node.readings[0].key
    least, own, most = (share * height + grid.BRACKETED for share in (LEAST_MARKS, 1.0, MORE))
    high = (least, own, most)
    parts = opened(field, look, section)
    # The whole is read first, and stands above all of its marks: "of which" leads on from it.
    parts.append(Counted(whole, look, section, smaller, "primary-text", width, hangs=False))
    marks = MarksDrawing(drawn, high, section.add("Figure", alt=field.description.alt))
    parts += [marks, Counted(of_it, look, section, style, PART, width)]
    return Column(parts, [spacing.FIELD] * (len(parts) - 2) + [gap_of(node, look, width)])


def gap_of(node: Chart, look: Look, width: float) -> float:
    """Between marks and numbers, pt; with room for words that lead to one, also where others stand
    beside the chart on wide paper, so that numbers of charts side by side stand on one line.
    """
    measure = look.paper.measure
    led = any(one.reading.lead for one in node.statements) or ABREAST <= measure > width + 1
    return spacing.FIELD_LED if led else spacing.FIELD_NUMBER


def numeral(statements: Sequence[Statement], width: float, steps: Sequence[Type]) -> Type | None:
    """The largest step in which all numbers fit a width, pt; None where none does."""
    return numeral_type([one.reading.headline for one in statements], width, steps=steps)


def longest(statements: Sequence[Statement], look: Look) -> float:
    """The width of the longest of their words, pt."""
    return max(fonts.longest_word(one.reading.label_text, look.scale["body"]) for one in statements)


def opened(field: Field, look: Look, section: Element) -> list[Flowable]:
    """What a mark stands for, where no subtitle has said it."""
    return [words(look, field.each, "subtitle", element=section.add("P"))] if field.each else []


def lowest(lay: Callable[[float], Lay | None], look: Look) -> float | None:
    """The least height at which the marks of a field are large enough, from the one it should
    have, pt; None where none is.
    """
    height = HEIGHT if look.large or look.paper.measure >= ABREAST else PANEL_HEIGHT
    while height < MOST_HEIGHT and lay(height) is None:
        height = min(MOST_HEIGHT, height + HIGHER)
    return height if lay(height) is not None else None
