"""Line: one to four series over the years, on a scale from zero, labelled directly."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import CATEGORIES
from hscb_report.brand.typography import SCALE, Type
from hscb_report.charts.sheet import font, new_figure
from hscb_report.summary.periods import year_of
from hscb_report.summary.reading import Reading

LABEL, NUMBER = SCALE["chart"], SCALE["chart-strong"]
FOOT, HEAD, SIDE = 24.0, 22.0, 6.0
LEAST_END = 110.0
Lines = Sequence[tuple[str, Sequence[Reading]]]


def line(series: Lines, width: float, height: float, brand: Brand, on: str = "card") -> Figure:
    """Draw the series; a missing year leaves a gap in its line.

    A single series has its numbers on its points. Several have their names and last numbers at
    the ends of the lines or, where that is too narrow, below the years.

    Args:
        series: pairs of name and points; each point's ``when`` is its year.
        width, height: pt; ``height`` is at least what ``least_height`` asks for.
        on: the token of the ground below.
    """
    years, at = axis([[point.when for point in points] for _, points in series])
    values = [point.value for _, points in series for point in points if point.value is not None]
    top = max(values, default=0) or 1
    names = _names(series, width)
    ends = names if _fits_beside(series, width) else []
    below = 0.0 if ends else _key_height(names)
    right = max((fonts.width(text, NUMBER) for lines in ends for text in lines), default=0) + (
        SIDE if ends else 0
    )
    edge = max(fonts.width(year, LABEL) for year in years) / 2
    if len(series) == 1:
        edge = max(edge, max(fonts.width(p.number, NUMBER) for p in series[0][1]) / 2)
    across, up = max(10.0, width - 2 * edge - right), max(10.0, height - FOOT - HEAD - below)
    figure = new_figure(width, height)
    box = (edge / width, (FOOT + below) / height, across / width, up / height)
    length = max(1, at[years[-1]])
    axes = figure.add_axes(box, xlim=(0, length), ylim=(0, top))
    axes.set_axis_off()
    scale = _Scale(axes, brand, on, across / length, up / top)
    axes.plot(
        [0, 1],
        [0, 0],
        transform=axes.transAxes,
        color=brand.hex(brand.ground("rule")),
        linewidth=1,
        clip_on=False,
    )
    for index in _spaced([(at[year] * scale.step, fonts.width(year, LABEL)) for year in years]):
        scale.write(at[years[index]], -scale.up(17), years[index], LABEL, "text", "center")
    for (_, points), token in zip(series, CATEGORIES, strict=False):
        _draw(scale, at, points, token, alone=len(series) == 1)
    if ends:
        _label_ends(scale, series, ends, length, edge, up, top)
    elif below:
        _label_below(scale, names, edge)
    return figure


def axis(series: Sequence[Sequence[str]]) -> tuple[list[str], dict[str, int]]:
    """The periods in the order of time, and how many years each stands behind the first.

    Years that nothing is known of keep their room. Periods that are no years follow one another
    as they come in the longest series.
    """
    unique = list(
        dict.fromkeys(when for periods in sorted(series, key=len, reverse=True) for when in periods)
    )
    known = {when: year_of(when) for when in unique}
    if None in known.values() or len(set(known.values())) < len(unique):
        return unique, {when: index for index, when in enumerate(unique)}
    unique.sort(key=lambda when: known[when])
    return unique, {when: known[when] - known[unique[0]] for when in unique}


def least_height(series: Lines, width: float, plot: float) -> float:
    """The height that leaves ``plot`` pt for the lines themselves and their years."""
    if len(series) == 1:
        return plot
    names = _names(series, width)
    if not _fits_beside(series, width):
        return plot + _key_height(names)
    return max(
        plot, sum(len(lines) for lines in names) * LABEL.leading + 4 * len(names) + FOOT + HEAD
    )


class _Scale:
    """Data units of one axes in pt: ``step`` pt a year, ``per`` pt a unit of value."""

    def __init__(self, axes: Axes, brand: Brand, on: str, step: float, per: float) -> None:
        self.axes, self.brand, self.on, self.step, self.per = axes, brand, on, step, per

    def up(self, points: float) -> float:
        """A height in pt as a value."""
        return points / self.per

    def along(self, points: float) -> float:
        """A length in pt as a part of a year."""
        return points / self.step

    def write(
        self, x: float, y: float, words: str, style: Type, token: str, align: str = "left"
    ) -> None:
        """One line of text at a place in data units; ``y`` is its baseline."""
        self.axes.text(
            x,
            y,
            words,
            color=self.brand.hex(self.brand.ink(token, self.on)),
            ha=align,
            va="baseline",
            parse_math=False,
            fontproperties=font(style),
        )


def _draw(
    scale: _Scale, at: dict[str, int], points: Sequence[Reading], token: str, alone: bool
) -> None:
    brand, on = scale.brand, scale.on
    x = [at[point.when] for point in points]
    y = [float("nan") if point.value is None else point.value for point in points]
    if alone:  # a single series stands on its ground; several would hide one another
        scale.axes.fill_between(
            x, y, 0, color=brand.hex(brand.ground("tint")), linewidth=0, clip_on=False
        )
    scale.axes.plot(
        x,
        y,
        color=brand.hex(brand.ink(token, on, "graphic")),
        linewidth=2.5,
        marker="o",
        markersize=7,
        markeredgewidth=0,
        solid_capstyle="round",
        solid_joinstyle="round",
        clip_on=False,
        gid="series",
    )
    if not alone:
        return
    heights = [None if point.value is None else point.value * scale.per for point in points]
    places = [
        (position * scale.step, fonts.width(point.number, NUMBER))
        for position, point in zip(x, points, strict=True)
    ]
    for index in _spaced(places, {i for i, point in enumerate(points) if point.value is None}):
        point = points[index]
        half = fonts.width(point.number, NUMBER) / 2
        above = heights[index] is None or not _hidden_above(
            heights, [p * scale.step for p in x], index, half
        )
        y = (heights[index] or 0) + (9 if above else -9 - fonts.ascent(NUMBER))
        scale.write(
            x[index],
            scale.up(y),
            point.number,
            NUMBER,
            "second" if point.value is None else token,
            "center",
        )


def _hidden_above(
    heights: Sequence[float | None], x: Sequence[float], index: int, half: float
) -> bool:
    """Whether the line rises into a label above a point, while below it there is room."""
    rises = []
    for other in (index - 1, index + 1):
        if 0 <= other < len(heights) and heights[other] is not None:
            rises.append((heights[other] - heights[index]) / abs(x[other] - x[index]) * half)
    room = heights[index] > 9 + fonts.ascent(NUMBER) + 4
    return bool(rises) and max(rises) > 7 and min(rises) > -7 and room


def _spaced(places: Sequence[tuple[float, float]], before: Collection[int] = ()) -> list[int]:
    """Which labels fit without touching: places are (middle, width) in pt.

    Args:
        before: those that are placed before all others: what is missing must be seen. Then the
            last one, and so back.
    """
    kept: list[int] = []
    for index in sorted(range(len(places)), key=lambda i: (i not in before, -i)):
        middle, width = places[index]
        if all(
            abs(middle - places[other][0]) >= (width + places[other][1]) / 2 + SIDE
            for other in kept
        ):
            kept.append(index)
    return sorted(kept)


# Names of several series


def _last(points: Sequence[Reading]) -> Reading | None:
    return next((point for point in reversed(points) if point.value is not None), None)


def _texts(series: Lines) -> list[str]:
    texts = []
    for name, points in series:
        last, end = _last(points), points[-1]
        if last is not None and last is not end:
            texts.append(f"{name} {last.number} in {last.when}, {end.number} in {end.when}")
        else:
            texts.append(f"{name} {end.number}")
    return texts


def _fits_beside(series: Lines, width: float) -> bool:
    """Whether the names have room at the ends of their lines: a third of the width, and no broken
    word.
    """
    return width / 3 >= LEAST_END and all(
        fonts.longest_word(text, NUMBER) <= width / 3 for text in _texts(series)
    )


def _names(series: Lines, width: float) -> list[list[str]]:
    """Name and last number of each series in lines; none for a single series, whose points
    say it.
    """
    if len(series) == 1:
        return []
    room = width / 3 if _fits_beside(series, width) else width - 3 * SIDE
    return [fonts.wrap(text, NUMBER, room) for text in _texts(series)]


def _key_height(names: list[list[str]]) -> float:
    return sum(len(lines) for lines in names) * LABEL.leading + (8 if names else 0)


def _label_ends(
    scale: _Scale,
    series: Lines,
    ends: list[list[str]],
    length: int,
    edge: float,
    up: float,
    top: float,
) -> None:
    heights = [(last.value if (last := _last(points)) else 0) / top * up for _, points in series]
    order = sorted(range(len(ends)), key=lambda i: -heights[i])
    ceiling = float("inf")
    for i in order:  # from the top down, each below the one before
        heights[i] = min(heights[i], ceiling)
        ceiling = heights[i] - len(ends[i]) * LABEL.leading - 4
    floor = 0.0
    for i in reversed(order):  # and from the bottom up, each above the zero line and the one below
        heights[i] = max(heights[i], floor + (len(ends[i]) - 1) * LABEL.leading)
        floor = heights[i] + LABEL.leading + 4
    for i in order:
        for row, text in enumerate(ends[i]):
            y = heights[i] - row * LABEL.leading
            scale.write(length + scale.along(edge + SIDE), scale.up(y), text, NUMBER, CATEGORIES[i])


def _label_below(scale: _Scale, names: list[list[str]], edge: float) -> None:
    y = -FOOT - LABEL.leading
    for lines, token in zip(names, CATEGORIES, strict=False):
        mark = scale.brand.hex(scale.brand.ink(token, scale.on, "graphic"))
        scale.axes.plot(
            [-scale.along(edge - 4)],
            [scale.up(y + 4)],
            color=mark,
            marker="o",
            markersize=7,
            markeredgewidth=0,
            clip_on=False,
        )
        for text in lines:
            scale.write(-scale.along(edge - 3 * SIDE), scale.up(y), text, NUMBER, token)
            y -= LABEL.leading
