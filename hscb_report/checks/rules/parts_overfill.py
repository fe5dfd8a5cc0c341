"""Parts that do not overlap, and together are more than their whole."""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.parts import breakdowns
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.errors import ERROR
from hscb_report.summary.wording import number


def find(subject: Subject) -> Iterator[Finding]:
    """Parts of one ``breakdown`` that add up to more than the whole."""
    for group in breakdowns(subject):
        if group.breakdown and group.total > group.whole_value:
            unit = subject.figures[group.whole].unit
            yield Finding(
                ("figures", group.parts[-1], "value"),
                f'the parts of "{group.whole}" by {group.breakdown} add up to '
                f"{number(group.total, unit)}, "
                f"and the whole is {number(group.whole_value, unit)}",
                f"check {', '.join(group.parts)} and {group.whole} against the source",
                number(group.total, unit),
            )


RULE = Rule(
    "parts-overfill",
    "parts of one `breakdown` that add up to more than their whole",
    "Parts of one breakdown do not overlap, so one of the numbers must be wrong.",
    find,
    ERROR,
)
