"""What is known of a section's numbers: each measure with its values, in the order of time."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from hscb_report.checks.claims.naming import Named, named, words_of
from hscb_report.checks.claims.times import Setting
from hscb_report.checks.last_year import year_said
from hscb_report.checks.subject import Subject
from hscb_report.summary.bounds import exact
from hscb_report.summary.changes import why_not
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure
from hscb_report.summary.periods import Years, years_of
from hscb_report.summary.places import folded, measured
from hscb_report.summary.previous import before_of, why_not_before
from hscb_report.summary.units import UnitName

_CAUSE = re.compile(r"\b(?:because of|due to|reason)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Moment:
    """A value of one time.

    Attributes:
        when: as it is written.
        value: None where it is missing or not exact, so that nothing is held against it.
        calendar: a year by which it is known as well, that of its day; 0 where there is none.
    """

    when: str
    value: Decimal | None
    calendar: int = 0

    @property
    def years(self) -> Years | None:
        """Its time in years."""
        return years_of(self.when)

    def is_of(self, year: str) -> bool:
        """Whether a text that names a year means this time."""
        own, asked = self.years, years_of(year)
        if own is None or asked is None:
            return False
        if (own.start, own.end) == (asked.start, asked.end):
            return True
        if asked.start == asked.end:
            return self.calendar == asked.start
        return own.start == own.end == asked.end and asked.is_one


@dataclass(frozen=True)
class Measure:
    """A figure or a series.

    Attributes:
        key: its name in the content.
        past: earlier values, in the order of time.
        now: of the report's year; None where there is none.
        part_of, breakdown: as the figure says.
        place: the one that it is of, as it is known; empty for the board's own.
        measured: the words for what is measured, without the place.
        is_series: whether the past is that of a series.
    """

    key: str
    unit: UnitName
    named: Named
    past: tuple[Moment, ...]
    now: Moment | None
    part_of: str = ""
    breakdown: str = ""
    is_series: bool = False
    place: str = ""
    measured: str = ""

    @property
    def value(self) -> Decimal | None:
        """Of the report's year."""
        return self.now.value if self.now else None

    @property
    def all(self) -> tuple[Moment, ...]:
        """In the order of time."""
        return (*self.past, self.now) if self.now else self.past

    def of(self, year: str) -> Moment | None:
        """The moment that a year in a text means."""
        return next((one for one in self.all if one.is_of(year)), None)


@dataclass(frozen=True)
class Known:
    """The measures that a text may speak of; each is read when it is asked for.

    Attributes:
        figures, series: their names.
        by_head: whether the first words of a label name it; where nothing is shown they do not.
    """

    subject: Subject
    figures: tuple[str, ...]
    series: tuple[str, ...]
    by_head: bool = True

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """All of them."""
        made = [
            *(_of_figure(name, self.subject) for name in self.figures),
            *(_of_series(name, self.subject) for name in self.series),
        ]
        if not self.by_head:
            made = [replace(one, named=replace(one.named, head=frozenset())) for one in made]
        return tuple(made)

    @cached_property
    def shares(self) -> tuple[tuple[Measure, Measure | None, Decimal], ...]:
        """A part, its whole (None for a percentage) and the share of a hundred."""
        found: list[tuple[Measure, Measure | None, Decimal]] = []
        by_key = {one.key: one for one in self.measures if not one.is_series}
        for one in by_key.values():
            whole = self.subject.figures[one.part_of] if one.part_of else None
            if one.value is None or (whole is not None and whole.bound):
                continue
            if whole is not None and whole.value:
                other = by_key.get(one.part_of) or _of_figure(one.part_of, self.subject)
                found.append((one, other, one.value * 100 / Decimal(whole.value)))
            elif one.unit == "percent":
                found.append((one, None, one.value))
        return tuple(found)

    @cached_property
    def places(self) -> frozenset[str]:
        """Words that may stand beside any name: those of the board's, and of its area."""
        return frozenset(words_of(f"{self.subject.loaded.board.name} {self.subject.home}"))

    @property
    def tolerance(self) -> float:
        """How far a share in words may be from the true one."""
        return float(self.subject.settings.ratio_points)

    @property
    def setting(self) -> Setting:
        """What the reading of a sentence has to know."""
        labels = (self.subject.figures[name].label for name in self.figures)
        places = "|".join(sorted(map(re.escape, self.places)))
        return Setting(places, causes=any(map(_CAUSE.search, labels)))


def everything(subject: Subject) -> Known:
    """What is known where no figure is shown: all of them, each by a name of its own alone."""
    return Known(subject, tuple(subject.figures), tuple(subject.summary.series), by_head=False)


def _of_figure(name: str, subject: Subject) -> Measure:
    figure = subject.figures[name]
    whole = subject.figures.get(figure.part_of) if figure.part_of else None
    around = [f"{whole.label} {whole.name or ''} {whole.noun or ''}"] if whole else []
    around.append(f"{figure.value or ''}")
    period = subject.summary.period
    past = _past(name, figure, subject)
    return Measure(
        name,
        figure.unit,
        named(figure.label, figure.name or "", figure.noun or "", around, figure.place),
        tuple(past),
        Moment(period, exact(figure), figure.as_at.year if figure.as_at else 0),
        figure.part_of or "",
        (figure.breakdown or "").casefold(),
        place=folded(figure.place or ""),
        measured=measured(figure, subject.home),
    )


def _past(name: str, figure: Figure, subject: Subject) -> list[Moment]:
    """The values of earlier years, in the order of time: as the figure says that one stands now, or
    else as the files of those years have them.
    """
    past = {
        other.period: Moment(
            other.period, Decimal(last.value), last.as_at.year if last.as_at else 0
        )
        for other in _earlier(subject)
        if (last := other.figures.get(name)) and not why_not(last, figure, other, subject.summary)
    }
    year, before = year_said(figure, subject.summary.period), before_of(figure)
    if year and before:
        past.pop(year, None)
        if not why_not_before(before, figure):
            calendar = before.as_at.year if before.as_at else 0
            past[year] = Moment(year, Decimal(before.value), calendar)
    return sorted(past.values(), key=lambda one: one.years.first_day if one.years else dt.date.min)


def _earlier(subject: Subject) -> list[Summary]:
    """The years that can be read, in the order of time."""
    found = dict(subject.loaded.earlier)
    if subject.previous and subject.previous.summary:
        found[subject.previous.summary.period] = subject.previous.summary
    own = years_of(subject.summary.period)
    dated = [(years, one) for one in found.values() if (years := years_of(one.period)) and own]
    return [one for years, one in sorted(dated, key=lambda pair: pair[0].first_day)]


def _of_series(name: str, subject: Subject) -> Measure:
    series = subject.summary.series[name]
    report = years_of(subject.summary.period)
    moments: list[Moment] = []
    now = None
    for when, point in series.points.items():
        years = years_of(when)
        if years is None or report is None or years.end > report.end:
            continue
        if point.symbol == "b":
            moments = []
        value = None if point.value is None else Decimal(point.value)
        moments.append(Moment(when, value))
    if moments and report and (last := moments[-1].years) and last.end == report.end:
        now = moments.pop()
    return Measure(
        name,
        series.unit,
        named(series.label, "", "", place=series.place),
        tuple(moments),
        now,
        is_series=True,
        place=folded(series.place or ""),
        measured=measured(series, subject.home),
    )
