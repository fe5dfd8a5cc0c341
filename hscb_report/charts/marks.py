"""What a chart is made of: areas, strokes and words in brand tokens, measured in pt.

A chart is a ``Sheet`` of marks; a small renderer for each target draws them. Shapes are
matplotlib's patches and paths; of matplotlib's figures, settings, fonts and back ends nothing is
used, so none of them can change a chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy
from matplotlib.patches import Circle, FancyBboxPatch, Patch, Polygon, Rectangle, Wedge
from matplotlib.path import Path

from hscb_report.brand.brand import DASH, OUTLINE, Ink
from hscb_report.brand.typography import Type

CORNER = 6.0
"""The radius of the corners of a missing value's outline, pt."""

BASELINE = 0.78
"""From the top of a line of text to its baseline, as a share of its leading."""

ROUNDED = 0.22
"""The width of the edge that rounds a solid square's corners, as a share of its side."""

HARDLY = 0.01
"""The length of a dot, pt: of lines without any, some viewers show nothing."""

RECTANGLE = (Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY)
"""The steps of its path."""

_POINTS: dict[Any, int] = {Path.CURVE3: 2, Path.CURVE4: 3}
"""How many points a step takes that takes more than one."""

Point = tuple[float, float]
Rectangles = Iterable[tuple[float, float, float, float]]
"""Rectangles as x, y, width and height, pt."""


@dataclass(frozen=True)
class Area:
    """A filled shape.

    Attributes:
        path: in pt from the sheet's lower left corner.
        key: of what it shows, by which it is found again; empty for none.
    """

    path: Path
    ink: Ink
    key: str = ""


@dataclass(frozen=True)
class Squares:
    """Many equal squares with round corners as one mark.

    Attributes:
        corners: the lower left of each, pt.
        side: of each, its edge included, pt.
        ink: of what is inside the edge.
        edge: the ink of the edge.
        width: of the edge, pt; its corners are round by half of it.
    """

    corners: tuple[Point, ...]
    side: float
    ink: Ink
    edge: Ink
    width: float
    key: str = ""


@dataclass(frozen=True)
class Stroke:
    """A line along a path.

    Attributes:
        width: pt.
        dash: lengths of dash and gap, pt; nothing for a solid line.
        rounded: whether its ends and corners are round.
    """

    path: Path
    ink: Ink
    width: float
    dash: tuple[float, ...] = ()
    rounded: bool = False
    key: str = ""


@dataclass(frozen=True)
class Words:
    """One line of text.

    Attributes:
        x: of its left end or, if it is ``centred``, of its middle, pt.
        y: of its baseline, pt.
    """

    x: float
    y: float
    text: str
    style: Type
    ink: Ink
    centred: bool = False


Mark = Area | Squares | Stroke | Words


@dataclass
class Sheet:
    """A chart: its size, and its marks from the lowest to the uppermost; lengths in pt."""

    width: float
    height: float
    marks: list[Mark] = field(default_factory=list)

    def rectangle(
        self, x: float, y: float, width: float, height: float, ink: Ink, key: str = ""
    ) -> None:
        """A filled rectangle."""
        self._filled(Rectangle((x, y), width, height), ink, key)

    def rectangles(self, boxes: Rectangles, ink: Ink, key: str = "") -> None:
        """Many filled rectangles as one mark."""
        corners: list[Point] = []
        for x, y, width, height in boxes:
            # To the last bit as a patch has it, which takes fifty times as long to make.
            right, top = x + ((x + width) - x), y + ((y + height) - y)
            corners += [(x, y), (right, y), (right, top), (x, top), (x, y)]
        if corners:
            path = Path(corners, RECTANGLE * (len(corners) // len(RECTANGLE)))
            self.marks.append(Area(path, ink, key))

    def outline(self, x: float, y: float, width: float, height: float, ink: Ink) -> None:
        """A dashed outline with round corners: a value that is missing."""
        style = f"round,pad=0,rounding_size={CORNER:g}"
        path = _path_of(FancyBboxPatch((x, y), width, height, boxstyle=style))
        self.marks.append(Stroke(path, ink, OUTLINE, DASH))

    def frame(self, x: float, y: float, width: float, height: float, ink: Ink, line: float) -> None:
        """A line of a width around the inside of a rectangle."""
        inner = Rectangle((x + line / 2, y + line / 2), width - line, height - line)
        self.marks.append(Stroke(_path_of(inner), ink, line))

    def polygon(self, corners: Sequence[Point], ink: Ink, key: str = "") -> None:
        """A filled polygon."""
        self._filled(Polygon(corners, closed=True), ink, key)

    def circle(self, x: float, y: float, radius: float, ink: Ink, key: str = "") -> None:
        """A filled circle."""
        self._filled(Circle((x, y), radius), ink, key)

    def ring(
        self,
        middle: Point,
        radius: float,
        thickness: float,
        start: float,
        end: float,
        ink: Ink,
        key: str = "",
    ) -> None:
        """A piece of a ring between two angles, degrees anticlockwise from three o'clock."""
        self._filled(Wedge(middle, radius, start, end, width=thickness), ink, key)

    def line(
        self,
        points: Sequence[Point],
        ink: Ink,
        width: float,
        key: str = "",
        dash: tuple[float, ...] = (),
    ) -> None:
        """A line from point to point; one that shows something, by its key, has round ends."""
        self.marks.append(Stroke(Path(points), ink, width, dash, rounded=bool(key), key=key))

    def dots(self, middles: Sequence[Point], size: float, ink: Ink, key: str = "") -> None:
        """Many equal dots as one mark: lines of next to no length with round ends, which are a
        tenth of the bytes of circles.
        """
        if middles:
            ends = numpy.repeat(numpy.array(middles, dtype=float), 2, axis=0)
            ends[1::2, 0] += HARDLY
            path = Path(ends, numpy.tile([Path.MOVETO, Path.LINETO], len(middles)))
            self.marks.append(Stroke(path, ink, size, rounded=True, key=key))

    def squares(
        self,
        corners: Sequence[Point],
        side: float,
        ink: Ink,
        key: str = "",
        edge: Ink | None = None,
        width: float | None = None,
    ) -> None:
        """Many equal squares as one mark; solid ones have an edge of their own ink, which rounds
        their corners.

        Args:
            side: pt, the edge included.
            edge, width: the ink of another edge, and how wide it is, pt.
        """
        if corners:
            made = Squares(tuple(corners), side, ink, edge or ink, width or side * ROUNDED, key)
            self.marks.append(made)

    def hollow(
        self, x: float, y: float, radius: float, inside: Ink, ink: Ink, width: float, key: str
    ) -> None:
        """A circle that is drawn as a line alone."""
        self._hollow(Circle((x, y), radius), inside, ink, width, key)

    def hollow_polygon(
        self, corners: Sequence[Point], inside: Ink, ink: Ink, width: float, key: str
    ) -> None:
        """A polygon that is drawn as a line alone."""
        self._hollow(Polygon(corners, closed=True), inside, ink, width, key)

    def text(
        self, x: float, y: float, text: str, style: Type, ink: Ink, centred: bool = False
    ) -> None:
        """One line of text; ``y`` is its baseline."""
        self.marks.append(Words(x, y, text, style, ink, centred))

    def _hollow(self, patch: Patch, inside: Ink, ink: Ink, width: float, key: str) -> None:
        shape = _path_of(patch)
        self.marks += [Area(shape, inside), Stroke(shape, ink, width, key=key)]

    def _filled(self, patch: Patch, ink: Ink, key: str = "") -> None:
        self.marks.append(Area(_path_of(patch), ink, key))


def _path_of(patch: Patch) -> Path:
    """The shape of a patch where it stands."""
    return patch.get_path().transformed(patch.get_patch_transform())


def steps(path: Path) -> Iterator[tuple[list[float], int]]:
    """The steps of a path, as matplotlib's ``Path.iter_segments`` has them, without an array for
    each: the coordinates of its points one behind the other, and its code.
    """
    shape: Any = path  # of arrays, which its stubs do not say
    points = shape.vertices.tolist()
    codes: list[Any] = [Path.MOVETO] + [Path.LINETO] * (len(points) - 1)
    if path.codes is not None:
        codes = shape.codes.tolist()
    if _POINTS.keys().isdisjoint(codes):  # lines alone, as of fields of dots
        yield from zip(points, codes, strict=True)
        return
    at = 0
    while at < len(points):
        code = codes[at]
        many = _POINTS.get(code, 1)
        yield [value for point in points[at : at + many] for value in point], code
        at += many
