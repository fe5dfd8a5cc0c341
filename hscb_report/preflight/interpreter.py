"""A page's content read operator by operator: a small interpreter of ISO 32000-1, 8 and 9."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf

from hscb_report.preflight import shapes, steps
from hscb_report.preflight.content import Content, Tag, Used
from hscb_report.preflight.interactive import annots, looks
from hscb_report.preflight.letters import Letters
from hscb_report.preflight.limits import NESTED, OPERATORS, PIECE
from hscb_report.preflight.operators import OTHERS, PARAMETERS, SPACES, START
from hscb_report.preflight.paint import Paint, Space, space_of
from hscb_report.preflight.painter import FILLS, STROKES, Painter
from hscb_report.preflight.shapes import IDENTITY, Box, Outline, as_box, as_matrix
from hscb_report.preflight.state import (
    Run,
    State,
    as_text,
    begin,
    numbers,
    see_through,
    tag_of,
)

MAX_GLYPHS = 300
_NOTHING: Box = (0.0, 0.0, 0.0, 0.0)


def read(page: pikepdf.Page, letters: Letters) -> Content:
    """Read a page, the forms it shows, and how its annotations look.

    Args:
        letters: of the document's fonts, and the way to its streams.

    Raises:
        TooLarge: there is more than is looked at.
    """
    content = Content()
    reader = _Reader(content, as_box(page.mediabox), letters)
    resources = page.resources
    reader.run(page.obj, resources, begin(resources))
    for annotation in annots(page):
        for look in looks(annotation):
            reader.inside(look, resources, "an annotation", State())
    return content


class _Reader:
    """Follows the operators of a page and of what it shows."""

    def __init__(self, content: Content, page: Box, letters: Letters, *around: Any) -> None:
        self.content, self.page, self.around = content, page, around
        self.painter = Painter(content, page, letters)
        self.marks: list[Tag] = []

    def run(self, stream: Any, resources: Any, state: State) -> None:
        if stream.objgen in self.around:
            return  # it paints itself, which never ends
        if len(self.around) > NESTED.most:
            raise NESTED.exceeded
        outside, self.around = self.around, (*self.around, stream.objgen)
        run = Run(resources, state, len(self.marks))
        for name, operands in steps.together(self.painter.letters.streams.instructions(stream)):
            if name in _OPERATORS:
                _OPERATORS[name](self, run, name, operands)
            elif name == "ri":
                self.content.intents.add(str(operands[0]))
            elif name not in OTHERS:
                self.content.unknown.add(name)
        self._close(run.opened)
        self.around = outside

    # The graphics state

    def _save(self, run: Run, name: str, operands: Any) -> None:
        run.stack.append(run.state.copy())
        self.content.deepest = max(self.content.deepest, len(run.stack))

    def _restore(self, run: Run, name: str, operands: Any) -> None:
        run.state = run.stack.pop() if run.stack else run.state

    def _transform(self, run: Run, name: str, operands: Any) -> None:
        run.state.matrix = shapes.product(numbers(operands, 6), run.state.matrix)

    def _parameter(self, run: Run, name: str, operands: Any) -> None:
        value = float(operands[0]) / (100 if name == "Tz" else 1)
        setattr(run.state, PARAMETERS[name], value)

    def _graphics_state(self, run: Run, name: str, operands: Any) -> None:
        entries = run.resources.get("/ExtGState", {}).get(str(operands[0]), {})
        run.state.follow(entries)
        self.content.transparent |= set(see_through(entries))
        if "/ExtGState" in run.resources and entries:
            self.content.states.append(entries)
        if isinstance(entries.get("/Font"), pikepdf.Array):
            self._set_font(run, entries.Font[0], "", float(entries.Font[1]))
        mask = entries.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary) and isinstance(mask.get("/G"), pikepdf.Stream):
            self.inside(mask.G, run.resources, "a soft mask", run.state)

    # Colours: small letters fill, large ones stroke

    def _device_colour(self, run: Run, name: str, operands: Any) -> None:
        space = run.device(SPACES[name])
        self.painter.device(space)
        run.state.set_paint(Paint(space, tuple(map(float, operands))), fill=name.islower())

    def _space(self, run: Run, name: str, operands: Any) -> None:
        space = space_of(operands[0], run.resources)
        self.painter.device(space)
        paint = Paint(space, START.get(space.family, (0.0,)))
        run.state.set_paint(paint, fill=name.islower())

    def _colour(self, run: Run, name: str, operands: Any) -> None:
        fill = name.islower()
        before = run.state.fill if fill else run.state.stroke
        values = tuple(float(v) for v in operands if not isinstance(v, pikepdf.Name))
        if len(values) != len(list(operands)):
            self._pattern(str(list(operands)[-1]), run)
            run.state.set_paint(None, fill)
        else:
            run.state.set_paint(Paint(before.space if before else Space("unknown"), values), fill)

    def _pattern(self, name: str, run: Run) -> None:
        """The colours of a pattern or of its shading; it stands wherever the clipping path
        lets it.
        """
        pattern = run.resources.get("/Pattern", {}).get(name)
        if pattern is None:
            return
        if isinstance(pattern, pikepdf.Stream):
            self.inside(pattern, run.resources, "a pattern", run.state)
        elif "/Shading" in pattern:
            space = space_of(pattern.Shading.get("/ColorSpace"), run.resources)
            self.painter.note("a shading", space, run.state.clip or self.page)

    # Marked content

    def _begin(self, run: Run, name: str, operands: Any) -> None:
        tag = tag_of(operands, run.resources, name, self.painter.tag)
        if tag.artifact and any(mark.mcid is not None for mark in self.marks):
            self.content.nested.add("an artifact stands inside tagged content")
        elif tag.mcid is not None and any(mark.artifact for mark in self.marks):
            self.content.nested.add("tagged content stands inside an artifact")
        self.marks.append(tag)
        self.painter.tag = tag

    def _end(self, run: Run, name: str, operands: Any) -> None:
        if len(self.marks) > run.opened:
            self._close(len(self.marks) - 1)

    def _close(self, left: int) -> None:
        del self.marks[left:]
        self.painter.tag = self.marks[-1] if self.marks else Tag()

    # Paths

    def _outline(self, run: Run, name: str, operands: Any) -> None:
        steps.add(run.path, operands, run.state.matrix)

    def _clip(self, run: Run, name: str, operands: Any) -> None:
        run.clipping = run.path

    def _paint(self, run: Run, name: str, operands: Any) -> None:
        if name != "n":
            self.painter.path(run.path, name, run.state)
        if run.clipping:
            run.state.clip = shapes.common(run.state.clip, run.clipping.box) or _NOTHING
        run.path, run.clipping = Outline(), None

    # Text

    def _begin_text(self, run: Run, name: str, operands: Any) -> None:
        run.text = run.line = IDENTITY

    def _move(self, run: Run, name: str, operands: Any) -> None:
        x, y = numbers(operands, 2)
        run.state.leading = -y if name == "TD" else run.state.leading
        run.text = run.line = shapes.product((1, 0, 0, 1, x, y), run.line)

    def _place(self, run: Run, name: str, operands: Any) -> None:
        run.text = run.line = as_matrix(list(operands)[:6])

    def _next_line(self, run: Run, name: str, operands: Any) -> None:
        run.text = run.line = shapes.product((1, 0, 0, 1, 0, -run.state.leading), run.line)
        if name != "T*":
            run.text = self.painter.text([operands[-1]], run.state, run.text)

    def _show(self, run: Run, name: str, operands: Any) -> None:
        parts = list(operands[0]) if name == "TJ" else [operands[0]]
        run.text = self.painter.text(parts, run.state, run.text)

    def _font(self, run: Run, name: str, operands: Any) -> None:
        """Remember a font, and look into letters that are drawn like pages."""
        font = run.resources.get("/Font", {}).get(str(operands[0]))
        self._set_font(run, font, str(operands[0]), float(operands[1]))

    def _set_font(self, run: Run, font: Any, called: str, size: float) -> None:
        run.state.font, run.state.size, run.state.used = font, size, None
        if not isinstance(font, pikepdf.Dictionary):
            return
        called = as_text(font.get("/BaseFont")) or called
        key = font.objgen if font.is_indirect else called
        new = key not in self.content.fonts
        run.state.used = self.content.fonts.setdefault(
            key, Used(called[:128].removeprefix("/"), font)
        )
        if new and font.get("/Subtype") == "/Type3":
            for glyph in list(font.get("/CharProcs", {}).values())[:MAX_GLYPHS]:
                self.inside(glyph, font.get("/Resources", run.resources), "a letter", run.state)

    # Pictures, forms, and what is painted from elsewhere

    def _inline_image(self, run: Run, name: str, operands: Any) -> None:
        data = operands[0].obj
        self.content.images.append(data)
        mask = data.get("/ImageMask", False)
        space = Space("mask") if mask else space_of(data.get("/ColorSpace"), run.resources)
        self._picture(data, space, run.state)

    def _shading(self, run: Run, name: str, operands: Any) -> None:
        shading = run.resources.get("/Shading", {}).get(str(operands[0]), {})
        space = space_of(shading.get("/ColorSpace"), run.resources)
        self.painter.picture("a shading", space, run.state)

    def _object(self, run: Run, name: str, operands: Any) -> None:
        item = run.resources.get("/XObject", {}).get(str(operands[0]))
        if item is None:
            return
        known = self.content.images if item.get("/Subtype") == "/Image" else self.content.forms
        known.append(item)
        if item.get("/Subtype") == "/Image":
            if item.get("/ImageMask", False):
                space = Space("mask")
            elif "/ColorSpace" in item:
                space = space_of(item.ColorSpace, run.resources)
            else:
                space = Space("JPEG 2000")
            self._picture(item, space, run.state)
            if "/SMask" in item:
                self.content.images.append(item.SMask)
                self.content.transparent.add("a picture with a soft mask")
        elif item.get("/Subtype") == "/Form":
            inner = run.state.copy()
            if "/Matrix" in item:
                inner.matrix = shapes.product(numbers(item.Matrix, 6), inner.matrix)
            self.run(item, item.get("/Resources", run.resources), inner)

    def _picture(self, data: Any, space: Space, state: State) -> None:
        width, height = float(data.get("/Width", 0)), float(data.get("/Height", 0))
        self.painter.picture("a picture", space, state, width, height)

    def inside(self, stream: Any, resources: Any, what: str, state: State) -> None:
        """What is set in a stream that is painted from elsewhere: a pattern, a letter of a Type 3
        font.
        """
        self.painter.letters.streams.account.spend(OPERATORS, PIECE)
        inner = _Reader(Content(), self.page, self.painter.letters, *self.around)
        own = stream.get("/Resources", resources)
        inner.run(stream, own, begin(own))
        self.content.take(inner.content)
        used = dict.fromkeys(item.paint.space for item in inner.content.items if item.paint)
        families = {space.family for space in used}
        extra = [Space(family) for family in sorted(inner.content.spaces) if family not in families]
        for space in (*used, *extra, *(picture.space for picture in inner.content.pictures)):
            self.painter.note(what, space, state.clip or self.page)


_Operator = Callable[[_Reader, Run, str, Any], None]
_OPERATORS: dict[str, _Operator] = {
    "q": _Reader._save,
    "Q": _Reader._restore,
    "cm": _Reader._transform,
    "gs": _Reader._graphics_state,
    **dict.fromkeys(PARAMETERS, _Reader._parameter),
    **dict.fromkeys(SPACES, _Reader._device_colour),
    **dict.fromkeys(("cs", "CS"), _Reader._space),
    **dict.fromkeys(("sc", "scn", "SC", "SCN"), _Reader._colour),
    **dict.fromkeys(("BDC", "BMC"), _Reader._begin),
    "EMC": _Reader._end,
    steps.PATH: _Reader._outline,
    **dict.fromkeys(("W", "W*"), _Reader._clip),
    **dict.fromkeys((*FILLS, *STROKES, "n"), _Reader._paint),
    "BT": _Reader._begin_text,
    **dict.fromkeys(("Td", "TD"), _Reader._move),
    "Tm": _Reader._place,
    **dict.fromkeys(("T*", "'", '"'), _Reader._next_line),
    **dict.fromkeys(("Tj", "TJ"), _Reader._show),
    "Tf": _Reader._font,
    "INLINE IMAGE": _Reader._inline_image,
    "sh": _Reader._shading,
    "Do": _Reader._object,
}
"""What each operator does."""
