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

    def then(self, *, when: str, is_day: bool) -> str:
        """``in 2014``, ``on 31 March 2017``: an earlier time, behind more, less and the same."""
        return f"{'on' if is_day else 'in'} {when}"

    def more(self, *, amount: str, then: str, counted: bool, rate: bool) -> str:
        """``329 more than in 2014``, ``2 percentage points higher than in 2014``.

        Args:
            counted: whether it is a number of things.
            rate: whether it is a share, or so many of a thousand.
        """
        return f"{amount} {'higher' if rate else 'more'} than {then}"

    def less(self, *, amount: str, then: str, counted: bool, rate: bool) -> str:
        """``329 fewer than in 2014``, ``2 percentage points lower than in 2014``, ``£200 less than
        in 2014``.
        """
        return f"{amount} {'lower' if rate else 'fewer' if counted else 'less'} than {then}"

    def same_as(self, *, then: str) -> str:
        """``The same as in 2014``."""
        return f"The same as {then}"

    def with_earlier(self, *, said: str, number: str, meaning: str) -> str:
        """How a number stands to an earlier one, with it: ``2% fewer than in 2016-17 (9,861)``.

        Args:
            meaning: of its symbol, such as ``revised``; empty for none.
        """
        return f"{said} ({number}, {meaning})" if meaning else f"{said} ({number})"

    def was(self, *, then: str, number: str) -> str:
        """An earlier number by itself: ``In 2016-17: 9,861``."""
        return f"{then[:1].upper()}{then[1:]}: {number}"

    def not_comparable_for(self, *, reason: str) -> str:
        """That two numbers cannot be compared, and why."""
        return f"{self.not_comparable}: {reason}"

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

    def one_moment(self, *, before: str, now: str) -> str:
        """A day and the next, or a month and its last day: the end of one year, twice."""
        return f"{before} and {now} are the same time"

    def days_differ(self, *, before: str, now: str) -> str:
        """Two days of the year."""
        return f"the days differ: {before} and {now}"

    def months_differ(self, *, before: str, now: str) -> str:
        """Two months of the year."""
        return f"the months differ: {before} and {now}"

    def periods_differ(self, *, before: str, now: str) -> str:
        """A year, and a quarter."""
        return f"the periods differ in kind: {before} and {now}"

    def days(self, *, before: str, now: str) -> str:
        """The days on which a figure was counted, or the quarters that it is of."""
        return f"{before} and {now}."

    def sources(self, *, year: str, titles: str) -> str:
        """Where the earlier values come from."""
        return f"The figures for {year} are from: {titles}."
