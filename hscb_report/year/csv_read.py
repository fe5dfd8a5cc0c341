"""A sheet that came back as CSV, with commas, semicolons or tabs, in whatever encoding."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from hscb_report.errors import FileError, Problem, shown_path
from hscb_report.summary.cells import unguarded
from hscb_report.year.grid import (
    HEAD_WITHIN,
    MOST_COLUMNS,
    MOST_ROWS,
    ONLY_THE_FIRST,
    Cell,
    Grid,
    Value,
    is_head,
    tabled,
)


def from_csv(file: Path, data: bytes) -> Grid:
    """The table of a CSV file.

    Raises:
        FileError: it is damaged, or of another kind.
    """
    text = text_of(file, data)
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
        if any(is_head(cell.strip() for cell in row) for row in found[:HEAD_WITHIN]):
            best, semicolons = found, delimiter == ";"
            break
    else:
        best, semicolons = [], False
    grid = Grid(file, semicolons=semicolons)
    if len(best) > MOST_ROWS or max(map(len, best), default=0) > MOST_COLUMNS:
        grid.notices.append(ONLY_THE_FIRST)
    lines = (
        [Cell(_from_csv(text), at, column) for column, text in enumerate(row[:MOST_COLUMNS], 1)]
        for at, row in enumerate(best[:MOST_ROWS], 1)
    )
    return tabled(grid, lines)


def text_of(file: Path, data: bytes) -> str:
    """The text of a CSV file.

    Raises:
        FileError: it is damaged, or of another kind.
    """
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
    return text


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
    return unguarded(text.strip()) or None
