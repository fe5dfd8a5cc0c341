"""Icons as vectors: Material Symbols (Apache-2.0), under the plain names the content uses."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from hscb_report.brand import resources

Segment = tuple[str, tuple[tuple[float, float], ...]]

UNITS = 960.0
"""The side of the square an icon is drawn in."""


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """The names of all icons, sorted."""
    return tuple(sorted(file.stem for file in resources.icons().glob("*.svg")))


@cache
def data(name: str) -> str:
    """An icon's outline as SVG writes it, in a box from 0 to 960 across and from -960 to 0 down.

    Raises:
        KeyError: there is no such icon.
    """
    if name not in names():
        raise KeyError(name)
    svg = (resources.icons() / f"{name}.svg").read_text(encoding="utf-8")
    return " ".join(re.findall(r'<path d="([^"]+)"', svg))


@cache
def outline(name: str) -> tuple[Segment, ...]:
    """An icon's outline: ``moveTo``, ``lineTo``, ``curveTo`` (cubic) and ``closePath``.

    Coordinates run from 0 to 960, y upwards, as PDF has it.

    Raises:
        KeyError: there is no such icon.
    """
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path.parser import parse_path

    pen = RecordingPen()
    parse_path(data(name), pen)
    segments: list[Segment] = []
    at = (0.0, 0.0)
    for operator, points in pen.value:
        if operator == "qCurveTo":  # PDF has cubic curves alone
            control, end = points
            operator, points = "curveTo", (_two_thirds(at, control), _two_thirds(end, control), end)
        if operator in ("closePath", "endPath"):
            segments.append(("closePath", ()))
            continue
        segments.append((operator, tuple((x, -y) for x, y in points)))
        at = points[-1]
    return tuple(segments)


@cache
def bounds(name: str) -> tuple[float, float, float, float]:
    """The box around an icon's outline: left, bottom, right, top, in its units.

    Raises:
        KeyError: there is no such icon.
    """
    from fontTools.pens.boundsPen import BoundsPen

    pen = BoundsPen(None)
    for operator, points in outline(name):
        getattr(pen, operator)(*points)
    left, bottom, right, top = pen.bounds
    return left, bottom, right, top


def _two_thirds(start: tuple[float, float], control: tuple[float, float]) -> tuple[float, float]:
    return start[0] + (control[0] - start[0]) * 2 / 3, start[1] + (control[1] - start[1]) * 2 / 3
