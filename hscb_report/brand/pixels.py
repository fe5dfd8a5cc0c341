"""Photographs made ready for a purpose: turned, cropped, scaled, in the colours of the file, and
without anything that a camera wrote into them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from math import ceil

from PIL import Image, ImageCms

from hscb_report.brand import resources
from hscb_report.brand.colours import Purpose
from hscb_report.pictures.limits import PAGE_DPI, PRESS_DPI
from hscb_report.pictures.photo import (
    BLACK_POINT,
    RELATIVE,
    SPACES,
    Photo,
    base_mode,
    opened,
    orientation,
    profile_of,
    quiet,
)

WANTED = {Purpose.PRESS: PRESS_DPI, Purpose.OFFICE: PAGE_DPI, Purpose.SCREEN: PAGE_DPI}
"""Pixels to the inch, by purpose; more than wanted is thrown away."""
_QUALITIES = (85, 75, 65, 55, 45, 35)
"""Of JPEG, tried in this order until a photograph is within its share."""
_PRESS_QUALITY = 90
MOST_INK = 270.0
"""Per cent: less than uncoated stock takes, for JPEG adds some here and there."""
_TRANSPOSE = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a picture of each orientation is turned to be seen as it was taken."""


@dataclass(frozen=True)
class Pixels:
    """A JPEG to be put into a PDF.

    Attributes:
        space: ``DeviceRGB`` or ``DeviceCMYK``; the latter is written inverted, as Adobe's are.
    """

    data: bytes
    width: int
    height: int
    space: str


def crop_of(photo: Photo, ratio: float) -> tuple[float, float, float, float]:
    """The largest part of a photograph that has a ratio of width to height, as near to its focus
    as its edges allow: left, top, right, bottom in pixels.
    """
    width, height = float(photo.width), float(photo.height)
    if photo.ratio > ratio:
        width = height * ratio
    else:
        height = width / ratio
    left = min(max(photo.focus[0] * photo.width - width / 2, 0.0), photo.width - width)
    top = min(max(photo.focus[1] * photo.height - height / 2, 0.0), photo.height - height)
    return left, top, left + width, top + height


def dpi_of(photo: Photo, width: float, height: float) -> float:
    """Its pixels to the inch where it fills a place, pt."""
    left, top, right, bottom = crop_of(photo, width / height)
    return min((right - left) / width, (bottom - top) / height) * 72


@lru_cache(maxsize=16)
@quiet()
def prepared(photo: Photo, purpose: Purpose, width: float, height: float, share: int) -> Pixels:
    """A photograph for a place.

    Args:
        width, height: of the place on paper, pt.
        share: the bytes it may take, for what is not printed by a press.
    """
    image = _in_colours(
        _placed(photo, purpose, width, height), profile_of(opened(photo.data)), purpose
    )
    if purpose is Purpose.PRESS:
        data = _jpeg(image, _PRESS_QUALITY, fine=True)
        return Pixels(data, *image.size, "DeviceCMYK")
    for quality in _QUALITIES:
        data = _jpeg(image, quality)
        if len(data) <= share:
            break
    return Pixels(data, *image.size, "DeviceRGB")


def _placed(photo: Photo, purpose: Purpose, width: float, height: float) -> Image.Image:
    """As it is seen, on white, cropped, and with as many pixels as are wanted, at the most."""
    image = opened(photo.data)
    wanted = [max(1, ceil(side * WANTED[purpose] / 72)) for side in (width, height)]
    left, top, right, bottom = crop_of(photo, width / height)
    shrink = min((right - left) / wanted[0], (bottom - top) / wanted[1])
    if image.format in ("JPEG", "MPO") and shrink >= 2:
        image.draft(image.mode, (int(image.width / shrink * 2), int(image.height / shrink * 2)))
    image.load()
    turned = orientation(image)  # a TIFF is turned by Pillow, and then says so
    image = _flat(image)
    if turned in _TRANSPOSE:
        image = image.transpose(_TRANSPOSE[turned])
    scale = image.width / photo.width  # below 1 where a JPEG was read smaller
    box = (
        left * scale,
        top * scale,
        min(right * scale, image.width),
        min(bottom * scale, image.height),
    )
    size = (min(wanted[0], round(box[2] - box[0])), min(wanted[1], round(box[3] - box[1])))
    return image.resize((max(1, size[0]), max(1, size[1])), Image.Resampling.LANCZOS, box=box)


def _flat(image: Image.Image) -> Image.Image:
    """In the mode of its colours; what can be seen through shows white paper."""
    base = base_mode(image)
    if "transparency" in image.info or image.mode in ("LA", "PA", "RGBA"):
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, (255, 255, 255, 255))
        return Image.alpha_composite(white, clear).convert(base)
    return image if image.mode == base else image.convert(base)


def _in_colours(image: Image.Image, profile: bytes, purpose: Purpose) -> Image.Image:
    """From its own colours to those of the file: sRGB, or the press's inks."""
    mode = image.mode
    own = ImageCms.getOpenProfile(BytesIO(profile)) if profile else None
    if own is None and mode == "L":
        image, mode = image.convert("RGB"), "RGB"
    source = own or _profile("FOGRA39L_coated.icc" if mode == "CMYK" else "sRGB.icc")
    assert own is None or SPACES[own.profile.xcolor_space] == mode
    press = purpose is Purpose.PRESS
    target, out = (
        _profile("FOGRA39L_coated.icc" if press else "sRGB.icc"),
        "CMYK" if press else "RGB",
    )
    if press and mode == "CMYK" and (not profile or profile == _bytes(target)):
        return _within_ink(image)
    transform = ImageCms.buildTransform(source, target, mode, out, RELATIVE, BLACK_POINT)
    made = ImageCms.applyTransform(image, transform)
    assert made is not None  # it is where a picture is changed in place
    return _within_ink(made) if press else made


@lru_cache(maxsize=2)
def _profile(name: str) -> ImageCms.ImageCmsProfile:
    return ImageCms.getOpenProfile(str(resources.profile(name)))


def _bytes(profile: ImageCms.ImageCmsProfile) -> bytes:
    return profile.tobytes()


def _within_ink(image: Image.Image) -> Image.Image:
    """No more ink than dries: the three colours give way, black stays."""
    import numpy

    inks = numpy.asarray(image, dtype=numpy.float32)
    colours, black = inks[..., :3].sum(axis=-1), inks[..., 3]
    most = MOST_INK * 2.55
    factor = numpy.where(colours + black > most, (most - black) / numpy.maximum(colours, 1.0), 1.0)
    kept = inks.copy()
    kept[..., :3] *= numpy.clip(factor, 0.0, 1.0)[..., None]
    return Image.frombytes("CMYK", image.size, numpy.rint(kept).astype(numpy.uint8).tobytes())


def _jpeg(image: Image.Image, quality: int, fine: bool = False) -> bytes:
    """The pixels and nothing else: no profile, no comment, no camera."""
    bare = Image.frombytes(image.mode, image.size, image.tobytes())
    out = BytesIO()
    bare.save(out, "JPEG", quality=quality, optimize=True, subsampling=0 if fine else 2)
    return out.getvalue()
