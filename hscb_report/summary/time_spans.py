"""Periods of whole months, however they are written, in the order of time: ``2017-18``, ``Q1
2017-18``, ``2017-18 Q1``, ``April to June 2017``, ``October 2017 to March 2018``, ``March 2018``.

The quarters of a year of local government begin in April: ``Q1 2017-18`` is April to June 2017.
Those of a calendar year begin in January: ``Q1 2018`` is January to March 2018. What is written
otherwise, ``29 November to 17 December 2017``, is words, and nothing is worked out from it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from hscb_report.summary import months
from hscb_report.summary.periods import YEAR, Years, without_years, year_of, years_of

QUARTER, YEAR_LONG = 3, 12
"""Months."""

_OF_YEAR = rf"(?P<year>{YEAR}(?:[-/–](?:{YEAR}|\d\d))?)(?![\d/–-])"
_NTH = r"(?:q|quarter\s?)(?P<nth>[1-4])"
_QUARTERS = (rf"{_NTH}(?:,|\s+of)?\s+{_OF_YEAR}", rf"{_OF_YEAR},?\s+{_NTH}")
_SHORT = "|".join(["Sept", *(name[:3] for name in months.NAMES)])
_MONTH = rf"(?:{months.PATTERN}|{_SHORT})"
_MONTHS = (
    rf"(?:(?P<first>{_MONTH})(?:\s+(?P<begun>{YEAR}))?\s*(?:-|–|\bto\b)\s*)?"
    rf"(?P<last>{_MONTH})\s+(?P<ended>{YEAR})"
)
_FORMS = tuple(re.compile(form, re.IGNORECASE) for form in (*_QUARTERS, _MONTHS))
_IN_TEXT = tuple(re.compile(rf"(?<![\w-]){form.pattern}\b", re.IGNORECASE) for form in _FORMS)


@dataclass(frozen=True, order=True)
class TimeSpan:
    """So many months on end; two that are written differently may be one.

    Attributes:
        first: the month in which it begins, counted from the beginning of our calendar.
        months: how many months it has.
        text: as it is written.
    """

    first: int
    months: int
    text: str = field(compare=False, default="")

    @property
    def first_day(self) -> dt.date:
        """The first of its first month."""
        return _first_of(self.first)

    @property
    def last_day(self) -> dt.date:
        """The last of its last month."""
        return _first_of(self.first + self.months) - dt.timedelta(days=1)

    def holds(self, other: TimeSpan) -> bool:
        """Whether another lies in it."""
        return self.first <= other.first and other.first + other.months <= self.first + self.months

    def is_alike(self, other: TimeSpan) -> bool:
        """Whether another is the same part of a year: of the same length, from the same month."""
        return self.months == other.months and (self.first - other.first) % YEAR_LONG == 0


def _first_of(month: int) -> dt.date:
    return dt.date(month // YEAR_LONG, month % YEAR_LONG + 1, 1)


@lru_cache(maxsize=1024)
def span_of(period: str) -> TimeSpan | None:
    """A period as the months it has; None of other words, and of months that are not in the order
    of time.
    """
    if years := years_of(period):
        if years.end >= dt.MAXYEAR:
            return None  # no day is after it
        return TimeSpan(_first_month(years), max(1, years.end - years.start) * YEAR_LONG, period)
    for form in _FORMS:
        if found := form.fullmatch(period):
            return _read(found)
    return None


def quarter_of(period: str) -> TimeSpan | None:
    """A quarter that is called so, ``Q1 2017-18``; None of other words, also of its months."""
    called = any(form.fullmatch(period) for form in _FORMS[: len(_QUARTERS)])
    return span_of(period) if called else None


def _read(found: re.Match[str]) -> TimeSpan | None:
    """What one of the forms found."""
    named = found.groupdict()
    if "nth" in named:
        years = years_of(named["year"])
        if years is None or not years.is_one:
            return None
        begins = _first_month(years) + (int(named["nth"]) - 1) * QUARTER
        return TimeSpan(begins, QUARTER, found[0])
    last = int(named["ended"]) * YEAR_LONG + _number(named["last"]) - 1
    first = last
    if named["first"]:
        year = int(named["begun"] or named["ended"])
        first = year * YEAR_LONG + _number(named["first"]) - 1
    return TimeSpan(first, last - first + 1, found[0]) if first <= last else None


def _first_month(years: Years) -> int:
    return years.first_day.year * YEAR_LONG + years.first_day.month - 1


def _number(name: str) -> int:
    return months.number_of(name) or 0


def key(period: str) -> TimeSpan | str:
    """What two periods have in common that are one, however they are written."""
    return span_of(period) or period


def is_before(one: str, other: str) -> bool:
    """Whether a period begins before another; of words nothing is known, so it may be."""
    started, begun = year_of(one), year_of(other)
    if started is not None and begun is not None:
        return started < begun
    first, second = span_of(one), span_of(other)
    return one != other and (first is None or second is None or first.first < second.first)


def latest_before(period: str, others: Iterable[str]) -> str | None:
    """Of other periods whose time is known, the latest that begins before this one; of several, the
    longest.
    """
    own = span_of(period)
    found = [one for one in map(span_of, others) if own and one and one.first < own.first]
    return max(found).text if found else None


def same_form(one: str, other: str) -> bool:
    """Whether two periods are of one kind: the same months of two years, or else words that are
    alike but for their digits.
    """
    first, second = span_of(one), span_of(other)
    if first and second:
        return first.is_alike(second)
    return re.sub(r"\d", "0", one) == re.sub(r"\d", "0", other)


def in_order(periods: Sequence[str]) -> bool:
    """Whether periods follow one another in time, each once; where the time of one is not known,
    they may.
    """
    years = [year for one in periods if (year := year_of(one)) is not None]
    if len(years) == len(periods):
        return years == sorted(set(years))
    begin = [span.first for one in periods if (span := span_of(one))]
    return len(begin) < len(periods) or begin == sorted(set(begin))


def steps(periods: Sequence[str]) -> list[int] | None:
    """How many years, quarters or months each of several periods stands behind the first; None
    where they are not all of one kind, or two are of one time.
    """
    begin = [year for one in periods if (year := year_of(one)) is not None]
    if len(begin) < len(periods):
        found = [span for one in periods if (span := span_of(one))]
        length = found[0].months if found else 0
        if len(found) < len(periods) or length not in (1, QUARTER):
            return None
        if any(one.months != length or one.first % length for one in found):
            return None
        begin = [one.first // length for one in found]
    if len(set(begin)) < len(begin):
        return None
    return [one - min(begin) for one in begin]


def timeless(text: str) -> str:
    """A text in small letters without the years in it, and with each part of a year by its months:
    words that only move on with the year are the same.
    """
    for form in _IN_TEXT:
        text = form.sub(_by_its_months, text)
    return " ".join(without_years(text).lower().split()).rstrip(".")


def _by_its_months(found: re.Match[str]) -> str:
    """``q1 2017-18`` and ``April to June 2017`` as the same months of any year."""
    span = _read(found)
    return f"month {span.first % YEAR_LONG + 1} to {span.months}" if span else found[0]
