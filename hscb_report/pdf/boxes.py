"""Page boxes of a printed sheet (ISO 32000-1, 14.11.2; ISO 15930-7, 6.12): trim within bleed within
media.

One of TrimBox and ArtBox, never both. The media holds the bleed and, where marks are wanted, the
slug.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

MM = 72 / 25.4
"""One mm in pt."""
BLEED = 3 * MM
"""How far grounds run past the trim, pt."""
SLUG = 13 * MM
"""From the trim to the edge of the sheet where marks are wanted, pt."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Boxes:
    """The boxes of one side, pt from the lower left corner of its media.

    Attributes:
        media: width and height of the sheet.
        trim, bleed: left, bottom, right, top.
    """

    media: tuple[float, float]
    trim: Box
    bleed: Box

    @property
    def entries(self) -> dict[str, tuple[float, ...]]:
        """The page dictionary's TrimBox and BleedBox."""
        return {
            "TrimBox": tuple(round(v, 4) for v in self.trim),
            "BleedBox": tuple(round(v, 4) for v in self.bleed),
        }


def for_press(width: float, height: float, marks: bool) -> Boxes:
    """The boxes around a trimmed sheet of this size, pt."""
    edge = SLUG if marks else BLEED
    trim = (edge, edge, edge + width, edge + height)
    bleed = (edge - BLEED, edge - BLEED, edge + width + BLEED, edge + height + BLEED)
    return Boxes((width + 2 * edge, height + 2 * edge), trim, bleed)


def noted(folds: tuple[float, ...], left: float, stock: str, when: str) -> dict[str, Any]:
    """Where a page is folded and on what it is printed, kept in its page-piece dictionary (ISO
    32000-1, 14.5) for the preflight to find.

    Args:
        folds: from the left edge of the trim, pt.
        left: of the trim in the media, pt.
        stock: ``coated`` or ``uncoated``.
        when: a PDF date; a page with such data says when it was changed.
    """
    private = PDFDictionary(
        {"Folds": PDFArray([round(left + fold, 4) for fold in folds]), "Stock": PDFName(stock)}
    )
    own = PDFDictionary({"LastModified": PDFString(when), "Private": private})
    return {"PieceInfo": PDFDictionary({"HscbReport": own}), "LastModified": PDFString(when)}
