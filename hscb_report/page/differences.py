"""Figures now and in an earlier year: both values, and the change in words behind an arrow.

The arrow is an ornament that repeats the word beside it, and it has one colour whichever way it
points: whether more children in care is good news is not for a colour to say.
"""

from __future__ import annotations

from functools import partial

from hscb_report.brand import fonts
from hscb_report.page import spacing
from hscb_report.page.beside import Beside
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Column
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.page.table import LEAST_NAME, Heading, Table, before_entry
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Difference, Differences

ARROW = 9.0
"""The width of an arrow, pt."""


class Arrow(Flowable):
    """A triangle that points up or down, a bar for no change; nothing where there is no
    comparison.
    """

    def __init__(self, direction: str, look: Look, height: float) -> None:
        super().__init__()
        self.direction, self.height = direction, height
        self.ink = look.brand.ink("text")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as a line of the text beside it."""
        self.width = ARROW
        return ARROW, self.height

    def draw(self) -> None:
        """Draw as an artifact, in the middle of the line."""
        if not self.direction:
            return
        middle, half = self.height * 0.46, ARROW * 0.43
        with self.canv.artifact():
            self.canv.setFillColor(self.ink)
            if self.direction == "same":
                self.canv.rect(0, middle - 1.2, ARROW, 2.4, stroke=0, fill=1)
                return
            tip = half if self.direction == "up" else -half
            path = self.canv.beginPath()
            path.moveTo(0, middle - tip)
            path.lineTo(ARROW, middle - tip)
            path.lineTo(ARROW / 2, middle + tip)
            path.close()
            self.canv.drawPath(path, stroke=0, fill=1)


def differences(
    node: Differences, look: Look, spot: Spot, section: Element, width: float
) -> list[Atom]:
    """A row for each figure; a list where columns do not fit. The source stands below."""
    made = _rows(node, look, spot, section, width) or _entries(node, look, spot, section)
    source = words(look, node.source, "table", element=section.add("P"))
    return [*made, Atom(source, spot, spacing.SOURCE_LINE, spacing.NEVER)]


def _rows(node: Differences, look: Look, spot: Spot, section: Element, width: float) -> list[Atom]:
    """The table, or nothing where it would leave too little room for the names."""
    style, head, strong = look.scale["body"], look.scale["table-head"], look.scale["strong"]
    first, last = node.heads
    earlier, later = (
        max(fonts.width(year, head), *(fonts.width(text, style) for text in texts)) + 1
        for year, texts in zip(
            node.years,
            ([row.earlier for row in node.rows], [row.later for row in node.rows]),
            strict=True,
        )
    )
    said = max(fonts.width(last, head), *(fonts.width(row.said, strong) for row in node.rows))
    said += ARROW + spacing.ARROW + 1
    name = width - earlier - later - said - 3 * spacing.COLUMN
    longest = max(fonts.longest_word(row.name, style) for row in node.rows)
    if look.one_column or name < max(LEAST_NAME, longest):
        return []
    columns = (
        Heading(first, name),
        Heading(node.years[0], earlier, "right"),
        Heading(node.years[1], later, "right"),
        Heading(last, said),
    )
    table = Table(columns, look, section, "body")
    rows = [
        table.row((row.name, row.earlier, row.later), row.notes, last=partial(_said, row, look))
        for row in node.rows
    ]
    return table.atoms(rows, spot)


def _entries(node: Differences, look: Look, spot: Spot, section: Element) -> list[Atom]:
    """The same as a list: name, the change, both values, and why there is no comparison."""
    owner = section.add("L")
    made: list[Atom] = []
    for at, row in enumerate(node.rows):
        body = owner.add("LI").add("LBody")
        both = f"{node.years[0]}: {row.earlier}; {node.years[1]}: {row.later}"
        parts: list[Flowable] = [
            words(look, row.name, "body", element=body.add("P")),
            _said(row, look, body.add("P")),
            words(look, both, "body", element=body.add("P")),
        ]
        parts += [words(look, note, "table", element=body.add("P")) for note in row.notes]
        column = Column(parts, spacing.CLOSE)
        cost = before_entry(at, len(node.rows), look)
        made.append(Atom(column, spot, spacing.ENTRY, cost))
    return made


def _said(row: Difference, look: Look, element: Element) -> Flowable:
    """The change in words, behind its arrow."""
    text = words(look, row.said, "strong", "primary-text", element=element)
    if not row.direction:
        return text
    arrow = Arrow(row.direction, look, look.scale["strong"].leading)
    return Beside(arrow, text, spacing.ARROW, ARROW, middle=False)
