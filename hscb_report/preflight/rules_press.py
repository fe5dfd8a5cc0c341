"""What PDF/X-4 asks of a file as a whole: printing condition, identification, trapping, page boxes;
and what print shops ask for beyond it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from hscb_report.preflight.document import Opened
from hscb_report.preflight.interactive import annots
from hscb_report.preflight.rules_appearance import intent_channels
from hscb_report.preflight.shapes import Box
from hscb_report.preflight.state import as_text
from hscb_report.preflight.verdict import MM, Fault

BLEED = 3.0
"""What UK printers ask for, mm."""
TOLERANCE = 0.01
"""Of box sizes, mm."""


def intent(doc: Opened) -> Iterator[Fault]:
    """ISO 15930-7, 6.2.2 and 6.2.3: one output intent for print, which names its printing
    condition and has the profile of a printing device embedded.
    """
    press = _press_intents(doc)
    if len(press) != 1:
        yield Fault(
            f"there are {len(press)} output intents for print (GTS_PDFX), and there must be one"
        )
        return
    if not as_text(press[0].get("/OutputConditionIdentifier")):
        yield Fault(
            "the output intent does not name its printing condition (OutputConditionIdentifier)"
        )
    if intent_channels(doc, "/GTS_PDFX") is None:
        yield Fault("the output intent for print has no profile embedded (DestOutputProfile)")
    elif doc.streams.data(press[0].DestOutputProfile)[12:16] != b"prtr":
        yield Fault("the profile of the output intent is not one of a printing device")


def four_inks(doc: Opened) -> Iterator[Fault]:
    """The printing condition is one of four inks; PDF/X-4 allows others."""
    if _press_intents(doc) and intent_channels(doc, "/GTS_PDFX") not in (4, None):
        yield Fault("the printing condition is not one of four inks (DestOutputProfile)")


def _press_intents(doc: Opened) -> list[Any]:
    return [
        item
        for item in doc.root.get("/OutputIntents", [])
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/GTS_PDFX"
    ]


def identification(doc: Opened) -> Iterator[Fault]:
    """ISO 15930-7, 6.9: version and identifiers in the metadata; 6.6: trapped or not."""
    if "PDF/X-4" not in doc.packet.values("pdfxid", "GTS_PDFXVersion"):
        yield Fault("the metadata do not say PDF/X-4 (GTS_PDFXVersion)")
    for prefix, name in (
        ("xmpMM", "DocumentID"),
        ("xmpMM", "VersionID"),
        ("xmpMM", "RenditionClass"),
        ("xmp", "CreateDate"),
        ("xmp", "ModifyDate"),
        ("xmp", "MetadataDate"),
    ):
        if not doc.packet.value(prefix, name):
            yield Fault(f"the metadata have no {prefix}:{name}")
    properties: Any = doc.pdf.trailer.get("/Info")
    known = isinstance(properties, pikepdf.Dictionary)
    info = as_text(properties.get("/Trapped")) if known else ""
    said = doc.packet.value("pdf", "Trapped")
    if info not in ("/True", "/False") and said not in ("True", "False"):
        yield Fault("the file does not say whether it is trapped (Trapped)")
    elif info and said and info != f"/{said}":
        yield Fault(
            "document properties and metadata differ on whether the file is trapped (Trapped)"
        )


def page_boxes(doc: Opened) -> Iterator[Fault]:
    """ISO 15930-7, 6.12: where each page is cut, by a TrimBox or an ArtBox and not by both; boxes
    within one another.
    """
    for number, page in enumerate(doc.pages, 1):
        media = doc.box(number - 1, "/MediaBox")
        trim, art = doc.box(number - 1, "/TrimBox"), doc.box(number - 1, "/ArtBox")
        if trim is None and art is None:
            yield Fault("the page does not say where it is cut (TrimBox)", number)
        elif trim is not None and art is not None:
            yield Fault("the page has both a TrimBox and an ArtBox", number)
        bleed = doc.box(number - 1, "/BleedBox")
        cut = trim or art
        if cut and bleed and min(_margins(cut, bleed)) < -TOLERANCE:
            yield Fault("the trim reaches beyond the bleed (TrimBox, BleedBox)", number)
        for name, box in (("TrimBox", cut), ("BleedBox", bleed)):
            if box and media and min(_margins(box, media)) < -TOLERANCE:
                yield Fault(f"{name} reaches beyond the sheet", number)
        yield from _on_artwork(doc, number, page, bleed or cut)


def bleed_box(doc: Opened) -> Iterator[Fault]:
    """3 mm of bleed around each page, said by a BleedBox, and none of it hidden."""
    for number, _ in enumerate(doc.pages, 1):
        trim, bleed = doc.box(number - 1, "/TrimBox"), doc.box(number - 1, "/BleedBox")
        if trim is None:
            yield Fault("the page does not say where it is cut (TrimBox)", number)
            continue
        if bleed is None:
            yield Fault("the page does not say how far its bleed goes (BleedBox)", number)
            continue
        crop = doc.box(number - 1, "/CropBox") or bleed
        if min(_margins(trim, crop)) < -TOLERANCE:
            yield Fault("part of what is trimmed to is hidden (CropBox)", number)
        width = min(_margins(trim, bleed))
        if -TOLERANCE <= width < BLEED - TOLERANCE:
            yield Fault(
                f"the bleed is {max(0.0, width):.1f} mm wide, and printers ask for "
                f"{BLEED:g} mm (BleedBox)",
                number,
            )


def _margins(inner: Box, outer: Box) -> list[float]:
    """How far one box lies within another on each side, mm; negative where it reaches beyond."""
    return [(inner[side] - outer[side]) * MM * (1 if side < 2 else -1) for side in range(4)]


def _on_artwork(
    doc: Opened, number: int, page: pikepdf.Page, artwork: Box | None
) -> Iterator[Fault]:
    """Annotations on what is printed, which only printer's marks and trapping may be."""
    area = artwork or doc.box(number - 1, "/MediaBox")
    for annotation in annots(page):
        left, bottom, right, top = (float(value) for value in annotation.get("/Rect", [0, 0, 0, 0]))
        inside = area and (
            min(right, area[2]) > max(left, area[0]) and min(top, area[3]) > max(bottom, area[1])
        )
        kind = as_text(annotation.get("/Subtype")).removeprefix("/") or "nameless"
        if inside and kind not in ("TrapNet", "PrinterMark"):
            yield Fault(
                f"a {kind} annotation lies on the artwork",
                number,
                doc.place(number - 1, left, top),
            )


def transparency(doc: Opened) -> Iterator[Fault]:
    """No live transparency: PDF/X-4 would allow it, and many a press's software still flattens it
    badly.
    """
    for number, (page, content) in enumerate(zip(doc.pages, doc.contents, strict=True), 1):
        group = page.obj.get("/Group")
        grouped = isinstance(group, pikepdf.Dictionary) and group.get("/S") == "/Transparency"
        for reason in sorted(content.transparent) or (["a transparency group"] if grouped else []):
            yield Fault(f"there is live transparency: {reason}", number)
