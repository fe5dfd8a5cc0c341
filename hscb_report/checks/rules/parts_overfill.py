"""Parts that do not overlap, and together are more than their whole.

Finds:
    parts of one `breakdown` that add up to more than their whole
Why:
    Parts of one breakdown do not overlap, so one of the numbers must be wrong, or rounded: then
    `rounded` says so, and half of what each is rounded to is allowed.
Fails:
    figures:
      plans: {value: 100, label: children on a plan, period: 2017-18, source: return}
      under-five:
        value: 60
        part_of: plans
        breakdown: age
        label: children under 5
        period: 2017-18
        source: return
      older:
        value: 50                        # 60 and 50 are 110
        part_of: plans
        breakdown: age
        label: children from 5
        period: 2017-18
        source: return
Passes:
    figures:
      plans: {value: 100, label: children on a plan, period: 2017-18, source: return}
      under-five:
        value: 60
        part_of: plans
        breakdown: age
        label: children under 5
        period: 2017-18
        source: return
      older:
        value: 40
        part_of: plans
        breakdown: age
        label: children from 5
        period: 2017-18
        source: return
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.parts import breakdowns
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.errors import ERROR
from hscb_report.summary.rounding import may_be_rounded
from hscb_report.summary.wording import number


def find(subject: Subject) -> Iterator[Finding]:
    """Parts of one ``breakdown`` that add up to more than the whole."""
    for group in breakdowns(subject):
        if group.breakdown and group.total > group.whole_value + group.slack:
            unit = subject.figures[group.whole].unit
            yield Finding(
                ("figures", group.parts[-1], "value"),
                f'the parts of "{group.whole}" by {group.breakdown} add up to '
                f"{number(group.total, unit)}, "
                f"and the whole is {number(group.whole_value, unit)}",
                f"check {', '.join(group.parts)} and {group.whole} against the source"
                + may_be_rounded(
                    [subject.figures[name] for name in (group.whole, *group.parts)],
                    group.total - group.whole_value,
                ),
                number(group.total, unit),
            )


RULE = Rule("parts-overfill", find, ERROR, of_last_year=True)
