"""Photographs: read, judged, and held as they are until it is known how large they are shown."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

from hscb_report.pictures.limits import LEAST_PIXELS, PICTURE_BYTES, PIXELS, PROFILE_BYTES
from hscb_report.pictures.markup import Fault, Refused, too_many_bytes

FORMATS = ("JPEG", "PNG", "TIFF")
SPACES = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK"}
"""Colour spaces of profiles, and Pillow's mode for each."""
RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
BLACK_POINT: Any = 0x2000
"""How colours are turned into others: paper is white on both sides, and black is black
(cmsFLAGS_BLACKPOINTCOMPENSATION; a number, for older Pillows have no name for it).
"""
_MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr"})
_TURNED = frozenset({5, 6, 7, 8})
"""Orientations (Exif 2.32, 4.6.4) at which width and height change places."""
_ORIENTATION = 0x0112
_ANEW = "open it in a picture editor, and save it as a JPEG"


@dataclass(frozen=True)
class Photo:
    """A photograph.

    Attributes:
        data: the file.
        width, height: pixels, as it is seen.
        focus: what must be seen, from the left and from the top, 0 to 1.
    """

    data: bytes
    width: int
    height: int
    focus: tuple[float, float] = (0.5, 0.5)

    @property
    def ratio(self) -> float:
        """How much wider than high it is."""
        return self.width / self.height


@contextmanager
def quiet() -> Iterator[None]:
    """What Pillow warns of while it reads is for programmers; pictures too large are refused."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


@quiet()
def photo_of(data: bytes) -> Photo:
    """A file as a photograph. All of it is unpacked, so that a broken one is told here.

    Raises:
        Refused: it is none, is broken, or holds too much.
    """
    if len(data) > PICTURE_BYTES:
        raise too_many_bytes(len(data), PICTURE_BYTES)
    image = opened(data)
    if (many := _several(opened(data))) and image.format != "MPO":
        raise _refused(f"the file holds {many}", "save the one that is meant by itself")
    if image.mode not in _MODES:
        raise _refused(
            f"its pixels are of a kind that is not printed ({image.mode})",
            "save it in 8 bits, in RGB, grey or CMYK",
        )
    _judge_profile(image)
    try:
        image.load()  # before all else: what is asked of a PNG loads it, and hides that it broke
    except Exception as error:  # decoders raise whatever they like
        raise _refused("the picture is broken or not complete", _ANEW) from error
    width, height = image.size
    if orientation(image) in _TURNED:  # a TIFF was turned already, and no longer says so
        width, height = height, width
    return Photo(data, width, height)


@quiet()
def seen_size(data: bytes) -> tuple[int, int]:
    """Width and height as it is seen, pixels; it is not unpacked.

    Raises:
        Refused: it is no picture, or too large.
    """
    return _as_seen(opened(data))


def _as_seen(image: Image.Image) -> tuple[int, int]:
    width, height = image.size
    if image.format == "TIFF":  # some versions of Pillow have turned its size already
        tags = getattr(image, "tag_v2", {})
        width, height = int(tags.get(256, width)), int(tags.get(257, height))
    return (height, width) if orientation(image) in _TURNED else (width, height)


def opened(data: bytes) -> Image.Image:
    """The picture, not yet unpacked, within the limits.

    Raises:
        Refused: it is none, or too large.
    """
    try:
        with quiet():
            image = Image.open(BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many() from error
    except Exception as error:  # decoders raise whatever they like
        raise _refused(
            "the file is no picture that can be read; JPEG, PNG and TIFF can", _ANEW
        ) from error
    width, height = image.size
    if width * height > PIXELS:
        raise _too_many()
    if min(width, height) < LEAST_PIXELS:
        raise _refused(
            f"the picture has {width} x {height} pixels, which is hardly one",
            "take the picture in its full size",
        )
    return image


def _too_many() -> Refused:
    return _refused(
        f"the picture has more than {PIXELS:,} pixels, the most that is read", "save it smaller"
    )


def _refused(message: str, hint: str) -> Refused:
    return Refused([Fault(message, hint)])


def _several(image: Image.Image) -> str:
    """What there is of it beside the first; empty where it is one picture."""
    try:
        image.seek(1)
    except Exception:  # there is no second, which each format says in its own way
        return ""
    image.seek(0)
    return "several pictures, pages or frames"


def orientation(image: Image.Image) -> int:
    """How it is turned, 1 to 8; 1 where it does not say."""
    try:
        found = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # what a camera wrote there is for it alone
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def profile_of(image: Image.Image) -> bytes:
    """Its own colour profile, or nothing."""
    found = image.info.get("icc_profile")
    return found if isinstance(found, bytes) else b""


def _judge_profile(image: Image.Image) -> None:
    """Refuse a profile that cannot be used: colours would silently be others."""
    data = profile_of(image)
    if not data:
        return
    problem = ""
    if len(data) > PROFILE_BYTES:
        problem = f"has more than {PROFILE_BYTES:,} bytes"
    else:
        problem = _unusable(data, image)
    if problem:
        raise _refused(
            f"the colour profile of the picture {problem}",
            "save it anew with the profile sRGB",
        )


def _unusable(data: bytes, image: Image.Image) -> str:
    """Why a profile cannot turn these pixels into others; empty where it can."""
    mode = base_mode(image)
    try:
        own = ImageCms.getOpenProfile(BytesIO(data))
        space = own.profile.xcolor_space
        if SPACES.get(space) != mode:
            return f"is for other pixels ({space.strip()[:10]}) than it has ({image.mode})"
        screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
        ImageCms.buildTransform(own, screen, mode, "RGB", RELATIVE, BLACK_POINT)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return "cannot be read"
    return ""


def base_mode(image: Image.Image) -> str:
    """The mode in which its colours are worked out: RGB, L or CMYK."""
    if image.mode in ("1", "L", "LA"):
        return "L"
    return "CMYK" if image.mode == "CMYK" else "RGB"
