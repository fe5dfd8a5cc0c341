"""What inks print, and what inks print a colour: read from the profile that press files carry.

The profile is FOGRA39L (offset on coated paper), the intent relative colorimetric, so that paper
is white on both sides. Inks worked out by the plain formula (one less red is cyan) print as other
colours: a teal as blue, a plum as brick.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from PIL import Image, ImageCms

from hscb_report.brand import resources
from hscb_report.brand.vision import channels, difference

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, per cent."""

MOST = 280
"""Inks that are worked out here take at most so much together, per cent: uncoated stock dries
them too.
"""
MOST_BLACK = 94
"""Most black below other inks: more is a rich black, which is for large solids only."""
DUST = 4
"""An ink of at most so much beside stronger ones is left out where it is not missed, per cent."""
PALE = 60
"""Inks of at most so much together are tuned by single per cents, per cent: in a tint one more or
less is seen, and the profile's table is coarse there.
"""
UNSEEN = 1.0
"""A colour difference (CIEDE2000) that is not missed."""
GREY = 1.5
"""A grey as near to one of black ink alone is printed so: no cast, no screens over each other."""
DARK, NEUTRAL = 102, 16
"""A colour whose strongest channel is below the first, and whose channels are no further apart than
the second, passes for black or dark grey. It is printed in black ink alone: type in several inks
blurs, and presses' checks refuse it.
"""
_ROUNDS = 2.55
_MOVES = [(1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1), (-1, -1, -1)]
_AS_IT_IS: Any = 0x0100
"""cmsFLAGS_NOOPTIMIZE: no table is made for a few colours, which takes 50 times as long. A number,
for older Pillows have no name for it.
"""


class _Profiles:
    """The two transforms; made once, for the files are parsed in about a millisecond."""

    def __init__(self) -> None:
        screen, press = (
            ImageCms.getOpenProfile(str(resources.profile(name)))
            for name in ("sRGB.icc", "FOGRA39L_coated.icc")
        )
        relative, plain = ImageCms.Intent.RELATIVE_COLORIMETRIC, _AS_IT_IS
        self.separate = ImageCms.buildTransform(screen, press, "RGB", "CMYK", relative, plain)
        # Pillow copies this one into every picture it makes: it is not asked for,
        # and the press's has 120 KB.
        self.separate.output_profile = screen
        self.proof = ImageCms.buildTransform(press, screen, "CMYK", "RGB", relative, plain)


@lru_cache(maxsize=1)
def _profiles() -> _Profiles:
    return _Profiles()


def _hex(parts: Iterable[int]) -> str:
    return "#" + "".join(f"{part:02X}" for part in parts)


def _through(transform: ImageCms.ImageCmsTransform, dot: Image.Image) -> bytes:
    image = ImageCms.applyTransform(dot, transform)
    assert image is not None  # it is where a picture is changed in place
    return image.tobytes()


@lru_cache(maxsize=4096)
def printed(inks: Inks) -> str:
    """What inks look like on white coated paper, as ``#RRGGBB``.

    Args:
        inks: per cent.
    """
    dot = Image.new("CMYK", (1, 1), tuple(round(ink * _ROUNDS) for ink in inks))
    return _hex(_through(_profiles().proof, dot))


@lru_cache(maxsize=4096)
def inks(srgb: str) -> Inks:
    """The inks that print a colour, in whole per cent; where none do, those of the nearest that
    the profile gives.

    Neutral greys and near-blacks are of black ink alone, and no mix takes more than ``MOST``.

    Args:
        srgb: ``#RRGGBB``.
    """
    dot = Image.new("RGB", (1, 1), channels(srgb))
    separated = _through(_profiles().separate, dot)
    cyan, magenta, yellow, black = (float(round(part / _ROUNDS)) for part in separated)
    mix = _within((cyan, magenta, yellow, min(black, MOST_BLACK)))
    alone = _black_for(srgb)
    if difference(srgb, printed(alone)) <= GREY or is_blackish(printed(mix)):
        return alone
    return _tuned(srgb, mix) if sum(mix) <= PALE else _dusted(srgb, mix)


def is_blackish(shown: str) -> bool:
    """Whether a printed colour, ``#RRGGBB``, passes for black or dark grey."""
    parts = channels(shown)
    return max(parts) < DARK and max(parts) - min(parts) < NEUTRAL


@lru_cache(maxsize=1024)
def _black_for(srgb: str) -> Inks:
    """The tint of black ink that comes nearest."""
    wanted = sum(channels(srgb))
    nearest = min(range(101), key=lambda ink: abs(sum(channels(_tint(ink))) - wanted))
    near = range(max(0, nearest - 2), min(100, nearest + 2) + 1)
    return (0.0, 0.0, 0.0, float(min(near, key=lambda ink: difference(srgb, _tint(ink)))))


def _tint(ink: int) -> str:
    return printed((0.0, 0.0, 0.0, float(ink)))


def _within(mix: Inks) -> Inks:
    """A mix of at most ``MOST``: the grey of its three colours is given to black, as far as the
    colour stays.
    """
    if sum(mix) <= MOST:
        return mix
    aim = printed(mix)
    tries = []
    for black in range(int(mix[3]), MOST_BLACK + 1):
        colours = sum(mix[:3])
        share = min(1.0, (MOST - black) / colours)
        cyan, magenta, yellow = (float(int(ink * share)) for ink in mix[:3])
        tries.append((cyan, magenta, yellow, float(black)))
    return min(tries, key=lambda one: difference(aim, printed(one)))


def _tuned(srgb: str, mix: Inks) -> Inks:
    """The mix moved by one per cent of one ink at a time, as long as it comes nearer."""
    best, off = mix, difference(srgb, printed(mix))
    while True:
        cyan, magenta, yellow, black = best
        moves = [(c, m, y) for c, m, y in _MOVES if min(cyan + c, magenta + m, yellow + y) >= 0]
        steps = [(cyan + c, magenta + m, yellow + y, black) for c, m, y in moves]
        nearest = min(steps, key=lambda one: difference(srgb, printed(one)))
        if difference(srgb, printed(nearest)) >= off:
            return best
        best, off = nearest, difference(srgb, printed(nearest))


def _dusted(srgb: str, mix: Inks) -> Inks:
    """The mix without traces of inks that would only dirty it."""
    clean = tuple(0.0 if ink <= DUST and max(mix) > 10 * DUST else ink for ink in mix)
    cyan, magenta, yellow, black = clean
    kept = (cyan, magenta, yellow, black)
    spoilt = difference(srgb, printed(kept)) - difference(srgb, printed(mix))
    return kept if spoilt <= UNSEEN else mix
