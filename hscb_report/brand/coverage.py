"""Letters that the fonts do not have, found in the content before anything is drawn.

Read with fontTools, so that ``check`` needs no drawing library.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import lru_cache

from hscb_report.brand import resources
from hscb_report.errors import Problem
from hscb_report.summary.tree import KeyPath, Tree

COMMON = frozenset(
    {*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x180), *map(ord, "‘’“”–—…•€™")}
)
"""Letters that are known to be there (a test compares them with the fonts): most files need no
look.
"""


@lru_cache(maxsize=1)
def supported() -> frozenset[int]:
    """The characters that every weight of the family has."""
    from fontTools.ttLib import TTFont

    sets = []
    for file in sorted(resources.fonts().glob("*.ttf")):
        with TTFont(file, lazy=True) as font:
            sets.append(set(font.getBestCmap()))
    return frozenset(set.intersection(*sets))


ZERO_WIDTH_JOINER = "\u200d"
FEW = 3
"""So many strange letters in a text are slips, each by itself; more are another script."""


def problems_in(tree: Tree) -> list[Problem]:
    """Each letter of a content file's values and keys that would print as an empty box; of a text
    in a script that the fonts do not have, the first. Years of a series are keys, and which other
    keys reach a page is nothing to rely on.
    """
    values = [(path, text, False) for path, text in tree.raw.items()]
    keys = [(path, str(path[-1]), True) for one in tree.trees for path in one.keys]
    found = []
    for path, text, is_key in (*values, *keys):
        if not is_key and path[0] == "social" and path[-1] == "post":
            text = "".join(one for one in text if not _is_seen(one))
        # Names begin with a capital, which may be another letter, and be missing alone.
        first = text[:1].upper() if text and is_drawn(text[0]) else ""
        letters = dict.fromkeys(text + first)
        strange = [one for one in letters if not ((one == "\n" and not is_key) or is_drawn(one))]
        others = len(strange) - 1 if len(strange) > FEW else 0
        for letter in strange[:1] if others else strange:
            found.append(_problem(tree, path, letter, is_key, others))
    return found


def _is_seen(character: str) -> bool:
    """Whether the words of a post, which no font of this tool draws, may hold it: all that is seen,
    such as an emoji, and what joins several into one.
    """
    return character == ZERO_WIDTH_JOINER or not unicodedata.category(character).startswith("C")


def is_drawn(character: str) -> bool:
    """Whether every weight of the family has a letter for it, which a reader of the file knows as
    one: a byte order mark is none (ISO 14289-1, 7.21.7).
    """
    code = ord(character)
    return code in COMMON or (code in supported() and character != "\ufeff")


def _problem(tree: Tree, path: KeyPath, character: str, is_key: bool, others: int) -> Problem:
    """A letter at its place; ``others`` more of its text are as strange."""
    name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
    place = tree.place(path, key=is_key)
    if character in place.source:
        place = replace(place, column=place.source.index(character) + 1)
    named = f"{character if character.isprintable() else 'this'} ({name})"
    hint = "write it in another way, or remove it; it may be left over from copying"
    if others:
        named += f", nor for {others} other letters of this text"
        hint = (
            "Latin, Greek and Cyrillic letters are printed, from left to right; say in English "
            "where this text can be read"
        )
    return Problem("no-letter", f"the font has no letter for {named}", hint, place, path)
