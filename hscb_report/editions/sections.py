"""A section of the summary as atoms: its heading, and below it each block by its kind."""

from __future__ import annotations

from collections.abc import Collection

from reportlab.platypus import Flowable

from hscb_report.page import change, chart, lists, prose, statistic, table
from hscb_report.page.context import Context
from hscb_report.page.flow import Atom
from hscb_report.page.heading import block_title, heading
from hscb_report.page.layout import Card, Column, Grid, Narrow
from hscb_report.pdf.structure import Element
from hscb_report.summary import blocks
from hscb_report.summary.document import Section

COLUMNS = {"full": 12, "two-thirds": 8, "half": 6, "third": 4}

SECTION = {"space": 28.0, "stretch": 16.0}
BLOCK = {"space": 16.0, "stretch": 8.0}
ROW = {"space": 6.0, "stretch": 8.0}


def section_atoms(
    section: Section,
    key: tuple[str | int, ...],
    context: Context,
    document: Element,
    only: Collection[int] | None = None,
    banded: bool = True,
) -> list[Atom]:
    """A heading and its blocks.

    Args:
        key: the path of keys to the section in the content file.
        document: its parent element.
        only: which of its blocks, from 0; all if left out.
        banded: whether priorities that open a section stand on a band from edge to edge.
    """
    element = document.add("Sect")
    subtitle = context.reader.plain(section.subtitle) if section.subtitle else ""
    name = context.reader.plain(section.heading)
    context.block, context.key = f'heading "{name}"', key
    context.numbered = 0
    chosen = [
        (number, block)
        for number, block in enumerate(section.blocks)
        if only is None or number in only
    ]
    rows = _rows(chosen, context.one_column)
    first = chosen[0][1]
    if (
        banded
        and isinstance(first, blocks.Priorities)
        and len(rows[0]) == 1
        and not first.title
        and first.width in (None, "full")
    ):
        atoms = [
            _band(
                first,
                heading(context, name, subtitle, element, "primary"),
                name,
                key,
                context,
                element,
            )
        ]
        rows = rows[1:]
    else:
        atoms = [
            Atom(
                heading(context, name, subtitle, element),
                **SECTION,
                keep_next=True,
                block=context.block,
                key=key,
            )
        ]
    for row in rows:
        made = _row(row, name, key, context, element)
        made[0].space, made[0].stretch = (
            (12.0, 4.0) if len(atoms) == 1 else (BLOCK["space"], BLOCK["stretch"])
        )
        made[0].break_cost = max(made[0].break_cost, 12.0)
        atoms += made
    return atoms


def _band(
    block: blocks.Priorities,
    head: Flowable,
    section: str,
    key: tuple,
    context: Context,
    element: Element,
) -> Atom:
    """Priorities that open a section: its heading stands with them on the dark ground."""
    content = Column([head, lists.priorities(block, context, element, context.paper.measure)], 20.0)
    return Atom(
        lists.Band(content, context),
        **SECTION,
        block=f'"{section}", block 1 (priorities)',
        key=(*key, "blocks", 0),
    )


def _rows(chosen: list[tuple[int, object]], one_column: bool) -> list[list[tuple[int, object]]]:
    """Neighbouring blocks that fit the twelve columns together share a row."""
    rows: list[list[tuple[int, object]]] = []
    used = 12
    for number, block in chosen:
        columns = 12 if one_column else COLUMNS[block.width or "full"]
        if rows and used + columns <= 12:
            rows[-1].append((number, block))
            used += columns
        else:
            rows.append([(number, block)])
            used = columns
    return rows


def _row(
    row: list[tuple[int, object]], section: str, key: tuple, context: Context, element: Element
) -> list[Atom]:
    """One block over the whole width, or several side by side; those are whole."""
    cells, atoms = [], []
    for number, block in row:
        context.key = (*key, "blocks", number)
        context.block = f'"{section}", block {number + 1} ({block.kind})'
        width = context.paper.span(12 if context.one_column else COLUMNS[block.width or "full"])
        atoms = _block(block, context, element, width)
        for atom in atoms:
            atom.block, atom.key = context.block, context.key
        cells.append((width, _whole(atoms)))
    if len(row) == 1:
        for atom in atoms if width < context.paper.measure else []:
            atom.flowable = Narrow(atom.flowable, width)
            atom.header = Narrow(atom.header, width) if atom.header else None
        return atoms
    name = f'"{section}", blocks {row[0][0] + 1} to {row[-1][0] + 1}'
    return [Atom(Grid([cells], context.paper.gutter), block=name, key=(*key, "blocks", row[0][0]))]


def _whole(atoms: list[Atom]) -> Flowable:
    """Atoms of one block as one flowable, for a place beside others."""
    if len(atoms) == 1:
        return atoms[0].flowable
    return Column([atom.flowable for atom in atoms], [atom.space for atom in atoms[1:]])


def _block(block, context: Context, element: Element, width: float) -> list[Atom]:
    """A block's atoms; a title above it stays with the first."""
    titled_inside = isinstance(block, (blocks.Trend, blocks.Bars))
    atoms = []
    if block.title and not titled_inside:
        atoms.append(
            Atom(
                block_title(context, context.reader.plain(block.title), element, "paper"),
                keep_next=True,
            )
        )
    made = _BLOCKS[type(block)](block, context, element, width)
    if atoms:
        made[0].space, made[0].stretch = 8.0, 0.0
    return atoms + made


def _whole_block(make):
    return lambda block, context, element, width: [Atom(make(block, context, element, width))]


def _lessons(block: blocks.Lessons, context: Context, element: Element, width: float) -> list[Atom]:
    rows = lists.lessons(block, context, element, width)
    last = len(rows) - 1
    return [
        Atom(row, **ROW, break_cost=0.0 if i == 0 else 60.0 if i in (1, last) else 25.0)
        for i, row in enumerate(rows)
    ]


def _table(block: blocks.Table, context: Context, element: Element, width: float) -> list[Atom]:
    return table.figures(
        [context.reader.figure(name) for name in block.figures], context, element, width
    )


_BLOCKS = {
    blocks.Funnel: _whole_block(chart.funnel),
    blocks.Statistics: lambda b, c, e, w: statistic.cards(b.items, c, e, w, most=3),
    blocks.Share: _whole_block(chart.share),
    blocks.Part: _whole_block(chart.part),
    blocks.Compare: _whole_block(chart.compare),
    blocks.Trend: _whole_block(chart.trend),
    blocks.Bars: _whole_block(chart.bars),
    blocks.Note: _whole_block(lambda b, c, e, w: prose.note(b.text, b.icon, c, e)),
    blocks.Lessons: _lessons,
    blocks.Events: lambda b, c, e, w: statistic.cards(b.items, c, e, w, most=4, compact=True),
    blocks.Priorities: _whole_block(
        lambda b, c, e, w: Card(
            lists.priorities(b, c, e, w), c, "primary", padding=(c.padding + 4, c.padding + 4)
        )
    ),
    blocks.Table: _table,
    blocks.Change: change.change,
    blocks.Text: lambda b, c, e, w: prose_atoms(
        b.text, "body", c, e, w, c.block, c.key, space=12.0
    ),
}


def prose_atoms(
    text: str,
    style: str,
    context: Context,
    section: Element,
    width: float,
    name: str,
    key: tuple,
    space: float,
) -> list[Atom]:
    """Paragraphs; a long one may break over a page after any of its lines.

    Args:
        width: pt.
        name, key: of the block, for messages.
        space: above the first, pt.
    """
    atoms: list[Atom] = []
    for paragraph in prose.paragraphs(text, context, section, style):
        parts = prose.breakable(paragraph, width)
        for index, part in enumerate(parts):
            first, last = index == 0, index == len(parts) - 1
            gap = (
                {"space": space if not atoms else 8.0, "stretch": 4.0}
                if first
                else {"space": 0.0, "stretch": 0.0}
            )
            atoms.append(
                Atom(
                    part,
                    **gap,
                    break_cost=10.0 if first else 80.0 if index == 1 or last else 20.0,
                    exact=not last,
                    block=name,
                    key=key,
                )
            )
    return atoms
