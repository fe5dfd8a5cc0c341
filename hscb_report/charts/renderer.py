"""matplotlib drawn on our canvas: native vectors, the document's own fonts, brand tokens alone.

What cannot become a brand-coloured vector (a picture, mathematics, a hatch, transparency, a
colour that is no token) raises at the call that asked for it.
"""

from __future__ import annotations

from typing import Any

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand, Ink
from hscb_report.brand.typography import Type
from hscb_report.charts.sheet import POINTS_PER_INCH, WEIGHTS, size

_FACES = {weight: face for face, weight in WEIGHTS.items()}
_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


class NotDrawable(ValueError):
    """A chart asked for something a page may not hold."""


def draw(figure: Figure, canvas: Any, brand: Brand) -> None:
    """Draw a figure at the canvas's origin, one pt for one pt."""
    width, height = size(figure)
    figure.draw(CanvasRenderer(canvas, brand, width, height))


class CanvasRenderer(RendererBase):
    """A matplotlib renderer whose page is a ReportLab canvas.

    Args:
        canvas: a ``ReportCanvas``; its origin is the chart's lower left corner.
        brand: finds the token of each colour, and the metrics of each text.
        width, height: of the chart, pt.
    """

    def __init__(self, canvas: Any, brand: Brand, width: float, height: float) -> None:
        super().__init__()
        self.canvas, self.brand = canvas, brand
        self.width, self.height = width, height
        self.dpi = POINTS_PER_INCH

    # What matplotlib asks

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Width and height, pt."""
        return self.width, self.height

    def flipy(self) -> bool:
        """PDF's y runs upwards."""
        return False

    def points_to_pixels(self, points: float) -> float:
        """A pixel is a pt here."""
        return points

    def get_text_width_height_descent(
        self, s: str, prop: Any, ismath: Any
    ) -> tuple[float, float, float]:
        """ReportLab's own metrics, so that a chart is measured as it is drawn."""
        style = _type(prop)
        descent = 0.2 * style.size
        return fonts.width(s, style), fonts.ascent(style) + descent, descent

    def _get_font_height_metrics(self, prop: Any) -> tuple[float, float, float]:
        """Ascent, descent and line gap: keeps matplotlib from looking for a font of its own."""
        style = _type(prop)
        return fonts.ascent(style), 0.2 * style.size, 0.0

    # What it draws

    def draw_path(
        self, gc: GraphicsContextBase, path: Path, transform: Transform, rgbFace: Any = None
    ) -> None:
        """A path, filled or stroked or both."""
        if gc.get_hatch():
            raise NotDrawable("hatches are not drawn; use another token")
        if gc.get_sketch_params():
            raise NotDrawable("sketched lines are not drawn")
        fill = rgbFace is not None and (len(rgbFace) < 4 or rgbFace[3] > 0)
        stroke = gc.get_linewidth() > 0 and gc.get_rgb()[3] > 0
        if not fill and not stroke:
            return
        self._begin(gc)
        if fill:
            self.canvas.setFillColor(self._ink(rgbFace, gc))
        if stroke:
            self.canvas.setStrokeColor(self._ink(gc.get_rgb(), gc))
            self.canvas.setLineWidth(gc.get_linewidth())
            self.canvas.setLineCap(_CAPS[gc.get_capstyle()])
            self.canvas.setLineJoin(_JOINS[gc.get_joinstyle()])
            offset, dashes = gc.get_dashes()
            if dashes is not None:
                self.canvas.setDash([float(d) for d in dashes], offset or 0)
        self.canvas.drawPath(self._path(path, transform), stroke=int(stroke), fill=int(fill))
        self.canvas.restoreState()

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: Any,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        """A line of text in the document's own font."""
        if ismath:
            raise NotDrawable(f"mathematics is not drawn: {s!r}")
        style = _type(prop)
        self._begin(gc)
        self.canvas.setFillColor(self._ink(gc.get_rgb(), gc))
        self.canvas.setFont(fonts.font_name(style.face), style.size)
        if angle:
            self.canvas.translate(x, y)
            self.canvas.rotate(angle)
            x = y = 0.0
        self.canvas.drawString(
            x, y, s + " "
        )  # the space parts it from the next text when read or copied
        self.canvas.restoreState()

    def draw_image(
        self, gc: GraphicsContextBase, x: float, y: float, im: Any, transform: Any = None
    ) -> None:
        """Refused: a chart is vectors."""
        raise NotDrawable("pictures made of pixels are not drawn")

    def draw_tex(self, *_: Any, **__: Any) -> None:
        """Refused."""
        raise NotDrawable("TeX is not drawn")

    def draw_gouraud_triangles(self, *_: Any, **__: Any) -> None:
        """Refused: it is a gradient."""
        raise NotDrawable("gradients are not drawn")

    # Helpers

    def _begin(self, gc: GraphicsContextBase) -> None:
        self.canvas.saveState()
        box = gc.get_clip_rectangle()
        if box is not None and not (
            box.x0 <= 0 and box.y0 <= 0 and box.x1 >= self.width and box.y1 >= self.height
        ):
            path = self.canvas.beginPath()
            path.rect(box.x0, box.y0, box.width, box.height)
            self.canvas.clipPath(path, stroke=0, fill=0)
        clip, transform = gc.get_clip_path()
        if clip is not None:
            self.canvas.clipPath(self._path(clip, transform), stroke=0, fill=0)

    def _ink(self, rgba: Any, gc: GraphicsContextBase) -> Ink:
        if (len(rgba) > 3 and rgba[3] < 1) or gc.get_alpha() < 1:
            raise NotDrawable("transparency is not drawn; use a lighter token")
        try:
            return Ink(self.brand.palette.token_of(*rgba[:3]))
        except KeyError:
            shown = "#" + "".join(f"{round(part * 255):02X}" for part in rgba[:3])
            raise NotDrawable(f"{shown} is no colour of the brand") from None

    def _path(self, path: Path, transform: Transform | None) -> Any:
        out = self.canvas.beginPath()
        at = (0.0, 0.0)
        matrix = transform if transform is not None else Affine2D()
        for points, code in path.iter_segments(matrix, simplify=False):
            p = [float(value) for value in points]
            if code == Path.MOVETO:
                out.moveTo(*p)
            elif code == Path.LINETO:
                out.lineTo(*p)
            elif code == Path.CURVE3:  # PDF has cubic curves alone
                cx, cy, x, y = p
                out.curveTo(
                    at[0] + (cx - at[0]) * 2 / 3,
                    at[1] + (cy - at[1]) * 2 / 3,
                    x + (cx - x) * 2 / 3,
                    y + (cy - y) * 2 / 3,
                    x,
                    y,
                )
            elif code == Path.CURVE4:
                out.curveTo(*p)
            elif code == Path.CLOSEPOLY:
                out.close()
                continue
            at = (p[-2], p[-1])
        return out


def _type(prop: Any) -> Type:
    """matplotlib's font properties as a step of our scale."""
    weight = prop.get_weight()
    if weight not in _FACES:
        raise NotDrawable(f"no font of weight {weight!r}; the weights are {sorted(_FACES)}")
    points = float(prop.get_size_in_points())
    return Type(_FACES[weight], points, points)
