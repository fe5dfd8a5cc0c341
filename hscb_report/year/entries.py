"""What the white cells of one row ask for, read without guessing.

What may be meant in two ways is refused with both ways named: 3/4/2019.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hscb_report.summary import months
from hscb_report.summary.days import Day, Month, month_of
from hscb_report.summary.figures import (
    SYMBOLS,
    TO_BE_SUPPLIED,
    WITH_VALUE,
    WITHOUT_VALUE,
    Figure,
)
from hscb_report.summary.limits import too_long
from hscb_report.summary.nearest import suggestion
from hscb_report.summary.units import Bound
from hscb_report.summary.wording import date
from hscb_report.year.amounts import amount_in
from hscb_report.year.grid import Cell, Grid


@dataclass(frozen=True)
class Entry:
    """What a row asks for; None leaves a key as it is."""

    value: Decimal | None = None
    bound: Bound | None = None
    symbol: str | None = None
    as_at: Day | None = None
    source: str | None = None
    note: str | None = None

    @property
    def asks(self) -> bool:
        """Whether any cell was filled in; a bound stands in that of the value."""
        return any(
            part is not None
            for part in (self.value, self.symbol, self.as_at, self.source, self.note)
        )

    def keys(self, figure: Figure) -> dict[str, Any]:
        """The keys of the figure that this sets; None takes a key away.

        A number clears the symbol and the reason of a gap, and the bound of another number. A
        symbol of a gap clears the number, and the note says why; beside a number, the note is a
        note to the reader.
        """
        new: dict[str, Any] = {}
        if self.value is not None:
            new["value"], new["bound"] = self.value, self.bound
            if figure.value is None:
                new["symbol"] = new["reason"] = None
        if self.symbol is not None:
            new["symbol"] = self.symbol
        if self.symbol in WITHOUT_VALUE:
            new["value"] = new["bound"] = new["note"] = None
        if self.note is not None:
            missing = self.symbol in WITHOUT_VALUE or (figure.value is None and self.value is None)
            new["reason" if missing else "note"] = self.note
        if self.as_at is not None:
            new["as_at"] = self.as_at
        if self.source is not None:
            new["source"] = self.source
        return new


def entry_of(cells: dict[str, Cell], figure: Figure, sources: Collection[str], grid: Grid) -> Entry:
    """Read the white cells of a row; what does not fit is noted in the grid."""
    amount = amount_in(cells["New value"], figure, grid)
    value, typed = amount.value, amount.symbol
    symbol = _symbol(cells["Symbol"], grid)
    if typed and symbol and typed != symbol:
        grid.problem(
            "two-symbols",
            cells["Symbol"],
            f"New value says [{typed}] and Symbol says [{symbol}]",
            "keep one of the two",
        )
    symbol = symbol or typed
    note = _note(cells["Note"], grid)
    if value is not None and symbol in WITHOUT_VALUE:
        grid.problem(
            "symbol-for-missing",
            cells["Symbol"],
            f"[{symbol}] says that there is no value, yet there is one",
            "keep one of the two",
        )
    elif value is None and symbol in WITH_VALUE and figure.value is None:
        grid.problem(
            "symbol-for-value",
            cells["Symbol"],
            f"[{symbol}] goes with a value, and there is none",
            "write the value, or use c, low, u, x or z",
        )
    elif (
        value is None
        and symbol in WITHOUT_VALUE
        and note is None
        and (figure.value is not None or figure.reason == TO_BE_SUPPLIED)
    ):
        grid.problem(
            "unexplained",
            cells["Note"],
            "the value is missing, and nothing says why",
            "write the reason in Note; it is printed",
        )
    return Entry(
        value,
        amount.bound,
        symbol,
        _day(cells["As at"], figure, grid),
        _source(cells["Source"], sources, grid),
        note,
    )


def _symbol(cell: Cell, grid: Grid) -> str | None:
    if not grid.reads(cell):
        return None
    symbol = str(cell.value).strip().strip("[]").lower()
    if symbol not in SYMBOLS:
        grid.problem(
            "symbol",
            cell,
            f'"{str(cell.value)[:40]}" is not a symbol',
            "use one of " + ", ".join(f"{key} ({meaning})" for key, meaning in SYMBOLS.items()),
        )
        return None
    return symbol


def _day(cell: Cell, figure: Figure, grid: Grid) -> Day | None:
    if not grid.reads(cell):
        return None
    if figure.as_at is None:
        grid.problem(
            "when",
            cell,
            f"this figure covers a period ({figure.period}), so it has no day",
            "empty the cell; if it should be a day's count, change the content file",
        )
        return None
    text = " ".join(str(cell.value).split())
    if isinstance(figure.as_at, Month):
        if known := _month(text):
            return known
        if isinstance(cell.value, dt.date) and cell.value.day == 1:
            grid.problem(
                "day-or-month",
                cell,
                f"this may be {date(cell.value)} or all of that month: spreadsheets make a date of "
                "a month",
                f"set the cell's format to Text and write {str(cell.value)[:7]}; if it is that "
                "day, write it into the content file yourself",
            )
            return None
    if isinstance(cell.value, dt.date):
        return cell.value
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        year, month, day = (int(part) for part in found.groups())
    elif found := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text):
        day, month, year = (int(part) for part in found.groups())
        if day <= 12 and day != month and f"{year}-{month:02}-{day:02}" != str(figure.as_at):
            grid.problem(
                "day-or-month",
                cell,
                f"{text} may have the day or the month first",
                f"write year-month-day, such as {year}-{month:02}-{day:02}",
            )
            return None
    elif (found := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]+),? (\d{4})", text)) and (
        named := months.number_of(found[2])
    ):
        day, month, year = int(found[1]), named, int(found[3])
    else:
        grid.problem(
            "date", cell, f'"{text[:40]}" is not a date', "write year-month-day, such as 2018-03-31"
        )
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        grid.problem(
            "no-such-day",
            cell,
            f"{text} is not a day in the calendar",
            "write year-month-day, such as 2018-03-31",
        )
        return None


def _month(text: str) -> Month | None:
    """``2018-03`` or ``March 2018``."""
    if found := re.fullmatch(r"([A-Za-z]+),? (\d{4})", text):
        number = months.number_of(found[1])
        return Month(int(found[2]), number) if number else None
    found = re.fullmatch(r"(\d{4})-(\d{1,2})", text)
    return month_of(f"{found[1]}-{int(found[2]):02}") if found else None


def _source(cell: Cell, sources: Collection[str], grid: Grid) -> str | None:
    if not grid.reads(cell):
        return None
    name = str(cell.value).strip()
    if name not in sources:
        grid.problem(
            "unknown-source",
            cell,
            f'there is no source named "{name[:40]}"',
            suggestion(name, sources, "sources"),
        )
        return None
    return name


def _note(cell: Cell, grid: Grid) -> str | None:
    if not grid.reads(cell):
        return None
    if not isinstance(cell.value, str):
        grid.problem(
            "note",
            cell,
            "a note is made of words, and this is a number or a date",
            "write it as a sentence",
        )
        return None
    text = " ".join(cell.value.split())
    if why := too_long(text):
        grid.problem("too-long", cell, *why)
        return None
    return text
