"""Which figures and series a reader meets in a part of the content, as its keys declare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hscb_report.summary.blocks import Block, Change
from hscb_report.summary.breakdowns import Grid, Stack
from hscb_report.summary.document import Section, Summary
from hscb_report.summary.figures import Figure
from hscb_report.summary.keys import Printed, held, names_in
from hscb_report.summary.tree import KeyPath
from hscb_report.summary.wording import references


def shown_by(block: Block) -> list[str]:
    """The names of the figures that are its own, in their order; texts may name others."""
    return names_in(block, "figure")


def series_of(block: Block) -> list[str]:
    """The names of its series."""
    return names_in(block, "series")


def figures_of(block: Block) -> list[str]:
    """The names of its figures, and of those in its texts, each once."""
    return list(dict.fromkeys([*shown_by(block), *named_in(_texts_of(block))]))


def compared_by(block: Block, summary: Summary) -> list[str]:
    """The names of the figures that it sets against one another; none where it does not."""
    return _with_wholes(block, summary) if block.one_scale else []


def lanes_of(block: Grid | Stack) -> tuple[list[list[str]], list[list[str]]]:
    """The figures of its rows, and those that stand below one another."""
    rows = [row.figures for row in block.rows]
    columns = [list(column) for column in zip(*rows, strict=False)]
    return rows, columns if len({len(row) for row in rows}) == 1 else []


def named_in(texts: Iterable[str]) -> list[str]:
    """The names of the figures that texts name, in their order."""
    return [name for text in texts for name, _ in references(text)]


def looking_back(summary: Summary) -> Iterator[tuple[KeyPath, Change]]:
    """The blocks that look back to an earlier year, and the keys to each."""
    for s, section in enumerate(summary.sections):
        for b, block in enumerate(section.blocks):
            if isinstance(block, Change):
                yield ("sections", s, "blocks", b), block


def told_by(section: Section, summary: Summary) -> set[str]:
    """The names of the figures that a section tells: in its own words, in its blocks, in the words
    of those figures, and beside them.
    """
    own = [text for text in (section.heading, section.subtitle) if text]
    names = named_in(own)
    for block in section.blocks:
        names += [*figures_of(block), *_with_wholes(block, summary)]
    names += [other for name in names for other in summary.figures[name].beside]
    return {*names, *(one for name in names for one in named_in(_texts_of(summary.figures[name])))}


def _with_wholes(block: Block, summary: Summary) -> list[str]:
    names = shown_by(block)
    wholes = [summary.figures[name].part_of for name in names] if block.with_whole else []
    return [*names, *(whole for whole in wholes if whole)]


def _texts_of(part: Block | Figure) -> list[str]:
    return [one.value for one in held(part) if isinstance(one.mark, Printed) and one.mark.inline]
