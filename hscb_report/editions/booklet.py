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
    that leaves the fewest pages blank. A screen shows the same pages without the blank ones.
    """
    paper = HALF_A4 if brand.purpose is Purpose.OFFICE else A5
    made = (_at(zoom, 4, paper, story, brand) for zoom in BOOKLET_ZOOMS)
    best, zoom = None, BOOKLET_ZOOMS[0]
    for zoom_tried, one in zip(BOOKLET_ZOOMS, made, strict=True):
        if best is None or _waste(one) < _waste(best):
            best, zoom = one, zoom_tried
        if not one.misfits and not one.blanks:
            break
    assert best is not None  # there are zooms
    if brand.purpose is Purpose.SCREEN and best.blanks:
        return _at(zoom, 1, paper, story, brand)
    return best


def _waste(made: Publication) -> tuple[bool, int]:
    return bool(made.misfits), made.blanks


def _at(zoom: float, multiple: int, paper: Paper, story: Story, brand: Brand) -> Publication:
    layout = pages.Layout(paper.zoomed(zoom), BOOKLET, back_cover=True, multiple=multiple)
    return pages.compose(story, brand, layout)
