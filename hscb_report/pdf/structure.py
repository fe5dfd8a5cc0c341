"""The logical structure of a document: what a screen reader reads, in the content's order.

Elements are made while the content is laid out, so their order is the content's; the canvas
fills them with marked content while it draws, in whatever order that happens.
ISO 32000-1, 14.7 and 14.8.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Mark:
    """A stretch of a page's content: page from 0, and its marked-content identifier."""

    page: int
    mcid: int


@dataclass(eq=False)
class Element:
    """A structure element.

    Attributes:
        role: a standard structure type: ``Document``, ``Sect``, ``H1``, ``P``, ``Figure`` ...
        alt: what a Figure shows, in words.
        scope: ``Column`` or ``Row`` of a TH.
        lang: the language of its words (BCP 47); empty for that of the document.
        children: elements below, in reading order.
        marks: its own content, in the order it was drawn; it may run over pages.
        box: a Figure's place on its page: left, bottom, right, top, pt.
        annotations: the link annotations of a Link, one for each page that it stands on: the page,
            and it as the canvas keeps it.
        numbering: of an L, what stands before its entries; empty works it out.
    """

    role: str
    alt: str | None = None
    scope: str | None = None
    lang: str = ""
    children: list[Element] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None
    annotations: list[tuple[int, Any]] = field(default_factory=list)
    numbering: str = ""

    def add(
        self, role: str, *, alt: str | None = None, scope: str | None = None, lang: str = ""
    ) -> Element:
        """A new element below this one, read after those that are there."""
        child = Element(role, alt, scope, lang)
        self.children.append(child)
        return child

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()
