"""Words of charts, for those who do not see them, and the heads of tables.

The form is the Government Analysis Function's: the kind of chart, of what data, what it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_DETERMINERS = frozenset(
    "all both each every her his its our that the their these this those".split()
)
"""What stands before a noun, so that "the" does not."""


def listed(words: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


@dataclass(frozen=True)
class ChartWords:
    """Kinds of charts, and the heads of columns.

    Attributes:
        funnel ... field: each kind of chart.
        marks, figure ... change: heads of columns.
    """

    funnel: str = "Funnel of bars in proportion"
    ring: str = "Ring chart"
    circles: str = "Circles whose areas are in proportion"
    bars: str = "Bar chart"
    line: str = "Line chart"
    dots: str = "Field of dots"
    field: str = "Field of squares"
    marks: str = "Marks"
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
        """What a dot stands for: ``100``, ``100 contacts``, ``1%``."""
        return f"Each dot stands for {count}."

    def all_dots(self, *, number: str) -> str:
        """How numbers within one another lie in their picture.

        Args:
            number: the whole.
        """
        return f"All dots make {number}: each group includes those inside it."

    def not_apart(self, *, part: str, whole: str) -> str:
        """A number that has no dots of its own colour, beside the one that it is within."""
        return f"{part} is too near to {whole} to be drawn apart."

    def each(self, *, unit: int, noun: str) -> str:
        """What a mark of a unit field stands for: squares are one each, dots more.

        Args:
            noun: what is counted, as it stands behind "of": ``plans``, ``all children``; empty
                where that is not known, or not the same for all.
        """
        whole = noun if noun.split(" ")[0].casefold() in _DETERMINERS else f"the {noun}"
        if unit == 1:
            return self.each_square(count=f"one of {whole}" if noun else "one")
        many = f"{unit:,} of {noun}" if whole == noun else f"{unit:,} {noun}"
        return self.each_dot(count=many if noun else f"{unit:,}")

    def each_square(self, *, count: str) -> str:
        """What a square stands for: ``one of the plans``, ``1%``."""
        return f"Each square stands for {count}."

    def marks_of(self, *, count: int, dots: bool) -> str:
        """So many marks: ``1 dot``, ``1,294 squares``."""
        return f"{count:,} {'dot' if dots else 'square'}{'' if count == 1 else 's'}"

    def marks_within(self, *, whole: int, part: int, dots: bool) -> str:
        """The marks of a number, and those of its part."""
        return f"{self.marks_of(count=whole, dots=dots)}, {part:,} of them filled"

    def dots_within(self, *, counts: Sequence[int]) -> str:
        """The dots of a number and, from the outside to the middle, of its parts."""
        whole, *parts = (f"{count:,}" for count in counts)
        return ", ".join([f"{whole} dots", *(f"of which {part}" for part in parts)])

    def part_of(self, *, part: str, whole: str) -> str:
        """A number within another: ``288 of 604``."""
        return f"{part} of {whole}"

    def after(self, *, years: Sequence[str]) -> str:
        """Points that are drawn hollow, for the report is of an earlier year."""
        are = "is" if len(years) == 1 else "are"
        return f"{listed(years)} (hollow) {are} after this report's year."

    def equal(self, *, names: Sequence[str], years: Sequence[str]) -> str:
        """Lines that lie on one another."""
        return f"{listed(names)} are equal in {listed(years)}: their points lie on one another."

    def ended(self, *, name: str, last: str) -> str:
        """A line and its last number, which a name that ends in "after" does not run into."""
        return f"{name}: {last}"

    def ending(self, *, name: str, known: str, year: str, last: str, end: str) -> str:
        """A line whose last number is missing: its last that is known, and what its end says.

        Args:
            known, year: the last number that is known, and its year.
            last, end: the symbol of the last, and its year.
        """
        return f"{name}: {known} in {year}, {last} in {end}"

    def source(self, *, publishers: str) -> str:
        """The line below a chart of series."""
        return f"Source: {publishers}"
