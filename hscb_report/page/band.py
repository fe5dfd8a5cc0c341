"""The board's colour as a ground: from one edge of the sheet to the other, or as a card; a page may
end inside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from hscb_report.page import spacing
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.furniture import DRAFT_HEIGHT
from hscb_report.page.layout import RADIUS, Box, height_of
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.page.text import words

SEAM = 2.0
"""How far a part reaches below the next, so that no light line parts them on a screen, pt."""
HAIR = 1.0
"""How far the seam of a card keeps from its edges, pt: more than a pixel of a screen."""
BEND = 0.4477
"""Where the control points of a quarter of a circle are, as a share of its radius from the corner.
"""
PADDING, MORE = 18.0, 24.0
"""Above and below what stands on a ground from edge to edge, and how much more where its page has
room, pt.
"""
ROOM = 4.0
"""How much more a card of this colour keeps from its edges than others, pt."""


class Piece(Box):
    """A part of a ground with what stands on it; the parts of a ground join.

    Args:
        wide: whether the ground runs from edge to edge.
        first, last: whether it begins and ends here.
        reaches: whether a wide ground runs up to the sheet's edge where it begins a page.
        below: the space below the content where the ground goes on, pt.
    """

    def __init__(
        self,
        content: Flowable,
        look: Look,
        wide: bool,
        first: bool,
        last: bool,
        reaches: bool = True,
        below: float = spacing.NUMBERED,
    ) -> None:
        super().__init__()
        self.content, self.look, self.wide, self.first, self.last = content, look, wide, first, last
        self.reaches, self.below = reaches, below
        self.padding = PADDING if wide else look.padding + ROOM

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The content, and the padding where the ground begins or ends."""
        self.width = availWidth
        self.foot = self.padding if self.last else self.below
        top = self.padding if self.first else 0.0
        aside = 0.0 if self.wide else self.padding
        self.height = height_of(self.content, availWidth - 2 * aside) + top + self.foot
        self.own = self.height
        return self.width, self.height

    @property
    def takes(self) -> float:
        """More room above and below, on a ground from edge to edge."""
        ends = self.first + self.last if self.wide else 0
        return self.own + ends * MORE - self.height

    def stretch(self, height: float) -> None:
        """Take it, where the ground begins and where it ends."""
        more = max(0.0, min(height - self.height, self.takes))
        self.height += more
        if self.last:
            self.foot += more / (self.first + self.last)

    def draw(self) -> None:
        """The ground as an artifact, then the content."""
        with self.canv.artifact("Background"):
            self.canv.setFillColor(self.look.brand.ground("band"))
            self._wide() if self.wide else self._card()
        self.content.drawOn(self.canv, 0 if self.wide else self.padding, self.foot)

    def _wide(self) -> None:
        """Up to the sheet's edge where it begins a page."""
        canvas, paper = self.canv, self.look.paper
        _, top = canvas.on_this_leaf(0, self.height)
        above = paper.height - top
        above = above if self.reaches and above <= paper.top + DRAFT_HEIGHT else 0.0
        seam = 0.0 if self.last else SEAM
        ground = canvas.to_edge(-paper.side, -seam, paper.width, self.height + above + seam)
        canvas.rect(*ground, stroke=0, fill=1)

    def _card(self) -> None:
        """Round corners where it begins and ends; its seam keeps from the edges by a hair, where it
        would show a darker tick.
        """
        path, width, top, foot = self.canv.beginPath(), self.width, self.height, 0.0
        if not self.last:
            self.canv.rect(HAIR, -SEAM, width - 2 * HAIR, 2 * SEAM, stroke=0, fill=1)
        above, below = (RADIUS if self.first else 0.0), (RADIUS if self.last else 0.0)
        path.moveTo(below, foot)
        path.lineTo(width - below, foot)
        path.curveTo(width - below * BEND, foot, width, foot + below * BEND, width, foot + below)
        path.lineTo(width, top - above)
        path.curveTo(width, top - above * BEND, width - above * BEND, top, width - above, top)
        path.lineTo(above, top)
        path.curveTo(above * BEND, top, 0, top - above * BEND, 0, top - above)
        path.lineTo(0, foot + below)
        path.curveTo(0, foot + below * BEND, below * BEND, foot, below, foot)
        path.close()
        self.canv.drawPath(path, stroke=0, fill=1)


def banded(
    rows: Sequence[Flowable], look: Look, spot: Spot, wide: bool, continued: str = ""
) -> list[Atom]:
    """Rows on one ground; a page ends between them only where it must.

    Args:
        continued: said on the ground where it goes on on another page; empty for nothing.
    """
    last = len(rows) - 1
    header = None
    if continued:
        line = words(look, continued, "strong", "on-band", "band")
        header = Piece(line, look, wide, True, False, below=spacing.CONTINUED)
    return [
        Atom(
            Piece(row, look, wide, index == 0, index == last, not (header and index)),
            spot,
            spacing.NONE if index else spacing.BLOCK,
            (spacing.NEVER if index in (1, last) else spacing.BEFORE_CARDS)
            if index
            else spacing.WELCOME,
            header=header if index else None,
            exact=index < last,
        )
        for index, row in enumerate(rows)
    ]
