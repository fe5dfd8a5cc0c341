"""The rows of a table as plain data: what each says of the template's figures and texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from hscb_report.batch.amounts import amount, shown, words
from hscb_report.batch.cells import HEAD_WITHIN, NAME, Cell, Grid, Lines, lines_of
from hscb_report.batch.mixed import mixed
from hscb_report.errors import ContentError, Place, Problem
from hscb_report.summary.document import Summary
from hscb_report.summary.nearest import did_you_mean
from hscb_report.summary.wording import slug

TOTALS = ("all", "average", "grand total", "mean", "sum", "total", "totals")
"""What spreadsheets call their last row."""
ASIDE = "#"
"""What stands before the head of a column that is not for the reports."""


@dataclass(frozen=True)
class Row:
    """One report to be made; all of it is plain data, to be sent to another process or machine.

    Attributes:
        name: of the report, as the table has it.
        stem: what its files are called.
        line: in the table, from 1.
        figures: by name, the keys that the row sets; numbers as they are written.
        texts: by name, the words.
        cells: the cell of each, such as ``F7``, by ``figures.NAME`` and ``texts.NAME``.
    """

    name: str
    stem: str
    line: int
    figures: dict[str, dict[str, str | None]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """What the report is made of, without where it stands."""
        return {"name": self.name, "figures": self.figures, "texts": self.texts}


@dataclass(frozen=True)
class Table:
    """The rows of a table; what was not read of it, and what to look at in it."""

    file: Path
    rows: list[Row]
    notices: list[str]


def read(file: Path, template: Summary) -> Table:
    """Read a table for a template.

    Raises:
        FileError: it cannot be opened, is too large, damaged, or of another kind.
        ContentError: something is wrong in it; every such cell is listed.
    """
    lines, grid = lines_of(file)
    lines = _from_head(lines, grid)
    rows = list(_rows(lines, grid, template)) if lines else []
    if not (lines or grid.problems) or not (rows or grid.problems):
        grid.problem(
            "no-rows",
            Cell(None, 1, 1),
            "the table has no row below its heads",
            f'write the heads in the first row, "{NAME}" first, and a row for each report',
        )
    _same_names(rows, grid)
    _fractions(rows, grid, template)
    if grid.problems:
        raise ContentError(sorted(grid.problems, key=lambda problem: problem.spot))
    return Table(file, rows, [*grid.notices, *mixed(rows)])


def _from_head(lines: Lines, grid: Grid) -> Lines:
    """The lines; none where the heads stand below others, such as a title: that is told once."""
    heads = [n for n, line in enumerate(lines[:HEAD_WITHIN]) if _is_head(line)]
    if not heads or heads[0] == 0:
        return lines
    first, head = lines[0][0].row, lines[heads[0]][0].row
    above = f"row {first}" if first == head - 1 else f"rows {first} to {head - 1}"
    grid.problem(
        "above-head",
        lines[0][0],
        f"the heads stand in row {head}, and the table begins with them",
        f"delete {above}, and keep such words elsewhere",
    )
    return []


def _is_head(line: list[Cell]) -> bool:
    return any(_said(cell).casefold() == NAME for cell in line)


def _said(cell: Cell) -> str:
    return " ".join(str(cell.value or "").split())


def _rows(lines: Lines, grid: Grid, template: Summary) -> Iterator[Row]:
    head, *below = lines
    columns = _columns(head, grid, template)
    named = next((column for column, what in columns.items() if what == (NAME, "")), 0)
    for line in below:
        cells = {cell.column: cell for cell in line}
        row = line[0].row
        named_so = cells.get(named)
        if named_so and _said(named_so).casefold() == NAME:
            grid.problem(
                "head-again",
                named_so,
                "the heads stand here again",
                f"delete row {row}",
            )
            continue
        if named_so and _said(named_so).casefold() in TOTALS:
            grid.problem(
                "total-row",
                named_so,
                f'"{shown(_said(named_so))}" is a total, and would have a report of its own',
                f"delete row {row}; if it is to be one, give it the name of its area",
            )
            continue
        for cell in line:
            if not cell.empty and cell.column not in columns and _headless(cell, head):
                grid.problem(
                    "no-head",
                    cell,
                    "this cell stands below no head",
                    "give its column a head, or empty the cell",
                )
        name = words(cells.get(named, Cell(None, row, named)), grid) if named else ""
        stem = slug(name)
        if name and not stem:
            grid.problem(
                "name",
                cells[named],
                f'"{shown(name)}" has no letter or digit that a file can be named by',
                "write the name in the letters a to z",
            )
        found = Row(name, f"{stem}-{slug(template.period)}", row)
        for column, (kind, what) in columns.items():
            cell = cells.get(column, Cell(None, row, column))
            if kind == "figures":
                if (keys := amount(cell, template, what, grid)) is not None:
                    found.figures[what] = keys
                found.cells[f"figures.{what}"] = cell.at
            elif kind == "texts":
                found.texts[what] = words(cell, grid)
                found.cells[f"texts.{what}"] = cell.at
        yield found


def _headless(cell: Cell, head: list[Cell]) -> bool:
    return all(one.empty for one in head if one.column == cell.column)


def _columns(head: list[Cell], grid: Grid, template: Summary) -> dict[int, tuple[str, str]]:
    """What each column is of: ``name``, a figure or a text of the template."""
    known = {NAME: (NAME, "")}
    known |= {f"figures.{name}.value": ("figures", name) for name in template.figures}
    known |= {f"text.{name}": ("texts", name) for name in template.texts}
    short = {name: ("figures", name) for name in template.figures if name != NAME}
    columns: dict[int, tuple[str, str]] = {}
    for cell in head:
        text = _said(cell)
        if cell.empty or text.startswith(ASIDE):
            continue
        what = known.get(text) or known.get(text.casefold()) or short.get(text)
        if what is None:
            meant = f"text.{text.casefold()}"
            near = meant if meant in known else did_you_mean(text, [*known, *short])
            grid.problem(
                "unknown-column",
                cell,
                f'"{shown(text)}" is no figure and no text of the template',
                f'did you mean "{near}"?' if near else _aside(text),
            )
        elif what in columns.values():
            grid.problem(
                "second-column", cell, f'the column "{shown(text)}" is there twice', "keep one"
            )
        else:
            columns[cell.column] = what
    there = set(columns.values())
    for name, what in known.items():
        if what in there or not _must(what, template):
            continue
        grid.problem(
            "no-column",
            Cell(None, head[0].row, 1),
            f'there is no column "{name}"',
            _why(what, name),
        )
    return columns


def _aside(text: str) -> str:
    return f'if it is not for the reports, write "{ASIDE}{shown(text)}"; else name it as a figure'


def _must(what: tuple[str, str], template: Summary) -> bool:
    """Whether a column has to be there, lest every report says what the template says of one."""
    kind, name = what
    return kind != "figures" or of_the_row(template.figures[name].place, template)


def of_the_row(place: str | None, template: Summary) -> bool:
    """Whether what is of a place is another in each report: the board's own, or one that a text
    says, by itself or among other words.
    """
    if place is None:
        return True
    texts = (text for text in template.texts.values() if text)
    return any(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", place) for text in texts)


def _why(what: tuple[str, str], name: str) -> str:
    kind, own = what
    if kind == NAME:
        return f'write "{NAME}" above the column that names the reports'
    if kind == "texts":
        return f"add it: without it every report would have the template's words for {{text.{own}}}"
    return (
        "add it: without it every report would have the template's number; a figure of another "
        f"place, the same in all, has its own place in the template ({own}: place)"
    )


def _fractions(rows: list[Row], grid: Grid, template: Summary) -> None:
    """Columns of percentages that were written as 0.45, which would be printed as 0.45%."""
    for name, figure in template.figures.items():
        own = [row for row in rows if name in row.figures]
        values = [Decimal(value) for row in own if (value := row.figures[name]["value"])]
        few = len(values) < 2 or figure.unit != "percent" or not figure.value or figure.value <= 1
        if few or not all(0 <= value <= 1 for value in values) or not any(v % 1 for v in values):
            continue
        grid.problems.append(
            Problem(
                "fractions",
                f'no number of the column "{name}" is above 1, and they are percentages: 0.45 '
                "would be printed as 0.45%",
                "multiply all by 100; if they are right, give the template a number below 1 too",
                Place(grid.file, own[0].line, 1, cell=own[0].cells[f"figures.{name}"]),
            )
        )


def _same_names(rows: list[Row], grid: Grid) -> None:
    seen: dict[str, Row] = {}
    for row in rows:
        first = seen.setdefault(row.stem, row)
        if first is not row and row.name:
            grid.problems.append(
                Problem(
                    "same-name",
                    f'"{shown(row.name)}" and "{shown(first.name)}" in line {first.line} would '
                    f"both be written to {row.stem}",
                    "give one of the two another name",
                    Place(grid.file, row.line, 1, cell=f"line {row.line}"),
                )
            )


def hashed(row: Mapping[str, Any], hidden: Iterable[str] = ()) -> str:
    """What a row is known by, whatever its place in the table.

    Args:
        hidden: the figures that are left out of it: of these the hash tells nothing, for a small
            number would soon be found by trying.
    """
    import hashlib
    import json

    figures = {**row["figures"], **dict.fromkeys(hidden)}
    row = {**row, "figures": figures}
    text = json.dumps(row, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
