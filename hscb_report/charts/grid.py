"""Unit fields: numbers as equal marks in columns, filled from the top of the first column.

Every mark of a chart has one size, and stands for as many. Marks are squares, or dots where each
is more than one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hscb_report.brand.brand import Brand, Ink
from hscb_report.brand.colours import CATEGORIES, PART
from hscb_report.charts.marks import Point, Sheet
from hscb_report.pdf.boxes import MM

LEAST_MARK, LEAST_GAP = 0.9 * MM, 0.4 * MM
"""The least side of a mark, and the least room between two, on the paper itself, pt."""
SHARE = 0.78
"""The side of a mark as a share of the step from one to the next, where there is room."""
MOST_STEP = 20.0
"""The largest step, pt: five children are no wall."""
EDGE = 0.12
"""The width of a hollow mark's edge, as a share of its side."""
BRACKET, BELOW, TICK = 1.5, 6.0, 6.0
"""The width of the bracket below a part, the room above it, and how high its ends are, pt."""
BRACKETED = BELOW + TICK + BRACKET
_NEARLY = 1e-6


@dataclass(frozen=True)
class Lay:
    """How the fields of one chart are set.

    Attributes:
        rows: the marks of a full column of each field.
        step: from one mark to the next, pt.
        size: the side of a mark, pt.
    """

    rows: tuple[int, ...]
    step: float
    size: float

    def width(self, count: int, field: int = 0) -> float:
        """Of a field of so many marks, pt."""
        return self._length(-(-count // self.rows[field]) if count else 0)

    def height(self, field: int = 0) -> float:
        """Of a full column, pt."""
        return self._length(self.rows[field])

    def _length(self, marks: int) -> float:
        return marks * self.step - (self.step - self.size) if marks else 0.0

    def corners(self, start: int, end: int, x: float, top: float, field: int = 0) -> list[Point]:
        """The lower left corners of the marks from ``start`` to before ``end``.

        Args:
            x, top: the upper left corner of the field, pt.
        """
        rows, step, size = self.rows[field], self.step, self.size
        return [
            (x + index // rows * step, top - index % rows * step - size)
            for index in range(start, end)
        ]


def _size(step: float, zoom: float) -> float:
    return min(SHARE * step, step - LEAST_GAP / zoom)


def _legible(step: float, zoom: float) -> bool:
    return step * zoom >= LEAST_MARK + LEAST_GAP - _NEARLY


def abreast(
    counts: Sequence[int],
    width: float,
    height: float,
    zoom: float,
    cell: float = 0.0,
    gap: float = 0.0,
) -> Lay | None:
    """Fields side by side, with the largest marks there is room for; None where those would be too
    small.

    Args:
        counts: the marks of each.
        width, height: the room, pt.
        zoom: how much larger everything is drawn than it is laid out.
        cell: the least room for each field's words, pt.
        gap: between two fields, pt.
    """
    free = width - gap * (len(counts) - 1)
    best: Lay | None = None
    for rows in range(1, max(1, int(height * zoom / (LEAST_MARK + LEAST_GAP))) + 1):
        step = min(MOST_STEP, _step([-(-n // rows) for n in counts], free, cell))
        step = min(step, height / rows)
        if _legible(step, zoom) and (best is None or step > best.step + _NEARLY):
            best = Lay((min(rows, max(1, *counts, 1)),) * len(counts), step, _size(step, zoom))
    return best


def inside(
    counts: Sequence[int], widths: Sequence[float], height: float, zoom: float
) -> Lay | None:
    """Fields side by side, each in a place of its own, with the largest marks that fit all of them;
    None where those would be too small.

    Args:
        widths: of the places, pt.
    """
    best: Lay | None = None
    for rows in range(1, max(1, int(height * zoom / (LEAST_MARK + LEAST_GAP))) + 1):
        across = (
            width / -(-count // rows) for count, width in zip(counts, widths, strict=True) if count
        )
        step = min([MOST_STEP, height / rows, *across])
        if _legible(step, zoom) and (best is None or step > best.step + _NEARLY):
            best = Lay((min(rows, max(1, *counts, 1)),) * len(counts), step, _size(step, zoom))
    return best


def _step(columns: Sequence[int], free: float, cell: float) -> float:
    """The largest step at which all columns fit, where no field has less than its cell."""
    narrow: set[int] = set()
    while True:
        wide = sum(count for i, count in enumerate(columns) if i not in narrow)
        left = free - cell * len(narrow)
        if not wide:
            least = max(columns)
            return cell / least if least else MOST_STEP
        step = left / wide
        new = {i for i, count in enumerate(columns) if count * step < cell} - narrow
        if not new:
            return step
        narrow |= new


def stacked(counts: Sequence[int], width: float, height: float, zoom: float) -> Lay | None:
    """Fields one below the other, with the largest marks; None where those would be too small.

    Args:
        height: of all fields together, pt.
    """
    columns = int(width / MOST_STEP) or 1
    while _legible(step := width / columns, zoom):
        rows = tuple(-(-count // columns) for count in counts)
        if sum(rows) * step <= height:
            return Lay(rows, step, _size(step, zoom))
        columns += 1
    return None


def within(
    counts: tuple[int, int], key: str, lay: Lay, width: float, dots: bool, brand: Brand
) -> Sheet:
    """A whole and its part, and a bracket below the part.

    Args:
        counts: the marks of the whole, and those of them that are the part's.
        key: of the part.
    """
    whole, part = counts
    top = lay.height() + BRACKETED
    sheet = Sheet(width, top)
    ink = brand.ink(PART, use="graphic")
    _solid(sheet, lay.corners(0, part, 0.0, top), lay.size, ink, key, dots)
    _hollow(sheet, lay.corners(part, whole, 0.0, top), lay.size, dots, brand)
    if part:
        half, right = BRACKET / 2, lay.width(part) - BRACKET / 2
        ends = [(half, half + TICK), (half, half), (right, half), (right, half + TICK)]
        sheet.line(ends, ink, BRACKET)
    return sheet


def apart(
    counts: Sequence[int],
    keys: Sequence[str],
    lay: Lay,
    corners: Sequence[Point],
    size: tuple[float, float],
    dots: bool,
    brand: Brand,
) -> Sheet:
    """Numbers beside or below one another, each a field of its own.

    Args:
        corners: the upper left of each field, pt.
        size: of the sheet, pt.
    """
    sheet = Sheet(*size)
    for field, (count, key, (x, top), token) in enumerate(
        zip(counts, keys, corners, CATEGORIES, strict=False)
    ):
        ink = brand.ink(token, use="graphic")
        _solid(sheet, lay.corners(0, count, x, top, field), lay.size, ink, key, dots)
    return sheet


def _solid(sheet: Sheet, corners: list[Point], size: float, ink: Ink, key: str, dots: bool) -> None:
    if dots:
        sheet.dots(_middles(corners, size), size, ink, key)
    else:
        sheet.squares(corners, size, ink, key)


def _hollow(sheet: Sheet, corners: list[Point], size: float, dots: bool, brand: Brand) -> None:
    """Marks of the whole that are not the part's: pale, with a quiet edge that is seen."""
    edge, inside = brand.ink("outline", use="graphic"), brand.ground("card")
    width = EDGE * size
    if dots:
        sheet.dots(_middles(corners, size), size, edge, "rest")
        sheet.dots(_middles(corners, size), size - 2 * width, inside)
    else:
        sheet.squares(corners, size, inside, "rest", edge, width)


def _middles(corners: Sequence[Point], size: float) -> list[Point]:
    return [(x + size / 2, y + size / 2) for x, y in corners]
