"""What mixes of inks look like in print: through the profile of the printing condition that a file
carries, or by the plain formula where it carries none that can be read.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

import pikepdf
from PIL import Image, ImageCms

from hscb_report.preflight.document import Opened
from hscb_report.preflight.paint import PROCESS

DARK, NEUTRAL = 102, 15
"""A colour passes for black or dark grey whose strongest channel is below the first, and whose
channels lie no further apart than the second, of 255.
"""

_AS_IT_IS: Any = 0x0100
"""cmsFLAGS_NOOPTIMIZE: no table is made for a few colours. Older Pillows have no name for it."""

Shown = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""
Proof = Callable[[tuple[float, ...]], Shown]
"""From cyan, magenta, yellow and black, per cent, to what they look like."""


def proof(doc: Opened) -> Proof:
    """How a file's printing condition shows its inks."""
    for intent in _intents(doc.pdf):
        data = intent.get("/DestOutputProfile")
        if isinstance(data, pikepdf.Stream) and data.get("/N") == 4:
            made = _through(doc.streams.data(data))
            if made is not None:
                return made
    return _formula


def is_mixed_black(inks: Mapping[str, float] | None, shown: Proof) -> bool:
    """Whether a colour passes for black or dark grey and is mixed of several inks.

    Args:
        inks: by plate, per cent; other plates than the four of the process are no black.
    """
    if inks is None or not set(inks) <= set(PROCESS) or sum(ink > 1 for ink in inks.values()) < 2:
        return False
    parts = shown(tuple(inks.get(name, 0.0) for name in PROCESS))
    return max(parts) < DARK and max(parts) - min(parts) < NEUTRAL


def _intents(pdf: pikepdf.Pdf) -> list[Any]:
    intents = pdf.Root.get("/OutputIntents")
    if not isinstance(intents, pikepdf.Array):
        return []
    return [intent for intent in intents if isinstance(intent, pikepdf.Dictionary)]


def _through(data: bytes) -> Proof | None:
    try:
        profile = ImageCms.getOpenProfile(io.BytesIO(data))
        transform = ImageCms.buildTransform(
            profile,
            ImageCms.createProfile("sRGB"),
            "CMYK",
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            _AS_IT_IS,
        )
    except (ImageCms.PyCMSError, OSError):
        return None

    def shown(inks: tuple[float, ...]) -> Shown:
        dot = Image.new("CMYK", (1, 1), tuple(round(2.55 * min(100, max(0, ink))) for ink in inks))
        image = ImageCms.applyTransform(dot, transform)
        red, green, blue = (image or dot).tobytes()[:3]
        return red, green, blue

    return shown


def _formula(inks: tuple[float, ...]) -> Shown:
    *colours, black = (min(1.0, ink / 100) for ink in inks)
    red, green, blue = (round(255 * (1 - ink) * (1 - black)) for ink in colours)
    return red, green, blue
