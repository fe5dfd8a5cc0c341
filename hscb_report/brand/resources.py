"""Where the files that travel with the tool stand: inside the wheel, or in a checkout."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def fonts() -> Path:
    """The folder of fonts: ``hscb_report/brand/fonts`` in a wheel, ``fonts`` in a checkout."""
    packed = _HERE / "fonts"
    return packed if packed.is_dir() else _HERE.parents[1] / "fonts"


def icons() -> Path:
    """The folder of icons."""
    return _HERE / "icons"


def profile(name: str) -> Path:
    """A colour profile (ICC): ``sRGB.icc``, or ``FOGRA39L_coated.icc`` for presses."""
    return _HERE / "profiles" / name
