"""A sheet that is of another year than the one it is to be imported into."""

from __future__ import annotations

import re

from hscb_report.errors import Place, Problem, shown_path
from hscb_report.summary.folder import command
from hscb_report.summary.load import Loaded
from hscb_report.summary.periods import years_of
from hscb_report.year.grid import Cell, Grid
from hscb_report.year.sheet import when


def other_year(grid: Grid, loaded: Loaded) -> Problem | None:
    """What is said of such a sheet, in the place of each cell that does not fit; None where its
    column When says the years that the content says, or nothing.
    """
    figures, told = loaded.summary.figures, dict[str, Cell]()
    for row in grid.rows:
        first, cell = row.get("Figure"), row.get("When")
        key = first.value.strip() if first and isinstance(first.value, str) else ""
        if cell is None or key not in figures or not isinstance(cell.value, str):
            continue
        said = " ".join(cell.value.split())
        found = re.fullmatch(r"year (\S+)", said)
        if found and said == when(figures[key]):
            return None
        if found:
            told.setdefault(found[1], cell)
    if not told:
        return None
    year = max(told, key=lambda one: years.start if (years := years_of(one)) else 0)
    period, cell, file = loaded.summary.period, told[year], shown_path(grid.file)
    if year == period:
        return None
    sheet = f'"{file}"' if " " in file else file
    own = loaded.tree.file.with_name(f"{year}.yaml")
    into = f"{command('figures import', own)} {sheet}"
    return Problem(
        "other-year",
        f"this is the sheet of {year}, and the file is that of {period}",
        f"take the sheet of {period}, or make one: "
        f"{command('figures export', loaded.tree.file)}"
        + (f"; or import this one into its own year: {into}" if own.is_file() else ""),
        Place(grid.file, cell.row, cell.column, cell=cell.at),
    )
