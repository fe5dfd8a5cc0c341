"""Words of numbers: units, shares, dates, symbols, and numbers written out."""

from __future__ import annotations

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
_BASES = MappingProxyType({"per-10000": "per 10,000"})
_UNITS = MappingProxyType(
    {
        "count": "a number",
        "percent": "a percentage",
        "per-10000": "a rate per 10,000",
        "pounds": "pounds",
    }
)
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
        units: what a number is, by unit.
        missing: what stands large in the place of a missing number, by its symbol.
        symbols: what each symbol means: Government Statistical Service, Using symbols in tables.
        under_one, over_99: shares that are not nothing, and not all.
    """

    ones: tuple[str, ...] = _ONES
    tens: tuple[str, ...] = _TENS
    months: tuple[str, ...] = _MONTHS
    bases: Mapping[str, str] = field(default_factory=lambda: _BASES)
    units: Mapping[str, str] = field(default_factory=lambda: _UNITS)
    missing: Mapping[str, str] = field(default_factory=lambda: _MISSING)
    symbols: Mapping[str, str] = field(default_factory=lambda: _SYMBOLS)
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

    def date(self, *, day: int, month: int, year: int) -> str:
        """``31 March 2018``; months are counted from 1."""
        return f"{day} {self.months[month - 1]} {year}"

    def month(self, *, month: int, year: int) -> str:
        """``March 2018``; months are counted from 1."""
        return f"{self.months[month - 1]} {year}"

    def of_whole(self, *, whole: str) -> str:
        """Behind a share: ``of contacts``."""
        return f"of {whole}"
