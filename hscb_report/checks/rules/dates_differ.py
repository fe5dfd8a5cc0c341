"""One chart, several dates.

Finds:
    figures of different days or periods on one chart, in one bar of a stack, or in both a row and a
    column of a grid
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
from hscb_report.summary.block import Block
from hscb_report.summary.breakdowns import Grid, Stack
from hscb_report.summary.rows import whole_of
from hscb_report.summary.uses import compared_by, lanes_of


def find(subject: Subject) -> Iterator[Finding]:
    """Charts whose figures are of different days or periods."""
    for s, section in enumerate(subject.summary.sections):
        for b, block in enumerate(section.blocks):
            for what, names in _compared(block, subject):
                if len(times := _times(names, subject)) > 1:
                    told = ", ".join(f'"{name}" is of {when}' for when, name in times.items())
                    yield Finding(
                        ("sections", s, "blocks", b),
                        f"{what} compares figures of different dates: {told}",
                        "let each column, or each row, be of one date; show the others elsewhere"
                        if isinstance(block, Grid)
                        else "use figures of one date, or show them as statistics, where each "
                        "bears its own",
                    )
                    break


def _compared(block: Block, subject: Subject) -> Iterator[tuple[str, list[str]]]:
    """What a reader takes for figures of one time, with the words for it."""
    if isinstance(block, Grid):
        rows, columns = lanes_of(block)
        if not any(len(_times(row, subject)) > 1 for row in rows):
            return  # each row is of one time
        for head, column in zip(block.columns, columns, strict=True):
            yield f'the column "{head}" of this grid', column
    elif isinstance(block, Stack):
        for row in block.rows:
            whole = whole_of(row, subject.figures)
            yield f'the bar "{row.label}" of this stack', [*row.figures, whole]
    else:
        yield f"this {block.kind}", compared_by(block, subject.summary)


def _times(names: list[str], subject: Subject) -> dict[str, str]:
    """The times of figures in words, each with the first that is of it."""
    first: dict[object, str] = {}
    for name in names:
        first.setdefault(subject.figures[name].time, name)
    return {subject.reader.figure(name).when: name for name in first.values()}


RULE = Rule("dates-differ", find)
