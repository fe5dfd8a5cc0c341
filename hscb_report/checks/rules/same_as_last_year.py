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

from hscb_report.checks.last_year import filed, last_of
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.wording import number

LARGE = 100
"""From here on two years' counts are hardly ever equal by chance."""


def find(subject: Subject) -> Iterator[Finding]:
    """Large counts with last year's value."""
    for name, figure in subject.figures.items():
        if figure.unit != "count" or figure.value is None or figure.value < LARGE:
            continue
        for known in (filed(name, subject), last_of(name, subject)):
            if known and known.figure.value == figure.value:
                yield Finding(
                    ("figures", name, "value"),
                    f"{number(figure.value)} is, to the last digit, the number of {known.when}",
                    f"check that {subject.summary.period}'s number was put in; if it is the same, "
                    "accept this with the reason",
                )
                break


RULE = Rule("same-as-last-year", find)
