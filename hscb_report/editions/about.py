"""About the figures: every figure with value, period and source, and the symbols explained."""

from __future__ import annotations

from hscb_report.page import table
from hscb_report.page.context import Context
from hscb_report.page.flow import Atom
from hscb_report.page.heading import heading
from hscb_report.page.layout import Column
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Source
from hscb_report.summary.wording import date

TITLE = "About the figures"
LEAD = (
    "Every figure in this summary, with the period or the day it is about and where it comes from."
)


def about_the_figures(
    summary: Summary, board: Board, context: Context, document: Element
) -> list[Atom]:
    """A table for each source, then whom to ask."""
    atoms: list[Atom] = []
    if summary.figures or summary.series:
        section = document.add("Sect")
        atoms.append(
            Atom(
                heading(context, TITLE, "", section),
                space=32.0,
                stretch=20.0,
                keep_next=True,
                block=TITLE,
            )
        )
        atoms.append(
            Atom(
                words(context, LEAD, "body", element=section.add("P")),
                space=6.0,
                stretch=0.0,
                keep_next=True,
            )
        )
        if symbols := context.reader.symbols():
            text = (
                "Symbols: "
                + "; ".join(f"[{symbol}] {meaning}" for symbol, meaning in symbols)
                + "."
            )
            atoms.append(
                Atom(
                    words(context, text, "body", element=section.add("P")),
                    space=6.0,
                    stretch=0.0,
                    keep_next=True,
                )
            )
        if added := _added(summary, context):
            atoms.append(
                Atom(
                    words(context, added, "body", element=section.add("P")),
                    space=6.0,
                    stretch=0.0,
                    keep_next=True,
                )
            )
        for key, source in summary.sources.items():
            atoms += _source(key, source, context, section)
    return atoms + _contact(board, context, document)


def _added(summary: Summary, context: Context) -> str:
    """What the content says is not in the printed text, word for word; empty where it says nothing
    of the kind.
    """
    headings = [
        context.reader.plain(part.heading)
        for part in summary.sections
        if "heading" in part.editorial
    ]
    subtitles = any("subtitle" in part.editorial for part in summary.sections)
    labels = [
        context.reader.plain(getattr(figure, key) or "")
        for figure in summary.figures.values()
        for key in figure.editorial
    ]
    parts = []
    if headings:
        parts.append(
            ("the headings " if len(headings) > 1 else "the heading ")
            + ", ".join(f"“{text}”" for text in headings)
        )
    if subtitles:
        parts.append("the lines below headings")
    if labels:
        parts.append("the words " + ", ".join(f"“{text.rstrip('.')}”" for text in labels))
    if not parts:
        return ""
    if any(reading.ratio for reading in context.reader.all):
        parts.append("percentages worked out from two figures")
    return (
        f"Added for this edition, and not in the printed summary: {'; '.join(parts)}; and the "
        "names and notes in the tables below."
    )


def _source(key: str, source: Source, context: Context, section: Element) -> list[Atom]:
    """What a source is, and the figures and series that come from it."""
    readings = [reading for reading in context.reader.all if reading.source == key]
    series = [name for name, one in context.reader.summary.series.items() if one.source == key]
    if not readings and not series:
        return []
    name = f'source "{source.title}"'
    about = [
        f"Published by {source.publisher}"
        + (f" on {date(source.published)}" if source.published else "")
    ]
    about += [f"read on {date(source.accessed)}"] if source.accessed else []
    text = (
        ", ".join(about)
        + "."
        + (f" {source.licence}." if source.licence else "")
        + (f" {source.note}" if source.note else "")
    )
    parts = [
        words(context, source.title, "block-title", "primary", element=section.add("H3")),
        words(context, text, "table", element=section.add("P")),
    ]
    if source.url:
        parts.append(_link(source.url, source.url, context, section))
    atoms = [Atom(Column(parts, 1.0), space=20.0, stretch=8.0, keep_next=True)]
    if readings:
        atoms += table.figures(readings, context, section, context.paper.measure)
    for one in series:
        atoms += _years(one, context, section)
    for atom in atoms:
        atom.block = name
    return atoms


def _years(name: str, context: Context, section: Element) -> list[Atom]:
    """A series with its definition and the reasons of its gaps."""
    series, points = context.reader.summary.series[name], context.reader.points(name)
    return table.years(
        series.label, points, series.definition or "", context, section, context.paper.measure
    )


def _link(label: str, url: str, context: Context, parent: Element):
    return words(context, label, "table", "primary", element=parent.add("P").add("Link"), url=url)


def _contact(board: Board, context: Context, document: Element) -> list[Atom]:
    """The board's name, address and ways to reach it, as far as the board's file has them."""
    if not (board.address or board.web or board.email or board.phone):
        return []
    section = document.add("Sect")
    parts = [words(context, board.name, "block-title", "primary", element=section.add("H2"))]
    if board.address:
        parts.append(words(context, ", ".join(board.address), "table", element=section.add("P")))
    if board.phone:
        parts.append(words(context, board.phone, "table", element=section.add("P")))
    if board.email:
        parts.append(_link(board.email, f"mailto:{board.email}", context, section))
    if board.web:
        parts.append(_link(board.web.split("://", 1)[1].rstrip("/"), board.web, context, section))
    return [Atom(Column(parts, 1.0), space=24.0, stretch=8.0, break_cost=30.0, block="the contact")]
