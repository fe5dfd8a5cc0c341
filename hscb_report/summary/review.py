"""``review:`` in a content file: what a person has still to look at before it is published.

An entry names a place and bears seals of the words that stood there. A seal is broken once the
words are changed, and words that were changed count as looked at. An entry is left for as long as
one of its seals is whole, wherever in the file the words have gone to. An entry without seals is
left until it is taken out.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from hscb_report.summary.base import Line, Model, OrPlain, listed
from hscb_report.summary.scalars import written
from hscb_report.summary.tree import KeyPath

LETTERS = "bcdfghjklmnpqrstvwxz"
"""Of which seals are made: no vowels, so they are no words; no digits, so they are no numbers."""
LENGTH = 6

JUDGED = frozenset(
    "required editorial printed as_at period since points published accessed part_of".split()
)
"""Keys whose value a person may have to judge though it is no text."""

_NAMED = ("figures", "series", "sources")
_TOKENS = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+")
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


def seal(text: str, kind: str = "") -> str:
    """The seal of a text. Spaces, capitals and punctuation are no part of it.

    Args:
        kind: for what is no text, the sort of place it stands in.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    words = "".join(_TOKENS.findall(plain)) or plain.strip()
    number = int.from_bytes(hashlib.sha256(f"{kind}\n{words}".encode()).digest()[:8], "big")
    letters = []
    for _ in range(LENGTH):
        number, letter = divmod(number, len(LETTERS))
        letters.append(LETTERS[letter])
    return "".join(letters)


@dataclass(frozen=True)
class Sealable:
    """A text, or a value that a person may have to judge.

    Attributes:
        path: the keys to it.
        said: the text, or the value in words.
        seal: its seal.
        is_text: whether it is a text that is printed.
    """

    path: KeyPath
    said: str
    seal: str
    is_text: bool = True


def judged(data: Any, path: KeyPath = ()) -> Iterator[Sealable]:
    """What is no text and may have a seal, in a content file as plain data."""
    if not path:
        data = {key: value for key, value in data.items() if key != "review"}
    elif path[-1] in JUDGED or (path[0] == "accept" and len(path) == 2):
        whole = json.dumps(data, sort_keys=True, default=str, ensure_ascii=False)
        yield Sealable(path, _said(data), seal(whole, _kind(path)), is_text=False)
        return
    inner: Iterable[tuple[str | int, Any]] = ()
    if isinstance(data, dict):
        inner = data.items()
    elif isinstance(data, list):
        inner = enumerate(data)
    for key, value in inner:
        yield from judged(value, (*path, key))


def _said(value: Any) -> str:
    """A value in a line: of a list its items, of keys their names and values."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_said(one)}" for key, one in value.items())
    if isinstance(value, list):
        return ", ".join(map(_said, value))
    return written(value) if isinstance(value, bool) or value is None else str(value)


def _kind(path: KeyPath) -> str:
    """The sort of a place: the same for ``required`` of every figure."""
    return " > ".join(
        "*" if isinstance(part, int) or (depth == 1 and path[0] in _NAMED) else part
        for depth, part in enumerate(path)
    )


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
    paths = [_path(parts(entry.at), data) for entry in entries]
    at_home = [
        [one for one in here if one.seal in (entry.seal or ()) and _below(one.path, path)]
        for entry, path in zip(entries, paths, strict=True)
    ]
    claimed = {one.path for found in at_home for one in found}
    made = []
    for index, (entry, path, found) in enumerate(zip(entries, paths, at_home, strict=True)):
        there = _exists(path, data)
        if entry.seal is None:
            below = [one for one in here if _below(one.path, path) and one.path not in claimed]
            made.append(Standing(index, entry, path, tuple(below), True, there))
            continue
        lost = set() if _has_owner(path, data) else set(entry.seal) - {one.seal for one in found}
        elsewhere = [one for one in here if one.seal in lost and one.path not in claimed]
        if elsewhere and not found:
            path, there = elsewhere[0].path[: len(path)], True
        made.append(
            Standing(index, entry, path, (*found, *elsewhere), bool(found or elsewhere), there)
        )
    return made


def _path(keys: tuple[str, ...], data: Any) -> KeyPath:
    """Keys as they were typed, with the numbers of items as numbers."""
    path: list[str | int] = []
    for key in keys:
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
    """Whether a value belongs to something with a name, and that is there: then it was changed, and
    has not been moved.
    """
    return len(path) == 3 and path[0] in _NAMED and path[2] in JUDGED and _exists(path[:2], data)


def _below(path: KeyPath, above: KeyPath) -> bool:
    return path[: len(above)] == above
