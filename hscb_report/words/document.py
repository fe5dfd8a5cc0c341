"""Words of a document as a whole: its draft mark, page numbers, and what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DocumentWords:
    """What stands on every page, and in the properties of a file.

    Attributes:
        draft: the mark on each page of a draft.
        formats: before the ways to reach a board whose file says nothing of other formats.
        figures_attached: what the file of figures inside the file is.
    """

    draft: str = "Draft: not for publication"
    formats: str = "To ask for this summary in large print or in another format, contact the Board:"
    figures_attached: str = "Every figure with value, unit, period, definition and source"

    def continued(self, *, heading: str) -> str:
        """Where a section goes on."""
        return f"{heading}, continued"

    def page(self, *, number: int, count: int) -> str:
        """At the foot of a page."""
        return f"Page {number} of {count}"

    def subject(self, *, title: str, board: str) -> str:
        """What a file is about."""
        return f"{title} of the {board}"

    def draft_subject(self, *, title: str, board: str) -> str:
        """What the file of a draft is about."""
        return f"{title} of the {board} (draft: not for publication)"
