"""Line: one to four series over the years, on a scale from zero, labelled directly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import CATEGORIES
from hscb_report.charts import line_labels, line_numbers
from hscb_report.charts.line_labels import APART, LABEL, NUMBER
from hscb_report.charts.line_numbers import STRONG, Box
from hscb_report.charts.marks import Point, Sheet
from hscb_report.story.series import Line
from hscb_report.summary.periods import year_of
from hscb_report.summary.reading import Reading

FOOT, HEAD = 24.0, 30.0
"""Below the zero line, for the years, and above the highest point, for its number, pt."""
YEARS = 17.0
"""From the zero line down to the baseline of the years, pt."""
LEAST_PLOT = 10.0
"""The least width and height of the lines themselves, pt."""
STROKE, ZERO = 2.5, 1.0
"""The width of a line, and of the zero line, pt."""
DOT, STRONG_DOT, HOLLOW = 3.5, 5.0, 1.8
"""The radius of a point, of the first and the report's, and the line around a hollow one, pt."""
AFTER = (3.0, 6.0)
"""How lines after the report's year are dashed, pt; their ends are round."""
INSET, LINE_OFF = 12.0, 5.0
"""Around the change on its ground, and between a number and the zero line, pt."""


@dataclass(frozen=True)
class _Scale:
    """Where years and values stand on the sheet: the corner of the plot, pt a year, pt a unit, the
    right end of the plot.
    """

    left: float
    zero: float
    step: float
    per: float
    right: float
    at: dict[str, int]

    def place(self, point: Reading) -> Point:
        """Of a number; one that is missing stands on the zero line."""
        return self.left + self.at[point.when] * self.step, self.zero + (
            point.value or 0
        ) * self.per


def line(
    lines: Sequence[Line], width: float, height: float, brand: Brand, with_change: bool = True
) -> Sheet:
    """Draw the series; a missing year leaves a gap in its line, and what is after the report's year
    is dashed and hollow.

    A single series has its numbers on its points, and its change inside where that is clear of
    them. Several have their names and last numbers at the ends of the lines or, where that is too
    narrow, below the years.

    Args:
        lines: each point's ``when`` is its year.
        width, height: pt; ``height`` is at least what ``least_height`` asks for.
        with_change: whether the change of a single series may be said in it.
    """
    scale, named, years = _scaled(lines, width, height)
    sheet = Sheet(width, height)
    single = lines[0] if len(lines) == 1 else None
    if single:  # it stands on its ground; several would hide one another
        for run in _runs(single.points[: single.now + 1]):
            _ground(sheet, scale, run, brand)
    sheet.line([(scale.left, scale.zero), (scale.right, scale.zero)], brand.ground("rule"), ZERO)
    for one, token in zip(lines, CATEGORIES, strict=False):
        _draw(sheet, scale, one, brand, token)
    _label_years(sheet, scale, lines, years, brand)
    if single:
        for number in _numbers(single, scale, sheet):
            point = single.points[number.index]
            strong = number.style is STRONG
            token = "second" if point.value is None else CATEGORIES[0] if strong else "text"
            sheet.text(number.x, number.y, point.number, number.style, brand.ink(token))
        if with_change and (at := _place_of_change(single, scale, sheet)):
            sheet.text(*at, single.change, NUMBER, brand.ink("primary-text", "tint"))
    elif line_labels.fit_beside(lines, width):
        _label_ends(sheet, scale, lines, named, brand)
    else:
        _label_below(sheet, named, line_labels.key_height(named), brand)
    return sheet


def says_its_change(lines: Sequence[Line], width: float, height: float) -> bool:
    """Whether there is room for the change of a series inside its chart."""
    scale, _, _ = _scaled(lines, width, height)
    return len(lines) == 1 and _place_of_change(lines[0], scale, Sheet(width, height)) is not None


def _scaled(
    lines: Sequence[Line], width: float, height: float
) -> tuple[_Scale, list[list[str]], list[str]]:
    """Where years and values stand, the names of several series, and the years."""
    years, at = axis([[point.when for point in one.points] for one in lines])
    named = line_labels.names(lines, width)
    beside = line_labels.fit_beside(lines, width)
    right = max((fonts.width(text, NUMBER) for texts in named for text in texts), default=0.0)
    right = right + APART if named and beside else 0.0
    edge = max(fonts.width(year, NUMBER) for year in years) / 2
    if len(lines) == 1:
        one = lines[0]
        widths = [
            fonts.width(point.number, line_numbers.style_of(index, one.now))
            for index, point in enumerate(one.points)
        ]
        edge = max(edge, widths[0] / 2, widths[-1] / 2)
    below = 0.0 if beside else line_labels.key_height(named)
    across = max(LEAST_PLOT, width - 2 * edge - right)
    up = max(LEAST_PLOT, height - FOOT - HEAD - below)
    values = [point.value for one in lines for point in one.points if point.value is not None]
    length, top = max(1, at[years[-1]]), max(values, default=0) or 1
    return _Scale(edge, FOOT + below, across / length, up / top, edge + across, at), named, years


def axis(series: Sequence[Sequence[str]]) -> tuple[list[str], dict[str, int]]:
    """The periods in the order of time, and how many years each stands behind the first.

    Years that nothing is known of keep their room. Periods that are no years follow one another
    as they come in the longest series.
    """
    unique = list(
        dict.fromkeys(when for periods in sorted(series, key=len, reverse=True) for when in periods)
    )
    known = {when: year for when in unique if (year := year_of(when)) is not None}
    if len(set(known.values())) < len(unique):
        return unique, {when: index for index, when in enumerate(unique)}
    unique.sort(key=lambda when: known[when])
    return unique, {when: known[when] - known[unique[0]] for when in unique}


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


def _draw(sheet: Sheet, scale: _Scale, one: Line, brand: Brand, token: str) -> None:
    """The line from point to point, and a dot at each; the report's is larger, those after it are
    hollow.
    """
    ink = brand.ink(token, use="graphic")
    upto = one.points[: one.now + 1]
    for run in _runs(upto):
        if len(run) > 1:
            sheet.line([scale.place(point) for point in run], ink, STROKE, "series")
    for run in _runs(one.points[max(0, one.now) :]):
        if one.ahead and len(run) > 1:
            sheet.line([scale.place(point) for point in run], ink, STROKE, "after", AFTER)
    for index, point in enumerate(one.points):
        if point.value is None:
            continue
        x, y = scale.place(point)
        if index > one.now:
            sheet.hollow(x, y, DOT, brand.ground("paper"), ink, HOLLOW, point.key)
        else:
            strong = index in (0, one.now)
            sheet.circle(x, y, STRONG_DOT if strong else DOT, ink, point.key)


def _label_years(
    sheet: Sheet, scale: _Scale, lines: Sequence[Line], years: Sequence[str], brand: Brand
) -> None:
    """The years below the zero line; the report's is strong, and is there whatever has no room."""
    now = {one.points[one.now].when for one in lines if one.now >= 0}
    styles = [NUMBER if year in now else LABEL for year in years]
    middles = [scale.left + scale.at[year] * scale.step for year in years]
    widths = [fonts.width(year, style) for year, style in zip(years, styles, strict=True)]
    first = [*(index for index, year in enumerate(years) if year in now), 0]
    for index in line_labels.spaced(list(zip(middles, widths, strict=True)), first):
        y, ink = scale.zero - YEARS, brand.ink("text")
        sheet.text(middles[index], y, years[index], styles[index], ink, centred=True)


def _numbers(one: Line, scale: _Scale, sheet: Sheet) -> list[line_numbers.Number]:
    """The numbers of a single series, where they stand."""
    inside = Box(0.0, scale.zero + LINE_OFF, sheet.width, sheet.height)
    places = [scale.place(point) for point in one.points]
    return line_numbers.placed(one.points, places, one.now, inside)


def _place_of_change(one: Line, scale: _Scale, sheet: Sheet) -> Point | None:
    """Where the change stands on the ground below the line; None where it would meet the line, a
    number or a gap, and where there is none.
    """
    upto = one.points[: one.now + 1]
    if not one.change or any(point.value is None for point in upto):
        return None
    x, y = scale.left + INSET, scale.zero + INSET
    box = line_numbers.box_of(one.change, x, y, NUMBER)
    places = [scale.place(point) for point in upto]
    numbers = [
        line_numbers.box_of(one.points[n.index].number, n.x, n.y, n.style)
        for n in _numbers(one, scale, sheet)
    ]
    clear = (
        box.right + INSET <= places[-1][0]
        and not any(box.meets(number, APART) for number in numbers)
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
) -> None:
    """The names at the ends of their lines, from the uppermost down."""
    heights = line_labels.end_heights(lines, ends, scale.per)
    left = scale.right + scale.left + APART
    for i in sorted(range(len(ends)), key=lambda i: -heights[i]):
        for row, text in enumerate(ends[i]):
            y = scale.zero + heights[i] - row * LABEL.leading
            sheet.text(left, y, text, NUMBER, brand.ink(CATEGORIES[i]))


def _label_below(sheet: Sheet, named: Sequence[Sequence[str]], below: float, brand: Brand) -> None:
    """The names below the years, each behind a dot of its line's colour."""
    y = below - LABEL.leading
    for texts, token in zip(named, CATEGORIES, strict=False):
        sheet.circle(4.0, y + 4, DOT, brand.ink(token, use="graphic"))
        for text in texts:
            sheet.text(3 * APART, y, text, NUMBER, brand.ink(token))
            y -= LABEL.leading
