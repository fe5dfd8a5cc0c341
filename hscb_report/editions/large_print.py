"""Large print: A4 with an 18 pt body, reflowed to one column (not the board edition blown up).

People may ask for large print of 16 to 18 pt under the Equality Act 2010; it is laid out for a
sheet two thirds as wide and drawn one and a half times as large, so that everything on it,
charts and their labels included, is set anew for the size.
"""

from __future__ import annotations

from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import LARGE, LARGE_ZOOM
from hscb_report.editions import pages
from hscb_report.editions.publication import Publication
from hscb_report.page.look import A4
from hscb_report.story.story import Story

LAYOUT = pages.Layout(A4.zoomed(LARGE_ZOOM), LARGE, one_column=True)


def compose(story: Story, brand: Brand) -> Publication:
    """Lay the story out in one column at 18 pt."""
    return pages.compose(story, brand, LAYOUT)
