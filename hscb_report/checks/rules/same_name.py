"""Two numbers under one name.

Finds:
    two figures of one unit that are called the same in tables, and are of the same time or stand in
    one block; two lines of one trend that are called the same
Why:
    A reader who finds two numbers under one name believes neither, and a screen reader says nothing
    that tells them apart.
Fails:
    figures:
      plans: {value: 1294, label: children, period: 2017-18, source: return}
      care: {value: 1604, label: children, period: 2017-18, source: return}
Passes:
    figures:
      plans:
        value: 1294
        label: children
        name: Children on a plan
        period: 2017-18
        source: return
      care: {value: 1604, label: children, name: Children in care, period: 2017-18, source: return}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.block import Block
from hscb_report.summary.breakdowns import Grid, Stack
from hscb_report.summary.places import folded
from hscb_report.summary.uses import series_of, shown_by


def find(subject: Subject) -> Iterator[Finding]:
    """Figures that a reader cannot tell apart, each but the first."""
    blocks = [
        set(names)
        for section in subject.summary.sections
        for block in section.blocks
        for names in _side_by_side(block)
    ]
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, figure in subject.figures.items():
        said = str(subject.reader.figure(name).name)
        earlier = alike[(said.casefold(), figure.unit)]
        for other in earlier:
            when = subject.figures[other]
            if when.time == figure.time or any({name, other} <= block for block in blocks):
                key = "name" if figure.name else "label"
                yield Finding(
                    ("figures", name, key),
                    f'"{said}" is what both "{other}" and "{name}" are called',
                    'say in name: what tells them apart, such as name: "Children on a plan: boys"; '
                    "if one is of another area, say which in place:",
                )
                break
        earlier.append(name)
    yield from _lines(subject)


def _lines(subject: Subject) -> Iterator[Finding]:
    """Series of one trend that are called the same, and are of one place."""
    for section in subject.summary.sections:
        for block in section.blocks:
            first: dict[tuple[str, str], str] = {}
            for name in series_of(block):
                series = subject.summary.series[name]
                called = (series.label.casefold(), folded(series.place or ""))
                if first.setdefault(called, name) != name:
                    yield Finding(
                        ("series", name, "label"),
                        f'"{series.label}" is what both "{first[called]}" and "{name}" are called, '
                        "two lines of one chart",
                        "say in label: what tells them apart; if they are of two places, say which "
                        "under one of them, such as place: England",
                    )


def _side_by_side(block: Block) -> list[list[str]]:
    """The figures that only their names tell apart: in a grid the heads do, and in a stack the
    bars, and its own names of parts.
    """
    if isinstance(block, Grid) or (isinstance(block, Stack) and block.parts):
        return []
    return [row.figures for row in block.rows] if isinstance(block, Stack) else [shown_by(block)]


RULE = Rule("same-name", find)
