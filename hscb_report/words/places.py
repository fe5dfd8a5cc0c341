"""Words of numbers of several places: where a number is of, and how it stands to others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from hscb_report.words.charts import listed

_RATES, _SPANS, _AGES = ("Lower", "Higher"), ("Shorter", "Longer"), ("Less", "More")
_ORDER = MappingProxyType(
    {
        **dict.fromkeys(("hours", "days", "weeks"), _SPANS),
        **dict.fromkeys(("months", "years"), _AGES),  # they may be an age, which is not short
    }
)


@dataclass(frozen=True)
class PlaceWords:
    """What is said of a number's place, and of numbers of several places.

    Attributes:
        home: the board's own area, where nothing names it.
    """

    home: str = "our area"

    def behind(self, *, place: str) -> str:
        """Behind what a number is called: ``, England``."""
        return f", {place}"

    def at_another_time(self, *, place: str, when: str) -> str:
        """A place whose number is of another time than the others beside it."""
        return f"{place}, {when}"

    def other(self, *, place: str, number: str, meaning: str) -> str:
        """A place and its number: ``England (64)``.

        Args:
            meaning: of its symbol, such as ``provisional``; empty for none.
        """
        return f"{place} ({number}, {meaning})" if meaning else f"{place} ({number})"

    def lower(self, *, others: Sequence[str], unit: str) -> str:
        """``Lower than England (64) and statistical neighbours (52)``."""
        return f"{_ORDER.get(unit, _RATES)[0]} than {listed(others)}"

    def higher(self, *, others: Sequence[str], unit: str) -> str:
        """``Higher than England (40)``."""
        return f"{_ORDER.get(unit, _RATES)[1]} than {listed(others)}"

    def same(self, *, others: Sequence[str]) -> str:
        """``The same as England (49)``."""
        return f"The same as {listed(others)}"

    def same_rounded(self, *, others: Sequence[str]) -> str:
        """Numbers that differ, and not in the digits that both have."""
        return f"The same as {listed(others)} when rounded"

    def missing(self, *, place: str, number: str) -> str:
        """A place whose number is missing: ``England: not available [x]``.

        Args:
            number: what stands in its place, as a headline.
        """
        return f"{place}: {number[:1].lower()}{number[1:]}"

    def stands_out(self, *, name: str) -> str:
        """Which part of a chart stands out by colour and weight."""
        return f"{name} stands out"
