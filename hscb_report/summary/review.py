"""``review:`` in a content file: what a person has still to look at before it is published.

An entry names a place and bears seals of the words that stood there: of each text, and of each of
its sentences. A seal is broken once the words are changed, and words that were changed count as
looked at. An entry is left for as long as one of its seals is whole, wherever in the file the words
have gone to. An entry without seals is left until it is taken out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from hscb_report.summary.base import Line, Model, OrPlain, listed
from hscb_report.summary.seals import JUDGED, LENGTH, LETTERS, NAMED, Sealable, outermost, seal
from hscb_report.summary.tree import KeyPath

_PARTS = re.compile(r"\s*[>.]\s*")


def _place(text: str) -> str:
    text = " ".join(text.split())
    if not all(parts(text)):
        raise PydanticCustomError("no-place", "this is no place in the file")
    return text


Seal = Annotated[str, StringConstraints(pattern=rf"^[{LETTERS}]{{{LENGTH}}}$")]


class Review(Model):
    """Something that a person has still to look at."""

    at: Annotated[Line, AfterValidator(_place)] = Field(
        description="Where it stands: keys with > between them, such as sections > 5 > heading; "
        "items of a list are counted from 0."
    )
    why: Line = Field(description="What to look at, and why.")
    seal: Annotated[list[Seal], BeforeValidator(listed), OrPlain()] | None = Field(
        None,
        min_length=1,
        description="Made by the tool: shows whether the words have been changed since. Without "
        "it, the entry stands until it is ticked off.",
    )


def parts(at: str) -> tuple[str, ...]:
    """The keys of a place, as a person types it: ``sections > 5 > heading``, or
    ``sections.5.heading``.
    """
    return tuple(_PARTS.split(at.strip()))


def typed(path: KeyPath) -> str:
    """A place in the form that needs no quotes on any command line: ``sections.5.heading``."""
    return ".".join(str(part) for part in path)


def seal_of_list(period: str) -> str:
    """What ``listed`` says of a period: a seal, for a year would be exchanged with all others where
    last year's file is copied.
    """
    return seal(period, "listed")


@dataclass(frozen=True)
class Standing:
    """How an entry stands.

    Attributes:
        index: which of the entries it is, from 0.
        entry: as it is written.
        path: where what it is about stands now; where it stood, if it is gone.
        found: what is still as it was; for an entry without seals, all below its place that is no
            other entry's.
        left: whether it is still to be looked at.
        there: whether anything stands at ``path``.
    """

    index: int
    entry: Review
    path: KeyPath
    found: tuple[Sealable, ...]
    left: bool
    there: bool

    @property
    def key(self) -> str:
        """What a person types for it."""
        return typed(self.path)

    @property
    def has_moved(self) -> bool:
        """Whether it stands elsewhere than its entry says."""
        return tuple(map(str, self.path)) != parts(self.entry.at)


def standings(entries: list[Review], here: list[Sealable], data: Any) -> list[Standing]:
    """How each entry stands, in the order of the file.

    What stands where its entry says is found first; what is then found elsewhere and is no other
    entry's has been moved.

    Args:
        here: all that may have a seal, as the file is now.
        data: the file as plain data.
    """
    paths = [path_in(entry.at, data) for entry in entries]
    at_home = [
        [one for one in here if one.seal in (entry.seal or ()) and _below(one.path, path)]
        for entry, path in zip(entries, paths, strict=True)
    ]
    claimed = {one for found in at_home for one in found}
    taken = {one.path for one in claimed if one.is_whole}
    touched = {one.path for one in claimed}

    def is_free(one: Sealable) -> bool:
        return one not in claimed and one.path not in taken

    made = []
    for index, (entry, path, found) in enumerate(zip(entries, paths, at_home, strict=True)):
        there = _exists(path, data)
        if entry.seal is None:
            below = [
                one
                for one in here
                if _below(one.path, path)
                and is_free(one)
                and not (one.is_whole and one.path in touched)  # some of it is another entry's
            ]
            made.append(Standing(index, entry, path, tuple(outermost(below)), True, there))
            continue
        lost = set() if _has_owner(path, data) else set(entry.seal) - {one.seal for one in found}
        elsewhere = _moved(entry.seal, lost, [one for one in here if is_free(one)])
        if elsewhere and not found:
            path, there = elsewhere[0].path[: len(path)], True
        still = (*outermost(found), *outermost(elsewhere))
        made.append(Standing(index, entry, path, still, bool(still), there))
    return made


def _moved(seals: list[str], lost: set[str], free: list[Sealable]) -> list[Sealable]:
    """Where the words of lost seals stand now; of a text that is found as a whole, its sentences
    are not looked for elsewhere.
    """
    found: list[Sealable] = []
    for lost_seal in seals:  # a text comes before its sentences
        if lost_seal in lost:
            here = [one for one in free if one.seal == lost_seal]
            paths = {one.path for one in here}
            lost = lost - {one.seal for one in free if one.path in paths}
            found += here
    return found


def path_in(at: str, data: Any) -> KeyPath:
    """The keys of a place, with the numbers of items as numbers.

    Args:
        data: the file as plain data.
    """
    path: list[str | int] = []
    for key in parts(at):
        part: str | int = int(key) if isinstance(data, list) and key.isdecimal() else key
        path.append(part)
        data = _inner(data, part)
    return tuple(path)


def _inner(data: Any, part: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(part)
    if isinstance(data, list) and isinstance(part, int) and part < len(data):
        return data[part]
    return None


def _exists(path: KeyPath, data: Any) -> bool:
    for part in path:
        data = _inner(data, part)
    return data is not None


def _has_owner(path: KeyPath, data: Any) -> bool:
    """Whether values belong to something with a name, and that is there: then they were changed,
    and have not been moved.
    """
    return (
        (len(path) == 2 or (len(path) == 3 and path[2] in JUDGED))
        and path[0] in NAMED
        and _exists(path[:2], data)
    )


def _below(path: KeyPath, above: KeyPath) -> bool:
    return path[: len(above)] == above
