"""Checks of tables: a grid without holes, and header cells that say which cells they head.

ISO 14289-1, 7.2 and 7.5.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf

from hscb_report.preflight.document import Opened
from hscb_report.preflight.limits import COMPARISONS, PLACES, Limit
from hscb_report.preflight.state import as_text
from hscb_report.preflight.tree import Node
from hscb_report.preflight.verdict import Fault

_LARGEST = 1_000
"""What a cell may span and still be laid out here."""
_Spend = Callable[[Limit, int], None]
_Placed = tuple[Node, int, int, int, int]


@dataclass
class _Grid:
    """A table laid out.

    Attributes:
        cells: each cell, with the row and column of its upper left corner and what it spans.
        width: the columns of its first row.
        faults: what does not fit, in words.
    """

    cells: list[_Placed]
    width: int
    faults: list[str]

    @cached_property
    def heads(self) -> list[_Placed]:
        """The header cells."""
        return [placed for placed in self.cells if placed[0].role == "TH"]


def tables(doc: Opened) -> Iterator[Fault]:
    """Every table has rows of one length, and header cells that say what they head: by the Scope of
    each, or by name, from every cell of data (Headers).
    """
    for table, grid in _grids(doc):
        yield from (Fault(text, _page(table)) for text in dict.fromkeys(grid.faults))
        heads = [cell for cell, *_ in grid.heads]
        known = {as_text(head.data.get("/ID")) for head in heads} - {""}
        bare = False
        for cell in (cell for cell, *_ in grid.cells if cell.role == "TD"):
            named = _headers(cell)
            bare |= not named
            if any(name not in known for name in named):
                yield Fault(
                    "a table's cell of data names a header cell that is not there (Headers)",
                    _page(cell) or _page(table),
                )
        if bare and any(not _scope(head) for head in heads):
            yield Fault(
                "a table's header cell does not say whether it heads a column or a row (Scope), "
                "and a cell of data names none (Headers)",
                _page(table),
            )


def table_heads(doc: Opened) -> Iterator[Fault]:
    """Every table has header cells, and every cell of data that is not empty stands below or behind
    one. No program can tell for certain which cells are heads.
    """
    for table, grid in _grids(doc):
        if not grid.heads:
            if grid.cells:
                yield Fault("a table has no header cells (TH)", _page(table))
        elif any(_headless(grid, cell, place, doc.account.spend) for cell, *place in grid.cells):
            yield Fault("a cell of a table has no header cell above or before it", _page(table))


def _grids(doc: Opened) -> Iterator[tuple[Node, _Grid]]:
    for table in (node for node in doc.elements if node.role == "Table"):
        yield table, _laid_out(_rows(table), doc.account.spend)


def _headers(cell: Node) -> list[str]:
    """The header cells that a cell names."""
    named = cell.attribute("/Headers")
    return [as_text(name) for name in named] if isinstance(named, pikepdf.Array) else []


def _headless(grid: _Grid, cell: Node, place: list[int], spend: _Spend) -> bool:
    """Whether a cell of data says something and has no header cell."""
    if cell.role != "TD" or _headers(cell) or not any(below.marks for below in cell.walk()):
        return False
    row, column, high, wide = place
    spend(COMPARISONS, len(grid.heads))
    for head, top, left, tall, broad in grid.heads:
        scope = _scope(head)
        above = left < column + wide and left + broad > column and top < row
        before = top < row + high and top + tall > row and left < column
        if (scope in ("Column", "Both") and above) or (scope in ("Row", "Both") and before):
            return False
    return True


def _scope(head: Node) -> str:
    return as_text(head.attribute("/Scope")).removeprefix("/")


def _rows(table: Node) -> list[Node]:
    """The rows of a table, those of tables inside it left out."""
    rows = []
    for kid in table.children:
        if kid.role == "TR":
            rows.append(kid)
        elif kid.role in ("THead", "TBody", "TFoot"):
            rows += [row for row in kid.children if row.role == "TR"]
    return rows


def _laid_out(rows: list[Node], spend: _Spend) -> _Grid:
    """The cells of rows in their places, by the rows and columns that each spans."""
    taken: set[tuple[int, int]] = set()
    cells, faults, ends = [], [], []
    for at, row in enumerate(rows):
        column = 0
        for cell in (kid for kid in row.children if kid.role in ("TH", "TD")):
            while (at, column) in taken:
                column += 1
            high, wide = _span(cell, "/RowSpan"), _span(cell, "/ColSpan")
            if at + high > len(rows):
                faults.append("a table's cell reaches beyond its last row (RowSpan)")
                high = len(rows) - at
            spend(PLACES, high * wide)
            covered = {(at + y, column + x) for y in range(high) for x in range(wide)}
            if covered & taken:
                faults.append("two cells of a table lie on one another (RowSpan, ColSpan)")
            taken |= covered
            cells.append((cell, at, column, high, wide))
            column += wide
        while (at, column) in taken:
            column += 1
        ends.append(column)
    if len(set(ends)) > 1:
        faults.append("a table's rows have different numbers of cells")
    return _Grid(cells, ends[0] if ends else 0, faults)


def _span(cell: Node, key: str) -> int:
    value: Any = cell.attribute(key)
    return min(max(int(value), 1), _LARGEST) if isinstance(value, int) else 1


def _page(node: Node) -> int | None:
    """The page of the first content in an element, from 1."""
    pages = [page for below in node.walk() for page, _ in below.marks if page >= 0]
    return min(pages) + 1 if pages else None
