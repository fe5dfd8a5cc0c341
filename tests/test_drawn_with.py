"""What pages are drawn with: a page that looks otherwise is never taken for the same."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from hscb_report.pdf.drawn_with import drawn_with

PLAIN = {"word": "one", "colour": "#123456", "alpha": 1.0, "font": "Helvetica", "wide": 200.0}


def drawn(**second) -> list[bytes]:
    """Two pages, of which the second is as it is said."""
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    for look in (PLAIN, PLAIN | second):
        canvas.setPageSize((look["wide"], 100))
        canvas.setFillColor(look["colour"])
        canvas.setFillAlpha(look["alpha"])
        canvas.setFont(look["font"], 12)
        canvas.drawString(10, 10, look["word"])
        canvas.showPage()
    canvas.save()
    return drawn_with(out.getvalue())


def test_pages_that_are_drawn_alike_are_the_same():
    assert drawn() == drawn()


@pytest.mark.parametrize(
    "change",
    [{"word": "two"}, {"colour": "#654321"}, {"alpha": 0.5}, {"font": "Courier"}, {"wide": 300.0}],
    ids=lambda change: next(iter(change)),
)
def test_a_page_that_looks_otherwise_is_another(change):
    assert drawn(**change)[1] != drawn()[1]
