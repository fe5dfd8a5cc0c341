"""How the panels of a leaflet are drawn, once they are laid out."""

from __future__ import annotations

from collections.abc import Sequence

from hscb_report.brand.colours import Purpose
from hscb_report.page.flow import Placed
from hscb_report.page.front import Front
from hscb_report.page.furniture import draft_mark, top_edge
from hscb_report.page.look import Look
from hscb_report.pdf.boxes import MM
from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.structure import Element
from hscb_report.story.story import Draft

BAR = 5 * MM
"""Along the upper edge, pt: deep enough for a cut that is a millimetre out not to show."""
MARK = 8.5 * MM
"""The draft mark stands in the upper margin, so that a draft fits where the final leaflet does."""


def draw(
    placed: Sequence[Placed], look: Look, draft: Draft | None, edged: bool, canvas: ReportCanvas
) -> None:
    """What stands on a panel, and the draft mark or the bar along its upper edge.

    Args:
        draft: the mark; None for none.
        edged: whether there is a bar.
    """
    for item in placed:
        item.flowable.drawOn(canvas, item.x, item.y)
    zoom = look.paper.zoom
    if draft:
        draft_mark(canvas, look, draft, None, MARK / zoom)
    elif edged:  # on an office printer the bar stands 5 mm lower
        top_edge(canvas, look, (BAR / 2 if look.brand.purpose is Purpose.OFFICE else BAR) / zoom)


def draw_front(
    front: Front, look: Look, draft: Draft | None, element: Element | None, canvas: ReportCanvas
) -> None:
    """The front panel, and the draft mark.

    Args:
        element: that says its words.
    """
    front.drawOn(canvas, 0, 0)
    if draft:
        draft_mark(canvas, look, draft, element, MARK / look.paper.zoom)
