"""Figures that changed much since the period before.

Finds:
    a figure that moved by more than `change_percent` (percentages: `change_points`) since the
    file of the year before
Why:
    A slip of a digit shows as a jump. A true jump is news, and the report should say why.
Fails:
    # the year before
    period: 2016-17
    figures:
      contacts: {value: 7602, label: contacts, period: 2016-17, source: return}
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
from hscb_report.checks.subject import Subject
from hscb_report.summary.changes import why_not
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure
from hscb_report.summary.wording import number, percentage

SMALL = 50
"""Below this in both years a count swings by chance."""


def find(subject: Subject) -> Iterator[Finding]:
    """Figures that last year's file has as well, and that moved beyond the threshold."""
    before = subject.previous
    if before is None:
        return
    if before.summary is None:
        yield Finding(
            ("period",),
            f"{before.file} has errors, so nothing can be said of the changes since then",
            f"put it right; {before.check} lists what is wrong",
        )
        return
    for name, figure in subject.figures.items():
        last = before.summary.figures.get(name)
        if last is None or not comparable(figure, last, before.summary, subject.summary):
            continue
        change = figure.value - last.value
        if figure.unit in ("percent", "points"):
            moved, told = (
                abs(change) > subject.settings.change_points,
                f"{abs(change):g} percentage points",
            )
        else:
            most, base = max(abs(figure.value), abs(last.value)), abs(last.value)
            small = figure.unit in ("count", "difference") and most < SMALL
            moved = not small and abs(change) * 100 > base * subject.settings.change_percent
            told = percentage(abs(change), base) if base else number(abs(change), figure.unit)
        if moved:
            way = "more" if change > 0 else "less"
            yield Finding(
                ("figures", name, "value"),
                f"{subject.shown(name)} is {told} {way} than in "
                f"{before.summary.period}, "
                f"when it was {number(last.value, last.unit)}",
                "check it against the source; if it is right, accept this with what explains the "
                "change",
            )


def comparable(figure: Figure, last: Figure, before: Summary, now: Summary) -> bool:
    """Whether two years' figures are of one measure, as ``compare`` has it; two that say they are
    of one time are looked at all the same.
    """
    return not why_not(last, figure, before, now, times=False)


RULE = Rule("big-change", find)
