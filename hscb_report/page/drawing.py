"""A chart's picture as a flowable, inside the Figure element that says what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hscb_report.brand.brand import Brand
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Box
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Line

if TYPE_CHECKING:
    from hscb_report.charts.marks import Sheet

LINE_HEIGHT, LINE_MORE = 118.0, 62.0
"""The height that lines have, and how much more they may be given, pt: beyond it they are no
longer read as one shape.
"""


class Drawing(Flowable):
    """A chart, drawn as vectors."""

    def __init__(self, sheet: Sheet, element: Element) -> None:
        super().__init__()
        self.sheet, self.element = sheet, element

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its own size: a chart is drawn for the width it has."""
        self.width, self.height = self.sheet.width, self.sheet.height
        return self.width, self.height

    def draw(self) -> None:
        """Draw, and tell the element where it stands."""
        from hscb_report.charts import renderer

        lower, upper = (0.0, 0.0), (self.sheet.width, self.sheet.height)
        self.element.box = (
            *self.canv.absolutePosition(*lower),
            *self.canv.absolutePosition(*upper),
        )
        with self.canv.tagged(self.element):
            renderer.draw(self.sheet, self.canv)


class LineDrawing(Box):
    """A line chart that takes the height it is given."""

    grows = True

    def __init__(self, lines: Sequence[Line], width: float, brand: Brand, element: Element) -> None:
        super().__init__()
        self.lines, self.width, self.brand, self.element = lines, width, brand, element

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its least height."""
        from hscb_report.charts.line import least_height

        self.least = self.height = least_height(self.lines, self.width, LINE_HEIGHT)
        return self.width, self.height

    def stretch(self, height: float) -> None:
        """Grow up to a height at which the line is still read as one shape."""
        super().stretch(min(height, self.least + LINE_MORE))

    def draw(self) -> None:
        """Draw at the height it has now."""
        from hscb_report.charts.line import line

        sheet = line(self.lines, self.width, self.height, self.brand)
        Drawing(sheet, self.element).drawOn(self.canv, 0, 0)
