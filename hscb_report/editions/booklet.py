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
from hscb_report.editions.publication import Publication
from hscb_report.page import spacing
from hscb_report.page.look import Paper
from hscb_report.pdf.boxes import MM
from hscb_report.story.story import Story

A5 = Paper(width=148 * MM, height=210 * MM, side=13 * MM, top=13 * MM, bottom=19 * MM)
HALF_A4 = replace(A5, width=148.5 * MM)
"""For an office printer: two fill the sheet."""


def compose(story: Story, brand: Brand) -> Publication:
    """Lay the story out on A5, with a back cover; on a screen too, which shows the same pages.

    They are a multiple of four: of the sizes that type may have, that is taken which needs no more
    sheets than another, leaves the fewest pages blank and then the least of them empty, and parts
    least of what belongs together; of those as good, the largest. Where pages would be blank, what
    there is is spread over them.
    """
    paper = HALF_A4 if brand.purpose is Purpose.OFFICE else A5
    best = least = _at(BOOKLET_ZOOMS[-1], paper, story, brand)
    for zoom in BOOKLET_ZOOMS[:-1]:
        made = _at(zoom, paper, story, brand)
        if _waste(made) < _waste(best) or (best is least and _waste(made) == _waste(best)):
            best = made
        if _waste(best) <= (bool(least.misfits), len(least.pages), 0, 0.0, spacing.TORN):
            break
    if not best.blanks:
        return best
    for zoom in BOOKLET_ZOOMS[::2]:  # the same on all pages, in the place of blank ones
        made = _at(zoom, paper, story, brand, len(best.pages) - 1)
        if _waste(made) < _waste(best):
            best = made
    return best


def _waste(made: Publication) -> tuple[bool, int, int, float, float]:
    short = round(made.short, 2)
    return bool(made.misfits), len(made.pages), made.blanks, short, max(made.parted, spacing.TORN)


def _at(zoom: float, paper: Paper, story: Story, brand: Brand, count: int = 0) -> Publication:
    """Lay it out in a size of type, on so many pages before the back cover if that is asked."""
    sheet = paper.zoomed(zoom)
    layout = pages.Layout(sheet, BOOKLET, back_cover=True, multiple=4, count=count)
    return pages.compose(story, brand, layout)
