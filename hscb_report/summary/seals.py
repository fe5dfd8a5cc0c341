"""Seals: what shows whether words, or a value, are still those that stood there."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hscb_report.summary.scalars import written
from hscb_report.summary.sentences import sentences
from hscb_report.summary.tree import KeyPath
from hscb_report.summary.wording import REFERENCE

LETTERS = "bcdfghjklmnpqrstvwxz"
"""Of which seals are made: no vowels, so they are no words; no digits, so they are no numbers."""
LENGTH = 6

JUDGED = frozenset(
    "value required editorial printed as_at period since points published accessed url "
    "part_of highlight previous".split()
)
"""Keys whose value a person may have to judge though it is no text."""

NAMED = ("figures", "series", "sources")
"""Keys at the top of the file below which everything has a name."""

_A_FIGURE = " ø "
"""What stands for a figure that a text names."""
_TOKENS = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+")


def seal(text: str, kind: str = "") -> str:
    """The seal of a text. Spaces, capitals and punctuation are no part of it, nor are the names of
    the figures that it names: a figure may be given another name.

    Args:
        kind: for what is no text, the sort of place it stands in.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    words = "".join(_TOKENS.findall(REFERENCE.sub(_A_FIGURE, plain))) or plain.strip()
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
        is_whole: whether it is all that stands at ``path``; else a sentence of it.
    """

    path: KeyPath
    said: str
    seal: str
    is_text: bool = True
    is_whole: bool = True


def of_text(path: KeyPath, text: str) -> list[Sealable]:
    """A text and each of its sentences: where one is changed, the others are still as they were."""
    parts = [part for _, part in sentences(text)]
    more = parts if len(parts) > 1 else []
    return [
        Sealable(path, text, seal(text)),
        *(Sealable(path, part, seal(part), is_whole=False) for part in more),
    ]


def outermost(found: Sequence[Sealable]) -> list[Sealable]:
    """What was found, without the sentences of a text that was found as a whole."""
    wholes = {one.path for one in found if one.is_whole}
    return [one for one in found if one.is_whole or one.path not in wholes]


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
        "*" if isinstance(part, int) or (depth == 1 and path[0] in NAMED) else part
        for depth, part in enumerate(path)
    )
