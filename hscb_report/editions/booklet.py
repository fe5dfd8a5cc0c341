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
from hscb_report.page.look import Paper
from hscb_report.pdf.boxes import MM
from hscb_report.story.story import Story

A5 = Paper(width=148 * MM, height=210 * MM, side=13 * MM, top=13 * MM, bottom=19 * MM)
HALF_A4 = replace(A5, width=148.5 * MM)
"""For an office printer: two fill the sheet."""


def compose(story: Story, brand: Brand) -> Publication:
    """Lay the story out on A5, with a back cover.

    On paper the pages are a multiple of four: of the sizes that type may have, the largest is taken
    that needs no more sheets than a smaller one, and leaves the fewest pages blank. A screen shows
    the same pages without the blank ones.
    """
    paper = HALF_A4 if brand.purpose is Purpose.OFFICE else A5
    least = _at(BOOKLET_ZOOMS[-1], 4, paper, story, brand)
    best, zoom = least, BOOKLET_ZOOMS[-1]
    for tried in BOOKLET_ZOOMS[:-1]:
        made = _at(tried, 4, paper, story, brand)
        if _waste(made) < _waste(best) or (best is least and _waste(made) == _waste(best)):
            best, zoom = made, tried
        if _waste(best) <= (bool(least.misfits), len(least.pages), 0):
            break
    if brand.purpose is Purpose.SCREEN and best.blanks:
        return _at(zoom, 1, paper, story, brand)
    return best


def _waste(made: Publication) -> tuple[bool, int, int]:
    return bool(made.misfits), len(made.pages), made.blanks


def _at(zoom: float, multiple: int, paper: Paper, story: Story, brand: Brand) -> Publication:
    layout = pages.Layout(paper.zoomed(zoom), BOOKLET, back_cover=True, multiple=multiple)
    return pages.compose(story, brand, layout)
