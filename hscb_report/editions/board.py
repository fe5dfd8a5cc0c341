"""The board edition: A4 for screen and board papers, the printed summary page by page."""

from __future__ import annotations

from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import SCALE
from hscb_report.editions import pages
from hscb_report.editions.publication import Publication
from hscb_report.page.look import A4
from hscb_report.story.story import Story

LAYOUT = pages.Layout(A4, SCALE)


def compose(story: Story, brand: Brand) -> Publication:
    """Lay the story out on A4 in up to twelve columns."""
    return pages.compose(story, brand, LAYOUT)
