"""The date a document bears: from its content, never from the clock."""

from __future__ import annotations

import datetime as dt
import re

from hscb_report.summary.document import Summary

EPOCH = dt.date(1970, 1, 1)


def document_date(summary: Summary) -> dt.datetime:
    """Midnight UTC at the end of the period, or on the latest day the content names if that is
    later.

    ``2017-18`` ends on 31 March 2018 (the year of English local government), ``2018`` on 31
    December.
    """
    days = [figure.as_at for figure in summary.figures.values() if figure.as_at]
    days += [
        day
        for source in summary.sources.values()
        for day in (source.published, source.accessed)
        if day
    ]
    latest = max([*days, _end(summary.period)])
    return dt.datetime(latest.year, latest.month, latest.day, tzinfo=dt.UTC)


def _end(period: str) -> dt.date:
    span = span_of(period)
    return span[1] if span else EPOCH


def span_of(period: str) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of ``2017-18`` (the year of English local government) or ``2018``;
    None of other words.
    """
    if found := re.fullmatch(r"(\d{4})[-/](\d{2}|\d{4})", period):
        start = int(found[1])
        return (dt.date(start, 4, 1), dt.date(start + 1, 3, 31)) if 0 < start < 9998 else None
    if re.fullmatch(r"[1-9]\d{3}", period):
        return dt.date(int(period), 1, 1), dt.date(int(period), 12, 31)
    return None


def period_before(period: str) -> str:
    """``2016-17`` for ``2017-18``, ``2017`` for ``2018``; empty for other words."""
    if found := re.fullmatch(r"(\d{4})([-/])(\d{2}|\d{4})", period):
        year = int(found[1])
        return f"{year - 1:04}{found[2]}{str(year).zfill(4)[-len(found[3]) :]}" if year > 1 else ""
    return str(int(period) - 1) if re.fullmatch(r"[1-9]\d{3}", period) else ""
