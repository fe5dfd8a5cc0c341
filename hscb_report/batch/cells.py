"""The cells of a table, whatever kind of file it is in; of a workbook, those of its first sheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from hscb_report.errors import FileError, Problem, shown_path
from hscb_report.files import size_of, take
from hscb_report.summary.cells import unguarded
from hscb_report.year.csv_read import text_of
from hscb_report.year.grid import MOST_COLUMNS, MOST_ROWS, Cell, Grid, letters
from hscb_report.year.spreadsheet_read import MAX_BYTES
from hscb_report.year.workbook_read import cell_of, opened

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
                f"{MOST_ROWS:,} and {MOST_COLUMNS} are the most",
                "make several tables of it",
            )
        )


def _of_csv(grid: Grid, data: bytes) -> Lines:
    text = text_of(grid.file, data)
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    grid.semicolons = delimiter == ";"
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    lines: Lines = []
    try:
        for row in reader:
            at = len(lines) + 1
            lines.append(
                [Cell(unguarded(one.strip()) or None, at, n) for n, one in enumerate(row, 1)]
            )
    except csv.Error as error:
        raise FileError(
            Problem(
                "damaged",
                f"{shown_path(grid.file)} cannot be read as CSV: {error}",
                "save the table anew, as CSV UTF-8",
            )
        ) from error
    _most(grid, len(lines), max(map(len, lines), default=0))
    return lines


def _of_workbook(grid: Grid, data: bytes) -> Lines:
    book = opened(grid.file, data)
    sheet = book.worksheets[0]
    for other in book.worksheets[1:]:
        if other.calculate_dimension() != "A1:A1":
            grid.notices.append(f'the sheet "{other.title}" was not read')
    _most(grid, sheet.max_row, sheet.max_column)
    for merged in sheet.merged_cells.ranges:
        grid.problem(
            "merged",
            Cell(None, merged.min_row, merged.min_col),
            f"the cells {merged.coord} are merged, so nothing tells which row they belong to",
            "select them, choose Unmerge cells, and write each value in its own cell",
        )
    for name, group in sheet.column_dimensions.items():
        if group.hidden and group.min and group.min <= sheet.max_column:
            grid.problem(
                "hidden",
                Cell(None, 1, group.min),
                f"column {name} is hidden, and what cannot be seen is not taken",
                "select its neighbours, choose Unhide, and look at it",
            )
    for at, row in sheet.row_dimensions.items():
        if row.hidden and at <= sheet.max_row:
            grid.problem(
                "hidden",
                Cell(None, at, 1),
                f"row {at} is hidden, and what cannot be seen is not taken",
                "clear filters, select all rows, choose Unhide, and look at it",
            )
    return [
        [cell_of(cell, at, column) for column, cell in enumerate(row, 1)]
        for at, row in enumerate(sheet.iter_rows(), 1)
    ]


__all__ = ["Cell", "Grid", "Lines", "letters", "lines_of"]
