"""Geometry on a page: matrices, outlines, and what lies inside them. ISO 32000-1, 8.3 and 8.5."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Polygon = Sequence[Point]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top, pt."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_STEPS = 6


def product(inner: Sequence[float], outer: Matrix) -> Matrix:
    """One matrix after another."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


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


def extend(path: list[list[Point]], operator: str, numbers: Sequence[float], matrix: Matrix) -> None:
    """Add a path operator to an outline; curves become a few straight pieces."""
    if operator == "re":
        x, y, w, h = numbers
        path.append([apply(matrix, *corner) for corner in ((x, y), (x + w, y), (x + w, y + h), (x, y + h))])
        path.append([])  # a rectangle is closed: what follows begins anew
        return
    points = [apply(matrix, numbers[i], numbers[i + 1]) for i in range(0, len(numbers) - 1, 2)]
    if operator == "m":
        _drop_empty(path)
        path.append(points)
    elif operator == "h":
        pass
    elif path:
        if not path[-1]:
            path[-1].extend(path[-2][:1] if len(path) > 1 else [])
        start = path[-1][-1] if path[-1] else points[0]
        if operator == "l":
            path[-1].extend(points)
        else:
            one, two, end = (start, *points) if operator == "v" else (points[0], points[1], points[1]) if operator == "y" else points
            path[-1].extend(_curve(start, one, two, end))


def _drop_empty(path: list[list[Point]]) -> None:
    if path and not path[-1]:
        path.pop()


def _curve(start: Point, one: Point, two: Point, end: Point) -> list[Point]:
    result = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        u = 1 - t
        result.append(tuple(u**3 * s + 3 * u * u * t * a + 3 * u * t * t * b + t**3 * e for s, a, b, e in zip(start, one, two, end, strict=True)))
    return result


def inside(point: Point, polygons: Sequence[Polygon], even_odd: bool) -> bool:
    """Whether a point lies in a filled outline."""
    x, y = point
    winding = crossings = 0
    for polygon in polygons:
        for (x1, y1), (x2, y2) in zip(polygon, [*polygon[1:], polygon[0]] if polygon else [], strict=True):
            if (y1 <= y) != (y2 <= y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                crossings += 1
                winding += 1 if y2 > y1 else -1
    return bool(crossings % 2) if even_odd else winding != 0


def holds(box: Box, point: Point) -> bool:
    """Whether a point lies in a box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]
