"""Last year's number of a figure: as the figure says that it stands now, or as last year's file has
it.
"""

from __future__ import annotations

from dataclasses import dataclass

from hscb_report.checks.subject import Subject
from hscb_report.summary.changes import why_not
from hscb_report.summary.figures import Figure
from hscb_report.summary.periods import years_of
from hscb_report.summary.previous import before_of, is_of, when, why_not_before


@dataclass(frozen=True)
class Last:
    """A number of the year before that may be compared.

    Attributes:
        when: its time, as it is written.
        said: whether the figure says it itself.
    """

    figure: Figure
    when: str
    said: bool


def last_of(name: str, subject: Subject) -> Last | None:
    """The number of the year before; None where there is none, or it cannot be compared. Two that
    say they are of one time are looked at all the same.
    """
    figure = subject.figures[name]
    if before := before_of(figure):
        return None if why_not_before(before, figure) else Last(before, when(before), said=True)
    return filed(name, subject)


def filed(name: str, subject: Subject) -> Last | None:
    """The same as last year's file has it, whatever the figure says."""
    summary = subject.previous.summary if subject.previous else None
    last = summary.figures.get(name) if summary else None
    if summary is None or last is None:
        return None
    if why_not(last, subject.figures[name], summary, subject.summary, times=False):
        return None
    return Last(last, summary.period, said=False)


def year_said(figure: Figure, report: str) -> str:
    """The year of which a figure says its previous number, as a text may name it; empty where it
    says none.

    Args:
        report: the period of the report.
    """
    before, years = before_of(figure), years_of(report)
    if before is None:
        return ""
    if years and is_of(figure, years.before):
        return years.before
    return before.period if before.period and years_of(before.period) else ""
