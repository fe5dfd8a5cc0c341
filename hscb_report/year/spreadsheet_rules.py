"""What the white cells of a sheet take, and what they say to those who type something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hscb_report.summary.figures import SYMBOLS
from hscb_report.summary.units import BOUNDS, Unit, UnitName
from hscb_report.year.grid import letters
from hscb_report.year.sheet import HEADERS, OF_DAY, OF_MONTH, Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LIST_MOST = 255
"""The longest list of choices that a cell may hold by itself."""


def validate(sheet: Worksheet, asked: Sheet) -> None:
    """What each white cell takes, and what it says to those who type something else."""
    from openpyxl.worksheet.datavalidation import DataValidation

    def rule(column: str, at: int, **what: Any) -> None:
        title, error = what.pop("title"), what.pop("error")
        made = DataValidation(
            allow_blank=True,
            showErrorMessage=True,
            showInputMessage=bool(what.get("prompt")),
            errorTitle=title,
            error=error,
            **what,
        )
        made.promptTitle = title if what.get("prompt") else None
        made.add(f"{letters(HEADERS.index(column) + 1)}{at}")
        sheet.add_data_validation(made)

    meanings = "; ".join(
        f"{symbol} {meaning}"
        for symbol, meaning in SYMBOLS.items()
        if symbol in ("x", "c", "z", "r", "p", "e")
    )
    choices = ",".join(asked.summary.sources)
    for at, row in enumerate(asked.rows, asked.head + 1):
        value = f"{letters(HEADERS.index('New value') + 1)}{at}"
        rule(
            "New value",
            at,
            type="custom",
            formula1=_test(row.unit).format(value),
            title="A number is needed",
            error=_error(row.unit),
        )
        rule(
            "Symbol",
            at,
            type="list",
            formula1=f'"{",".join(SYMBOLS)}"',
            title="Symbol",
            error="Choose one from the list.",
            prompt=meanings,
        )
        if row.when.startswith(OF_DAY):
            rule(
                "As at",
                at,
                type="date",
                operator="greaterThan",
                formula1="36526",
                title="A date is needed",
                error="Write a date, such as 2018-03-31.",
                prompt="Only if the day differs from the one on the left.",
            )
        elif row.when.startswith(OF_MONTH):
            rule(
                "As at",
                at,
                type="custom",
                formula1=f"ISTEXT({letters(HEADERS.index('As at') + 1)}{at})",
                title="A month is needed",
                error="Write the month as a text, such as 2018-03.",
                prompt="Only if the month differs from the one on the left.",
            )
        else:
            rule(
                "As at",
                at,
                type="custom",
                formula1="FALSE",
                title="Leave it empty",
                error="This figure covers a period, so it has no day.",
            )
        if choices and len(choices) <= _LIST_MOST:
            rule(
                "Source",
                at,
                type="list",
                formula1=f'"{choices}"',
                title="Source",
                error="Choose one from the list.",
                prompt="Only if the number comes from another source than before.",
            )
        rule(
            "Note",
            at,
            type="textLength",
            operator="lessThanOrEqual",
            formula1="300",
            title="Too long",
            error="Use at most 300 characters.",
        )


def _test(unit: Unit) -> str:
    """The formula that a cell must fulfil, ``{0}`` for its address: a number of the unit, or one
    that is not exact, which is a text.
    """
    number = []
    if unit.per == 100:  # 0.94 may be 94%
        number.append(f"OR({{0}}=0,AND({{0}}>=1,{{0}}<={unit.most}))")
    elif not unit.below_zero:
        number.append("{0}>=0")
    if unit.whole:
        number.append("{0}=INT({0})")
    texts = [f'LEFT({{0}},{len(words)})="{words}"' for words in (*BOUNDS, "<", ">")]
    test = f"AND({','.join(number)})" if number else "TRUE"
    return f"IF(ISNUMBER({{0}}),{test},OR({','.join(texts)}))"


def _error(unit: Unit) -> str:
    """What is said to those who type something else."""
    said = _ASKED.get(unit.name, f"Write the number of {unit.name}, without words.")
    return f"{said} Where it is not exact, write over 300. A symbol goes into the next column."


_ASKED: dict[UnitName, str] = {
    "count": "Write a whole number, without words.",
    "number": "Write a number, without words.",
    "percent": "Write 94 for 94%, from 0 to 100.",
    "points": "Write the number of percentage points, with - before it if it is below zero.",
    "per-1000": "Write the number per 1,000.",
    "per-10000": "Write the number per 10,000.",
    "per-100000": "Write the number per 100,000.",
    "pounds": "Write the amount in pounds, without the sign.",
    "difference": "Write the difference, with - before it if it is below zero.",
}
