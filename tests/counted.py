"""The marks of unit fields as they are in a written file: how many, how large, how far apart."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf

from hscb_report.pdf.boxes import MM
from pdf import opened

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Marks:
    """Equal marks that one path draws.

    Attributes:
        side, gap: on the paper, mm; the gap is the least between two, None for a single mark.
    """

    dots: bool
    count: int
    side: float
    gap: float | None
    page: int
    colour: str


def marks(data: bytes) -> list[Marks]:
    """Of each page, in the order in which they are drawn; the pale middles of hollow dots are left
    out.
    """
    return [one for number, page in enumerate(opened(data).pages) for one in _on_page(page, number)]


def fields(data: bytes, page: int | None = None) -> list[tuple[int, ...]]:
    """The marks of each field that stands alone or is filled in part: its parts' counts."""
    return [(one.count,) for one in marks(data) if page is None or one.page == page]


def _on_page(page: pikepdf.Page, number: int) -> list[Marks]:
    found: list[Marks] = []
    scale, saved, width, colour = 1.0, [], 1.0, ""
    squares: list[tuple[float, float, float]] = []
    dots: list[tuple[float, float]] = []
    other, at, last = False, (0.0, 0.0), []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        numbers = [float(v) for v in operands] if name in ("cm", "w", "re", "m", "l") else []
        if name == "q":
            saved.append((scale, width, colour))
        elif name == "Q":
            scale, width, colour = saved.pop()
        elif name == "cm":
            scale *= (numbers[0] ** 2 + numbers[1] ** 2) ** 0.5
        elif name == "w":
            width = numbers[0]
        elif name in ("RG", "K", "G", "SCN", "scn"):
            colour = " ".join(str(one) for one in operands)
        elif name == "re":
            squares.append((numbers[0], numbers[1], numbers[2]))
            other = other or abs(numbers[2] - numbers[3]) > 1e-3
        elif name == "m":
            at = (numbers[0], numbers[1])
        elif name == "l":
            short = abs(numbers[0] - at[0]) < 0.05 and abs(numbers[1] - at[1]) < 0.05
            dots += [at] if short else []
            other = other or not short
        elif name in ("c", "v", "y"):
            other = True
        elif name in ("S", "B", "f", "f*", "B*", "n"):
            if name in ("B", "B*") and squares and not other:
                side, places = squares[0][2] + width, [(x, y) for x, y, _ in squares]
                found.append(_marks(False, places, side, scale, number, colour))
            elif name == "S" and dots and not other and dots != last:
                found.append(_marks(True, dots, width, scale, number, colour))
            last = dots if name == "S" else last
            squares, dots, other = [], [], False
    return found


def _marks(dots, places, side, scale, page, colour) -> Marks:
    """The least gap is looked for along the rows and the columns."""
    steps = []
    for axis in (0, 1):
        lines: dict[float, list[float]] = {}
        for place in places:
            lines.setdefault(round(place[1 - axis], 2), []).append(place[axis])
        for line in lines.values():
            line.sort()
            steps += [b - a for a, b in zip(line, line[1:], strict=False)]
    gap = (min(steps) - side) * scale / MM if steps else None
    return Marks(dots, len(places), side * scale / MM, gap, page, colour)
