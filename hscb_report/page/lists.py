"""Lists: entries with pictures, and numbered ones."""

from __future__ import annotations

from hscb_report.brand import fonts
from hscb_report.brand.typography import Type
from hscb_report.page import spacing
from hscb_report.page.beside import Beside
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.icon import Icon
from hscb_report.page.layout import Column, Grid, Space
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.page.text import Numeral, words
from hscb_report.pdf.boxes import MM
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Item, Items, Numbered, text_of

MARK, DOT = 26.0, 4.5
"""The side of a picture's square, and the radius of the mark where there is none, pt."""
TOKEN = "third-text"
"""Marks have one colour: it means nothing."""
NUMBER = Type("black", 36, 38)
RULE = 0.9 * MM
"""The width of the rule above a numbered entry, pt."""
COLUMNS = 4
"""So many numbered entries share a row at the most."""
LEAST_COLUMN = 110.0
"""A numbered entry in a row of others is at least so wide, pt."""
TWO_COLUMNS, MOST_LINES = 400.0, 5
"""From this width on, entries with pictures stand two in a row, pt; unless one of them would have
more lines than this.
"""


class Bullet(Flowable):
    """A round mark where an entry has no picture."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.ink = look.brand.ink(TOKEN, "paper", "graphic")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As large as a picture."""
        self.width = self.height = MARK
        return MARK, MARK

    def draw(self) -> None:
        """A small disc in the middle."""
        corner = MARK / 2 - DOT
        with self.canv.artifact():
            self.canv.setFillColor(self.ink)
            self.canv.roundRect(corner, corner, 2 * DOT, 2 * DOT, DOT, stroke=0, fill=1)


def items(node: Items, look: Look, spot: Spot, section: Element, width: float) -> list[Atom]:
    """Entries in rows of one or two; a page may end between two rows."""
    columns = _columns(node, look, width)
    cell = (width - (columns - 1) * look.paper.gutter) / columns
    owner = section.add("L")
    entries = [_entry(item, look, owner.add("LI").add("LBody")) for item in node.items]
    rows = [entries[i : i + columns] for i in range(0, len(entries), columns)]
    made, count = [], len(entries)
    for index, row in enumerate(rows):
        grid = row[0] if columns == 1 else Grid([[(cell, one) for one in row]], look.paper.gutter)
        above = index * columns
        cost = spacing.ALONE if 1 in (above, count - above) else spacing.BEFORE_ITEM
        cost = max(cost, spacing.ALONE) if count <= spacing.FEW else cost
        gap = spacing.LARGE_ITEM if look.large else spacing.ITEM
        made.append(Atom(grid, spot, gap, cost if index else spacing.WELCOME))
    return made


def _columns(node: Items, look: Look, width: float) -> int:
    """Two where there is room and no entry becomes a tall column of words."""
    if look.one_column or width < TWO_COLUMNS or len(node.items) < 2:
        return 1
    room = (width - look.paper.gutter) / 2 - MARK - spacing.ITEM_BESIDE
    body = look.scale["body"]
    texts = [[text_of(text) for text in (item.text, item.more) if text] for item in node.items]
    most = max(sum(len(fonts.wrap(text, body, room)) for text in one) for one in texts)
    return 2 if most <= MOST_LINES else 1


def _entry(item: Item, look: Look, body: Element) -> Flowable:
    """A picture or a mark, and the words beside it."""
    mark = Icon(item.icon, MARK, look.brand, TOKEN, "paper") if item.icon else Bullet(look)
    text = _text(item, look, body, "body", "text", "primary-text", "paper")
    return Beside(mark, text, spacing.ITEM_BESIDE, MARK, middle=False)


def numbered(node: Numbered, look: Look, section: Element, width: float) -> list[Flowable]:
    """Rows of numbered entries for a dark ground: side by side below their numbers or, where there
    is little room, each beside its own.
    """
    owner = section.add("L")
    if columns := _numbered_columns(node, look, width):
        gutter = look.paper.gutter
        cell = (width - (columns - 1) * gutter) / columns
        tall = [Ruled(_number(item, look, owner), look) for item in node.items]
        rows = [
            [(cell, one) for one in tall[i : i + columns]] for i in range(0, len(tall), columns)
        ]
        return [Grid([row], gutter) for row in rows]
    column = max(fonts.width(str(item.number), NUMBER) for item in node.items) + 4
    return [
        Beside(number, text, spacing.ICON_BESIDE, column)
        for number, text in (_number(item, look, owner) for item in node.items)
    ]


def _numbered_columns(node: Numbered, look: Look, width: float) -> int:
    """How many share a row, as even as can be; none where words would be broken."""
    count = len(node.items)
    longest = max(
        fonts.longest_word(text_of(one.text), look.scale["priority"]) for one in node.items
    )
    for most in range(min(COLUMNS, count), 1, -1):
        cell = (width - (most - 1) * look.paper.gutter) / most
        if not look.one_column and cell >= max(LEAST_COLUMN, longest):
            return -(-count // -(-count // most))
    return 0


def _number(item: Item, look: Look, owner: Element) -> tuple[Numeral, Column]:
    """The number of an entry, and its words."""
    entry = owner.add("LI")
    ink = look.brand.text_ink("highlight", "band", NUMBER)
    number = Numeral(str(item.number), NUMBER, ink, entry.add("Lbl"))
    return number, _text(item, look, entry.add("LBody"), "priority", "on-band", "on-band", "band")


class Ruled(Column):
    """A number and its words below a rule, on a dark ground."""

    def __init__(self, parts: tuple[Numeral, Column], look: Look) -> None:
        super().__init__([Space(RULE + spacing.UNDER_RULE), *parts], [0.0, spacing.UNDER_NUMBER])
        self.ink = look.brand.ink("highlight", "band", "graphic")

    def draw(self) -> None:
        """The rule as an artifact, then both."""
        with self.canv.artifact():
            self.canv.setFillColor(self.ink)
            self.canv.rect(0, self.height - RULE, self.width, RULE, stroke=0, fill=1)
        super().draw()


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
