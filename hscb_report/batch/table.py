"""The rows of a table as plain data: what each says of the template's figures and texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from hscb_report.batch.cells import Cell, Grid, Lines, lines_of
from hscb_report.errors import ContentError, Place, Problem
from hscb_report.shown import on_a_line
from hscb_report.summary.batch import Batch
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import SYMBOLS, WITHOUT_VALUE
from hscb_report.summary.nearest import did_you_mean
from hscb_report.summary.typed import understood
from hscb_report.summary.wording import slug

NAME = "name"
"""The head of the column that names the reports."""
ASIDE = "#"
"""What stands before the head of a column that is not for the reports."""
PUBLISHED = {
    "..": ("x", "Not available from the source."),
    ":": ("x", "Not available from the source."),
    "c": ("c", "Not published, because the number is confidential."),
    "low": ("low", "The number rounds to zero."),
    "u": ("u", "The number is not reliable enough to publish."),
    "x": ("x", "Not available from the source."),
    "z": ("z", "Does not apply."),
}
"""What symbols mean where the template does not say otherwise: those of the Government Statistical
Service, and two that older releases have for "not available"."""
MOST_SAID = 60
"""Letters of a cell that a message repeats."""


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
    """The rows of a table, and what was not read of it."""

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
    rows = list(_rows(lines, grid, template)) if lines else []
    if not lines or not (rows or grid.problems):
        grid.problem(
            "no-rows",
            Cell(None, 1, 1),
            "the table has no row below its heads",
            f'write the heads in the first row, "{NAME}" first, and a row for each report',
        )
    _same_names(rows, grid)
    if grid.problems:
        raise ContentError(sorted(grid.problems, key=lambda problem: problem.spot))
    return Table(file, rows, grid.notices)


def _rows(lines: Lines, grid: Grid, template: Summary) -> Iterator[Row]:
    head, *below = lines
    columns = _columns(head, grid, template)
    named = next((column for column, what in columns.items() if what == (NAME, "")), 0)
    for line in below:
        cells = {cell.column: cell for cell in line}
        row = line[0].row
        for cell in line:
            if not cell.empty and cell.column not in columns and _headless(cell, head):
                grid.problem(
                    "no-head",
                    cell,
                    "this cell stands below no head",
                    "give its column a head, or empty the cell",
                )
        name = _words(cells.get(named, Cell(None, row, named)), grid) if named else ""
        stem = slug(name)
        if name and not stem:
            grid.problem(
                "name",
                cells[named],
                f'"{_shown(name)}" has no letter or digit that a file can be named by',
                "write the name in the letters a to z",
            )
        found = Row(name, f"{stem}-{slug(template.period)}", row)
        for column, (kind, what) in columns.items():
            cell = cells.get(column, Cell(None, row, column))
            if kind == "figures":
                if (keys := _amount(cell, template, what, grid)) is not None:
                    found.figures[what] = keys
                found.cells[f"figures.{what}"] = cell.at
            elif kind == "texts":
                found.texts[what] = _words(cell, grid)
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
        text = " ".join(str(cell.value or "").split())
        if cell.empty or text.startswith(ASIDE):
            continue
        what = known.get(text) or known.get(text.casefold()) or short.get(text)
        if what is None:
            near = did_you_mean(text, [*known, *short])
            grid.problem(
                "unknown-column",
                cell,
                f'"{_shown(text)}" is no figure and no text of the template',
                f'did you mean "{near}"?' if near else _aside(text),
            )
        elif what in columns.values():
            grid.problem(
                "second-column", cell, f'the column "{_shown(text)}" is there twice', "keep one"
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
    return f'if it is not for the reports, write "{ASIDE}{_shown(text)}"; else name it as a figure'


def _must(what: tuple[str, str], template: Summary) -> bool:
    """Whether a column has to be there, lest every report says what the template says of one."""
    kind, name = what
    return kind != "figures" or template.figures[name].place is None


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


def _words(cell: Cell, grid: Grid) -> str:
    if cell.fault:
        grid.problem("cell", cell, *cell.fault)
        return ""
    if cell.empty:
        grid.problem("empty", cell, "this cell is empty", "write its words")
        return ""
    value = cell.value
    if isinstance(value, (bool, dt.date)):
        grid.problem(
            "words",
            cell,
            "the cell holds a date, or yes or no, and words are needed",
            "set its format to Text, and write the words",
        )
        return ""
    text = " ".join(f"{value:f}" if isinstance(value, Decimal) else str(value).split())
    if on_a_line(text) != text:
        grid.problem(
            "characters",
            cell,
            f'"{_shown(text)}" holds characters that are no letters',
            "type it anew, without them",
        )
    elif any(mark in text for mark in ("{", "}", "**", "](")):
        grid.problem(
            "markup",
            cell,
            f'"{_shown(text)}" holds braces, stars or a link, which mean something in a text',
            "write the words alone",
        )
    return text


def _amount(cell: Cell, template: Summary, name: str, grid: Grid) -> dict[str, str | None] | None:
    """The keys that a cell sets; None where it cannot be read, which is noted in the grid."""
    if cell.fault:
        grid.problem("cell", cell, *cell.fault)
        return None
    value = cell.value
    figure = template.figures[name]
    if isinstance(value, Decimal):
        if not cell.percent:
            return number(value)
        grid.problem(
            "percent-format",
            cell,
            f"the cell shows {(value * 100).normalize():f}% and holds {value:f}",
            "set its format to Number, and write the number as it is to be printed",
        )
        return None
    if isinstance(value, (bool, dt.date)):
        grid.problem(
            "number",
            cell,
            "the cell holds a date, or yes or no, and a number is needed",
            "clear the cell, set its format to Number, and write the number",
        )
        return None
    text = " ".join((value or "").split())
    if keys := meaning(text, template.batch):
        return keys
    found = understood(text) if text else None
    if found and found.unit in (None, figure.unit) and not (grid.semicolons and "," in text):
        return number(found.value) | {"bound": found.bound}
    grid.problem("number" if text else "empty", cell, *_not_a_number(text))
    return None


def _not_a_number(text: str) -> tuple[str, str]:
    if not text:
        return (
            "this cell is empty, and nothing says why",
            "write its number, or the symbol of a missing one, such as c, x or ..",
        )
    if any(sign.isdigit() for sign in text):
        return f'"{_shown(text)}" is not a number of this figure', "write the number alone"
    return (
        f'nothing says what "{_shown(text)}" means',
        f'say so in the template: batch: {{symbols: {{"{_shown(text)}": {{symbol: x, reason: Not '
        "available.}}}",
    )


def number(value: Decimal) -> dict[str, str | None]:
    """The keys that a number sets: it stands in the place of whatever the template has."""
    return {"value": f"{value:f}", "symbol": None, "reason": None, "bound": None}


def meaning(text: str, said: Batch | None) -> dict[str, str | None] | None:
    """The keys that a cell without a number sets; None where nothing says what it means."""
    own = said.symbols if said else {}
    if text in own:
        mine = own[text]
        if mine.value is not None:
            return number(Decimal(mine.value))
        return {"value": None, "symbol": mine.symbol, "reason": mine.reason, "bound": None}
    bare = text.strip("[]").casefold()
    if bare in PUBLISHED and (bare not in SYMBOLS or bare in WITHOUT_VALUE):
        symbol, reason = PUBLISHED[bare]
        return {"value": None, "symbol": symbol, "reason": reason, "bound": None}
    return None


def _same_names(rows: list[Row], grid: Grid) -> None:
    seen: dict[str, Row] = {}
    for row in rows:
        first = seen.setdefault(row.stem, row)
        if first is not row and row.name:
            grid.problems.append(
                Problem(
                    "same-name",
                    f'"{_shown(row.name)}" and "{_shown(first.name)}" in line {first.line} would '
                    f"both be written to {row.stem}",
                    "give one of the two another name",
                    Place(grid.file, row.line, 1, cell=f"line {row.line}"),
                )
            )


def _shown(text: str) -> str:
    short = text if len(text) <= MOST_SAID else f"{text[: MOST_SAID - 1]}…"
    return on_a_line(short)


def hashed(row: Mapping[str, Any]) -> str:
    """What a row is known by, whatever its place in the table."""
    import hashlib
    import json

    text = json.dumps(row, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
