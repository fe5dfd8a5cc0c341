"""A series as a small table: its name, its years side by side, a value below each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hscb_report.brand import fonts
from hscb_report.page import spacing
from hscb_report.page.contact import link
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.heading import above_group, ruled
from hscb_report.page.layout import Column, Grid
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.page.table import Row
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Years
from hscb_report.story.origin import Origin
from hscb_report.summary.reading import Reading
from hscb_report.summary.wording import Span

WHOLE = 6
"""So many years are never parted: where they do not fit side by side, each has a row."""
LEAST, MOST = 5, 8
"""Years are set as if there were so many side by side, and there are at most so many."""


def years(node: Years, look: Look, spot: Spot, parent: Element, width: float) -> list[Atom]:
    """A series.

    Its years stand side by side; more than fit in several rows that are as even as can be. In large
    print each has a row.
    """
    points = node.line.points
    head = ruled(look, node.line.name, parent.add("H3"))
    made = [Atom(head, spot, above_group(look), spacing.BEFORE_BLOCK, keep_next=True, exact=True)]
    cell = _widest(points, look)
    most = max(1, min(MOST, int((width + spacing.COLUMN) // (cell + spacing.COLUMN))))
    if look.one_column or most < len(points) <= WHOLE:
        made += _down(node, cell, look, spot, parent)
    else:
        made += _across(points, most, width, look, spot, parent)
    notes: list[Flowable] = [
        words(look, note, "table", element=parent.add("P")) for note in node.notes
    ]
    if notes:
        below = spacing.YEARS if look.one_column else spacing.BELOW_RULE
        made.append(Atom(Column(notes), spot, below, spacing.NEVER))
    return made


def origin(node: Origin, look: Look, parent: Element) -> Flowable:
    """What a source is: its title in bold, and where it is on the web."""
    title = node.title if node.title.endswith(("?", "!", ".")) else f"{node.title}."
    said = (Span(title, bold=True), Span(f" {node.about}"))
    parts: list[Flowable] = [words(look, said, "table", element=parent.add("P"))]
    if node.link:
        parts.append(link(node.link, look, parent, "table"))
    return Column(parts)


def _widest(points: Sequence[Reading], look: Look) -> float:
    """The width at which no year and no value is broken, pt."""
    styles = (look.scale["table"], look.scale["table-head"])
    texts = [text for point in points for text in (point.when, point.number)]
    return max(fonts.width(text, style) for text in texts for style in styles) + 1


def _across(
    points: Sequence[Reading], most: int, width: float, look: Look, spot: Spot, parent: Element
) -> Iterator[Atom]:
    """Years side by side, a table for each row of them."""
    count = -(-len(points) // most)
    most = -(-len(points) // count)
    cell = (width + spacing.COLUMN) / max(LEAST, most) - spacing.COLUMN
    for row in range(count):
        start, end = (-(-one * len(points) // count) for one in (row, row + 1))
        some = points[start:end]
        table = parent.add("Table")
        heads, cells = table.add("THead").add("TR"), table.add("TBody").add("TR")
        lines = [
            [
                (cell, words(look, point.when, "table", element=heads.add("TH", scope="Column")))
                for point in some
            ],
            [
                (
                    cell,
                    words(look, point.number, "table-head", _token(point), element=cells.add("TD")),
                )
                for point in some
            ],
        ]
        said: list[Flowable] = [Grid([line], spacing.COLUMN) for line in lines]
        gap = spacing.YEARS if row else spacing.BELOW_RULE
        yield Atom(Column(said), spot, gap, spacing.NEVER, exact=True)


def _down(node: Years, cell: float, look: Look, spot: Spot, parent: Element) -> Iterator[Atom]:
    """A row for each year; a few are whole, and on a page more the name is repeated."""
    points = node.line.points
    rows = _entries(points, look, parent) if look.one_column else _rows(points, cell, look, parent)
    below = spacing.YEARS if look.one_column else spacing.NONE
    if len(points) <= WHOLE:
        yield Atom(Column(rows), spot, below, spacing.NEVER)
        return
    for index, row in enumerate(rows):
        again = ruled(look, node.line.name, None) if index else None
        cost = spacing.ALONE if index in (0, 1, len(rows) - 1) else spacing.BEFORE_ROW
        yield Atom(row, spot, spacing.NONE if index else below, cost, header=again)


def _entries(points: Sequence[Reading], look: Look, parent: Element) -> list[Flowable]:
    """Years as a list: ``2014: 1,265``."""
    owner = parent.add("L")
    return [
        words(
            look,
            (Span(f"{point.when}: "), Span(point.number, bold=True)),
            "table",
            element=owner.add("LI").add("LBody"),
        )
        for point in points
    ]


def _rows(points: Sequence[Reading], cell: float, look: Look, parent: Element) -> list[Flowable]:
    """Years as a table of two columns, where they do not fit side by side."""
    body = parent.add("Table").add("TBody")
    made: list[Flowable] = []
    for point in points:
        line = body.add("TR")
        year = words(look, point.when, "table", element=line.add("TH", scope="Row"))
        token, data = _token(point), line.add("TD")
        value = words(look, point.number, "table-head", token, element=data, align="right")
        made.append(Row([year, value], [cell, cell], look))
    return made


def _token(point: Reading) -> str:
    return "second" if point.value is None else "primary-text"
