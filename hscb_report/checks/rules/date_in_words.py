"""A date in a figure's words that is not the figure's date.

Finds:
    a date in a figure's words or a subtitle that is not the figure's `as_at`
Why:
    The page prints the words, the table prints the date, and a reader who sees both trusts
    neither.
Fails:
    figures:
      in-care:
        value: 1592
        label: children in care on 31 March 2017
        as_at: 2018-03-31
        source: return
Passes:
    figures:
      in-care:
        value: 1592
        label: children in care on 31 March 2018
        as_at: 2018-03-31
        source: return
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject, figures_in
from hscb_report.summary import months
from hscb_report.summary.days import Day, last_day
from hscb_report.summary.units import UNITS
from hscb_report.summary.wording import date

_DATE = re.compile(rf"\b{months.DATE}\b", re.IGNORECASE)


def find(subject: Subject) -> Iterator[Finding]:
    """Dates in labels against ``as_at``, and the one date of a subtitle against the figures below
    it.
    """
    for name, figure in subject.figures.items():
        if figure.as_at is None or not UNITS[figure.unit].adds:
            continue  # the label of a change says since when
        for key in ("lead", "label", "name"):
            for found in _DATE.finditer(getattr(figure, key) or ""):
                if not _is(found, figure.as_at):
                    yield Finding(
                        ("figures", name, key),
                        f'"{found[0]}" is printed beside a number that is of {date(figure.as_at)}',
                        "check which of the two is right: the words, or as_at",
                        found[0],
                        found.start(),
                    )
    for s, section in enumerate(subject.summary.sections):
        dates = list(_DATE.finditer(section.subtitle or ""))
        days = [
            day
            for name in figures_in(section, subject.figures)
            if (day := subject.figures[name].as_at)
        ]
        if len(dates) == 1 and days and not any(_is(dates[0], day) for day in days):
            yield Finding(
                ("sections", s, "subtitle"),
                f'"{dates[0][0]}" stands above numbers that are of {date(days[0])}',
                "check which of the two is right: the words, or as_at of the figures",
                dates[0][0],
                dates[0].start(),
            )


def _is(found: re.Match[str], day: Day) -> bool:
    """Whether a date in a text is that of a figure; of a month, the month itself and its last
    day.
    """
    month = (months.number_of(found["month"]), int(found["year"]))
    return month == (day.month, day.year) and found["day"] in (None, str(last_day(day).day))


RULE = Rule("date-in-words", find)
