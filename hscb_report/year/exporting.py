"""The sheets for partners, from a period's content and the year before: one for all figures, or one
for each supplier.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from hscb_report.errors import ContentError, FileError, Problem, UsageError, shown_path
from hscb_report.files import is_file, is_there, place_all
from hscb_report.project import CONTENT, OUTPUT, as_period, load_checked, shelf_of
from hscb_report.summary.document import Summary
from hscb_report.summary.load import Loaded, Shelf
from hscb_report.summary.periods import years_of
from hscb_report.year.sheet import Sheet, sheet
from hscb_report.year.spreadsheet_write import as_csv, as_workbook
from hscb_report.year.suppliers import Supplier, file_names, named, spellings, suppliers

_ENDINGS = (".xlsx", ".csv")


@dataclass(frozen=True)
class Exported:
    """A sheet that was written.

    Attributes:
        supplier: whom it asks; empty where it asks for all figures.
        figures: how many it asks for.
    """

    path: Path
    supplier: str
    figures: int


@dataclass(frozen=True)
class Export:
    """What an export wrote.

    Attributes:
        notices: what is not as it should be, and stops nothing.
    """

    sheets: list[Exported]
    notices: list[str] = field(default_factory=list)


def export_figures(
    period: str, *, content: Path | str = CONTENT, output: Path | str | None = None
) -> Path:
    """Write a sheet of all figures: ``export_sheets`` for all in one.

    Returns:
        Where the sheet stands.
    """
    return export_sheets(period, content=content, output=output).sheets[0].path


def export_sheets(
    period: str,
    *,
    supplier: str | None = None,
    each: bool = False,
    by: str | None = None,
    content: Path | str = CONTENT,
    output: Path | str | None = None,
) -> Export:
    """Write sheets that partners can fill in, all or none of them.

    Args:
        period: the period whose figures are asked for.
        supplier: whose rows alone are written; None for all figures.
        each: write one sheet for each supplier.
        by: the day by which a sheet is to come back, such as ``2018-05-31``.
        content: the folder of content files.
        output: the file to write, .xlsx or .csv, or with ``each`` the folder;
            ``output/PERIOD/figures-PERIOD.xlsx`` unless told, and ``figures-PERIOD-SUPPLIER.xlsx``
            for a supplier.

    Raises:
        UsageError: there is no such period or supplier, a file is there already, or it is neither
            .xlsx nor .csv.
        ContentError: the content has errors.
        FileError: a file could not be read or written.
    """
    shelf, period = shelf_of(content), as_period(period)
    if each and supplier is not None:
        raise UsageError(
            Problem("one-or-each", "--for asks for one sheet, and --all for each", "take one")
        )
    day = _day(by) if by is not None else None
    folder = OUTPUT / period
    target = Path(output) if output is not None else folder / f"figures-{period}.xlsx"
    if each:
        folder = Path(output) if output is not None else folder
        _check_folder(folder)
    elif target.suffix.lower() not in _ENDINGS:
        raise UsageError(
            Problem(
                "other-kind",
                f"{shown_path(target)} is neither .xlsx nor .csv",
                "name a file that ends in .xlsx or .csv",
            )
        )
    loaded = load_checked(period, shelf)
    known = suppliers(loaded.summary, loaded.board)
    names = file_names(known, period)
    wanted: dict[Path, Supplier | None] = {target: None}
    if supplier is not None:
        one = named(supplier, loaded.summary, loaded.board)
        wanted = {target if output is not None else folder / names[one.name]: one}
    elif each:
        _check_named(known, loaded)
        wanted = {folder / names[one.name]: one for one in known}
    _check_free(wanted, each)
    last = before(period, shelf)
    made = {path: _sheet(loaded, last, one, day) for path, one in wanted.items()}
    place_all({path: _data(path, one) for path, one in made.items()}, next(iter(made)).parent)
    return Export(
        [
            Exported(path, one.name if one else "", len(made[path].rows))
            for path, one in wanted.items()
        ],
        _notices(wanted.values(), next(iter(made.values())), loaded),
    )


def _sheet(loaded: Loaded, last: Summary | None, one: Supplier | None, by: dt.date | None) -> Sheet:
    name, figures = (one.name, one.figures) if one else ("", None)
    return sheet(loaded.summary, loaded.board, last, supplier=name, figures=figures, by=by)


def _data(path: Path, made: Sheet) -> bytes:
    return as_csv(made) if path.suffix.lower() == ".csv" else as_workbook(made)


def _notices(wanted: Iterable[Supplier | None], made: Sheet, loaded: Loaded) -> list[str]:
    asked = [one for one in wanted if one]
    told = spellings(asked)
    if asked and not made.contact:
        told.append(
            f"{shown_path(loaded.board_tree.file)} has no email, phone or web, so the sheet does "
            "not say how to reach the board"
        )
    return told


def _day(text: str) -> dt.date:
    """The day that was typed."""
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise UsageError(
        Problem(
            "date",
            f'"{text[:40]}" is not a day in the calendar, written as year-month-day',
            "write it such as --by 2018-05-31",
        )
    )


def _check_folder(folder: Path) -> None:
    """With ``--all``, ``--output`` is a folder."""
    if folder.suffix.lower() in _ENDINGS or is_file(folder):
        raise UsageError(
            Problem(
                "no-folder",
                f"{shown_path(folder)} is a file, and each sheet of --all is one of its own",
                "name a folder with --output, or leave it out",
            )
        )


def _check_named(known: list[Supplier], loaded: Loaded) -> None:
    """Somebody has to be named for one sheet each."""
    if not any(not one.is_board for one in known):
        raise UsageError(
            Problem(
                "no-supplier",
                f"no figure of {loaded.summary.period} says who supplies it",
                "write from: and the partner's name under the figures that are not the board's "
                f"own, in {shown_path(loaded.tree.file)}",
            )
        )


def _check_free(wanted: Iterable[Path], each: bool) -> None:
    """What is there already may be filled in: all such files are named at once."""
    hint = "move it, or name another {} with --output".format("folder" if each else "file")
    if there := [
        Problem("exists", f"{shown_path(path)} is there already, and may be filled in", hint)
        for path in wanted
        if is_there(path)
    ]:
        raise UsageError(there)


def before(period: str, shelf: Shelf) -> Summary | None:
    """The summary of the year before, if there is one that can be read."""
    years = years_of(period)
    if years is None or years.before not in shelf.periods:
        return None
    try:
        return load_checked(years.before, shelf).summary
    except (ContentError, FileError):
        return None
