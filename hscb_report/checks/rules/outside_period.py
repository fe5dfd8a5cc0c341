"""Dates and periods that are not those of the report.

Finds:
    a day or period of a figure outside the period of the report
Why:
    It is how last year's number is found, and a reader takes every number for one of the year
    on the cover.
Fails:
    figures:
      in-care: {value: 1592, label: children in care, as_at: 2018-06-30, source: return}
Passes:
    figures:
      in-care: {value: 1592, label: children in care, as_at: 2018-03-31, source: return}
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.days import first_day, last_day
from hscb_report.summary.periods import years_of
from hscb_report.summary.spans import span_of
from hscb_report.summary.wording import date


def find(subject: Subject) -> Iterator[Finding]:
    """Figures counted on a day, or over a time, outside the period of the report."""
    years = years_of(subject.summary.period)
    if years is None:
        return
    first, last = years.first_day, years.last_day
    for name, figure in subject.figures.items():
        day = figure.as_at
        if day is not None and not (first_day(day) <= last and first <= last_day(day)):
            yield Finding(
                ("figures", name, "as_at"),
                f"{date(day)} lies outside {subject.summary.period} ({date(first)} to "
                f"{date(last)})",
                "check the date; if the number belongs here all the same, accept this with the "
                "reason",
            )
        elif (
            figure.period is not None
            and (own := span_of(figure.period))
            and not (own.first_day <= last and first <= own.last_day)
        ):
            yield Finding(
                ("figures", name, "period"),
                f"the figure is of {figure.period}, and the report of {subject.summary.period}",
                "check that last year's number was replaced; if it belongs here, accept this with "
                "the reason",
            )


RULE = Rule("outside-period", find)
