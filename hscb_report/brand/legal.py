"""What is wrong with the colours that a board names, in words, each with a shade that is right."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from hscb_report.brand import shades
from hscb_report.brand.colours import TOKENS, Colour
from hscb_report.brand.contrast import NEEDED, PAIRS, Pair, failures, is_enough, ratio, worst
from hscb_report.brand.palette import palette
from hscb_report.errors import Problem
from hscb_report.summary.tree import Tree

WORDS = {
    "text": "words in {ink} on {ground} have",
    "large": "large words in {ink} on {ground} have",
    "graphic": "lines and fills in {ink} on {ground} have",
}
GROUNDS = frozenset({"paper", "card", "tint", "track", "band"})
"""What stands on these is worked out to suit them, so they need to suit only what is named."""
FOLLOWING = frozenset({"track", "scale-light", "scale-middle"})
"""Grounds that are worked out to suit the words on them: where they cannot, the words do not suit
paper either, and that is said.
"""
KEPT = frozenset({"paper", "text"})
"""Tokens that are not worked out from others."""


def problems_in(own: Mapping[str, Colour], tree: Tree) -> list[Problem]:
    """Pairs with too little contrast, on screens or in print: the worst for each token.

    Args:
        own: the tokens that the board names; the others follow from them.
        tree: the board's file, for places.
    """
    brand = palette(own)
    lowest: dict[str, Pair] = {}
    for pair in failures(brand):
        if pair.ink == "text" and _follows(pair.ground, own):
            continue
        for token in _to_change(pair, own):
            if token not in lowest or _share(pair, brand) < _share(lowest[token], brand):
                lowest[token] = pair
    found = []
    for token in (token for token in TOKENS if token in lowest):
        here = ("brand", "colours", token)
        found.append(
            Problem(
                "low-contrast",
                described(lowest[token], brand),
                _next_step(token, own, brand),
                tree.place(here, key=True),
                here,
            )
        )
    return found


def described(pair: Pair, brand: Mapping[str, Colour]) -> str:
    """A pair in words, its contrast on screens and in print, and what it needs."""
    ink, ground = brand[pair.ink], brand[pair.ground]
    said = WORDS[pair.use].format(
        ink=f"{pair.ink} ({ink.srgb})", ground=f"{pair.ground} ({ground.srgb})"
    )
    screen, press = ratio(ink.srgb, ground.srgb), ratio(ink.printed, ground.printed)
    needed = NEEDED[pair.use]
    if screen >= needed:
        return f"{said} a contrast of {shown(press)} in print, and need {needed:g}"
    also = f" ({shown(press)} in print)" if press < needed else ""
    return f"{said} a contrast of {shown(screen)}{also}, and need {needed:g}"


def shown(contrast: float) -> str:
    """A contrast with two decimals, rounded down: 4.499 is not 4.5."""
    return f"{math.floor(contrast * 100) / 100:.2f}"


def _follows(ground: str, own: Mapping[str, Colour]) -> bool:
    return ground in FOLLOWING and ground not in own


def _to_change(pair: Pair, own: Mapping[str, Colour]) -> Iterator[str]:
    """Which of a pair's tokens the board can change: its ink, or the ground below it."""
    named = [token for token in (pair.ink, pair.ground) if token in own]
    yield from named[:1]


def _share(pair: Pair, brand: Mapping[str, Colour]) -> float:
    return worst(brand[pair.ink], brand[pair.ground]) / NEEDED[pair.use]


def _next_step(token: str, own: Mapping[str, Colour], brand: Mapping[str, Colour]) -> str:
    """The nearest shade that passes beside all that the board names; it was tried."""
    fixed = [name for name in brand if not (token == "text" and _follows(name, own))]
    known = (*own, *KEPT) if token in GROUNDS else fixed
    beside = {name: brand[name] for name in known if name != token}

    pairs = [
        (pair, beside[other])
        for pair in PAIRS
        if token in (pair.ink, pair.ground)
        and (other := pair.ground if pair.ink == token else pair.ink) in beside
    ]

    def is_good(shade: str) -> bool:
        if any(ratio(shade, other.srgb) < NEEDED[pair.use] for pair, other in pairs):
            return False  # on screens already, which is sooner told
        colour = Colour.of(shade)
        return all(is_enough(pair, colour, other) for pair, other in pairs)

    shade = own[token].srgb
    for _ in range(8):  # grounds that are worked out move with it: a few steps more reach them
        near = shades.nearest(shade, is_good)
        if near is None:
            break
        if not _fails(token, {**own, token: Colour.of(near)}):
            inks = " and no cmyk: inks are worked out" if near == own[token].srgb else ""
            return f'write {token}: "{near}"{inks or ", the nearest shade that passes"}'
        shade = _further(near, own[token].srgb)
    if token in ("text", "paper"):
        return f"leave {token} out"
    return f"leave {token} out, and a shade that passes is worked out from primary"


def _fails(token: str, own: Mapping[str, Colour]) -> bool:
    return any(token in (pair.ink, pair.ground) for pair in failures(palette(own)))


def _further(shade: str, start: str) -> str:
    """A step on in the direction in which a shade has been moved; darker where it has not."""
    lightness, chroma, hue = shades.lch(shade)
    step = shades.STEP if lightness > shades.lch(start)[0] else -shades.STEP
    return shades.colour(min(1.0, max(0.0, lightness + 2 * step)), chroma, hue)
