"""A brand on a dark ground, for screens that are set to one: each token as the nearest shade that
has the contrast its uses need there.

Bands, and what stands on them, stay as they are: they bring their own ground.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from hscb_report.brand import shades
from hscb_report.brand.contrast import NEEDED, PAIRS, Pair, ratio

GROUNDS = {
    "paper": (0.185, 0.012),
    "card": (0.225, 0.014),
    "tint": (0.27, 0.02),
    "track": (0.315, 0.024),
    "scale-light": (0.37, 0.035),
    "scale-middle": (0.44, 0.05),
    "rule": (0.42, 0.02),
}
"""Lightness and most chroma of the grounds, in the hue of the board's colour."""
TEXT = 0.93
"""The lightness of words, whose contrast would glare with more."""
INKS = ("outline", "primary-light", "primary-text", "second", "third-text", "accent-text")
FULL = 0.09
"""A board's colour of this chroma or more gives grounds all of theirs; a grey gives greys."""
LIGHTER = 0.12
"""How much lighter the first step of a funnel is than the second: what is strong on paper is light
here.
"""


def dark(palette: Mapping[str, str]) -> dict[str, str]:
    """The tokens that are other colours on a dark ground.

    Args:
        palette: all tokens as ``#RRGGBB``.
    """
    _, chroma, hue = shades.lch(palette["primary"])
    strength = min(1.0, chroma / FULL)
    made = {
        token: shades.colour(lightness, most * strength, hue)
        for token, (lightness, most) in GROUNDS.items()
    }
    made["text"] = shades.colour(TEXT, 0.006 * strength, hue)
    for token in INKS:
        start = palette[token]
        if token == "primary-text":
            lightness, own, angle = shades.lch(made["primary-light"])
            start = shades.colour(min(0.95, lightness + LIGHTER), own, angle)
        found = shades.nearest(start, partial(_is_legal, made, token))
        made[token] = found or made["text"]
    return made


def failures(palette: Mapping[str, str]) -> list[Pair]:
    """The pairs that a screen shows with too little contrast, in the order of ``PAIRS``."""
    return [
        pair for pair in PAIRS if ratio(palette[pair.ink], palette[pair.ground]) < NEEDED[pair.use]
    ]


def _is_legal(made: Mapping[str, str], token: str, shade: str) -> bool:
    return all(ratio(shade, other) >= NEEDED[pair.use] for pair, other in _beside(token, made))


def _beside(token: str, made: Mapping[str, str]) -> Iterator[tuple[Pair, str]]:
    for pair in PAIRS:
        if token in (pair.ink, pair.ground):
            other = made.get(pair.ground if pair.ink == token else pair.ink)
            if other is not None:
                yield pair, other
