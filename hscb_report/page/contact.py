"""The foot of a leaflet's back: who publishes it, how to ask for other formats, and notes."""

from __future__ import annotations

from reportlab.platypus import Flowable

from hscb_report.page.context import Context
from hscb_report.page.layout import Column
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.summary.board import Board

FORMATS = "To ask for this summary in large print or in another format, contact the Board:"


class Rule(Flowable):
    """A hairline from side to side."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.brand = context.brand

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width, self.height = availWidth, 1.0
        return self.width, self.height

    def draw(self) -> None:
        """Draw as an artifact."""
        with self.canv.artifact():
            self.canv.setStrokeColor(self.brand.ground("rule"))
            self.canv.setLineWidth(self.brand.hairline)
            self.canv.line(0, 0.5, self.width, 0.5)


def contact(board: Board, context: Context, parent: Element, notes: str = "") -> Flowable:
    """Name, formats, ways to reach the board as far as its file has them, and notes.

    Args:
        notes: where the figures come from, what symbols mean; empty for none.
    """
    section = parent.add("Sect")
    parts: list[Flowable] = [
        Rule(context),
        words(context, board.name, "strong", "primary", element=section.add("P")),
    ]
    reached = [
        *([", ".join(board.address)] if board.address else []),
        *([board.phone] if board.phone else []),
    ]
    links = [
        *([(board.email, f"mailto:{board.email}")] if board.email else []),
        *([(board.web.split("://", 1)[1].rstrip("/"), board.web)] if board.web else []),
    ]
    if board.formats or reached or links:
        parts.append(words(context, board.formats or FORMATS, "body", element=section.add("P")))
    parts += [words(context, text, "body", element=section.add("P")) for text in reached]
    parts += [
        words(context, label, "body", "primary", element=section.add("P").add("Link"), url=url)
        for label, url in links
    ]
    gaps = [8.0, *[2.0] * (len(parts) - 2)]
    if notes:
        parts.append(words(context, notes, "body", element=section.add("P")))
        gaps.append(6.0)
    return Column(parts, gaps)
