"""Tables of figures: value, period and what they mean, row by row, so that a page may end between
rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from hscb_report.brand import fonts
from hscb_report.charts import describe
from hscb_report.page.context import Context
from hscb_report.page.flow import Atom
from hscb_report.page.layout import Column, height_of
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.summary.reading import Reading

PAD = 2.5


@dataclass(frozen=True)
class Heading:
    """A column: its head, its width in pt, its alignment."""

    text: str
    width: float
    align: str = "left"


class Row(Flowable):
    """Cells side by side on one line, with a rule below."""

    def __init__(
        self,
        cells: Sequence[Flowable],
        widths: Sequence[float],
        gutter: float,
        context: Context,
        strong: bool = False,
    ) -> None:
        super().__init__()
        self.cells, self.widths, self.gutter, self.context, self.strong = (
            cells,
            widths,
            gutter,
            context,
            strong,
        )

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as its highest cell."""
        self.width = availWidth
        self.heights = [
            height_of(cell, width) for cell, width in zip(self.cells, self.widths, strict=True)
        ]
        self.height = max(self.heights) + 2 * PAD
        return self.width, self.height

    def draw(self) -> None:
        """The rule as an artifact, then the cells, top aligned."""
        canvas, x = self.canv, 0.0
        with canvas.artifact():
            canvas.setStrokeColor(self.context.brand.ground("primary" if self.strong else "rule"))
            canvas.setLineWidth(1.2 if self.strong else self.context.brand.hairline)
            canvas.line(0, 0, self.width, 0)
        for cell, width, height in zip(self.cells, self.widths, self.heights, strict=True):
            cell.drawOn(canvas, x, self.height - PAD - height)
            x += width + self.gutter


class Table:
    """A table as rows that can be set on pages one by one.

    Args:
        columns: heads and widths.
        parent: gets a Table element with THead and TBody.
        style: the step of the type scale of its cells.
    """

    def __init__(
        self, columns: Sequence[Heading], context: Context, parent: Element, style: str = "table"
    ) -> None:
        self.columns, self.context, self.style = columns, context, style
        self.element = parent.add("Table")
        self.widths = [column.width for column in columns]
        line = self.element.add("THead").add("TR")
        self.head = self._head([line.add("TH", scope="Column") for _ in columns])
        self.body = self.element.add("TBody")

    def _head(self, elements: Sequence[Element | None]) -> Row:
        cells = [
            words(
                self.context,
                column.text,
                "table-head",
                "primary",
                element=element,
                align=column.align,
            )
            for column, element in zip(self.columns, elements, strict=True)
        ]
        return Row(cells, self.widths, GUTTER, self.context, strong=True)

    def repeated_head(self) -> Row:
        """The head once more, for a following page: an artifact, for it was read already."""
        return self._head([None] * len(self.columns))

    def row(self, texts: Sequence[str], notes: Sequence[str] = (), note_token: str = "text") -> Row:
        """A row; its first cell is the row's head, with notes below it in a token of their own."""
        line = self.body.add("TR")
        cells: list[Flowable] = []
        for index, (text, column) in enumerate(zip(texts, self.columns, strict=True)):
            element = line.add("TH", scope="Row") if index == 0 else line.add("TD")
            if index == 0 and notes:
                parts = [words(self.context, text, self.style, element=element.add("P"))]
                parts += [
                    words(self.context, more, self.style, note_token, element=element.add("P"))
                    for more in notes
                ]
                cells.append(Column(parts))
            else:
                cells.append(
                    words(self.context, text, self.style, element=element, align=column.align)
                )
        return Row(cells, self.widths, GUTTER, self.context)


GUTTER = 12.0
LEAST_NAME = 150.0
"""The name of a figure or series has at least this room, pt."""
MOST_YEARS = 6


def figures(
    readings: Sequence[Reading], context: Context, parent: Element, width: float
) -> list[Atom]:
    """Figures with value, period and, where there is one, definition or the reason of a gap; a list
    where columns do not fit.
    """
    value = _widest(["Value", *(r.number for r in readings)], context)
    period = min(_widest(["Period", *(r.when for r in readings)], context), 0.3 * width)
    name = width - value - period - 2 * GUTTER
    if context.one_column or name < LEAST_NAME:
        return _listed(
            [(r.name, f"{r.number}, {r.when}", r.notes) for r in readings], context, parent
        )
    columns = (Heading("Figure", name), Heading("Value", value, "right"), Heading("Period", period))
    table = Table(columns, context, parent)
    rows = [
        table.row((r.name, r.number, r.when), r.notes, "second" if r.reason else "text")
        for r in readings
    ]
    return atoms(table, rows)


def years(
    name: str,
    points: Sequence[Reading],
    definition: str,
    context: Context,
    parent: Element,
    width: float,
) -> list[Atom]:
    """A series as rows of as many years as fit side by side, the rows as even as can be; gaps with
    their reasons.
    """
    if context.one_column:
        return _listed(
            [
                (
                    name,
                    "; ".join(f"{p.when}: {p.number}" for p in points),
                    _notes(points, definition),
                )
            ],
            context,
            parent,
        )
    cell = max(
        _widest([*(p.number for p in points), *(p.when for p in points)], context),
        (width - LEAST_NAME * 1.2) / MOST_YEARS - GUTTER,
    )
    most = max(1, min(MOST_YEARS, int((width - LEAST_NAME) // (cell + GUTTER))))
    count = -(-len(points) // most)
    size = -(-len(points) // count)
    made: list[Atom] = []
    for start in range(0, len(points), size):
        some = points[start : start + size]
        columns = [
            Heading("Figure", width - size * (cell + GUTTER)),
            *(Heading(p.when, cell, "right") for p in some),
        ]
        table = Table(columns, context, parent)
        described = describe.line([(name, some)], "")
        made += atoms(
            table,
            [
                table.row(row, _notes(some, definition if start == 0 else ""))
                for row in described.rows
            ],
        )
    return made


def _notes(points: Sequence[Reading], definition: str) -> list[str]:
    return [
        text
        for text in (definition, *(f"{p.when}: {p.reason}" for p in points if p.reason))
        if text
    ]


def _widest(texts: Sequence[str], context: Context) -> float:
    """The width at which none of the texts is broken, pt."""
    return (
        max(
            max(fonts.width(text, context.scale[style]) for text in texts)
            for style in ("table", "table-head")
        )
        + 1
    )


def _listed(
    entries: Sequence[tuple[str, str, Sequence[str]]], context: Context, parent: Element
) -> list[Atom]:
    """Rows as a list, where columns would be too narrow: name, then value, then notes."""
    owner = parent.add("L")
    made = []
    for name, value, notes in entries:
        body = owner.add("LI").add("LBody")
        parts: list[Flowable] = [
            words(context, name, "table", element=body.add("P")),
            words(context, value, "table-head", "primary", element=body.add("P")),
        ]
        parts += [words(context, note, "table", element=body.add("P")) for note in notes]
        made.append(Atom(Column(parts), space=10.0, stretch=4.0, break_cost=12.0))
    return made


def atoms(table: Table, rows: Sequence[Row]) -> list[Atom]:
    """A table's head and rows for the flow; the head is repeated where a page begins inside."""
    made = [Atom(table.head, space=10.0, stretch=0.0, keep_next=True)]
    last = len(rows) - 1
    for index, row in enumerate(rows):
        cost = 60.0 if index == 0 or (last > 1 and index in (1, last)) else 12.0
        made.append(
            Atom(
                row,
                space=0.0,
                stretch=0.0,
                break_cost=cost,
                header=table.repeated_head() if index else None,
            )
        )
    return made
