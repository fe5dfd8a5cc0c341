"""A sheet that came back, as cells. Nothing is believed: the size is looked at before the file is
opened.
"""

from __future__ import annotations

from pathlib import Path

from hscb_report.errors import FileError, Problem, shown_path
from hscb_report.files import size_of, take
from hscb_report.year.csv_read import from_csv
from hscb_report.year.grid import Grid
from hscb_report.year.workbook_read import from_workbook

MAX_BYTES = 5_000_000
"""A sheet of figures has some 20,000."""


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
    size = size_of(file)
    if size > MAX_BYTES:
        raise FileError(
            Problem(
                "too-large",
                f"{shown_path(file)} has {size:,} bytes; a filled-in sheet has a few thousand",
                "check that it is the sheet that was sent out, without pictures or other sheets",
            )
        )
    return (from_workbook if ending == ".xlsx" else from_csv)(file, take(file))
