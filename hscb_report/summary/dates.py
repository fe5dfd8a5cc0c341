"""The date a document bears: from its content or by order, never from the clock."""

from __future__ import annotations

import datetime as dt
import os
import re

from hscb_report.errors import Problem, UsageError
from hscb_report.summary.days import last_day
from hscb_report.summary.document import Summary
from hscb_report.summary.periods import years_of

EPOCH = dt.date(1970, 1, 1)
VARIABLE = "SOURCE_DATE_EPOCH"
"""Says the date of what is built, in seconds since 1970: reproducible-builds.org/specs."""
LAST_SECOND = 253402300799
"""Of the year 9999: the last that a PDF can be of."""


def ordered_date() -> dt.datetime | None:
    """The date that ``SOURCE_DATE_EPOCH`` names; None where it is not set, or empty.

    Raises:
        UsageError: it is no number of seconds, or none of a date that a PDF can bear.
    """
    said = os.environ.get(VARIABLE, "")
    if not said:
        return None
    if re.fullmatch(r"[0-9]{1,20}", said) and int(said) <= LAST_SECOND:
        return dt.datetime.fromtimestamp(int(said), dt.UTC)
    raise UsageError(
        Problem(
            "source-date",
            f'{VARIABLE} is "{said[:40]}", and must be a whole number of seconds since 1970, from '
            f"0 to {LAST_SECOND}",
            "write one, such as 1522450800, or take it away from the environment",
        )
    )


def document_date(summary: Summary) -> dt.datetime:
    """Midnight UTC at the end of the period, or on the latest day the content names if that is
    later.

    ``2017-18`` ends on 31 March 2018 (the year of English local government), ``2018`` on 31
    December.
    """
    days = [last_day(figure.as_at) for figure in summary.figures.values() if figure.as_at]
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
