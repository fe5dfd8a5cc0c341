"""One chart, several definitions.

Finds:
    series or figures with different definitions on one chart
Why:
    Two ways of counting on one scale look like a difference between children's lives.
Fails:
    series:
      before:
        label: Children in care, as counted before
        definition: Without respite care.
        points: {2015: 1300, 2016: 1320, 2017: 1440}
        source: return
      now:
        label: Children in care, as counted now
        definition: With respite care.
        points: {2015: 1420, 2016: 1450, 2017: 1592}
        source: return
    sections:
      - heading: Children in care
        blocks:
          - {kind: trend, series: [before, now]}
Passes:
    series:
      before:
        label: Children in care, as counted before
        definition: Without respite care.
        points: {2015: 1300, 2016: 1320, 2017: 1440}
        source: return
      now:
        label: Children in care, as counted now
        definition: With respite care.
        points: {2015: 1420, 2016: 1450, 2017: 1592}
        source: return
    sections:
      - heading: Children in care
        blocks:
          - {kind: trend, series: before}
          - {kind: trend, series: now}
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.places import defined
from hscb_report.summary.uses import series_of, shown_by


def find(subject: Subject) -> Iterator[Finding]:
    """Charts whose series, or whose figures, are defined in different words."""
    for s, section in enumerate(subject.summary.sections):
        for b, block in enumerate(section.blocks):
            if not block.one_scale:
                continue
            members = [subject.summary.series[name] for name in series_of(block)] + [
                subject.figures[name] for name in shown_by(block)
            ]
            said: dict[str, str] = {}
            for member in members:  # children in England are counted as those in Hampshire
                if member.definition:
                    plain = defined(member, subject.home)
                    said.setdefault(plain, member.definition.rstrip("."))
            if len(said) > 1:
                one, other, *_ = said.values()
                yield Finding(
                    ("sections", s, "blocks", b),
                    f'this {block.kind} compares what is defined differently: "{one}" and '
                    f'"{other}"',
                    "show them in separate blocks; if they may be compared, accept this with the "
                    "reason",
                )


RULE = Rule("definitions-differ", find)
