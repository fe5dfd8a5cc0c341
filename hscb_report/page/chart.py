"""Charts on the page: the picture as a tagged Figure, the words and numbers beside it."""

from __future__ import annotations

from collections.abc import Callable

from hscb_report.brand import fonts
from hscb_report.brand.typography import NUMERALS, Type
from hscb_report.page import spacing
from hscb_report.page.drawing import Drawing, LineDrawing
from hscb_report.page.flowable import Flowable
from hscb_report.page.heading import block_title
from hscb_report.page.layout import Beside, Card, Column, Icon
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.page.statistic import missing, statistic
from hscb_report.page.text import numeral_type, words
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Chart, Form
from hscb_report.summary.reading import Reading

WAFFLE, RING, SMALL_RING, CIRCLE, SMALL_CIRCLE = 104.0, 140.0, 108.0, 120.0, 96.0
"""The width of a drawing, and of the largest circle in one: where there is room, and on the paper
itself, pt.
"""
LEAST_CIRCLE, NARROW_CIRCLE, STEP = 24.0, 48.0, 8.0
"""Circles are made smaller in steps until they fit: the least, and where that begins in a narrow
place, pt.
"""
CIRCLE_SHARE = 0.24
"""Of the width that the largest circle takes at the most."""
ICON = 36.0
LEAST_WORDS = 130.0
"""Words beside a drawing have at least this room; with less they stand below it, pt."""


def chart(node: Chart, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    """A chart with its words, pt wide."""
    return _SET[node.form](node, look, spot, section, width)


def _figure(node: Chart, section: Element) -> Element:
    """The element that says what a chart shows."""
    return section.add("Figure", alt=node.description.alt if node.description else "")


def _funnel(node: Chart, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    """Stages as bars in proportion."""
    from hscb_report.charts import funnel

    element = _figure(node, section)
    if (excess := funnel.excess(node.readings, width)) > 0:
        spot.misfit(excess, "wide")
    return Drawing(funnel.funnel(node.readings, width, look.brand), element)


def _waffle(node: Chart, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    """Squares and what they show; a missing percentage is a dashed card without a chart."""
    from hscb_report.charts.waffle import waffle

    statement = node.statements[0]
    if node.description is None:
        return missing(statement, look, section)
    size = min(WAFFLE, width - 2 * look.inset)
    drawing = Drawing(waffle(node.readings[0], size, look.brand), _figure(node, section))
    gap = spacing.CHART_BESIDE
    style = _numeral(statement.reading, _room(width, size, gap, look), spot)
    text = statistic(statement, look, section, style, "third-text", "card")
    return _on_card(_beside(drawing, text, width, gap, look), look)


def _ring(node: Chart, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    """A ring, the whole and its part; without the ring where one of them is missing."""
    from hscb_report.charts.doughnut import doughnut

    element = _figure(node, section) if node.description else None
    inner = width - 2 * look.inset
    large = not look.open and inner - RING - spacing.WIDE_BESIDE >= LEAST_WORDS
    scarce = inner - SMALL_RING - spacing.CHART_BESIDE < LEAST_WORDS
    size, gap = (
        (RING, spacing.WIDE_BESIDE) if large or scarce else (SMALL_RING, spacing.CHART_BESIDE)
    )
    size = min(size, inner)
    room = _room(width, size, gap, look) if element else inner
    texts: list[Flowable] = []
    for start, (statement, token) in enumerate(
        zip(node.statements, ("primary-text", "second"), strict=True)
    ):
        style = _numeral(statement.reading, room, spot, start)
        texts.append(statistic(statement, look, section, style, token, "card", room))
    text = Column(texts, spacing.STATEMENTS)
    if element is None:
        return _on_card(text, look)
    drawing = Drawing(doughnut(node.readings[0], size, look.brand), element)
    return _on_card(_beside(drawing, text, width, gap, look), look)


def _areas(node: Chart, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    """Circles in proportion, and beside them each number with its words. No ratio is stated."""
    from hscb_report.charts.areas import TOKENS, areas

    element = _figure(node, section)
    inner = width - 2 * look.inset
    most = SMALL_CIRCLE if look.open else CIRCLE
    diameter = min(most, max(NARROW_CIRCLE, width * CIRCLE_SHARE))
    sheet = areas(node.readings, diameter, look.brand)
    while sheet.width > inner and diameter > LEAST_CIRCLE:
        diameter -= STEP
        sheet = areas(node.readings, diameter, look.brand)
    if sheet.width > inner:
        spot.misfit(sheet.width - inner, "wide")
    gap, icons = spacing.WIDE_BESIDE, any(one.icon for one in node.statements)
    aside = ICON + spacing.ICON_BESIDE if icons else 0.0
    if look.open and icons and not _fits_beside(width, sheet.width, gap, look, aside):
        # The words beside the circles are worth more than pictures.
        icons = not _fits_beside(width, sheet.width, gap, look)
        aside = aside if icons else 0.0
    owner = section.add("L")
    rows: list[Flowable] = []
    for one, token in zip(node.statements, TOKENS, strict=False):
        room = _room(width, sheet.width, gap, look, aside)
        style = _numeral(one.reading, room, spot, 3)
        body = owner.add("LI").add("LBody")
        text = statistic(one, look, body, style, token, "card", room)
        mark = Icon(one.icon, ICON, look.brand, token) if one.icon else Column([])
        rows.append(Beside(mark, text, spacing.ICON_BESIDE, ICON) if icons else text)
    text = Column(rows, spacing.STATEMENTS)
    return _on_card(_beside(Drawing(sheet, element), text, width, gap, look, aside), look)


def _line(node: Chart, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    """Lines over the years, as high as their row."""
    parts = _titled(node, look, section)
    drawing = LineDrawing(node.lines, width - 2 * look.inset, look.brand, _figure(node, section))
    parts += [drawing, *_notes(node, look, section)]
    column = Column(parts, spacing.CHART_PARTS)
    return column if look.open else Card(column, look, centred=False, passes_on=True)


def _bars(node: Chart, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    """Bars from zero."""
    from hscb_report.charts import bars

    parts = _titled(node, look, section)
    inner = width - 2 * look.inset
    if (excess := bars.excess(node.rows, inner)) > 0:
        spot.misfit(excess, "wide")
    sheet = bars.bars(node.rows, inner, look.brand)
    parts += [Drawing(sheet, _figure(node, section)), *_notes(node, look, section)]
    return _on_card(Column(parts, spacing.BARS_PARTS), look)


_SET: dict[Form, Callable[[Chart, Look, Spot, Element, float], Flowable]] = {
    "funnel": _funnel,
    "waffle": _waffle,
    "ring": _ring,
    "areas": _areas,
    "line": _line,
    "bars": _bars,
}


def _titled(node: Chart, look: Look, section: Element) -> list[Flowable]:
    return [block_title(look, node.title, section)] if node.title else []


def _notes(node: Chart, look: Look, section: Element) -> list[Flowable]:
    return [words(look, text, "body", on="card", element=section.add("P")) for text in node.notes]


def _on_card(content: Flowable, look: Look) -> Flowable:
    """A chart with its words on a card or, where there is little room, on the paper itself."""
    return content if look.open else Card(content, look)


def _room(width: float, drawing: float, gap: float, look: Look, aside: float = 0.0) -> float:
    """The width of the words in a card with a drawing, less what stands ``aside`` of them, pt."""
    inner = width - 2 * look.inset
    left = inner - drawing - gap
    return (left if left - aside >= LEAST_WORDS else inner) - aside


def _fits_beside(width: float, drawing: float, gap: float, look: Look, aside: float = 0.0) -> bool:
    return _room(width, drawing, gap, look, aside) + aside < width - 2 * look.inset


def _beside(
    drawing: Drawing, text: Flowable, width: float, gap: float, look: Look, aside: float = 0.0
) -> Flowable:
    """Words beside a drawing or, where they would have too little room, below it."""
    if _fits_beside(width, drawing.sheet.width, gap, look, aside):
        return Beside(drawing, text, gap, drawing.sheet.width)
    return Column([drawing, text], spacing.CHART_ABOVE)


def _numeral(reading: Reading, room: float, spot: Spot, start: int = 0) -> Type:
    """The largest numeral that fits; if none does, the block is too wide."""
    if reading.value is None:
        return NUMERALS[start]
    style = numeral_type([reading.headline], room, start)
    if style is None:
        spot.misfit(fonts.width(reading.headline, NUMERALS[-1]) - room, "wide")
    return style or NUMERALS[-1]
