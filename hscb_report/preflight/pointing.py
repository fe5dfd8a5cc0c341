"""Pointing at what is on a page, in a finding: what it is, and where."""

from __future__ import annotations

from hscb_report.preflight.content import Picture, Shape, Text
from hscb_report.preflight.document import Opened
from hscb_report.preflight.shapes import common
from hscb_report.preflight.verdict import MM


def inside_bleed(doc: Opened, number: int, item: Text | Shape) -> bool:
    """Whether something touches what is printed; marks stand outside it."""
    box = (
        doc.box(number - 1, "/BleedBox")
        or doc.box(number - 1, "/TrimBox")
        or doc.box(number - 1, "/MediaBox")
    )
    return common(item.box, box) is not None


def what(item: Text | Shape) -> str:
    """An object as a person would point at it."""
    if isinstance(item, Text):
        words = item.words if len(item.words) <= 24 else f"{item.words[:22].rstrip()}…"
        return f'the text "{words}"' if words else "a text"
    size = f"{(item.box[2] - item.box[0]) * MM:.0f} × {(item.box[3] - item.box[1]) * MM:.0f} mm"
    return f"a shape of {size}" if item.filled else f"a line of {size}"


def at(doc: Opened, number: int, item: Text | Shape | Picture) -> tuple[float, float]:
    """Where its upper left corner is, mm from the left and the top of the page."""
    return doc.place(number - 1, item.box[0], item.box[3])
