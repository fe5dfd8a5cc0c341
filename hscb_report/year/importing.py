"""From a sheet that came back to the content file: everything is looked at before anything is
written.

An empty cell leaves what is there. What does not fit is refused with its cell, all of it at
once; and the changed file is checked as a whole, as ``check`` does, before it replaces the old.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from hscb_report.errors import ContentError, Place, Problem, shown_path
from hscb_report.files import place_all, take
from hscb_report.project import CONTENT, as_period, errors_in, examined, load_checked, shelf_of
from hscb_report.summary.days import as_read
from hscb_report.summary.figures import Figure
from hscb_report.summary.load import Loaded
from hscb_report.summary.nearest import suggestion
from hscb_report.summary.wording import date, number
from hscb_report.year.answers import asked_of, check_rows, returns_in
from hscb_report.year.entries import Entry, entry_of
from hscb_report.year.exporting import before
from hscb_report.year.grid import MOST_SAID, Cell, Grid, same
from hscb_report.year.other_year import other_year
from hscb_report.year.returns import Return, file_of, with_more
from hscb_report.year.shared import check_shared
from hscb_report.year.sheet import HEADERS, Row, for_sheet, rows
from hscb_report.year.splice_all import SpliceAll
from hscb_report.year.spreadsheet_read import read
from hscb_report.year.suppliers import Supplier

_KEYS = {
    "value": "New value",
    "bound": "New value",
    "symbol": "Symbol",
    "as_at": "As at",
    "source": "Source",
    "note": "Note",
    "reason": "Note",
}
"""The keys of a figure that an import may change, and the column each comes from."""


_ORDER = ("value", "bound", "symbol", "reason", "as_at", "source", "note")


@dataclass(frozen=True)
class Changed:
    """One key of one figure.

    Attributes:
        old, new: as they are printed; empty for none.
        follows: whether it only follows from the value, as a gap's symbol and reason go once
            there is a number, and a bound comes with one.
    """

    figure: str
    key: str
    old: str
    new: str
    follows: bool = False


@dataclass(frozen=True)
class Imported:
    """What an import did, or would do.

    Attributes:
        path: the content file.
        changes: in the order of the content.
        figures: how many figures there are.
        notices: what was not taken, and why that is no fault.
        returns: the suppliers whose answers these are, with the figures that they answer; kept in
            ``content/returns``.
    """

    path: Path
    changes: list[Changed]
    figures: int
    notices: list[str]
    returns: list[Return] = field(default_factory=list)


def import_figures(
    period: str, file: Path | str, *, content: Path | str = CONTENT, dry_run: bool = False
) -> Imported:
    """Take the values of a filled-in sheet into the content file.

    Changes ``value``, ``bound``, ``symbol``, ``reason``, ``as_at``, ``source`` and ``note`` of
    figures, and nothing else in the content file. Who answered, and when, is kept in
    ``content/returns``.

    Args:
        period: the period whose content file changes.
        file: the sheet, .xlsx or .csv.
        content: the folder of content files.
        dry_run: only say what would change.

    Raises:
        UsageError: there is no such period.
        ContentError: the content has errors, or the sheet does not fit, or the content would
            have errors with it.
        FileError: a file could not be read or written.
    """
    shelf, period = shelf_of(content), as_period(period)
    trees = load_checked(period, shelf).tree.trees
    path, data = trees[0].file, {tree.file: take(tree.file) for tree in trees}
    loaded = load_checked(period, shelf, data)
    grid = read(Path(file))
    if other := other_year(grid, loaded):
        raise ContentError(other)
    supplier = asked_of(grid, loaded)
    entries = _entries(grid, loaded, before(period, shelf), supplier)
    check_rows(grid, entries, supplier, loaded)
    if grid.problems:
        raise ContentError(sorted(grid.problems, key=lambda problem: problem.spot))
    returns = returns_in(grid, entries, supplier, loaded)
    splice, made = SpliceAll(loaded.tree, data), dict[Path, bytes]()
    asked = {name for name, (entry, _) in entries.items() if entry.asks}
    changes = [
        change
        for name, (entry, _) in entries.items()
        for change in _apply(splice, name, entry, loaded)
    ]
    if changes:
        made = splice.done()
        check_shared(made, shelf, path)
        try:
            _, found = examined(period, shelf, {**data, **made})
        except ContentError as error:
            raise ContentError(
                [_in_sheet(problem, entries, grid, loaded) for problem in error.problems]
            ) from error
        if wrong := [
            problem
            for problem in errors_in(found)
            if problem.key[:1] == ("figures",) and problem.key[1] in asked
        ]:
            raise ContentError([_in_sheet(problem, entries, grid, loaded) for problem in wrong])
        grid.notices += [
            f'{cells["As at"].at}: the day of "{name}" is {date(entry.as_at)} now; its printed '
            "words stay as they are"
            for name, (entry, cells) in entries.items()
            if entry.as_at and entry.as_at != loaded.summary.figures[name].as_at
        ]
    if returns:
        made[file_of(shelf.folder, period)] = with_more(shelf.folder, period, returns)
    if made and not dry_run:
        place_all(made, path.parent)
    return Imported(path, changes, len(loaded.summary.figures), grid.notices, returns)


def _entries(
    grid: Grid, loaded: Loaded, last_year: Any, supplier: Supplier | None
) -> dict[str, tuple[Entry, dict[str, Cell]]]:
    """What each row asks for; what is wrong with the rows is noted in the grid."""
    known = {row.key: row for row in rows(loaded.summary, last_year)}
    found: dict[str, tuple[Entry, dict[str, Cell]]] = {}
    for cells in grid.rows:
        if len(cells) < len(HEADERS):
            continue  # a missing column was noted
        first = cells["Figure"]
        key = first.value.strip() if isinstance(first.value, str) else ""
        if key not in known:
            message = (
                f'there is no figure named "{key[:MOST_SAID]}" in {shown_path(loaded.tree.file)}'
                if key
                else "this row names no figure"
            )
            grid.problem(
                "unknown-row",
                first,
                message,
                suggestion(key, known, "figures")
                if key
                else "empty the row, or write the figure's name",
            )
        elif key in found:
            grid.problem(
                "second-row",
                first,
                f'"{key}" has a second row; the first is {found[key][1]["Figure"].at}',
                "keep one of the two",
            )
        else:
            found[key] = (_entry(grid, cells, known[key], loaded), cells)
    if grid.rows and not grid.problems:
        asked = supplier.figures if supplier else known
        missing = [key for key in asked if key not in found]
        if missing:
            grid.notices.append(
                f"the sheet has no row for {', '.join(missing)}: left as "
                f"{'it is' if len(missing) == 1 else 'they are'}"
            )
    return found


def _entry(grid: Grid, cells: dict[str, Cell], row: Row, loaded: Loaded) -> Entry:
    """One row: its grey cells compared, its white ones read."""
    for head, expected in (
        ("What it is", row.name),
        ("Unit", row.unit.asked),
        ("Last year", row.last),
    ):
        if not same(cells[head], expected):
            is_now = _said(cells[head].value) or "something else"
            grid.problem(
                "changed",
                cells[head],
                f'"{head}" of "{row.key}" was {_said(expected) or "empty"}, and is {is_now} now',
                "put it back, or export the sheet again; a new number goes into New value, and "
                "words are changed in the content file",
            )
    entry = entry_of(cells, loaded.summary.figures[row.key], loaded.summary.sources, grid)
    if not same(cells["In the file now"], row.now):
        figure = loaded.summary.figures[row.key]
        if any(getattr(figure, key) != value for key, value in entry.keys(figure).items()):
            was = _said(cells["In the file now"].value) or "nothing"
            grid.problem(
                "changed-since",
                cells["New value"],
                f'since this sheet was made, "{row.key}" has changed from {was} to '
                f"{_said(row.now)}",
                "agree which number is right, export the sheet again, and fill in that one",
            )
        elif not entry.asks:
            grid.notices.append(
                f'{cells["In the file now"].at}: "{row.key}" is {_said(row.now)} in the file by '
                "now; the row asks for nothing"
            )
    return entry


def _said(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value:,f}"
    return f'"{str(value)[:MOST_SAID]}"' if value not in (None, "") else ""


def _apply(splice: SpliceAll, name: str, entry: Entry, loaded: Loaded) -> list[Changed]:
    """Write what a row asks for, key by key, and say what changed."""
    figure = loaded.summary.figures[name]
    new = {**{key: getattr(figure, key) for key in _ORDER}, **entry.keys(figure)}
    changed, gone = [], []
    for key in _ORDER:
        old = getattr(figure, key)
        if new[key] == old:
            continue
        changed.append(
            Changed(
                name,
                key,
                _printed(key, old, figure, figure.symbol, figure.bound),
                _printed(key, new[key], figure, new["symbol"], new["bound"]),
                follows=(new[key] is None and key in ("symbol", "reason"))
                or (key == "bound" and new["value"] != figure.value),
            )
        )
        if new[key] is None and key != "value":
            gone.append(key)
        else:
            after = {
                "bound": "value",
                "symbol": "value",
                "reason": "symbol" if figure.symbol else "value",
            }.get(key, "source")
            splice.set(("figures", name, key), as_read(new[key]), after)
    if gone:
        splice.remove(("figures", name), gone)
    return changed


def _printed(key: str, value: Any, figure: Figure, symbol: str | None, bound: str | None) -> str:
    if key == "value":
        return f"missing [{symbol}]" if value is None else number(value, figure.unit, bound=bound)
    return "" if value is None else str(value)


def _in_sheet(
    problem: Problem, entries: dict[str, tuple[Entry, dict[str, Cell]]], grid: Grid, loaded: Loaded
) -> Problem:
    """A problem of the content that would be, at the cell it comes from, or else in the file as it
    is.
    """
    if len(problem.key) >= 2 and problem.key[0] == "figures" and problem.key[1] in entries:
        entry, cells = entries[str(problem.key[1])]
        key = str(problem.key[2]) if len(problem.key) > 2 else "value"
        cell = cells[_KEYS.get(key, "New value")]
        if entry.asks:
            at = Place(grid.file, cell.row, cell.column, cell=cell.at)
            return replace(problem, place=at, hint=for_sheet(problem.hint))
    files = {tree.file for tree in loaded.tree.trees}
    in_file = problem.key and problem.place and problem.place.file in files
    return replace(problem, place=loaded.tree.place(problem.key)) if in_file else problem
