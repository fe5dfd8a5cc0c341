"""Words of numbers that are broken down: by rows and columns, and as bars of parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hscb_report.words.charts import listed


@dataclass(frozen=True)
class BreakdownWords:
    """What is said above, in and below such tables and bars.

    Attributes:
        shares, counts: kinds of charts: bars of one length, and bars as long as their numbers.
        rest: what the parts of a bar leave of its whole.
    """

    shares: str = "Bars of 100%, each in parts"
    counts: str = "Bars in parts, as long as their numbers"
    rest: str = "the rest"

    def shown(self, *, numbers: bool, whole: str) -> str:
        """What the cells of a table with percentages hold.

        Args:
            numbers: whether numbers too.
            whole: ``of plans``; empty where that is not the same for all.
        """
        said = "Number, and per cent" if numbers else "Per cent"
        return f"{said} {whole}".rstrip()

    def above(self, *, shown: str, when: str, times: Sequence[tuple[str, str]]) -> str:
        """The line above a table.

        Args:
            shown: what its cells hold; may be empty.
            when: of when they are; empty where they are not all of one time.
            times: rows or columns, each with the time that it is of.
        """
        first = ", ".join(part for part in (shown, when) if part)
        first = f"{first[:1].upper()}{first[1:]}." if first else ""
        each = "; ".join(of if head in of else f"{head}: {of}" for head, of in times)
        return " ".join(part for part in (first, f"{each}." if each else "") if part)

    def cell(self, *, row: str, column: str) -> str:
        """A place in a table."""
        return f"{row}, {column}"

    def per_cent(self, *, head: str, whole: str) -> str:
        """Of what the percentages of a row, a column or a place are: ``of plans``."""
        return f"{head}: per cent {whole}."

    def as_numbers(self, *, cells: Sequence[str]) -> str:
        """Rows, or places, of a table of percentages where numbers stand."""
        return f"Numbers, not per cent: {'; '.join(cells)}."

    def gap(self, *, symbol: str, reason: str) -> str:
        """Why numbers are missing, where all with this symbol are for one reason."""
        return f"[{symbol}] {reason}"

    def gap_of(self, *, cells: Sequence[str], symbol: str, reason: str) -> str:
        """The same where others are for another."""
        return f"{'; '.join(cells)}: [{symbol}] {reason}"

    def whole(self, *, name: str, number: str) -> str:
        """What a bar is the whole of: ``Plans: 1,294``."""
        return f"{name}: {number}"

    def unsplit(self, *, names: Sequence[str], rest: bool) -> str:
        """A piece of a bar that cannot be split, for the numbers of these parts are missing.

        Args:
            rest: whether there may be a rest too.
        """
        said = listed(names)
        return f"{said}, and any rest" if rest else said

    def named(self, *, name: str, number: str, percent: str) -> str:
        """A part of a bar, for those who do not see it: ``Neglect 412, 33%``."""
        return f"{name} {number}" + (f", {percent}" if percent else "")

    def parts(self, *, parts: Sequence[str]) -> str:
        """Parts one behind the other."""
        return f"{'; '.join(parts)}."

    def bar(self, *, label: str, whole: str, parts: Sequence[str]) -> str:
        """A bar, for those who do not see it."""
        return f"{label}. {whole}. {self.parts(parts=parts)}"
