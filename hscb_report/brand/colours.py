"""Colour tokens: each colour named by its purpose, with sRGB and CMYK side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum


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
    cmyk: tuple[float, float, float, float]
    spot: str = ""

    @property
    def channels(self) -> tuple[int, int, int]:
        """Red, green and blue, 0 to 255."""
        return int(self.srgb[1:3], 16), int(self.srgb[3:5], 16), int(self.srgb[5:7], 16)

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


DEFAULT: dict[str, Colour] = {
    "paper": Colour("#FFFFFF", (0, 0, 0, 0)),
    "card": Colour("#F1F5F8", (3, 1, 0, 3)),
    "rule": Colour("#C3CED8", (0, 0, 0, 100)),
    "track": Colour("#D3DDE6", (8, 4, 0, 10)),
    "tint": Colour("#E3E9EF", (5, 2, 0, 6)),
    "text": Colour("#3D3D3D", (0, 0, 0, 100)),
    "primary": Colour("#12436D", (83, 39, 0, 57)),
    "primary-light": Colour("#20639B", (80, 38, 0, 39)),
    "highlight": Colour("#7FD8CF", (42, 0, 10, 8)),
    "second": Colour("#801650", (0, 83, 38, 50)),
    "third": Colour("#28A197", (75, 0, 6, 37)),
    "third-text": Colour("#1A6F68", (77, 0, 6, 56)),
    "accent": Colour("#F46A25", (0, 57, 85, 4)),
    "accent-text": Colour("#B34310", (0, 63, 91, 30)),
}
"""The tokens and their default: the Government Analysis Function's palette and its neutrals.

``paper``, ``card``, ``tint``: grounds, from white. ``rule``: hairlines, grey on screens and of
solid black ink in print, where a screened hairline would break up. ``track``: the empty part of
a chart. ``primary`` to ``accent``: categories, in this order; ``-text`` forms carry text.
"""

CATEGORIES = ("primary", "second", "third-text", "accent-text")
"""The lines of a chart, in this order."""


class Palette(Mapping[str, Colour]):
    """The tokens of one board.

    Raises:
        ValueError: two tokens share an sRGB value but not their inks; a chart's colours are
            told apart by sRGB, so its print form would be a guess.
    """

    def __init__(self, own: Mapping[str, Colour] | None = None) -> None:
        self._tokens = {**DEFAULT, **(own or {})}
        self._by_srgb: dict[tuple[int, int, int], str] = {}
        for name, colour in self._tokens.items():
            twin = self._by_srgb.setdefault(colour.channels, name)
            if (self._tokens[twin].cmyk, self._tokens[twin].spot) != (colour.cmyk, colour.spot):
                raise ValueError(
                    f'"{twin}" and "{name}" look the same on screens and differ in print'
                )

    def __getitem__(self, token: str) -> Colour:
        return self._tokens[token]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tokens)

    def __len__(self) -> int:
        return len(self._tokens)

    def token_of(self, red: float, green: float, blue: float) -> str:
        """The token of a colour that matplotlib hands back, channels 0 to 1.

        Raises:
            KeyError: no token has this colour.
        """
        return self._by_srgb[round(red * 255), round(green * 255), round(blue * 255)]
