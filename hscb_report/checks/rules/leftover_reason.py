"""A reason why there is no number, beside a number.

Finds:
    a `reason` beside a value, in a figure, in its `previous` or in a series; it is not printed
Why:
    It was left over when the number came. What a reader should know about the number is a `note`.
Fails:
    figures:
      contacts:
        value: 77602
        reason: To be supplied.
        label: contacts
        period: 2017-18
        source: return
Passes:
    figures:
      contacts: {value: 77602, label: contacts, period: 2017-18, source: return}
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.same_point import typed

MESSAGE = "the number is there, so the reason why it is missing is not printed"


def find(subject: Subject) -> Iterator[Finding]:
    """Figures, previous numbers and points of series that have both a value and a reason."""
    for name, figure in subject.figures.items():
        if figure.value is not None and figure.reason:
            yield Finding(
                ("figures", name, "reason"),
                MESSAGE,
                "delete reason; what a reader should know about the number is written as note",
                figure.reason,
            )
        last = figure.previous
        if last and last.value is not None and last.reason:
            yield Finding(
                ("figures", name, "previous", "reason"),
                MESSAGE,
                "delete reason; what a reader should know about the number is written as note",
                last.reason,
            )
    for name, series in subject.summary.series.items():
        for year, point in typed(series).items():
            if point.value is not None and point.reason:
                yield Finding(
                    ("series", name, "points", year, "reason"),
                    MESSAGE,
                    "delete reason",
                    point.reason,
                )


RULE = Rule("leftover-reason", find)
