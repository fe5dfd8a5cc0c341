"""Printer's marks: crop, fold and registration marks and a slug line, in registration colour,
outside the bleed.
"""

from __future__ import annotations

from hscb_report.brand import fonts
from hscb_report.brand.typography import Type
from hscb_report.pdf.boxes import BLEED, MM, SLUG
from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.colour import REGISTRATION

OFFSET = BLEED + 1 * MM
"""From the trim to where a mark begins: past the bleed, so that a cut a little out leaves none of
it.
"""
LENGTH = 5 * MM
LINE = 0.25
"""The width of a mark, pt."""
TARGET = 1.6 * MM
"""The radius of a registration mark."""
SLUG_TYPE = Type("regular", 7, 8.5)
DASH = (2, 1.5)


def draw(
    canvas: ReportCanvas, width: float, height: float, folds: tuple[float, ...], slug: str
) -> None:
    """Draw the marks of a sheet whose trimmed lower left corner is the origin.

    Args:
        width, height: of the trimmed sheet, pt.
        folds: from the left, pt.
        slug: what the sheet is, for whoever finds it on the press.
    """
    with canvas.artifact("Pagination"):
        canvas.saveState()
        canvas.setStrokeColor(REGISTRATION)
        canvas.setFillColor(REGISTRATION)
        canvas.setLineWidth(LINE)
        for x in (0.0, width):
            for y, up in ((0.0, -1), (height, 1)):
                canvas.line(x, y + up * OFFSET, x, y + up * (OFFSET + LENGTH))
        for y in (0.0, height):
            for x, right in ((0.0, -1), (width, 1)):
                canvas.line(x + right * OFFSET, y, x + right * (OFFSET + LENGTH), y)
        middle = (BLEED + SLUG) / 2
        across = _clear(width, folds)
        for x, y in (
            (across, -middle),
            (across, height + middle),
            (-middle, height / 2),
            (width + middle, height / 2),
        ):
            _target(canvas, x, y)
        canvas.setFont(fonts.font_name(SLUG_TYPE.face), SLUG_TYPE.size)
        canvas.drawString(OFFSET, height + OFFSET + 1.2 * MM, slug)
        canvas.setDash(DASH)
        for x in folds:
            canvas.line(x, -OFFSET, x, -OFFSET - LENGTH)
            canvas.line(x, height + OFFSET, x, height + OFFSET + LENGTH)
        canvas.restoreState()


def _clear(width: float, folds: tuple[float, ...]) -> float:
    """The middle of a side, or a place beside it where a fold mark stands in the middle."""
    return (
        width / 2
        if all(abs(fold - width / 2) > 4 * TARGET for fold in folds)
        else width / 2 + 20 * MM
    )


def _target(canvas: ReportCanvas, x: float, y: float) -> None:
    """A circle with a cross through it."""
    path = canvas.beginPath()
    path.circle(x, y, TARGET * 0.6)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.line(x - TARGET, y, x + TARGET, y)
    canvas.line(x, y - TARGET, x, y + TARGET)
