"""Field: numbers within one another as equal dots on a sunflower's spiral, filled from the middle.

Dot ``i`` stands at r = c * sqrt(i + 1/2) and the golden angle times ``i`` (Vogel, A better way to
construct the sunflower head, Mathematical Biosciences 44, 1979): dots are equally dense everywhere,
so areas are as true as counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin, sqrt

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import LEVELS
from hscb_report.charts.marks import Point, Sheet

ANGLE = pi * (3 - sqrt(5))
DOT = 0.58
"""The radius of a dot, as a share of c: the gap between two is half a dot."""
LEAST = 2.55
"""The least diameter of a dot, pt: 0.9 mm."""


def step(count: int, radius: float) -> float:
    """c, pt, of a field of so many dots that fills a circle.

    Args:
        radius: of the circle, pt.
    """
    return radius / (sqrt(count) + DOT)


def middles(count: int, radius: float, turn: float = 0.0) -> list[Point]:
    """The middle of each dot, from the middle of the field outwards; pt from the lower left corner
    of the square around it.

    Args:
        turn: how far the whole field is turned, radians anticlockwise.
    """
    c = step(count, radius)
    polar = [(c * sqrt(i + 0.5), i * ANGLE + turn) for i in range(count)]
    return [(radius + r * cos(angle), radius + r * sin(angle)) for r, angle in polar]


def is_legible(count: int, radius: float) -> bool:
    """Whether each dot is as large as a press and an eye need."""
    return 2 * DOT * step(count, radius) >= LEAST


def field(
    counts: Sequence[int], keys: Sequence[str], radius: float, brand: Brand, turn: float = 0.0
) -> Sheet:
    """Draw the dots of a whole and of the parts within it.

    Args:
        counts: from the whole to its innermost part, at most four.
        keys: of what each shows.
        radius: pt.
        turn: radians.
    """
    sheet = Sheet(2 * radius, 2 * radius)
    places = middles(counts[0], radius, turn)
    size = 2 * DOT * step(counts[0], radius)
    within = [*counts[1:], 0]
    for count, inner, token, key in zip(counts, within, LEVELS[len(counts)], keys, strict=True):
        ink = brand.ink(token, "band", "graphic")
        sheet.dots(places[inner:count], size, ink, key)
    return sheet
