"""Words of "About the figures": where each comes from, and what the printed text does not have."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from hscb_report.words.charts import listed


@dataclass(frozen=True)
class SourceWords:
    """What is said of figures and their sources.

    Attributes:
        title: of the section.
        lead: its first sentence.
        others: above the figures that no section tells.
        sources: above what is said of each source.
        one_heading ... worked_out: what may have been added to a printed text.
        added_in_short: the same on a leaflet.
        partly: on a leaflet that leaves out a part of what there is.
    """

    title: str = "About the figures"
    lead: str = "Every figure in this summary."
    others: str = "Other figures"
    sources: str = "Sources"
    one_heading: str = "the heading"
    headings: str = "the headings"
    subtitles: str = "the lines below headings"
    labels: str = "the words"
    worked_out: str = "percentages worked out from two figures"
    added_in_short: str = (
        "Some headings, lines below headings, percentages, notes, and what other sources say are "
        "not in the printed summary."
    )
    partly: str = "This leaflet tells a part of the summary."

    def the_body(self, *, name: str) -> str:
        """A board in its own document, after its full name was told: "the Partnership"."""
        kind = name.rsplit(" ", 1)[-1]
        return f"the {kind}" if kind in ("Board", "Partnership", "Committee") else name

    def common(
        self, *, when: str, is_day: bool, title: str, publisher: str, named: Collection[str]
    ) -> str:
        """What holds of all figures that say nothing else.

        Args:
            when: a period, or a day; empty where too few share one.
            title, publisher: of a source; empty where too few share one.
            named: what others name instead, of ``day``, ``month``, ``period`` and
                ``source``.
        """
        time = f"{'of' if is_day else 'for'} {when}" if when else ""
        origin = f"from {title}, published by {publisher}" if title else ""
        kinds = [f"a {kind}" for kind in ("day", "month", "period", "source") if kind in named]
        several = ", ".join(kinds[:-1]) + " or " if len(kinds) > 1 else ""
        unless = f", unless {several}{kinds[-1]} is named" if kinds else ""
        return f"All are {' and '.join(one for one in (time, origin) if one)}{unless}."

    def symbols(self, *, meanings: str) -> str:
        """What the symbols mean."""
        return f"Symbols: {meanings}."

    def because(self, *, meaning: str, reason: str) -> str:
        """What a symbol means, and the one reason there is for it."""
        first, _, rest = reason.partition(" ")
        if first in ("A", "An", "It", "No", "The", "There", "These", "They", "This"):
            reason = f"{first.lower()} {rest}"
        return f"{meaning}: {reason.rstrip('.')}"

    def of_all(self, *, said: str) -> str:
        """Below the heading of a group of figures: what holds of all of them."""
        return f"All: {said}"

    def unless_another(self, *, when: str) -> str:
        """A time that most figures of a group have, and the others name theirs."""
        return f"{when}, unless another time is named"

    def continued(self, *, heading: str) -> str:
        """Above what goes on from the page or the column before."""
        return f"{heading} (continued)"

    def from_others(self, *, titles: str) -> str:
        """What comes from sources that the printed text has not."""
        return f"what comes from {titles}"

    def added(self, *, parts: str) -> str:
        """What is not in the printed text."""
        return (
            f"Added for this edition, and not in the printed summary: {parts}; and the names and "
            "notes below."
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

    def rounded(self, *, numbers: str) -> str:
        """The numbers on a leaflet that are rounded."""
        return f"Rounded: {numbers}."

    def counts_rounded(self, *, step: str) -> str:
        """Of a source whose counts are rounded."""
        return f"Counts are rounded to the nearest {step}."

    def counts_of(self, *, places: Collection[str], step: str) -> str:
        """Of places whose counts are rounded."""
        return f"Counts of {listed([*places])} are rounded to the nearest {step}."

    def some_rounded(self, *, step: str) -> str:
        """Of a leaflet in which a count is rounded where it was published."""
        return f"Some counts are rounded to the nearest {step}."

    def figures(self, *, titles: str) -> str:
        """The sources on a leaflet."""
        return f"Figures: {titles}."
