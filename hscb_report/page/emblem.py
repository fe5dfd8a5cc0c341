"""The board's logo where its name would stand, and the wordmark where there is none."""

from __future__ import annotations

from math import sqrt

from hscb_report.brand.logos import Mark, mark_on
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import RADIUS, Column
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.page.text import words
from hscb_report.pdf.art import draw_mark
from hscb_report.pdf.boxes import MM
from hscb_report.pdf.structure import Element
from hscb_report.story.art import Logo
from hscb_report.story.story import Story

AREA, WIDEST, HIGHEST = 52.0 * 16.0, 75.0, 24.0
"""Of a logo on A4: the area of its drawn shape, mm2, and the most of width and height, mm."""
A4_WIDTH, SMALLEST = 210.0, 0.6
"""On smaller sheets it shrinks with their width (mm), but not below this share."""
CLEAR = 0.25
"""The space around a logo in which nothing else stands, as a share of its height."""
LEAST_CLEAR = 6.0
"""At the least, pt on paper."""
LEAST_LINE = 0.25
"""What a press can hold, pt."""


def emblem(story: Story, look: Look, document: Element, spot: Spot | None = None) -> Flowable:
    """The logo on the band, or the wordmark.

    Args:
        document: gets a Figure with the logo's alt text, or a P with the name.
        spot: where it says that it is too wide or too fine; None where it is only measured.
    """
    if story.logo is None:
        return _wordmark(story, look, document)
    mark = mark_on(look.brand.palette["band"], story.logo.versions, story.logo.inks)
    width = width_of(story.logo, mark, look)
    if spot and (excess := width - look.paper.measure) > 0:
        spot.misfit(excess, "wide", "write a smaller least_mm, or take a logo that is higher")
    if spot and look.brand.purpose.value == "press":
        thin = mark.drawing.thinnest(width * look.paper.zoom)
        if thin < LEAST_LINE:
            at = width * look.paper.zoom / MM
            spot.unfit(
                "thin",
                f"the logo has a line of {thin:.2f} pt where it is {at:.0f} mm wide, and "
                f"{LEAST_LINE} pt is the least that a press holds",
                f"raise least_mm to {at * LEAST_LINE / thin:.0f}, or take a plainer version",
            )
    return Emblem(mark, width, look, document.add("Figure", alt=story.logo.alt))


def width_of(logo: Logo, mark: Mark, look: Look) -> float:
    """How wide a logo is drawn, pt on the layout: of the same area whatever its shape, within
    bounds, and never below its least.
    """
    paper, ratio = look.paper, mark.drawing.ratio
    share = max(SMALLEST, min(1.0, paper.size[0] / MM / A4_WIDTH))
    wide = min(sqrt(AREA * ratio), WIDEST, HIGHEST * ratio) * share
    return max(wide, logo.least) * MM / paper.zoom


class Emblem(Flowable):
    """A logo with the clear space below it, which no neighbour may use; beside it nothing stands.

    Args:
        width: of its drawn shape, pt.
    """

    def __init__(self, mark: Mark, width: float, look: Look, element: Element) -> None:
        super().__init__()
        self.mark, self.brand, self.element = mark, look.brand, element
        self.drawn = width, width / mark.drawing.ratio
        self.clear = max(LEAST_CLEAR / look.paper.zoom, CLEAR * self.drawn[1])
        self.plate = self.clear if mark.plate else 0.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The logo, its plate, and the space below."""
        self.width = self.drawn[0] + 2 * self.plate
        self.height = self.drawn[1] + 2 * self.plate + self.clear
        return self.width, self.height

    def draw(self) -> None:
        """The plate as an artifact, then the logo."""
        if self.plate:
            with self.canv.artifact():
                self.canv.setFillColor(self.brand.ground("paper"))
                box = 0, self.clear, self.width, self.height - self.clear
                self.canv.roundRect(*box, RADIUS, stroke=0, fill=1)
        corner = self.plate, self.clear + self.plate
        draw_figure(self.canv, self.mark, corner, self.drawn, self.element)


def draw_figure(
    canvas: object,
    mark: Mark,
    corner: tuple[float, float],
    size: tuple[float, float],
    element: Element,
) -> None:
    """A logo inside its Figure, which learns where it stands."""
    from hscb_report.pdf.canvas import ReportCanvas

    assert isinstance(canvas, ReportCanvas)
    upper = corner[0] + size[0], corner[1] + size[1]
    element.box = (*canvas.absolutePosition(*corner), *canvas.absolutePosition(*upper))
    with canvas.tagged(element):
        draw_mark(canvas, mark, *corner, size[0])


def _wordmark(story: Story, look: Look, document: Element) -> Flowable:
    """The board's name, line by line (P with Spans); no invented logo."""
    name = document.add("P")
    return Column(
        [
            words(look, line, "wordmark", "on-band", "band", name.add("Span"))
            for line in story.wordmark
        ]
    )
