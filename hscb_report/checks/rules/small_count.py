"""Counts of people so small that a child could be recognised.

Finds:
    a count of people from 1 to `suppress_up_to`; a true zero stays
Why:
    A child could be recognised. The Department for Education suppresses counts of 1 to 5.
Fails:
    figures:
      uasc: {value: 3, label: unaccompanied children, period: 2017-18, source: return}
Passes:
    figures:
      uasc:
        value: null
        symbol: c
        reason: The number is so small that it could identify a child.
        label: unaccompanied children
        period: 2017-18
        source: return
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.disclosure import is_small
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.errors import ERROR
from hscb_report.summary.tree import KeyPath
from hscb_report.summary.wording import number

HINT = (
    "write value: null, symbol: c and reason: The number is so small that it could identify a "
    "child. "
    "If it counts things and not people, write counts: things"
)


def find(subject: Subject) -> Iterator[Finding]:
    """Figures and points of series from 1 to the threshold that count people."""
    most = subject.settings.suppress_up_to
    for name, figure in subject.figures.items():
        if is_small(figure, figure.value, most):
            yield _finding(("figures", name, "value"), figure.value, most)
    for name, series in subject.summary.series.items():
        for year, point in series.points.items():
            if is_small(series, point.value, most):
                yield _finding(("series", name, "points", year), point.value, most)


def _finding(path: KeyPath, value: int, most: int) -> Finding:
    return Finding(
        path,
        f"{number(value)} is a count of people from 1 to {most}, which could identify them",
        HINT,
        number(value),
    )


RULE = Rule("small-count", find, ERROR, of_last_year=True)
