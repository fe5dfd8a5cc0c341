"""Curve: one series as a large shape on a band, from zero, with the first number and that of the
report's year.

Numbers stand above the line alone, so that none stands on the shape below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import SCALE, Type
from hscb_report.charts import numbers
from hscb_report.charts.line_labels import spaced
from hscb_report.charts.line_numbers import Box, box_of
from hscb_report.charts.line_years import axis
from hscb_report.charts.marks import Point, Sheet
from hscb_report.story.series import Line
from hscb_report.summary.reading import Reading

LARGEST, LEAST, STEP = 40, 16, 2
"""The sizes of the two numbers, pt: from the largest down to the least."""
OF_WIDTH = 0.057
"""The largest size, as a share of the picture's width."""
FOOT, YEARS, HEAD = 24.0, 17.0, 12.0
"""Below zero, for the years; from there down to their baseline; above the number of the highest
point, pt.
"""
STROKE, DOT, STRONG_DOT = 3.0, 3.5, 6.0
"""The width of the line, and the radius of a point, of the first and the report's, pt."""
HOLLOW, DASHED = 1.8, (3.0, 6.5)
"""The line around a hollow point, and how lines after the report's year are dashed, pt."""
CLEAR, ASIDE, APART = 5.0, 4.0, 6.0
"""Between a point and the number above it, a number and the line beside it, two numbers, pt."""
SPARE = 5.0
"""Above and below a number that may be left out, pt."""
MOST_LIFT = 12.0
"""How far above its place a number may stand that may be left out, pt."""
LEAST_PLOT = 60.0
"""The least height of the shape, pt."""


@dataclass(frozen=True)
class _Plot:
    """Where things stand: each point, and the zero line from left to right; pt.

    Attributes:
        first, now: the first point that is known, and the last up to the report's year.
        strong: the type of their numbers.
    """

    places: list[Point]
    zero: float
    left: float
    right: float
    first: int
    now: int
    strong: Type

    def style(self, index: int) -> Type:
        """Of a number."""
        return self.strong if index in (self.first, self.now) else SCALE["chart"]

    def radius(self, index: int) -> float:
        """Of a point."""
        return STRONG_DOT if index in (self.first, self.now) else DOT


def is_legible(one: Line, width: float, height: float) -> bool:
    """Whether the two numbers stand apart, and the shape is high enough, at a size, pt."""
    return (strong := _strong(one, width)) is not None and height >= least_height(strong)


def tells_all(one: Line, width: float, height: float) -> bool:
    """Whether each number has room at a size, pt."""
    shown = {index for index, _, _ in _numbers(one, _plot(one, width, height), width)}
    return len(shown) == len(one.points)


def least_height(strong: Type) -> float:
    """The height that the least shape takes with numbers of a size."""
    return FOOT + LEAST_PLOT + HEAD + strong.leading


def curve(one: Line, width: float, height: float, brand: Brand) -> Sheet:
    """Draw a series.

    Args:
        one: with two points at least that are known, up to the report's year.
        width, height: pt; ``is_legible`` has said yes.
    """
    plot = _plot(one, width, height)
    sheet = Sheet(width, height)
    line, shape = brand.ink("highlight", "band", "graphic"), brand.ink("third", "band", "graphic")
    upto = range(one.now + 1)
    for run in _runs(one.points, upto):
        corners = [plot.places[i] for i in run]
        if len(run) > 1:
            ends = [(corners[0][0], plot.zero), *corners, (corners[-1][0], plot.zero)]
            sheet.polygon(ends, shape)
    sheet.line([(plot.left, plot.zero), (plot.right, plot.zero)], shape, 1.0)
    for run in _runs(one.points, range(max(0, one.now), len(one.points))):
        if one.ahead and len(run) > 1:
            sheet.line([plot.places[i] for i in run], line, STROKE, "after", DASHED)
    for run in _runs(one.points, upto):
        if len(run) > 1:
            sheet.line([plot.places[i] for i in run], line, STROKE, "series")
    for index, point in enumerate(one.points):
        if point.value is not None:
            x, y = plot.places[index]
            if index > one.now:
                sheet.hollow(x, y, DOT, brand.ground("band"), line, HOLLOW, point.key)
            else:
                sheet.circle(x, y, plot.radius(index), line, point.key)
    _years(sheet, one, plot, brand)
    for index, x, y in _numbers(one, plot, width):
        style = plot.style(index)
        token = "highlight" if style is plot.strong else "on-band"
        ink = brand.text_ink(token, "band", style)
        numbers.write(sheet, x, y, one.points[index].number, style, ink)
    return sheet


def _ends(one: Line) -> tuple[int, int]:
    """The first point that is known, and the last up to the report's year."""
    known = [i for i, point in enumerate(one.points[: one.now + 1]) if point.value is not None]
    return known[0], known[-1]


def _strong(one: Line, width: float) -> Type | None:
    """The type of the two numbers; None if they stand apart at no size."""
    ends = [one.points[i].number for i in _ends(one)]
    for size in range(int(min(LARGEST, max(LEAST, width * OF_WIDTH))), LEAST - 1, -STEP):
        style = Type("black", size, size * 1.06)
        wide = sum(numbers.width(number, style) for number in ends)
        if wide + 3 * APART <= _between(one, width):
            return style
    return None


def _between(one: Line, width: float) -> float:
    """The room of the two numbers: from the first point, or the edge, to the report's or beyond."""
    first, now = _ends(one)
    _, at = axis([[point.when for point in one.points]])
    length = max(at.values()) or 1
    return width * (at[one.points[now].when] - at[one.points[first].when]) / length


def _plot(one: Line, width: float, height: float) -> _Plot:
    strong = _strong(one, width)
    assert strong is not None  # is_legible() has asked
    years, at = axis([[point.when for point in one.points]])
    edge = max(STRONG_DOT, *(fonts.width(year, SCALE["chart-strong"]) / 2 for year in years))
    top = max(point.value or 0.0 for point in one.points)
    across = (width - 2 * edge) / max(1, at[years[-1]])
    up = (height - FOOT - HEAD - strong.leading) / top
    places = [(edge + at[p.when] * across, FOOT + (p.value or 0.0) * up) for p in one.points]
    return _Plot(places, FOOT, edge, width - edge, *_ends(one), strong)


def _runs(points: Sequence[Reading], indices: range) -> Iterator[list[int]]:
    """Neighbouring points that are known."""
    run: list[int] = []
    for index in indices:
        if points[index].value is not None:
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _years(sheet: Sheet, one: Line, plot: _Plot, brand: Brand) -> None:
    """The years below zero: those of the two numbers strong, and before all others."""
    styles = [
        SCALE["chart-strong" if i in (plot.first, plot.now) else "chart"]
        for i in range(len(one.points))
    ]
    widths = [fonts.width(p.when, style) for p, style in zip(one.points, styles, strict=True)]
    middles = [x for x, _ in plot.places]
    for i in spaced(list(zip(middles, widths, strict=True)), [plot.now, plot.first]):
        ink = brand.text_ink("on-band", "band", styles[i])
        sheet.text(middles[i], plot.zero - YEARS, one.points[i].when, styles[i], ink, centred=True)


def _numbers(one: Line, plot: _Plot, width: float) -> Iterator[tuple[int, float, float]]:
    """Which numbers are shown, and where: the two first; what is missing; the last; and the others
    where there is room.
    """
    points = one.points
    missing = [i for i, point in enumerate(points) if point.value is None]
    needed = [plot.first, plot.now, *missing, len(points) - 1]
    taken: list[Box] = []
    for index in dict.fromkeys([*needed, *reversed(range(len(points)))]):
        style, (x, y) = plot.style(index), plot.places[index]
        wide = numbers.width(points[index].number, style)
        rest = y + plot.radius(index) + CLEAR
        for left in _lefts(index, x, wide, plot, width):
            at = max(rest, _highest(one, plot, left, left + wide) + CLEAR)
            box = box_of(points[index].number, left, at, style)
            off = 0.0 if index in needed else SPARE
            roomy = replace(box, bottom=box.bottom - off, top=box.top + off)
            if any(roomy.meets(other, APART) for other in taken):
                continue
            if index in needed or at - rest <= MOST_LIFT:
                taken.append(box)
                yield index, left, at
                break


def _lefts(index: int, x: float, wide: float, plot: _Plot, width: float) -> list[float]:
    """Where the left end of a number may be, the best first."""
    most = max(0.0, width - wide)
    middle = min(max(0.0, x - wide / 2), most)
    if index == plot.first:
        return [min(max(0.0, x - plot.left), most)]
    if index == plot.now:
        right = min(max(0.0, x + plot.left - wide), most)
        return [right, middle]
    aside = (x - ASIDE, x + ASIDE - wide, x, x - wide)
    return [middle, *(min(max(0.0, left), most) for left in aside)]


def _highest(one: Line, plot: _Plot, left: float, right: float) -> float:
    """How high the line comes between two places, pt."""
    found = 0.0
    for run in _runs(one.points, range(len(one.points))):
        for i, j in pairwise(run):
            (x0, y0), (x1, y1) = plot.places[i], plot.places[j]
            low, high = max(left - ASIDE, x0), min(right + ASIDE, x1)
            if low <= high:
                rise = (y1 - y0) / ((x1 - x0) or 1.0)
                found = max(found, y0 + rise * (low - x0), y0 + rise * (high - x0))
    return found + STROKE / 2
