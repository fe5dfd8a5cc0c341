"""Geometry on a page: matrices, outlines, and what lies inside them. ISO 32000-1, 8.3 and 8.5."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from operator import add
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Polygon = Sequence[Point]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top, pt."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_STEPS = 6
_STRAIGHT = frozenset(("m", "l", "h", "re"))
STEPS = {"m": 1, "l": 1, "c": 3, "v": 2, "y": 2, "h": 0, "re": 2}
"""The operators that build a path, and how many points each has; those of ``re`` are a corner and a
size.
"""


def as_matrix(values: Iterable[Any]) -> Matrix:
    """Six numbers of a file as a matrix.

    Raises:
        ValueError: they are not six.
    """
    a, b, c, d, e, f = (float(value) for value in values)
    return a, b, c, d, e, f


def as_box(values: Iterable[Any]) -> Box:
    """Four numbers of a file as a box, in the order they stand in.

    Raises:
        ValueError: they are not four.
    """
    left, bottom, right, top = (float(value) for value in values)
    return left, bottom, right, top


def product(inner: Sequence[float], outer: Matrix) -> Matrix:
    """One matrix after another."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def apply(matrix: Matrix, x: float, y: float) -> Point:
    """Where a point goes."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def scale(matrix: Matrix) -> float:
    """How much larger a matrix makes things, on the whole."""
    a, b, c, d, _, _ = matrix
    return sqrt(abs(a * d - b * c))


def bounds(polygons: Sequence[Polygon]) -> Box:
    """The box around all points."""
    xs = [x for polygon in polygons for x, _ in polygon]
    ys = [y for polygon in polygons for _, y in polygon]
    return min(xs), min(ys), max(xs), max(ys)


def around(boxes: Sequence[Box]) -> Box:
    """The box around all boxes."""
    return bounds([((box[0], box[1]), (box[2], box[3])) for box in boxes])


def grown(box: Box, by: float) -> Box:
    """A box with a margin around it."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def common(one: Box | None, other: Box | None) -> Box | None:
    """What two boxes share; a box that is None is everything, a result that is None is nothing."""
    if one is None or other is None:
        return one or other
    left, bottom, right, top = (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )
    return (left, bottom, right, top) if left <= right and bottom <= top else None


class Outline:
    """A path as it is built, in page coordinates. Points are worked out, and curves flattened, only
    if someone asks where they are.
    """

    def __init__(self) -> None:
        self._pieces: list[tuple[Sequence[str], Sequence[float], Matrix]] = []
        self._polygons: list[list[Point]] | None = None

    def __bool__(self) -> bool:
        return any(len(numbers) > 1 for _, numbers, _ in self._pieces)

    def extend(self, operator: str, numbers: Sequence[float], matrix: Matrix) -> None:
        """Add one of ``STEPS``; of one that has not as many numbers as it should, those that stand
        in pairs count.

        Raises:
            ValueError: it is a rectangle, and has not four numbers.
        """
        if operator == "re" and len(numbers) != 4:
            raise ValueError("a rectangle has four numbers")
        self._pieces.append(((operator,), numbers, matrix))

    def extend_all(
        self, operators: Sequence[str], numbers: Sequence[float], matrix: Matrix
    ) -> None:
        """Add many, each with as many points as it should have.

        Args:
            numbers: the coordinates of all, one behind the other.
        """
        self._pieces.append((operators, numbers, matrix))

    def _steps(self) -> Iterator[tuple[str, list[Point]]]:
        """Each operator with its points."""
        for piece in self._pieces:
            yield from _steps_of(*piece)

    @property
    def box(self) -> Box:
        """The box around all points, those that only steer a curve included."""
        return around([box for piece in self._pieces if (box := _box(*piece))])

    @property
    def reach(self) -> Box:
        """The box around what is drawn."""
        if all(_STRAIGHT.issuperset(operators) for operators, _, _ in self._pieces):
            return self.box
        return bounds(self.polygons)

    @property
    def polygons(self) -> list[list[Point]]:
        """The outline in straight pieces."""
        if self._polygons is None:
            self._polygons = _flattened(self._steps())
        return self._polygons


def _steps_of(
    operators: Sequence[str], numbers: Sequence[float], matrix: Matrix
) -> Iterator[tuple[str, list[Point]]]:
    a, b, c, d, e, f = matrix
    at = 0
    for operator in operators:
        end = at + 2 * STEPS[operator]
        own = numbers[at:end] if len(operators) > 1 else numbers
        if operator == "re":
            x, y, w, h = own
            own = (x, y, x + w, y, x + w, y + h, x, y + h)
        pairs = zip(own[::2], own[1::2], strict=False)
        yield operator, [(a * x + c * y + e, b * x + d * y + f) for x, y in pairs]
        at = end


def _box(operators: Sequence[str], numbers: Sequence[float], matrix: Matrix) -> Box | None:
    """The box around some steps; None where these have no points."""
    a, b, c, d, e, f = matrix
    rectangles = operators.count("re")
    if b or c or 0 < rectangles < len(operators):
        points = [one for _, some in _steps_of(operators, numbers, matrix) for one in some]
        return bounds([points]) if points else None
    ys = numbers[1::2]
    xs = numbers[: 2 * len(ys) : 2]
    if rectangles:  # corners and sizes in turn
        xs = [*xs[::2], *map(add, xs[::2], xs[1::2])]
        ys = [*ys[::2], *map(add, ys[::2], ys[1::2])]
    if not ys:
        return None
    left, right = sorted((a * min(xs) + e, a * max(xs) + e))
    bottom, top = sorted((d * min(ys) + f, d * max(ys) + f))
    return left, bottom, right, top


def _flattened(steps: Iterable[tuple[str, list[Point]]]) -> list[list[Point]]:
    polygons: list[list[Point]] = []
    open_: list[Point] = []
    kept = False
    for operator, points in steps:
        if operator == "re":
            polygons.append(points)
            open_, kept = [points[0]], False
        elif operator == "m":
            open_, kept = list(points), True
            polygons.append(open_)
        elif operator != "h" and points:
            if not kept:
                polygons.append(open_)
                kept = True
            start = open_[-1] if open_ else points[0]
            if operator == "l":
                open_.extend(points)
            else:
                one, two, end = (
                    (start, *points)
                    if operator == "v"
                    else (points[0], points[1], points[1])
                    if operator == "y"
                    else points
                )
                open_.extend(_curve(start, one, two, end))
    return polygons


def _curve(start: Point, one: Point, two: Point, end: Point) -> list[Point]:
    result = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        u = 1 - t
        p, q, r, s = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        result.append(
            (
                p * start[0] + q * one[0] + r * two[0] + s * end[0],
                p * start[1] + q * one[1] + r * two[1] + s * end[1],
            )
        )
    return result


def inside(point: Point, polygons: Sequence[Polygon], even_odd: bool) -> bool:
    """Whether a point lies in a filled outline."""
    x, y = point
    winding = crossings = 0
    for polygon in polygons:
        for (x1, y1), (x2, y2) in zip(
            polygon, [*polygon[1:], polygon[0]] if polygon else [], strict=True
        ):
            if (y1 <= y) != (y2 <= y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                crossings += 1
                winding += 1 if y2 > y1 else -1
    return bool(crossings % 2) if even_odd else winding != 0


def holds(box: Box, point: Point) -> bool:
    """Whether a point lies in a box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]
