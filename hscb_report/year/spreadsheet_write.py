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
from typing import TYPE_CHECKING

from hscb_report.summary.cells import guarded
from hscb_report.summary.units import Unit
from hscb_report.year.grid import letters
from hscb_report.year.heights import height
from hscb_report.year.sheet import ENTRIES, HEADERS, LOCKED, NAME, OF_MONTH, Sheet, Shown
from hscb_report.year.spreadsheet_rules import validate

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

WIDTHS = (22, 46, 11, 20, 13, 15, 13, 10, 13, 16, 44)
"""Characters, by column."""

_TITLE, _BODY = 16, 11
"""Sizes of type, points."""
_MARGIN = 0.4
"""Left and right of the printed page, inches."""


def as_csv(asked: Sheet) -> bytes:
    """The sheet as CSV in UTF-8 with a byte order mark, as Excel wants it; what stands above the
    table is there where somebody is asked.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    if any(len(line) > 1 for line in asked.above):
        writer.writerows([guarded(text) for text in line] for line in _lines(asked))
    writer.writerow(HEADERS)
    for row in asked.rows:
        writer.writerow([guarded(_text(cell)) for cell in row.locked] + [""] * len(ENTRIES))
    return out.getvalue().encode("utf-8-sig")


def _lines(asked: Sheet) -> Sequence[tuple[str, ...]]:
    """What stands above the table."""
    return [(asked.title,), *asked.above]


def _text(cell: Shown) -> str:
    return f"{cell:f}" if isinstance(cell, Decimal) else cell


def as_workbook(asked: Sheet) -> bytes:
    """The sheet as an .xlsx workbook."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.worksheet.table import Table, TableStyleInfo

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = NAME
    book.properties.title, book.properties.creator, book.properties.language = (
        asked.title,
        asked.board,
        asked.summary.language,
    )
    for at, line in enumerate(_lines(asked), 1):
        for column, text in enumerate(line, 1):
            _write(sheet.cell(at, column), text)
    sheet["A1"].font = Font(size=_TITLE, bold=True)
    for column, header in enumerate(HEADERS, 1):
        _write(sheet.cell(asked.head, column), header)
    for at, row in enumerate(asked.rows, asked.head + 1):
        for column, value in enumerate(row.locked, 1):
            _write(sheet.cell(at, column), value, row.unit)
    last = asked.head + len(asked.rows)
    _dress(sheet, asked, last)
    _stretch(sheet, asked)
    _print(sheet, asked, last)
    validate(sheet, asked)
    if asked.rows:
        ref = f"A{asked.head}:{letters(len(HEADERS))}{last}"
        table = Table(displayName="FiguresTable", ref=ref)
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        sheet.add_table(table)
    out = io.BytesIO()
    book.save(out)
    return _same_bytes(out.getvalue())


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


def _dress(sheet: Worksheet, asked: Sheet, last: int) -> None:
    """Widths, colours and locks."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    line = Side(style="thin", color="FF8A8A8A")
    grey, head = PatternFill("solid", fgColor="FFEDEDED"), PatternFill("solid", fgColor="FF12436D")
    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[letters(column)].width = width
        locked = column <= len(LOCKED)
        for at in range(asked.head, last + 1):
            cell = sheet.cell(at, column)
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            numbers = HEADERS[column - 1] in ("Last year", "In the file now")
            cell.alignment = Alignment(
                wrap_text=True, vertical="top", horizontal="right" if numbers else None
            )
            cell.protection = Protection(locked=locked or at == asked.head)
            if at == asked.head:
                cell.fill, cell.font = head, Font(bold=True, color="FFFFFFFF")
            elif locked:
                cell.fill = grey
            elif HEADERS[column - 1] == "As at":
                row = asked.rows[at - asked.head - 1]
                of_month = row.when.startswith(OF_MONTH)  # a date would be made of it elsewhere
                cell.number_format = "@" if of_month else "yyyy-mm-dd"
    for at, told in enumerate(_lines(asked), 1):
        if len(told) > 1:
            sheet.cell(at, 1).font = Font(bold=True)
            for cell in (sheet.cell(at, 1), sheet.cell(at, 2)):
                cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = f"A{asked.head + 1}"
    protection = sheet.protection
    protection.sheet, protection.formatColumns, protection.formatRows = True, False, False


def _stretch(sheet: Worksheet, asked: Sheet) -> None:
    """Rows as high as their words: not every program makes room for a second line by itself."""
    sheet.row_dimensions[1].height = height([(asked.title, sum(WIDTHS))], _TITLE)
    for at, told in enumerate(asked.above, 2):
        if len(told) > 1:
            sheet.row_dimensions[at].height = height(zip(told, WIDTHS, strict=False), _BODY)
    sheet.row_dimensions[asked.head].height = height(zip(HEADERS, WIDTHS, strict=True), _BODY)
    for at, row in enumerate(asked.rows, asked.head + 1):
        texts = [_text(value) for value in row.locked]
        sheet.row_dimensions[at].height = height(zip(texts, WIDTHS, strict=False), _BODY)


def _print(sheet: Worksheet, asked: Sheet, last: int) -> None:
    """On paper as on the screen: one page wide, and the table's head on each page."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{asked.head}:{asked.head}"
    sheet.print_area = f"A1:{letters(len(HEADERS))}{last}"
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN


_FORMATS = {"percent": '{}"%"', "pounds": '"£"#,##{}'}
"""How a program shows a number of a unit, where it is not shown with commas alone; ``{}`` are its
digits.
"""


def _same_bytes(book: bytes) -> bytes:
    """The workbook without the time of day: the same content gives the same bytes. A row's height
    is no fixed one, which would cut what partners write into it.
    """
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
            if name.startswith("xl/worksheets/"):
                data = re.sub(rb'(<row [^>]*?) customHeight="1"', rb"\1", data)
            made.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
