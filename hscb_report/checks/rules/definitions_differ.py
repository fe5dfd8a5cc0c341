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

from collections.abc import Iterator, Sequence

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.block import Block
from hscb_report.summary.breakdowns import Grid, Stack
from hscb_report.summary.figures import Figure, Series
from hscb_report.summary.places import defined
from hscb_report.summary.uses import lanes_of, series_of, shown_by


def find(subject: Subject) -> Iterator[Finding]:
    """Charts whose series, or whose figures, are defined in different words."""
    for s, section in enumerate(subject.summary.sections):
        for b, block in enumerate(section.blocks):
            for members in _compared(block, subject):
                said: dict[str, str] = {}
                for member in members:  # children in England are counted as those in Hampshire
                    if member.definition:
                        plain = defined(member, subject.home)
                        said.setdefault(plain, member.definition.rstrip("."))
                if len(said) > 1:
                    one, other, *_ = said.values()
                    yield Finding(
                        ("sections", s, "blocks", b),
                        f"this {block.kind} compares what is defined differently: "
                        f'"{one}" and "{other}"',
                        "show them in separate blocks; if they may be compared, accept this with "
                        "the reason",
                    )
                    break


def _compared(block: Block, subject: Subject) -> Iterator[Sequence[Figure | Series]]:
    """What is set against one another. In a grid and a stack, where each number is of something
    else, that is what stands in one lane and is of different times.
    """
    figures = subject.figures
    if isinstance(block, (Grid, Stack)):
        rows, columns = lanes_of(block)
        for lane in (*rows, *columns):
            if len({subject.reader.figure(name).when for name in lane}) > 1:
                yield [figures[name] for name in lane]
    elif block.one_scale:
        series = [subject.summary.series[name] for name in series_of(block)]
        yield [*series, *(figures[name] for name in shown_by(block))]


RULE = Rule("definitions-differ", find)
