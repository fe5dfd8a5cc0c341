"""Who has answered, who has not, and since when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hscb_report.project import CONTENT, as_period, load_checked, shelf_of
from hscb_report.year.returns import Return, file_of, returned
from hscb_report.year.suppliers import spellings, suppliers

State = Literal["answered", "in part", "no answer", "typed in"]


@dataclass(frozen=True)
class Standing:
    """Where a supplier stands.

    Attributes:
        state: ``answered``, where a sheet was taken in and none of their numbers is still to come;
            ``in part``, where some are; ``no answer``, where no sheet was taken in, and ``typed
            in``, where all their numbers are in the file all the same.
        since: the day on which their last sheet was taken in.
        figures: the names of their figures.
        to_come: those whose number is still to come.
        sheets: those that were taken in and answer for one of their figures.
    """

    supplier: str
    is_board: bool
    state: State
    since: dt.date | None
    figures: list[str]
    to_come: list[str]
    sheets: list[Return]


@dataclass(frozen=True)
class Status:
    """Where all suppliers of a period stand.

    Attributes:
        path: of the content file.
        kept: of the file that keeps which sheets were taken in.
    """

    path: Path
    kept: Path
    standings: list[Standing]
    notices: list[str]


def status(period: str, *, content: Path | str = CONTENT) -> Status:
    """Say who has answered and who has not.

    A sheet counts for those who supply its figures now: a supplier may get another name.

    Args:
        period: the period whose figures are asked for.
        content: the folder of content files.

    Raises:
        UsageError: there is no such period.
        ContentError: the content, or what is kept of the sheets, has errors.
        FileError: a file could not be read.
    """
    shelf, period = shelf_of(content), as_period(period)
    loaded = load_checked(period, shelf)
    figures = loaded.summary.figures
    kept = returned(shelf.folder, period)
    known = suppliers(loaded.summary, loaded.board)
    found = []
    for one in known:
        sheets = [sheet for sheet in kept if set(sheet.figures) & set(one.figures)]
        to_come = [name for name in one.figures if figures[name].is_awaited]
        state: State = (
            ("in part" if to_come else "answered")
            if sheets
            else ("no answer" if to_come else "typed in")
        )
        since = max((sheet.taken for sheet in sheets), default=None)
        found.append(Standing(one.name, one.is_board, state, since, one.figures, to_come, sheets))
    path = loaded.tree.file
    return Status(path, file_of(shelf.folder, period), found, spellings(known))
