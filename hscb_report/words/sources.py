"""Words of "About the figures": where each comes from, and what the printed text does not have."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SourceWords:
    """What is said of figures and their sources.

    Attributes:
        title: of the section.
        lead: its first sentence.
        one_heading ... worked_out: what may have been added to a printed text.
        added_in_short: the same on a leaflet.
    """

    title: str = "About the figures"
    lead: str = (
        "Every figure in this summary, with the period or the day it is about and where it comes "
        "from."
    )
    one_heading: str = "the heading"
    headings: str = "the headings"
    subtitles: str = "the lines below headings"
    labels: str = "the words"
    worked_out: str = "percentages worked out from two figures"
    added_in_short: str = (
        "Headings, the lines below them and percentages are added; all other words are the Board's."
    )

    def symbols(self, *, meanings: str) -> str:
        """What the symbols mean."""
        return f"Symbols: {meanings}."

    def added(self, *, parts: str) -> str:
        """What is not in the printed text."""
        return (
            f"Added for this edition, and not in the printed summary: {parts}; and the names and "
            "notes in the tables below."
        )

    def published(self, *, publisher: str) -> str:
        """Who published a source."""
        return f"Published by {publisher}"

    def published_on(self, *, publisher: str, day: str) -> str:
        """Who published a source, and when."""
        return f"Published by {publisher} on {day}"

    def read_on(self, *, day: str) -> str:
        """When a source was read."""
        return f"read on {day}"

    def figures(self, *, titles: str) -> str:
        """The sources on a leaflet."""
        return f"Figures: {titles}."
