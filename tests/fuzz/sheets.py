"""Sheets that come back from partners: cells typed, rows and columns moved, files that other
programs wrote, and packages that no program wrote.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.table import Table

from . import odd, packages
from .contents import Command
from .stock import Stock


def made(folder: Path, chance: Random, stock: Stock) -> list[Command]:
    """Put a content folder and a changed sheet there; the commands to try on them."""
    name, period = chance.choice(stock.sheets)
    ending = chance.choice(("xlsx", "xlsx", "csv"))
    shutil.copytree(stock.folder / name / "content", folder / "content")
    data = (stock.folder / name / f"sheet.{ending}").read_bytes()
    data = _csv(data, chance) if ending == "csv" else _xlsx(data, chance)
    if chance.random() < 0.03:
        ending = {"csv": "xlsx", "xlsx": "csv"}[ending]
    (folder / f"sheet.{ending}").write_bytes(data)
    where = ["--content", "content"]
    asked = ["figures", "import", period, f"sheet.{ending}", *where]
    return [[*asked, "--dry-run"], asked, ["check", period, *where], asked]


Rows = list[list[Any]]


def _csv(data: bytes, chance: Random) -> bytes:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    for _ in range(chance.choice((1, 2, 3, 8))):
        chance.choice(ROWS)(rows, chance)
    out = io.StringIO(newline="")
    writer = csv.writer(
        out,
        delimiter=chance.choice(",,,,;\t|"),
        quoting=chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
        lineterminator=chance.choice(("\r\n", "\r\n", "\n", "\r")),
    )
    writer.writerows([["" if cell is None else str(cell) for cell in row] for row in rows])
    text = out.getvalue()
    if chance.random() < 0.25:
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(['"', '""', ",", "\n", ";", *odd.RAW]) + text[at:]
    code = chance.choice(["utf-8-sig"] * 6 + ["utf-8", "cp1252", "utf-16", "utf-16-le", "utf-32"])
    return text.encode(code, "surrogatepass" if code.startswith("utf") else "replace")


def _xlsx(data: bytes, chance: Random) -> bytes:
    kind = chance.random()
    if kind < 0.65:
        book = openpyxl.load_workbook(io.BytesIO(data))
        sheet = book.active
        for _ in range(chance.choice((1, 2, 3, 8))):
            chance.choice(BOOKS)(book, sheet, chance)
        out = io.BytesIO()
        book.save(out)
        data = packages.settled(out.getvalue())
    if kind > 0.6:
        data = packages.changed(data, chance)
    return data


def value(chance: Random) -> Any:
    """What somebody types into a cell."""
    kind = chance.random()
    if kind < 0.3:
        return chance.choice(
            (0, 1, 12, 94, 0.94, 12345, -3, 1.5, 1e300, 2**70, 10**40, True, 0.1 + 0.2)
        )
    if kind < 0.6:
        return odd.number(chance)
    if kind < 0.7:
        return chance.choice("c x r [c] [x] z p k low C :".split())
    return odd.text(chance)


def _put(rows: Rows, chance: Random) -> None:
    row = chance.choice(rows) if rows else []
    if row:
        row[chance.randrange(len(row))] = value(chance)


def _answer(rows: Rows, chance: Random) -> None:
    """The column for new values is the one that people fill in."""
    head = next((row for row in rows if "New value" in row), None)
    below = [row for row in rows if head and len(row) == len(head) and row is not head]
    if head and below:
        for _ in range(chance.choice((1, 3, 20))):
            chance.choice(below)[head.index("New value")] = value(chance)


def _row(rows: Rows, chance: Random) -> None:
    at = chance.randrange(len(rows) + 1)
    kind = chance.randrange(5)
    if kind == 0:
        del rows[at : at + chance.choice((1, 1, 5, 50))]
    elif kind == 1:
        rows[at:at] = [list(row) for row in rows[at : at + 3]]
    elif kind == 2:
        rows.insert(at, [])
    elif kind == 3:
        rows[at:at] = [[value(chance) for _ in range(9)] for _ in range(chance.choice((1, 30)))]
    else:
        chance.shuffle(rows)


def _column(rows: Rows, chance: Random) -> None:
    width = max(map(len, rows), default=0)
    at = chance.randrange(width + 1)
    kind = chance.randrange(3)
    for row in rows:
        if kind == 0:
            del row[at : at + 1]
        elif kind == 1:
            row.insert(at, value(chance) if chance.random() < 0.2 else "")
        else:
            row[at:at] = row[:1]


def _head(rows: Rows, chance: Random) -> None:
    head = next((row for row in rows if "New value" in row or "Figure" in row), None)
    if head:
        at = chance.randrange(len(head))
        head[at] = chance.choice((*head, "", "New Value ", "new", odd.text(chance)))


def _much(rows: Rows, chance: Random) -> None:
    rows.extend([["no-such-figure", *"abcdefgh"]] * chance.choice((300, 3_000)))


ROWS: list[Callable[[Rows, Random], None]] = [
    _answer, _answer, _answer, _put, _put, _row, _column, _head, _much,
]  # fmt: skip


def _cells(book: Any, sheet: Any, chance: Random) -> None:
    """Some cells of the table, or far from it."""
    for _ in range(chance.choice((1, 2, 10))):
        far = chance.random() < 0.05
        at = (
            (chance.choice((900, 70_000)), chance.choice((30, 900)))
            if far
            else _spot(sheet, chance)
        )
        found: Any = value(chance)
        if chance.random() < 0.25:
            found = chance.choice(
                (dt.date(2018, 3, 31), dt.datetime(2018, 3, 31, 12), dt.time(9), dt.timedelta(3),
                 dt.date(1900, 1, 1), "#N/A", "#DIV/0!", "=1/0", "=NOW()", "=A1", "=", None)
            )  # fmt: skip
        _type(sheet, at, found)


def _typed(book: Any, sheet: Any, chance: Random) -> None:
    """New values in many rows."""
    heads = {cell.value: cell.column for row in sheet.iter_rows(1, 12) for cell in row}
    for row in range(1, sheet.max_row + 1):
        if chance.random() < 0.3:
            _type(sheet, (row, heads.get("New value") or 1), value(chance))


def _type(sheet: Any, at: tuple[int, int], found: Any) -> None:
    if isinstance(found, str):  # what openpyxl itself refuses to write
        found = openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", found)
        found = found.translate({0xD800: "?", 0xFFFE: "?", 0xFFFF: "?"})
    cell = sheet.cell(*at)
    if not isinstance(cell, openpyxl.cell.cell.MergedCell):
        cell.value = found


def _spot(sheet: Any, chance: Random) -> tuple[int, int]:
    return chance.randrange(1, sheet.max_row + 2), chance.randrange(1, sheet.max_column + 2)


def _merge(book: Any, sheet: Any, chance: Random) -> None:
    row, column = _spot(sheet, chance)
    size = chance.choice((0, 1, 5, 400))
    sheet.merge_cells(
        start_row=row, end_row=row + size, start_column=column, end_column=column + size % 40
    )


def _moved(book: Any, sheet: Any, chance: Random) -> None:
    change = chance.choice(
        (sheet.insert_rows, sheet.insert_cols, sheet.delete_rows, sheet.delete_cols)
    )
    change(chance.randrange(1, 10), chance.choice((1, 1, 3)))


def _look(book: Any, sheet: Any, chance: Random) -> None:
    row, column = _spot(sheet, chance)
    cell = sheet.cell(row, column)
    kind = chance.randrange(6)
    if kind == 0:
        sheet.row_dimensions[row].hidden = True
    elif kind == 1:
        sheet.column_dimensions[chance.choice("ABCDEFGH")].hidden = True
    elif kind == 2 and not isinstance(cell, openpyxl.cell.cell.MergedCell):
        cell.comment = Comment("Please look at this.", "A partner")
    elif kind == 3:
        cell.number_format = chance.choice(("0%", "yyyy-mm-dd", "@", '"x"0', "[$-809]d", "?/?", ""))
    elif kind == 4:
        cell.font = Font(strike=True, size=chance.choice((1, 409)))
    else:
        cell.fill = PatternFill("solid", fgColor="00FF00")


def _book(book: Any, sheet: Any, chance: Random) -> None:
    kind = chance.randrange(6)
    if kind == 0:
        book.create_sheet(chance.choice(("Notes", "a" * 31, "\u00e9")), chance.choice((0, 1)))
    elif kind == 1:
        book.copy_worksheet(sheet)
    elif kind == 2:
        book.create_chartsheet("Chart", 0)
        book.active = 0
    elif kind == 3:
        sheet.title = chance.choice(("Figures 2", "x", "\u4f60"))
    elif kind == 4:
        sheet.protection.sheet = True
    elif not sheet.tables:
        sheet.add_table(Table(displayName="T", ref=f"A1:C{sheet.max_row}"))


BOOKS: list[Callable[[Any, Any, Random], None]] = [
    _typed, _typed, _cells, _cells, _merge, _moved, _look, _book,
]  # fmt: skip
