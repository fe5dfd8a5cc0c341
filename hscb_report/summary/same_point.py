"""A series' point that is a figure: which point is of a figure's time, and the one that need not be
typed, for ``same_as`` names the figure that has it.
"""

from __future__ import annotations

from collections.abc import Sequence

from hscb_report.summary.days import last_day
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure, Point, Series
from hscb_report.summary.periods import moved, years_of
from hscb_report.summary.places import folded
from hscb_report.summary.time_spans import in_order, span_of

_FAR = 10
"""So many years a point that is not typed is at most from those that are."""


class SamePoint(Point):
    """A point that is not typed: it is a figure."""


def typed(series: Series) -> dict[str, Point]:
    """The points that are written in the series itself."""
    return {when: one for when, one in series.points.items() if not isinstance(one, SamePoint)}


def with_points(summary: Summary) -> Summary:
    """A summary in which each series has the point of the figure that it names in ``same_as``: its
    value, its symbol and its reason, where the series has no point of that time.

    A number that is below zero or not exact is no point, nor is one of another unit or place.
    """
    changed = {
        name: filled
        for name, series in summary.series.items()
        if (figure := summary.figures.get(series.same_as or ""))
        and (filled := _filled(series, figure))
    }
    if not changed:
        return summary
    return summary.model_copy(update={"series": {**summary.series, **changed}})


def _filled(series: Series, figure: Figure) -> Series | None:
    alike = series.unit == figure.unit and folded(series.place or "") == folded(figure.place or "")
    if not alike or figure.bound or (figure.value is not None and figure.value < 0):
        return None
    if any(is_of(when, figure) for when in series.points):
        return None
    when = when_of(list(series.points), figure)
    order = _order(list(series.points), when) if when else None
    if when is None or order is None:
        return None
    reason = figure.reason if figure.value is None else None
    point = SamePoint(value=figure.value, symbol=figure.symbol, reason=reason)
    points = {one: series.points.get(one, point) for one in order}
    return series.model_copy(update={"points": points})


def when_of(whens: Sequence[str], figure: Figure) -> str | None:
    """The time of a figure as the points of a series are called: ``2018``, ``2017-18``, ``Q1
    2018-19``; None where none of them can be moved there.
    """
    near = (years for far in range(1, _FAR + 1) for years in (far, -far))
    tried = (moved(when, years) for years in near for when in reversed(whens))
    return next((when for when in tried if is_of(when, figure)), None)


def _order(whens: list[str], when: str) -> list[str] | None:
    """The points with one more, in its place in time, which is behind the first."""
    tried = ([*whens[:at], when, *whens[at:]] for at in range(len(whens), 0, -1))
    return next((order for order in tried if in_order(order)), None)


def is_of(when: str, figure: Figure) -> bool:
    """Whether a point of a series, ``2018`` or ``Q1 2017-18``, is of the time of a figure."""
    years = years_of(when)
    if years is None:
        return _is_of_part(when, figure)
    if figure.as_at is not None:
        day = last_day(figure.as_at)
        if years.start == years.end:  # counted on a day of that year, as a rule 31 March
            return day.year == years.start and (day.month, day.day) <= (4, 1)
        return years.is_one and years.last_day == day
    own = years_of(figure.period or "")
    if own is None:
        return False
    if years.start == years.end != own.start:
        return own.is_one and own.end == years.end
    return (own.start, own.end) == (years.start, years.end)


def _is_of_part(when: str, figure: Figure) -> bool:
    """The same of a quarter or a month: all of it, or the day or month with which it ends."""
    part = span_of(when)
    if part is None:
        return False
    return last_day(figure.as_at) == part.last_day if figure.as_at else figure.time == part
