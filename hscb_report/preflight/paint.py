"""Colours as a content stream sets them: by space and parts, as the screen shows them, and as the
inks of a press.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf

Colour = tuple[float, float, float]
DEVICE = {
    "/DeviceRGB": "RGB",
    "/DeviceGray": "Gray",
    "/DeviceCMYK": "CMYK",
}
_DEFAULTS = {"RGB": "/DefaultRGB", "Gray": "/DefaultGray", "CMYK": "/DefaultCMYK"}
_CALIBRATED = ("/CalRGB", "/CalGray", "/ICCBased")
DEVICES = ("RGB", "Gray", "CMYK")
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
ALL = "All"
"""The name of registration colour: every plate (ISO 32000-1, 8.6.6.4)."""


@dataclass(frozen=True)
class Space:
    """A colour space.

    Attributes:
        family: ``RGB``, ``Gray``, ``CMYK`` (of the device), ``ICC``, ``Separation``,
            ``DeviceN``, ``Pattern`` or another's name.
        names: the inks of a Separation or DeviceN.
        alternate: the family such inks are mixed from.
        channels: of an ICC profile.
        calibrated: whether the file turns the device's colours of it into others, of known look
            (DefaultRGB, DefaultGray, DefaultCMYK; ISO 32000-1, 8.6.5.6).
    """

    family: str
    names: tuple[str, ...] = ()
    alternate: str = ""
    channels: int = 0
    calibrated: bool = False


@dataclass(frozen=True)
class Paint:
    """A colour as it is set.

    Attributes:
        space: its colour space.
        parts: 0 to 1 each.
        first: whether a page begins with it; no operator has set it.
    """

    space: Space
    parts: tuple[float, ...]
    first: bool = False

    @cached_property
    def rgb(self) -> Colour | None:
        """About what a screen shows; None where that is not known."""
        family, parts = self.space.family, self.parts
        if family in ("Separation", "DeviceN"):
            if self.inks is None or not set(self.space.names) <= set(PROCESS):
                return None
            return _mixed(*(self.inks.get(name, 0) / 100 for name in PROCESS))
        if len(parts) == 1:
            return parts[0], parts[0], parts[0]
        if len(parts) == 3:
            return parts[0], parts[1], parts[2]
        return _mixed(*parts) if len(parts) == 4 else None

    @cached_property
    def inks(self) -> Mapping[str, float] | None:
        """Ink by plate, per cent; None for a colour that is not given in inks."""
        if self.space.family in ("Separation", "DeviceN"):
            if len(self.space.names) != len(self.parts):
                return None
            return {
                name: 100 * part for name, part in zip(self.space.names, self.parts, strict=True)
            }
        if self.space.family == "Gray" and len(self.parts) == 1:
            return {"Black": 100 * (1 - self.parts[0])}
        if len(self.parts) == 4:
            return {name: 100 * part for name, part in zip(PROCESS, self.parts, strict=True)}
        return None

    @property
    def total(self) -> float:
        """All inks together, per cent; registration colour counts as the four it prints."""
        if self.inks is None:
            return 0.0
        return sum(part * (4 if name == ALL else 1) for name, part in self.inks.items())

    @property
    def is_blank(self) -> bool:
        """Whether it prints nothing: white."""
        return self.inks is not None and self.total < 0.5

    @property
    def is_black(self) -> bool:
        """Whether it is black ink alone, and much of it."""
        return (
            self.inks is not None
            and self.inks.get("Black", 0) >= 95
            and self.total - self.inks.get("Black", 0) < 0.5
        )


def _mixed(cyan: float, magenta: float, yellow: float, black: float) -> Colour:
    """About what four inks look like on a screen, each from 0 to 1."""
    return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)


BLACK = Paint(Space("Gray"), (0.0,), first=True)
"""What a page begins with: ISO 32000-1, 8.6.8."""


def device(family: str, resources: Any) -> Space:
    """A space of the device, with what stands in its place in a page's resources."""
    spaces = resources.get("/ColorSpace") if isinstance(resources, pikepdf.Dictionary) else None
    instead = spaces.get(_DEFAULTS[family]) if isinstance(spaces, pikepdf.Dictionary) else None
    known = isinstance(instead, pikepdf.Array) and len(instead) and str(instead[0]) in _CALIBRATED
    return Space(family, calibrated=bool(known))


def space_of(data: Any, resources: Any, depth: int = 0) -> Space:
    """The colour space that a name or an array stands for."""
    if isinstance(data, pikepdf.Name):
        name = str(data)
        if name in DEVICE:
            return device(DEVICE[name], resources)
        named = resources.get("/ColorSpace", {}).get(name) if resources is not None else None
        if named is None or depth > 4:
            return Space(name.removeprefix("/"))
        return space_of(named, resources, depth + 1)
    if not isinstance(data, pikepdf.Array) or not len(data):
        return Space("unknown")
    family = str(data[0])
    if family in DEVICE:
        return device(DEVICE[family], resources)
    if family == "/ICCBased" and isinstance(data[1], pikepdf.Stream):
        return Space("ICC", channels=int(data[1].get("/N", 0)))
    if family in ("/Separation", "/DeviceN") and len(data) > 2 and depth < 4:
        names = [data[1]] if family == "/Separation" else list(data[1])
        mixed = space_of(data[2], resources, depth + 1)
        return Space(
            family[1:],
            tuple(str(name).removeprefix("/") for name in names),
            mixed.family,
            calibrated=mixed.calibrated,
        )
    if family == "/Indexed" and len(data) > 1 and depth < 4:
        base = space_of(data[1], resources, depth + 1)
        alternate = base.alternate if base.family in ("Separation", "DeviceN") else base.family
        return Space("Indexed", base.names, alternate, calibrated=base.calibrated)
    if family == "/Pattern" and len(data) > 1 and depth < 4:
        under = space_of(data[1], resources, depth + 1)
        return Space("Pattern", alternate=under.family, calibrated=under.calibrated)
    return Space(family.removeprefix("/"))
