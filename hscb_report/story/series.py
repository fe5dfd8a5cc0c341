"""A series over the years: which number is of the report's year, and what changed until then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from hscb_report.summary.growth import growth
from hscb_report.summary.periods import years_of
from hscb_report.summary.reading import Reader, Reading
from hscb_report.summary.time_spans import same_form, span_of
from hscb_report.summary.units import UnitName
from hscb_report.words.charts import ChartWords
from hscb_report.words.table import Words

Weight = Literal["", "strong", "quiet"]
"""How a line is drawn beside others: as they are, or so that it stands out from them."""


@dataclass(frozen=True)
class Line:
    """A series: its name, and its numbers in the order of time.

    Attributes:
        words: for its end.
        ahead: how many points at its end are of years after the report's.
        place: where it is named by its place, that as it stands within a sentence.
        weight: among lines of several places, whether it is the board's own, which stands out.
        change: what changed from its first year to the report's, or empty; of quarters and months,
            from the first that is the same part of its year.
    """

    name: str
    points: tuple[Reading, ...]
    words: ChartWords
    ahead: int = 0
    change: str = ""
    place: str = ""
    weight: Weight = ""

    @property
    def now(self) -> int:
        """The point of the report's year, or the last before it; -1 where all are after it."""
        return len(self.points) - 1 - self.ahead

    @property
    def ending(self) -> str:
        """Its name and its last number; where that is missing, also the last that is known."""
        known = next((point for point in reversed(self.points) if point.value is not None), None)
        end = self.points[-1]
        if known is None or known is end:
            return self.words.ended(name=self.name, last=end.number)
        return self.words.ending(
            name=self.name, known=known.number, year=known.when, last=end.number, end=end.when
        )


def line_of(name: str, reader: Reader) -> Line:
    """A series as a line.

    A year after the one in which the report's period ends is ahead of it: 2019, and 2018-19, of
    2017-18; so is a quarter or a month that begins after it. Of other words nothing is known.
    """
    points = tuple(reader.points(name))
    ahead = 0
    for point in reversed(points):
        if not _is_after(point.when, reader.summary.period):
            break
        ahead += 1
    made = Line(points[0].name, points, reader.words.charts, ahead)
    unit = reader.summary.series[name].unit
    return replace(made, change=_change(made, unit, reader.words))


def _is_after(when: str, period: str) -> bool:
    point, report = years_of(when), years_of(period)
    if point and report:
        return point.end > report.end
    part, whole = span_of(when), span_of(period)
    return bool(part and whole and part.first_day > whole.last_day)


def _change(line: Line, unit: UnitName, words: Words) -> str:
    """From its first year to the report's, in words; empty where one of the two is missing or bears
    a symbol, so that nobody has said that they can be compared, and where the series breaks on the
    way. A quarter is compared with the same one of an earlier year alone.
    """
    now = line.points[line.now]
    begins = _first(line.points[: line.now + 1])
    if begins >= line.now:
        return ""
    first = line.points[begins]
    broken = any(point.symbol == "b" for point in line.points[begins + 1 : line.now + 1])
    if broken or first.symbol or now.symbol or first.exact is None or now.exact is None:
        return ""
    return growth(first.exact, now.exact, unit, first.when, words)


def _first(points: Sequence[Reading]) -> int:
    """The first with which the last may be compared: of parts of years, the same part."""
    last = span_of(points[-1].when) if points else None
    if last is None or years_of(points[-1].when):
        return 0
    alike = (at for at, one in enumerate(points) if same_form(one.when, points[-1].when))
    return next(alike, len(points))


def after_the_report(lines: Iterable[Line], words: ChartWords) -> str:
    """What hollow points are, or empty."""
    years = dict.fromkeys(
        point.when
        for line in lines
        for point in line.points[line.now + 1 :]
        if point.value is not None
    )
    return words.after(years=list(years)) if years else ""


def equal_ones(lines: Sequence[Line], words: ChartWords) -> list[str]:
    """Which lines lie on one another, and in which years: the upper one hides the other."""
    said = []
    for one, other in combinations(lines, 2):
        values = {point.when: point.exact for point in one.points if point.exact is not None}
        years = [
            point.when
            for point in other.points
            if point.exact is not None and values.get(point.when) == point.exact
        ]
        if years:
            names = [one.name, other.place or other.name]
            said.append(words.equal(names=names, years=years))
    return said
