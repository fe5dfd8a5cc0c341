"""What stands on every page and belongs to none: footer, page number, draft mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hscb_report.brand import fonts
from hscb_report.page.look import Look
from hscb_report.pdf.boxes import MM
from hscb_report.pdf.structure import Element
from hscb_report.story.story import Draft

DRAFT_HEIGHT = 46.0
"""The draft mark's band; its words stand in the lower part, 11 mm from the edge, where office
printers print.
"""
BETWEEN = 16.0
"""Between the words of the draft mark and its version, at the least, pt."""
EDGE = 8.0
"""The bar along the top edge of a following page, pt."""


def footer(canvas: Any, look: Look, lefts: Sequence[str], page: str) -> None:
    """Who, what and the page number; clear of the outer 12 mm, where packs stamp their own.

    Args:
        lefts: what may stand at the left, the fullest first; the first that fits is taken.
        page: its number in words, at the right.
    """
    paper, style, brand = look.paper, look.scale["furniture"], look.brand
    y = 13 * MM / paper.zoom
    with canvas.artifact("Pagination"):
        canvas.setStrokeColor(brand.ground("rule"))
        canvas.setLineWidth(brand.hairline)
        canvas.line(paper.side, y + 14, paper.width - paper.side, y + 14)
        canvas.setFillColor(brand.ink("text"))
        canvas.setFont(fonts.font_name(style.face), style.size)
        room = paper.measure - fonts.width(page, style) - 20
        canvas.drawString(
            paper.side, y, next((text for text in lefts if fonts.width(text, style) <= room), "")
        )
        canvas.drawRightString(paper.width - paper.side, y, page)


def top_edge(canvas: Any, look: Look, height: float = EDGE) -> None:
    """A bar in the board's colour along the top edge, pt."""
    paper = look.paper
    with canvas.artifact("Layout"):
        canvas.setFillColor(look.brand.ground("band"))
        canvas.rect(
            *canvas.to_edge(0, paper.height - height, paper.width, height), stroke=0, fill=1
        )


def draft_mark(
    canvas: Any, look: Look, draft: Draft, element: Element | None, height: float = DRAFT_HEIGHT
) -> None:
    """A band along the top of the page that no printer and no reader can miss: between the margins
    what it is, at the left, and its version, at the right.

    Args:
        element: the element that says it once, on the first page; None on the others.
        height: of the band, pt; where a printer cannot reach the edge, what is left of it.
    """
    paper, strong, plain = look.paper, look.scale["strong"], look.scale["body"]
    foot = paper.height - height
    x, y, width, tall = canvas.to_edge(0, foot, paper.width, height)
    with canvas.artifact("Pagination"):
        canvas.setFillColor(look.brand.ground("accent-text"))
        canvas.rect(x, max(y, foot), width, tall - max(0.0, foot - y), stroke=0, fill=1)
    room = paper.measure - fonts.width(draft.version, plain) - (BETWEEN if draft.version else 0.0)
    fits = (text for text in draft.words if fonts.width(text, strong) <= room)
    line = foot + height * 0.22
    with canvas.tagged(element) if element else canvas.artifact("Pagination"):
        canvas.setFillColor(look.brand.ink("paper", "accent-text"))
        canvas.setFont(fonts.font_name(strong.face), strong.size)
        # The space parts it from the version when read.
        canvas.drawString(paper.side, line, f"{next(fits, draft.words[-1])} ")
        if draft.version:
            canvas.setFont(fonts.font_name(plain.face), plain.size)
            canvas.drawRightString(paper.width - paper.side, line, draft.version)
