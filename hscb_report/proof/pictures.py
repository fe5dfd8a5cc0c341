"""A picture of each printed side with trim, folds and quiet zones drawn and panels named, for a
person to check before paying.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any

from hscb_report.brand import resources
from hscb_report.editions.imposition import Side
from hscb_report.editions.publication import Publication
from hscb_report.pdf.boxes import MM

DPI = 120
_SCALE = DPI / 72
_BORDER, _FOOT = 15 * MM, 12 * MM
"""White around the side for names and sizes, pt."""
_QUIET = 5 * MM
_INK, _TRIM, _FOLD, _ZONE = "#222222", "#D0006F", "#0060C0", "#8A8A8A"


def proofs(
    data: bytes,
    sides: Sequence[Side],
    publication: Publication,
    name: str,
    corner: tuple[float, float],
    note: str,
) -> dict[str, bytes]:
    """A PNG for each side, by file name.

    Args:
        data: the file as it is delivered.
        sides: what its pages are.
        name: of the file, without its ending.
        note: printed below each.
        corner: where the trim's lower left corner stands on each page, pt.
    """
    import pypdfium2

    made = {}
    document = pypdfium2.PdfDocument(data)
    for number, side in enumerate(sides, 1):
        picture = document[number - 1].render(scale=_SCALE).to_pil().convert("RGB")
        out = BytesIO()
        _drawn(picture, side, publication, f"{name}.pdf", number, len(sides), corner, note).save(
            out, "PNG", optimize=True, dpi=(DPI, DPI)
        )
        made[f"{name}-proof-{number}.png"] = out.getvalue()
    document.close()
    return made


def _drawn(
    picture: Any,
    side: Side,
    publication: Publication,
    name: str,
    number: int,
    count: int,
    corner: tuple[float, float],
    note: str,
) -> Any:
    from PIL import Image, ImageDraw, ImageFont

    border, foot = round(_BORDER * _SCALE), round(_FOOT * _SCALE)
    sheet = Image.new(
        "RGB", (picture.width + 2 * border, picture.height + 2 * border + foot), "white"
    )
    sheet.paste(picture, (border, border))
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(
        BytesIO((resources.fonts() / "SourceSans3-Regular.ttf").read_bytes()), round(9 * _SCALE)
    )
    bold = ImageFont.truetype(
        BytesIO((resources.fonts() / "SourceSans3-Bold.ttf").read_bytes()), round(10 * _SCALE)
    )
    left, bottom = border + corner[0] * _SCALE, border + picture.height - corner[1] * _SCALE
    right, top = left + side.width * _SCALE, bottom - side.height * _SCALE
    draw.rectangle((left, top, right, bottom), outline=_TRIM, width=2)
    zone = _QUIET * _SCALE
    edges = [left, *(left + fold * _SCALE for fold in side.folds), right]
    for start, end in pairwise(edges):
        _dashed(
            draw,
            [
                (start + zone, top + zone),
                (end - zone, top + zone),
                (end - zone, bottom - zone),
                (start + zone, bottom - zone),
                (start + zone, top + zone),
            ],
            _ZONE,
            2,
            1,
        )
    for fold in edges[1:-1]:
        _dashed(
            draw,
            [(fold, border * 0.55), (fold, border + picture.height + border * 0.45)],
            _FOLD,
            10,
            2,
        )
    for place in side.places:
        middle = left + (place.x + place.width / 2) * _SCALE
        words = (
            "blank"
            if place.page is None
            else publication.pages[place.page].name or f"page {place.page + 1}"
        )
        draw.text((middle, border * 0.12), words, font=bold, fill=_INK, anchor="ma")
        draw.text(
            (middle, border * 0.50),
            f"{place.width / MM:g} × {side.height / MM:g} mm".replace(".0 ", " "),
            font=font,
            fill=_INK,
            anchor="ma",
        )
    legend = (
        f"{name}, {side.name} (side {number} of {count}). Solid line: edge. Long dashes: fold. "
        "Fine dashes: 5 mm that words keep clear of."
    )
    draw.text((border, sheet.height - foot - border * 0.15), legend, font=font, fill=_INK)
    line = sheet.height - foot + 13 * _SCALE - border * 0.15
    draw.text((border, line), note, font=font, fill=_INK)
    return sheet


def _dashed(
    draw: Any, points: Sequence[tuple[float, float]], colour: str, dash: float, width: int
) -> None:
    """A line in dashes along points."""
    dash *= _SCALE
    for (x1, y1), (x2, y2) in pairwise(points):
        length = max(abs(x2 - x1), abs(y2 - y1))
        at = 0.0
        while at < length:
            end = min(at + dash, length)
            draw.line(
                (
                    x1 + (x2 - x1) * at / length,
                    y1 + (y2 - y1) * at / length,
                    x1 + (x2 - x1) * end / length,
                    y1 + (y2 - y1) * end / length,
                ),
                fill=colour,
                width=width,
            )
            at += 1.7 * dash
