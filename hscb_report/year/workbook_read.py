"""A sheet that came back as a workbook: whatever a partner or another program has made of it.

Its size is looked at before it is unpacked, formulas are not worked out, and what cannot be seen
(hidden rows) or belongs to several rows at once (merged cells) is refused, each with its address.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from hscb_report.errors import FileError, Problem, shown_path
from hscb_report.year.grid import (
    MOST_COLUMNS,
    MOST_ROWS,
    ONLY_THE_FIRST,
    Cell,
    Grid,
    letters,
    tabled,
)
from hscb_report.year.sheet import ENTRIES, HEADERS, NAME
from hscb_report.year.workbook_size import too_large

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell as PlainCell
    from openpyxl.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    ReadCell = PlainCell | MergedCell

LONGEST_COMMENT = 200
"""So much of a comment is shown, in letters."""


def from_workbook(file: Path, data: bytes) -> Grid:
    """The table of an .xlsx workbook.

    Raises:
        FileError: it is too large, damaged, or of another kind.
    """
    return _from_book(file, opened(file, data))


def opened(file: Path, data: bytes) -> Workbook:
    """A workbook, whose size was looked at before.

    Raises:
        FileError: it is too large, damaged, or of another kind.
    """
    name = shown_path(file)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileError(
            Problem(
                "other-kind",
                f"{name} is an old .xls workbook, or one with a password",
                "open it, remove the password, and save it as Excel Workbook (.xlsx)",
            )
        )
    damaged = Problem(
        "damaged",
        f"{name} is not a workbook, or it is damaged",
        "ask for it again, or open it in Excel and save it anew",
    )
    try:
        if much := too_large(data):
            raise FileError(
                Problem(
                    "too-large",
                    f"{name} is too large to read: it has {much}",
                    "check that it is the sheet that was sent out, without pictures, merged cells "
                    "or other sheets",
                )
            )
        book = _book(data)
    except FileError:
        raise
    except MemoryError:
        raise FileError(
            Problem(
                "too-large",
                f"{name} is too large to be read",
                "check that it is the sheet that was sent out",
            )
        ) from None
    except Exception as error:  # whatever a damaged or hostile file provokes in zipfile or openpyxl
        raise FileError(damaged) from error
    return book


def _book(data: bytes) -> Workbook:
    import warnings

    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl on parts it does not keep: nothing is kept here
        book = load_workbook(io.BytesIO(data), keep_links=False)
    if not book.worksheets:
        raise ValueError("no worksheet")
    return book


def _from_book(file: Path, book: Workbook) -> Grid:
    grid = Grid(file)
    sheet = next((one for one in book.worksheets if one.title == NAME), book.worksheets[0])
    grid.notices += [
        f'the sheet "{one.title}" was not read'
        for one in book.worksheets
        if one is not sheet and one.calculate_dimension() != "A1:A1"
    ]
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        grid.notices.append(ONLY_THE_FIRST)
    for merged in sheet.merged_cells.ranges:
        cell = Cell(None, merged.min_row, merged.min_col)
        grid.problem(
            "merged",
            cell,
            f"the cells {merged.coord} are merged, so nothing tells which figure they belong to",
            "select them, choose Unmerge cells, and write each value in its own row",
        )
    hidden = {at for at, row in sheet.row_dimensions.items() if row.hidden}
    concealed = [
        letters(at)
        for at in range(1, len(HEADERS) + 1)
        if any(
            group.hidden and group.min <= at <= group.max
            for group in sheet.column_dimensions.values()
            if group.min and group.max
        )
    ]
    for letter in concealed:
        grid.problem(
            "hidden",
            Cell(None, 1, sheet[f"{letter}1"].column),
            f"column {letter} is hidden, and what cannot be seen is not taken",
            "select its neighbours, choose Unhide, and look at it",
        )
    rows = sheet.iter_rows(
        max_row=min(sheet.max_row, MOST_ROWS), max_col=min(sheet.max_column, MOST_COLUMNS)
    )
    grid = tabled(
        grid,
        (
            [cell_of(cell, at, column) for column, cell in enumerate(row, 1)]
            for at, row in enumerate(rows, 1)
        ),
    )
    grid.notices += _comments(sheet)
    for row in grid.rows:
        first = next(iter(row.values()))
        if first.row in hidden and any(
            head in ENTRIES and not cell.empty for head, cell in row.items()
        ):
            grid.problem(
                "hidden",
                first,
                f"row {first.row} is hidden, and what cannot be seen is not taken",
                "clear filters, select all rows, choose Unhide, and look at it",
            )
    return grid


def _comments(sheet: Worksheet) -> Iterator[str]:
    """The comments that people have put beside cells: they are not taken, and that is said."""
    for row in sheet.iter_rows(
        max_row=min(sheet.max_row, MOST_ROWS), max_col=min(sheet.max_column, MOST_COLUMNS)
    ):
        for cell in row:
            comment = cell.comment
            if comment is None:
                continue
            # Excel keeps a thread of comments with a notice to older programs before its words.
            text = " ".join(comment.text.rpartition("Comment:")[2].split())
            shown = text if len(text) <= LONGEST_COMMENT else f"{text[: LONGEST_COMMENT - 1]}…"
            yield (
                f'{cell.coordinate}: a comment was not taken: "{shown}"; what is to be printed '
                "goes into Note"
            )


def cell_of(cell: ReadCell, row: int, column: int) -> Cell:
    """What a cell holds; formulas are not worked out."""
    value = cell.value
    if cell.data_type == "f":
        text = str(getattr(value, "text", value))
        return Cell(
            None,
            row,
            column,
            (
                f"the cell holds a formula ({text[:40]})",
                "copy it, and paste it in its place as a value",
            ),
        )
    if cell.data_type == "e":
        return Cell(
            None, row, column, (f"the cell shows the error {value}", "write the number itself")
        )
    shows_percent = "%" in re.sub(r'"[^"]*"|\\.', "", cell.number_format or "")
    if isinstance(value, bool) or value is None:
        return Cell(value, row, column)
    if isinstance(value, dt.datetime):
        whole = (value.hour, value.minute, value.second) == (0, 0, 0)
        return Cell(value.date() if whole else f"{value:%Y-%m-%d %H:%M}", row, column)
    if isinstance(value, float) and not isfinite(value):
        return Cell(
            None,
            row,
            column,
            ("the number in the cell is too large to be read", "write the number itself"),
        )
    if isinstance(value, (int, float)):
        return Cell(
            Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value),
            row,
            column,
            percent=shows_percent,
        )
    return Cell(value if isinstance(value, (str, dt.date)) else str(value), row, column)
