"""Line: one to four series over the years, on a scale from zero, labelled directly."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import SCALE, Type
from hscb_report.charts.sheet import font, new_figure
from hscb_report.summary.reading import Reading

TOKENS = ("primary", "second", "third-text", "accent-text")
LABEL, NUMBER = SCALE["chart"], SCALE["chart-strong"]
FOOT, HEAD, SIDE = 24.0, 22.0, 6.0
Lines = Sequence[tuple[str, Sequence[Reading]]]


def line(series: Lines, width: float, height: float, brand: Brand, on: str = "card") -> Figure:
    """Draw the series; a missing year leaves a gap in its line.

    Args:
        series: pairs of name and points; each point's ``when`` is its year. Several series
            are named at the end of their lines.
        width, height: pt.
        on: the token of the ground below.
    """
    years = list(dict.fromkeys(point.when for _, points in series for point in points))
    values = [point.value for _, points in series for point in points if point.value is not None]
    top = max(values, default=0) or 1
    ends = _end_labels(series, width) if len(series) > 1 else []
    right = max((fonts.width(text, NUMBER) for lines in ends for text in lines), default=0) + (SIDE if ends else 0)
    edge = max(fonts.width(year, LABEL) for year in years) / 2
    edge = max(edge, max((fonts.width(p.number, NUMBER) for _, points in series for p in points), default=0) / 2)
    plot = (edge, FOOT, max(10.0, width - 2 * edge - right), max(10.0, height - FOOT - HEAD))
    figure = new_figure(width, height)
    box = (plot[0] / width, plot[1] / height, plot[2] / width, plot[3] / height)
    axes = figure.add_axes(box, xlim=(0, max(1, len(years) - 1)), ylim=(0, top))
    axes.set_axis_off()
    axes.plot([0, 1], [0, 0], transform=axes.transAxes, color=brand.hex(brand.ground("rule")), linewidth=1, clip_on=False)
    scale = _Scale(axes, brand, on, plot[2] / max(1, len(years) - 1), plot[3] / top)
    for index in _spaced([fonts.width(year, LABEL) for year in years], scale.step):
        scale.write(index, -scale.up(17), years[index], LABEL, "text", "center")
    for index, (_, points) in enumerate(series):
        _draw(scale, years, points, TOKENS[index % len(TOKENS)], label_all=len(series) == 1)
    for lines, y, token in zip(ends, _apart(series, ends, plot[3], top), TOKENS, strict=False):
        for row, text in enumerate(lines):
            scale.write(max(1, len(years) - 1) + scale.along(edge + SIDE), scale.up(y - row * LABEL.leading), text, NUMBER, token)
    return figure


class _Scale:
    """Data units of one axes in pt: ``step`` pt a year, ``per`` pt a unit of value."""

    def __init__(self, axes: Axes, brand: Brand, on: str, step: float, per: float) -> None:
        self.axes, self.brand, self.on, self.step, self.per = axes, brand, on, step, per

    def up(self, points: float) -> float:
        """A height in pt as a value."""
        return points / self.per

    def write(self, x: float, y: float, words: str, style: Type, token: str, align: str = "left") -> None:
        """One line of text at a place in data units; ``y`` is its baseline."""
        self.axes.text(x, y, words, color=self.brand.hex(self.brand.ink(token, self.on)), ha=align, va="baseline",
                       parse_math=False, fontproperties=font(style))

    def along(self, points: float) -> float:
        """A length in pt as a part of a year."""
        return points / self.step


def _draw(scale: _Scale, years: list[str], points: Sequence[Reading], token: str, label_all: bool) -> None:
    brand, on = scale.brand, scale.on
    at = {year: index for index, year in enumerate(years)}
    x = [at[point.when] for point in points]
    y = [float("nan") if point.value is None else point.value for point in points]
    colour = brand.hex(brand.ink(token, on, "graphic"))
    if label_all:  # a single series stands on its ground; several would hide one another
        scale.axes.fill_between(x, y, 0, color=brand.hex(brand.ground("tint")), linewidth=0, clip_on=False)
    scale.axes.plot(x, y, color=colour, linewidth=2.5, marker="o", markersize=7, markeredgewidth=0,
                    solid_capstyle="round", solid_joinstyle="round", clip_on=False, gid="series")
    if not label_all:
        return
    for index in _spaced([fonts.width(point.number, NUMBER) for point in points], scale.step):
        point = points[index]
        missing = point.value is None
        height = (0 if missing else point.value) + scale.up(9)
        scale.write(x[index], height, point.number, NUMBER, "second" if missing else token, "center")


def _spaced(widths: Sequence[float], step: float) -> list[int]:
    """The labels that fit without touching: all of them, or every second, third ... and the last."""
    last = len(widths) - 1
    for every in range(1, len(widths) + 1):
        if max(widths, default=0) + SIDE <= step * every:
            return sorted({last - index for index in range(0, last + 1, every)})
    return [last]


def _end_labels(series: Lines, width: float) -> list[list[str]]:
    """Name and last number of each series, broken to a third of the width."""
    return [fonts.wrap(f"{name} {next((p.number for p in reversed(points) if p.value is not None), '')}", NUMBER, width / 3)
            for name, points in series]


def _apart(series: Lines, ends: list[list[str]], height: float, top: float) -> list[float]:
    """Baselines of the end labels, pt above zero, pushed apart where lines end close together."""
    wanted = [next((p.value for p in reversed(points) if p.value is not None), 0) / top * height for _, points in series][: len(ends)]
    order = sorted(range(len(wanted)), key=lambda i: -wanted[i])
    result, ceiling = [0.0] * len(wanted), float("inf")
    for i in order:
        result[i] = min(wanted[i], ceiling)
        ceiling = result[i] - len(ends[i]) * LABEL.leading - 4
    lowest = min((result[i] - (len(ends[i]) - 1) * LABEL.leading for i in order), default=0)
    return [y - min(0, lowest) for y in result]
