"""Line: one to four series over the years, on a scale from zero, labelled directly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import CATEGORIES
from hscb_report.charts import line_labels, line_numbers, line_pens, line_years, numbers
from hscb_report.charts.line_labels import APART, LABEL, NUMBER
from hscb_report.charts.line_numbers import STRONG, Box
from hscb_report.charts.line_pens import Pen
from hscb_report.charts.marks import Point, Sheet
from hscb_report.story.series import Line
from hscb_report.summary.reading import Reading

FOOT, HEAD = 24.0, 26.0
"""Below the zero line, for the years, and above the highest point, for its number, pt."""
YEARS = 17.0
"""From the zero line down to the baseline of the years, pt."""
LEAST_PLOT = 10.0
"""The least width and height of the lines themselves, pt."""
ZERO = 1.0
"""The width of the zero line, pt."""
INSET, LINE_OFF = 12.0, 5.0
"""Around the change on its ground, and between a number and the zero line, pt."""


@dataclass(frozen=True)
class _Scale:
    """Where years and values stand on the sheet: the corner of the plot, pt a year, pt a unit, the
    right end of the plot; which years are named; and the least size of symbols, pt.
    """

    left: float
    zero: float
    step: float
    per: float
    right: float
    at: dict[str, int]
    named: tuple[str, ...]
    least: float

    def place(self, point: Reading) -> Point:
        """Of a number; one that is missing stands on the zero line."""
        return self.left + self.at[point.when] * self.step, self.zero + (
            point.value or 0
        ) * self.per


def line(
    lines: Sequence[Line],
    width: float,
    height: float,
    brand: Brand,
    with_change: bool = True,
    least: float = LABEL.size,
) -> Sheet:
    """Draw the series; a missing year leaves a gap in its line, and what is after the report's year
    is dashed and hollow.

    A single series has its numbers on its points, and its change inside where that is clear of
    them. Several have their first numbers there, where those are clear of all lines, and their
    names and last numbers at the ends of the lines or, where that is too narrow, below the years.

    Args:
        lines: each point's ``when`` is its year.
        width, height: pt; ``height`` is at least what ``least_height`` asks for.
        with_change: whether the change of a single series may be said in it.
        least: no symbol behind a number is smaller, pt.
    """
    scale, named = _scaled(lines, width, height, least)
    sheet = Sheet(width, height)
    single = lines[0] if len(lines) == 1 else None
    if single:  # it stands on its ground; several would hide one another
        for run in _runs(single.points[: single.now + 1]):
            _ground(sheet, scale, run, brand)
    sheet.line([(scale.left, scale.zero), (scale.right, scale.zero)], brand.ground("rule"), ZERO)
    pens = line_pens.pens(lines)
    for one, pen in sorted(zip(lines, pens, strict=True), key=lambda drawn: drawn[1].width):
        _draw(sheet, scale, one, brand, pen)
    _label_years(sheet, scale, lines, brand)
    if single:
        for number in _numbers(single, scale, width, height):
            point = single.points[number.index]
            strong = number.style is STRONG
            token = "second" if point.value is None else CATEGORIES[0] if strong else "text"
            ink = brand.ink(token)
            numbers.write(sheet, number.x, number.y, point.number, number.style, ink, least)
        if with_change and (at := _place_of_change(single, scale, width, height)):
            sheet.text(*at, single.change, NUMBER, brand.ink("primary-text", "tint"))
        return sheet
    _label_starts(sheet, scale, lines, brand, pens)
    if line_labels.fit_beside(lines, width):
        _label_ends(sheet, scale, lines, named, brand, pens)
    else:
        line_pens.key(sheet, named, line_labels.key_height(named), brand, pens, least)
    return sheet


def says_its_change(
    lines: Sequence[Line], width: float, height: float, least: float = LABEL.size
) -> bool:
    """Whether there is room for the change of a series inside its chart; lengths as above."""
    scale, _ = _scaled(lines, width, height, least)
    return len(lines) == 1 and _place_of_change(lines[0], scale, width, height) is not None


def _scaled(
    lines: Sequence[Line], width: float, height: float, least: float
) -> tuple[_Scale, list[list[str]]]:
    """Where years and values stand, and the names of several series."""
    years, at = line_years.axis([[point.when for point in one.points] for one in lines])
    named = line_labels.names(lines, width)
    beside = line_labels.fit_beside(lines, width)
    right = max((fonts.width(text, NUMBER) for texts in named for text in texts), default=0.0)
    right = right + APART + line_labels.mark_room(lines) if named and beside else 0.0
    below = 0.0 if beside else line_labels.key_height(named)
    up = max(LEAST_PLOT, height - FOOT - HEAD - below)
    values = [point.value for one in lines for point in one.points if point.value is not None]
    length, top = max(1, at[years[-1]]), max(values, default=0) or 1
    found: list[_Scale] = []
    for edge in _edges(lines, years, least):
        across = max(LEAST_PLOT, width - 2 * edge - right)
        step = across / length
        shown = line_years.shown(lines, at, edge, step)
        end = edge + across
        found.append(_Scale(edge, FOOT + below, step, up / top, end, at, shown, least))
    return max(
        found, key=lambda one: _shown(lines, one, width, height)
    ), named  # the first of equals


def _shown(lines: Sequence[Line], scale: _Scale, width: float, height: float) -> tuple[int, int]:
    """How many years and, on a single series, how many numbers have room."""
    single = len(lines) == 1
    return len(scale.named), len(_numbers(lines[0], scale, width, height)) if single else 0


def _edges(lines: Sequence[Line], years: Sequence[str], least: float) -> list[float]:
    """At both ends of the plot, pt: room for a number in the middle of its point, and for a year
    alone, which leaves more for the years between.
    """
    least_edge = max(fonts.width(year, NUMBER) for year in years) / 2
    if len(lines) > 1:
        return [least_edge]
    one = lines[0]
    ends = [
        numbers.width(one.points[i].number, line_numbers.style_of(i, one.now), least) / 2
        for i in (0, len(one.points) - 1)
    ]
    return [max(least_edge, *ends), least_edge]


def least_height(lines: Sequence[Line], width: float, plot: float) -> float:
    """The height that leaves ``plot`` pt for the lines themselves."""
    named = line_labels.names(lines, width)
    if named and line_labels.fit_beside(lines, width):
        plot = max(plot, line_labels.ends_height(named))
    elif named:
        plot += line_labels.key_height(named)
    return plot + FOOT + HEAD


def _runs(points: Sequence[Reading]) -> Iterator[list[Reading]]:
    """Neighbouring points that are known."""
    for known, run in groupby(points, key=lambda point: point.value is not None):
        if known:
            yield list(run)


def _ground(sheet: Sheet, scale: _Scale, run: Sequence[Reading], brand: Brand) -> None:
    if len(run) > 1:
        corners = [scale.place(point) for point in run]
        corners = [(corners[0][0], scale.zero), *corners, (corners[-1][0], scale.zero)]
        sheet.polygon(corners, brand.ground("tint"))


def _draw(sheet: Sheet, scale: _Scale, one: Line, brand: Brand, pen: Pen) -> None:
    """The line from point to point, and a dot at each; the report's is larger, those after it are
    hollow.
    """
    for run in _runs(one.points[: one.now + 1]):
        if len(run) > 1:
            line_pens.stroke(sheet, [scale.place(point) for point in run], pen, brand, False)
    for run in _runs(one.points[max(0, one.now) :]):
        if one.ahead and len(run) > 1:
            line_pens.stroke(sheet, [scale.place(point) for point in run], pen, brand, True)
    for index, point in enumerate(one.points):
        if point.value is None:
            continue
        at = scale.place(point)
        if index > one.now:
            line_pens.hollow(sheet, at, pen, brand, point.key)
        else:
            line_pens.dot(sheet, at, pen, brand, point.key, index in (0, one.now))


def _label_years(sheet: Sheet, scale: _Scale, lines: Sequence[Line], brand: Brand) -> None:
    """The years below the zero line; the report's is strong."""
    now, ink = line_years.reported(lines), brand.ink("text")
    for year in scale.named:
        x = scale.left + scale.at[year] * scale.step
        style = NUMBER if year in now else LABEL
        sheet.text(x, scale.zero - YEARS, year, style, ink, centred=True)


def _label_starts(
    sheet: Sheet, scale: _Scale, lines: Sequence[Line], brand: Brand, pens: Sequence[Pen]
) -> None:
    """The first number of each of several series, above it or, where another begins higher, below
    it; those that would meet a line or another number are left out.
    """
    series = [(one.points, [scale.place(point) for point in one.points]) for one in lines]
    inside = Box(0.0, scale.zero + LINE_OFF, scale.right + scale.left, sheet.height)
    room = line_numbers.space(series, inside, scale.least)
    firsts = [next((p for p in one.points if p.value is not None), None) for one in lines]
    for first, pen in sorted(zip(firsts, pens, strict=True), key=lambda told: told[1].quiet):
        if first is None or first.when not in scale.named:
            continue
        at = scale.place(first)
        below = any(one is not None and scale.place(one)[1] > at[1] for one in firsts)
        if place := room.place(first.number, pen.style, at, below=below):
            ink = brand.ink(pen.token)
            numbers.write(sheet, *place, first.number, pen.style, ink, scale.least)


def _numbers(one: Line, scale: _Scale, width: float, height: float) -> list[line_numbers.Number]:
    """The numbers of a single series, where they stand."""
    inside = Box(0.0, scale.zero + LINE_OFF, width, height)
    places = [scale.place(point) for point in one.points]
    room = line_numbers.space([(one.points, places)], inside, scale.least)
    return line_numbers.placed(one.points, places, one.now, room, scale.named)


def _place_of_change(one: Line, scale: _Scale, width: float, height: float) -> Point | None:
    """Where the change stands on the ground below the line; None where it would meet the line, a
    number or a gap, and where there is none.
    """
    upto = one.points[: one.now + 1]
    if not one.change or any(point.value is None for point in upto):
        return None
    x, y = scale.left + INSET, scale.zero + INSET
    box = line_numbers.box_of(one.change, x, y, NUMBER)
    places = [scale.place(point) for point in upto]
    boxes = [
        line_numbers.box_of(one.points[n.index].number, n.x, n.y, n.style, scale.least)
        for n in _numbers(one, scale, width, height)
    ]
    clear = (
        box.right + INSET <= places[-1][0]
        and not any(box.meets(number, APART) for number in boxes)
        and not any(_under(box, *piece) for piece in pairwise(places))
    )
    return (x, y) if clear else None


def _under(box: Box, start: Point, end: Point) -> bool:
    """Whether a piece of the line comes down to a text on its ground."""
    raised = Box(box.left, -1.0, box.right, box.top + INSET)
    return raised.is_crossed(start, end)


def _label_ends(
    sheet: Sheet,
    scale: _Scale,
    lines: Sequence[Line],
    ends: Sequence[Sequence[str]],
    brand: Brand,
    pens: Sequence[Pen],
) -> None:
    """The names at the ends of their lines, from the uppermost down, each behind a point of its
    line.
    """
    heights = line_labels.end_heights(lines, ends, scale.per)
    left, room = scale.right + scale.left + APART, line_labels.mark_room(lines)
    for i in sorted(range(len(ends)), key=lambda i: -heights[i]):
        y, pen = scale.zero + heights[i], pens[i]
        line_pens.dot(sheet, (left + APART / 2, y + 4), pen, brand, "")
        for row, text in enumerate(ends[i]):
            at = y - row * LABEL.leading
            numbers.write(
                sheet, left + room, at, text, pen.style, brand.ink(pen.token), scale.least
            )
