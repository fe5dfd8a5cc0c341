"""The order sheet: on one page of text what a printer asks before quoting, and lines left for what
only the board knows.
"""

from __future__ import annotations

from collections.abc import Sequence

from hscb_report.brand.brand import Brand
from hscb_report.brand.inks import LIMITS
from hscb_report.editions.imposition import LEAFLETS, Side
from hscb_report.editions.publication import Publication
from hscb_report.pdf.boxes import BLEED, MM
from hscb_report.pdf.standards import STANDARDS
from hscb_report.products import STANDARDS as CLAIMED
from hscb_report.words.typography import without_binding

PROFILE = "FOGRA39L coated (ISO 12647-2:2004), embedded as output intent"
UNCOATED = (
    "the colour numbers are final: please do not convert them, but use your curve for uncoated "
    "stock"
)
_WIDTH = 26
_BLANK = "_" * 28


def order_sheet(
    publication: Publication,
    sides: Sequence[Side],
    brand: Brand,
    name: str,
    edition: str,
    fold: str,
    stock: str,
    marks: bool,
) -> str:
    """The sheet.

    Args:
        name: of the press file.
        edition, fold, stock: as they were ordered; ``fold`` is empty where nothing is folded.
        marks: whether printer's marks stand around the pages.
    """
    first = sides[0]
    titles = " and ".join(STANDARDS[name].title for name in CLAIMED["press"])
    spots = sorted({colour.spot for colour in brand.palette.values() if colour.spot})
    most = max(colour.total_ink for colour in brand.palette.values())
    colours = (
        f"5/5: process (CMYK) and one spot ink, {spots[0]}" if spots else "4/4: process (CMYK)"
    )
    draft = (
        [("Status", "DRAFT: for a quotation only, not to be printed")] if publication.draft else []
    )
    rows = [
        *draft,
        ("Title", without_binding(publication.title)),
        ("File", name),
        ("Product", _product(edition, fold, len(sides))),
    ]
    rows += _folded(fold) if fold else [("Page size", _size(first.width, first.height))]
    rows += [
        (
            "Pages in the file",
            f"{len(sides)}"
            + (", one for each side of the sheet" if fold else ", single pages in reading order"),
        ),
        (
            "Printed",
            "both sides, head to head"
            if fold or edition == "booklet"
            else "both sides or one, as ordered",
        ),
        ("Colours", colours),
        ("Black", "text and rules in 100 K, set to overprint"),
        ("Stock", stock),
        (
            "Total ink",
            f"the brand's heaviest colour has {most:.0f}%; the limit for {stock} stock is "
            f"{LIMITS[stock]}%",
        ),
        ("Profile", PROFILE if stock == "coated" else f"{PROFILE};\n{'':{_WIDTH}}{UNCOATED}"),
        ("Bleed", f"{BLEED / MM:g} mm on all sides; the trim is in the TrimBox"),
        (
            "Marks",
            f"crop{', fold' if fold else ''} and registration marks, outside the bleed"
            if marks
            else "none",
        ),
        (
            "Standard",
            f"made to {titles};\n{'':{_WIDTH}}fonts embedded, no transparency, not trapped",
        ),
    ]
    open_ = [
        ("Quantity", _BLANK),
        ("Paper and weight", _BLANK),
        ("Delivered to, by", _BLANK),
        ("Ordered by", _BLANK),
    ]
    head = "Order sheet for the printer"
    return "\n".join(
        [
            head,
            "=" * len(head),
            "",
            *map(_row, rows),
            "",
            "To be filled in",
            "---------------",
            "",
            *map(_row, open_),
            "",
        ]
    )


def _row(row: tuple[str, str]) -> str:
    return f"{row[0]:<{_WIDTH}}{row[1]}"


def _size(width: float, height: float) -> str:
    return f"{width / MM:.1f} × {height / MM:.1f} mm".replace(".0", "")


def _product(edition: str, fold: str, pages: int) -> str:
    if fold:
        return f"leaflet, one sheet, {LEAFLETS[fold].name}"
    if edition == "booklet":
        return f"booklet, {pages} pages with the cover, folded once and stapled; please impose"
    return f"document of {pages} pages"


def _folded(fold: str) -> list[tuple[str, str]]:
    folding = LEAFLETS[fold]
    width = sum(panel for _, panel in folding.outside)
    largest = max(panel for _, panel in folding.outside)

    def panels(side: tuple[tuple[str, float], ...]) -> str:
        return ", ".join(f"{role}: {panel / MM:g} mm" for role, panel in side)

    return [
        ("Size, flat", _size(width, folding.height)),
        ("Size, folded", f"{_size(largest, folding.height)} ({folding.folded})"),
        ("Side 1, from the left", panels(folding.outside)),
        ("Side 2, from the left", panels(folding.inside)),
        ("Read in this order", ", ".join(folding.reading)),
    ]
