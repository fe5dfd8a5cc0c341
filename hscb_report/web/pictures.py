"""Charts as inline SVG: for a wide place and for a phone, of which a page shows one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import CATEGORIES, PART
from hscb_report.brand.typography import SCALE
from hscb_report.charts import areas, bars, curve, doughnut, field, funnel, grid, line, waffle
from hscb_report.charts import stack as stacks
from hscb_report.charts.grid import Lay
from hscb_report.charts.marks import Point, Sheet
from hscb_report.charts.svg import svg
from hscb_report.story.breakdowns import Stack
from hscb_report.story.dots import Dots
from hscb_report.story.fields import Field
from hscb_report.story.nodes import Chart
from hscb_report.story.unnested import Curve

WIDE, NARROW = 480.0, 240.0
"""The widths that charts are drawn in, in their own units. Shown 640 and 300 CSS pixels wide, their
words of 12 units are as large as the page's own.
"""
COMPARED = 220.0
"""The width of a field of marks that stands beside others."""
HIGH, MOST_HIGH = 128.0, 400.0
"""The height of a field of marks: the one it should have, and the most where it is narrow."""
PLOT = 150.0
"""The height of the lines of a trend."""
SMALL = 150.0
"""The side of a ring and of a waffle."""
CIRCLE = 120.0
"""The diameter of the largest circle."""
RADIUS = 220.0
"""Of the field of dots at the head of the page."""
NOTHING = Markup()
LEAST = SCALE["note"].size
"""No symbol behind a number is smaller."""


@dataclass(frozen=True)
class Drawn:
    """A chart's pictures.

    Attributes:
        markup: the ``svg`` elements, for a wide place and for a narrow one; of a chart that is the
            same in both, one.
        each: pictures that belong to a statement each; none where one picture shows them all.
        small: whether it leaves room for words beside it.
        tokens: the colour of each statement's number, which is that of its marks.
    """

    markup: Markup = NOTHING
    each: tuple[Markup, ...] = ()
    small: bool = False
    tokens: tuple[str, ...] = ()


def drawn(node: Chart, brand: Brand) -> Drawn:
    """A chart; no picture where it cannot be drawn."""
    tokens = {"ring": ("primary-text", PART), "waffle": (PART,)}.get(node.form, CATEGORIES)
    return replace(_drawn(node, brand), tokens=tokens)


def _drawn(node: Chart, brand: Brand) -> Drawn:
    if node.field is not None and (made := _as_marks(node, node.field, brand)):
        return made
    if node.description is None:
        return Drawn()
    match node.form:
        case "funnel":
            return _both(
                lambda width: funnel.funnel(node.readings, width, brand),
                lambda width: funnel.excess(node.readings, width) <= 0,
            )
        case "bars":
            return _both(
                lambda width: bars.bars(node.rows, width, brand, LEAST, node.strong),
                lambda width: bars.excess(node.rows, width) <= 0,
            )
        case "line":
            return _both(lambda width: _line(node, width, brand))
        case "waffle":
            return _one(waffle.waffle(node.readings[0], SMALL, brand))
        case "ring":
            return _one(doughnut.doughnut(node.readings[0], SMALL, brand))
        case "areas":
            return _one(areas.areas(node.readings, CIRCLE, brand))


def of_stack(node: Stack, brand: Brand) -> tuple[Markup, ...]:
    """A picture for each bar; the first has the names of the parts above it."""
    first = next((at for at, bar in enumerate(node.bars) if bar.pieces), 0)

    def made(at: int) -> Drawn:
        named = node.names if at == first else ()

        def sheet(width: float) -> Sheet:
            return stacks.bar(node.bars[at], stacks.frame(node.bars, width, 1.0), brand, named)

        return _both(sheet)

    return tuple(made(at).markup for at in range(len(node.bars)))


def of_dots(dots: Dots, brand: Brand) -> Markup:
    """The field of dots at the head of the page."""
    keys = [reading.key for reading in dots.readings]
    keys = [""] * (len(dots.counts) - len(keys)) + keys
    shown = [keys[at] for at in dots.shown]
    return Markup(svg(field.field(dots.drawn, shown, RADIUS, brand), "dots"))


def of_curve(shown: Curve, brand: Brand) -> Markup:
    """A series as the shape at the head of the page; nothing where its numbers have no room."""
    return _both(
        lambda width: curve.curve(shown.line, width, width * 0.45, brand),
        lambda width: curve.is_legible(shown.line, width, width * 0.45),
    ).markup


def _both(
    make: Callable[[float], Sheet], has_room: Callable[[float], bool] = lambda width: True
) -> Drawn:
    """A chart in two widths, of which the style sheet shows one. In a narrow place where it has no
    room it is not drawn: its description and its table stand below it.
    """
    parts = [
        svg(make(width), name)
        for width, name in ((WIDE, "wide"), (NARROW, "narrow"))
        if has_room(width)
    ]
    return Drawn(Markup("".join(parts)))


def _one(sheet: Sheet) -> Drawn:
    return Drawn(Markup(svg(sheet, "small")), small=True)


def _line(node: Chart, width: float, brand: Brand) -> Sheet:
    height = line.least_height(node.lines, width, PLOT)
    return line.line(node.lines, width, height, brand, least=LEAST)


def _as_marks(node: Chart, shown: Field, brand: Brand) -> Drawn | None:
    """A chart as marks that are counted; None where they would be too small."""
    if node.form == "ring":
        return _part(node, shown, brand)
    counts = shown.counts
    lay = _lowest(partial(_stacked, counts), HIGH)
    if lay is None:
        return None
    keys = [reading.key for reading in node.readings]
    return Drawn(each=tuple(_compared(counts, keys, lay, shown.dots, brand)))


def _stacked(counts: Sequence[int], height: float) -> Lay | None:
    return grid.stacked(counts, COMPARED, height * len(counts), 1.0)


def _compared(
    counts: Sequence[int], keys: Sequence[str], lay: Lay, dots: bool, brand: Brand
) -> Iterator[Markup]:
    """Each number a picture of its own, all of one scale."""
    for at, count in enumerate(counts):
        alone = [count if i == at else 0 for i in range(len(counts))]
        high = max(lay.height(at), 1.0)
        corners: list[Point] = [(0.0, high)] * len(counts)
        size = (COMPARED, high)
        yield Markup(svg(grid.apart(alone, keys, lay, corners, size, dots, brand), "field"))


def _part(node: Chart, shown: Field, brand: Brand) -> Drawn | None:
    counts = (shown.counts[0], shown.counts[1])
    lays = {width: _lowest(partial(_abreast, counts, width), HIGH) for width in (WIDE, NARROW)}
    if lays[WIDE] is None:
        return None

    def made(width: float) -> Sheet:
        lay = lays[width]
        assert lay is not None
        return grid.within(counts, node.readings[0].key, lay, width, shown.dots, brand)

    return _both(made, lambda width: lays[width] is not None)


def _abreast(counts: Sequence[int], width: float, height: float) -> Lay | None:
    return grid.abreast(counts[:1], width, height, 1.0)


def _lowest(lay: Callable[[float], Lay | None], height: float) -> Lay | None:
    """The field of the least height at which its marks are large enough."""
    while height <= MOST_HIGH:
        if (found := lay(height)) is not None:
            return found
        height += 16.0
    return None
