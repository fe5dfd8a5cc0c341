"""Words of a figure in two years: how it changed, or why nobody can say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ChangeWords:
    """What is said of a change, and of numbers that cannot be compared.

    Attributes:
        no_change, not_comparable: in the place of a change.
        definition_differs ... day_and_period: reasons why two numbers cannot be compared.
    """

    no_change: str = "No change"
    not_comparable: str = "Not comparable"
    definition_differs: str = "the definition differs"
    place_differs: str = "it is of another place"
    source_differs: str = "the source differs"
    other_whole: str = "it is a part of another whole"
    whole_in_one: str = "only one of the years has it as a part of a whole"
    day_and_period: str = "one is of a day, the other of a period"

    def up(self, *, amount: str) -> str:
        """``Up 154``."""
        return f"Up {amount}"

    def down(self, *, amount: str) -> str:
        """``Down 154``."""
        return f"Down {amount}"

    def more(self, *, amount: str, since: str, counted: bool) -> str:
        """``329 more than in 2014``.

        Args:
            counted: whether it is a number of things.
        """
        return f"{amount} more than in {since}"

    def less(self, *, amount: str, since: str, counted: bool) -> str:
        """``329 fewer than in 2014``, ``2 percentage points less than in 2014``."""
        return f"{amount} {'fewer' if counted else 'less'} than in {since}"

    def same_as(self, *, since: str) -> str:
        """``The same as in 2014``."""
        return f"The same as in {since}"

    def points(self, *, number: str, one: bool) -> str:
        """``2 percentage points``.

        Args:
            one: whether the number is one.
        """
        return f"{number} percentage point{'' if one else 's'}"

    def no_value(self, *, year: str) -> str:
        """A year has no number."""
        return f"there is no value for {year}"

    def series_breaks(self, *, year: str) -> str:
        """From a year on something else is counted."""
        return f"the series breaks in {year}"

    def not_exact(self, *, year: str) -> str:
        """A year has a number such as "over 300", from which no difference can be told."""
        return f"the number for {year} is not exact"

    def unit_differs(self, *, before: str, now: str) -> str:
        """Of two kinds of numbers, named as in ``NumberWords.units``."""
        return f"the unit differs: {before}, then {now}"

    def defined_in_one(self, *, year: str) -> str:
        """One of the years says what is counted, the other does not."""
        return f"only {year} has a definition"

    def same_time(self, *, when: str) -> str:
        """Two numbers of one day or one period."""
        return f"both are of {when}"

    def days_differ(self, *, before: str, now: str) -> str:
        """Two days of the year."""
        return f"the days differ: {before} and {now}"

    def periods_differ(self, *, before: str, now: str) -> str:
        """A year, and a quarter."""
        return f"the periods differ in kind: {before} and {now}"

    def days(self, *, before: str, now: str) -> str:
        """The days on which a figure was counted."""
        return f"{before} and {now}."

    def sources(self, *, year: str, titles: str) -> str:
        """Where the earlier values come from."""
        return f"The figures for {year} are from: {titles}."
