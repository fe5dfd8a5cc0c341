"""Contrast of every pair of tokens that is drawn, computed and enforced (WCAG 2.2, 1.4.3 and
1.4.11).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from hscb_report.brand.colours import Colour
from hscb_report.brand.vision import channels, linear

Use = Literal["text", "large", "graphic"]

NEEDED: dict[str, float] = {"text": 4.5, "large": 3.0, "graphic": 3.0}
"""Least contrast ratio: text; large text (18 pt, or 14 pt bold); graphics that carry meaning."""


@dataclass(frozen=True)
class Pair:
    """A token as it is drawn on another."""

    ink: str
    ground: str
    use: Use


def _pairs(ground: str, use: Use, inks: str) -> tuple[Pair, ...]:
    return tuple(Pair(ink, ground, use) for ink in inks.split())


PAIRS: tuple[Pair, ...] = (
    *_pairs("paper", "text", "text primary-text primary-light second third-text accent-text"),
    *_pairs("paper", "graphic", "primary-text primary-light second third-text accent-text"),
    *_pairs("card", "text", "text primary-text second third-text accent-text"),
    *_pairs("card", "graphic", "primary-text primary-light second third-text accent-text"),
    *_pairs("tint", "text", "text primary-text"),
    *_pairs("track", "graphic", "primary-text second third-text accent-text"),
    *_pairs("track", "text", "text"),
    *_pairs("scale-light", "text", "text"),
    *_pairs("scale-middle", "text", "text"),
    *_pairs("paper", "graphic", "outline"),
    *_pairs("band", "text", "on-band highlight"),
    *_pairs("band", "graphic", "on-band highlight third accent"),
    *_pairs("band", "large", "third accent"),
    *_pairs("primary-text", "text", "paper"),
    *_pairs("primary-text", "graphic", "paper"),
    *_pairs("primary-light", "text", "paper"),
    *_pairs("second", "text", "paper"),
    *_pairs("second", "graphic", "paper"),
    *_pairs("third-text", "text", "paper"),
    *_pairs("third-text", "graphic", "paper"),
    *_pairs("accent-text", "text", "paper"),
    *_pairs("accent-text", "graphic", "paper"),
)
"""Every pair the editions draw. A brand hands out no other, so this list is complete by
construction.
"""


def is_drawn(pair: Pair) -> bool:
    """Whether a pair is among those whose contrast is enforced; large text may be set in what text
    may.
    """
    as_text = Pair(pair.ink, pair.ground, "text")
    return pair in _KNOWN or (pair.use == "large" and as_text in _KNOWN)


_KNOWN = frozenset(PAIRS)


@lru_cache(maxsize=8192)
def luminance(srgb: str) -> float:
    """Relative luminance of ``#RRGGBB``, 0 (black) to 1 (white): WCAG 2.2, definitions."""
    red, green, blue = (linear(channel / 255) for channel in channels(srgb))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast ratio of two colours ``#RRGGBB``, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def worst(ink: Colour, ground: Colour) -> float:
    """The contrast of a pair where it is less: on a screen or in print."""
    return min(ratio(ink.srgb, ground.srgb), ratio(ink.printed, ground.printed))


def is_enough(pair: Pair, ink: Colour, ground: Colour) -> bool:
    """Whether a pair has the contrast that its use needs, on a screen and in print."""
    return worst(ink, ground) >= NEEDED[pair.use]


def failures(palette: Mapping[str, Colour]) -> list[Pair]:
    """The pairs with too little contrast, in the order of ``PAIRS``."""
    return [pair for pair in PAIRS if not is_enough(pair, palette[pair.ink], palette[pair.ground])]
