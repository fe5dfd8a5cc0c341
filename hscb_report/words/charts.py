"""Words of charts, for those who do not see them, and the heads of tables.

The form is the Government Analysis Function's: the kind of chart, of what data, what it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ChartWords:
    """Kinds of charts, and the heads of columns.

    Attributes:
        funnel ... dots: each kind of chart.
        figure ... change: heads of columns.
    """

    funnel: str = "Funnel of bars in proportion"
    ring: str = "Ring chart"
    circles: str = "Circles whose areas are in proportion"
    bars: str = "Bar chart"
    line: str = "Line chart"
    dots: str = "Field of dots"
    each_dot_is_one: str = "Each dot stands for one."
    figure: str = "Figure"
    value: str = "Value"
    number: str = "Number"
    period: str = "Period"
    share: str = "Share"
    stage: str = "Stage"
    series: str = "Series"
    change: str = "Change"

    def squares(self, *, filled: str) -> str:
        """A percentage as squares."""
        return f"Chart of 100 squares; {filled} of them are filled"

    def each_dot(self, *, count: str) -> str:
        """What a dot stands for: ``100``, ``1%``."""
        return f"Each dot stands for {count}."

    def dots_within(self, *, counts: Sequence[int]) -> str:
        """The dots of a number and, from the outside to the middle, of its parts."""
        whole, *parts = (f"{count:,}" for count in counts)
        return ", ".join([f"{whole} dots", *(f"of which {part}" for part in parts)])

    def part_of(self, *, part: str, whole: str) -> str:
        """A number within another: ``288 of 604``."""
        return f"{part} of {whole}"

    def ending(self, *, name: str, known: str, year: str, last: str, end: str) -> str:
        """A line whose last number is missing: its last that is known, and what its end says.

        Args:
            known, year: the last number that is known, and its year.
            last, end: the symbol of the last, and its year.
        """
        return f"{name} {known} in {year}, {last} in {end}"

    def source(self, *, publishers: str) -> str:
        """The line below a chart of series."""
        return f"Source: {publishers}"
