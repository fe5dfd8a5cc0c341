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
from hscb_report.files import held, place, take
from hscb_report.project import CONTENT, as_period, load_checked
from hscb_report.summary.folder import command
from hscb_report.summary.left import entries_of, sealables
from hscb_report.summary.load import Loaded
from hscb_report.summary.nearest import did_you_mean
from hscb_report.summary.review import Standing, parts, seal_of_list
from hscb_report.year.looking import Look
from hscb_report.year.splice_list import ListSplice

HEAD = (
    "What is still to be looked at before build --final.\n"
    "What is changed counts as looked at, by its seal; what is right as it is, is ticked off by\n"
    "the command review, with {period} --done KEY"
)

LISTED = "a seal: what was last year's is listed here, or was looked at"


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
        words: what stands there, each text with its place.
        has_moved: whether it stands elsewhere than its entry says.
        there: whether anything stands at its place.
        together: whether it stands for several words that mostly stay.
    """

    key: str
    why: str
    place: Place
    words: tuple[tuple[Place, str], ...]
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
    here = sealables(made.summary, made.board, made.tree.data)
    entries = [_look(look, [one.seal for one in here if _below(one.path, look)]) for look in looks]
    return _with_list(file, data, made, entries)


def _with_list(file: Path, data: bytes, made: Loaded, entries: list[dict[str, Any]]) -> bytes:
    if "review" in made.tree.data:
        splice = ListSplice(file, data, _OWN)
        splice.remove((), ["review"])
        data = splice.done()
    splice = ListSplice(file, data)
    splice.set(("listed",), seal_of_list(made.summary.period))
    data = splice.done()
    splice = ListSplice(file, data)
    if "listed" not in made.tree.data and not splice.is_flow(()):
        splice.comment(("listed",), LISTED, "listed")
    if entries:
        splice.write("review", entries, HEAD.format(period=made.summary.period))
    return splice.done()


def _look(look: Look, seals: Sequence[str]) -> dict[str, Any]:
    at = " > ".join(map(str, look.path))
    return _entry(at, look.why, () if look.together else seals)


def _entry(at: str, why: str, seals: Sequence[str]) -> dict[str, Any]:
    entry: dict[str, Any] = {"at": at, "why": why}
    if several := list(dict.fromkeys(seals)):
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
    with held(path):
        return _reviewed(period, content, path, done)


def _reviewed(period: str, content: Path | str, path: Path, done: Sequence[str]) -> Reviewed:
    data = take(path)
    loaded = load_checked(period, content, data)
    standing = entries_of(loaded)
    ticked = _ticked(done, standing, loaded)
    cleared = [one.index for one in standing if not one.left] if ticked else []
    ticked_off = [told(one, loaded) for one in standing if one.index in ticked]
    if ticked:
        data = _shortened(path, data, loaded, standing, {*ticked, *cleared})
        loaded = load_checked(period, content, data)
        standing = entries_of(loaded)
        place(path, data)
    left = [told(one, loaded) for one in standing if one.left]
    return Reviewed(path, left, len(standing) - len(left), ticked_off, len(cleared))


def _shortened(
    path: Path, data: bytes, loaded: Loaded, standing: list[Standing], gone: set[int]
) -> bytes:
    """The file without some entries of its list. What was not listed in it so far is listed now."""
    if loaded.unlisted is None:
        splice = ListSplice(path, data, _OWN)
        splice.take_out("review", gone)
        return splice.done()
    kept = [one.entry for one in standing if one.index not in gone]
    entries = [_entry(one.at, one.why, one.seal or ()) for one in kept]
    return _with_list(path, data, loaded, entries)


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
    keys, review = parts(key), command("review", loaded.tree.file)
    below = [".".join(one) for one in left if one[: len(keys)] == keys]
    above = max((one for one in left if keys[: len(one)] == one), key=len, default=())
    name = ".".join(keys)
    hint = f"{review} lists what is left"
    if several := [one for one in re.split(r"[\s,;]+", key) if parts(one) in left]:
        message = f'"{key}" is more than one key'
        hint = f"write --done before each: {' '.join(f'--done {one}' for one in several)}"
    elif any(parts(one.entry.at) == keys for one in standing if not one.left):
        message = f"{name} has been changed since, and counts as looked at"
    elif below:
        message = f"{name} is not on the list as a whole"
        hint = f"tick off what is in it, one by one: {', '.join(below)}"
    elif _stands(keys, loaded.tree.data) and above:
        with_it = ".".join(above)
        message = f"{name} was ticked off already, or is looked at with {with_it}"
        hint = f"read all of {with_it} through, and tick it off together: --done {with_it}"
    elif _stands(keys, loaded.tree.data):
        message = f"{name} is not on the list: it was ticked off already, or was never on it"
    else:
        message = f'there is no "{name}" on the list, nor in {shown_path(loaded.tree.file)}'
        hint = _meant(key, left, standing, loaded) or hint
    return Problem("not-listed", message, hint)


def _meant(
    key: str, left: Iterable[tuple[str, ...]], standing: list[Standing], loaded: Loaded
) -> str:
    """What a key that is nowhere may stand for: a line of the file, or a key with a slip in a word;
    a wrong number is not guessed at, for that might tick off what nobody has looked at.
    """
    if found := re.fullmatch(r"(?:.*:)?(\d+)", key.strip()):
        lines = {told(one, loaded).place.line: one.key for one in standing if one.left}
        at = lines.get(int(found[1]))
        return f"line {found[1]} has the key {at}: --done {at}" if at else ""
    alike = [".".join(one) for one in left if _numbers(".".join(one)) == _numbers(key)]
    near = did_you_mean(".".join(parts(key)), alike)
    return f"did you mean {near}?" if near else ""


def _numbers(key: str) -> list[str]:
    return re.findall(r"\d+", key)


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
        (tree.place(found.path), found.said)
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
