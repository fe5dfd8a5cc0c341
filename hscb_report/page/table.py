"""Tables of figures: value, period and what they mean, row by row, so that a page may end between
rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hscb_report.brand import fonts
from hscb_report.page import spacing
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.heading import STRONG
from hscb_report.page.layout import Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.page.text import Align, words
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Figures

PAD = 2.5
"""Above and below the words of a row, pt."""
LEAST_NAME = 150.0
"""The name of a figure or series has at least this room, pt."""
MOST_PERIOD = 0.3
"""The most of the width that periods take."""


@dataclass(frozen=True)
class Heading:
    """A column: its head, its width in pt, its alignment."""

    text: str
    width: float
    align: Align = "left"


class Row(Flowable):
    """Cells side by side on one line, with a rule below.

    Args:
        strong: whether it is a strong rule.
        low: whether the cells end on one line; else they begin on one.
    """

    def __init__(
        self,
        cells: Sequence[Flowable],
        widths: Sequence[float],
        look: Look,
        strong: bool = False,
        low: bool = False,
    ) -> None:
        super().__init__()
        self.cells, self.widths, self.brand, self.strong = cells, widths, look.brand, strong
        self.low = low

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as its highest cell."""
        self.width = availWidth
        self.heights = [
            height_of(cell, width) for cell, width in zip(self.cells, self.widths, strict=True)
        ]
        self.height = max(self.heights) + 2 * PAD
        return self.width, self.height

    def draw(self) -> None:
        """The rule as an artifact, then the cells."""
        canvas, x = self.canv, 0.0
        with canvas.artifact():
            canvas.setStrokeColor(self.brand.ground("primary-text" if self.strong else "rule"))
            canvas.setLineWidth(STRONG if self.strong else self.brand.hairline)
            canvas.line(0, 0, self.width, 0)
        for cell, width, height in zip(self.cells, self.widths, self.heights, strict=True):
            cell.drawOn(canvas, x, PAD if self.low else self.height - PAD - height)
            x += width + spacing.COLUMN


class Table:
    """A table as rows that can be set on pages one by one.

    Args:
        columns: heads and widths.
        parent: gets a Table element with THead and TBody.
        style: the step of the type scale of its cells.
    """

    def __init__(
        self, columns: Sequence[Heading], look: Look, parent: Element, style: str = "table"
    ) -> None:
        self.columns, self.look, self.style = columns, look, style
        self.element = parent.add("Table")
        self.widths = [column.width for column in columns]
        line = self.element.add("THead").add("TR")
        self.head = self._head([line.add("TH", scope="Column") for _ in columns])
        self.body = self.element.add("TBody")

    def _head(self, elements: Sequence[Element | None]) -> Row:
        cells = [
            words(
                self.look,
                column.text,
                "table-head",
                "primary-text",
                element=element,
                align=column.align,
            )
            for column, element in zip(self.columns, elements, strict=True)
        ]
        return Row(cells, self.widths, self.look, strong=True)

    def repeated_head(self) -> Row:
        """The head once more, for a following page: an artifact, for it was read already."""
        return self._head([None] * len(self.columns))

    def row(
        self,
        texts: Sequence[str],
        notes: Sequence[str] = (),
        note_token: str = "text",
        last: Callable[[Element], Flowable] | None = None,
    ) -> Row:
        """A row; its first cell is the row's head.

        Args:
            notes: below the first text, in a token of their own.
            last: makes one more cell, of its element.
        """
        line = self.body.add("TR")
        cells = [self._name(texts[0], notes, note_token, line.add("TH", scope="Row"))]
        for text, column in zip(texts[1:], self.columns[1:], strict=False):
            cells.append(
                words(self.look, text, self.style, element=line.add("TD"), align=column.align)
            )
        if last is not None:
            cells.append(last(line.add("TD")))
        return Row(cells, self.widths, self.look)

    def _name(self, text: str, notes: Sequence[str], token: str, element: Element) -> Flowable:
        if not notes:
            return words(self.look, text, self.style, element=element)
        parts = [words(self.look, text, self.style, element=element.add("P"))]
        parts += [
            words(self.look, note, self.style, token, element=element.add("P")) for note in notes
        ]
        return Column(parts)

    def atoms(self, rows: Sequence[Row], spot: Spot) -> list[Atom]:
        """Its head and rows for the flow; the head is repeated where a page begins inside."""
        made = [Atom(self.head, spot, spacing.TABLE, keep_next=True)]
        last = len(rows) - 1
        for index, row in enumerate(rows):
            alone = index == 0 or (last > 1 and index in (1, last))
            cost = spacing.ALONE if alone else spacing.BEFORE_ROW
            cost = spacing.BEFORE_FEW if index and last < spacing.FEW else cost
            header = self.repeated_head() if index else None
            made.append(Atom(row, spot, spacing.NONE, cost, header=header))
        return made


def figures(node: Figures, look: Look, spot: Spot, parent: Element, width: float) -> list[Atom]:
    """Figures with value, period and, where there is one, definition or the reason of a gap; a list
    where columns do not fit.
    """
    heads, readings = node.heads, node.readings
    value = _widest([heads[1], *(r.in_full for r in readings)], look)
    period = min(_widest([heads[2], *(r.when for r in readings)], look), MOST_PERIOD * width)
    name = width - value - period - 2 * spacing.COLUMN
    if look.one_column or name < LEAST_NAME:
        return _listed(node, look, spot, parent)
    columns = (
        Heading(heads[0], name),
        Heading(heads[1], value, "right"),
        Heading(heads[2], period),
    )
    table = Table(columns, look, parent)
    rows = [
        table.row((r.name, r.in_full, r.when), r.notes, "second" if r.reason else "text")
        for r in readings
    ]
    return table.atoms(rows, spot)


def _widest(texts: Sequence[str], look: Look) -> float:
    """The width at which none of the texts is broken, pt."""
    styles = (look.scale["table"], look.scale["table-head"])
    return max(fonts.width(text, style) for text in texts for style in styles) + 1


def entry(number: str, token: str, texts: Sequence[str], look: Look, body: Element) -> Flowable:
    """A value on a line of its own, then what it is, line by line."""
    style = "block-title" if look.one_column else "table-head"
    parts = [words(look, number, style, token, element=body.add("P"))]
    parts += [words(look, text, "table", element=body.add("P")) for text in texts]
    return Column(parts, spacing.CLOSE)


def before_entry(at: int, count: int, look: Look) -> float:
    """How bad it is to end a page before an entry of a table that is set as a list: a short one is
    whole, but in large print; and no entry stands alone.

    Args:
        at: which entry, from 0.
    """
    if at == 0:
        return spacing.WELCOME
    if count <= spacing.FEW and not look.one_column:
        return spacing.BEFORE_FEW
    return spacing.ALONE if count > 2 and at in (1, count - 1) else spacing.BEFORE_ROW


def _listed(node: Figures, look: Look, spot: Spot, parent: Element) -> list[Atom]:
    """Rows as a list, where columns would be too narrow: value, name, period, notes."""
    owner = parent.add("L")
    made: list[Atom] = []
    for at, reading in enumerate(node.readings):
        texts = [reading.name, reading.when, *reading.notes]
        body = owner.add("LI").add("LBody")
        said = entry(reading.in_full, "primary-text", texts, look, body)
        cost = before_entry(at, len(node.readings), look)
        made.append(Atom(said, spot, spacing.ENTRY, cost))
    return made
