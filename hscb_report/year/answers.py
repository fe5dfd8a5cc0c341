"""Whose answers a sheet holds: whom it was made for, and what is kept of its return."""

from __future__ import annotations

from collections.abc import Mapping

from hscb_report.errors import UsageError, shown_path
from hscb_report.shown import on_a_line
from hscb_report.summary.load import Loaded
from hscb_report.summary.wording import date
from hscb_report.year.entries import Entry
from hscb_report.year.grid import MOST_SAID, Cell, Grid
from hscb_report.year.returns import Return, returned, seal_of, today
from hscb_report.year.sheet import ASKED
from hscb_report.year.suppliers import Supplier, folded, named, suppliers

LONGEST_NAME = 200
"""So much of the name of a sheet is kept, in letters."""

Rows = Mapping[str, tuple[Entry, dict[str, Cell]]]
"""What each row asks for, and its cells, by the name of the figure."""


def asked_of(grid: Grid, loaded: Loaded) -> Supplier | None:
    """The supplier that a sheet says it was made for, above its table; None where it says none. A
    name that is no supplier is noted in the grid.
    """
    cell = next(
        (
            next((one for one in line[1:] if not one.empty), None)
            for line in grid.above
            if line and folded(str(line[0].value)) == folded(ASKED)
        ),
        None,
    )
    if cell is None or not grid.reads(cell):
        return None
    try:
        return named(str(cell.value), loaded.summary, loaded.board)
    except UsageError as error:
        (problem,) = error.problems
        grid.problem(
            "unknown-supplier",
            cell,
            f"{problem.message}; the sheet was asked of them",
            f"if they have another name by now, write that into {cell.at}: no password is needed "
            f"to unprotect the sheet. {problem.hint}",
        )
        return None


def check_rows(grid: Grid, rows: Rows, supplier: Supplier | None, loaded: Loaded) -> None:
    """Note each row of a supplier's sheet that answers for somebody else."""
    for name, (entry, cells) in rows.items():
        if supplier is None or name in supplier.figures or not entry.asks:
            continue
        other = loaded.summary.figures[name].supplier or loaded.board.name
        grid.problem(
            "other-supplier",
            cells["Figure"],
            f'this sheet was asked of "{supplier.name[:MOST_SAID]}", and "{name}" comes from '
            f'"{other[:MOST_SAID]}"',
            f'empty the white cells of this row; or, if "{name}" comes from them now, write '
            f'from: "{supplier.name}" under it in {shown_path(loaded.tree.file)}',
        )


def returns_in(grid: Grid, rows: Rows, supplier: Supplier | None, loaded: Loaded) -> list[Return]:
    """What is to be kept of a sheet: one entry for each supplier whose figures it answers. Answers
    that came in before, from them, are none, and that is noted in the grid.

    Raises:
        ContentError, FileError: as ``returned`` does.
    """
    content, period = loaded.tree.file.parent, loaded.tree.file.stem
    known, found = returned(content, period), []
    for one in [supplier] if supplier else suppliers(loaded.summary, loaded.board):
        answers = {
            name: entry for name, (entry, _) in rows.items() if entry.asks and name in one.figures
        }
        if not answers:
            continue
        seal = seal_of(answers)
        again = next(
            (old for old in known if old.seal == seal and one.is_called(old.supplier)), None
        )
        if again:
            grid.notices.append(
                f"these answers of {one.name} were taken in on {date(again.taken)} already, from "
                f"{again.sheet}"
            )
            continue
        sheet = on_a_line(grid.file.name)[:LONGEST_NAME]
        found.append(
            Return(supplier=one.name, taken=today(), sheet=sheet, seal=seal, figures=list(answers))
        )
    return found
