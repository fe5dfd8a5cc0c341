"""What the operators of a page paint, noted down: text, shapes and pictures in their places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pikepdf

from hscb_report.preflight import shapes
from hscb_report.preflight.content import Content, Picture, Shape, Tag, Text
from hscb_report.preflight.letters import Letters
from hscb_report.preflight.paint import DEVICES, Paint, Space
from hscb_report.preflight.shapes import Box, Matrix, Outline
from hscb_report.preflight.state import State

FILLS = {"f": False, "F": False, "f*": True, "B": False, "B*": True, "b": False, "b*": True}
"""The operators that fill a path, and whether by the even-odd rule."""
STROKES = {"S", "s", "B", "B*", "b", "b*"}
_NAMED = 100
"""So many letters of a text are kept: a finding names it by some twenty."""
_HEIGHT = 0.7
"""How far letters reach above their line, of their size."""


class Painter:
    """Notes what is painted in the content of a page.

    Attributes:
        tag: the marked content that is open.
        letters: of the document's fonts.
    """

    def __init__(self, content: Content, page: Box, letters: Letters) -> None:
        self.content, self.page, self.letters = content, page, letters
        self.tag = Tag()
        self._order = 0

    def device(self, space: Space) -> None:
        """Remember the families of device colours that are used, and are no others in disguise."""
        if not space.calibrated:
            families = (space.family, space.alternate)
            self.content.spaces |= {family for family in families if family in DEVICES}

    def note(
        self, what: str, space: Space, box: Box, dpi: float | None = None, overprint: bool = False
    ) -> None:
        """A picture, a shading, or what is set in a pattern or a letter."""
        self.device(space)
        self.content.pictures.append(Picture(box, what, space, dpi, overprint))

    def path(self, path: Outline, operator: str, state: State) -> None:
        """A path that is filled or stroked, or both."""
        box = shapes.common(path.box, state.clip) if path else None
        if box is None:
            return
        self._order += 1
        if operator in FILLS:
            self._noted(state.fill)
            over = _overprints(state.fill, state.fill_over, state.mask)
            self._shape(box, state.fill, path, True, FILLS[operator], overprint=over)
        if operator in STROKES:
            self._noted(state.stroke)
            width = state.line * shapes.scale(state.matrix)
            reached = shapes.grown(path.reach, width / 2)
            self._shape(
                shapes.common(reached, state.clip) or box,
                state.stroke,
                path,
                False,
                width=width,
                overprint=_overprints(state.stroke, state.stroke_over, state.mask),
            )

    def picture(
        self, what: str, space: Space, state: State, width: float = 0, height: float = 0
    ) -> None:
        """A picture in the unit square of the coordinates, or a shading wherever it may show.

        Args:
            width, height: pixels.
        """
        self._order += 1
        square = Outline()
        square.extend("re", (0, 0, 1, 1), state.matrix)
        box = shapes.common(
            state.clip or self.page if what == "a shading" else square.box, state.clip
        )
        if box is None:
            return
        self._shape(box, None, square, True)
        a, b, c, d, _, _ = state.matrix
        across, up = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
        dpi = (
            min(width / max(across, 0.01), height / max(up, 0.01)) * 72
            if width and height
            else None
        )
        self.note(what, space, box, dpi, state.fill_over)

    def text(self, parts: Sequence[Any], state: State, matrix: Matrix) -> Matrix:
        """Show strings; numbers between them are kerning in thousandths.

        Returns:
            The text matrix behind them.
        """
        width = 0.0
        strings = [bytes(part) for part in parts if isinstance(part, (pikepdf.String, bytes))]
        if state.used is not None:
            state.used.show(strings, state.mode != 3)
        for part in parts:
            if isinstance(part, (pikepdf.String, bytes)):
                width += self.letters.advance(
                    bytes(part), state.font, state.size, state.character, state.word, state.stretch
                )
            else:
                width -= float(part) / 1000 * state.size * state.stretch
        if any(string.strip() for string in strings):
            self._text(strings, state, shapes.product(matrix, state.matrix), width)
        return shapes.product((1, 0, 0, 1, width, 0), matrix)

    def _text(self, strings: list[bytes], state: State, matrix: Matrix, width: float) -> None:
        self._order += 1
        corners = [
            shapes.apply(matrix, x, y + state.rise)
            for x in (0, width)
            for y in (0, state.size * _HEIGHT)
        ]
        box = shapes.bounds([corners])
        outlined = state.mode in (1, 5)
        paint = state.stroke if outlined else state.fill
        self._noted(paint)
        over = state.stroke_over if outlined else state.fill_over
        self.content.texts.append(
            Text(
                self.tag,
                box,
                state.size * shapes.scale(matrix),
                state.used is not None and state.used.bold,
                paint,
                state.mode not in (3, 7),
                self._order,
                _overprints(paint, over, state.mask),
                self._words(strings, state.font),
            )
        )
        if state.mode in (1, 2, 5, 6):
            width = state.line * shapes.scale(matrix)
            self._shape(box, state.stroke, Outline(), False, width=width)

    def _words(self, strings: list[bytes], font: Any) -> str:
        """The first letters of a text, to point at it."""
        letters = "".join(self.letters.said(string[:_NAMED], font) for string in strings[:_NAMED])
        return letters[:_NAMED].strip()

    def _noted(self, paint: Paint | None) -> None:
        """Remember the grey that a page begins with, once it is used."""
        if paint is not None and paint.first:
            self.device(paint.space)

    def _shape(
        self,
        box: Box,
        paint: Paint | None,
        outline: Outline,
        filled: bool,
        even_odd: bool = False,
        width: float = 0.0,
        overprint: bool = False,
    ) -> None:
        self.content.shapes.append(
            Shape(self.tag, box, paint, outline, even_odd, filled, self._order, width, overprint)
        )


def _overprints(paint: Paint | None, on: bool, mask: int) -> bool:
    """ISO 32000-1, 8.6.7: process colours knock out even so unless the overprint mode is 1."""
    return on and (mask == 1 or paint is None or paint.space.family not in DEVICES)
