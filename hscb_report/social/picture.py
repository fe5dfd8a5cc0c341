"""A card as a picture: drawn as a PDF of one page, and rendered, a pixel for a point."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

from hscb_report.brand.brand import Brand
from hscb_report.editions.imposition import singles
from hscb_report.editions.publication import Publication
from hscb_report.editions.write import write

CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""Nobody sees the PDF, so its day says nothing."""
MOST_BYTES = 300 * 1024
"""A picture is no larger."""
COLOURS, LEVEL = 256, 6
"""Fewer colours, and how hard a picture is packed: harder takes five times as long for 2%."""


def drawn(publication: Publication, brand: Brand) -> bytes:
    """The page as a PDF."""
    return write(publication, singles([publication.pages[0].paper.size]), brand, CREATED)


def rendered(data: bytes) -> bytes:
    """The first page of a PDF as a PNG, which holds pixels and nothing else; with fewer colours
    where it would be too large.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        picture = document[0].render(scale=1).to_pil().convert("RGB")
    finally:
        document.close()
    made = _png(picture)
    if len(made) < MOST_BYTES:
        return made
    from PIL import Image

    fewer = picture.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    return _png(fewer)


def _png(picture: object) -> bytes:
    from PIL import Image

    assert isinstance(picture, Image.Image)
    out = BytesIO()
    picture.save(out, "PNG", compress_level=LEVEL)
    return out.getvalue()
