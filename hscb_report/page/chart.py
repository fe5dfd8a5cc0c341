"""Charts on the page, on the paper itself: the picture as a tagged Figure, and its words and
numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hscb_report.brand import fonts
from hscb_report.brand.colours import CATEGORIES, PART
from hscb_report.brand.typography import Type
from hscb_report.page import compared, fields, spacing
from hscb_report.page.beside import Beside
from hscb_report.page.drawing import Drawing, LineDrawing, MarksDrawing
from hscb_report.page.flowable import Flowable
from hscb_report.page.heading import block_title
from hscb_report.page.icon import Icon
from hscb_report.page.layout import Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.spot import Misfits, Spot
from hscb_report.page.statistic import statistic
from hscb_report.page.text import numeral_type, words
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Chart, Form, Node
from hscb_report.summary.reading import Reading

WAFFLE, MOST_WAFFLE, RING, SMALL_RING, CIRCLE = 104.0, 152.0, 140.0, 108.0, 120.0
"""The width of a waffle, and the most where its page has room; of a ring where there is room and
where there is little; and of the largest circle, pt.
"""
ROOMY = 180.0
"""Words beside a large ring have at least this room, pt."""
LEAST_CIRCLE, NARROW_CIRCLE, STEP = 24.0, 48.0, 8.0
"""Circles are made smaller in steps until they fit: the least, and where that begins in a narrow
place, pt.
"""
CIRCLE_SHARE = 0.24
"""Of the width that the largest circle takes at the most."""
ICON = 36.0
ASIDE = 12.0
"""What charts that do not take the whole measure keep free at their right, pt: their last numbers
would be read on into the years or names of a neighbour.
"""
LEAST_WORDS = 120.0
"""Words beside a drawing have at least this room; with less they stand below it, pt."""


def chart(node: Chart, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    """A chart with its words, pt wide."""
    return _SET[node.form](node, look, spot, section, width)


def said_above(node: Node, look: Look, width: float) -> tuple[str, Node]:
    """What each mark of a chart stands for, for the subtitle above it, and the chart without these
    words; nothing where no mark is counted.
    """
    if isinstance(node, Chart) and node.description and node.each:
        return node.each, replace(node, each="")
    if (
        isinstance(node, Chart)
        and node.field
        and _as_marks(node, look, Element("Sect"), width) is not None
    ):
        return node.field.each, replace(node, field=replace(node.field, each=""))
    return "", node


def _as_marks(node: Chart, look: Look, section: Element, width: float) -> Flowable | None:
    """A chart as marks that are counted; None where that cannot be, where it would be higher than a
    page, and where room is scarce and the other form is lower.
    """
    setting, said = fields.part if node.form == "ring" else compared.compare, Element("Sect")
    tried = setting(node, look, said, width)
    paper = look.paper
    if tried is None or height_of(tried, width) > paper.height - 2 * paper.top - paper.bottom:
        return None
    if look.compact:
        other = _SET[node.form](
            replace(node, field=None), look, Spot(Misfits()), Element("Sect"), width
        )
        if height_of(tried, width) > height_of(other, width):
            return None
    section.children += said.children
    return tried


def _figure(node: Chart, section: Element) -> Element:
    """The element that says what a chart shows."""
    return section.add("Figure", alt=node.description.alt if node.description else "")


def _funnel(node: Chart, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    """Stages as bars in proportion."""
    from hscb_report.charts import funnel

    element = _figure(node, section)
    if (excess := funnel.excess(node.readings, width)) > 0:
        spot.misfit(excess, "wide")
    drawing = Drawing(funnel.funnel(node.readings, width, look.brand), element)
    notes = _notes(node, look, section)
    return Column([drawing, *notes], spacing.BARS_PARTS) if notes else drawing


def _waffle(node: Chart, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    """Squares and what they show; a percentage that is missing or not exact is a statement without
    a chart.
    """
    from hscb_report.charts.waffle import waffle

    statement = node.statements[0]
    if node.description is None:
        style = _numeral(statement.reading, width, spot, fields.LEAD)
        return statistic(statement, look, section, style, PART, "paper", width)
    size = min(WAFFLE, width)
    each = [words(look, node.each, "subtitle", element=section.add("P"))] if node.each else []
    gap = spacing.CHART_BESIDE
    room = _room(width, size, gap)
    style = _numeral(statement.reading, room, spot)
    needed = max(LEAST_WORDS, fonts.numeral_width(statement.reading.headline, style))
    beside = room < width
    most = max(size, min(MOST_WAFFLE, width - gap - needed if beside else width))
    drawing = MarksDrawing(
        lambda size: waffle(node.readings[0], min(size, most), look.brand),
        (size, size, most),
        _figure(node, section),
    )
    text = statistic(statement, look, section, style, PART, "paper", room)
    return Column([*each, _beside(drawing, text, width, gap)], spacing.FIELD)


def _ring(node: Chart, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    """A part in its whole, as marks or, where they cannot be, as a ring; without either where one
    of the two is missing.
    """
    from hscb_report.charts.doughnut import doughnut

    if made := _as_marks(node, look, section, width):
        return made
    element = _figure(node, section) if node.description else None
    large = width - RING - spacing.WIDE_BESIDE >= ROOMY
    size, gap = (RING, spacing.WIDE_BESIDE) if large else (SMALL_RING, spacing.CHART_BESIDE)
    if width - size - gap < LEAST_WORDS:
        size = min(RING, width)
    room = _room(width, size, gap) if element else width
    whole, part = node.statements
    part = replace(part, with_ratio=element is None)  # it stands in the middle of the ring
    texts: list[Flowable] = []
    for one, token, steps in (
        (whole, "primary-text", fields.SUPPORTING),
        (part, PART, fields.LEAD),
    ):
        style = _numeral(one.reading, room, spot, steps)
        texts.append(statistic(one, look, section, style, token, "paper", room))
    text = Column(texts, spacing.STATEMENTS)
    if element is None:
        return text
    return _beside(Drawing(doughnut(node.readings[0], size, look.brand), element), text, width, gap)


def _areas(node: Chart, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    """Numbers apart from one another, each with its words: as marks or, where they cannot be, as
    circles in proportion. No ratio is stated.
    """
    from hscb_report.charts.areas import areas

    if made := _as_marks(node, look, section, width):
        return made
    element = _figure(node, section)
    diameter = min(CIRCLE, max(NARROW_CIRCLE, width * CIRCLE_SHARE))
    sheet = areas(node.readings, diameter, look.brand)
    while sheet.width > width and diameter > LEAST_CIRCLE:
        diameter -= STEP
        sheet = areas(node.readings, diameter, look.brand)
    if sheet.width > width:
        spot.misfit(sheet.width - width, "wide")
    gap, icons = spacing.WIDE_BESIDE, any(one.icon for one in node.statements)
    aside = ICON + spacing.ICON_BESIDE if icons else 0.0
    if icons and not _fits_beside(width, sheet.width, gap, aside):
        # The words beside the circles are worth more than pictures.
        icons = not _fits_beside(width, sheet.width, gap)
        aside = aside if icons else 0.0
    owner = section.add("L")
    rows: list[Flowable] = []
    for one, token in zip(node.statements, CATEGORIES, strict=False):
        room = _room(width, sheet.width, gap, aside)
        style = _numeral(one.reading, room, spot, fields.LEAD[2:])
        body = owner.add("LI").add("LBody")
        text = statistic(one, look, body, style, token, "paper", room)
        mark = Icon(one.icon, ICON, look.brand, token, "paper") if one.icon else Column([])
        rows.append(Beside(mark, text, spacing.ICON_BESIDE, ICON) if icons else text)
    text = Column(rows, spacing.STATEMENTS)
    return _beside(Drawing(sheet, element), text, width, gap, aside)


def _line(node: Chart, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    """Lines over the years, as high as their row."""
    parts = _titled(node, look, section)
    drawing = LineDrawing(node.lines, _inset(look, width), look, _figure(node, section))
    parts += [drawing, *drawing.said_below(look, section), *_notes(node, look, section)]
    return Column(parts, spacing.CHART_PARTS)


def _bars(node: Chart, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    """Bars from zero."""
    from hscb_report.charts import bars

    parts = _titled(node, look, section)
    inside = _inset(look, width)
    if (excess := bars.excess(node.rows, inside)) > 0:
        spot.misfit(excess, "wide")
    sheet = bars.bars(node.rows, inside, look.brand, look.floor, node.strong)
    parts += [Drawing(sheet, _figure(node, section)), *_notes(node, look, section)]
    return Column(parts, spacing.BARS_PARTS)


_SET: dict[Form, Callable[[Chart, Look, Spot, Element, float], Flowable]] = {
    "funnel": _funnel,
    "waffle": _waffle,
    "ring": _ring,
    "areas": _areas,
    "line": _line,
    "bars": _bars,
}


def _inset(look: Look, width: float) -> float:
    """The width of a drawing whose numbers reach its right end."""
    return width if width > look.paper.measure - ASIDE else width - ASIDE


def _titled(node: Chart, look: Look, section: Element) -> list[Flowable]:
    return [block_title(look, node.title, section)] if node.title else []


def _notes(node: Chart, look: Look, section: Element) -> list[Flowable]:
    return [words(look, text, "body", element=section.add("P")) for text in node.notes]


def _room(width: float, drawing: float, gap: float, aside: float = 0.0) -> float:
    """The width of the words with a drawing, less what stands ``aside`` of them, pt."""
    left = width - drawing - gap
    return (left if left - aside >= LEAST_WORDS else width) - aside


def _fits_beside(width: float, drawing: float, gap: float, aside: float = 0.0) -> bool:
    return _room(width, drawing, gap, aside) + aside < width


def _beside(
    drawing: Drawing | MarksDrawing,
    text: Flowable,
    width: float,
    gap: float,
    aside: float = 0.0,
) -> Flowable:
    """Words beside a drawing or, where they would have too little room, below it."""
    if _fits_beside(width, drawing.sheet.width, gap, aside):
        return Beside(drawing, text, gap, drawing.sheet.width)
    return Column([drawing, text], spacing.CHART_ABOVE)


def _numeral(
    reading: Reading, room: float, spot: Spot, steps: Sequence[Type] = fields.LEAD
) -> Type:
    """The largest numeral that fits; if none does, the block is too wide."""
    if reading.value is None:
        return steps[-1]
    style = numeral_type([reading.headline], room, steps=steps)
    if style is None:
        spot.misfit(fonts.numeral_width(reading.headline, steps[-1]) - room, "wide")
    return style or steps[-1]
