"""A publication drawn side by side into a file; all decisions are made before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from io import BytesIO

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.editions.imposition import Side, reach_of
from hscb_report.editions.publication import Publication
from hscb_report.pdf import boxes, marks
from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.leaf import Leaf
from hscb_report.pdf.tagging import attach


def write(
    publication: Publication,
    sides: Sequence[Side],
    brand: Brand,
    created: dt.datetime,
    slug: str | None = None,
    stock: str = "coated",
    tags: bool = True,
) -> bytes:
    """Draw the sides and return the file's bytes, before it is finished for its standards.

    Args:
        brand: its purpose says for what the file is: a press file has boxes and bleed, the
            others tags.
        created: the document's date.
        slug: what the marks say; None for no marks.
        stock: what a press prints it on.
        tags: whether the structure is written, where there is one.
    """
    out = BytesIO()
    press = brand.purpose is Purpose.PRESS
    canvas = ReportCanvas(out, brand, (sides[0].width, sides[0].height), publication.language)
    if brand.purpose is Purpose.SCREEN:
        canvas.addPageLabel(0, style="ARABIC", start=1)
        canvas.showOutline()
    elif (
        brand.purpose is Purpose.OFFICE
    ):  # the print dialogue then opens as the sheet must be printed
        canvas.setViewerPreference("PrintScaling", "None")
        canvas.setViewerPreference("Duplex", "DuplexFlipShortEdge")
    for side in sides:
        entries = {}
        if press:
            sheet = boxes.for_press(side.width, side.height, marks=slug is not None)
            canvas.setPageSize(sheet.media)
            canvas.start_at(*sheet.trim[:2])
            entries = sheet.entries | boxes.noted(
                side.folds, sheet.trim[0], stock, created.strftime("D:%Y%m%d%H%M%SZ")
            )
        else:
            canvas.setPageSize((side.width, side.height))
        _draw(canvas, publication, side)
        if press and slug is not None:
            marks.draw(canvas, side.width, side.height, side.folds, f"{slug} · {side.name}")
        canvas.showPage(**entries)
    if tags and not press:
        attach(canvas, publication.structure)
    canvas.save()
    return out.getvalue()


def _draw(canvas: ReportCanvas, publication: Publication, side: Side) -> None:
    amount = reach_of(canvas.brand.purpose.value)
    for place in side.places:
        if place.page is None:
            continue
        page = publication.pages[place.page]
        leaf = Leaf(
            place.x,
            0.0,
            page.paper.width,
            page.paper.height,
            page.paper.zoom,
            side.reach(place, amount),
        )
        with canvas.on_leaf(leaf):
            page.draw(canvas)
