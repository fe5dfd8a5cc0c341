"""One chart, several dates.

Finds:
    figures of different days or periods on one chart
Why:
    A chart invites comparison, and these numbers cannot be compared.
Fails:
    figures:
      in-care: {value: 1592, label: children in care, as_at: 2018-03-31, source: return}
      plans: {value: 1294, label: children on a plan, as_at: 2017-09-30, source: return}
    sections:
      - heading: Children in care and on plans
        blocks:
          - {kind: bars, figures: [in-care, plans]}
Passes:
    figures:
      in-care: {value: 1592, label: children in care, as_at: 2018-03-31, source: return}
      plans: {value: 1294, label: children on a plan, as_at: 2017-09-30, source: return}
    sections:
      - heading: Children in care and on plans
        blocks:
          - {kind: statistics, items: [in-care, plans]}    # each card bears its own date
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.uses import compared_by


def find(subject: Subject) -> Iterator[Finding]:
    """Charts whose figures are of different days or periods."""
    for s, section in enumerate(subject.summary.sections):
        for b, block in enumerate(section.blocks):
            names = compared_by(block, subject.summary)
            times: dict[object, str] = {}
            for name in names:
                times.setdefault(subject.figures[name].time, name)
            if len(times) > 1:
                told = ", ".join(
                    f'"{name}" is of {subject.reader.figure(name).when}' for name in times.values()
                )
                yield Finding(
                    ("sections", s, "blocks", b),
                    f"this {block.kind} compares figures of different dates: {told}",
                    "use figures of one date, or show them as statistics, where each bears its own",
                )


RULE = Rule("dates-differ", find)
