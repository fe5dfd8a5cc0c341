"""A page's content read operator by operator: a small interpreter of ISO 32000-1, 8 and 9."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from hscb_report.preflight import shapes
from hscb_report.preflight.content import Content, Picture, Shape, Tag, Text
from hscb_report.preflight.letters import Letters
from hscb_report.preflight.paint import Paint, Space, space_of
from hscb_report.preflight.shapes import IDENTITY, Box, Matrix, Outline
from hscb_report.preflight.state import State, length, numbers, tag_of

MAX_DEPTH = 8
MAX_GLYPHS = 300
MAX_OPERATORS = 400_000
MAX_BYTES = 8_000_000
_FILLS = {"f": False, "F": False, "f*": True, "B": False, "B*": True, "b": False, "b*": True}
_STROKES = {"S", "s", "B", "B*", "b", "b*"}
_SPACES = {"rg": "RGB", "RG": "RGB", "g": "Gray", "G": "Gray", "k": "CMYK", "K": "CMYK"}
_DEVICE = ("RGB", "Gray", "CMYK")
_START = {"RGB": (0.0, 0.0, 0.0), "CMYK": (0.0, 0.0, 0.0, 1.0), "Separation": (1.0,)}


def read(page: pikepdf.Page) -> Content:
    """Read a page and the forms it shows."""
    content = Content()
    reader = _Reader(content, tuple(float(side) for side in page.mediabox))
    reader.run(page.obj, page.obj.get("/Resources", pikepdf.Dictionary()), State(), 0)
    return content


class _Reader:
    """A small interpreter of content streams: ISO 32000-1, 8 and 9."""

    def __init__(self, content: Content, page: Box) -> None:
        self.content, self.page = content, page
        self.marks: list[Tag] = []
        self.letters = Letters()
        self.operators = self.order = self.depth = 0

    def run(self, stream: Any, resources: Any, state: State, depth: int) -> None:
        stack: list[State] = []
        path = Outline()
        clipping: Outline | None = None
        text = line = IDENTITY
        opened = len(self.marks)
        for operands, operator in self._instructions(stream):
            name = str(operator)
            if name == "q":
                stack.append(state.copy())
            elif name == "Q":
                state = stack.pop() if stack else state
            elif name == "cm":
                state.matrix = shapes.product(numbers(operands, 6), state.matrix)
            elif name in ("BDC", "BMC"):
                self.marks.append(tag_of(operands, resources, name, self._tag()))
            elif name == "EMC":
                if len(self.marks) > opened:
                    self.marks.pop()
            elif name in ("m", "l", "c", "v", "y", "h", "re"):
                path.extend(name, numbers(operands, len(operands)), state.matrix)
            elif name in ("W", "W*"):
                clipping = path
            elif name in _FILLS or name in _STROKES or name == "n":
                if name != "n":
                    self._paint(path, name, state)
                if clipping:
                    state.clip = shapes.common(state.clip, clipping.box) or (0.0, 0.0, 0.0, 0.0)
                path, clipping = Outline(), None
            elif name == "BT":
                text = line = IDENTITY
            elif name in ("Td", "TD"):
                x, y = numbers(operands, 2)
                state.leading = -y if name == "TD" else state.leading
                text = line = shapes.product((1, 0, 0, 1, x, y), line)
            elif name == "Tm":
                text = line = numbers(operands, 6)
            elif name in ("T*", "'", '"'):
                text = line = shapes.product((1, 0, 0, 1, 0, -state.leading), line)
                if name != "T*":
                    text = self._show([operands[-1]], state, text)
            elif name in ("Tj", "TJ"):
                text = self._show(list(operands[0]) if name == "TJ" else [operands[0]], state, text)
            elif name == "Do":
                self._do(operands, resources, state, depth)
            elif name == "INLINE IMAGE":
                data = operands[0].obj
                space = (
                    Space("mask")
                    if data.get("/ImageMask", False)
                    else space_of(data.get("/ColorSpace"), resources)
                )
                self._picture(
                    "a picture",
                    space,
                    state,
                    float(data.get("/Width", 0)),
                    float(data.get("/Height", 0)),
                )
            elif name == "sh":
                shading = resources.get("/Shading", {}).get(str(operands[0]), {})
                self._picture("a shading", space_of(shading.get("/ColorSpace"), resources), state)
            else:
                self._set(name, operands, resources, state)
        del self.marks[opened:]

    def _instructions(self, stream: Any) -> Iterator[tuple[Any, Any]]:
        if length(stream) > MAX_BYTES:
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

    def _set(self, name: str, operands: Any, resources: Any, state: State) -> None:
        """Operators that only change the state."""
        which = "fill" if name.islower() else "stroke"
        if name in _SPACES:
            self._device(_SPACES[name])
            setattr(state, which, Paint(Space(_SPACES[name]), tuple(float(v) for v in operands)))
        elif name in ("cs", "CS"):
            space = space_of(operands[0], resources)
            self._device(space.family, space.alternate)
            setattr(state, which, Paint(space, _START.get(space.family, (0.0,))))
        elif name in ("sc", "scn", "SC", "SCN"):
            before = getattr(state, which)
            values = tuple(float(v) for v in operands if not isinstance(v, pikepdf.Name))
            pattern = len(values) != len(list(operands))
            if pattern:
                self._pattern(str(list(operands)[-1]), resources, state)
            setattr(
                state,
                which,
                None if pattern else Paint(before.space if before else Space("unknown"), values),
            )
        elif name == "gs":
            self._graphics_state(resources.get("/ExtGState", {}).get(str(operands[0]), {}), state)
        elif name == "Tf":
            state.font, state.size = (
                resources.get("/Font", {}).get(str(operands[0])),
                float(operands[1]),
            )
            if state.font is not None:
                self._font(state.font, str(operands[0]), resources, state)
        elif name in ("TL", "Tc", "Tw", "Ts", "Tr", "Tz", "w"):
            attribute = {
                "TL": "leading",
                "Tc": "character",
                "Tw": "word",
                "Ts": "rise",
                "Tr": "mode",
                "Tz": "stretch",
                "w": "line",
            }[name]
            setattr(state, attribute, float(operands[0]) / (100 if name == "Tz" else 1))

    def _font(self, font: Any, name: str, resources: Any, state: State) -> None:
        """Remember a font, and look into letters that are drawn like pages."""
        name = str(font.get("/BaseFont", name))
        if font.get("/Subtype") == "/Type3" and name not in self.content.fonts:
            for glyph in list(font.get("/CharProcs", {}).values())[:MAX_GLYPHS]:
                self._inside(glyph, font.get("/Resources", resources), "a letter", state)
        known = self.content.fonts.get(name)
        if known is not None and known.objgen != font.objgen:
            name = f"{name} {font.objgen[0]}"  # a namesake, which may not be embedded
        self.content.fonts[name] = font

    def _device(self, *families: str) -> None:
        self.content.spaces |= {family for family in families if family in _DEVICE}

    def _graphics_state(self, entries: Any, state: State) -> None:
        """ISO 32000-1, 8.4.5: OP alone sets both; what is see-through is noted."""
        if "/OP" in entries:
            state.stroke_over = bool(entries.OP)
            state.fill_over = bool(entries.get("/op", entries.OP))
        elif "/op" in entries:
            state.fill_over = bool(entries.op)
        if "/OPM" in entries:
            state.mask = int(entries.OPM)
        if "/LW" in entries:
            state.line = float(entries.LW)
        for key, what in (("/ca", "fill"), ("/CA", "stroke")):
            if float(entries.get(key, 1)) < 1:
                self.content.transparent.add(f"a {what} at {float(entries[key]):.0%}")
        if entries.get("/SMask", "/None") != "/None":
            self.content.transparent.add("a soft mask")
        mode = entries.get("/BM", "/Normal")
        if str(mode[0] if isinstance(mode, pikepdf.Array) and len(mode) else mode) not in (
            "/Normal",
            "/Compatible",
        ):
            self.content.transparent.add(f"the blend mode {str(mode).removeprefix('/')}")

    def _pattern(self, name: str, resources: Any, state: State) -> None:
        """The colours of a pattern or of its shading; it stands wherever the clipping path
        lets it.
        """
        pattern = resources.get("/Pattern", {}).get(name)
        if pattern is None:
            return
        if isinstance(pattern, pikepdf.Stream):
            self._inside(pattern, resources, "a pattern", state)
        elif "/Shading" in pattern:
            self._note(
                "a shading",
                space_of(pattern.Shading.get("/ColorSpace"), resources),
                state.clip or self.page,
            )

    def _inside(self, stream: Any, resources: Any, what: str, state: State) -> None:
        """What is set in a stream that is painted from elsewhere: a pattern, a letter of a Type 3
        font.
        """
        if self.depth >= MAX_DEPTH:
            return
        inner = _Reader(Content(), self.page)
        inner.depth = self.depth + 1
        inner.run(stream, stream.get("/Resources", resources), State(), MAX_DEPTH)
        self.content.transparent |= inner.content.transparent
        self.content.fonts = {**inner.content.fonts, **self.content.fonts}
        used = dict.fromkeys(
            item.paint.space for item in (*inner.content.shapes, *inner.content.texts) if item.paint
        )
        families = {space.family for space in used}
        extra = [Space(family) for family in sorted(inner.content.spaces) if family not in families]
        for space in (*used, *extra, *(picture.space for picture in inner.content.pictures)):
            self._note(what, space, state.clip or self.page)

    def _note(
        self, what: str, space: Space, box: Box, dpi: float | None = None, overprint: bool = False
    ) -> None:
        self._device(space.family, space.alternate)
        self.content.pictures.append(Picture(box, what, space, dpi, overprint))

    def _overprints(self, paint: Paint | None, on: bool, mask: int) -> bool:
        """ISO 32000-1, 8.6.7: process colours knock out even so unless the overprint mode is 1."""
        return on and (
            mask == 1 or paint is None or paint.space.family not in ("CMYK", "Gray", "RGB")
        )

    def _paint(self, path: Outline, name: str, state: State) -> None:
        if not path:
            return
        filled = name in _FILLS
        box = shapes.common(path.box, state.clip)
        if box is None:
            return
        self.order += 1
        width = state.line * shapes.scale(state.matrix)
        if filled:
            self.content.shapes.append(
                Shape(
                    self._tag(),
                    box,
                    state.fill,
                    path,
                    _FILLS[name],
                    True,
                    self.order,
                    0.0,
                    self._overprints(state.fill, state.fill_over, state.mask),
                )
            )
        if name in _STROKES:
            around = (
                shapes.common(shapes.grown(shapes.bounds(path.polygons), width / 2), state.clip)
                or box
            )
            self.content.shapes.append(
                Shape(
                    self._tag(),
                    around,
                    state.stroke,
                    path,
                    False,
                    False,
                    self.order,
                    width,
                    self._overprints(state.stroke, state.stroke_over, state.mask),
                )
            )

    def _picture(
        self, what: str, space: Space, state: State, width: float = 0, height: float = 0
    ) -> None:
        self.order += 1
        square = Outline()
        square.extend("re", (0, 0, 1, 1), state.matrix)
        box = shapes.common(
            state.clip or self.page if what == "a shading" else square.box, state.clip
        )
        if box is None:
            return
        self.content.shapes.append(Shape(self._tag(), box, None, square, False, True, self.order))
        a, b, c, d, _, _ = state.matrix
        across, up = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
        dpi = (
            min(width / max(across, 0.01), height / max(up, 0.01)) * 72
            if width and height
            else None
        )
        self._note(what, space, box, dpi, state.fill_over)

    def _do(self, operands: Any, resources: Any, state: State, depth: int) -> None:
        item = resources.get("/XObject", {}).get(str(operands[0]))
        if item is None:
            return
        if item.get("/Subtype") == "/Image":
            stencil = bool(item.get("/ImageMask", False))
            space = (
                Space("mask")
                if stencil
                else space_of(item.ColorSpace, resources)
                if "/ColorSpace" in item
                else Space("JPEG 2000")
            )
            self._picture(
                "a picture",
                space,
                state,
                float(item.get("/Width", 0)),
                float(item.get("/Height", 0)),
            )
            if "/SMask" in item:
                self.content.transparent.add("a picture with a soft mask")
        elif item.get("/Subtype") == "/Form" and depth < MAX_DEPTH:
            inner = state.copy()
            if "/Matrix" in item:
                inner.matrix = shapes.product(numbers(item.Matrix, 6), inner.matrix)
            self.run(item, item.get("/Resources", resources), inner, depth + 1)

    def _show(self, parts: list[Any], state: State, matrix: Matrix) -> Matrix:
        """Show strings and move on; numbers between them are kerning in thousandths."""
        width = 0.0
        for part in parts:
            if isinstance(part, (pikepdf.String, bytes)):
                width += self.letters.advance(
                    bytes(part), state.font, state.size, state.character, state.word, state.stretch
                )
            else:
                width -= float(part) / 1000 * state.size * state.stretch
        both = shapes.product(matrix, state.matrix)
        size = state.size * shapes.scale(both)
        corners = [
            shapes.apply(both, x, y + state.rise) for x in (0, width) for y in (0, state.size * 0.7)
        ]
        if any(isinstance(part, (pikepdf.String, bytes)) and bytes(part).strip() for part in parts):
            self.order += 1
            name = str(state.font.get("/BaseFont", "")) if state.font is not None else ""
            bold = any(word in name for word in ("Bold", "Black", "Heavy"))
            said = "".join(
                self.letters.said(bytes(part), state.font)
                for part in parts
                if isinstance(part, (pikepdf.String, bytes))
            )
            paint, over = (
                (state.stroke, state.stroke_over)
                if state.mode in (1, 5)
                else (state.fill, state.fill_over)
            )
            box = shapes.bounds([corners])
            self.content.texts.append(
                Text(
                    self._tag(),
                    box,
                    size,
                    bold,
                    paint,
                    state.mode not in (3, 7),
                    self.order,
                    self._overprints(paint, over, state.mask),
                    said.strip(),
                )
            )
            if state.mode in (1, 2, 5, 6):
                self.content.shapes.append(
                    Shape(
                        self._tag(),
                        box,
                        state.stroke,
                        Outline(),
                        False,
                        False,
                        self.order,
                        state.line * shapes.scale(state.matrix),
                    )
                )
        return shapes.product((1, 0, 0, 1, width, 0), matrix)
