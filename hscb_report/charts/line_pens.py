"""How each line of a chart is drawn: its colour, width and dashes, and the shape of its points.

Lines are told apart without colour: each has points of its own shape, also beside its name. Of
several places the board's own is thick, and has round points and bold words; the others are thin,
and each has dashes of its own too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import CATEGORIES
from hscb_report.brand.typography import SCALE, Type
from hscb_report.charts import numbers
from hscb_report.charts.line_labels import APART, LABEL
from hscb_report.charts.marks import Point, Sheet
from hscb_report.story.series import Line

Shape = Literal["circle", "square", "triangle", "diamond"]

STROKE, THICK, THIN = 2.5, 3.5, 1.25
"""The width of a line, of one that stands out, and of those that it stands out from, pt."""
DOT, STRONG_DOT, HOLLOW = 3.5, 5.0, 1.8
"""The radius of a point, of the first and the report's, and the line around a hollow one, pt."""
QUIET_TOKEN = "primary-light"
_QUIET: tuple[tuple[Shape, tuple[float, ...]], ...] = (
    ("square", ()),
    ("diamond", (7.0, 4.0)),
    ("triangle", (2.0, 3.5)),
)
"""Points and dashes of the lines that another stands out from, pt."""
_SHAPES: tuple[Shape, ...] = ("circle", "square", "diamond", "triangle")
"""Points of lines of which none stands out, in their order: what is alike above and below its line
comes first, for a triangle on a flat line looks like a bump of it.
"""
_CORNERS: dict[Shape, tuple[Point, ...]] = {
    "circle": (),
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "triangle": ((0, 1.6), (-1.55, -1.05), (1.55, -1.05)),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
}
"""From the middle of a point, so far that all look of one size, in radii."""
AFTER = (3.0, 6.0)
"""How lines after the report's year are dashed, pt; their ends are round."""


@dataclass(frozen=True)
class Pen:
    """How a line is drawn.

    Attributes:
        token: its colour, also that of its words.
        style: of its words.
        dash: lengths of dash and gap, pt; nothing for a solid line.
        quiet: whether another line stands out.
    """

    token: str
    width: float = STROKE
    style: Type = SCALE["chart-strong"]
    shape: Shape = "circle"
    dash: tuple[float, ...] = ()
    quiet: bool = False


def pens(lines: Sequence[Line]) -> list[Pen]:
    """The pens of the lines of a chart, in their order."""
    made, quiet = [], 0
    for index, one in enumerate(lines):
        if one.weight == "strong":
            made.append(Pen(CATEGORIES[0], THICK))
        elif one.weight == "quiet":
            shape, dash = _QUIET[quiet]
            made.append(Pen(QUIET_TOKEN, THIN, SCALE["chart"], shape, dash, True))
            quiet += 1
        else:
            made.append(Pen(CATEGORIES[index], shape=_SHAPES[index]))
    return made


def stroke(sheet: Sheet, points: Sequence[Point], pen: Pen, brand: Brand, after: bool) -> None:
    """A line from point to point.

    Args:
        after: whether it is of years after the report's.
    """
    ink = brand.ink(pen.token, use="graphic")
    key, dash = ("after", AFTER) if after else ("series", pen.dash)
    sheet.line(points, ink, pen.width, key, dash)


def dot(sheet: Sheet, at: Point, pen: Pen, brand: Brand, key: str, strong: bool = False) -> None:
    """A point of a line; the first and the report's are larger where no other line stands out."""
    radius = STRONG_DOT if strong and not pen.quiet else DOT
    ink = brand.ink(pen.token, use="graphic")
    if pen.shape == "circle":
        sheet.circle(*at, radius, ink, key)
    else:
        sheet.polygon(_corners(pen.shape, at, radius), ink, key)


def hollow(sheet: Sheet, at: Point, pen: Pen, brand: Brand, key: str) -> None:
    """A point of a year after the report's."""
    inside, ink = brand.ground("paper"), brand.ink(pen.token, use="graphic")
    if pen.shape == "circle":
        sheet.hollow(*at, DOT, inside, ink, HOLLOW, key)
    else:
        line = min(pen.width, HOLLOW)
        sheet.hollow_polygon(_corners(pen.shape, at, DOT), inside, ink, line, key)


def key(
    sheet: Sheet,
    named: Sequence[Sequence[str]],
    below: float,
    brand: Brand,
    pens: Sequence[Pen],
    least: float,
) -> None:
    """The names of lines below the years, each behind a point of its line."""
    y = below - LABEL.leading
    for texts, pen in zip(named, pens, strict=True):
        dot(sheet, (4.0, y + 4), pen, brand, "")
        for text in texts:
            numbers.write(sheet, 3 * APART, y, text, pen.style, brand.ink(pen.token), least)
            y -= LABEL.leading


def _corners(shape: Shape, at: Point, radius: float) -> list[Point]:
    x, y = at
    return [(x + radius * right, y + radius * up) for right, up in _CORNERS[shape]]
