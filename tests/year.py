"""What the tests of the working year share."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from typer.testing import CliRunner

from conftest import ROOT
from hscb_report.cli import app
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
