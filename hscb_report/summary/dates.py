"""The date a document bears: from its content, never from the clock."""

from __future__ import annotations

import datetime as dt

from hscb_report.summary.document import Summary
from hscb_report.summary.periods import years_of

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
    years = years_of(period)
    return years.last_day if years else EPOCH
