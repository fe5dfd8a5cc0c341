"""Whether two figures are of the same time of two years, and in words why they are not."""

from __future__ import annotations

from hscb_report.summary import wording
from hscb_report.summary.days import Month, moment, same_day_of_year
from hscb_report.summary.figures import Figure
from hscb_report.summary.time_spans import key, same_form
from hscb_report.words.table import Words


def other_time(before: Figure, now: Figure, words: Words) -> str:
    """Why an earlier figure and a later one are not of the same time of their years; empty where
    they are.
    """
    said = words.changes
    if (before.as_at is None) != (now.as_at is None):
        return said.day_and_period
    if before.as_at and now.as_at:
        then, day = (wording.date(one, words.numbers) for one in (before.as_at, now.as_at))
        if before.as_at == now.as_at:
            return said.same_time(when=day)
        if moment(before.as_at) == moment(now.as_at):
            return said.one_moment(before=then, now=day)
        if not same_day_of_year(before.as_at, now.as_at):
            months = isinstance(before.as_at, Month) and isinstance(now.as_at, Month)
            differ = said.months_differ if months else said.days_differ
            return differ(before=then, now=day)
        return ""
    then, period = before.period or "", now.period or ""
    if key(then) == key(period):
        return said.same_time(when=period)
    return "" if same_form(then, period) else said.periods_differ(before=then, now=period)
