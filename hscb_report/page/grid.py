"""A grid of numbers: a table whose numbers end on one edge and whose per cent end on another; a
list where columns would be too narrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hscb_report.brand import fonts
from hscb_report.brand.typography import Type, parted
from hscb_report.page import spacing
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.page.table import LEAST_NAME, Row
from hscb_report.page.text import Words, words
from hscb_report.pdf.structure import Element
from hscb_report.story.breakdowns import Cell, Grid, Line
from hscb_report.summary.wording import Span

STYLES = (("body", "strong"), ("table", "table-head"))
"""The steps of the type scale in which numbers are set, plain and bold, the larger first."""
MOST_COLUMN = 104.0
"""A column of numbers is no wider unless it must be, pt."""


@dataclass(frozen=True)
class _Edges:
    """A column of numbers.

    Attributes:
        width: of the column, pt.
        ease: the width with which neither its head nor a per cent is broken, pt.
        symbol: the room behind the numbers for their symbols, pt.
        percent: of the widest per cent with the gap before it, pt; 0 for none beside the numbers.
    """

    width: float
    ease: float
    symbol: float = 0.0
    percent: float = 0.0


@dataclass(frozen=True)
class _Setting:
    """How a grid fits a width.

    Attributes:
        plain, strong: steps of the type scale.
        below: whether a per cent stands below its number.
        name: the width of the first column, pt.
    """

    plain: str
    strong: str
    below: bool
    name: float
    columns: tuple[_Edges, ...]

    @property
    def widths(self) -> list[float]:
        """Of all columns."""
        return [self.name, *(column.width for column in self.columns)]


def grid(node: Grid, look: Look, spot: Spot, section: Element, width: float) -> list[Atom]:
    """The table or the list, with the line above it and what is said below."""
    setting = None if look.one_column else _fitting(node, look, width)
    if setting:
        made = _table(node, setting, look, spot, section)
    else:
        made = _list(node, look, spot, section)
    for at, text in enumerate(node.notes):
        note = words(look, text, "table", element=section.add("P"))
        gap = spacing.NONE if at else spacing.SOURCE_LINE
        made.append(Atom(note, spot, gap, spacing.BEFORE_ROW if at else spacing.NEVER))
    return made


def _fitting(node: Grid, look: Look, width: float) -> _Setting | None:
    """The largest type that fits, per cent rather beside the numbers than below; None where none
    does.
    """
    for plain, strong in STYLES:
        for below in (False, True):
            made = _laid(node, look, plain, strong, below, width)
            if made:
                return made
    return None


def _laid(
    node: Grid, look: Look, plain: str, strong: str, below: bool, width: float
) -> _Setting | None:
    style, bold = look.scale[plain], look.scale[strong]
    labels = [(row.label, bold if row.total else style) for row in node.rows]
    whole = max(fonts.width(label, one) for label, one in labels) + 1
    least = max(min(LEAST_NAME, whole), *(fonts.longest_word(text, one) for text, one in labels))
    measured = [_measured(node, at, style, bold, below) for at in range(len(node.columns))]
    gaps = len(measured) * spacing.COLUMN
    room = width - gaps - least
    tight, easy = sum(one.width for one in measured), sum(one.ease for one in measured)
    if tight > room:
        return None
    widest, count = max(one.ease for one in measured), len(measured)
    if easy > room:
        share = (room - tight) / (easy - tight)
        widths = [one.width + share * (one.ease - one.width) for one in measured]
    elif widest * count <= room:  # all of one width, which is even to look at
        widths = [max(widest, min(MOST_COLUMN, (width - gaps - whole) / count))] * count
    else:
        widths = [one.ease for one in measured]
    measured = [replace(one, width=own) for one, own in zip(measured, widths, strict=True)]
    name = width - gaps - sum(one.width for one in measured)
    return _Setting(plain, strong, below, name, tuple(measured))


def _measured(node: Grid, at: int, style: Type, bold: Type, below: bool) -> _Edges:
    """The least that a column needs."""
    number = symbol = percent = word = 0.0
    for row in node.rows:
        own = bold if _is_strong(node, row, at) else style
        digits, mark = parted(row.cells[at].number)
        number = max(number, fonts.width(digits, own) + 1)
        symbol = max(symbol, fonts.width(mark, own) + 1 if mark else 0)
        if row.cells[at].percent:
            percent = max(percent, fonts.width(row.cells[at].percent, style) + 1)
            word = max(word, fonts.longest_word(row.cells[at].percent, style) + 1)
    head = fonts.longest_word(node.columns[at], bold) + 1
    line = max(head, min(MOST_COLUMN, fonts.width(node.columns[at], bold) + 1))
    if below:
        least = max(head, number + symbol, word + symbol)
        return _Edges(least, max(line, least, percent + symbol), symbol)
    percent += spacing.PER_CENT if percent else 0
    least = max(head, number + symbol + percent)
    return _Edges(least, max(line, least), symbol, percent)


def _is_strong(node: Grid, row: Line, at: int) -> bool:
    """Whether a number is a total."""
    return row.total or (node.total and at == len(node.columns) - 1)


def _table(node: Grid, setting: _Setting, look: Look, spot: Spot, section: Element) -> list[Atom]:
    """Head and rows; the head is repeated where a page begins inside, and no total stands alone."""
    table = section.add("Table")
    made = []
    if node.above:
        above = words(look, node.above, "subtitle", element=table.add("Caption"))
        made.append(Atom(above, spot, spacing.TABLE, keep_next=True))
    line = table.add("THead").add("TR")
    line.add("TD")  # nothing stands in the corner
    heads = [line.add("TH", scope="Column") for _ in node.columns]
    gap = spacing.BELOW_RULE if made else spacing.TABLE
    made.append(Atom(_head(node, setting, look, heads), spot, gap, keep_next=True))
    body, last = table.add("TBody"), len(node.rows) - 1
    for at, row in enumerate(node.rows):
        before_total = at < last and node.rows[at + 1].total
        drawn = _row(node, row, setting, look, body.add("TR"), before_total)
        alone = at in (0, 1, last)
        cost = spacing.NEVER if alone or row.total else spacing.BEFORE_ROW
        cost = max(cost, spacing.BEFORE_FEW) if last < spacing.FEW else cost
        again = _head(node, setting, look, [None] * len(heads)) if at else None
        made.append(Atom(drawn, spot, spacing.NONE, cost, header=again))
    return made


def _head(node: Grid, setting: _Setting, look: Look, elements: Sequence[Element | None]) -> Row:
    """The heads of the columns, which end on one line; artifacts where they were read already."""
    cells: list[Flowable] = [Column([])]
    for head, element in zip(node.columns, elements, strict=True):
        style = setting.strong
        cells.append(words(look, head, style, "primary-text", element=element, align="right"))
    return Row(cells, setting.widths, look, strong=True, low=True)


def _row(node: Grid, row: Line, setting: _Setting, look: Look, line: Element, strong: bool) -> Row:
    style = setting.strong if row.total else setting.plain
    cells: list[Flowable] = [words(look, row.label, style, element=line.add("TH", scope="Row"))]
    for at, cell in enumerate(row.cells):
        bold = _is_strong(node, row, at)
        cells.append(_Number(cell, setting, at, bold, look, line.add("TD")))
    return Row(cells, setting.widths, look, strong)


class _Number(Flowable):
    """A number of which the digits end on the edge of their column, its symbol behind that edge,
    and its per cent on an edge of its own, or below.
    """

    def __init__(
        self, cell: Cell, setting: _Setting, at: int, bold: bool, look: Look, element: Element
    ) -> None:
        super().__init__()
        self.edges, self.below = setting.columns[at], setting.below
        number, symbol = parted(cell.number)
        token = "second" if cell.reading.value is None else "text"
        style = setting.strong if bold else setting.plain
        self.leading = look.scale[style].leading
        self.space = fonts.width(" ", look.scale[style])
        several = bool(symbol or cell.percent)

        def text(said: str, step: str, left: bool = False) -> Words:
            owner = element.add("Span") if several else element
            return words(look, said, step, token, element=owner, align="left" if left else "right")

        self.number = text(number, style)
        self.symbol = text(symbol.strip(), style, left=True) if symbol else None
        self.percent = text(cell.percent, setting.plain) if cell.percent else None

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """A line; more with the per cent below."""
        self.width, self.height = availWidth, self.leading
        if self.percent and self.below:
            self.height += height_of(self.percent, availWidth - self.edges.symbol)
        return self.width, self.height

    def draw(self) -> None:
        """Number, symbol, per cent, in the order in which they are read."""
        edges = self.edges
        edge = self.width - edges.symbol - edges.percent
        top = self.height - self.leading
        self._put(self.number, 0.0, edge, top)
        if self.symbol:
            self._put(self.symbol, edge + self.space, edges.symbol, top)
        if self.percent and self.below:
            self._put(self.percent, 0.0, edge, 0.0)
        elif self.percent:
            self._put(self.percent, edge + edges.symbol, edges.percent, top)

    def _put(self, text: Words, x: float, width: float, y: float) -> None:
        text.wrap(width, self.leading)
        text.drawOn(self.canv, x, y)


def _list(node: Grid, look: Look, spot: Spot, section: Element) -> list[Atom]:
    """Row by row: what it is about, and a line for each column; no total stands alone."""
    made = []
    if node.above:
        above = words(look, node.above, "body", element=section.add("P"))
        made.append(Atom(above, spot, spacing.TABLE, keep_next=True))
    owner, last = section.add("L"), len(node.rows) - 1
    for at, row in enumerate(node.rows):
        body = owner.add("LI").add("LBody")
        parts: list[Flowable] = [
            words(look, row.label, "strong", "primary-text", element=body.add("P"))
        ]
        parts += [
            words(look, tuple(_said(head, cell)), "body", element=body.add("P"))
            for head, cell in zip(node.columns, row.cells, strict=True)
        ]
        alone = spacing.ALONE if at in (1, last) else spacing.BEFORE_ROW
        cost = spacing.NEVER if row.total else alone
        made.append(Atom(Column(parts, spacing.CLOSE), spot, spacing.ENTRY, cost))
    return made


def _said(head: str, cell: Cell) -> Iterator[Span]:
    """``2016-17: 500, 40%``."""
    yield Span(f"{head}: ")
    yield Span(", ".join(cell.said()), bold=True)
