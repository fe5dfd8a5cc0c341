"""What a cell of a table says: a number, the symbol of a missing one, or words."""

from __future__ import annotations

import datetime as dt
import unicodedata
from decimal import Decimal

from hscb_report.batch.cells import Cell, Grid
from hscb_report.shown import on_a_line
from hscb_report.summary.batch import Batch
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import SYMBOLS, WITHOUT_VALUE
from hscb_report.summary.typed import understood

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
DIGITS = 15
"""So many digits of a number a spreadsheet keeps."""
NO_WORDS = ("n/a", "nan", "null")
"""What programs write in the place of words that are missing."""
UNSEEN = ("Cf", "Cn", "Co")
"""Kinds of characters that nobody sees."""
MOST_LETTERS = 2000
"""Of a text. A longer one was pasted into the wrong cell, and takes a row's time to be checked."""
MOST_SAID = 60
"""Letters of a cell that a message repeats."""


def amount(cell: Cell, template: Summary, name: str, grid: Grid) -> dict[str, str | None] | None:
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
        return number(_without_noise(found.value)) | {"bound": found.bound}
    grid.problem("number" if text else "empty", cell, *_not_a_number(text))
    return None


def _without_noise(value: Decimal) -> Decimal:
    """A number without what a computer's own way of holding it adds: 0.30000000000000004."""
    if len(value.as_tuple().digits) <= DIGITS:
        return value
    return Decimal(f"{Decimal(f'{value:.{DIGITS}g}').normalize():f}")


def _not_a_number(text: str) -> tuple[str, str]:
    if not text:
        return (
            "this cell is empty, and nothing says why",
            "write its number, or the symbol of a missing one, such as c, x or ..",
        )
    if any(sign.isdigit() for sign in text):
        return f'"{shown(text)}" is not a number of this figure', "write the number alone"
    return (
        f'nothing says what "{shown(text)}" means',
        f'say so in the template: batch: {{symbols: {{"{shown(text)}": {{symbol: x, reason: Not '
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


def words(cell: Cell, grid: Grid) -> str:
    """The words of a cell; empty where it has none, which is noted in the grid."""
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
    if len(text) > MOST_LETTERS:
        grid.problem(
            "too-long",
            cell,
            f"the cell holds {len(text):,} letters, and {MOST_LETTERS:,} are the most",
            "write fewer words, or put what is the same in all reports into the template",
        )
    elif on_a_line(text) != text or _unseen(text):
        grid.problem(
            "characters",
            cell,
            f'"{shown(text)}" holds characters that are no letters',
            "type it anew, without them; if letters were lost, save the table as CSV UTF-8",
        )
    elif text.casefold() in NO_WORDS or not any(one.isalnum() for one in text):
        grid.problem(
            "no-words",
            cell,
            f'"{shown(text)}" would be printed as it stands',
            "write the words, or leave the row out",
        )
    elif text.startswith("="):
        grid.problem(
            "formula",
            cell,
            f'"{shown(text)}" begins as a formula does',
            "write the words that it is to show",
        )
    elif any(mark in text for mark in ("{", "}", "**", "](")):
        grid.problem(
            "markup",
            cell,
            f'"{shown(text)}" holds braces, stars or a link, which mean something in a text',
            "write the words alone",
        )
    return text


def _unseen(text: str) -> bool:
    """Whether a text holds what cannot be seen, or a mark that a letter was lost."""
    lost = "\N{REPLACEMENT CHARACTER}" in text
    return lost or any(unicodedata.category(one) in UNSEEN for one in text)


def shown(text: str) -> str:
    """A text as a message repeats it."""
    short = text if len(text) <= MOST_SAID else f"{text[: MOST_SAID - 1]}…"
    return on_a_line(short)
