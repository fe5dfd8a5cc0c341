"""The sheet as a workbook or as CSV, for partners to fill in.

The workbook has one sheet with a title, a table whose head stays in view, locked grey cells and
white ones that take what fits; the lock has no password, for it guards against slips alone.
The same content gives the same bytes.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hscb_report.summary.cells import guarded
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import SYMBOLS
from hscb_report.summary.units import Unit, UnitName
from hscb_report.year.sheet import ENTRIES, HEADERS, LOCKED, NAME, Row, Shown

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

WIDTHS = (22, 46, 11, 20, 13, 15, 13, 10, 13, 16, 44)
"""Characters, by column."""

HEAD = 4
"""The row of the table's head; title and instructions stand above it."""

_LIST_MOST = 255
"""The longest list of choices that a cell may hold by itself."""


def as_csv(rows: Sequence[Row]) -> bytes:
    """The sheet as CSV in UTF-8 with a byte order mark, as Excel wants it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADERS)
    for row in rows:
        writer.writerow([guarded(_text(cell)) for cell in row.locked] + [""] * len(ENTRIES))
    return out.getvalue().encode("utf-8-sig")


def _text(cell: Shown) -> str:
    return f"{cell:f}" if isinstance(cell, Decimal) else cell


def as_workbook(rows: Sequence[Row], summary: Summary, board: str, before: str) -> bytes:
    """The sheet as an .xlsx workbook.

    Args:
        board: the board's name, for the title.
        before: last year's period; empty if there is none.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.worksheet.table import Table, TableStyleInfo

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = NAME
    title = f"{board}: figures for {summary.period}"
    book.properties.title, book.properties.creator, book.properties.language = (
        title,
        board,
        summary.language,
    )
    for at, text in enumerate((title, _instructions(before)), 1):
        _write(sheet.cell(at, 1), text)
    sheet["A1"].font = Font(size=16, bold=True)
    for column, header in enumerate(HEADERS, 1):
        _write(sheet.cell(HEAD, column), header)
    for at, row in enumerate(rows, HEAD + 1):
        for column, value in enumerate(row.locked, 1):
            _write(sheet.cell(at, column), value, row.unit)
    last = HEAD + len(rows)
    _dress(sheet, last)
    _validate(sheet, rows, summary)
    if rows:
        table = Table(displayName="FiguresTable", ref=f"A{HEAD}:{_letter(len(HEADERS))}{last}")
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        sheet.add_table(table)
    out = io.BytesIO()
    book.save(out)
    return _same_bytes(out.getvalue())


def _instructions(before: str) -> str:
    last = f" Last year is {before}." if before else ""
    return (
        "Please fill in the white columns, New value to Note; the grey ones are locked. "
        "Leave a cell empty to leave it as it is. Write 94 for 94%. If a number does not exist, "
        "write the symbol x "
        f"(or c for confidential) and say why in the note.{last}"
    )


def _write(cell: Cell | MergedCell, value: Shown, unit: Unit | None = None) -> None:
    """A value as itself: a text that begins with = is still a text."""
    if value == "":
        return
    if isinstance(value, Decimal):
        _, _, decimals = f"{value:f}".partition(".")
        digits = f"0.{'0' * len(decimals)}" if decimals else "0"
        cell.value = float(value) if decimals else int(value)
        cell.number_format = _FORMATS.get(unit.name if unit else "count", "#,##{}").format(digits)
    else:
        cell.value = value
        cell.data_type = "s"


def _letter(column: int) -> str:
    return chr(ord("A") + column - 1)


def _dress(sheet: Worksheet, last: int) -> None:
    """Widths, colours, locks, and how it prints."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
    from openpyxl.worksheet.properties import PageSetupProperties

    line = Side(style="thin", color="FF8A8A8A")
    grey, head = PatternFill("solid", fgColor="FFEDEDED"), PatternFill("solid", fgColor="FF12436D")
    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[_letter(column)].width = width
        locked = column <= len(LOCKED)
        for at in range(HEAD, last + 1):
            cell = sheet.cell(at, column)
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            numbers = HEADERS[column - 1] in ("Last year", "In the file now")
            cell.alignment = Alignment(
                wrap_text=True, vertical="top", horizontal="right" if numbers else None
            )
            cell.protection = Protection(locked=locked or at == HEAD)
            if at == HEAD:
                cell.fill, cell.font = head, Font(bold=True, color="FFFFFFFF")
            elif locked:
                cell.fill = grey
            elif HEADERS[column - 1] == "As at":
                cell.number_format = "yyyy-mm-dd"
    sheet.row_dimensions[2].height = 32
    sheet.freeze_panes = f"A{HEAD + 1}"
    protection = sheet.protection
    protection.sheet, protection.formatColumns, protection.formatRows = True, False, False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEAD}:{HEAD}"


def _validate(sheet: Worksheet, rows: Sequence[Row], summary: Summary) -> None:
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
        made.add(f"{_letter(HEADERS.index(column) + 1)}{at}")
        sheet.add_data_validation(made)

    meanings = "; ".join(
        f"{symbol} {meaning}"
        for symbol, meaning in SYMBOLS.items()
        if symbol in ("x", "c", "z", "r", "p", "e")
    )
    choices = ",".join(summary.sources)
    for at, row in enumerate(rows, HEAD + 1):
        value = f"{_letter(HEADERS.index('New value') + 1)}{at}"
        test, error = _TESTS[row.unit.name]
        rule(
            "New value",
            at,
            type="custom",
            formula1=test.format(value),
            title="A number is needed",
            error=error,
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
        if row.when.startswith("day "):
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


_FORMATS = {"percent": '{}"%"', "pounds": '"£"#,##{}'}
"""How a program shows a number of a unit, where it is not shown with commas alone; ``{}`` are its
digits.
"""

_TESTS: dict[UnitName, tuple[str, str]] = {
    "count": (
        "AND(ISNUMBER({0}),{0}>=0,{0}=INT({0}))",
        "Write a whole number, without words. A symbol goes into the next column.",
    ),
    "percent": (
        "AND(ISNUMBER({0}),OR({0}=0,AND({0}>=1,{0}<=100)))",
        "Write 94 for 94%, from 0 to 100. A symbol goes into the next column.",
    ),
    "per-10000": (
        "AND(ISNUMBER({0}),{0}>=0)",
        "Write the number per 10,000. A symbol goes into the next column.",
    ),
    "pounds": (
        "AND(ISNUMBER({0}),{0}>=0)",
        "Write the amount in pounds, without the sign. A symbol goes into the next column.",
    ),
}


def _same_bytes(book: bytes) -> bytes:
    """The workbook without the time of day: the same content gives the same bytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(
                    rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*",
                    rb"\g<1>2000-01-01T00:00:00Z",
                    data,
                )
            made.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
