"""Contrast of every pair of tokens that is drawn, computed and enforced (WCAG 2.2, 1.4.3 and
1.4.11).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from hscb_report.brand.colours import Colour

Use = Literal["text", "large", "graphic"]

NEEDED: dict[str, float] = {"text": 4.5, "large": 3.0, "graphic": 3.0}
"""Least contrast ratio: text; large text (18 pt, or 14 pt bold); graphics that carry meaning."""


@dataclass(frozen=True)
class Pair:
    """A token as it is drawn on another."""

    ink: str
    ground: str
    use: Use


def _pairs(ground: str, use: Use, inks: str) -> set[Pair]:
    return {Pair(ink, ground, use) for ink in inks.split()}


PAIRS: frozenset[Pair] = frozenset(
    _pairs("paper", "text", "text primary primary-light second third-text accent-text")
    | _pairs("paper", "graphic", "primary primary-light second third-text accent-text")
    | _pairs("card", "text", "text primary second third-text accent-text")
    | _pairs("card", "graphic", "primary primary-light second third-text accent-text")
    | _pairs("tint", "text", "text primary")
    | _pairs("track", "graphic", "primary second third-text")
    | _pairs("primary", "text", "paper highlight")
    | _pairs("primary", "graphic", "paper highlight third accent")
    | _pairs("primary-light", "text", "paper")
    | _pairs("second", "text", "paper")
    | _pairs("second", "graphic", "paper")
    | _pairs("third-text", "text", "paper")
    | _pairs("third-text", "graphic", "paper")
    | _pairs("accent-text", "text", "paper")
    | _pairs("accent-text", "graphic", "paper")
)
"""Every pair the editions draw. A brand hands out no other, so this list is complete by
construction.
"""


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 (black) to 1 (white): WCAG 2.2, definitions."""
    linear = []
    for channel in colour.channels:
        share = channel / 255
        linear.append(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: Colour, other: Colour) -> float:
    """Contrast ratio, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def failures(palette: Mapping[str, Colour]) -> list[tuple[Pair, float]]:
    """The pairs with too little contrast, each with the ratio it has."""
    measured = [(pair, ratio(palette[pair.ink], palette[pair.ground])) for pair in PAIRS]
    low = [(pair, value) for pair, value in measured if value < NEEDED[pair.use]]
    return sorted(low, key=lambda row: (row[0].ink, row[0].ground, row[0].use))
