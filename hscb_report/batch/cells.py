"""The cells of a table, whatever kind of file it is in; of a workbook, those of its first sheet."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hscb_report.errors import FileError, Problem, shown_path
from hscb_report.files import size_of, take
from hscb_report.summary.cells import unguarded
from hscb_report.year.csv_read import text_of
from hscb_report.year.grid import Cell, Grid, letters
from hscb_report.year.spreadsheet_read import MAX_BYTES
from hscb_report.year.workbook_read import cell_of, opened

if TYPE_CHECKING:
    from hscb_report.year.workbook_read import ReadCell

NAME = "name"
"""The head of the column that names the reports."""
HEAD_WITHIN = 20
"""The heads are looked for in so many first rows, to say where they are."""
MOST_LOOKED_AT = 1_000_000
"""Letters of a CSV in which they are looked for."""
MOST_ROWS, MOST_COLUMNS = 20_000, 1000
"""Of a table: more rows than England has wards and parishes, and two figures for each of 500."""
_SEPARATOR = re.compile(r"sep=([,;\t])", re.IGNORECASE)
"""The first line by which some programs tell Excel what is between cells."""
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}")
"""What spreadsheets write in the place of what they could not work out."""
_FIXED = re.compile(r"(?:#,##)?[#0]*0(?:\.(0+))?")
"""A format of numbers with so many decimals."""

Lines = list[list[Cell]]


def lines_of(file: Path) -> tuple[Lines, Grid]:
    """The lines of a table that hold anything, and a grid that takes what is wrong with it.

    Raises:
        FileError: it cannot be opened, is too large, damaged, or of another kind.
    """
    kinds = {".csv": _of_csv, ".xlsx": _of_workbook}
    if (kind := kinds.get(file.suffix.lower())) is None:
        raise FileError(
            Problem(
                "other-kind",
                f"{shown_path(file)} is neither .csv nor .xlsx",
                "save the table as Excel Workbook (.xlsx) or as CSV UTF-8",
            )
        )
    if (size := size_of(file)) > MAX_BYTES:
        raise FileError(
            Problem(
                "too-large",
                f"{shown_path(file)} has {size:,} bytes, and {MAX_BYTES:,} is the most",
                "check that it is the right file, or make several of it",
            )
        )
    grid = Grid(file)
    lines = kind(grid, take(file))
    return [line for line in lines if not all(cell.empty for cell in line)], grid


def _most(grid: Grid, rows: int, columns: int) -> None:
    """Nothing is left out in silence: a table that is longer is refused."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise FileError(
            Problem(
                "too-large",
                f"{shown_path(grid.file)} has {rows:,} rows and {columns:,} columns, and "
                f"{MOST_ROWS:,} and {MOST_COLUMNS:,} are the most",
                "make several tables of it",
            )
        )


def _of_csv(grid: Grid, data: bytes) -> Lines:
    text = text_of(grid.file, data)
    delimiter = _delimiter(text)
    grid.semicolons = delimiter == ";"
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: Lines = []
    began = 1
    try:
        for row in reader:
            at, began = len(lines) + 1, reader.line_num + 1
            said = _SEPARATOR.fullmatch(text.split("\n", 1)[0].strip()) if at == 1 else None
            lines.append(
                [] if said else [_in_csv(one.strip(), at, n) for n, one in enumerate(row, 1)]
            )
    except csv.Error as error:
        # Without this a quote that is never closed would take all rows below it into one cell.
        raise FileError(
            Problem(
                "damaged",
                f"{shown_path(grid.file)} cannot be read as CSV: from line {began} on its quotes "
                f"do not add up ({error})",
                "close the quote, and double each that is part of the words; or save the table "
                "anew, as CSV UTF-8",
            )
        ) from error
    _most(grid, len(lines), max(map(len, lines), default=0))
    return lines


def _delimiter(text: str) -> str:
    """What is between cells: by which one of the first lines has the head ``name`` in it; else that
    of which the first has most.
    """
    lines = [line.strip() for line in text[:MOST_LOOKED_AT].splitlines() if line.strip()]
    if lines and (said := _SEPARATOR.fullmatch(lines[0])):
        return said[1]
    for line in lines[:HEAD_WITHIN]:
        for one in ",;\t":
            parts = line.split(one)
            if len(parts) > 1 and any(part.strip(' "').casefold() == NAME for part in parts):
                return one
    return max(",;\t", key=lines[0].count) if lines else ","


def _in_csv(text: str, row: int, column: int) -> Cell:
    if _ERROR.fullmatch(text):
        return Cell(
            None, row, column, (f"the cell shows the error {text}", "write what belongs there")
        )
    return Cell(unguarded(text) or None, row, column)


def _of_workbook(grid: Grid, data: bytes) -> Lines:
    try:
        book = opened(grid.file, data)
    except FileError as error:
        (problem,) = error.problems
        if problem.code != "too-large":
            raise
        hint = "save its first sheet as CSV UTF-8, which may be larger, and name that"
        raise FileError(replace(problem, hint=hint)) from None
    sheet = book.worksheets[0]
    others = [one for one in book.worksheets[1:] if _used(one) != (0, 0)]
    grid.notices += [f'the sheet "{other.title}" was not read' for other in others]
    rows, columns = _used(sheet)
    hidden = sheet.sheet_state != "visible"
    if others and (hidden or not rows):
        grid.problem(
            "first-sheet",
            Cell(None, 1, 1),
            f'the first sheet, "{sheet.title}", is {"hidden" if hidden else "empty"}, and it is '
            "the one that is read",
            f'delete it, or move "{others[0].title}" before it, if that is the table',
        )
        return []
    if not _named(sheet) and (named := [one for one in others if _named(one)]):
        grid.problem(
            "first-sheet",
            Cell(None, 1, 1),
            f'the first sheet, "{sheet.title}", is the one that is read, and has no column '
            f'"{NAME}"',
            f'move "{named[0].title}" before it, if that is the table',
        )
        return []
    _most(grid, rows, columns)
    for merged in sheet.merged_cells.ranges:
        grid.problem(
            "merged",
            Cell(None, merged.min_row, merged.min_col),
            f"the cells {merged.coord} are merged, so nothing tells which row they belong to",
            "select them, choose Unmerge cells, and write each value in its own cell",
        )
    for name, group in sheet.column_dimensions.items():
        unseen = group.hidden or group.width == 0
        if unseen and group.min and group.min <= columns:
            grid.problem(
                "hidden",
                Cell(None, 1, group.min),
                f"column {name} is hidden, and what cannot be seen is not taken",
                "select its neighbours, choose Unhide, and look at it",
            )
    for at, row in sheet.row_dimensions.items():
        if (row.hidden or row.height == 0) and at <= rows:
            grid.problem(
                "hidden",
                Cell(None, at, 1),
                f"row {at} is hidden, and what cannot be seen is not taken",
                "clear filters, select all rows, choose Unhide, and look at it",
            )
    if not rows:
        return []
    return [
        [_as_seen(cell, at, column) for column, cell in enumerate(row, 1)]
        for at, row in enumerate(sheet.iter_rows(max_row=rows, max_col=columns), 1)
    ]


def _named(sheet: Any) -> bool:
    """Whether one of the first rows of a sheet has the head of the column that names reports."""
    return any(
        isinstance(cell.value, str) and cell.value.strip().casefold() == NAME
        for (row, _), cell in sheet._cells.items()
        if row <= HEAD_WITHIN
    )


def _used(sheet: Any) -> tuple[int, int]:
    """The last row and the last column that hold anything; formats alone are nothing."""
    held = [at for at, cell in sheet._cells.items() if cell.value is not None]
    return max((row for row, _ in held), default=0), max((column for _, column in held), default=0)


def _as_seen(cell: ReadCell, row: int, column: int) -> Cell:
    """What a cell holds, where that is what it shows: whoever reads 45.7 in the table should find
    45.7 in the report, and not 45.6789.
    """
    found = cell_of(cell, row, column)
    form = re.sub(r'\[[^]]*\]|"[^"]*"|[_*\\].', "", (cell.number_format or "").split(";")[0])
    plain = _FIXED.fullmatch(form.strip())
    if not isinstance(found.value, Decimal) or found.percent or not plain:
        return found
    decimals = len(plain[1] or "")
    seen = found.value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if seen == found.value:
        return found
    return replace(
        found,
        value=None,
        fault=(
            f"the cell shows {seen:f} and holds {found.value:f}",
            f"in an empty cell write =ROUND({found.at},{decimals}), copy that, and paste it here "
            "as a value; or show all decimals",
        ),
    )


__all__ = ["Cell", "Grid", "Lines", "letters", "lines_of"]
