"""Which words British English has, and what a word that it has not was probably meant to be."""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PREFIXES = frozenset(
    "anti bi co de ex extra inter intra macro mega meta micro mid mini mis mono multi non para "
    "poly post pre pro pseudo quasi re semi sub trans tri ultra un".split()
)
"""What stands before a hyphen and is no word by itself."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
MOST_SUGGESTED = 3
LONGEST = 30
"""Nothing is suggested for a word of more letters."""


_UNSAID = ("bastard", "bitch", "cripp", "retard", "slut", "whor")
"""How words begin that nobody is told to write, besides those that the dictionary marks."""


@cache
def _listed() -> list[str]:
    """The list as it is kept: what is never to be suggested has a ! before it."""
    packed = gzip.decompress((_HERE / "en_GB.txt.gz").read_bytes()).decode("utf-8")
    return [*packed.split("\n"), *(_HERE / "more.txt").read_text(encoding="utf-8").split()]


@cache
def british() -> frozenset[str]:
    """All words, as the dictionary writes them: names with their capitals."""
    return frozenset(one.removeprefix("!") for one in _listed())


@cache
def _suggested() -> frozenset[str]:
    """Those that may be suggested."""
    return frozenset(one for one in _listed() if not one.startswith(("!", *_UNSAID)))


def is_known(word: str, own: Collection[str] = ()) -> bool:
    """Whether a word is right, also in the genitive, and of several with hyphens each.

    Args:
        own: words that the board knows besides, in small letters.
    """
    word = _bare(word.replace("’", "'").strip("'"))
    if _is_one(word, own):
        return True
    parts = word.split("-")
    if parts[0].lower() in _PREFIXES and _is_one("".join(parts), own):
        return True
    return len(parts) > 1 and all(
        _is_one(part, own) or part.lower() in _PREFIXES for part in parts if part
    )


def _bare(word: str) -> str:
    """A word without the accents that English may leave out: café, naïve."""
    if word.isascii():
        return word
    return "".join(one for one in unicodedata.normalize("NFD", word) if one.isascii())


def _is_one(word: str, own: Collection[str]) -> bool:
    stem = re.sub(r"(?:'s|(?<=s)')$", "", word)
    small = stem.lower()
    return (
        bool({word, word.lower(), stem, small} & british())
        or small in own
        or small.removesuffix("s") in own
    )


def suggestions(word: str) -> list[str]:
    """The words nearest to an unknown one, nearest first: one slip of the pen away, else two."""
    if len(word) > LONGEST:
        return []
    small = word.lower().replace("’", "'")
    once = _slips(small)
    near = [one for one in once if one in _suggested()]
    if not near and len(small) > 4:
        near = [one for one in _by_first_letter()[small[0]] if _are_two_apart(small, one)]
    ranked = sorted(dict.fromkeys(near), key=lambda one: _rank(small, one))
    return ranked[:MOST_SUGGESTED]


@cache
def _by_first_letter() -> dict[str, list[str]]:
    """The words that may be suggested, by their first letter: few people are wrong in that."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(_suggested()):
        found[word[:1]].append(word)
    return found


def _are_two_apart(word: str, other: str) -> bool:
    """Whether two slips make one word of the other (optimal string alignment)."""
    if abs(len(word) - len(other)) > 2 or len(set(word) ^ set(other)) > 4:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        earlier, before, row = before, row, [i]
        for j, there in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != there))
            if i > 1 < j and letter == other[j - 2] and word[i - 2] == there:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > 2:
            return False
    return row[-1] <= 2


def is_slip(word: str) -> bool:
    """Whether a word is one slip away from one that is known."""
    return len(word) <= LONGEST and any(one in british() for one in _slips(word.lower()))


def _slips(word: str) -> Iterable[str]:
    """What one letter too many, too few, another, or two in the wrong order make of a word."""
    halves = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    return dict.fromkeys(
        [
            *(a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1),
            *(a + letter + b for a, b in halves for letter in _LETTERS),
            *(a + b[1:] for a, b in halves if b),
            *(a + letter + b[1:] for a, b in halves if b for letter in _LETTERS),
        ]
    )


def _rank(word: str, other: str) -> tuple[bool, bool, int, str]:
    """Slips that people make come first: the same letters, the same beginning, the same length."""
    return (
        sorted(word) != sorted(other),
        word[:1] != other[:1],
        abs(len(word) - len(other)),
        other,
    )
