"""The type scale: few sizes, each with a purpose. Sizes and leadings in pt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Face = Literal["regular", "bold", "black"]


@dataclass(frozen=True)
class Type:
    """One step of the scale.

    Attributes:
        face: the weight.
        size: pt.
        leading: from baseline to baseline, pt.
    """

    face: Face
    size: float
    leading: float

    @property
    def is_large(self) -> bool:
        """Large text by WCAG 2.2: 18 pt, or 14 pt bold."""
        return self.is_large_at(1.0)

    def is_large_at(self, zoom: float) -> bool:
        """The same where it is drawn larger or smaller than it is laid out."""
        size = self.size * zoom
        return size >= 18 or (size >= 14 and self.face != "regular")


SCALE: dict[str, Type] = {
    "title": Type("black", 39, 42),
    "heading": Type("bold", 19, 24),
    "subtitle": Type("regular", 12, 16),
    "block-title": Type("bold", 13, 16),
    "wordmark": Type("bold", 14, 17),
    "lead": Type("regular", 13.5, 19.5),
    "body": Type("regular", 12, 16.5),
    "strong": Type("bold", 12, 16.5),
    "callout": Type("regular", 13, 18),
    "quotation": Type("regular", 15, 21),
    "priority": Type("bold", 14, 18),
    "table": Type("regular", 10, 13),
    "table-head": Type("bold", 10, 13),
    "chart": Type("regular", 12, 15),
    "chart-strong": Type("bold", 12, 15),
    "note": Type("regular", 10, 13.5),
    "furniture": Type("regular", 10, 13),
}

NUMERALS: tuple[Type, ...] = tuple(
    Type("black", size, size * 1.06) for size in (38, 34, 30, 26, 22)
)
"""Big numbers in charts, from the size they should have to the least they may have."""


def _black(*sizes: float) -> tuple[Type, ...]:
    return tuple(Type("black", size, size * 1.06) for size in sizes)


TIERS: dict[str, tuple[Type, ...]] = {
    "lead": _black(56, 50, 44, 40, 36, 32, 28, 24, 22),
    "standard": _black(36, 32, 28, 24, 22),
    "supporting": _black(24, 22, 20, 18),
}
"""Numbers by their importance: from the size they should have to the least they may have."""

RAISED, RAISE, LEAST_RAISED = 0.45, 0.36, 12.0
"""A symbol behind a number: its size and how far it is raised, as shares of the number's size, and
the least size it has where a number is big, pt.
"""
BESIDE, BIG = 0.5, 16.0
"""The size of words beside a big number, as a share of it; and from which size on one is big, pt:
labels of a chart are of one size.
"""
_SYMBOL = re.compile(r"[ \u00a0]\[\w+\]$")
_AROUND = re.compile(r"(?P<before>(?:[^\d\s\[]+ )*)(?P<digits>\S*\d\S*)(?P<behind>(?: \S+)*)")


@dataclass(frozen=True)
class Run:
    """A part of a number that is set in one way.

    Attributes:
        text: with the space before or behind it.
        rise: how far it stands above the baseline, pt.
    """

    text: str
    style: Type
    rise: float = 0.0


def parted(text: str) -> tuple[str, str]:
    """A number, and the symbol behind it with the space before it, or nothing."""
    found = _SYMBOL.search(text)
    return (text[: found.start()], text[found.start() :]) if found else (text, "")


def has_words(text: str) -> bool:
    """Whether words stand beside the digits of a number: ``over 300``, ``27 days``."""
    found = _AROUND.fullmatch(parted(text)[0])
    return bool(found and (found["before"] or found["behind"]))


def runs_of(text: str, style: Type, least: float = LEAST_RAISED) -> tuple[Run, ...]:
    """A number as it is set: digits in its own size, words beside them smaller, the symbol behind
    it small and raised.

    Args:
        least: nothing is smaller, pt, unless the number itself is.
    """
    number, symbol = parted(text)
    found = _AROUND.fullmatch(number)
    small = _beside(style, least)
    parts = (
        [(found["before"], small), (found["digits"], style), (found["behind"], small)]
        if found and small.size < style.size
        else [(number, style)]
    )
    made = [Run(words, one) for words, one in parts if words]
    if symbol:
        made.append(Run(symbol, raised(style, least), RAISE * style.size))
    return tuple(made)


def _beside(style: Type, least: float) -> Type:
    """How words beside a number are set."""
    share = BESIDE if style.size >= BIG else 1.0
    size = min(style.size, max(least, share * style.size))
    return Type("bold" if style.face != "regular" else "regular", size, size)


def raised(style: Type, least: float = LEAST_RAISED) -> Type:
    """How the symbol behind a number is set; never larger than the number.

    Args:
        least: its least size, pt.
    """
    size = min(style.size, max(least, RAISED * style.size))
    return Type("bold" if style.face != "regular" else "regular", size, size)


FLOOR = 10.0
"""No text of the board edition is smaller, pt."""

LARGE_ZOOM = 1.5
"""Large print is laid out on a sheet so much smaller and drawn so much larger: 12 pt becomes 18 pt.
"""

LARGE: dict[str, Type] = {
    **SCALE,
    "title": Type("black", 32, 35),
    "heading": Type("bold", 17.4, 22),
    "table": SCALE["body"],
    "table-head": SCALE["strong"],
    "note": SCALE["body"],
    "furniture": Type("regular", 10.7, 14),
}
"""The scale of the large-print edition before its zoom: body 18 pt, headings 26 pt, nothing below
16 pt.
"""

LEAFLET_ZOOM = 0.76
"""A leaflet is laid out for larger panels and drawn so much smaller: 12 pt becomes 9.1 pt, the
least it may have.
"""

LEAFLET_ZOOMS = (1.2, 1.1, 1.0, 0.94, 0.88, 0.82)
"""The same for leaflets that have little to say, the largest first: 12 pt becomes up to 14 pt."""

LEAFLET: dict[str, Type] = {
    **SCALE,
    "title": Type("black", 40, 43),
    "heading": Type("bold", 19, 22.5),
    "lead": SCALE["body"],
    "table": SCALE["body"],
    "table-head": SCALE["strong"],
    "note": SCALE["body"],
    "callout": SCALE["body"],
    "quotation": Type("regular", 13, 18),
    "hero": Type("regular", 15, 20),
}
"""The scale of leaflets before their zoom: nothing below 9 pt."""

LEAFLET_ALONE = tuple(Type("regular", size, size * 1.3) for size in (26, 24, 22, 20, 18, 16, 14))
"""An introduction that has a panel of a leaflet to itself, before the zoom, the largest first."""

BOOKLET_ZOOMS = (1.0, 0.96, 0.92, 0.88, 0.84, 0.80, 0.76)
"""A booklet's A5 pages are laid out so much larger: 12 pt stays 12 pt, or becomes down to 9.1 pt
where that saves sheets, or pages that are blank or half empty.
"""

BOOKLET: dict[str, Type] = {
    **SCALE,
    "lead": Type("regular", 13, 18),
    "table": SCALE["body"],
    "table-head": SCALE["strong"],
    "note": SCALE["body"],
    "furniture": Type("regular", 12, 15),
}
"""The scale of booklets before their zoom: nothing below 9 pt."""
