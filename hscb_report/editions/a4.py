"""How an edition on A4 sheets is set: what the board edition and large print share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from reportlab.platypus import Flowable

from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import Type
from hscb_report.editions.about import about_the_figures
from hscb_report.editions.composed import Composed
from hscb_report.page import change, chart, lists, prose, statistic, table
from hscb_report.page.context import Context, Paper
from hscb_report.page.flow import Atom, Frame, Placed, paginate
from hscb_report.page.furniture import DRAFT_HEIGHT, Cover, draft_mark, footer, top_edge
from hscb_report.page.heading import block_title, heading
from hscb_report.page.layout import Card, Column, Grid, Narrow
from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.structure import Element
from hscb_report.pdf.tagging import attach
from hscb_report.summary import blocks
from hscb_report.summary.board import Board
from hscb_report.summary.document import Section, Summary
from hscb_report.summary.reading import Reader

COLUMNS = {"full": 12, "two-thirds": 8, "half": 6, "third": 4}

CLEAR = 10.0
"""Between the last block and the footer, pt."""

SECTION = {"space": 28.0, "stretch": 16.0}
BLOCK = {"space": 16.0, "stretch": 8.0}
ROW = {"space": 6.0, "stretch": 8.0}


@dataclass(frozen=True)
class Layout:
    """What an edition on A4 sheets decides for itself.

    Attributes:
        paper: the sheet, its margins and zoom.
        scale: the type scale, before the zoom.
        one_column: blocks and cards below one another, tables as lists.
    """

    paper: Paper
    scale: Mapping[str, Type]
    one_column: bool = False


def compose(summary: Summary, board: Board, brand: Brand, layout: Layout, earlier: Mapping[str, Summary] | None = None) -> Composed:
    """Lay the summary out and write it.

    Args:
        earlier: the summaries of earlier years that its blocks compare it with, by period.

    Returns:
        The file's bytes and what is in it; where blocks did not fit, ``misfits`` lists them
        all and there are no bytes.
    """
    context, paper = Context(brand, Reader(summary, earlier), layout.paper, layout.scale, layout.one_column), layout.paper
    document = Element("Document")
    draft = document.add("P") if summary.status == "draft" else None
    headroom = DRAFT_HEIGHT if draft else 0.0
    cover = Cover(board.wordmark or [board.name], summary.title, summary.period, context, document, headroom)
    atoms = [Atom(cover, space=0, keep_next=True, block="the cover", key=("title",))]
    atoms += _introduction(summary, context, document)
    for index, section in enumerate(summary.sections):
        atoms += _section(section, index, context, document)
    atoms += about_the_figures(summary, board, context, document)
    top, bottom = paper.height - paper.top - headroom, paper.bottom + CLEAR
    pages = paginate(atoms, context, Frame(paper.height, bottom), Frame(top, bottom))
    if context.misfits:
        return Composed(b"", len(pages), document, context.misfits)
    return Composed(_write(pages, summary, board, context, document, draft), len(pages), document, [])


def _introduction(summary: Summary, context: Context, document: Element) -> list[Atom]:
    if not summary.introduction:
        return []
    section = document.add("Sect")
    return _prose(summary.introduction, "lead", context, section, context.paper.measure, "the introduction", ("introduction",), space=24.0)


def _prose(text: str, style: str, context: Context, section: Element, width: float, name: str, key: tuple, space: float) -> list[Atom]:
    atoms: list[Atom] = []
    for paragraph in prose.paragraphs(text, context, section, style):
        parts = prose.breakable(paragraph, width)
        for index, part in enumerate(parts):
            first, last = index == 0, index == len(parts) - 1
            gap = {"space": space if not atoms else 8.0, "stretch": 4.0} if first else {"space": 0.0, "stretch": 0.0}
            atoms.append(Atom(part, **gap, break_cost=10.0 if first else 80.0 if index == 1 or last else 20.0, block=name, key=key))
    return atoms


def _section(section: Section, index: int, context: Context, document: Element) -> list[Atom]:
    element = document.add("Sect")
    key = ("sections", index)
    subtitle = context.reader.plain(section.subtitle) if section.subtitle else ""
    name = context.reader.plain(section.heading)
    context.block, context.key = f'heading "{name}"', key
    context.numbered = 0
    rows = _rows(section.blocks, context.one_column)
    first = section.blocks[0]
    if isinstance(first, blocks.Priorities) and len(rows[0]) == 1 and not first.title and first.width in (None, "full"):
        atoms = [_band(first, heading(context, name, subtitle, element, "primary"), name, key, context, element)]
        rows = rows[1:]
    else:
        atoms = [Atom(heading(context, name, subtitle, element), **SECTION, keep_next=True, block=context.block, key=key)]
    for row in rows:
        made = _row(row, name, key, context, element)
        made[0].space, made[0].stretch = (12.0, 4.0) if len(atoms) == 1 else (BLOCK["space"], BLOCK["stretch"])
        made[0].break_cost = max(made[0].break_cost, 12.0)
        atoms += made
    return atoms


def _band(block: blocks.Priorities, head: Flowable, section: str, key: tuple, context: Context, element: Element) -> Atom:
    """Priorities that open a section: its heading stands with them on the dark ground."""
    content = Column([head, lists.priorities(block, context, element, context.paper.measure)], 20.0)
    return Atom(lists.Band(content, context), **SECTION, block=f'"{section}", block 1 (priorities)', key=(*key, "blocks", 0))


def _rows(all_blocks: list, one_column: bool) -> list[list[tuple[int, object]]]:
    """Neighbouring blocks that fit the twelve columns together share a row."""
    rows: list[list[tuple[int, object]]] = []
    used = 12
    for number, block in enumerate(all_blocks):
        columns = 12 if one_column else COLUMNS[block.width or "full"]
        if rows and used + columns <= 12:
            rows[-1].append((number, block))
            used += columns
        else:
            rows.append([(number, block)])
            used = columns
    return rows


def _row(row: list[tuple[int, object]], section: str, key: tuple, context: Context, element: Element) -> list[Atom]:
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
        atoms.append(Atom(block_title(context, context.reader.plain(block.title), element, "paper"), keep_next=True))
    made = _BLOCKS[type(block)](block, context, element, width)
    if atoms:
        made[0].space, made[0].stretch = 8.0, 0.0
    return atoms + made


def _whole_block(make):
    return lambda block, context, element, width: [Atom(make(block, context, element, width))]


def _lessons(block: blocks.Lessons, context: Context, element: Element, width: float) -> list[Atom]:
    rows = lists.lessons(block, context, element, width)
    last = len(rows) - 1
    return [Atom(row, **ROW, break_cost=0.0 if i == 0 else 60.0 if i in (1, last) else 25.0) for i, row in enumerate(rows)]


def _table(block: blocks.Table, context: Context, element: Element, width: float) -> list[Atom]:
    return table.figures([context.reader.figure(name) for name in block.figures], context, element, width)


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
    blocks.Priorities: _whole_block(lambda b, c, e, w: Card(lists.priorities(b, c, e, w), c.brand, "primary", padding=(20, 20))),
    blocks.Table: _table,
    blocks.Change: change.change,
    blocks.Text: lambda b, c, e, w: _prose(b.text, "body", c, e, w, c.block, c.key, space=12.0),
}


def _write(pages: list[list[Placed]], summary: Summary, board: Board, context: Context, document: Element, draft: Element | None) -> bytes:
    out = BytesIO()
    canvas = ReportCanvas(out, context.brand, context.paper.size, summary.language)
    title = f"{summary.title} {summary.period}"
    canvas.addPageLabel(0, style="ARABIC", start=1)
    canvas.showOutline()
    for number, placed in enumerate(pages, 1):
        canvas.scale(context.paper.zoom, context.paper.zoom)
        for item in placed:
            item.flowable.drawOn(canvas, item.x, item.y)
        if draft:
            draft_mark(canvas, context, draft if number == 1 else None)
        elif number > 1:
            top_edge(canvas, context)
        footer(canvas, context, (f"{board.name} · {title}", f"{board.short_name or board.name} · {title}", title, summary.period), number, len(pages))
        canvas.showPage()
    attach(canvas, document)
    canvas.save()
    return out.getvalue()
