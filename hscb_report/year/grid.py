"""A sheet as rows of cells below a head, whatever kind of file it came from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from hscb_report.errors import Place, Problem
from hscb_report.summary.nearest import did_you_mean
from hscb_report.summary.units import SIGNS
from hscb_report.year.sheet import HEADERS, Shown

MOST_ROWS, MOST_COLUMNS = 3000, 100
"""What is read of a sheet."""
ONLY_THE_FIRST = f"only the first {MOST_ROWS:,} rows and {MOST_COLUMNS} columns were read"
MOST_SAID = 60
"""Letters of a cell that a message repeats."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
HEAD_WITHIN = 20
"""The head of the table stands in one of so many first rows."""

Value = Decimal | str | dt.date | bool | None


@dataclass(frozen=True)
class Cell:
    """A cell.

    Attributes:
        value: what it holds; None where it is empty.
        at: its address, such as ``G7``.
        fault: why it cannot be read, and the next step; empty where it can.
        percent: whether it is shown as a percentage, so that 0.94 is seen as 94%.
    """

    value: Value
    row: int
    column: int
    fault: tuple[str, str] | None = None
    percent: bool = False

    @property
    def at(self) -> str:
        """The address."""
        return f"{letters(self.column)}{self.row}"

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return self.fault is None and (
            self.value is None or (isinstance(self.value, str) and not self.value.strip())
        )


@dataclass
class Grid:
    """A sheet below its head.

    Attributes:
        rows: each with a cell by column head.
        problems: what was wrong with the sheet as a whole.
        notices: what was not read, and why that is no fault.
        semicolons: whether it is a CSV with semicolons, in which a comma may be a decimal point.
        above: the rows above the head, where it was found.
    """

    file: Path
    rows: list[dict[str, Cell]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    semicolons: bool = False
    above: list[list[Cell]] = field(default_factory=list)

    def problem(self, code: str, cell: Cell, message: str, hint: str) -> None:
        """Note what is wrong with a cell."""
        self.problems.append(
            Problem(code, message, hint, Place(self.file, cell.row, cell.column, cell=cell.at))
        )

    def reads(self, cell: Cell) -> bool:
        """Whether there is something to read in a cell; where it is at fault, that is noted."""
        if cell.fault:
            self.problem("cell", cell, *cell.fault)
        return cell.fault is None and not cell.empty


def letters(column: int) -> str:
    """The letters of a column, from 1: A, Z, AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


_HEADS = {head.casefold(): head for head in HEADERS}


def tabled(grid: Grid, lines: Iterable[list[Cell]]) -> Grid:
    """Find the head, and give each cell below it the name of its column."""
    heads: dict[int, str] = {}
    for line in lines:
        texts = {
            cell.column: _HEADS.get(text.casefold(), text)
            for cell in line
            if not cell.empty and (text := str(cell.value).strip())
        }
        if not heads:
            at = line[0].row if line else 0
            if is_head(texts.values()):
                heads = texts
                _check_heads(grid, heads, at)
            elif at > HEAD_WITHIN:
                break
            else:
                grid.above.append(line)
            continue
        if not texts and all(cell.empty for cell in line):
            continue
        named: dict[str, Cell] = {}
        for cell in line:
            head = heads.get(cell.column, "")
            if head in HEADERS:
                named.setdefault(head, cell)
            elif not cell.empty and not head:
                grid.problem(
                    "extra-column",
                    cell,
                    "this column is not part of the sheet",
                    "move what matters into the note of its row, and empty the cell",
                )
        row = line[0].row
        for column, head in heads.items():
            if head in HEADERS:
                named.setdefault(head, Cell(None, row, column))
        grid.rows.append(named)
    if not heads:
        grid.problem(
            "no-head",
            Cell(None, 1, 1),
            f"no row has the column heads {', '.join(HEADERS[:3])} ...",
            "export the sheet again, and fill in that one",
        )
    return grid


def is_head(texts: Iterable[str]) -> bool:
    """Whether the texts of a row are the heads of the columns, though one may be renamed."""
    found = set(texts) & set(HEADERS)
    return len(found) > (1 if "Figure" in found else _SURE)


_SURE = 4
"""More heads than this are no accident."""


def _check_heads(grid: Grid, heads: dict[int, str], row: int) -> None:
    seen: set[str] = set()
    renamed = _renamed(heads)
    for column, head in heads.items():
        cell = Cell(None, row, column)
        if head not in HEADERS and (was := renamed.get(column)):
            grid.problem(
                "renamed-column",
                cell,
                f'the column "{was}" is headed "{head}" now',
                f'write "{was}" in {cell.at} again, and leave the column as it is',
            )
        elif head not in HEADERS:
            grid.problem(
                "extra-column",
                cell,
                f'"{head[:MOST_SAID]}" is not a column of the sheet',
                "move its numbers into New value and its words into Note, each in its row, and "
                "empty the column",
            )
        elif head in seen:
            grid.problem(
                "second-column", cell, f'the column "{head}" is there twice', "keep one of the two"
            )
        seen.add(head)
    for head in HEADERS:
        if head not in seen and head not in renamed.values():
            grid.problem(
                "no-column",
                Cell(None, row, 1),
                f'the column "{head}" is missing',
                "put it back, or export the sheet again",
            )


def _renamed(heads: dict[int, str]) -> dict[int, str]:
    """The columns whose heads are not known, each with the missing head that is like it, or else
    the one that stood between its neighbours.
    """
    missing = [head for head in HEADERS if head not in heads.values()]
    found: dict[int, str] = {}
    for column, head in heads.items():
        if head in HEADERS or not missing:
            continue
        folded = {one.casefold(): one for one in missing}
        near = folded.get(did_you_mean(head, folded), "")
        beside = {heads.get(column - 1), heads.get(column + 1)}
        for one in missing:
            at = HEADERS.index(one)
            if not near and beside & {*HEADERS[max(0, at - 1) : at], *HEADERS[at + 1 : at + 2]}:
                near = one
        if near:
            found[column] = near
            missing.remove(near)
    return found


def same(cell: Cell, expected: Shown) -> bool:
    """Whether a grey cell still shows what it did, whatever a spreadsheet program made of commas
    and signs.
    """
    if cell.fault:
        return False
    return _bare(cell.value) == _bare(expected)


def _bare(value: Any) -> str:
    text = (
        f"{value:f}"
        if isinstance(value, Decimal)
        else ""
        if value is None
        else " ".join(str(value).split())
    )
    bare = text.strip(SIGNS).replace(",", "")
    return f"{Decimal(bare).normalize():f}" if _NUMBER.fullmatch(bare) else text
