"""Percentages that give away a small count.

Finds:
    a percentage whose `of` names a small or confidential count
Why:
    With the whole beside it the count can be worked out, so the Department for Education
    suppresses it too.
Fails:
    figures:
      plans: {value: 20, label: children on a plan, period: 2017-18, source: return}
      abuse:
        value: null
        symbol: c
        reason: The number is so small that it could identify a child.
        label: because of abuse
        period: 2017-18
        source: return
      abuse-share:
        value: 15                        # 15% of 20 is 3
        unit: percent
        of: {part: abuse, whole: plans}
        label: of plans are due to abuse
        period: 2017-18
        source: return
Passes:
    figures:
      plans: {value: 20, label: children on a plan, period: 2017-18, source: return}
      abuse:
        value: null
        symbol: c
        reason: The number is so small that it could identify a child.
        label: because of abuse
        period: 2017-18
        source: return
      abuse-share:
        value: null
        symbol: c
        reason: The number behind it is so small that it could identify a child.
        unit: percent
        of: {part: abuse, whole: plans}
        label: of plans are due to abuse
        period: 2017-18
        source: return
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.disclosure import is_told_small, is_veiled
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.errors import ERROR


def find(subject: Subject) -> Iterator[Finding]:
    """Percentages of which the part is small or confidential."""
    for name, figure in subject.figures.items():
        if figure.of is None or figure.value is None:
            continue
        part = subject.figures[figure.of.part]
        if figure.bound in ("over", "under"):
            continue  # nothing can be worked out from it
        most = subject.settings.suppress_up_to
        if is_veiled(part, most) or is_told_small(part, most):
            told = "confidential" if part.value is None else f"only {subject.shown(figure.of.part)}"
            yield Finding(
                ("figures", name, "value"),
                f'this percentage is built on "{figure.of.part}", which is {told}; it gives the '
                "count away",
                "write value: null, symbol: c and reason: The number behind it is so small that "
                "it could identify a child.",
                subject.shown(name),
            )


RULE = Rule("small-percentage", find, ERROR, of_last_year=True)
