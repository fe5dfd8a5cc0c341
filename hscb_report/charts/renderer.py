"""Marks drawn on the page's canvas: vectors, the document's own fonts, brand tokens alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.path import Path

from hscb_report.brand import fonts
from hscb_report.charts.marks import Area, Sheet, Squares, Stroke, Words, steps

_ROUND = 1
"""Line ends and corners, as PDF counts them (ISO 32000-1, 8.4.3.3 and 8.4.3.4)."""


def draw(sheet: Sheet, canvas: Any) -> None:
    """Draw a chart at the canvas's origin, one pt for one pt.

    Args:
        canvas: a ``ReportCanvas``.
    """
    for mark in sheet.marks:
        match mark:
            case Area():
                canvas.setFillColor(mark.ink)
                canvas.drawPath(_path(mark.path, canvas), stroke=0, fill=1)
            case Squares():
                _squares(mark, canvas)
            case Stroke():
                _stroke(mark, canvas)
            case Words():
                _words(mark, canvas)


def _squares(mark: Squares, canvas: Any) -> None:
    """One path of rectangles, filled and drawn around: some bytes a square."""
    canvas.saveState()
    canvas.setFillColor(mark.ink)
    canvas.setStrokeColor(mark.edge)
    canvas.setLineWidth(mark.width)
    canvas.setLineJoin(_ROUND)
    path, inner = canvas.beginPath(), mark.side - mark.width
    for x, y in mark.corners:
        path.rect(x + mark.width / 2, y + mark.width / 2, inner, inner)
    canvas.drawPath(path, stroke=1, fill=1)
    canvas.restoreState()


def _stroke(mark: Stroke, canvas: Any) -> None:
    canvas.saveState()
    canvas.setStrokeColor(mark.ink)
    canvas.setLineWidth(mark.width)
    if mark.rounded:
        canvas.setLineCap(_ROUND)
        canvas.setLineJoin(_ROUND)
    if mark.dash:
        canvas.setDash(list(mark.dash))
    canvas.drawPath(_path(mark.path, canvas), stroke=1, fill=0)
    canvas.restoreState()


def _words(mark: Words, canvas: Any) -> None:
    left = mark.x - fonts.width(mark.text, mark.style) / 2 if mark.centred else mark.x
    canvas.setFillColor(mark.ink)
    canvas.setFont(fonts.font_name(mark.style.face), mark.style.size)
    canvas.drawString(left, mark.y, mark.text + " ")  # the space parts it from the next when read


def _path(path: Path, canvas: Any) -> Any:
    """A matplotlib path as the canvas's own."""
    out = canvas.beginPath()
    at: Sequence[float] = (0.0, 0.0)
    for p, code in steps(path):
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
        at = p[-2:]
    return out
