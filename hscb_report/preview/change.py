"""A value put right: checked as ``check`` would, and written into its file without touching any
other byte; and taken back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hscb_report.brand.brand import own_colours
from hscb_report.errors import ERROR, ContentError, Place, Problem, ReportError, shown_path
from hscb_report.files import held, place, take
from hscb_report.preview.fields import data_at, typed_at, written_at
from hscb_report.preview.gaps import emptied, retyped
from hscb_report.preview.shade import nearest
from hscb_report.project import examined, shelf_of
from hscb_report.summary.limits import MOST_LETTERS
from hscb_report.summary.load import NotWhole
from hscb_report.summary.tree import KeyPath, Tree
from hscb_report.year.splice_value import meant

COLOURS = ("brand", "colours")
_DIGITS = re.compile("[0-9A-Fa-f]{6}")
LONGEST_SAID = 60
"""So much of a value is said in a message, in letters."""


@dataclass(frozen=True)
class Wanted:
    """A value that somebody typed.

    Attributes:
        of_board: whether it stands in the board's file.
        path: the keys to it.
        was: what the person saw there, as a field has it.
        typed: what is to stand there.
        is_number: whether it is read as a number.
        anyway: whether it is to be written though ``check`` finds an error that was not there.
        reason: of a number that is missing: why.
    """

    of_board: bool
    path: KeyPath
    was: str
    typed: str
    is_number: bool = False
    anyway: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Change:
    """A file that was changed, to take that back."""

    file: Path
    before: bytes
    after: bytes


class ConflictError(ReportError):
    """A file is not what the person saw; nothing was written."""


class RefusedError(ContentError):
    """What was typed makes an error that was not there; nothing was written.

    Attributes:
        may_be_kept: whether the file could still be read with it, so that it may be written all the
            same.
        better: of a colour: the nearest shade that would not be refused; empty where none was
            found.
    """

    def __init__(self, problems: Sequence[Problem], may_be_kept: bool, better: str = "") -> None:
        super().__init__(list(problems))
        self.may_be_kept, self.better = may_be_kept, better


def change(period: str, content: Path, wanted: Wanted) -> Change | None:
    """Write a value into its file.

    Args:
        period: the name of the content file.
        content: the folder of content files.

    Returns:
        What was changed; None where the file says so already.

    Raises:
        ConflictError: the file says something else by now than the person saw.
        RefusedError: it makes an error that was not there.
        ContentError: the file cannot be read as YAML, or is laid out in a way that cannot be
            followed.
        FileError: a file could not be read or written.
    """
    content_tree, board_tree, before = _found(period, content)
    tree = board_tree if wanted.of_board else content_tree
    now = typed_at(tree, wanted.path) if tree else None
    if tree is None or now is None:
        raise ConflictError(_gone(wanted, tree))
    if now != wanted.was:
        raise ConflictError(_other(wanted, tree, now))
    own_tree, own = written_at(tree, wanted.path)
    value = _value(wanted, tree)
    if isinstance(value, str) and len(value) > MOST_LETTERS:
        raise RefusedError([_too_long(value, tree.place(wanted.path))], False)
    data = take(own_tree.file)
    if wanted.is_number and value is None and wanted.reason:
        made = emptied(own_tree.file, data, own, wanted.reason)
    else:
        made = retyped(own_tree.file, data, own, value)
    if made == data:
        return None
    try:
        _judge(period, content, {own_tree.file: made}, before, wanted.anyway)
    except RefusedError as error:
        better = _better(period, content, wanted)
        raise RefusedError(error.problems, error.may_be_kept, better) from None
    with held(own_tree.file):
        if take(own_tree.file) != data:
            raise ConflictError(_other(wanted, tree, None))
        place(own_tree.file, made)
    return Change(own_tree.file, data, made)


def take_back(done: Change) -> Change:
    """Write what a file said before a change.

    Returns:
        The change that this is.

    Raises:
        ConflictError: the file was changed since.
        FileError: it could not be read or written.
    """
    with held(done.file):
        if take(done.file) != done.after:
            said = f"{shown_path(done.file)} was changed since, so this cannot be taken back here"
            raise ConflictError(Problem("changed-since", said, "put it right in the file"))
        place(done.file, done.before)
    return Change(done.file, done.after, done.before)


def _found(
    period: str, content: Path
) -> tuple[Tree | None, Tree | None, frozenset[tuple[object, ...]]]:
    """The files as they are now, and the errors in them."""
    try:
        loaded, problems = examined(period, shelf_of(content), thorough=False)
    except NotWhole as error:
        trees = list(error.trees)
        if not trees:
            raise
        return trees[0], trees[1] if len(trees) > 1 else None, _errors(error.problems)
    return loaded.tree, loaded.board_tree, _errors(problems)


def _errors(problems: Sequence[Problem]) -> frozenset[tuple[object, ...]]:
    return frozenset(
        (one.code, one.key, one.message)
        for one in problems
        if one.severity == ERROR and not one.accepted
    )


def _value(wanted: Wanted, tree: Tree) -> object:
    """What is meant by what was typed: a text, unless something else stands there or is asked
    for.
    """
    typed = wanted.typed.replace("\r\n", "\n").strip()
    if wanted.path[:2] == COLOURS and _DIGITS.fullmatch(typed):
        typed = f"#{typed}"  # as style guides write it
    other = not isinstance(data_at(tree, wanted.path), (str, dict))
    return meant(typed) if wanted.is_number or other else typed


def _judge(
    period: str,
    content: Path,
    would: dict[Path, bytes],
    before: frozenset[tuple[object, ...]],
    anyway: bool,
) -> None:
    """Refuse what makes an error that was not there."""
    whole = True
    try:
        _, problems = examined(period, shelf_of(content), would, thorough=False)
    except ContentError as error:
        problems = error.problems
        whole = isinstance(error, NotWhole) and error.loaded is not None
    new = _errors(problems) - before
    made = [one for one in problems if (one.code, one.key, one.message) in new]
    if made and not (anyway and whole):
        raise RefusedError(made, whole)


def _better(period: str, content: Path, wanted: Wanted) -> str:
    """Of a colour that is refused, the nearest shade that is not."""
    digits = wanted.typed.strip().removeprefix("#")
    if wanted.path[:2] != COLOURS or not _DIGITS.fullmatch(digits):
        return ""
    board = shelf_of(content).load(period).board
    shade = nearest(str(wanted.path[2]), f"#{digits.upper()}", own_colours(board))
    return shade or ""


def _too_long(value: str, at: Place) -> Problem:
    said = f"this has {len(value):,} letters, and {MOST_LETTERS:,} are the most that is read"
    return Problem("too-long", said, "shorten it, or make several texts of it in the file", at)


def _gone(wanted: Wanted, tree: Tree | None) -> Problem:
    said = "what you changed is no longer in the file"
    place_now = tree.place(wanted.path) if tree else None
    return Problem(
        "changed-since",
        said,
        "look at the page again: it shows the file as it is now",
        place_now,
        wanted.path,
    )


def _other(wanted: Wanted, tree: Tree, now: str | None) -> Problem:
    said = "the file was changed while this was written"
    if now is not None:
        shown = now if len(now) <= LONGEST_SAID else f"{now[:LONGEST_SAID]}…"
        said = f'this was changed in the file since: it says "{shown}" now'
    return Problem(
        "changed-since",
        said,
        "nothing was written; look at what is there now, and type it again if it is still needed",
        tree.place(wanted.path),
        wanted.path,
    )
