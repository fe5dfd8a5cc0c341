"""What lies below a text: the fills of a page, found by their place."""

from __future__ import annotations

from hscb_report.preflight.content import Content, Shape, Text
from hscb_report.preflight.limits import COMPARISONS, Account
from hscb_report.preflight.shapes import holds, inside

SQUARE = 36
"""Shapes are looked up by squares of this side, pt."""
WIDE = 100
"""A shape on more squares is looked up for every text."""


class Grounds:
    """The filled shapes of a page.

    Args:
        account: what the document may ask for.
    """

    def __init__(self, content: Content, account: Account) -> None:
        self._account = account
        self._squares: dict[tuple[float, float], list[Shape]] = {}
        self._wide: list[Shape] = []
        for shape in content.shapes:
            if shape.filled:
                self._add(shape)

    def _add(self, shape: Shape) -> None:
        left, bottom, right, top = (side // SQUARE for side in shape.box)
        if not (right - left + 1) * (top - bottom + 1) <= WIDE:
            self._wide.append(shape)
            return
        for x in range(int(left), int(right) + 1):
            for y in range(int(bottom), int(top) + 1):
                self._squares.setdefault((x, y), []).append(shape)

    def of(self, text: Text) -> Shape | None:
        """The last fill painted before a text that its middle stands on; None is the paper.

        Raises:
            TooLarge: more would have to be compared than is.
        """
        point = ((text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2)
        square = point[0] // SQUARE, point[1] // SQUARE
        near = self._squares.get(square, [])
        found = [one for these in (near, self._wide) if (one := self._last(these, point, text))]
        return max(found, key=lambda shape: shape.order, default=None)

    def _last(self, shapes: list[Shape], point: tuple[float, float], text: Text) -> Shape | None:
        for shape in reversed(shapes):
            self._account.spend(COMPARISONS)
            if shape.order < text.order and holds(shape.box, point):
                polygons = shape.outline.polygons
                self._account.spend(COMPARISONS, sum(map(len, polygons)))
                if inside(point, polygons, shape.even_odd):
                    return shape
        return None
