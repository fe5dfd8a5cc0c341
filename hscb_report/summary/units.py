"""The units of figures, a row each: how a number is printed, asked for and typed. Words that are
printed with it, such as the base of a rate or "days", stand in ``words/numbers.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Literal, get_args

from hscb_report.summary.arithmetic import EXACT, rounded

UnitName = Literal[
    "count",
    "number",
    "percent",
    "points",
    "per-1000",
    "per-10000",
    "per-100000",
    "pounds",
    "difference",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
]
"""A unit as content files name it."""

Bound = Literal["over", "under", "about"]
"""What a number that is not exact says of the true one: that it is more, that it is less, that it
is near.
"""
BOUNDS: tuple[Bound, ...] = get_args(Bound)

Show = Literal["thousands", "millions"]
"""To what money is rounded where it is printed."""

MINUS = "\N{MINUS SIGN}"
"""Before a number below zero, as it is printed: screen readers say it, and pass over a hyphen."""

_STEPS: dict[Show, tuple[int, int]] = {"thousands": (1000, 0), "millions": (1_000_000, 1)}
"""So many of the unit make one of what is shown, with so many decimals."""
_ROUNDED = {"over": ROUND_FLOOR, "under": ROUND_CEILING}
"""How a number with a bound is rounded, so that what is printed is still true."""


@dataclass(frozen=True)
class Unit:
    """A unit.

    Attributes:
        name: as content files have it.
        asked: what a sheet for partners calls it.
        one: a number of it, in messages: ``a count``.
        form: how a number of it is printed, ``{}`` for the number.
        sign: what people type beside a number of it.
        sign_name: what the sign is called in codes of problems.
        typed: the sign in a text, for a regular expression; empty where no text has one.
        behind: words that people type behind a number of it, the longest first.
        leads: whether the sign stands before the number.
        most: the largest number that makes sense.
        whole: whether only whole numbers do.
        below_zero: whether numbers below zero do.
        adds: whether a number of it can be a part of another.
        places: so many decimals are printed of a number that is not whole; None for as many as it
            was written with.
        per: of a rate, so many of the whole it is a number of: a hundred of a percentage; None
            where it is no rate.
    """

    name: UnitName
    asked: str
    one: str
    form: str = "{}"
    sign: str = ""
    sign_name: str = ""
    typed: str = ""
    behind: tuple[str, ...] = ()
    leads: bool = False
    most: int | None = None
    whole: bool = False
    below_zero: bool = False
    adds: bool = True
    places: int | None = None
    per: int | None = None

    def printed(self, value: int | Decimal) -> str:
        """A number with its sign: ``77,602``, ``94%``, ``£12.50``, ``−3``."""
        size = -value if value < 0 else value
        if self.places is not None:
            size = int(size) if size == int(size) else rounded(Decimal(size), self.places)
        text = self.form.format(f"{int(size) if self.whole else size:,}")
        return f"{MINUS}{text}" if value < 0 and size else text

    def shown(self, value: int | Decimal, show: Show, bound: str | None = None) -> str:
        """Money rounded, in the steps that it is shown in: ``£1.2`` for 1,234,567 in millions, and
        ``£125,000`` for 125,340 in thousands.
        """
        steps = in_steps(value, show, bound)
        if show == "thousands":
            return self.printed(int(steps) * _STEPS[show][0])
        text = self.form.format(f"{abs(steps):,f}")
        return f"{MINUS}{text}" if steps < 0 else text


def in_steps(value: int | Decimal, show: Show, bound: str | None = None) -> Decimal:
    """How many thousands or millions a number is shown as: 1.2 of 1,234,567. A whole number of
    them has no decimals.
    """
    step, places = _STEPS[show]
    exact = EXACT.divide(Decimal(value), Decimal(step))
    if exact == exact.to_integral_value():
        return exact.to_integral_value()
    how = _ROUNDED.get(bound or "", ROUND_HALF_UP)
    return exact.quantize(Decimal(1).scaleb(-places), how, EXACT)


def value_of_steps(value: int | Decimal, show: Show | None, bound: str | None = None) -> Decimal:
    """The number that a reader meets where another is shown rounded."""
    return Decimal(value) if show is None else in_steps(value, show, bound) * _STEPS[show][0]


def _duration(name: UnitName, *also: str) -> Unit:
    """A unit of time, by whatever words people type it."""
    behind = (name, name.removesuffix("s"), *also)
    return Unit(name, name, f"a number of {name}", behind=behind)


def _rate(name: UnitName, per: int) -> Unit:
    """So many of a number of people."""
    behind = (f"per {per:,}", f"per {per}")
    return Unit(name, f"per {per:,}", f"a rate per {per:,}", behind=behind, per=per)


UNITS: dict[UnitName, Unit] = {
    unit.name: unit
    for unit in (
        Unit("count", "number", "a count", whole=True),
        Unit("number", "number with decimals", "a number"),
        Unit(
            "percent",
            "per cent",
            "a percentage",
            "{}%",
            sign="%",
            sign_name="percent-sign",
            typed=r" ?%| per ?cent\b",
            most=100,
            per=100,
        ),
        Unit(
            "points",
            "percentage points",
            "a number of percentage points",
            behind=("percentage points", "percentage point", "points", "point", "ppts", "pp"),
            below_zero=True,
            adds=False,
        ),
        _rate("per-1000", 1000),
        _rate("per-10000", 10_000),
        _rate("per-100000", 100_000),
        Unit(
            "pounds",
            "pounds",
            "an amount of money",
            "£{}",
            sign="£",
            sign_name="pound-sign",
            typed="£",
            leads=True,
            below_zero=True,
            places=2,
        ),
        Unit("difference", "difference", "a difference", below_zero=True, adds=False),
        _duration("hours", "hrs", "hr"),
        _duration("days"),
        _duration("weeks", "wks", "wk"),
        _duration("months", "mths"),
        _duration("years", "yrs", "yr"),
    )
}
"""By name, in the order of ``UnitName``. A new unit is a name there, a row here, and its words."""

SIGNED = tuple(unit for unit in UNITS.values() if unit.sign)
"""Those that people type with a sign."""

WORDED = tuple(unit for unit in UNITS.values() if unit.behind)
"""Those that people type with words."""

SIGNS = "".join(unit.sign for unit in SIGNED)
