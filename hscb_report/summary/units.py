"""The units of figures, a row each: how a number is printed, asked for and typed. Words that are
printed with it, such as the base of a rate, stand in ``words/numbers.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from hscb_report.summary.arithmetic import rounded

UnitName = Literal["count", "percent", "per-10000", "pounds"]
"""A unit as content files name it."""


@dataclass(frozen=True)
class Unit:
    """A unit.

    Attributes:
        name: as content files have it.
        asked: what a sheet for partners calls it.
        form: how a number of it is printed, ``{}`` for the number.
        sign: what people type beside a number of it.
        sign_name: what the sign is called in codes of problems.
        typed: the sign in a text, for a regular expression; empty where no text has one.
        leads: whether the sign stands before the number.
        most: the largest number that makes sense.
        whole: whether only whole numbers do.
        places: so many decimals are printed of a number that is not whole; None for as many as it
            was written with.
        per: of a rate, so many of the whole it is a number of: a hundred of a percentage; None
            where it is no rate.
    """

    name: UnitName
    asked: str
    form: str = "{}"
    sign: str = ""
    sign_name: str = ""
    typed: str = ""
    leads: bool = False
    most: int | None = None
    whole: bool = False
    places: int | None = None
    per: int | None = None

    def printed(self, value: int | Decimal) -> str:
        """A number with its sign: ``77,602``, ``94%``, ``£12.50``."""
        if self.places is not None:
            value = int(value) if value == int(value) else rounded(Decimal(value), self.places)
        return self.form.format(f"{int(value) if self.whole else value:,}")

    def without_sign(self, text: str) -> str:
        """A typed number without this unit's sign, which may stand where it belongs."""
        if not self.sign:
            return text
        return text.removeprefix(self.sign) if self.leads else text.removesuffix(self.sign).strip()

    @property
    def signed(self) -> str:
        """A number with the sign, for a regular expression."""
        number, sign = r"-?\d+(?:\.\d+)?", re.escape(self.sign)
        return f"{sign}{number.removeprefix('-?')}" if self.leads else f"{number}{sign}"


UNITS: dict[UnitName, Unit] = {
    unit.name: unit
    for unit in (
        Unit("count", "number", whole=True),
        Unit(
            "percent",
            "per cent",
            "{}%",
            sign="%",
            sign_name="percent-sign",
            typed=r" ?%| per ?cent\b",
            most=100,
            per=100,
        ),
        Unit("per-10000", "per 10,000", per=10_000),
        Unit(
            "pounds",
            "pounds",
            "£{}",
            sign="£",
            sign_name="pound-sign",
            typed="£",
            leads=True,
            places=2,
        ),
    )
}
"""By name, in the order of ``UnitName``. A new unit is a name there, a row here, and its words."""

SIGNED = tuple(unit for unit in UNITS.values() if unit.sign)
"""Those that people type with a sign."""

SIGNS = "".join(unit.sign for unit in SIGNED)
