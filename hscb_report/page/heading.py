"""Headings: a message, and below it what is measured, where and when."""

from __future__ import annotations

from hscb_report.page import spacing
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Column
from hscb_report.page.look import Look
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element

STRONG = 1.2
"""The width of a rule below a small heading or a table's head, pt."""
ABOVE_BOOKMARK = 8.0
"""How far above a heading the outline leads, pt."""


class Bookmarked(Flowable):
    """A flowable that the document's outline leads to.

    Args:
        level: depth in the outline, from 0.
    """

    def __init__(self, content: Flowable, title: str, level: int = 0) -> None:
        super().__init__()
        self.content, self.title, self.level = content, title, level

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As the content."""
        self.width, self.height = self.content.wrap(availWidth, availHeight)
        return self.width, self.height

    def draw(self) -> None:
        """Set the bookmark, then draw the content."""
        self.canv.bookmark(self.title, self.level, self.height + ABOVE_BOOKMARK)
        self.content.drawOn(self.canv, 0, 0)


def heading(
    look: Look, text: str, subtitle: str, section: Element, on: str = "paper", lang: str = ""
) -> Flowable:
    """A section's heading (H2) and subtitle (P).

    Args:
        subtitle: measure, place and period; empty for none.
        on: the ground it stands on: ``paper``, or ``band``.
        lang: of both; empty for the document's.
    """
    token, plain = ("primary-text", "text") if on == "paper" else ("on-band", "on-band")
    parts: list[Flowable] = [words(look, text, "heading", token, on, section.add("H2", lang=lang))]
    if subtitle:
        parts.append(words(look, subtitle, "subtitle", plain, on, section.add("P", lang=lang)))
    return Bookmarked(Column(parts, spacing.UNDER_HEADING), text)


class Ruled(Flowable):
    """A small heading with a strong rule below it.

    Args:
        below: the room below the rule, pt.
    """

    def __init__(self, content: Flowable, look: Look, below: float) -> None:
        super().__init__()
        self.content, self.brand, self.below = content, look.brand, below

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The content, and below it the rule."""
        self.width, height = self.content.wrap(availWidth, availHeight)
        self.height = height + spacing.ABOVE_RULE + self.below
        return self.width, self.height

    def draw(self) -> None:
        """The rule as an artifact, then the content."""
        with self.canv.artifact():
            self.canv.setStrokeColor(self.brand.ground("primary-text"))
            self.canv.setLineWidth(STRONG)
            self.canv.line(0, self.below, self.width, self.below)
        self.content.drawOn(self.canv, 0, self.below + spacing.ABOVE_RULE)


def ruled(look: Look, text: str, element: Element | None, below: float = 0.0) -> Flowable:
    """A small heading over rows.

    Args:
        element: the heading; None where it is repeated, for it was read already.
        below: the room below its rule, pt.
    """
    style = look.scale["block-title" if look.one_column else "table-head"]
    return Ruled(words(look, text, style, "primary-text", element=element), look, below)


def above_group(look: Look) -> spacing.Gap:
    """The space above such a heading."""
    return spacing.GROUP_OF_ENTRIES if look.one_column else spacing.GROUP


def block_title(
    look: Look, text: str, parent: Element, on: str = "card", lang: str = ""
) -> Flowable:
    """A block's small heading (H3)."""
    return words(look, text, "block-title", "primary-text", on, element=parent.add("H3", lang=lang))
