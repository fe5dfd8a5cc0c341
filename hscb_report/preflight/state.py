"""The graphics state of a content stream, and its operands read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from hscb_report.preflight.content import Tag, Used
from hscb_report.preflight.paint import BLACK, Paint, Space, device
from hscb_report.preflight.shapes import IDENTITY, Box, Matrix, Outline


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
    used: Used | None = None
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

    def follow(self, entries: Any) -> None:
        """Set what a dictionary of parameters says; ISO 32000-1, 8.4.5: OP alone sets both."""
        if "/OP" in entries:
            self.stroke_over = bool(entries.OP)
            self.fill_over = bool(entries.get("/op", entries.OP))
        elif "/op" in entries:
            self.fill_over = bool(entries.op)
        if "/OPM" in entries:
            self.mask = int(entries.OPM)
        if "/LW" in entries:
            self.line = float(entries.LW)

    def set_paint(self, paint: Paint | None, fill: bool) -> None:
        """What is filled or else stroked with from here on; None is a pattern."""
        if fill:
            self.fill = paint
        else:
            self.stroke = paint


@dataclass
class Run:
    """One stream as it is read.

    Attributes:
        opened: how many marks were open before it; it closes none of them.
        text, line: the text matrix, and that of the line's beginning.
    """

    resources: Any
    state: State
    opened: int
    stack: list[State] = field(default_factory=list)
    path: Outline = field(default_factory=Outline)
    clipping: Outline | None = None
    text: Matrix = IDENTITY
    line: Matrix = IDENTITY
    _spaces: dict[str, Space] = field(default_factory=dict)

    def device(self, family: str) -> Space:
        """A space of the device, as the resources have it."""
        if family not in self._spaces:
            self._spaces[family] = device(family, self.resources)
        return self._spaces[family]


def begin(resources: Any) -> State:
    """What a page begins with: black, of the grey that its resources name."""
    black = Paint(device("Gray", resources), (0.0,), first=True)
    return State(fill=black, stroke=black)


def see_through(entries: Any) -> Iterator[str]:
    """What a dictionary of graphics state parameters lets shine through, in words."""
    for key, what in (("/ca", "fill"), ("/CA", "stroke")):
        if float(entries.get(key, 1)) < 1:
            yield f"a {what} at {float(entries[key]):.0%}"
    if entries.get("/SMask", "/None") != "/None":
        yield "a soft mask"
    mode = entries.get("/BM", "/Normal")
    first = mode[0] if isinstance(mode, pikepdf.Array) and len(mode) else mode
    if str(first) not in ("/Normal", "/Compatible"):
        yield f"the blend mode {str(mode).removeprefix('/')}"


def tag_of(operands: Any, resources: Any, name: str, around: Tag) -> Tag:
    """The marked content that BDC or BMC begins."""
    properties: Any = {}
    if name == "BDC" and len(operands) > 1:
        properties = operands[1]
        if isinstance(properties, pikepdf.Name):
            properties = resources.get("/Properties", {}).get(str(properties), {})
    language = as_text(properties.get("/Lang")) or around.language
    if str(operands[0]) == "/Artifact":
        return Tag(artifact=True, language=language)
    if "/MCID" in properties:
        return Tag(mcid=int(properties["/MCID"]), language=language)
    return replace(around, language=language) if language != around.language else around


def as_text(data: Any) -> str:
    """A string or a name of a file as text; empty for everything else, which has no words."""
    if isinstance(data, (pikepdf.String, pikepdf.Name, str)):
        return str(data)
    return ""


def as_flags(data: Any) -> int | None:
    """A number of a file whose bits mean something; None where it is no whole number."""
    return int(data) if isinstance(data, int) and not isinstance(data, bool) else None


def numbers(operands: Any, count: int) -> tuple[float, ...]:
    """The first operands as numbers."""
    return tuple(map(float, list(operands)[:count]))
