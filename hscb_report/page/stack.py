"""Bars in parts on the page: each a picture of its own, so that a page may end between two; the
names of the parts stand above the first of a page.
"""

from __future__ import annotations

from hscb_report.page import spacing
from hscb_report.page.drawing import Artifact, Drawing
from hscb_report.page.flow import Atom
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.breakdowns import Stack


def stack(node: Stack, look: Look, spot: Spot, section: Element, width: float) -> list[Atom]:
    """A bar after the other, and what is said below them."""
    from hscb_report.charts import stack as charts

    frame = charts.frame(node.bars, width, look.paper.zoom)
    made: list[Atom] = []
    drawn = [at for at, bar in enumerate(node.bars) if bar.pieces]
    first = drawn[0] if drawn else 0
    for at, bar in enumerate(node.bars):
        named = node.names if at == first else ()
        sheet = charts.bar(bar, frame, look.brand, named)
        element = section.add("Figure", alt=bar.description.alt)
        names = charts.names(bar, node.names, frame, look.brand) if at > first else None
        again = Artifact(names) if names and names.height else None
        gap = spacing.BARS if at else spacing.TABLE
        alone = at in (0, 1, len(node.bars) - 1)
        cost = spacing.ALONE if alone else spacing.BEFORE_ROW
        cost = max(cost, spacing.BEFORE_FEW) if at and len(node.bars) <= spacing.FEW else cost
        made.append(Atom(Drawing(sheet, element), spot, gap, cost, header=again))
    for at, text in enumerate(node.notes):
        note = words(look, text, "table", element=section.add("P"))
        gap = spacing.NONE if at else spacing.SOURCE_LINE
        made.append(Atom(note, spot, gap, spacing.BEFORE_ROW if at else spacing.NEVER))
    return made
