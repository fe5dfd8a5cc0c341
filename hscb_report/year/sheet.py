"""The sheet that partners fill in: its columns, and what each row says of a figure.

The grey columns say what the file has; the white ones are empty, and an empty cell leaves
everything as it is. So a sheet that comes back late cannot undo what another partner sent,
and a sheet that comes back empty changes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal

from hscb_report.summary import printed
from hscb_report.summary.board import Board
from hscb_report.summary.days import Month
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure
from hscb_report.summary.periods import years_of
from hscb_report.summary.places import placed
from hscb_report.summary.previous import before_of
from hscb_report.summary.units import UNITS, Unit
from hscb_report.summary.wording import REFERENCE, date
from hscb_report.words.table import EN_GB

NAME = "Figures"
LOCKED = ("Figure", "What it is", "Unit", "When", "Last year", "In the file now")
ENTRIES = ("New value", "Symbol", "As at", "Source", "Note")
HEADERS = LOCKED + ENTRIES
OF_DAY, OF_MONTH = "day ", "month "
"""What stands before a day and a month in When, so that no spreadsheet makes a date of it."""

Shown = Decimal | str
"""What a grey cell shows: a number, or a text where it bears a symbol, is missing or unknown."""


@dataclass(frozen=True)
class Row:
    """One figure in the sheet.

    Attributes:
        key: its name in the content file.
        name: what it is called in tables.
        when: ``year 2017-18``, ``day 31 March 2018`` or ``month March 2018``; the word keeps
            spreadsheets from reading ``2011-12`` as a date.
        last: last year's value, as it stands now where the content says that; empty where there is
            none.
        now: the value in the content file.
    """

    key: str
    name: str
    unit: Unit
    when: str
    last: Shown
    now: Shown

    @property
    def locked(self) -> tuple[Shown, ...]:
        """The grey cells, in the order of ``LOCKED``."""
        return self.key, self.name, self.unit.asked, self.when, self.last, self.now


ASKED = "Asked of"
"""What stands beside the name of the supplier, above the table: an import looks for it."""


@dataclass(frozen=True)
class Sheet:
    """A sheet to be sent out.

    Attributes:
        above: what stands between the title and the table, row by row: a line, or what it is and
            what it says.
        contact: how to reach the board; empty where its file says nothing of it.
    """

    title: str
    board: str
    summary: Summary
    rows: list[Row]
    above: list[tuple[str, ...]] = field(default_factory=list)
    contact: str = ""

    @property
    def head(self) -> int:
        """The row of the table's head, from 1."""
        return len(self.above) + 2


def sheet(
    summary: Summary,
    board: Board,
    before: Summary | None,
    *,
    supplier: str = "",
    figures: Collection[str] | None = None,
    by: dt.date | None = None,
) -> Sheet:
    """The sheet of a year, or of one supplier.

    Args:
        before: last year's summary, if there is one.
        supplier: whom it asks; empty where it is not made for one.
        figures: those that it asks for; None for all.
        by: the day by which it is to come back.
    """
    contact = "; ".join(part for part in (board.email, board.phone) if part) or board.web or ""
    asked: list[tuple[str, ...]] = [(ASKED, supplier)] if supplier else []
    asked += [("Please return it by", date(by))] if by else []
    asked += [("To", "; ".join(part for part in (board.name, contact) if part))] if asked else []
    last = f" Last year is {before.period}." if before else ""
    return Sheet(
        f"{board.name}: figures for {summary.period}",
        board.name,
        summary,
        rows(summary, before, figures),
        [*asked, (f"{_FILL_IN}{last}",), (_MISSING,)],
        contact,
    )


_FILL_IN = (
    "Please fill in the white columns, New value to Note; the grey ones are locked. Leave a cell "
    "empty to leave it as it is. Write 94 for 94%; where a number is not exact, write it such as "
    "over 300, under 5 or about 1,200."
)
_MISSING = (
    "If a number does not exist, write the symbol x (or c for confidential) and say why in the "
    "note."
)


def rows(
    summary: Summary, before: Summary | None, figures: Collection[str] | None = None
) -> list[Row]:
    """A row for each figure, in the order of the content.

    Args:
        before: last year's summary, if there is one.
        figures: the names of those that are wanted; None for all.
    """
    made = []
    for key, figure in summary.figures.items():
        if figures is not None and key not in figures:
            continue
        filed = before.figures.get(key) if before else None
        last = before_of(figure) or filed
        made.append(
            Row(
                key,
                _name(figure),
                UNITS[figure.unit],
                when(figure),
                shown(last) if last else "",
                shown(figure),
            )
        )
    return made


def _name(figure: Figure) -> str:
    """What a figure is called in tables; a number of another figure in it, which may yet change, is
    left out.
    """
    name = REFERENCE.sub("…", figure.name or figure.label.rstrip(".")).replace("**", "")
    return "".join(placed(name[:1].upper() + name[1:], figure.place, EN_GB.places))


def when(figure: Figure) -> str:
    """The day or the period of a figure, so that no spreadsheet takes it for something else."""
    if figure.as_at:
        kind = OF_MONTH if isinstance(figure.as_at, Month) else OF_DAY
        return f"{kind}{date(figure.as_at)}"
    years = years_of(figure.period or "")
    return f"year {figure.period}" if years and years.is_one else figure.period or ""


def shown(figure: Figure) -> Shown:
    """A figure's value as a number; as text where it bears a symbol or is not exact."""
    if figure.value is not None and figure.symbol is None and figure.bound is None:
        return Decimal(figure.value)
    return printed.full(figure)


_CELLS = (
    (
        "write value: null, symbol: c and reason:",
        "leave New value empty, write c in Symbol, and in Note:",
    ),
    ("with value: null and symbol: c", "with New value empty and c in Symbol"),
    ("(symbol: c)", "(c in Symbol)"),
    ("write counts: things", "write counts: things in the content file"),
    ("accept this with the reason", "accept this in the content file, with the reason"),
)
"""What next steps say of the keys of a content file, and of the cells of a sheet."""


def for_sheet(hint: str) -> str:
    """A next step in the content file as one in the sheet, which has no keys."""
    for keys, cells in _CELLS:
        hint = hint.replace(keys, cells)
    return hint
