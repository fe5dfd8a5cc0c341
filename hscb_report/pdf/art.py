"""Logos and photographs on the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import (  # type: ignore[attr-defined]  # not in stubs
    FILL_EVEN_ODD,
    FILL_NON_ZERO,
)

from hscb_report.brand.logos import Mark
from hscb_report.pictures.drawing import Shape

if TYPE_CHECKING:
    from hscb_report.pdf.canvas import ReportCanvas


def draw_mark(canvas: ReportCanvas, mark: Mark, x: float, y: float, width: float) -> None:
    """A logo as vectors in its own colours.

    Args:
        x, y: the lower left corner of its drawn shape; ``width`` is its own, pt.
    """
    drawing = mark.drawing
    scale = width / drawing.width
    left, low = x - drawing.box[0] * scale, y - drawing.box[1] * scale
    canvas.saveState()
    if drawing.clipped:
        frame = canvas.beginPath()
        frame.rect(x, y, width, drawing.height * scale)
        canvas.clipPath(frame, stroke=0, fill=0)
    for shape in drawing.shapes:
        canvas.setFillColor(mark.colours[shape.fill])
        _fill(canvas, shape, scale, left, low)
    canvas.restoreState()


def _fill(canvas: ReportCanvas, shape: Shape, scale: float, left: float, low: float) -> None:
    path = canvas.beginPath()
    for operator, flat in shape.steps:
        if operator == "close":
            path.close()
            continue
        places = [value * scale + (low if index % 2 else left) for index, value in enumerate(flat)]
        getattr(path, operator)(*places)
    rule = FILL_EVEN_ODD if shape.even_odd else FILL_NON_ZERO
    canvas.drawPath(path, stroke=0, fill=1, fillMode=rule)
