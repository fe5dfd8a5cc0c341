"""Letters that the fonts do not have, found in the content before anything is drawn.

Read with fontTools, so that ``check`` needs no drawing library.
"""

from __future__ import annotations

import unicodedata
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


def problems_in(tree: Tree) -> list[Problem]:
    """Each letter of a content file's values that would print as an empty box."""
    found = []
    for path, text in tree.raw.items():
        for character in dict.fromkeys(text):
            if character == "\n" or ord(character) in COMMON or ord(character) in supported():
                continue
            name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
            place = tree.place(path)
            if character in place.source:
                place = tree.at(place.line, place.source.index(character) + 1)
            shown = character if character.isprintable() else "this"
            found.append(
                Problem(
                    "no-letter",
                    f"the font has no letter for {shown} ({name})",
                    "write it in another way, or remove it; it may be left over from copying",
                    place,
                    path,
                )
            )
    return found
