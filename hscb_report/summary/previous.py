"""The number of the year before as it stands now: what a figure says of it in ``previous``.

It is the same measure, by the same definition and from the same source, for the figure says so;
what may still forbid a comparison is a missing number, or a break in the series since.
"""

from __future__ import annotations

import datetime as dt

from hscb_report.summary.days import Day, last_day, moved_day
from hscb_report.summary.figures import Figure
from hscb_report.summary.growth import since_then
from hscb_report.summary.periods import moved, years_of
from hscb_report.summary.time_spans import YEAR_LONG, span_of
from hscb_report.summary.wording import date
from hscb_report.words.table import EN_GB, Words

Time = tuple[str | None, Day | None]
"""A period, or a day; neither where nothing is known."""


def year_earlier(period: str | None, as_at: Day | None) -> Time:
    """The time of last year's number: the same day or the same part of the year before; of several
    years, as many before them. Neither, where a period is in words.
    """
    if as_at:
        return None, moved_day(as_at, -1) if as_at.year > 1 else None
    if (years := years_of(period or "")) and years_of(years.before):
        return years.before, None
    span = span_of(period or "") if not years else None
    return moved(span.text, -span.months // YEAR_LONG) if span else None, None


def before_of(figure: Figure) -> Figure | None:
    """A figure as it stands now of the year before; None where it says nothing of that, or nobody
    can tell of what time it is.
    """
    said = figure.previous
    if said is None:
        return None
    period, as_at = said.period, said.as_at
    if not (period or as_at):
        period, as_at = year_earlier(figure.period, figure.as_at)
    if not (period or as_at):
        return None
    own = {key: getattr(said, key) for key in ("value", "symbol", "reason", "note")}
    time = {"period": period, "as_at": as_at}
    return figure.model_copy(update={**own, **time, "bound": None, "previous": None})


def when(figure: Figure, words: Words = EN_GB) -> str:
    """The time of a figure in words: ``2016-17``, ``31 March 2017``, ``March 2017``."""
    return date(figure.as_at, words.numbers) if figure.as_at else figure.period or ""


def is_of(figure: Figure, since: str) -> bool:
    """Whether a figure says its number of an earlier year: of that year, of a part of it, or of a
    day in it or at its end.
    """
    before, year = before_of(figure), span_of(since)
    if before is None:
        return False
    if before.as_at:
        day = last_day(before.as_at)
        if year is None:
            return False
        after = (day - year.last_day).days
        return year.first_day <= day and after <= 1
    own = span_of(before.period or "")
    return year.holds(own) if own and year else before.period == since


def why_not_before(before: Figure, now: Figure, words: Words = EN_GB) -> str:
    """Why a figure and its previous number cannot be compared, or empty."""
    said = words.changes
    for figure in (before, now):
        if figure.value is None:
            return said.no_value(year=when(figure, words))
    if now.bound:
        return said.not_exact(year=when(now, words))
    return said.series_breaks(year=when(now, words)) if now.symbol == "b" else ""


def compared(figure: Figure, earlier: str, words: Words) -> str:
    """How a number stands to its previous one: ``2% fewer than in 2016-17 (9,861, revised)``; empty
    where they cannot be compared.

    Args:
        earlier: the previous number as it is printed.
    """
    before = before_of(figure)
    if before is None or why_not_before(before, figure, words):
        return ""
    then = _then(before, words)
    said = since_then(before.value, figure.value, figure.unit, then, words)
    if before.value == figure.value and not before.symbol:
        return said
    meaning = words.numbers.symbols[before.symbol] if before.symbol else ""
    number = earlier.removesuffix(f" [{before.symbol}]")
    return words.changes.with_earlier(said=said, number=number, meaning=meaning)


def by_itself(figure: Figure, earlier: str, words: Words) -> str:
    """A previous number by itself: what it was, why it is missing or cannot be compared, and its
    note; empty where there is none.

    Args:
        earlier: the previous number as it is printed.
    """
    before = before_of(figure)
    if before is None:
        return ""
    said = [f"{words.changes.was(then=_then(before, words), number=earlier)}."]
    if before.value is None:
        said.append(before.reason or "")
    elif figure.symbol == "b" or figure.bound:
        reason = why_not_before(before, figure, words)
        said.append(f"{words.changes.not_comparable_for(reason=reason)}.")
    return " ".join([*said, before.note] if before.note else said)


def _then(before: Figure, words: Words) -> str:
    """An earlier time: ``in 2016-17``, ``on 31 March 2017``."""
    is_day = isinstance(before.as_at, dt.date)
    return words.changes.then(when=when(before, words), is_day=is_day)
