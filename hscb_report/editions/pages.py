"""How an edition in pages is set: what the board edition, large print and the booklet share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import Type
from hscb_report.editions.about import about_the_figures
from hscb_report.editions.publication import Page, Publication
from hscb_report.editions.sections import prose_atoms, section_atoms
from hscb_report.page.context import Context, Paper
from hscb_report.page.cover import Cover
from hscb_report.page.flow import Atom, Frame, Placed, paginate
from hscb_report.page.furniture import DRAFT_HEIGHT, draft_mark, footer, top_edge
from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.structure import Element
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader

CLEAR = 10.0
"""Between the last block and the footer, pt."""


@dataclass(frozen=True)
class Layout:
    """What an edition in pages decides for itself.

    Attributes:
        paper: the page, its margins and zoom.
        scale: the type scale, before the zoom.
        one_column: blocks and cards below one another, tables as lists.
    """

    paper: Paper
    scale: Mapping[str, Type]
    one_column: bool = False


def compose(
    summary: Summary,
    board: Board,
    brand: Brand,
    layout: Layout,
    earlier: Mapping[str, Summary] | None = None,
) -> Publication:
    """Lay the summary out.

    Args:
        earlier: the summaries of earlier years that its blocks compare it with, by period.
    """
    context, paper = (
        Context(
            brand,
            Reader(summary, earlier),
            layout.paper,
            layout.scale,
            layout.one_column,
            1 if layout.one_column else 12,
        ),
        layout.paper,
    )
    document = Element("Document")
    draft = document.add("P") if summary.status == "draft" else None
    headroom = DRAFT_HEIGHT if draft else 0.0
    cover = Cover(
        board.wordmark or [board.name], summary.title, summary.period, context, document, headroom
    )
    atoms = [Atom(cover, space=0, keep_next=True, block="the cover", key=("title",))]
    if summary.introduction:
        atoms += prose_atoms(
            summary.introduction,
            "lead",
            context,
            document.add("Sect"),
            paper.measure,
            "the introduction",
            ("introduction",),
            space=24.0,
        )
    for index, section in enumerate(summary.sections):
        atoms += section_atoms(section, ("sections", index), context, document)
    atoms += about_the_figures(summary, board, context, document)
    top, bottom = paper.height - paper.top - headroom, paper.bottom + CLEAR
    laid = paginate(atoms, context, Frame(paper.height, bottom), Frame(top, bottom))
    title = f"{summary.title} {summary.period}"
    lefts = (
        f"{board.name} · {title}",
        f"{board.short_name or board.name} · {title}",
        title,
        summary.period,
    )
    pages = [
        Page(paper, partial(_draw, placed, context, draft, lefts, number, len(laid)))
        for number, placed in enumerate(laid, 1)
    ]
    return Publication(
        title, summary.language, pages, document, context.misfits, summary.status == "draft"
    )


def _draw(
    placed: list[Placed],
    context: Context,
    draft: Element | None,
    lefts: tuple[str, ...],
    number: int,
    count: int,
    canvas: ReportCanvas,
) -> None:
    for item in placed:
        item.flowable.drawOn(canvas, item.x, item.y)
    if draft:
        draft_mark(canvas, context, draft if number == 1 else None)
    elif number > 1:
        top_edge(canvas, context)
    footer(canvas, context, lefts, number, count)
