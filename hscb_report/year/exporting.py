"""The sheet for partners, from a period's content and the year before."""

from __future__ import annotations

from pathlib import Path

from hscb_report.errors import ContentError, FileError, Problem, UsageError, shown_path
from hscb_report.files import is_there, place
from hscb_report.project import CONTENT, OUTPUT, as_period, load_checked, shelf_of
from hscb_report.summary.document import Summary
from hscb_report.summary.load import Shelf
from hscb_report.summary.periods import years_of
from hscb_report.year.sheet import rows
from hscb_report.year.spreadsheet_write import as_csv, as_workbook


def export_figures(
    period: str, *, content: Path | str = CONTENT, output: Path | str | None = None
) -> Path:
    """Write a sheet that partners can fill in.

    Args:
        period: the period whose figures are asked for.
        content: the folder of content files.
        output: the file to write, .xlsx or .csv; ``output/PERIOD/figures-PERIOD.xlsx`` unless told.

    Returns:
        Where the sheet stands.

    Raises:
        UsageError: there is no such period, the file is there already, or it is neither .xlsx
            nor .csv.
        ContentError: the content has errors.
        FileError: a file could not be read or written.
    """
    shelf, period = shelf_of(content), as_period(period)
    target = Path(output) if output is not None else OUTPUT / period / f"figures-{period}.xlsx"
    if target.suffix.lower() not in (".xlsx", ".csv"):
        raise UsageError(
            Problem(
                "other-kind",
                f"{shown_path(target)} is neither .xlsx nor .csv",
                "name a file that ends in .xlsx or .csv",
            )
        )
    loaded = load_checked(period, shelf)
    if is_there(target):
        raise UsageError(
            Problem(
                "exists",
                f"{shown_path(target)} is there already, and may be filled in",
                "move it, or name another file with --output",
            )
        )
    last = before(period, shelf)
    made = rows(loaded.summary, last)
    data = (
        as_csv(made)
        if target.suffix.lower() == ".csv"
        else as_workbook(made, loaded.summary, loaded.board.name, last.period if last else "")
    )
    return place(target, data)


def before(period: str, shelf: Shelf) -> Summary | None:
    """The summary of the year before, if there is one that can be read."""
    years = years_of(period)
    if years is None or years.before not in shelf.periods:
        return None
    try:
        return load_checked(years.before, shelf).summary
    except (ContentError, FileError):
        return None
