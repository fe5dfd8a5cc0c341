"""The shade nearest to a colour that somebody typed with which all words can be read."""

from __future__ import annotations

from collections.abc import Mapping

from hscb_report.brand import shades
from hscb_report.brand.colours import Colour
from hscb_report.brand.contrast import failures
from hscb_report.brand.palette import palette

_STRIDE = 8
"""So many just visible steps are taken at once, and those between are looked at behind."""


def nearest(token: str, typed: str, own: Mapping[str, Colour]) -> str | None:
    """The shade of ``typed`` nearest in lightness that suits all other colours of a board; None
    where none does.

    Args:
        token: which of its colours it is to be.
        typed: ``#RRGGBB``.
        own: the tokens that the board names.
    """
    start, chroma, hue = shades.lch(typed)

    def shade(step: int) -> str | None:
        lightness = start + step * shades.STEP
        if not -shades.STEP < lightness < 1 + shades.STEP:
            return None
        return shades.colour(min(1.0, max(0.0, lightness)), chroma, hue)

    def is_good(made: str | None) -> bool:
        return made is not None and not failures(palette({**own, token: Colour.of(made)}))

    for far in range(_STRIDE, int(1 / shades.STEP) + _STRIDE, _STRIDE):
        for way in (-1, 1):
            if is_good(shade(way * far)):
                near = range(far - _STRIDE + 1, far + 1)
                return next(made for step in near if is_good(made := shade(way * step)))
    return None
