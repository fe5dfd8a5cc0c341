"""Lighter and darker shades of a colour, its hue kept.

Lightness, chroma and hue are those of OKLCH (CSS Color Module Level 4, 9.2 and the sample code of
chapter 18), in which equal steps look equal.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from hscb_report.brand.vision import channels, encoded, linear

Lch = tuple[float, float, float]
"""Lightness 0 to 1, chroma from 0, hue in radians."""

STEP = 0.004
"""Between shades that are tried, of lightness: about what can just be seen."""


def lch(srgb: str) -> Lch:
    """Lightness, chroma and hue of ``#RRGGBB``."""
    red, green, blue = (linear(channel / 255) for channel in channels(srgb))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def colour(lightness: float, chroma: float, hue: float) -> str:
    """``#RRGGBB``; of a chroma that screens cannot show, as much as they can."""
    low, high = 0.0, chroma
    if _shown(lightness, chroma, hue) is not None:
        low = chroma
    for _ in range(12 if low < chroma else 0):
        middle = (low + high) / 2
        if _shown(lightness, middle, hue) is None:
            high = middle
        else:
            low = middle
    return _shown(lightness, low, hue) or ("#FFFFFF" if lightness > 0.5 else "#000000")


def _shown(lightness: float, chroma: float, hue: float) -> str | None:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    parts = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    if min(parts) < -0.0005 or max(parts) > 1.0005:
        return None
    return "#" + "".join(f"{round(255 * encoded(min(1.0, max(0.0, part)))):02X}" for part in parts)


def nearest(srgb: str, is_good: Callable[[str], bool]) -> str | None:
    """The shade nearest in lightness that is good; the colour itself where it is. None where no
    shade is.
    """
    return next((shade for shade in _outwards(srgb) if is_good(shade)), None)


def _outwards(srgb: str) -> Iterator[str]:
    yield srgb
    lightness, chroma, hue = lch(srgb)
    for count in range(1, int(1 / STEP) + 1):
        for shade in (lightness - count * STEP, lightness + count * STEP):
            if -STEP < shade < 1 + STEP:  # black and white too, which lie between two steps
                yield colour(min(1.0, max(0.0, shade)), chroma, hue)
