"""Charts on the page: the drawing as a tagged Figure, the words and numbers beside it."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from hscb_report.brand import fonts
from hscb_report.brand.typography import NUMERALS, Type
from hscb_report.page.context import Context
from hscb_report.page.heading import block_title
from hscb_report.page.layout import Beside, Box, Card, Column, Icon
from hscb_report.page.statistic import statistic
from hscb_report.page.text import numeral_type, words
from hscb_report.pdf.structure import Element
from hscb_report.summary import blocks
from hscb_report.summary.reading import Reading

WAFFLE, RING, SMALL_RING, CIRCLE, SMALL_CIRCLE = 104.0, 140.0, 108.0, 120.0, 96.0
LINE_HEIGHT, LINE_MORE = 118.0, 62.0
LEAST_CIRCLE = 24.0
LEAST_WORDS = 130.0
"""Words beside a drawing have at least this room; with less they stand below it, pt."""


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

        self.element.box = (
            *self.canv.absolutePosition(0, 0),
            *self.canv.absolutePosition(self.width, self.height),
        )
        with self.canv.tagged(self.element):
            renderer.draw(self.figure, self.canv, self.brand)


class LineDrawing(Box):
    """A line chart that takes the height it is given."""

    def __init__(self, series: list, width: float, context: Context, element: Element) -> None:
        super().__init__()
        self.series, self.width, self.context, self.element = series, width, context, element

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its least height."""
        from hscb_report.charts.line import least_height

        self.least = self.height = least_height(self.series, self.width, LINE_HEIGHT)
        return self.width, self.height

    def stretch(self, height: float) -> None:
        """Grow up to a height at which the line is still read as one shape."""
        self.height = max(self.height, min(height, self.least + LINE_MORE))

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
    from hscb_report.charts import funnel as chart

    stages = [context.reader.figure(name) for name in block.figures]
    element = section.add("Figure", alt=describe.funnel(stages, block.title or "").alt)
    if (excess := chart.excess(stages, width)) > 0:
        context.misfit(excess, "wide")
    return Drawing(chart.funnel(stages, width, context.brand), context, element)


def share(block: blocks.Share, context: Context, section: Element, width: float) -> Flowable:
    """A waffle and what it shows; a missing percentage is a dashed card without a chart."""
    from hscb_report.charts import describe
    from hscb_report.charts.waffle import waffle

    reading = context.reader.figure(block.figure)
    if reading.value is None:
        return Card(
            statistic(
                reading,
                context,
                section,
                NUMERALS[0],
                "second",
                "paper",
                width=width - 2 * context.padding,
            ),
            context,
            None,
            "second",
        )
    size = min(WAFFLE, width - 2 * context.inset)
    element = section.add("Figure", alt=describe.waffle(reading, block.title or "").alt)
    drawing = Drawing(waffle(reading, size, context.brand), context, element)
    text = statistic(
        reading,
        context,
        section,
        _numeral(reading, _room(width, size, 18, context), context),
        "third-text",
        "card",
    )
    return _on_card(_beside(drawing, text, width, 18, context), context)


def _on_card(content: Flowable, context: Context) -> Flowable:
    """A chart with its words on a card or, where there is little room, on the paper itself."""
    return content if context.open else Card(content, context)


def _room(width: float, drawing: float, gap: float, context: Context, aside: float = 0.0) -> float:
    """The width of the words in a card with a drawing, less what stands ``aside`` of them."""
    inner = width - 2 * context.inset
    return (
        inner - drawing - gap if inner - drawing - gap - aside >= LEAST_WORDS else inner
    ) - aside


def _beside(
    drawing: Drawing, text: Flowable, width: float, gap: float, context: Context, aside: float = 0.0
) -> Flowable:
    """Words beside a drawing or, where they would have too little room, below it."""
    if _fits_beside(width, drawing, gap, context, aside):
        return Beside(drawing, text, gap, drawing.width)
    return Column([drawing, text], 14.0)


def _fits_beside(
    width: float, drawing: Drawing, gap: float, context: Context, aside: float = 0.0
) -> bool:
    return _room(width, drawing.width, gap, context, aside) + aside < width - 2 * context.inset


def _numeral(reading: Reading, room: float, context: Context, start: int = 0) -> Type:
    """The largest numeral that fits; if none does, the block is too wide."""
    if reading.value is None:
        return NUMERALS[start]
    style = numeral_type([reading.headline], room, start)
    if style is None:
        context.misfit(fonts.width(reading.headline, NUMERALS[-1]) - room, "wide")
    return style or NUMERALS[-1]


def part(block: blocks.Part, context: Context, section: Element, width: float) -> Flowable:
    """A ring, the whole and its part; without the ring where one of them is missing."""
    from hscb_report.charts import describe
    from hscb_report.charts.doughnut import doughnut

    reading = context.reader.figure(block.figure)
    whole = context.reader.figure(context.reader.summary.figures[block.figure].part_of)
    element = (
        section.add("Figure", alt=describe.doughnut(reading, whole, block.title or "").alt)
        if reading.share is not None
        else None
    )
    inner = width - 2 * context.inset
    large = not context.open and inner - RING - 28 >= LEAST_WORDS
    size, gap = (
        (RING, 28.0) if large or inner - SMALL_RING - 18 < LEAST_WORDS else (SMALL_RING, 18.0)
    )
    size = min(size, inner)
    room = _room(width, size, gap, context) if element else inner
    text = Column(
        [
            statistic(
                whole,
                context,
                section,
                _numeral(whole, room, context),
                "primary",
                "card",
                width=room,
            ),
            statistic(
                reading,
                context,
                section,
                _numeral(reading, room, context, 1),
                "second",
                "card",
                width=room,
                show_ratio=element is None,
            ),
        ],
        18.0,
    )
    if element is None:
        return _on_card(text, context)
    return _on_card(
        _beside(
            Drawing(doughnut(reading, size, context.brand), context, element),
            text,
            width,
            gap,
            context,
        ),
        context,
    )


def compare(block: blocks.Compare, context: Context, section: Element, width: float) -> Flowable:
    """Circles in proportion, and beside them each number with its words. No ratio is stated."""
    from hscb_report.charts import describe
    from hscb_report.charts.areas import TOKENS, areas

    readings = [context.reader.figure(item.figure) for item in block.items]
    element = section.add("Figure", alt=describe.areas(readings, block.title or "").alt)
    diameter = min(SMALL_CIRCLE if context.open else CIRCLE, max(48.0, width * 0.24))
    drawing = Drawing(areas(readings, diameter, context.brand), context, element)
    while drawing.width > width - 2 * context.inset and diameter > LEAST_CIRCLE:
        diameter -= 8
        drawing = Drawing(areas(readings, diameter, context.brand), context, element)
    if drawing.width > width - 2 * context.inset:
        context.misfit(drawing.width - width + 2 * context.inset, "wide")
    owner = section.add("L")
    rows = []
    gap, icons = 28.0, any(item.icon for item in block.items)
    aside = 36.0 + 16.0 if icons else 0.0
    if (
        context.open
        and icons
        and not _fits_beside(width, drawing, gap, context, aside)
        and _fits_beside(width, drawing, gap, context)
    ):
        icons, aside = False, 0.0  # the words beside the circles are worth more than pictures
    for item, reading, token in zip(block.items, readings, TOKENS, strict=False):
        room = _room(width, drawing.width, gap, context, aside)
        style = _numeral(reading, room, context, 3)
        text = statistic(
            reading,
            context,
            owner.add("LI").add("LBody"),
            style,
            token,
            "card",
            item.what_changed,
            room,
            show_ratio=False,
        )
        rows.append(
            Beside(Icon(item.icon, 36, context.brand, token), text, 16, 36)
            if item.icon and icons
            else Beside(Column([]), text, 16, 36)
            if icons
            else text
        )
    return _on_card(_beside(drawing, Column(rows, 18.0), width, gap, context, aside), context)


def trend(block: blocks.Trend, context: Context, section: Element, width: float) -> Flowable:
    """Lines over the years, with their source."""
    from hscb_report.charts import describe

    series = [
        (context.reader.summary.series[name].label, context.reader.points(name))
        for name in block.series
    ]
    title = block.title or (series[0][0] if len(series) == 1 else "")
    parts: list[Flowable] = [block_title(context, title, section)] if title else []
    element = section.add("Figure", alt=describe.line(series, title).alt)
    parts.append(LineDrawing(series, width - 2 * context.inset, context, element))
    if len(series) > 1 and (marked := _marked(series)):
        parts.append(words(context, marked, "body", on="card", element=section.add("P")))
    parts.append(
        _source(
            [context.reader.summary.series[name].source for name in block.series], context, section
        )
    )
    return (
        Column(parts, 8.0) if context.open else Stretchy(Column(parts, 8.0), context, centred=False)
    )


def _marked(series: list[tuple[str, list[Reading]]]) -> str:
    """The numbers with symbols, which lines without numbers on their points do not show."""
    said = [
        f"{name}: " + ", ".join(f"{p.when} {p.number}" for p in points if p.symbol)
        for name, points in series
        if any(p.symbol for p in points)
    ]
    return "; ".join(said) + "." if said else ""


def bars(block: blocks.Bars, context: Context, section: Element, width: float) -> Flowable:
    """Bars from zero."""
    from hscb_report.charts import describe
    from hscb_report.charts.bars import bars as draw

    if block.series:
        rows: list[tuple[str, Reading]] = [
            (point.when, point) for point in context.reader.points(block.series)
        ]
        title = block.title or context.reader.summary.series[block.series].label
    else:
        rows = [(reading.name, reading) for reading in map(context.reader.figure, block.figures)]
        title = block.title or ""
    parts: list[Flowable] = [block_title(context, title, section)] if title else []
    element = section.add("Figure", alt=describe.bars(rows, title).alt)
    parts.append(Drawing(draw(rows, width - 2 * context.inset, context.brand), context, element))
    if block.series:
        parts.append(
            _source([context.reader.summary.series[block.series].source], context, section)
        )
    return _on_card(Column(parts, 10.0), context)


def _source(names: list[str], context: Context, section: Element) -> Flowable:
    """The source line of a chart."""
    publishers = dict.fromkeys(context.reader.summary.sources[name].publisher for name in names)
    return words(
        context, f"Source: {', '.join(publishers)}", "body", on="card", element=section.add("P")
    )
