"""The graphics state of a content stream, and its operands read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pikepdf

from hscb_report.preflight.content import Tag
from hscb_report.preflight.paint import BLACK, Paint
from hscb_report.preflight.shapes import IDENTITY, Box, Matrix


@dataclass
class State:
    """The graphics state, ISO 32000-1, 8.4, as far as it is followed."""

    matrix: Matrix = IDENTITY
    fill: Paint | None = BLACK
    stroke: Paint | None = BLACK
    fill_over: bool = False
    stroke_over: bool = False
    mask: int = 0
    clip: Box | None = None
    font: Any = None
    size: float = 0.0
    leading: float = 0.0
    character: float = 0.0
    word: float = 0.0
    rise: float = 0.0
    stretch: float = 1.0
    mode: int = 0
    line: float = 1.0

    def copy(self) -> State:
        """A copy, for q."""
        return State(**self.__dict__)

    def set_paint(self, paint: Paint | None, fill: bool) -> None:
        """What is filled or else stroked with from here on; None is a pattern."""
        if fill:
            self.fill = paint
        else:
            self.stroke = paint


def length(stream: Any) -> int:
    """The bytes of a page's or form's content, unpacked."""
    if isinstance(stream, pikepdf.Stream):
        return len(stream.read_bytes())
    contents = stream.get("/Contents")
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    return sum(len(part.read_bytes()) for part in parts if isinstance(part, pikepdf.Stream))


def tag_of(operands: Any, resources: Any, name: str, around: Tag) -> Tag:
    """The marked content that BDC or BMC begins."""
    if str(operands[0]) == "/Artifact":
        return Tag(artifact=True)
    if name == "BDC" and len(operands) > 1:
        properties = operands[1]
        if isinstance(properties, pikepdf.Name):
            properties = resources.get("/Properties", {}).get(str(properties), {})
        if "/MCID" in properties:
            return Tag(mcid=int(properties["/MCID"]))
    return around


def numbers(operands: Any, count: int) -> tuple[float, ...]:
    """The first operands as numbers."""
    return tuple(float(value) for value in list(operands)[:count])
