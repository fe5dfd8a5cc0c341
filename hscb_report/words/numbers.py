"""Words of numbers: units, shares, dates, symbols, and numbers written out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_ONES = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen".split()
)
_TENS = tuple("zero ten twenty thirty forty fifty sixty seventy eighty ninety".split())
_MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
_BASES = MappingProxyType(
    {"per-1000": "per 1,000", "per-10000": "per 10,000", "per-100000": "per 100,000"}
)
_COUNTED = MappingProxyType(
    {
        "points": ("percentage point", "percentage points"),
        "hours": ("hour", "hours"),
        "days": ("day", "days"),
        "weeks": ("week", "weeks"),
        "months": ("month", "months"),
        "years": ("year", "years"),
    }
)
_UNITS = MappingProxyType(
    {
        "count": "a number",
        "number": "a number with decimals",
        "percent": "a percentage",
        "points": "percentage points",
        "per-1000": "a rate per 1,000",
        "per-10000": "a rate per 10,000",
        "per-100000": "a rate per 100,000",
        "pounds": "pounds",
        "difference": "a difference",
        "hours": "hours",
        "days": "days",
        "weeks": "weeks",
        "months": "months",
        "years": "years",
    }
)
_BOUNDS = MappingProxyType({"over": "over", "under": "under", "about": "about"})
_MISSING = MappingProxyType(
    {
        "c": "Confidential",
        "low": "Low",
        "u": "Unreliable",
        "x": "Not available",
        "z": "Not applicable",
    }
)
_SYMBOLS = MappingProxyType(
    {
        "b": "break in the series",
        "c": "confidential",
        "e": "estimated",
        "low": "rounds to zero, but is not zero",
        "p": "provisional",
        "r": "revised",
        "u": "of low reliability",
        "x": "not available",
        "z": "not applicable",
    }
)


@dataclass(frozen=True)
class NumberWords:
    """Words that stand with numbers.

    Attributes:
        ones, tens: zero to nineteen; the tens from zero to ninety.
        months: from January.
        bases: of rates, by unit; behind a number or, beside a headline, before its label.
        counted: what stands behind one, and behind several, by unit: ``day``, ``days``.
        units: what a number is, by unit.
        bounds: what stands before a number that is not exact.
        millions: behind money that is shown in millions: ``£1.2m``.
        missing: what stands large in the place of a missing number, by its symbol.
        symbols: what each symbol means: Government Statistical Service, Using symbols in tables.
        of_the_whole: beginnings of words that lead on from a number to its part, in small letters.
        under_one, over_99: shares that are not nothing, and not all.
    """

    ones: tuple[str, ...] = _ONES
    tens: tuple[str, ...] = _TENS
    months: tuple[str, ...] = _MONTHS
    bases: Mapping[str, str] = field(default_factory=lambda: _BASES)
    counted: Mapping[str, tuple[str, str]] = field(default_factory=lambda: _COUNTED)
    units: Mapping[str, str] = field(default_factory=lambda: _UNITS)
    bounds: Mapping[str, str] = field(default_factory=lambda: _BOUNDS)
    millions: str = "m"
    missing: Mapping[str, str] = field(default_factory=lambda: _MISSING)
    symbols: Mapping[str, str] = field(default_factory=lambda: _SYMBOLS)
    of_the_whole: tuple[str, ...] = (
        *("of which", "of whom", "of these", "of those", "of them", "of this", "which ", "who "),
        *("whose ", "these ", "those "),
    )
    under_one: str = "less than 1%"
    over_99: str = "more than 99%"

    def in_words(self, *, number: int) -> str:
        """A whole number below a hundred; larger ones stay numerals."""
        if number < len(self.ones):
            return self.ones[number]
        if number < 100:
            tens, ones = divmod(number, 10)
            return self.tens[tens] + (f"-{self.ones[ones]}" if ones else "")
        return f"{number:,}"

    def behind(self, *, unit: str, number: str) -> str:
        """What stands behind a number of a unit: ``days``, ``percentage point``; empty where the
        unit has no such words.

        Args:
            number: as it is printed, without its sign.
        """
        one, several = self.counted.get(unit, ("", ""))
        return one if number == "1" else several

    def bounded(self, *, number: str, bound: str) -> str:
        """A number that is not exact: ``over 300``."""
        return f"{self.bounds[bound]} {number}"

    def rounded(self, *, number: str) -> str:
        """Beside a number that is printed in full, where it is rounded elsewhere."""
        return f"Rounded to {number} elsewhere."

    def to_nearest(self, *, step: str) -> str:
        """Of a count that is rounded where it is published."""
        return f"Rounded to the nearest {step}."

    def not_rounded(self) -> str:
        """Of a count that is not, though its source's are."""
        return "Not rounded."

    def date(self, *, day: int, month: int, year: int) -> str:
        """``31 March 2018``; months are counted from 1."""
        return f"{day} {self.months[month - 1]} {year}"

    def month(self, *, month: int, year: int) -> str:
        """``March 2018``; months are counted from 1."""
        return f"{self.months[month - 1]} {year}"

    def on_day(self, *, when: str, is_day: bool) -> str:
        """Below a number among others of other times: ``At 31 March 2018``, ``In March 2018``."""
        return f"{'At' if is_day else 'In'} {when}"

    def with_base(self, *, text: str, base: str) -> str:
        """What rates are of, with their base, unless it says that itself, as in ``for every 10,000
        children``: ``Referrals, per 10,000``.

        Args:
            base: one of ``bases``; empty for none.
        """
        many = base.removeprefix("per ").replace(",", ",?")
        said = rf"\b(?:per|(?:for|in|of|among) (?:every|each)) {many}(?![\d,]*\d)"
        return f"{text}, {base}" if base and not re.search(said, text, re.IGNORECASE) else text

    def of_whole(self, *, whole: str) -> str:
        """Behind a share: ``of contacts``."""
        return f"of {whole}"
