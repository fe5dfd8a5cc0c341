"""Lists: entries with pictures, and numbered ones."""

from __future__ import annotations

from hscb_report.brand import fonts
from hscb_report.brand.typography import Type
from hscb_report.page import spacing
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.furniture import DRAFT_HEIGHT
from hscb_report.page.layout import Beside, Column, Icon, height_of
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.page.text import Numeral, words
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Item, Items, Numbered

DISC, DOT = 38.0, 5.0
"""The width of a picture's disc, and the radius of the mark where there is no picture, pt."""
DISCS = ("primary-text", "second", "third-text")
NUMBER = Type("black", 34, 36)
BAND_PADDING = 28.0
TWO_COLUMNS = 380.0
"""From this width on, numbered entries stand two in a row, pt."""


class Bullet(Flowable):
    """A round mark where an entry has no picture."""

    def __init__(self, look: Look, token: str) -> None:
        super().__init__()
        self.ink = look.brand.ink(token, "paper", "graphic")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As large as a picture's disc."""
        self.width = self.height = DISC
        return DISC, DISC

    def draw(self) -> None:
        """A small disc in the middle."""
        corner = DISC / 2 - DOT
        with self.canv.artifact():
            self.canv.setFillColor(self.ink)
            self.canv.roundRect(corner, corner, 2 * DOT, 2 * DOT, DOT, stroke=0, fill=1)


def items(node: Items, look: Look, spot: Spot, section: Element, width: float) -> list[Atom]:
    """One row for each entry; a page may end between two."""
    owner = section.add("L")
    made = []
    last = len(node.items) - 1
    for index, item in enumerate(node.items):
        token = DISCS[index % len(DISCS)]
        body = owner.add("LI").add("LBody")
        mark = (
            Icon(item.icon, DISC, look.brand, "paper", disc=token)
            if item.icon
            else Bullet(look, token)
        )
        text = _text(item, look, body, "body", "text", "primary-text", "paper")
        row = Beside(mark, text, spacing.ICON_BESIDE, DISC)
        cost = spacing.ALONE if index in (1, last) else spacing.BEFORE_ITEM
        made.append(Atom(row, spot, spacing.ITEM, cost if index else spacing.WELCOME))
    return made


def numbered(node: Numbered, look: Look, section: Element, width: float) -> Flowable:
    """Numbered entries on a dark ground, two in a row where there is room."""
    owner = section.add("L")
    on = "band"
    column = max(fonts.width(str(item.number), NUMBER) for item in node.items) + 4
    cells: list[Flowable] = []
    for item in node.items:
        entry = owner.add("LI")
        ink = look.brand.text_ink("highlight", on, NUMBER)
        number = Numeral(str(item.number), NUMBER, ink, entry.add("Lbl"))
        text = _text(item, look, entry.add("LBody"), "priority", "on-band", "on-band", on)
        cells.append(Beside(number, text, spacing.ICON_BESIDE, column))
    if look.one_column or width < TWO_COLUMNS:
        return Column(cells, spacing.NUMBERED)
    return TwoColumns(cells, look.paper.gutter * 2, spacing.NUMBERED_ROWS)


def _text(
    item: Item, look: Look, body: Element, style: str, token: str, more_token: str, on: str
) -> Column:
    """An entry's text (P), and the line below it."""
    parts: list[Flowable] = [
        words(look, item.text, style, token, on, body.add("P", lang=item.lang))
    ]
    if item.more:
        parts.append(words(look, item.more, "body", more_token, on, body.add("P", lang=item.lang)))
    return Column(parts, spacing.UNDER_HEADING)


class Band(Flowable):
    """A ground from one edge of the sheet to the other, with flowables in its margins."""

    def __init__(self, content: Flowable, look: Look) -> None:
        super().__init__()
        self.content, self.look = content, look

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The content and the padding above and below it."""
        self.width = availWidth
        self.height = height_of(self.content, availWidth) + 2 * BAND_PADDING
        return self.width, self.height

    def draw(self) -> None:
        """The ground as an artifact, up to the sheet's edge where the band begins a page; then the
        content.
        """
        canvas, paper = self.canv, self.look.paper
        _, top = canvas.on_this_leaf(0, self.height)
        above = paper.height - top
        above = above if above <= paper.top + DRAFT_HEIGHT else 0.0
        with canvas.artifact("Background"):
            canvas.setFillColor(self.look.brand.ground("band"))
            ground = canvas.to_edge(-paper.side, 0, paper.width, self.height + above)
            canvas.rect(*ground, stroke=0, fill=1)
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
                x, y = column * (self.cell + self.gutter), top - height / 2 - cell.height / 2
                cell.drawOn(self.canv, x, y)
            top -= height + self.gap
