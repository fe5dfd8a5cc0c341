"""Counts of people so small that a child could be recognised.

Finds:
    a count of people from 1 to `suppress_up_to`; a true zero stays, and "under 5", which
    says no number
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

from hscb_report.checks.disclosure import is_small, is_told_small
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.errors import ERROR
from hscb_report.summary.same_point import typed
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
        if is_told_small(figure, most):
            yield _finding(("figures", name, "value"), subject.shown(name), most, figure.place)
    for name, series in subject.summary.series.items():
        for year, point in typed(series).items():
            if is_small(series, point.value, most):
                path: KeyPath = ("series", name, "points", year)
                yield _finding(path, number(point.value), most, series.place)


def _finding(path: KeyPath, said: str, most: int, place: str | None) -> Finding:
    """Few people, wherever they live: another area's children could be recognised as ours could."""
    of = f" of {place}" if place else ""
    return Finding(
        path,
        f"{said} is a count of people{of} from 1 to {most}, which could identify them",
        HINT,
        said,
    )


RULE = Rule("small-count", find, ERROR, of_last_year=True)
