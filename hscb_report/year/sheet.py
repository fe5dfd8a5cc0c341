"""The sheet that partners fill in: its columns, and what each row says of a figure.

The grey columns say what the file has; the white ones are empty, and an empty cell leaves
everything as it is. So a sheet that comes back late cannot undo what another partner sent,
and a sheet that comes back empty changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure
from hscb_report.summary.periods import years_of
from hscb_report.summary.units import UNITS, Unit
from hscb_report.summary.wording import REFERENCE, date, number

NAME = "Figures"
LOCKED = ("Figure", "What it is", "Unit", "When", "Last year", "In the file now")
ENTRIES = ("New value", "Symbol", "As at", "Source", "Note")
HEADERS = LOCKED + ENTRIES

Shown = Decimal | str
"""What a grey cell shows: a number, or a text where it bears a symbol, is missing or unknown."""


@dataclass(frozen=True)
class Row:
    """One figure in the sheet.

    Attributes:
        key: its name in the content file.
        name: what it is called in tables.
        when: ``year 2017-18`` or ``31 March 2018``; the word keeps spreadsheets from reading
            ``2011-12`` as a date.
        last: last year's value; empty where there is none.
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


def rows(summary: Summary, before: Summary | None) -> list[Row]:
    """A row for each figure, in the order of the content.

    Args:
        before: last year's summary, if there is one.
    """
    made = []
    for key, figure in summary.figures.items():
        last = before.figures.get(key) if before else None
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
    return name[:1].upper() + name[1:]


def when(figure: Figure) -> str:
    """The day or the period of a figure, so that no spreadsheet takes it for something else."""
    if figure.as_at:
        return f"day {date(figure.as_at)}"
    years = years_of(figure.period or "")
    return f"year {figure.period}" if years and years.is_one else figure.period or ""


def shown(figure: Figure) -> Shown:
    """A figure's value as a number; as text where it bears a symbol."""
    if figure.value is not None and figure.symbol is None:
        return Decimal(figure.value)
    return number(figure.value, figure.unit, figure.symbol)


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
