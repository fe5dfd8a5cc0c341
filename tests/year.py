"""What the tests of the working year share."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report.cli import app
from hscb_report.summary.review import seal_of_list
from hscb_report.year.reviewing import review
from hscb_report.year.sheet import HEADERS

EVERY = ROOT / "examples/every-block/content"
CARE = ROOT / "examples/children-in-care/content"
FIRST = 5
"""The first row of figures in a workbook."""


def run(*arguments: str):
    return CliRunner().invoke(app, [str(a) for a in arguments])


def opened(file: Path):
    book = openpyxl.load_workbook(file)
    return book, book.active


def cell(sheet, figure: str, column: str):
    row = next(r for r in range(FIRST, sheet.max_row + 1) if sheet.cell(r, 1).value == figure)
    return sheet.cell(row, HEADERS.index(column) + 1)


def keys(content: Path, period: str = "2018-19") -> list[str]:
    """What is left to look at."""
    return [one.key for one in review(period, content=content).left]


def changed(year: Path, old: str, new: str, period: str = "2018-19") -> None:
    """Type one thing for another in a year's file."""
    file = year / f"{period}.yaml"
    text = file.read_bytes().decode("utf-8")
    assert old in text
    file.write_bytes(text.replace(old, new).encode("utf-8"))


def as_listed(content: Path, period: str = "2017-18") -> None:
    """Say that what this year shares with the one before has been looked at."""
    with (content / f"{period}.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\nlisted: {seal_of_list(period)}\n")
