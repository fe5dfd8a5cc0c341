"""Parts that add up to more than their whole, where nothing says whether they overlap.

Finds:
    parts of one whole that add up to more than it, where no `breakdown` says that they may
    overlap
Why:
    Readers add parts up. Where they overlap, the content should say by what each one divides
    the whole.
Fails:
    figures:
      plans: {value: 100, label: children on a plan, period: 2017-18, source: return}
      neglect:
        value: 70
        part_of: plans
        label: because of neglect
        period: 2017-18
        source: return
      under-five:
        value: 45
        part_of: plans
        label: children under 5
        period: 2017-18
        source: return
Passes:
    figures:
      plans: {value: 100, label: children on a plan, period: 2017-18, source: return}
      neglect:
        value: 70
        part_of: plans
        breakdown: reason
        label: because of neglect
        period: 2017-18
        source: return
      under-five:
        value: 45
        part_of: plans
        breakdown: age                   # a child may be in both
        label: children under 5
        period: 2017-18
        source: return
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.parts import breakdowns
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.wording import number


def find(subject: Subject) -> Iterator[Finding]:
    """Parts without a ``breakdown`` that add up to more than the whole."""
    for group in breakdowns(subject):
        if not group.breakdown and len(group.parts) > 1 and group.total > group.whole_value:
            unit = subject.figures[group.whole].unit
            yield Finding(
                ("figures", group.parts[-1], "value"),
                f'the parts of "{group.whole}" ({", ".join(group.parts)}) add up to '
                f"{number(group.total, unit)}, "
                f"and the whole is {number(group.whole_value, unit)}",
                "check the numbers; if one child may be in several parts, say by what each "
                "divides the whole, such as breakdown: age",
            )


RULE = Rule("parts-overlap", find)
