"""A page's content read operator by operator: what is painted, where, in which colour, and under which tag."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from hscb_report.preflight import shapes
from hscb_report.preflight.shapes import IDENTITY, Box, Matrix, Outline

MAX_DEPTH = 8
MAX_OPERATORS = 400_000
MAX_BYTES = 8_000_000
_FILLS = {"f": False, "F": False, "f*": True, "B": False, "B*": True, "b": False, "b*": True}
_STROKES = {"S", "s", "B", "B*", "b", "b*"}
_SPACES = {"rg": "RGB", "RG": "RGB", "g": "Gray", "G": "Gray", "k": "CMYK", "K": "CMYK"}
_DEVICE = {"/DeviceRGB": "RGB", "/DeviceGray": "Gray", "/DeviceCMYK": "CMYK"}

Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Tag:
    """The marked content something is painted in; ``mcid`` None and not an artifact: none at all."""

    mcid: int | None = None
    artifact: bool = False

    @property
    def outside(self) -> bool:
        """Whether it belongs to nothing."""
        return self.mcid is None and not self.artifact


@dataclass(frozen=True)
class Text:
    """A piece of text as it is shown: box and size in pt on the page; ``order`` counts what was painted before."""

    tag: Tag
    box: Box
    size: float
    bold: bool
    colour: Colour | None
    visible: bool
    order: int


@dataclass(frozen=True)
class Shape:
    """A filled or stroked path, or a picture (no colour)."""

    tag: Tag
    box: Box
    colour: Colour | None
    outline: Outline
    even_odd: bool
    filled: bool
    order: int
    width: float = 0.0


@dataclass
class Content:
    """All that a page paints."""

    texts: list[Text] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    spaces: set[str] = field(default_factory=set)
    fonts: dict[str, Any] = field(default_factory=dict)
    too_long: bool = False


@dataclass
class _State:
    matrix: Matrix = IDENTITY
    fill: Colour | None = (0.0, 0.0, 0.0)
    stroke: Colour | None = (0.0, 0.0, 0.0)
    font: Any = None
    size: float = 0.0
    leading: float = 0.0
    character: float = 0.0
    word: float = 0.0
    rise: float = 0.0
    stretch: float = 1.0
    mode: int = 0
    line: float = 1.0

    def copy(self) -> _State:
        return _State(**self.__dict__)


def read(page: pikepdf.Page) -> Content:
    """Read a page and the forms it shows."""
    content = Content()
    reader = _Reader(content)
    reader.run(page.obj, page.obj.get("/Resources", pikepdf.Dictionary()), _State(), 0)
    return content


class _Reader:
    """A small interpreter of content streams: ISO 32000-1, 8 and 9."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.marks: list[Tag] = []
        self.widths: dict[str, tuple[int, list[float]]] = {}
        self.operators = 0
        self.order = 0

    def run(self, stream: Any, resources: Any, state: _State, depth: int) -> None:
        stack: list[_State] = []
        path = Outline()
        text = line = IDENTITY
        opened = len(self.marks)
        for operands, operator in self._instructions(stream):
            name = str(operator)
            if name == "q":
                stack.append(state.copy())
            elif name == "Q":
                state = stack.pop() if stack else state
            elif name == "cm":
                state.matrix = shapes.product(_numbers(operands, 6), state.matrix)
            elif name in ("BDC", "BMC"):
                self.marks.append(_tag(operands, resources, name, self._tag()))
            elif name == "EMC":
                if len(self.marks) > opened:
                    self.marks.pop()
            elif name in ("m", "l", "c", "v", "y", "h", "re"):
                path.extend(name, _numbers(operands, len(operands)), state.matrix)
            elif name in _FILLS or name in _STROKES:
                self._paint(path, name, state)
                path = Outline()
            elif name == "n":
                path = Outline()
            elif name == "BT":
                text = line = IDENTITY
            elif name in ("Td", "TD"):
                x, y = _numbers(operands, 2)
                state.leading = -y if name == "TD" else state.leading
                text = line = shapes.product((1, 0, 0, 1, x, y), line)
            elif name == "Tm":
                text = line = _numbers(operands, 6)
            elif name in ("T*", "'", '"'):
                text = line = shapes.product((1, 0, 0, 1, 0, -state.leading), line)
                if name != "T*":
                    text = self._show([operands[-1]], state, text)
            elif name in ("Tj", "TJ"):
                text = self._show(list(operands[0]) if name == "TJ" else [operands[0]], state, text)
            elif name == "Do":
                self._do(operands, resources, state, depth)
            elif name == "INLINE IMAGE" or name == "sh":
                self._picture(state)
            else:
                self._set(name, operands, resources, state)
        del self.marks[opened:]

    def _instructions(self, stream: Any) -> Iterator[tuple[Any, Any]]:
        if _length(stream) > MAX_BYTES:
            self.content.too_long = True
            return
        for instruction in pikepdf.parse_content_stream(stream):
            self.operators += 1
            if self.operators > MAX_OPERATORS:
                self.content.too_long = True
                return
            yield instruction.operands, instruction.operator

    def _tag(self) -> Tag:
        return self.marks[-1] if self.marks else Tag()

    def _set(self, name: str, operands: Any, resources: Any, state: _State) -> None:
        """Operators that only change the state."""
        if name in _SPACES:
            self.content.spaces.add(_SPACES[name])
            setattr(state, "fill" if name.islower() else "stroke", _rgb([float(v) for v in operands]))
        elif name in ("cs", "CS"):
            space = str(operands[0])
            space = _DEVICE.get(space) or _DEVICE.get(str(resources.get("/ColorSpace", {}).get(space, "")))
            if space:
                self.content.spaces.add(space)
            setattr(state, "fill" if name == "cs" else "stroke", None)
        elif name in ("sc", "scn", "SC", "SCN"):
            values = [float(v) for v in operands if not isinstance(v, pikepdf.Name)]
            setattr(state, "fill" if name.islower() else "stroke", _rgb(values) if len(values) == len(list(operands)) else None)
        elif name == "Tf":
            state.font, state.size = resources.get("/Font", {}).get(str(operands[0])), float(operands[1])
            if state.font is not None:
                self.content.fonts[str(state.font.get("/BaseFont", operands[0]))] = state.font
        elif name in ("TL", "Tc", "Tw", "Ts", "Tr", "Tz", "w"):
            attribute = {"TL": "leading", "Tc": "character", "Tw": "word", "Ts": "rise", "Tr": "mode", "Tz": "stretch", "w": "line"}[name]
            setattr(state, attribute, float(operands[0]) / (100 if name == "Tz" else 1))

    def _paint(self, path: Outline, name: str, state: _State) -> None:
        if not path:
            return
        filled = name in _FILLS
        self.order += 1
        self.content.shapes.append(Shape(self._tag(), path.box, state.fill if filled else state.stroke, path,
                                         _FILLS.get(name, False), filled, self.order, state.line * shapes.scale(state.matrix)))

    def _picture(self, state: _State) -> None:
        self.order += 1
        square = Outline()
        square.extend("re", (0, 0, 1, 1), state.matrix)
        self.content.shapes.append(Shape(self._tag(), square.box, None, square, False, True, self.order))

    def _do(self, operands: Any, resources: Any, state: _State, depth: int) -> None:
        item = resources.get("/XObject", {}).get(str(operands[0]))
        if item is None:
            return
        if item.get("/Subtype") == "/Image":
            self._picture(state)
            space = _DEVICE.get(str(item.get("/ColorSpace")))
            if space and not item.get("/ImageMask", False):
                self.content.spaces.add(space)
        elif item.get("/Subtype") == "/Form" and depth < MAX_DEPTH:
            inner = state.copy()
            if "/Matrix" in item:
                inner.matrix = shapes.product(_numbers(item.Matrix, 6), inner.matrix)
            self.run(item, item.get("/Resources", resources), inner, depth + 1)

    def _show(self, parts: list[Any], state: _State, matrix: Matrix) -> Matrix:
        """Show strings and move on; numbers between them are kerning in thousandths."""
        width = 0.0
        for part in parts:
            if isinstance(part, (pikepdf.String, bytes)):
                width += self._advance(bytes(part), state)
            else:
                width -= float(part) / 1000 * state.size * state.stretch
        both = shapes.product(matrix, state.matrix)
        size = state.size * shapes.scale(both)
        corners = [shapes.apply(both, x, y + state.rise) for x in (0, width) for y in (0, state.size * 0.7)]
        if any(isinstance(part, (pikepdf.String, bytes)) and bytes(part).strip() for part in parts):
            self.order += 1
            name = str(state.font.get("/BaseFont", "")) if state.font is not None else ""
            bold = any(word in name for word in ("Bold", "Black", "Heavy"))
            self.content.texts.append(Text(self._tag(), shapes.bounds([corners]), size, bold, state.fill, state.mode not in (3, 7), self.order))
        return shapes.product((1, 0, 0, 1, width, 0), matrix)

    def _advance(self, codes: bytes, state: _State) -> float:
        """How far a string moves the pen; fonts of two-byte codes are taken as half an em a letter."""
        font = state.font
        if font is None or font.get("/Subtype") == "/Type0":
            count, spaces = len(codes) / 2, 0
            total = count * 500.0
        else:
            first, known = self._font_widths(font)
            total = sum(known[code - first] if 0 <= code - first < len(known) else 500.0 for code in codes)
            count, spaces = len(codes), codes.count(32)
        return (total / 1000 * state.size + count * state.character + spaces * state.word) * state.stretch

    def _font_widths(self, font: Any) -> tuple[int, list[float]]:
        """A simple font's first code and its widths, read once."""
        name = str(font.get("/BaseFont", font.objgen))
        if name not in self.widths:
            self.widths[name] = int(font.get("/FirstChar", 0)), [float(width) for width in font.get("/Widths", [])]
        return self.widths[name]


def _length(stream: Any) -> int:
    """The bytes of a page's or form's content, unpacked."""
    if isinstance(stream, pikepdf.Stream):
        return len(stream.read_bytes())
    contents = stream.get("/Contents")
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    return sum(len(part.read_bytes()) for part in parts if isinstance(part, pikepdf.Stream))


def _tag(operands: Any, resources: Any, name: str, around: Tag) -> Tag:
    if str(operands[0]) == "/Artifact":
        return Tag(artifact=True)
    if name == "BDC" and len(operands) > 1:
        properties = operands[1]
        if isinstance(properties, pikepdf.Name):
            properties = resources.get("/Properties", {}).get(str(properties), {})
        if "/MCID" in properties:
            return Tag(mcid=int(properties["/MCID"]))
    return around


def _numbers(operands: Any, count: int) -> tuple[float, ...]:
    return tuple(float(value) for value in list(operands)[:count])


def _rgb(values: list[float]) -> Colour | None:
    """Grey, RGB or CMYK as RGB, roughly; None for anything else."""
    if len(values) == 1:
        return values[0], values[0], values[0]
    if len(values) == 3:
        return values[0], values[1], values[2]
    if len(values) == 4:
        cyan, magenta, yellow, black = values
        return tuple((1 - ink) * (1 - black) for ink in (cyan, magenta, yellow))
    return None
