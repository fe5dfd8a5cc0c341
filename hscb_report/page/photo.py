"""Photographs: over the width of their place, from edge to edge on a cover, and who made them."""

from __future__ import annotations

from hscb_report.brand.colours import Purpose
from hscb_report.brand.pixels import WANTED, dpi_of, prepared
from hscb_report.page import spacing
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Box, Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.spot import Spot
from hscb_report.page.text import words
from hscb_report.pdf.boxes import BLEED, MM
from hscb_report.pdf.structure import Element
from hscb_report.story.art import Picture

HIGHEST = 0.45
"""Of the page's height that a photograph takes at the most; one that is higher is set narrower."""
LEAST_SHARE = 2 / 3
"""Of the width of its place: with so many pixels it is set narrower, with fewer not at all."""

SMALLER = 0.75
"""As a share of its size, the least to which it is set smaller so that a page is filled."""


def picture(node: Picture, look: Look, spot: Spot, section: Element, width: float) -> Flowable:
    """A photograph over a width, as far as its pixels allow, and below it who made it."""
    photo, paper = node.photo, look.paper
    place = min(width, HIGHEST * paper.height * photo.ratio)
    wanted = WANTED[look.brand.purpose]
    most = photo.width * 72 / wanted / paper.zoom
    if most < place * LEAST_SHARE:
        spot.unfit(*_coarse(node, look.brand.purpose, place * paper.zoom, most * paper.zoom))
    wide = min(place, most)
    element = section.add("Figure", alt=node.alt, lang=node.lang)
    shown = Photograph(node, look, element, wide, wide / photo.ratio)
    return Column([shown, credit(node, look, section)], spacing.CAPTION)


def credit(node: Picture, look: Look, section: Element, on: str = "paper") -> Flowable:
    """Who made it, and what allows its use (P)."""
    token = "text" if on == "paper" else "on-band"
    return words(look, node.credit, "table", token, on, section.add("P", lang=node.lang))


FLATNESS, NARROW_FLATNESS, FLATTEST = 0.5, 1.0, 0.3
"""The height of a photograph on a cover, as a share of the paper's width: where there is room, on a
narrow page, and the least.
"""
WIDE = 480.0
"""A page of this measure is not narrow, pt."""
_NO_ROOM = "shorten the title, or remove cover: {picture: ...}"


def _coarse_on_cover(node: Picture, look: Look, spot: Spot, height: float) -> None:
    """Say so where a photograph from edge to edge of a band has too few pixels; height in pt."""
    paper, purpose = look.paper, look.brand.purpose
    width = paper.width * paper.zoom + (2 * BLEED if purpose is Purpose.PRESS else 0.0)
    dpi = dpi_of(node.photo, width, height * paper.zoom)
    if dpi < WANTED[purpose] * (1.0 if purpose is Purpose.PRESS else LEAST_SHARE):
        most, instead = width * dpi / WANTED[purpose], "show it in a block in place of the cover"
        spot.unfit(*_coarse(node, purpose, width, most, instead))


def _coarse(
    node: Picture,
    purpose: Purpose,
    place: float,
    most: float,
    instead: str = "give the block a smaller width",
) -> tuple[str, str, str]:
    """What is said of a photograph of too few pixels; its place and the most it may have, pt."""
    dpi, what = WANTED[purpose], "a press" if purpose is Purpose.PRESS else "a page"
    needed = place / 72 * dpi
    return (
        "coarse",
        f'the picture "{node.name}" has {node.photo.width:,} x {node.photo.height:,} pixels: with '
        f"the {dpi:.0f} to the inch that {what} asks for it may be {most / MM:.0f} mm wide at the "
        f"most, and its place is {place / MM:.0f} mm wide",
        f"take the picture in a larger size, at least {needed:,.0f} pixels wide, or {instead}",
    )


class OnCover(Flowable):
    """A photograph from edge to edge of a band, and below it who made it.

    Args:
        free: the height there is for both, pt.
    """

    def __init__(
        self, node: Picture, look: Look, document: Element, free: float, spot: Spot
    ) -> None:
        super().__init__()
        paper, spot = look.paper, spot.of("the picture on the cover", ("cover", "picture"))
        element = document.add("Figure", alt=node.alt, lang=node.lang)
        self.words = credit(node, look, document, "band")
        self.below = height_of(self.words, paper.measure) + spacing.CAPTION
        flatness = FLATNESS if paper.measure >= WIDE else NARROW_FLATNESS
        most = node.photo.height * 72 / WANTED[look.brand.purpose] / paper.zoom
        high = min(paper.width * flatness, free - self.below, max(most, paper.width * FLATTEST))
        if high < paper.width * FLATTEST:
            spot.misfit(paper.width * FLATTEST - high, "high", _NO_ROOM)
            high = paper.width * FLATTEST
        _coarse_on_cover(node, look, spot, high)
        self.photo = Photograph(node, look, element, paper.width, high, to_edge=True)
        self.aside = paper.side

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The photograph and the line below it."""
        self.width, self.height = availWidth, self.photo.height + self.below
        return self.width, self.height

    def draw(self) -> None:
        """The photograph, then the line."""
        self.photo.drawOn(self.canv, -self.aside, self.below)
        self.words.drawOn(self.canv, 0, 0)


class Photograph(Box):
    """The pixels in a place of the layout.

    Args:
        width, height: pt.
        to_edge: whether they run past the edges of the leaf that the place touches.
    """

    def __init__(
        self,
        node: Picture,
        look: Look,
        element: Element,
        width: float,
        height: float,
        to_edge: bool = False,
    ) -> None:
        super().__init__()
        self.node, self.look, self.element, self.to_edge = node, look, element, to_edge
        self.width, self.height = width, height

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its own size."""
        return self.width, self.height

    @property
    def gives(self) -> float:
        """It may be set smaller, whole, where a page would be left half empty before it."""
        return 0.0 if self.to_edge else self.height * (1 - SMALLER)

    def give(self, height: float) -> None:
        """Set it smaller."""
        share = 1 - height / self.height
        self.width, self.height = self.width * share, self.height * share

    def draw(self) -> None:
        """Worked out for the size it has on paper, inside its Figure."""
        canvas, zoom = self.canv, self.look.paper.zoom
        box = (0.0, 0.0, self.width, self.height)
        x, y, width, height = canvas.to_edge(*box) if self.to_edge else box
        made = prepared(
            self.node.photo,
            self.look.brand.purpose,
            round(width * zoom, 2),
            round(height * zoom, 2),
            self.node.share,
        )
        self.element.box = (
            *canvas.absolutePosition(x, y),
            *canvas.absolutePosition(x + width, y + height),
        )
        with canvas.tagged(self.element):
            canvas.draw_photo(made, x, y, width, height)
