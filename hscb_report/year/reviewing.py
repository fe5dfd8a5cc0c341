"""The list of what is still to be looked at: written by ``new`` and ``init``, read by ``review``,
and shortened by ``review --done``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hscb_report.errors import Place, Problem, UsageError, shown_path
from hscb_report.files import place, take
from hscb_report.project import CONTENT, as_period, load_checked
from hscb_report.summary.left import entries_of, sealables
from hscb_report.summary.load import Loaded
from hscb_report.summary.nearest import did_you_mean
from hscb_report.summary.review import Standing, parts
from hscb_report.year.looking import Look
from hscb_report.year.splice_list import ListSplice

HEAD = (
    "What is still to be looked at before build --final.\n"
    "What is changed counts as looked at, by its seal; what is right as it is, is ticked off:\n"
    "hscb-report review {period} --done KEY"
)


_OWN = re.compile(
    "|".join(re.escape(f"# {line}").replace(r"\{period\}", r"\S+") for line in HEAD.splitlines())
)


@dataclass(frozen=True)
class Left:
    """Something that is still to be looked at.

    Attributes:
        key: what a person types for it.
        why: what to look at.
        place: where it stands; the entry, where nothing stands at its place any more.
        words: what stands there, each text with its line.
        has_moved: whether it stands elsewhere than its entry says.
        there: whether anything stands at its place.
        together: whether it stands for several words that mostly stay.
    """

    key: str
    why: str
    place: Place
    words: tuple[tuple[int, str], ...]
    has_moved: bool
    there: bool
    together: bool


@dataclass(frozen=True)
class Reviewed:
    """How the list of a period stands.

    Attributes:
        path: the content file.
        left: what is still to be looked at, in the order of the list.
        changed: how many entries are about what was changed since.
        done: what was ticked off just now.
        cleared: how many entries about what was changed were taken out with it.
    """

    path: Path
    left: list[Left]
    changed: int
    done: list[Left]
    cleared: int = 0


def listed(file: Path, data: bytes, made: Loaded, looks: Iterable[Look]) -> bytes:
    """A content file with the list of what to look at, in the place of the one it has.

    Args:
        file: for messages.
        data: the file as it is so far.
        made: what it says.

    Raises:
        ContentError: the file is laid out in a way that cannot be followed.
    """
    if "review" in made.tree.data:
        splice = ListSplice(file, data, _OWN)
        splice.remove((), ["review"])
        data = splice.done()
    here = sealables(made.summary, made.board, made.tree.data)
    entries = [_entry(look, [one.seal for one in here if _below(one.path, look)]) for look in looks]
    if not entries:
        return data
    splice = ListSplice(file, data)
    splice.write("review", entries, HEAD.format(period=made.summary.period))
    return splice.done()


def _entry(look: Look, seals: Sequence[str]) -> dict[str, Any]:
    entry: dict[str, Any] = {"at": " > ".join(map(str, look.path)), "why": look.why}
    several = list(dict.fromkeys(seals))
    if several and not look.together:
        entry["seal"] = several if len(several) > 1 else several[0]
    return entry


def _below(path: Sequence[str | int], look: Look) -> bool:
    return tuple(path[: len(look.path)]) == look.path


def review(period: str, *, done: Sequence[str] = (), content: Path | str = CONTENT) -> Reviewed:
    """What is left to look at in a period's content; what a person says is done is ticked off
    first.

    Args:
        period: the period whose file is meant.
        done: keys, as the list shows them: ``sections.5.heading`` or ``sections > 5 > heading``.
        content: the folder of content files.

    Raises:
        UsageError: there is no such period, or nothing is left under one of the keys; then nothing
            is ticked off.
        ContentError: the content has errors, or is laid out in a way that cannot be followed.
        FileError: a file could not be read or written.
    """
    period = as_period(period)
    path = load_checked(period, content).tree.file
    data = take(path)
    loaded = load_checked(period, content, data)
    standing = entries_of(loaded)
    ticked = _ticked(done, standing, loaded)
    cleared = [one.index for one in standing if not one.left] if ticked else []
    ticked_off = [told(one, loaded) for one in standing if one.index in ticked]
    if ticked:
        splice = ListSplice(path, data, _OWN)
        splice.take_out("review", {*ticked, *cleared})
        data = splice.done()
        loaded = load_checked(period, content, data)
        standing = entries_of(loaded)
        place(path, data)
    left = [told(one, loaded) for one in standing if one.left]
    return Reviewed(path, left, len(standing) - len(left), ticked_off, len(cleared))


def _ticked(done: Sequence[str], standing: list[Standing], loaded: Loaded) -> set[int]:
    """Which entries the keys mean."""
    left: dict[tuple[str, ...], list[int]] = {}
    for one in standing:
        if one.left:
            left.setdefault(parts(one.key), []).append(one.index)
    wrong = [_nothing_at(key, left, standing, loaded) for key in done if parts(key) not in left]
    if wrong:
        raise UsageError(wrong)
    return {index for key in done for index in left[parts(key)]}


def _nothing_at(
    key: str, left: dict[tuple[str, ...], list[int]], standing: list[Standing], loaded: Loaded
) -> Problem:
    keys, period = parts(key), loaded.summary.period
    known = [".".join(one) for one in left]
    below = [".".join(one) for one in left if one[: len(keys)] == keys]
    name = ".".join(keys)
    lists = f"hscb-report review {period} lists what is left"
    if any(parts(one.entry.at) == keys for one in standing if not one.left):
        message = f"{name} has been changed since, and counts as looked at"
        hint = lists
    elif below:
        message = f"{name} is not on the list as a whole"
        hint = f"tick off what is in it, one by one: {', '.join(below)}"
    elif _stands(keys, loaded.tree.data):
        message = f"{name} is not on the list: it was ticked off already, or was never on it"
        hint = lists
    else:
        message = f'there is no "{name}" on the list, nor in {shown_path(loaded.tree.file)}'
        near = did_you_mean(name, known)
        hint = f"did you mean {near}?" if near else lists
    return Problem("not-listed", message, hint)


def _stands(keys: tuple[str, ...], data: Any) -> bool:
    for key in keys:
        if isinstance(data, list) and re.fullmatch("[0-9]{1,9}", key) and int(key) < len(data):
            data = data[int(key)]
        elif isinstance(data, dict) and key in data:
            data = data[key]
        else:
            return False
    return True


def told(one: Standing, loaded: Loaded) -> Left:
    """An entry with what stands there now."""
    tree = loaded.tree
    together = one.entry.seal is None
    words = tuple(
        (tree.place(found.path).line, found.said)
        for found in one.found
        if not together or (found.is_text and found.path[-1] != "reason")
    )
    where = one.path if one.there else ("review", one.index)
    return Left(
        one.key,
        one.entry.why,
        tree.place(where, key=isinstance(where[-1], str)),
        words,
        one.has_moved,
        one.there,
        together,
    )


def keys_left(period: str, content: Path | str = CONTENT) -> list[str]:
    """What may be ticked off, for completion.

    Raises:
        UsageError, ContentError, FileError: as ``review`` does.
    """
    return [one.key for one in entries_of(load_checked(as_period(period), content)) if one.left]
