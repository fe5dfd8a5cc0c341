"""Two years side by side, for a person, a spreadsheet or a machine."""

from __future__ import annotations

import csv
import io
import textwrap
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from hscb_report.errors import Problem, UsageError
from hscb_report.project import CONTENT, as_period, load_checked, shelf_of
from hscb_report.summary.cells import guarded
from hscb_report.summary.changes import Change, changes
from hscb_report.summary.periods import year_of
from hscb_report.summary.places import home_of
from hscb_report.summary.reading import Reader, Reading

NAME_WIDTH = 44
"""Characters of a name on one line of the table; longer names go on below."""


@dataclass(frozen=True)
class Comparison:
    """The figures of two years.

    Attributes:
        earlier, later: the periods.
        changes: the figures that both have, in the order of the later.
        only_earlier, only_later: the figures that one has.
    """

    earlier: str
    later: str
    changes: list[Change]
    only_earlier: list[Reading]
    only_later: list[Reading]


def compare(one: str, other: str, *, content: Path | str = CONTENT) -> Comparison:
    """Compare the figures of two years, whichever is named first. Where the later says in
    ``previous`` how an earlier number stands now, it is that.

    Raises:
        UsageError: there is no such period, or both are the same.
        ContentError: one of the files has errors.
        FileError: a file cannot be read.
    """
    names = [as_period(one), as_period(other)]
    if names[0] == names[1]:
        raise UsageError(Problem("same-year", f"both are {names[0]}", "name two years"))
    first, second = (year_of(name) for name in names)
    if first is not None and second is not None and first > second:
        names.reverse()
    shelf = shelf_of(content)
    years = [load_checked(name, shelf) for name in names]
    earlier, later = (Reader(year.summary, home=home_of(year.board)) for year in years)
    both = changes(earlier, later)
    known = {change.key for change in both}
    return Comparison(
        names[0],
        names[1],
        both,
        [reading for reading in earlier.all if reading.key not in known],
        [reading for reading in later.all if reading.key not in known],
    )


def as_table(found: Comparison) -> str:
    """For a terminal: name, both values, the change in words, why they cannot be compared, and what
    the earlier file has where the later says otherwise.
    """
    lines = [("Figure", found.earlier, found.later, "Change")]
    for one in found.changes:
        first, *more = textwrap.wrap(one.name, NAME_WIDTH)
        said = one.said + (f": {one.why_not}" if one.why_not else "")
        if one.published:
            said += f"; the {found.earlier} file has {one.published.in_full}"
        lines.append((first, one.earlier.in_full, one.later.in_full, said))
        lines += [(f"  {text}", "", "", "") for text in more]
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    text = [
        f"{a:<{widths[0]}}  {b:>{widths[1]}}  {c:>{widths[2]}}  {d}".rstrip()
        for a, b, c, d in lines
    ]
    text.insert(1, "-" * max(len(line) for line in text))
    for year, readings in ((found.earlier, found.only_earlier), (found.later, found.only_later)):
        if readings:
            text += [
                "",
                f"Only in {year}:",
                *(f"  {reading.name}: {reading.in_full}" for reading in readings),
            ]
    return "\n".join(text)


def as_csv(found: Comparison) -> str:
    """For a spreadsheet: a row for each figure of either year."""
    out = io.StringIO(newline="")
    rows = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    rows.writeheader()
    rows.writerows(
        {key: "" if value is None else guarded(str(value)) for key, value in row.items()}
        for row in _rows(found)
    )
    return out.getvalue()


def as_data(found: Comparison) -> dict[str, Any]:
    """For a machine: the same rows, numbers as numbers."""
    return {
        "earlier": found.earlier,
        "later": found.later,
        "figures": [{key: _plain(value) for key, value in row.items()} for row in _rows(found)],
    }


COLUMNS = (
    "figure",
    "name",
    "unit",
    "earlier",
    "earlier_symbol",
    "earlier_when",
    "later",
    "later_symbol",
    "later_when",
    "change",
    "change_percent",
    "direction",
    "not_comparable",
    "earlier_published",
    "earlier_bound",
    "later_bound",
)


def _rows(found: Comparison) -> list[dict[str, Any]]:
    rows = [
        _row(one.key, one.name, one.unit, one.earlier, one.later)
        | {
            "change": one.difference,
            "change_percent": one.percent,
            "direction": one.direction,
            "not_comparable": one.why_not,
            "earlier_published": one.published.exact if one.published else None,
        }
        for one in found.changes
    ]
    rows += [
        _row(r.key, r.name, r.unit, r, None) | {"not_comparable": f"only in {found.earlier}"}
        for r in found.only_earlier
    ]
    return rows + [
        _row(r.key, r.name, r.unit, None, r) | {"not_comparable": f"only in {found.later}"}
        for r in found.only_later
    ]


def _row(
    key: str, name: str, unit: str, earlier: Reading | None, later: Reading | None
) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(COLUMNS, "") | {
        "figure": key,
        "name": name,
        "unit": unit,
        "earlier": None,
        "earlier_published": None,
        "later": None,
        "change": None,
        "change_percent": None,
    }
    for year, reading in (("earlier", earlier), ("later", later)):
        if reading:
            row |= {
                year: reading.exact,
                f"{year}_bound": reading.bound,
                f"{year}_symbol": reading.symbol,
                f"{year}_when": reading.when,
            }
    return row


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value
