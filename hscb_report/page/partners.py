"""The partners side by side: logos of one optical area, and names where there is no logo."""

from __future__ import annotations

from math import sqrt

from hscb_report.brand.logos import partner_mark
from hscb_report.page.emblem import draw_figure
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Box, Column, Grid, height_of
from hscb_report.page.look import Look
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.art import Partner, Partners

MOST, MOST_IN_ONE_COLUMN = 4, 2
"""Side by side at the most."""
LEAST_CELL = 90.0
"""The least width of a cell, pt."""
WIDTH_SHARE, FLATNESS = 0.9, 0.4
"""Of its cell's width a logo takes at the most, the rest is clear space; and the height it is held
to, as a share of that width.
"""


def size_of(ratio: float, cell: float) -> tuple[float, float]:
    """How wide and high a logo is drawn in a cell, pt.

    All logos that are at least as wide as high, and at most six times so, have one area: that of
    the square of the greatest height. Others are held to the greatest width or height.
    """
    widest = cell * WIDTH_SHARE
    highest = widest * FLATNESS
    width = min(highest * sqrt(ratio), widest, highest * ratio)
    return width, width / ratio


def partners(node: Partners, look: Look, section: Element, width: float) -> Flowable:
    """The partners in rows, as a list; each leads to its website where the file has links."""
    if not node.partners:
        return Column([])
    gutter = look.paper.gutter
    most = MOST_IN_ONE_COLUMN if look.one_column else MOST
    count = max(1, min(most, len(node.partners), int((width + gutter) // (LEAST_CELL + gutter))))
    cell = (width - (count - 1) * gutter) / count
    owner = section.add("L")
    cells = [(cell, _cell(one, look, owner, cell)) for one in node.partners]
    rows = [cells[start : start + count] for start in range(0, len(cells), count)]
    return Grid(rows, gutter)


def _cell(partner: Partner, look: Look, owner: Element, width: float) -> Flowable:
    body = owner.add("LI").add("LBody")
    if partner.drawing is None:
        at = body.add("P")
        element = at.add("Link") if partner.url else at
        said = words(look, partner.name, "strong", "primary-text", element=element, url=partner.url)
        return _Middle(said)
    link = body.add("Link") if partner.url else None
    figure = (link or body).add("Figure", alt=partner.name)
    return _Logo(partner, width, figure, link)


class _Middle(Box):
    """Words in the middle of the height of their row."""

    grows = True

    def __init__(self, content: Flowable) -> None:
        super().__init__()
        self.content = content

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As the words."""
        self.width = availWidth
        self.inner = self.height = height_of(self.content, availWidth)
        return self.width, self.height

    def draw(self) -> None:
        """In the middle."""
        self.content.drawOn(self.canv, 0, (self.height - self.inner) / 2)


class _Logo(Box):
    """A logo in the middle of the height of its row, at the left of its cell."""

    grows = True

    def __init__(
        self, partner: Partner, cell: float, figure: Element, link: Element | None
    ) -> None:
        super().__init__()
        assert partner.drawing is not None
        self.partner, self.figure, self.link = partner, figure, link
        self.mark = partner_mark(partner.drawing, partner.inks)
        self.drawn = size_of(partner.drawing.ratio, cell)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as it is drawn."""
        self.width, self.height = availWidth, self.drawn[1]
        return self.width, self.height

    def draw(self) -> None:
        """The logo, and over it the link."""
        y = (self.height - self.drawn[1]) / 2
        draw_figure(self.canv, self.mark, (0.0, y), self.drawn, self.figure)
        if self.link:
            said = f"{self.partner.name}: {self.partner.url}"
            box = (0.0, y, self.drawn[0], y + self.drawn[1])
            self.canv.link(self.link, self.partner.url, [box], said)
