"""A matplotlib Figure measured in pt, and the few marks the charts are made of.

Built with ``Figure()``, never pyplot: no global state, no window, no backend. The marks stand
on the figure itself, without axes: an Axes costs as much as all the marks of a chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, FancyBboxPatch, Patch, PathPatch, Polygon, Rectangle, Wedge
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from hscb_report.brand.brand import Brand, Ink
from hscb_report.brand.typography import Type

POINTS_PER_INCH = 72

WEIGHTS = {"regular": 400, "bold": 700, "black": 900}

DASH = (4, 3)
"""The dashes of a missing value's outline, pt."""


def new_figure(width: float, height: float) -> Figure:
    """An empty figure; width and height in pt."""
    return Figure(
        figsize=(width / POINTS_PER_INCH, height / POINTS_PER_INCH),
        dpi=POINTS_PER_INCH,
        frameon=False,
    )


def size(figure: Figure) -> tuple[float, float]:
    """A figure's width and height, pt."""
    width, height = figure.get_size_inches()
    return float(width) * POINTS_PER_INCH, float(height) * POINTS_PER_INCH


def font(style: Type) -> FontProperties:
    """A step of the type scale as matplotlib takes it; the renderer turns it back."""
    return FontProperties(size=style.size, weight=WEIGHTS[style.face])


class Sheet:
    """A figure on which marks are placed in pt from the lower left corner.

    Args:
        brand: where inks become colours.
        width, height: pt.
    """

    def __init__(self, brand: Brand, width: float, height: float) -> None:
        self.brand, self.width, self.height = brand, width, height
        self.figure = new_figure(width, height)
        self._points = Affine2D().scale(1 / POINTS_PER_INCH) + self.figure.dpi_scale_trans

    def _add(self, artist: Artist) -> None:
        artist.set_transform(self._points)
        artist.set_clip_on(False)
        self.figure.add_artist(artist)

    def _filled(self, patch: Patch, ink: Ink, gid: str | None) -> None:
        patch.set(facecolor=self.brand.hex(ink), edgecolor="none", gid=gid)
        self._add(patch)

    def rectangle(
        self, x: float, y: float, width: float, height: float, ink: Ink, gid: str | None = None
    ) -> None:
        """A filled rectangle.

        Args:
            gid: a name by which the mark is found again.
        """
        self._filled(Rectangle((x, y), width, height), ink, gid)

    def rectangles(
        self, boxes: Iterable[tuple[float, float, float, float]], ink: Ink, gid: str | None = None
    ) -> None:
        """Many filled rectangles (x, y, width, height) as one mark."""
        paths = [
            Path.unit_rectangle().transformed(Affine2D().scale(w, h).translate(x, y))
            for x, y, w, h in boxes
        ]
        if paths:
            self._filled(PathPatch(Path.make_compound_path(*paths)), ink, gid)

    def outline(self, x: float, y: float, width: float, height: float, ink: Ink) -> None:
        """A dashed outline with round corners: a value that is missing."""
        self._add(
            FancyBboxPatch(
                (x, y),
                width,
                height,
                boxstyle="round,pad=0,rounding_size=6",
                fill=False,
                edgecolor=self.brand.hex(ink),
                linewidth=1.5,
                linestyle=(0, DASH),
            )
        )

    def polygon(self, corners: Sequence[tuple[float, float]], ink: Ink) -> None:
        """A filled polygon."""
        self._filled(Polygon(corners, closed=True), ink, None)

    def circle(self, x: float, y: float, radius: float, ink: Ink, gid: str | None = None) -> None:
        """A filled circle."""
        self._filled(Circle((x, y), radius), ink, gid)

    def ring(
        self,
        x: float,
        y: float,
        radius: float,
        thickness: float,
        start: float,
        end: float,
        ink: Ink,
        gid: str | None = None,
    ) -> None:
        """A piece of a ring between two angles, degrees anticlockwise from three o'clock."""
        self._filled(Wedge((x, y), radius, start, end, width=thickness), ink, gid)

    def text(
        self, x: float, y: float, words: str, style: Type, ink: Ink, align: str = "left"
    ) -> None:
        """One line of text; ``y`` is its baseline. Words are never read as mathematics."""
        self._add(
            Text(
                x,
                y,
                words,
                color=self.brand.hex(ink),
                horizontalalignment=align,
                verticalalignment="baseline",
                parse_math=False,
                fontproperties=font(style),
            )
        )
