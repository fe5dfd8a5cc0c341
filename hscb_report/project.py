"""The project's folders: the periods in content/, what is wrong with them, and what is built of them."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hscb_report.errors import ContentError, FileError, Problem, shown_path

if TYPE_CHECKING:
    from hscb_report.summary.load import Loaded

CONTENT = Path("content")
OUTPUT = Path("output")
EDITIONS = ("board", "large-print")
"""What can be built, the default first."""


@dataclass(frozen=True)
class Listed:
    """A period, as ``list`` shows it.

    Attributes:
        status: ``draft``, ``final``, or ``has errors``.
        built: its files that exist.
        stale: whether one of them is older than the content or the board's file.
    """

    period: str
    status: str
    title: str
    built: list[Path]
    stale: bool


def check(period: str, *, content: Path | str = CONTENT) -> None:
    """Check a period's content without building it.

    Raises:
        UsageError, ContentError, FileError: as ``build`` does.
    """
    load_checked(as_period(period), Path(content))


def as_period(name: str) -> str:
    """A period, also where its file is named: ``content/2017-18.yaml`` means ``2017-18``."""
    return Path(name).stem if name.endswith(".yaml") else name


def listed(*, content: Path | str = CONTENT, output: Path | str = OUTPUT) -> list[Listed]:
    """Every period, its status and what is built of it.

    Raises:
        UsageError: there is no content folder.
    """
    from hscb_report.summary.load import periods

    rows = []
    for period in periods(Path(content)):
        try:
            loaded = load_checked(period, Path(content))
        except (ContentError, FileError):
            rows.append(Listed(period, "has errors", "", [], False))
            continue
        names = [file_name(loaded, edition) for edition in EDITIONS]
        files = [file for name in names if (file := Path(output) / period / name).is_file()]
        changed = max(tree.file.stat().st_mtime for tree in (loaded.tree, loaded.board_tree, *loaded.earlier_trees))
        rows.append(Listed(period, loaded.summary.status, loaded.summary.title, files, any(file.stat().st_mtime < changed for file in files)))
    return rows


def file_name(loaded: Loaded, edition: str = EDITIONS[0]) -> str:
    """``hscb-annual-report-summary-2017-18.pdf``: board, title, period, and the edition if it is not the board's."""
    from hscb_report.summary.wording import slug

    summary = loaded.summary
    ending = "" if edition == EDITIONS[0] else f"-{edition}"
    return f"{summary.board}-{slug(summary.title) or 'summary'}-{slug(summary.period)}{ending}.pdf"


def load_checked(period: str, content: Path, data: bytes | None = None) -> Loaded:
    """Read the content, and check that its letters and colours can be printed.

    Args:
        data: what the content file would hold, to check it before it is written; None reads the file.

    Raises:
        UsageError, ContentError, FileError: as ``build`` does.
    """
    from hscb_report.brand import brand, coverage, icons
    from hscb_report.summary.load import load

    loaded = load(period, content, icons.names(), data)
    problems = [*(problem for tree in (loaded.tree, loaded.board_tree, *loaded.earlier_trees) for problem in coverage.problems_in(tree)),
                *brand.problems_in(loaded.board, loaded.board_tree)]
    if problems:
        raise ContentError(problems)
    return loaded


def take(path: Path) -> bytes:
    """What a file holds.

    Raises:
        FileError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError(Problem("unreadable", f"{shown_path(path)} cannot be read: {error.strerror or error}",
                                "check the name of the file and that you may open it")) from error


def put(path: Path, data: bytes) -> Path:
    """Write beside the target, then move: a reader sees the old file or the new one, never half.

    Raises:
        FileError: it cannot be written; what stood there is untouched.
    """
    temporary = path.with_name(f".{path.stem}-{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        in_the_way = next((parent for parent in path.parents if parent.is_file()), None)
        hint = (f"{shown_path(in_the_way)} is a file; name a folder" if in_the_way else
                "close it if it is open in another program, and check that you may write there")
        raise FileError(Problem("unwritable", f"{shown_path(path)} cannot be written: {error.strerror or error}", hint)) from error
    return path
