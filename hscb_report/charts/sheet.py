"""A matplotlib Figure measured in pt, and the few marks the charts are made of.

Built with ``Figure()``, never pyplot: no global state, no window, no backend.
"""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, FancyBboxPatch, Polygon, Rectangle, Wedge

from hscb_report.brand.brand import Brand, Ink
from hscb_report.brand.typography import Type

POINTS_PER_INCH = 72

WEIGHTS = {"regular": 400, "bold": 700, "black": 900}

DASH = (4, 3)
"""The dashes of a missing value's outline, pt."""


class Sheet:
    """An empty figure whose axes count in pt from the lower left corner.

    Args:
        brand: where inks become colours.
        width, height: pt.
    """

    def __init__(self, brand: Brand, width: float, height: float) -> None:
        self.brand = brand
        self.figure = Figure(figsize=(width / POINTS_PER_INCH, height / POINTS_PER_INCH), dpi=POINTS_PER_INCH, frameon=False)
        self.axes: Axes = self.figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(0, height))
        self.axes.set_axis_off()

    def rectangle(self, x: float, y: float, width: float, height: float, ink: Ink, gid: str | None = None) -> None:
        """A filled rectangle."""
        self.axes.add_patch(Rectangle((x, y), width, height, facecolor=self.brand.hex(ink), edgecolor="none", gid=gid))

    def outline(self, x: float, y: float, width: float, height: float, ink: Ink) -> None:
        """A dashed outline with round corners: a value that is missing."""
        self.axes.add_patch(FancyBboxPatch((x, y), width, height, boxstyle="round,pad=0,rounding_size=6", fill=False,
                                           edgecolor=self.brand.hex(ink), linewidth=1.5, linestyle=(0, DASH)))

    def polygon(self, corners: Sequence[tuple[float, float]], ink: Ink) -> None:
        """A filled polygon."""
        self.axes.add_patch(Polygon(corners, closed=True, facecolor=self.brand.hex(ink), edgecolor="none"))

    def circle(self, x: float, y: float, radius: float, ink: Ink, gid: str | None = None) -> None:
        """A filled circle."""
        self.axes.add_patch(Circle((x, y), radius, facecolor=self.brand.hex(ink), edgecolor="none", gid=gid))

    def ring(self, x: float, y: float, radius: float, thickness: float, start: float, end: float, ink: Ink,
             gid: str | None = None) -> None:
        """A piece of a ring between two angles, degrees anticlockwise from three o'clock."""
        self.axes.add_patch(Wedge((x, y), radius, start, end, width=thickness, facecolor=self.brand.hex(ink),
                                  edgecolor="none", gid=gid))

    def text(self, x: float, y: float, words: str, style: Type, ink: Ink, align: str = "left") -> None:
        """One line of text; ``y`` is its baseline."""
        write(self.axes, self.brand, x, y, words, style, ink, align)


def write(axes: Axes, brand: Brand, x: float, y: float, words: str, style: Type, ink: Ink, align: str = "left") -> None:
    """One line of text in any axes; the words are never read as mathematics."""
    axes.text(x, y, words, color=brand.hex(ink), ha=align, va="baseline", parse_math=False,
              fontproperties=FontProperties(size=style.size, weight=WEIGHTS[style.face]))


def size(figure: Figure) -> tuple[float, float]:
    """A figure's width and height, pt."""
    width, height = figure.get_size_inches()
    return float(width) * POINTS_PER_INCH, float(height) * POINTS_PER_INCH
