"""Colour tokens: each colour named by its purpose, as screens show it and as inks print it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from hscb_report.brand import profile
from hscb_report.brand.profile import Inks
from hscb_report.brand.vision import channels, difference


class Purpose(Enum):
    """What a file is made for; decided once, it picks the colour space of every token."""

    SCREEN = "screen"
    OFFICE = "office"
    PRESS = "press"


@dataclass(frozen=True)
class Colour:
    """One colour in both of its forms.

    Attributes:
        srgb: ``#RRGGBB``.
        cmyk: cyan, magenta, yellow and black, per cent of ink.
        spot: the name of the ink a press file asks for in its place; ``cmyk`` is then its
            alternate.
    """

    srgb: str
    cmyk: Inks
    spot: str = ""

    @classmethod
    def of(cls, srgb: str) -> Colour:
        """A colour with the inks that print it."""
        return cls(srgb, profile.inks(srgb))

    @property
    def channels(self) -> tuple[int, int, int]:
        """Red, green and blue, 0 to 255."""
        return channels(self.srgb)

    @property
    def total_ink(self) -> float:
        """The four inks together, per cent: at most 300 on coated stock, 280 on uncoated."""
        return sum(self.cmyk)

    @property
    def is_black(self) -> bool:
        """Black ink alone, in full: it overprints, for where it meets others nothing may show
        through.
        """
        return not self.spot and self.cmyk == (0, 0, 0, 100)

    @property
    def is_rich_black(self) -> bool:
        """Full black with other inks below it: for large solids only, since type in it blurs."""
        return self.cmyk[3] >= 95 and self.total_ink > self.cmyk[3]

    @cached_property
    def printed(self) -> str:
        """What its inks look like on coated paper, as ``#RRGGBB``."""
        return profile.printed(self.cmyk)

    @cached_property
    def off(self) -> float:
        """How far the print is from the screen, CIEDE2000. 0 for what passes for black and is of
        black ink alone: it is as dark as type is printed.
        """
        if self.total_ink == self.cmyk[3] and profile.is_blackish(self.printed) and self.is_dark:
            return 0.0
        return difference(self.srgb, self.printed)

    @property
    def is_dark(self) -> bool:
        """Whether it is black or nearly so on screens, with hardly a hue."""
        return max(self.channels) < profile.DARK and (
            max(self.channels) - min(self.channels) < 2 * profile.NEUTRAL
        )


TOKENS = {
    "paper": "the paper",
    "card": "a card below text or a chart",
    "rule": "hairlines; in print of black ink",
    "track": "the empty part of a chart",
    "tint": "a ground below notes",
    "text": "running text; in print black ink alone",
    "primary": "the board's main colour",
    "primary-text": "the same for headings, numbers, and fills on light",
    "primary-light": "lighter than that: steps of a funnel, bars beside the board's own",
    "scale-middle": "the lighter parts of a bar, with dark words and an edge",
    "scale-light": "the same, lighter still",
    "outline": "the edge of what a part leaves of its whole",
    "band": "the cover and the bands",
    "on-band": "words on a band",
    "highlight": "large words and numbers on a band",
    "second": "missing values, fourth category",
    "third": "fills on a band",
    "third-text": "second category: text and fills on light",
    "accent": "fills on a band",
    "accent-text": "third category, the innermost part: text and fills on light",
}
"""What each colour is for, in the order in which a brand is told. ``-text`` forms carry text."""

CATEGORIES = ("primary-text", "third-text", "accent-text", "second")
"""The lines of a chart, in this order: the colour of missing values comes last."""

LEVELS = {
    2: ("highlight", "accent"),
    3: ("third", "highlight", "accent"),
    4: ("highlight", "third", "on-band", "accent"),
}
"""Numbers within one another on a band, from the whole to its innermost part, by how many they are:
neighbours are told apart by their lightness too. The whole is quiet, and the innermost part is
``accent`` wherever it stands.
"""

PART = "accent-text"
"""On paper, the innermost part."""

PARTS = (*CATEGORIES, "scale-middle")
"""The parts of a bar that have no order of their own."""

SCALE = ("track", "scale-light", "scale-middle", "primary-light", "primary-text")
"""Parts that have one, such as ages, from light to dark."""
SCALES = {1: (4,), 2: (1, 4), 3: (1, 2, 4), 4: (1, 2, 3, 4), 5: (0, 1, 2, 3, 4)}
"""Which of these there are, by how many parts there are."""

LIGHT = frozenset({"track", "scale-light", "scale-middle"})
"""Fills that bear dark words, and need an edge to be seen on paper."""
