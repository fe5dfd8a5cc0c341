"""Dates and periods that are not those of the report.

Finds:
    a day or period of a figure outside the period of the report, unless it stands in a row or a
    column of such figures, in one grid or stack with figures of the report's period
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
from hscb_report.summary.breakdowns import Grid, Stack
from hscb_report.summary.days import first_day, last_day
from hscb_report.summary.figures import Figure
from hscb_report.summary.periods import Years, years_of
from hscb_report.summary.time_spans import span_of
from hscb_report.summary.uses import lanes_of, shown_by
from hscb_report.summary.wording import date


def find(subject: Subject) -> Iterator[Finding]:
    """Figures counted on a day, or over a time, outside the period of the report."""
    years = years_of(subject.summary.period)
    if years is None:
        return
    first, last = years.first_day, years.last_day
    outside = {name for name, one in subject.figures.items() if _is_outside(one, years)}
    beside = _beside(subject, outside)
    for name in (name for name in subject.figures if name in outside - beside):
        figure = subject.figures[name]
        if figure.as_at is not None:
            yield Finding(
                ("figures", name, "as_at"),
                f"{date(figure.as_at)} lies outside {subject.summary.period} ({date(first)} to "
                f"{date(last)})",
                "check the date; if the number belongs here all the same, accept this with the "
                "reason",
            )
        else:
            yield Finding(
                ("figures", name, "period"),
                f"the figure is of {figure.period}, and the report of {subject.summary.period}",
                "check that last year's number was replaced; if it belongs here, accept this with "
                "the reason",
            )


def _is_outside(figure: Figure, report: Years) -> bool:
    first, last = report.first_day, report.last_day
    if figure.as_at is not None:
        return not (first_day(figure.as_at) <= last and first <= last_day(figure.as_at))
    own = span_of(figure.period or "")
    return own is not None and not (own.first_day <= last and first <= own.last_day)


def _beside(subject: Subject, outside: set[str]) -> set[str]:
    """Figures of another time that a block sets beside those of the report's, a lane for each time:
    nobody takes these for one of the year on the cover.
    """
    found: set[str] = set()
    for section in subject.summary.sections:
        for block in section.blocks:
            if isinstance(block, (Grid, Stack)) and not set(shown_by(block)) <= outside:
                rows, columns = lanes_of(block)
                for lane in (*rows, *columns):
                    if len({subject.figures[name].time for name in lane}) == 1:
                        found |= {*lane, *(subject.figures[name].part_of or "" for name in lane)}
    return found


RULE = Rule("outside-period", find)
