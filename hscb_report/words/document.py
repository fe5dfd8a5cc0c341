"""Words of a document as a whole: its draft mark, page numbers, and what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DocumentWords:
    """What stands on every page, and in the properties of a file.

    Attributes:
        draft: the mark on each page of a draft; ``draft_in_short`` where that has no room.
        formats: before the ways to reach a board whose file says nothing of other formats.
        figures_attached: what the file of figures inside the file is.
    """

    draft: str = "DRAFT: not for publication"
    draft_in_short: str = "DRAFT"
    formats: str = "To ask for this summary in large print or in another format, contact us:"
    figures_attached: str = "Every figure with value, unit, period, definition and source"

    def version(self, *, version: str, day: str) -> str:
        """Beside the mark of a draft; either may be empty."""
        parts = [f"Version {version}" if version else "", day]
        return ", ".join(part for part in parts if part)

    def page(self, *, number: int, count: int) -> str:
        """At the foot of a page."""
        return f"Page {number} of {count}"

    def continued(self, *, heading: str) -> str:
        """Above what goes on from the page before, in large print."""
        return f"{heading} (continued)"

    def subject(self, *, title: str, board: str) -> str:
        """What a file is about."""
        return f"{title} of the {board}"

    def draft_subject(self, *, title: str, board: str) -> str:
        """What the file of a draft is about."""
        return f"{title} of the {board} (draft: not for publication)"
