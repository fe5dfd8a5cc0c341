"""Charts on the page: the drawing as a tagged Figure, the words and numbers beside it."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from hscb_report.brand import fonts
from hscb_report.brand.typography import NUMERALS
from hscb_report.page.context import Context
from hscb_report.page.heading import block_title
from hscb_report.page.layout import PADDING, Box, Card, Column, Icon, Side
from hscb_report.page.statistic import statistic
from hscb_report.page.text import numeral_type, words
from hscb_report.pdf.structure import Element
from hscb_report.summary import blocks
from hscb_report.summary.reading import Reading

WAFFLE, RING, CIRCLE = 104.0, 140.0, 120.0
LINE_HEIGHT, LINE_MOST = 118.0, 180.0


class Drawing(Flowable):
    """A matplotlib figure, drawn as vectors inside a Figure element."""

    def __init__(self, figure: Any, context: Context, element: Element) -> None:
        from hscb_report.charts.sheet import size

        super().__init__()
        self.figure, self.brand, self.element = figure, context.brand, element
        self.width, self.height = size(figure)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its own size: a chart is drawn for the width it has."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw, and tell the element where it stands."""
        from hscb_report.charts import renderer

        left, bottom = self.canv.absolutePosition(0, 0)
        self.element.box = (left, bottom, left + self.width, bottom + self.height)
        with self.canv.tagged(self.element):
            renderer.draw(self.figure, self.canv, self.brand)


class LineDrawing(Box):
    """A line chart that takes the height it is given."""

    def __init__(self, series: list, width: float, context: Context, element: Element) -> None:
        super().__init__()
        self.series, self.width, self.context, self.element = series, width, context, element

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its least height."""
        self.height = LINE_HEIGHT + 30 * (len(self.series) - 1)
        return self.width, self.height

    def stretch(self, height: float) -> None:
        """Grow up to a height at which the line is still read as one shape."""
        self.height = max(self.height, min(height, LINE_MOST))

    def draw(self) -> None:
        """Draw at the height it has now."""
        from hscb_report.charts.line import line

        figure = line(self.series, self.width, self.height, self.context.brand)
        Drawing(figure, self.context, self.element).drawOn(self.canv, 0, 0)


class Stretchy(Card):
    """A card whose content takes its spare height."""

    def stretch(self, height: float) -> None:
        """Pass the height on."""
        super().stretch(height)
        if isinstance(self.content, Column):
            inner = self.height - 2 * self.padding_y
            for i, part in enumerate(self.content.parts):
                if isinstance(part, LineDrawing):
                    part.stretch(self.content.heights[i] + inner - self.inner)
                    self.content.natural += part.height - self.content.heights[i]
                    self.content.heights[i] = part.height
            self.content.height = self.inner = self.content.natural


def funnel(block: blocks.Funnel, context: Context, section: Element, width: float) -> Flowable:
    """Stages as bars in proportion."""
    from hscb_report.charts import describe
    from hscb_report.charts.funnel import NUMBER
    from hscb_report.charts.funnel import funnel as draw

    stages = [context.reader.figure(name) for name in block.figures]
    element = section.add("Figure", alt=describe.funnel(stages, block.title or "").alt)
    widest = max(fonts.width(stage.headline, NUMBER) for stage in stages) + 30
    if widest > width:
        context.misfit(widest - width, "wide")
    return Drawing(draw(stages, width, context.brand), context, element)


def share(block: blocks.Share, context: Context, section: Element, width: float) -> Flowable:
    """A waffle and what it shows; a missing percentage is a dashed card without a chart."""
    from hscb_report.charts import describe
    from hscb_report.charts.waffle import waffle

    reading = context.reader.figure(block.figure)
    if reading.value is None:
        return Card(statistic(reading, context, section, NUMERALS[0], "second", "paper"), context.brand, None, "second")
    size = min(WAFFLE, (width - 2 * PADDING) * 0.44)
    element = section.add("Figure", alt=describe.waffle(reading, block.title or reading.name).alt)
    drawing = Drawing(waffle(reading, size, context.brand), context, element)
    room = width - 2 * PADDING - size - 18
    style = numeral_type([reading.headline], room) or NUMERALS[-1]
    return Card(Side(drawing, statistic(reading, context, section, style, "third-text", "card"), 18, size), context.brand)


def part(block: blocks.Part, context: Context, section: Element, width: float) -> Flowable:
    """A ring, the whole and its part; without the ring where one of them is missing."""
    from hscb_report.charts import describe
    from hscb_report.charts.doughnut import doughnut

    reading = context.reader.figure(block.figure)
    whole = context.reader.figure(context.reader.summary.figures[block.figure].part_of)
    element = section.add("Figure", alt=describe.doughnut(reading, whole, block.title or "").alt) if reading.share is not None else None
    room = width - 2 * PADDING - (RING + 28 if element else 0)
    style = numeral_type([whole.headline], room) or NUMERALS[-1]
    below = numeral_type([reading.headline], room, start=1) or NUMERALS[-1]
    text = Column([statistic(whole, context, section, style, "primary", "card"),
                   statistic(reading, context, section, below, "second", "card", show_ratio=element is None)], 18.0)
    if element is None:
        return Card(text, context.brand)
    drawing = Drawing(doughnut(reading, RING, context.brand), context, element)
    return Card(Side(drawing, text, 28, RING), context.brand)


def compare(block: blocks.Compare, context: Context, section: Element, width: float) -> Flowable:
    """Circles in proportion, and beside them each number with its words. No ratio is stated."""
    from hscb_report.charts import describe
    from hscb_report.charts.areas import TOKENS, areas

    readings = [context.reader.figure(item.figure) for item in block.items]
    element = section.add("Figure", alt=describe.areas(readings, block.title or "").alt)
    drawing = Drawing(areas(readings, min(CIRCLE, width * 0.26), context.brand), context, element)
    owner = section.add("L")
    rows = []
    for item, reading, token in zip(block.items, readings, TOKENS, strict=False):
        style = numeral_type([reading.headline], width / 2, start=3) or NUMERALS[-1]
        text = statistic(reading, context, owner.add("LI").add("LBody"), style, token, "card", item.what_changed)
        icons = any(other.icon for other in block.items)
        rows.append(Side(Icon(item.icon, 36, context.brand, token), text, 16, 36) if item.icon else
                    Side(Column([]), text, 16, 36) if icons else text)
    gap = 28.0
    beside = width - 2 * PADDING - drawing.width - gap
    if beside < 180:
        return Card(Column([drawing, *rows], 16.0), context.brand)
    return Card(Side(drawing, Column(rows, 18.0), gap, drawing.width), context.brand)


def trend(block: blocks.Trend, context: Context, section: Element, width: float) -> Flowable:
    """Lines over the years, with their source."""
    from hscb_report.charts import describe

    series = [(context.reader.summary.series[name].label, context.reader.points(name)) for name in block.series]
    title = block.title or (series[0][0] if len(series) == 1 else "")
    parts: list[Flowable] = [block_title(context, title, section)] if title else []
    element = section.add("Figure", alt=describe.line(series, title).alt)
    parts.append(LineDrawing(series, width - 2 * PADDING, context, element))
    parts.append(_source([context.reader.summary.series[name].source for name in block.series], context, section))
    return Stretchy(Column(parts, 8.0), context.brand)


def bars(block: blocks.Bars, context: Context, section: Element, width: float) -> Flowable:
    """Bars from zero."""
    from hscb_report.charts import describe
    from hscb_report.charts.bars import bars as draw

    if block.series:
        rows: list[tuple[str, Reading]] = [(point.when, point) for point in context.reader.points(block.series)]
        title = block.title or context.reader.summary.series[block.series].label
    else:
        rows = [(reading.name, reading) for reading in map(context.reader.figure, block.figures)]
        title = block.title or ""
    parts: list[Flowable] = [block_title(context, title, section)] if title else []
    element = section.add("Figure", alt=describe.bars(rows, title).alt)
    parts.append(Drawing(draw(rows, width - 2 * PADDING, context.brand), context, element))
    if block.series:
        parts.append(_source([context.reader.summary.series[block.series].source], context, section))
    return Card(Column(parts, 10.0), context.brand)


def _source(names: list[str], context: Context, section: Element) -> Flowable:
    """The source line of a chart."""
    publishers = dict.fromkeys(context.reader.summary.sources[name].publisher for name in names)
    return words(context, f"Source: {', '.join(publishers)}", "body", on="card", element=section.add("P"))
