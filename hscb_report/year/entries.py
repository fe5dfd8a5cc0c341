"""What the white cells of one row ask for, read without guessing.

A number that may be meant in two ways is refused with both ways named: 0.94 for a percentage,
1,234 in a file whose decimal point is a comma, 3/4/2019.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hscb_report.summary.explain import MONTHS, suggestion
from hscb_report.summary.figures import SYMBOLS, WITH_VALUE, WITHOUT_VALUE, Figure
from hscb_report.summary.wording import date
from hscb_report.year.carry import TO_BE_SUPPLIED
from hscb_report.year.spreadsheet_read import Cell, Grid

PLACES = 2
"""Figures are published with so many decimals at most."""

_SUPPRESSED = re.compile(
    r"(?:<|less than|fewer than|under) ?\d{1,2}|1 ?(?:-|–|to) ?\d{1,2}|\*+|\.\.|supp(?:ressed)?|"
    r"redacted|confidential",
    re.IGNORECASE,
)
"""How partners write a number that is suppressed."""

MOST = Decimal(10) ** 15
"""From here on spreadsheets keep no single units."""


@dataclass(frozen=True)
class Entry:
    """What a row asks for; None leaves a key as it is."""

    value: Decimal | None = None
    symbol: str | None = None
    as_at: dt.date | None = None
    source: str | None = None
    note: str | None = None

    @property
    def asks(self) -> bool:
        """Whether any cell was filled in."""
        return any(
            part is not None
            for part in (self.value, self.symbol, self.as_at, self.source, self.note)
        )

    def keys(self, figure: Figure) -> dict[str, Any]:
        """The keys of the figure that this sets; None takes a key away.

        A number clears the symbol and the reason of a gap. A symbol of a gap clears the number, and
        the note says why; beside a number, the note is a note to the reader.
        """
        new: dict[str, Any] = {}
        if self.value is not None:
            new["value"] = self.value
            if figure.value is None:
                new["symbol"] = new["reason"] = None
        if self.symbol is not None:
            new["symbol"] = self.symbol
        if self.symbol in WITHOUT_VALUE:
            new["value"] = new["note"] = None
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
    value, typed = _number(cells["New value"], figure, grid)
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
        symbol,
        _day(cells["As at"], figure, grid),
        _source(cells["Source"], sources, grid),
        note,
    )


def _faulty(cell: Cell, grid: Grid) -> bool:
    if cell.fault:
        grid.problem("cell", cell, *cell.fault)
    return cell.fault is not None


def _number(cell: Cell, figure: Figure, grid: Grid) -> tuple[Decimal | None, str | None]:
    """The number of a cell, or the symbol that was typed in its place."""
    if _faulty(cell, grid) or cell.empty:
        return None, None
    value = cell.value
    if isinstance(value, bool):
        return _refused(
            grid,
            cell,
            "yes-no",
            "the cell says yes or no, and a number is needed",
            "write the number",
        )
    if isinstance(value, dt.date):
        return _refused(
            grid,
            cell,
            "date",
            f"the cell holds a date ({date(value)}), and a number is needed",
            "clear the cell, set its format to Number, and write the number",
        )
    if isinstance(value, str):
        text = " ".join(value.split())
        if (symbol := text.strip("[]").lower()) in SYMBOLS:
            if symbol in WITHOUT_VALUE:
                return None, symbol
            return _refused(
                grid,
                cell,
                "symbol",
                f"[{symbol}] goes beside a number, and stands in its place",
                "write the number here, and the symbol in Symbol",
            )
        if _SUPPRESSED.fullmatch(text):
            return _refused(
                grid,
                cell,
                "suppressed",
                f'"{text}" says that the number is too small to be shown',
                "leave New value empty, choose c in Symbol, and say why in Note",
            )
        value = _from_text(text, cell, figure, grid)
        if value is None:
            return None, None
    elif cell.percent:
        shown = f"{(value * 100).normalize():f}"
        hint = (
            f"set its format to Number and write {shown}"
            if figure.unit == "percent" and value <= 1
            else "set its format to Number, and check the number"
        )
        return _refused(
            grid, cell, "percent-format", f"the cell shows {shown}% and holds {value:f}", hint
        )
    if figure.value is not None and value == figure.value:
        return value, None
    if figure.unit == "percent" and 0 < value < 1:
        return _refused(
            grid,
            cell,
            "share",
            f"{value:f} may mean {value:f}% or {(value * 100).normalize():f}%",
            f"write {(value * 100).normalize():f} if that is meant; if it is below one per cent, "
            "write it into the content file yourself",
        )
    for wrong, code, message, hint in (
        (value < 0, "negative", f"{_short(value)} is below zero", "check the number"),
        (
            figure.unit == "percent" and value > 100,
            "over-100",
            f"{value:f} per cent is over 100",
            "check the number",
        ),
        (
            figure.unit == "count" and value != int(value),
            "fraction",
            f"{_short(value)} is no whole number, and a count is one",
            "check the number",
        ),
    ):
        if wrong:
            return _refused(grid, cell, code, message, hint)
    if value >= MOST:
        return _refused(
            grid,
            cell,
            "too-long",
            f"{value:,f} has more digits than a spreadsheet can keep",
            "check the number",
        )
    if max(0, -value.normalize().as_tuple().exponent) > PLACES:
        return _refused(
            grid,
            cell,
            "decimals",
            f"{_short(value)} has more decimals than are printed",
            "round it to the precision that you publish",
        )
    return value, None


def _short(value: Decimal) -> str:
    return f"{value:f}"[:20]


def _from_text(text: str, cell: Cell, figure: Figure, grid: Grid) -> Decimal | None:
    """A number that was typed as a text."""
    bare = (
        text.removeprefix("£")
        if figure.unit == "pounds"
        else text.removesuffix("%").strip()
        if figure.unit == "percent"
        else text
    )
    if grid.semicolons and "," in bare:
        _refused(
            grid,
            cell,
            "comma",
            f'"{text}" may have a comma as its decimal point, or between thousands',
            "write it without commas; the decimal point is a full stop",
        )
    elif re.fullmatch(r"\d+(\.\d+)?|\d{1,3}(,\d{3})+(\.\d+)?", bare, re.ASCII):
        return Decimal(bare.replace(",", ""))
    elif re.fullmatch(r"-\d[\d,.]*", bare):
        _refused(grid, cell, "negative", f"{text} is below zero", "check the number")
    else:
        hint = (
            "write the number alone, in digits"
            if any(sign.isdigit() for sign in text)
            else "for a missing number, leave the cell empty and choose a symbol"
        )
        _refused(grid, cell, "number", f'"{text[:40]}" is not a number', hint)
    return None


def _refused(grid: Grid, cell: Cell, code: str, message: str, hint: str) -> tuple[None, None]:
    grid.problem(code, cell, message, hint)
    return None, None


def _symbol(cell: Cell, grid: Grid) -> str | None:
    if _faulty(cell, grid) or cell.empty:
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


def _day(cell: Cell, figure: Figure, grid: Grid) -> dt.date | None:
    if _faulty(cell, grid) or cell.empty:
        return None
    if figure.as_at is None:
        grid.problem(
            "when",
            cell,
            f"this figure covers a period ({figure.period}), so it has no day",
            "empty the cell; if it should be a day's count, change the content file",
        )
        return None
    if isinstance(cell.value, dt.date):
        return cell.value
    text = str(cell.value).strip()
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        year, month, day = (int(part) for part in found.groups())
    elif found := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text):
        day, month, year = (int(part) for part in found.groups())
        if (
            day <= 12
            and day != month
            and (year, month, day) != (figure.as_at.year, figure.as_at.month, figure.as_at.day)
        ):
            grid.problem(
                "day-or-month",
                cell,
                f"{text} may have the day or the month first",
                f"write year-month-day, such as {year}-{month:02}-{day:02}",
            )
            return None
    elif (
        found := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]+),? (\d{4})", text)
    ) and found[2].lower() in MONTHS:
        day, month, year = int(found[1]), MONTHS[found[2].lower()], int(found[3])
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


def _source(cell: Cell, sources: Collection[str], grid: Grid) -> str | None:
    if _faulty(cell, grid) or cell.empty:
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
    if _faulty(cell, grid) or cell.empty:
        return None
    if not isinstance(cell.value, str):
        grid.problem(
            "note",
            cell,
            "a note is made of words, and this is a number or a date",
            "write it as a sentence",
        )
        return None
    return " ".join(cell.value.split())
