"""Figures that are, to the last digit, those of the period before.

Finds:
    a count of 100 or more that equals last year's to the last digit
Why:
    It is how a number looks that was never replaced.
Fails:
    # the year before
    period: 2016-17
    figures:
      contacts: {value: 77602, label: contacts, period: 2016-17, source: return}
    ---
    # this year
    figures:
      contacts: {value: 77602, label: contacts, period: 2017-18, source: return}
Passes:
    # the year before
    period: 2016-17
    figures:
      contacts: {value: 76100, label: contacts, period: 2016-17, source: return}
    ---
    # this year
    figures:
      contacts: {value: 77602, label: contacts, period: 2017-18, source: return}
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.rules.big_change import comparable
from hscb_report.checks.subject import Subject
from hscb_report.summary.wording import number

LARGE = 100
"""From here on two years' counts are hardly ever equal by chance."""


def find(subject: Subject) -> Iterator[Finding]:
    """Large counts with last year's value."""
    last_year = subject.previous.summary if subject.previous else None
    if last_year is None:
        return
    for name, figure in subject.figures.items():
        last = last_year.figures.get(name)
        if (
            last
            and comparable(figure, last, last_year, subject.summary)
            and figure.unit == "count"
            and figure.value == last.value >= LARGE
        ):
            yield Finding(
                ("figures", name, "value"),
                f"{number(figure.value)} is, to the last digit, the number of {last_year.period}",
                f"check that {subject.summary.period}'s number was put in; if it is the same, "
                "accept this with the reason",
            )


RULE = Rule("same-as-last-year", find)
