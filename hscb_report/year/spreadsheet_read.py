"""A sheet that came back, as cells: whatever a partner or another program has made of it.

Nothing is believed: the size is looked at before the file is opened and again before it is
unpacked, formulas are not worked out, and what cannot be seen (hidden rows) or belongs to
several rows at once (merged cells) is refused, each with its address.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from hscb_report.errors import FileError, Place, Problem, shown_path
from hscb_report.year.sheet import ENTRIES, HEADERS, NAME

MAX_BYTES = 5_000_000
MAX_UNPACKED = 30_000_000
"""A sheet of figures has some 20,000 bytes, and unpacks to some 200,000."""
MAX_PARTS = 400
MAX_ROWS, MAX_COLUMNS = 3000, 100
HEAD_WITHIN = 20
"""The head of the table stands in one of so many first rows."""

_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)")
"""No part of a workbook declares entities; one that does may grow without end."""

Value = Decimal | str | dt.date | bool | None


@dataclass(frozen=True)
class Cell:
    """A cell.

    Attributes:
        value: what it holds; None where it is empty.
        at: its address, such as ``G7``.
        fault: why it cannot be read, and the next step; empty where it can.
        percent: whether it is shown as a percentage, so that 0.94 is seen as 94%.
    """

    value: Value
    row: int
    column: int
    fault: tuple[str, str] | None = None
    percent: bool = False

    @property
    def at(self) -> str:
        """The address."""
        return f"{letters(self.column)}{self.row}"

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return self.fault is None and (
            self.value is None or (isinstance(self.value, str) and not self.value.strip())
        )


@dataclass
class Grid:
    """A sheet below its head.

    Attributes:
        rows: each with a cell by column head.
        problems: what was wrong with the sheet as a whole.
        notices: what was not read, and why that is no fault.
        semicolons: whether it is a CSV with semicolons, in which a comma may be a decimal point.
    """

    file: Path
    rows: list[dict[str, Cell]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    semicolons: bool = False

    def problem(self, code: str, cell: Cell, message: str, hint: str) -> None:
        """Note what is wrong with a cell."""
        self.problems.append(
            Problem(code, message, hint, Place(self.file, cell.row, cell.column, cell=cell.at))
        )


def letters(column: int) -> str:
    """The letters of a column, from 1: A, Z, AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def read(file: Path) -> Grid:
    """Read a sheet.

    Raises:
        FileError: it cannot be opened, is too large, damaged, or of another kind.
    """
    ending = file.suffix.lower()
    if ending not in (".xlsx", ".csv"):
        hint = (
            "open it, choose Save as, and take Excel Workbook (.xlsx)"
            if ending in (".xls", ".xlsm", ".xlsb", ".ods", ".numbers")
            else "name a file that ends in .xlsx or .csv"
        )
        raise FileError(
            Problem("other-kind", f"{shown_path(file)} is neither .xlsx nor .csv", hint)
        )
    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise FileError(
            Problem(
                "unreadable",
                f"{shown_path(file)} cannot be read: {error.strerror or error}",
                "check the name of the file, and close it if it is open in another program",
            )
        ) from error
    if size > MAX_BYTES:
        raise FileError(
            Problem(
                "too-large",
                f"{shown_path(file)} has {size:,} bytes; a filled-in sheet has a few thousand",
                "check that it is the sheet that was sent out, without pictures or other sheets",
            )
        )
    return _workbook(file, data) if ending == ".xlsx" else _csv(file, data)


# CSV


def _csv(file: Path, data: bytes) -> Grid:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise FileError(
            Problem(
                "other-kind",
                f"{shown_path(file)} is a workbook, though its name ends in .csv",
                "give its name the ending .xlsx",
            )
        )
    text = _decoded(data)
    if "\x00" in text:
        raise FileError(
            Problem(
                "damaged",
                f"{shown_path(file)} is not a text file",
                "save the sheet anew, as CSV UTF-8",
            )
        )
    best: list[list[str]] = []
    for delimiter in ",;\t":
        try:
            found = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        except csv.Error as error:
            raise FileError(
                Problem(
                    "damaged",
                    f"{shown_path(file)} cannot be read as CSV: {error}",
                    "save the sheet anew, as CSV UTF-8",
                )
            ) from error
        if any(
            "Figure" in [cell.strip() for cell in row] and len(row) > 1
            for row in found[:HEAD_WITHIN]
        ):
            best, semicolons = found, delimiter == ";"
            break
    else:
        best, semicolons = [], False
    grid = Grid(file, semicolons=semicolons)
    lines = (
        [Cell(_from_csv(text), at, column) for column, text in enumerate(row, 1)]
        for at, row in enumerate(best, 1)
    )
    return _tabled(grid, lines)


def _decoded(data: bytes) -> str:
    """UTF-8, UTF-16 with its mark, else the code page of Western Windows, which knows every byte
    but five.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _from_csv(text: str) -> Value:
    text = text.strip()
    return text[1:] if re.match(r"'[=+\-@]", text) else text or None


# Workbooks


def _workbook(file: Path, data: bytes) -> Grid:
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
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            listed = parts.infolist()
            if len(listed) > MAX_PARTS or sum(part.file_size for part in listed) > MAX_UNPACKED:
                raise FileError(
                    Problem(
                        "too-large",
                        f"{name} unpacks to more than a sheet of figures can be",
                        "check that it is the sheet that was sent out, without pictures or other "
                        "sheets",
                    )
                )
            for part in listed:
                if part.filename.lower().endswith((".xml", ".rels")) and _DECLARATION.search(
                    parts.read(part).replace(b"\x00", b"")
                ):
                    raise FileError(damaged)
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
    return _from_book(file, book)


def _book(data: bytes) -> Any:
    import warnings

    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl on parts it does not keep: nothing is kept here
        book = load_workbook(io.BytesIO(data), keep_links=False)
    if not book.worksheets:
        raise ValueError("no worksheet")
    return book


def _from_book(file: Path, book: Any) -> Grid:
    grid = Grid(file)
    sheet = next((one for one in book.worksheets if one.title == NAME), book.worksheets[0])
    grid.notices += [
        f'the sheet "{one.title}" was not read'
        for one in book.worksheets
        if one is not sheet and one.calculate_dimension() != "A1:A1"
    ]
    if sheet.max_row > MAX_ROWS or sheet.max_column > MAX_COLUMNS:
        grid.notices.append(f"only the first {MAX_ROWS:,} rows and {MAX_COLUMNS} columns were read")
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
            if group.min
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
        max_row=min(sheet.max_row, MAX_ROWS), max_col=min(sheet.max_column, MAX_COLUMNS)
    )
    grid = _tabled(grid, ([_cell(cell) for cell in row] for row in rows))
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


def _cell(cell: Any) -> Cell:
    value, column = cell.value, cell.column
    if cell.data_type == "f":
        text = str(getattr(value, "text", value))
        return Cell(
            None,
            cell.row,
            column,
            (
                f"the cell holds a formula ({text[:40]})",
                "copy it, and paste it in its place as a value",
            ),
        )
    if cell.data_type == "e":
        return Cell(
            None, cell.row, column, (f"the cell shows the error {value}", "write the number itself")
        )
    shows_percent = "%" in re.sub(r'"[^"]*"|\\.', "", cell.number_format or "")
    if isinstance(value, bool) or value is None:
        return Cell(value, cell.row, column)
    if isinstance(value, dt.datetime):
        whole = (value.hour, value.minute, value.second) == (0, 0, 0)
        return Cell(value.date() if whole else f"{value:%Y-%m-%d %H:%M}", cell.row, column)
    if isinstance(value, (int, float)):
        return Cell(
            Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value),
            cell.row,
            column,
            percent=shows_percent,
        )
    return Cell(value if isinstance(value, (str, dt.date)) else str(value), cell.row, column)


# Both

_HEADS = {head.casefold(): head for head in HEADERS}


def _tabled(grid: Grid, lines: Iterator[list[Cell]]) -> Grid:
    """Find the head, and give each cell below it the name of its column."""
    heads: dict[int, str] = {}
    for line in lines:
        texts = {
            cell.column: _HEADS.get(text.casefold(), text)
            for cell in line
            if not cell.empty and (text := str(cell.value).strip())
        }
        if not heads:
            at = line[0].row if line else 0
            if "Figure" in texts.values() and len(set(texts.values()) & set(HEADERS)) > 1:
                heads = texts
                _check_heads(grid, heads, at)
            elif at > HEAD_WITHIN:
                break
            continue
        if not texts and all(cell.empty for cell in line):
            continue
        named: dict[str, Cell] = {}
        for cell in line:
            head = heads.get(cell.column, "")
            if head in HEADERS:
                named.setdefault(head, cell)
            elif not cell.empty and not head:
                grid.problem(
                    "extra-column",
                    cell,
                    "this column is not part of the sheet",
                    "move what matters into the note of its row, and empty the cell",
                )
        row = line[0].row
        for column, head in heads.items():
            if head in HEADERS:
                named.setdefault(head, Cell(None, row, column))
        grid.rows.append(named)
    if not heads:
        grid.problem(
            "no-head",
            Cell(None, 1, 1),
            f"no row has the column heads {', '.join(HEADERS[:3])} ...",
            "export the sheet again, and fill in that one",
        )
    return grid


def _check_heads(grid: Grid, heads: dict[int, str], row: int) -> None:
    seen: set[str] = set()
    for column, head in heads.items():
        cell = Cell(None, row, column)
        if head not in HEADERS:
            grid.problem(
                "extra-column",
                cell,
                f'"{head}" is not a column of the sheet',
                "move what matters into the note of its row, and delete the column",
            )
        elif head in seen:
            grid.problem(
                "second-column", cell, f'the column "{head}" is there twice', "keep one of the two"
            )
        seen.add(head)
    for head in HEADERS:
        if head not in seen:
            grid.problem(
                "no-column",
                Cell(None, row, 1),
                f'the column "{head}" is missing',
                "put it back, or export the sheet again",
            )
