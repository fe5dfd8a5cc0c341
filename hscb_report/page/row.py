"""A row of numbers on the paper: a rule above each, one baseline, words from one line on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hscb_report.page import spacing
from hscb_report.page.icon import Icon
from hscb_report.page.layout import Box, height_of
from hscb_report.page.look import Look
from hscb_report.page.statistic import RULE, Parts, Quiet

ICON = 30.0
"""The side of an icon's square, pt; its drawn shape stands in the upper right corner of a cell."""
BESIDE = ICON + spacing.ICON_CORNER
"""What an icon takes from the width of a number or of the words beside it, pt."""


@dataclass(frozen=True)
class Cell:
    """A number, or the quiet line of one that is missing, in a row.

    Attributes:
        width: pt.
        content: what stands there.
        icon: None for none.
    """

    width: float
    content: Parts | Quiet
    icon: Icon | None = None

    @property
    def parts(self) -> Parts | None:
        """The number's, where there is one."""
        return self.content if isinstance(self.content, Parts) else None


class Row(Box):
    """Cells side by side.

    Words printed before a number stand between its rule and the number, and all numbers of the row
    keep room for them: whatever belongs to a number is below its rule.

    Args:
        leads: the figures that lead here, by their keys.
    """

    def __init__(self, cells: Sequence[Cell], look: Look, leads: Sequence[str] = ()) -> None:
        super().__init__()
        self.leads = tuple(leads)
        self.cells, self.gutter = cells, look.paper.gutter
        self.ink = look.brand.ink("primary-text", "paper", "graphic")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as its highest cell."""
        self.width = availWidth
        numbers = [(cell, cell.parts) for cell in self.cells if cell.parts]
        for cell, one in numbers:
            one.number.wrap(cell.width, 0)
        zone = max((_lead(cell, one) for cell, one in numbers), default=0.0)
        if any(cell.icon and one.number.width > cell.width - BESIDE for cell, one in numbers):
            zone = max(zone, ICON + spacing.ICON_CORNER)
        self.baseline = RULE + spacing.UNDER_RULE + zone
        self.baseline += max((one.number.ascent for _, one in numbers), default=0.0)
        self.words = self.baseline + spacing.UNDER_NUMBER
        self.words += max((one.number.below for _, one in numbers), default=0.0)
        if any(cell.icon for cell, _ in numbers):
            self.words = max(self.words, RULE + spacing.UNDER_RULE + ICON)
        heights = [self.words + height_of(one.below, cell.width) for cell, one in numbers]
        heights += [
            height_of(cell.content, cell.width)
            for cell in self.cells
            if isinstance(cell.content, Quiet)
        ]
        self.height = max(heights)
        return self.width, self.height

    def draw(self) -> None:
        """Cell by cell: rule and icon as artifacts, then the words in the order of reading."""
        x = 0.0
        for cell in self.cells:
            if isinstance(cell.content, Quiet):
                cell.content.drawOn(self.canv, x, self.height - cell.content.height)
            else:
                self._number(cell, cell.content, x)
            x += cell.width + self.gutter

    def _number(self, cell: Cell, one: Parts, x: float) -> None:
        canvas, top = self.canv, self.height
        with canvas.artifact():
            canvas.setFillColor(self.ink)
            canvas.rect(x, top - RULE, cell.width, RULE, stroke=0, fill=1)
        if cell.icon:
            cell.icon.wrap(0, 0)
            corner = cell.icon.drawn()
            upper = top - RULE - spacing.UNDER_RULE
            cell.icon.drawOn(canvas, x + cell.width - corner[0], upper - corner[1])
        if one.lead:
            above = self.baseline - one.number.ascent
            one.lead.drawOn(canvas, x, top - above + spacing.UNDER_LEAD)
        one.number.drawOn(canvas, x, top - self.baseline - one.number.below)
        one.below.drawOn(canvas, x, top - self.words - one.below.height)


def _lead(cell: Cell, one: Parts) -> float:
    """What the words before a number take, pt; they keep clear of an icon."""
    if one.lead is None:
        return 0.0
    aside = BESIDE if cell.icon else 0.0
    return height_of(one.lead, cell.width - aside) + spacing.UNDER_LEAD
