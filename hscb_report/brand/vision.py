"""How different two colours are to people who see colours in different ways."""

from __future__ import annotations

import math
from functools import lru_cache

Triple = tuple[float, float, float]

_MATRICES: dict[str, tuple[Triple, Triple, Triple]] = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""On linear sRGB. Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of
Color Vision
Deficiency, IEEE TVCG 15 (2009), severity 1.0."""

VISIONS = {
    "all": "to everybody",
    "protanopia": "to people who do not see red (protanopia)",
    "deuteranopia": "to people who do not see green (deuteranopia)",
    "tritanopia": "to people who do not see blue (tritanopia)",
}
"""The ways of seeing that are simulated, in words that follow "look alike"."""


def channels(srgb: str) -> tuple[int, int, int]:
    """Red, green and blue of ``#RRGGBB``, 0 to 255."""
    return int(srgb[1:3], 16), int(srgb[3:5], 16), int(srgb[5:7], 16)


def linear(share: float) -> float:
    """The light of a channel of sRGB, both 0 to 1 (IEC 61966-2-1)."""
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def encoded(light: float) -> float:
    """The channel of sRGB for a light, both 0 to 1: ``linear`` backwards."""
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def difference(one: str, other: str, vision: str = "all") -> float:
    """How far two colours are apart, as CIEDE2000; about 1 can just be seen.

    Args:
        one, other: ``#RRGGBB``.
        vision: one of ``VISIONS``.
    """
    return ciede2000(_seen(one, vision), _seen(other, vision))


@lru_cache(maxsize=8192)
def _seen(srgb: str, vision: str) -> Triple:
    """L*a*b* of a colour as it is seen."""
    light = [linear(channel / 255) for channel in channels(srgb)]
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True))))
        for row in _MATRICES[vision]
    )
    return _lab((red, green, blue))


def _lab(light: Triple) -> Triple:
    """CIE L*a*b*, D65."""
    red, green, blue = light
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def ciede2000(one: Triple, other: Triple) -> float:
    """The colour difference of two L*a*b* colours: Sharma, Wu and Dalal, Color Research and
    Application 30 (2005), with kL = kC = kH = 1.
    """
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean**7 / (mean**7 + 25**7))
    c1, c2 = math.hypot(a1 * stretch, b1), math.hypot(a2 * stretch, b2)
    h1, h2 = (math.degrees(math.atan2(b, a * stretch)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    hue = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    t = (
        1
        - 0.17 * _cos(hue - 30)
        + 0.24 * _cos(2 * hue)
        + 0.32 * _cos(3 * hue + 6)
        - 0.20 * _cos(4 * hue - 63)
    )
    light = (l2 - l1) / (1 + 0.015 * (lightness - 50) ** 2 / math.sqrt(20 + (lightness - 50) ** 2))
    chromatic = (c2 - c1) / (1 + 0.045 * chroma)
    tone = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * t)
    rotation = (
        -2
        * math.sqrt(chroma**7 / (chroma**7 + 25**7))
        * math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2))))
    )
    return math.sqrt(light**2 + chromatic**2 + tone**2 + rotation * chromatic * tone)


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))
