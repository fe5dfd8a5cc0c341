"""The number that a cell asks for, read without guessing.

A number that may be meant in two ways is refused with both ways named: 0.94 for a percentage,
1,234 in a file whose decimal point is a comma.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from hscb_report.summary.figures import SYMBOLS, WITHOUT_VALUE, Figure
from hscb_report.summary.scalars import MOST_DIGITS, digits_in
from hscb_report.summary.typed import understood
from hscb_report.summary.units import UNITS, Bound
from hscb_report.summary.values import fault_in
from hscb_report.summary.wording import date
from hscb_report.year.grid import Cell, Grid

PLACES = 2
"""Figures are published with so many decimals at most."""

_SUPPRESSED = re.compile(
    r"1 ?(?:-|–|to) ?\d{1,2}|\*+|\.\.|supp(?:ressed)?|redacted|confidential",
    re.IGNORECASE,
)
"""How partners write a number that is suppressed."""

Fault = tuple[str, str, str]
"""Code, message and next step of what is wrong with a cell."""


@dataclass(frozen=True)
class Amount:
    """What a cell asks for.

    Attributes:
        value: None where it asks for none.
        bound: what was typed before a number that is not exact; None for an exact one.
        symbol: that was typed in the place of a number; None for none.
    """

    value: Decimal | None = None
    bound: Bound | None = None
    symbol: str | None = None


def amount_in(cell: Cell, figure: Figure, grid: Grid) -> Amount:
    """What a cell asks for; what is wrong with it is noted in the grid."""
    if not grid.reads(cell):
        return Amount()
    read = _read(cell, figure, grid.semicolons)
    if isinstance(read, Amount):
        same = (read.value, read.bound) == (figure.value, figure.bound)
        if read.value is None or same or not (fault := next(_faults(read, figure), None)):
            return read
        read = fault
    grid.problem(read[0], cell, *read[1:])
    return Amount()


def _read(cell: Cell, figure: Figure, semicolons: bool) -> Amount | Fault:
    """What stands in a cell: a number, the symbol of a missing one, or neither."""
    value = cell.value
    if isinstance(value, bool):
        return "yes-no", "the cell says yes or no, and a number is needed", "write the number"
    if isinstance(value, dt.date):
        return (
            "date",
            f"the cell holds a date ({date(value)}), and a number is needed",
            "clear the cell, set its format to Number, and write the number",
        )
    if not isinstance(value, Decimal):
        return _from_text(" ".join((value or "").split()), figure, semicolons)
    if cell.percent:
        shown = _plain(value * 100)[:40]
        hint = (
            f"set its format to Number and write {shown}"
            if figure.unit == "percent" and value <= 1
            else "set its format to Number, and check the number"
        )
        return "percent-format", f"the cell shows {shown}% and holds {value:f}"[:120], hint
    return Amount(value)


def _from_text(text: str, figure: Figure, semicolons: bool) -> Amount | Fault:
    """The same of a text."""
    if (symbol := text.strip("[]").lower()) in SYMBOLS:
        if symbol in WITHOUT_VALUE:
            return Amount(symbol=symbol)
        return (
            "symbol",
            f"[{symbol}] goes beside a number, and stands in its place",
            "write the number here, and the symbol in Symbol",
        )
    if _SUPPRESSED.fullmatch(text):
        return (
            "suppressed",
            f'"{text}" says that the number is too small to be shown',
            "leave New value empty, choose c in Symbol, and say why in Note",
        )
    if semicolons and "," in text and any(sign.isdigit() for sign in text):
        return (
            "comma",
            f'"{text}" may have a comma as its decimal point, or between thousands',
            "write it without commas; the decimal point is a full stop",
        )
    found = understood(text)
    if found and found.unit in (None, figure.unit):
        return Amount(found.value, found.bound)
    if found and found.unit:
        return (
            "other-unit",
            f'"{text}" is {UNITS[found.unit].one}, and this figure is asked for as '
            f"{UNITS[figure.unit].asked}",
            "write the number as it is asked for",
        )
    hint = (
        "write the number alone, in digits"
        if any(sign.isdigit() for sign in text)
        else "for a missing number, leave the cell empty and choose a symbol"
    )
    return "number", f'"{text[:40]}" is not a number', hint


def _faults(read: Amount, figure: Figure) -> Iterator[Fault]:
    """Why a number cannot be that of the figure."""
    value = read.value or Decimal(0)
    unit, short = UNITS[figure.unit], f"{value:f}"[:20]
    if digits_in(f"{value:f}") > MOST_DIGITS:
        yield (
            "too-long",
            f"{short} … has more digits than a spreadsheet can keep",
            "check the number, and round it to what you publish",
        )
    if figure.unit == "percent" and 0 < value < 1:
        yield (
            "share",
            f"{value:f} may mean {value:f}% or {_plain(value * 100)}%",
            f"write {_plain(value * 100)} if that is meant; if it is below one per cent, "
            "write it into the content file yourself",
        )
    if value < 0 and not unit.below_zero:
        yield "negative", f"{short} is below zero", "check the number"
    if unit.most is not None and value > unit.most:
        yield "over-100", f"{value:f} {unit.asked} is over {unit.most}", "check the number"
    if unit.whole and value != int(value):
        yield (
            "fraction",
            f"{short} is no whole number, and {unit.one} is one",
            "check the number",
        )
    if round(value, PLACES) != value:
        yield (
            "decimals",
            f"{short} has more decimals than are printed",
            "round it to the precision that you publish",
        )
    if fault := fault_in(value, figure.unit, read.bound, figure.show):
        yield *fault, "check the number and the words beside it"


def _plain(value: Decimal) -> str:
    """A number without noughts behind its last decimal."""
    return f"{value.normalize():f}"
