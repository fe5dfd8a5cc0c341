"""The booklet: the summary on A5 pages, for a press in reading order or for an office printer two
on a side.

Pages are laid out for a larger sheet and drawn smaller, so nothing is below 9 pt.
"""

from __future__ import annotations

from dataclasses import replace

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.brand.typography import BOOKLET, BOOKLET_ZOOMS
from hscb_report.editions import pages
from hscb_report.editions.publication import Page, Publication
from hscb_report.page.look import Paper
from hscb_report.pdf.boxes import MM
from hscb_report.story.story import Story

A5 = Paper(width=148 * MM, height=210 * MM, side=13 * MM, top=13 * MM, bottom=19 * MM)
HALF_A4 = replace(A5, width=148.5 * MM)
"""For an office printer: two fill the sheet."""


def compose(story: Story, brand: Brand) -> Publication:
    """Lay the story out on A5.

    On paper the pages are a multiple of four: of the sizes that type may have, the largest is taken
    that leaves the fewest pages blank.
    """
    paper = HALF_A4 if brand.purpose is Purpose.OFFICE else A5
    if brand.purpose is Purpose.SCREEN:
        return _at(BOOKLET_ZOOMS[0], paper, story, brand)
    made = [_at(zoom, paper, story, brand) for zoom in BOOKLET_ZOOMS]
    best = min(made, key=lambda one: (bool(one.misfits), -len(one.pages) % 4))
    blank = Page(best.pages[-1].paper, lambda canvas: None)
    return replace(best, pages=[*best.pages, *[blank] * (-len(best.pages) % 4)])


def _at(zoom: float, paper: Paper, story: Story, brand: Brand) -> Publication:
    return pages.compose(story, brand, pages.Layout(paper.zoomed(zoom), BOOKLET))
