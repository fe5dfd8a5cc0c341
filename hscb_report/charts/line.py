"""Line: one to four series over the years, on a scale from zero, labelled directly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import CATEGORIES
from hscb_report.charts import line_labels
from hscb_report.charts.line_labels import APART, LABEL, NUMBER
from hscb_report.charts.marks import Point, Sheet
from hscb_report.story.nodes import Line
from hscb_report.summary.periods import year_of
from hscb_report.summary.reading import Reading

FOOT, HEAD = 24.0, 22.0
"""Below the zero line, for the years, and above the highest point, for its number, pt."""
YEARS = 17.0
"""From the zero line down to the baseline of the years, pt."""
LEAST_PLOT = 10.0
"""The least width and height of the lines themselves, pt."""
STROKE, DOT, ZERO = 2.5, 3.5, 1.0
"""The width of a line, the radius of its points, the width of the zero line, pt."""
CLEAR = 9.0
"""Between a point and its number, pt."""
STEEP = 7.0
"""A line that rises more than this over half a number's width would run through it, pt."""


@dataclass(frozen=True)
class _Scale:
    """Where years and values stand on the sheet: the corner of the plot, pt a year, pt a unit."""

    left: float
    zero: float
    step: float
    per: float
    at: dict[str, int]

    def place(self, point: Reading) -> Point:
        """Of a number; one that is missing stands on the zero line."""
        return self.left + self.at[point.when] * self.step, self.zero + (
            point.value or 0
        ) * self.per


def line(
    lines: Sequence[Line], width: float, height: float, brand: Brand, on: str = "card"
) -> Sheet:
    """Draw the series; a missing year leaves a gap in its line.

    A single series has its numbers on its points. Several have their names and last numbers at
    the ends of the lines or, where that is too narrow, below the years.

    Args:
        lines: each point's ``when`` is its year.
        width, height: pt; ``height`` is at least what ``least_height`` asks for.
        on: the token of the ground below.
    """
    years, at = axis([[point.when for point in one.points] for one in lines])
    named = line_labels.names(lines, width)
    ends = named if line_labels.fit_beside(lines, width) else []
    below = 0.0 if ends else line_labels.key_height(named)
    right = max((fonts.width(text, NUMBER) for texts in ends for text in texts), default=0.0)
    right += APART if ends else 0
    edge = max(fonts.width(year, LABEL) for year in years) / 2
    if len(lines) == 1:
        edge = max(edge, max(fonts.width(p.number, NUMBER) for p in lines[0].points) / 2)
    across = max(LEAST_PLOT, width - 2 * edge - right)
    up = max(LEAST_PLOT, height - FOOT - HEAD - below)
    values = [point.value for one in lines for point in one.points if point.value is not None]
    length, top = max(1, at[years[-1]]), max(values, default=0) or 1
    scale = _Scale(edge, FOOT + below, across / length, up / top, at)
    sheet = Sheet(width, height)
    if len(lines) == 1:  # a single series stands on its ground; several would hide one another
        for run in _runs(lines[0].points):
            _ground(sheet, scale, run, brand)
    zero = [(scale.left, scale.zero), (scale.left + across, scale.zero)]
    sheet.line(zero, brand.ground("rule"), ZERO)
    for one, token in zip(lines, CATEGORIES, strict=False):
        _draw(sheet, scale, one.points, brand, token, on)
    middles = [scale.left + at[year] * scale.step for year in years]
    widths = [fonts.width(year, LABEL) for year in years]
    for index in line_labels.spaced(list(zip(middles, widths, strict=True))):
        ink = brand.ink("text", on)
        sheet.text(middles[index], scale.zero - YEARS, years[index], LABEL, ink, centred=True)
    if len(lines) == 1:
        _number(sheet, scale, lines[0].points, brand, on)
    elif ends:
        _label_ends(sheet, scale, lines, ends, scale.left + across + edge + APART, brand, on)
    else:
        _label_below(sheet, named, below, brand, on)
    return sheet


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
    """The height that leaves ``plot`` pt for the lines themselves and their years."""
    named = line_labels.names(lines, width)
    if not named:
        return plot
    if not line_labels.fit_beside(lines, width):
        return plot + line_labels.key_height(named)
    return max(plot, line_labels.ends_height(named) + FOOT + HEAD)


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


def _draw(
    sheet: Sheet, scale: _Scale, points: Sequence[Reading], brand: Brand, token: str, on: str
) -> None:
    """The line from point to point, and a dot at each."""
    ink = brand.ink(token, on, "graphic")
    for run in _runs(points):
        if len(run) > 1:
            sheet.line([scale.place(point) for point in run], ink, STROKE, "series")
        for point in run:
            sheet.circle(*scale.place(point), DOT, ink, point.key)


def _number(sheet: Sheet, scale: _Scale, points: Sequence[Reading], brand: Brand, on: str) -> None:
    """The numbers of a single series, on its points; symbols where there are none."""
    places = [scale.place(point) for point in points]
    widths = [fonts.width(point.number, NUMBER) for point in points]
    missing = {index for index, point in enumerate(points) if point.value is None}
    middles = [(x, width) for (x, _), width in zip(places, widths, strict=True)]
    for index in line_labels.spaced(middles, missing):
        (x, y), point = places[index], points[index]
        near = [
            places[i] for i in (index - 1, index + 1) if 0 <= i < len(points) and i not in missing
        ]
        hidden = index not in missing and _hidden_above(
            places[index], near, scale, widths[index] / 2
        )
        y += -CLEAR - fonts.ascent(NUMBER) if hidden else CLEAR
        ink = brand.ink("second" if index in missing else CATEGORIES[0], on)
        sheet.text(x, y, point.number, NUMBER, ink, centred=True)


def _hidden_above(at: Point, near: Sequence[Point], scale: _Scale, half: float) -> bool:
    """Whether the line rises into a number above a point, while below it there is room.

    Args:
        near: the points beside it.
        half: of the number's width, pt.
    """
    rises = [(y - at[1]) / abs(x - at[0]) * half for x, y in near]
    room = at[1] - scale.zero > CLEAR + fonts.ascent(NUMBER) + 4
    return bool(rises) and max(rises) > STEEP and min(rises) > -STEEP and room


def _label_ends(
    sheet: Sheet,
    scale: _Scale,
    lines: Sequence[Line],
    ends: Sequence[Sequence[str]],
    left: float,
    brand: Brand,
    on: str,
) -> None:
    """The names at the ends of their lines, from the uppermost down."""
    heights = line_labels.end_heights(lines, ends, scale.per)
    for i in sorted(range(len(ends)), key=lambda i: -heights[i]):
        for row, text in enumerate(ends[i]):
            y = scale.zero + heights[i] - row * LABEL.leading
            sheet.text(left, y, text, NUMBER, brand.ink(CATEGORIES[i], on))


def _label_below(
    sheet: Sheet, named: Sequence[Sequence[str]], below: float, brand: Brand, on: str
) -> None:
    """The names below the years, each behind a dot of its line's colour."""
    y = below - LABEL.leading
    for texts, token in zip(named, CATEGORIES, strict=False):
        sheet.circle(4.0, y + 4, DOT, brand.ink(token, on, "graphic"))
        for text in texts:
            sheet.text(3 * APART, y, text, NUMBER, brand.ink(token, on))
            y -= LABEL.leading
