"""What is filled in seldom in a partner's sheet, and is answered all the same; in CSV, for it shows
best what was typed.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from hscb_report.errors import ContentError, FileError
from hscb_report.year.carry import new
from hscb_report.year.exporting import export_figures
from hscb_report.year.importing import import_figures


@pytest.fixture
def rows(sample) -> list[list[str]]:
    """The sheet of next year, as rows of cells."""
    new("2025-26", "2024-25", content=sample)
    file = export_figures("2025-26", content=sample, output=Path("sheet.csv"))
    return list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))


def imported(sample: Path, rows: list[list[str]]):
    """What an import of these rows would change."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    Path("sheet.csv").write_bytes(text.getvalue().encode("utf-8-sig"))
    return import_figures("2025-26", Path("sheet.csv"), content=sample, dry_run=True)


def fill(rows: list[list[str]], figure: str, **cells: str) -> None:
    """Type into the row of a figure."""
    heads = next(row for row in rows if "Figure" in row)
    row = next(row for row in rows if figure in row)
    for head, typed in cells.items():
        row[heads.index(head.replace("_", " "))] = typed


@pytest.mark.parametrize(
    ("figure", "cells", "code", "message", "hint"),
    [
        (
            "contacts",
            {"New_value": "[c]", "Symbol": "x"},
            "two-symbols",
            "New value says [c] and Symbol says [x]",
            "keep one",
        ),
        (
            "contacts",
            {"New_value": "8000", "Symbol": "x"},
            "symbol-for-missing",
            "[x] says that there is no value",
            "keep one",
        ),
        ("contacts", {"New_value": "-12"}, "negative", "below zero", "check the number"),
        ("contacts", {"New_value": "some 12"}, "number", "some 12", ""),
        (
            "plans",
            {"New_value": "8000", "As_at": "31/02/2026"},
            "no-such-day",
            "31/02/2026",
            "",
        ),
        ("plans", {"New_value": "8000", "As_at": "spring"}, "date", "spring", "year-month-day"),
        (
            "plans",
            {"New_value": "8000", "As_at": "04/05/2026"},
            "day-or-month",
            "may have the day or the month first",
            "write year-month-day",
        ),
    ],
)
def test_a_seldom_mistake_in_a_sheet(sample, rows, figure, cells, code, message, hint):
    fill(rows, figure, **cells)
    before = (sample / "2025-26.yaml").read_bytes()
    with pytest.raises(ContentError) as caught:
        imported(sample, rows)
    found = [p for p in caught.value.problems if p.code == code]
    assert found, [p.as_text() for p in caught.value.problems]
    assert message in found[0].message
    assert hint in found[0].hint
    assert found[0].place.cell
    assert (sample / "2025-26.yaml").read_bytes() == before


@pytest.mark.parametrize("typed", ["2026-03-30", "30/03/2026", "30 March 2026", "30th March 2026"])
def test_a_date_as_people_write_it(sample, rows, typed):
    fill(rows, "plans", New_value="612", As_at=typed)
    changes = {(c.figure, c.key): c.new for c in imported(sample, rows).changes}
    assert changes["plans", "value"] == "612"
    assert changes["plans", "as_at"] == "2026-03-30"


@pytest.fixture
def monthly(sample) -> list[list[str]]:
    """The sheet of a year in which one number is of a month."""
    path = sample / "2024-25.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("as_at: 2025-03-31", "as_at: 2025-03", 1), encoding="utf-8")
    new("2025-26", "2024-25", content=sample)
    file = export_figures("2025-26", content=sample, output=Path("sheet.csv"))
    return list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("typed", "as_at"),
    [
        ("2026-02", "2026-02"),
        ("Feb 2026", "2026-02"),
        ("February 2026", "2026-02"),
        ("28 February 2026", "2026-02-28"),
    ],
)
def test_a_month_as_people_write_it(sample, monthly, typed, as_at):
    name = next(row[0] for row in monthly if "month March 2026" in row)
    fill(monthly, name, New_value="612", As_at=typed)
    changes = {(c.figure, c.key): c.new for c in imported(sample, monthly).changes}
    assert changes[name, "as_at"] == as_at


def test_a_column_that_is_there_twice(sample, rows):
    at = next(n for n, row in enumerate(rows) if "Figure" in row)
    for row in rows[at:]:
        row.append("Note" if row is rows[at] else "")
    with pytest.raises(ContentError) as caught:
        imported(sample, rows)
    assert "second-column" in {p.code for p in caught.value.problems}


def test_a_file_that_is_no_sheet_at_all(sample, rows):
    with pytest.raises((ContentError, FileError)) as caught:
        imported(sample, [["Dear", "colleagues"], ["please", "see", "attached"]])
    assert caught.value.problems[0].hint
