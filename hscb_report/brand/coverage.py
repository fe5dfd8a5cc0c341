"""Letters that the fonts do not have, found in the content before anything is drawn.

Read with fontTools, so that ``check`` needs no drawing library.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import lru_cache

from hscb_report.brand import resources
from hscb_report.errors import Problem
from hscb_report.summary.tree import Tree

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


FEW = 3
"""So many strange letters in a text are slips, each by itself; more are another script."""


def problems_in(tree: Tree) -> list[Problem]:
    """Each letter of a content file's values that would print as an empty box; of a text in a
    script that the fonts do not have, the first letters.
    """
    found = []
    for path, text in tree.raw.items():
        missing = [
            letter
            for letter in dict.fromkeys(text)
            if letter != "\n" and ord(letter) not in COMMON and ord(letter) not in supported()
        ]
        for letter in missing if len(missing) <= FEW else missing[:1]:
            place = tree.place(path)
            if letter in place.source:
                place = replace(place, column=place.source.index(letter) + 1)
            named = f"{_shown(letter)} ({_name(letter)})"
            hint = "write it in another way, or remove it; it may be left over from copying"
            if len(missing) > FEW:
                named += f", nor for {len(missing) - 1} other letters of this text"
                hint = (
                    "Latin, Greek and Cyrillic letters are printed, from left to right; say in "
                    "English where this text can be read"
                )
            message = f"the font has no letter for {named}"
            found.append(Problem("no-letter", message, hint, place, path))
    return found


def _shown(letter: str) -> str:
    return letter if letter.isprintable() else "this"


def _name(letter: str) -> str:
    return unicodedata.name(letter, f"U+{ord(letter):04X}").lower()
