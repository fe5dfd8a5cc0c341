"""Words that are right for a board, added to its ``dictionary``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from hscb_report.errors import ContentError, Problem, UsageError, shown_path
from hscb_report.files import place, take
from hscb_report.project import CONTENT, as_period, shelf_of
from hscb_report.summary.folder import no_period
from hscb_report.summary.tree import read_yaml
from hscb_report.year.splice_word import WordSplice

if TYPE_CHECKING:
    from hscb_report.project import Folder

_WORD = re.compile(r"[^\W_][\w&.'’-]{0,59}")
_AT = ("checks", "dictionary")


@dataclass(frozen=True)
class Learnt:
    """What became of words that a board is to know.

    Attributes:
        path: the board's file.
        added: words that it knows from now on.
        known: words that it knew.
    """

    path: Path
    added: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)


def learn(words: Sequence[str], period: str | None, *, content: Folder = CONTENT) -> Learnt:
    """Add words to the dictionary of the board of a period; every other byte of its file stays.

    Args:
        period: whose board; None where all periods have the same.

    Raises:
        UsageError: a word is none, there is no such period, or the periods have several boards.
        ContentError: the board is not there, or its file cannot be followed.
        FileError: a file cannot be read or written.
    """
    wrong = [one for one in words if not _WORD.fullmatch(one)]
    if wrong:
        raise UsageError([_no_word(one) for one in wrong])
    shelf = shelf_of(content)
    wanted = [as_period(period)] if period else shelf.periods
    if period and wanted[0] not in shelf.periods:
        raise UsageError(no_period(wanted[0], shelf.periods, shelf.folder))
    boards = sorted(set(_boards(shelf.folder, wanted)))
    files = [shelf.folder / "boards" / f"{board}.yaml" for board in boards]
    if len(files) != 1:
        raise UsageError(_which(files, shelf.folder))
    file = files[0]
    data = take(file)
    made = Learnt(file)
    for word in dict.fromkeys(words):
        splice = WordSplice(file, data)
        if _knows(splice.data, word):
            made.known.append(word)
            continue
        try:
            splice.add(_AT, word)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            raise ContentError(Problem("layout", *splice.LAYOUT)) from None
        data = splice.done()
        made.added.append(word)
    if made.added:
        place(file, data)
    return made


def _boards(folder: Path, periods: Sequence[str]) -> Iterator[str]:
    """The boards that the content files of some periods name."""
    for period in periods:
        data = read_yaml(folder / f"{period}.yaml").data
        name = data.get("board") if isinstance(data, dict) else None
        if isinstance(name, str) and re.fullmatch(r"[a-z0-9-]+", name):
            yield name


def _knows(data: object, word: str) -> bool:
    checks = data.get("checks") if isinstance(data, dict) else None
    words = checks.get("dictionary") if isinstance(checks, dict) else None
    several = [words] if isinstance(words, str) else words if isinstance(words, list) else []
    return word.casefold() in {str(one).casefold() for one in several}


def _no_word(word: str) -> Problem:
    return Problem(
        "no-word",
        f'"{word}" is no single word',
        "write one word: letters, with hyphens or apostrophes between them; --learn before each of "
        "several",
    )


def _which(files: Sequence[Path], folder: Path) -> Problem:
    if not files:
        return Problem(
            "no-board",
            f"no content file in {shown_path(folder)} names a board that could learn a word",
            "name the year, whose content file says: board: NAME",
        )
    return Problem(
        "several-boards",
        f"the years have {len(files)} boards: {', '.join(file.stem for file in files)}",
        "name the year whose board is meant, such as check 2017-18 --learn WORD",
    )
