"""A new project for another board: small, real in its shape, and empty of numbers.

It is made and checked in a temporary folder first, so that what cannot work is never begun.
"""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from string import Template

from hscb_report.errors import ContentError, FileError, Problem, UsageError, shown_path
from hscb_report.files import place_all, resume
from hscb_report.project import load_checked
from hscb_report.summary.load import Loaded
from hscb_report.summary.periods import latest_ended, moved
from hscb_report.summary.scalars import written
from hscb_report.summary.tree import KeyPath
from hscb_report.summary.wording import date, slug
from hscb_report.year.looking import Look
from hscb_report.year.naming import start_named
from hscb_report.year.reviewing import listed
from hscb_report.year.schema import FILES, schema_text

NO_NAME = "Name of Your Safeguarding Children Partnership"
"""What stands in the place of a board's name until it is written."""

_ELSEWHERE = (
    "\n\nThe commands name the place of the tool's `run.py` on the computer where this folder was "
    "made; on another, name the place that it has there."
)

STARTER = Path(__file__).resolve().parent / "starter"


@dataclass(frozen=True)
class Started:
    """A new project."""

    folder: Path
    period: str
    files: list[Path]


def init(
    folder: Path | str,
    board: str | None = None,
    period: str | None = None,
    *,
    command: str = "hscb-report",
) -> Started:
    """Make a project that builds at once.

    Args:
        folder: a new or empty folder.
        board: the full name of the board; left out, it waits to be written.
        period: the first year; the year to 31 March that ended last, unless told.
        command: what a person types in the new folder to run the tool, for its README.

    Raises:
        UsageError: the folder is not empty, or a name cannot be used.
        FileError: a file could not be written.
    """
    folder, period = Path(folder), period or latest_ended(dt.date.today())
    board = NO_NAME if board is None else " ".join(board.split())
    start = start_named(period)
    if not board:
        raise UsageError(
            Problem(
                "no-name",
                "the board has no name",
                'write --board "Anyshire Safeguarding Children Partnership"',
            )
        )
    resume(folder)
    _must_be_empty(folder)
    files = _files(board, period, start, command)
    with _trial() as trial:
        place_all({Path(trial) / name: text.encode() for name, text in files.items()}, Path(trial))
        try:
            loaded = load_checked(period, Path(trial) / "content")
        except ContentError as error:
            raise UsageError(
                Problem(
                    "name",
                    f'the name "{board}" cannot be used: {error.problems[0].message}',
                    error.problems[0].hint,
                )
            ) from error
        main = f"content/{period}.yaml"
        data = files[main].encode("utf-8")
        made = listed(folder / main, data, loaded, _looks(loaded))
        load_checked(period, Path(trial) / "content", made)
    whole = {name: text.encode("utf-8") for name, text in files.items()} | {main: made}
    placed = {folder / name: data for name, data in whole.items()}
    place_all(placed, folder)
    return Started(folder, period, list(placed))


def _trial() -> tempfile.TemporaryDirectory[str]:
    """A temporary folder."""
    try:
        return tempfile.TemporaryDirectory()
    except OSError as error:
        raise FileError(
            Problem(
                "unwritable",
                f"no temporary folder can be made: {error.strerror or error}",
                "make room on the disk, or set TMPDIR to a folder that may be written",
            )
        ) from error


def _looks(loaded: Loaded) -> list[Look]:
    """What the starter says and the board has not: its example words, and its claims."""
    summary = loaded.summary
    found: dict[KeyPath, str] = {
        ("title",): "the title on the cover: is it yours?",
        ("introduction",): "an example: say in your own words who you are",
        ("sources", "summary", "title"): "an example: where do your numbers come from?",
    }
    if loaded.board.name == NO_NAME:
        found["board",] = "write the name of your board, in the file in content/boards"
    for name, figure in summary.figures.items():
        if figure.part_of:
            found["figures", name, "part_of"] = (
                f"says that these are a part of {figure.part_of}: does your source say so?"
            )
    for s, section in enumerate(summary.sections):
        path = ("sections", s)
        found[*path, "heading"] = "an example: is this a heading of yours?"
        if section.subtitle:
            found[*path, "subtitle"] = "an example: name your area"
        for b, block in enumerate(section.blocks):
            if block.of_the_year:
                found[*path, "blocks", b] = f"examples: write your own {block.kind}"
    together = {
        ("figures",): "examples: are these words true of what you count?",
        ("sources",): "examples: is the publisher right?",
    }
    looks = [Look(path, why) for path, why in found.items()]
    looks += [Look(path, why, together=True) for path, why in together.items()]
    return sorted(looks, key=lambda one: (loaded.tree.place(one.path).line, len(one.path)))


def _must_be_empty(folder: Path) -> None:
    try:
        taken = (
            next(folder.iterdir(), None) if folder.is_dir() else folder if folder.exists() else None
        )
    except OSError as error:
        raise FileError(
            Problem(
                "unreadable",
                f"{shown_path(folder)} cannot be read: {error.strerror or error}",
                "name another folder",
            )
        ) from error
    if taken is not None:
        what = "is a file" if taken == folder else f"is not empty: it holds {taken.name}"
        raise UsageError(
            Problem("not-empty", f"{shown_path(folder)} {what}", "name a new or empty folder")
        )


def _files(board: str, period: str, start: int, command: str) -> dict[str, str]:
    """Every file of the project, by its path in the folder."""
    key = file_key(board)
    as_at = dt.date(start + 1, 3, 31) if not period.isdigit() else dt.date(start, 12, 31)
    words = {
        "board": written(key),
        "period": period,
        "period_value": f'"{period}"' if period.isdigit() else period,
        "name": written(board),
        "as_at": as_at.isoformat(),
        "day": date(as_at),
        "next": moved(period, 1),
    }
    made = {
        f"content/{period}.yaml": _filled("content.yaml", words),
        f"content/boards/{key}.yaml": _filled("board.yaml", words),
        "README.md": _filled(
            "README.md",
            words
            | {
                "board": key,
                "name": board,
                "command": command,
                "elsewhere": _ELSEWHERE if "run.py" in command else "",
            },
        ),
    }
    return made | {f"content/{name}": schema_text(kind) for kind, name in FILES.items()}


def file_key(board: str) -> str:
    """A short name for the board's file: the initials of its capitalised words, as HSCB is
    ``hscb``.
    """
    initials = "".join(
        word[0] for word in re.findall(r"[A-Za-z]+", board) if word[0].isupper()
    ).lower()
    key = initials if len(initials) >= 3 else slug(board)
    return key if re.match(r"[a-z]", key) else f"board-{key}".strip("-")


def _filled(name: str, words: dict[str, str]) -> str:
    return Template((STARTER / name).read_text(encoding="utf-8")).substitute(words)
