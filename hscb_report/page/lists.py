"""Lists: lessons with pictures, numbered priorities."""

from __future__ import annotations

from reportlab.platypus import Flowable

from hscb_report.brand import fonts
from hscb_report.brand.typography import Type
from hscb_report.page.context import Context
from hscb_report.page.furniture import DRAFT_HEIGHT
from hscb_report.page.layout import Beside, Column, Icon, height_of
from hscb_report.page.text import Numeral, words
from hscb_report.pdf.structure import Element
from hscb_report.summary import blocks

DISC = 38.0
DISCS = ("primary", "second", "third-text")
NUMBER = Type("black", 34, 36)
BAND_PADDING = 28.0
TWO_COLUMNS = 380.0
"""From this width on, priorities stand two in a row, pt."""


class Bullet(Flowable):
    """A round mark where a lesson has no picture."""

    def __init__(self, context: Context, token: str) -> None:
        super().__init__()
        self.ink = context.brand.ink(token, "paper", "graphic")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As large as a picture's disc."""
        self.width = self.height = DISC
        return DISC, DISC

    def draw(self) -> None:
        """A small disc in the middle."""
        with self.canv.artifact():
            self.canv.setFillColor(self.ink)
            self.canv.roundRect(DISC / 2 - 5, DISC / 2 - 5, 10, 10, 5, stroke=0, fill=1)


def lessons(
    block: blocks.Lessons, context: Context, section: Element, width: float
) -> list[Flowable]:
    """One row for each lesson; a page may end between two."""
    owner = section.add("L")
    rows: list[Flowable] = []
    for index, item in enumerate(block.items):
        token = DISCS[index % len(DISCS)]
        body = owner.add("LI").add("LBody")
        parts: list[Flowable] = [
            words(context, context.reader.spans(item.text), "body", element=body.add("P"))
        ]
        if item.what_changed:
            parts.append(
                words(
                    context,
                    context.reader.spans(item.what_changed),
                    "body",
                    "primary",
                    element=body.add("P"),
                )
            )
        mark = (
            Icon(item.icon, DISC, context.brand, "paper", disc=token)
            if item.icon
            else Bullet(context, token)
        )
        rows.append(Beside(mark, Column(parts, 2.0), 16, DISC))
    return rows


class Band(Flowable):
    """A ground from one edge of the sheet to the other, with flowables in its margins."""

    def __init__(self, content: Flowable, context: Context) -> None:
        super().__init__()
        self.content, self.context = content, context

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The content and the padding above and below it."""
        self.width, self.height = availWidth, height_of(self.content, availWidth) + 2 * BAND_PADDING
        return self.width, self.height

    def draw(self) -> None:
        """The ground as an artifact, up to the sheet's edge where the band begins a page; then the
        content.
        """
        canvas, paper = self.canv, self.context.paper
        _, top = canvas.on_this_leaf(0, self.height)
        above = paper.height - top
        above = above if above <= paper.top + DRAFT_HEIGHT else 0.0
        with canvas.artifact("Background"):
            canvas.setFillColor(self.context.brand.ground("primary"))
            canvas.rect(
                *canvas.to_edge(-paper.side, 0, paper.width, self.height + above), stroke=0, fill=1
            )
        self.content.drawOn(canvas, 0, BAND_PADDING)


class TwoColumns(Flowable):
    """Rows of two, read from left to right; the cells of a row share their middle."""

    def __init__(self, cells: list[Flowable], gutter: float, gap: float) -> None:
        super().__init__()
        self.cells, self.gutter, self.gap = cells, gutter, gap

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as its rows."""
        self.width = availWidth
        self.cell = (availWidth - self.gutter) / 2
        own = [height_of(cell, self.cell) for cell in self.cells]
        self.heights = [max(own[i : i + 2]) for i in range(0, len(own), 2)]
        self.height = sum(self.heights) + self.gap * (len(self.heights) - 1)
        return self.width, self.height

    def draw(self) -> None:
        """Draw row by row."""
        top = self.height
        for row, height in enumerate(self.heights):
            for column, cell in enumerate(self.cells[2 * row : 2 * row + 2]):
                cell.drawOn(
                    self.canv,
                    column * (self.cell + self.gutter),
                    top - height / 2 - cell.height / 2,
                )
            top -= height + self.gap


def priorities(
    block: blocks.Priorities, context: Context, section: Element, width: float, on: str = "primary"
) -> Flowable:
    """Numbered priorities on a dark ground, two in a row where there is room."""
    owner = section.add("L")
    token, number_token = "paper", "highlight"
    cells: list[Flowable] = []
    numbers = range(context.numbered + 1, context.numbered + len(block.items) + 1)
    context.numbered = numbers[-1]
    column = max(fonts.width(str(index), NUMBER) for index in numbers) + 4
    for index, item in zip(numbers, block.items, strict=True):
        entry = owner.add("LI")
        number = Numeral(
            str(index), NUMBER, context.brand.text_ink(number_token, on, NUMBER), entry.add("Lbl")
        )
        body = entry.add("LBody")
        parts: list[Flowable] = [
            words(
                context,
                context.reader.spans(item.text),
                "priority",
                token,
                on,
                element=body.add("P"),
            )
        ]
        if item.detail:
            parts.append(
                words(
                    context,
                    context.reader.spans(item.detail),
                    "body",
                    token,
                    on,
                    element=body.add("P"),
                )
            )
        cells.append(Beside(number, Column(parts, 2.0), 16, column))
    return (
        Column(cells, 16.0)
        if context.one_column or width < TWO_COLUMNS
        else TwoColumns(cells, context.paper.gutter * 2, 20.0)
    )
