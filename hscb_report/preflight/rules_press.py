"""What PDF/X-4 asks of a file as a whole: printing condition, identification, trapping, page boxes,
no live transparency.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from hscb_report.preflight.document import Opened
from hscb_report.preflight.rules_appearance import intent_channels
from hscb_report.preflight.verdict import MM, Fault

BLEED = 3.0
"""What UK printers ask for, mm."""
TOLERANCE = 0.01
"""Of box sizes, mm."""


def intent(doc: Opened) -> Iterator[Fault]:
    """ISO 15930-7, 6.2.2: one output intent for print, its four-channel profile embedded, shared
    with that of PDF/A.
    """
    intents = [
        item for item in doc.root.get("/OutputIntents", []) if isinstance(item, pikepdf.Dictionary)
    ]
    press = [item for item in intents if item.get("/S") == "/GTS_PDFX"]
    if len(press) != 1:
        yield Fault(
            f"there are {len(press)} output intents for print (GTS_PDFX), and there must be one"
        )
        return
    if not str(press[0].get("/OutputConditionIdentifier", "")):
        yield Fault(
            "the output intent does not name its printing condition (OutputConditionIdentifier)"
        )
    profile: Any = press[0].get("/DestOutputProfile")
    if intent_channels(doc, "/GTS_PDFX") != 4:
        yield Fault(
            "the output intent for print has no four-channel profile embedded (DestOutputProfile)"
        )
    elif bytes(profile.read_bytes())[12:16] != b"prtr":
        yield Fault("the profile of the output intent is not one of a printing device")
    if any(
        item.get("/DestOutputProfile") is not None
        and item.DestOutputProfile.objgen != profile.objgen
        for item in intents
        if profile is not None
    ):
        yield Fault("the output intents name different profiles, and must share one")


def identification(doc: Opened) -> Iterator[Fault]:
    """ISO 15930-7, 6.9: version and identifiers in the metadata; 6.6: trapped or not."""
    if "PDF/X-4" not in doc.xmp_value("pdfxid", "GTS_PDFXVersion"):
        yield Fault("the metadata do not say PDF/X-4 (GTS_PDFXVersion)")
    for prefix, name in (
        ("xmpMM", "DocumentID"),
        ("xmpMM", "VersionID"),
        ("xmpMM", "RenditionClass"),
        ("xmp", "CreateDate"),
        ("xmp", "ModifyDate"),
        ("xmp", "MetadataDate"),
    ):
        if not doc.xmp_value(prefix, name):
            yield Fault(f"the metadata have no {prefix}:{name}")
    info = str(doc.pdf.docinfo.get("/Trapped", "")) if "/Info" in doc.pdf.trailer else ""
    said = doc.xmp_value("pdf", "Trapped")
    if info not in ("/True", "/False") and said not in ("True", "False"):
        yield Fault("the file does not say whether it is trapped (Trapped)")
    elif info and said and info != f"/{said}":
        yield Fault(
            "document properties and metadata differ on whether the file is trapped (Trapped)"
        )


def page_boxes(doc: Opened) -> Iterator[Fault]:
    """ISO 15930-7, 6.12: where each page is cut, and 3 mm of bleed around it; boxes nested, and no
    ArtBox beside the TrimBox.
    """
    for number, page in enumerate(doc.pages, 1):
        trim, bleed = doc.box(number - 1, "/TrimBox"), doc.box(number - 1, "/BleedBox")
        if trim is None:
            yield Fault("the page does not say where it is cut (TrimBox)", number)
            continue
        if "/ArtBox" in page.obj:
            yield Fault("the page has both a TrimBox and an ArtBox", number)
        if bleed is None:
            yield Fault("the page does not say how far its bleed goes (BleedBox)", number)
            continue
        crop = doc.box(number - 1, "/CropBox") or bleed
        if any(
            (crop[side] - trim[side]) * MM * (1 if side < 2 else -1) > TOLERANCE
            for side in range(4)
        ):
            yield Fault("part of what is trimmed to is hidden (CropBox)", number)
        around = [
            (trim[0] - bleed[0]) * MM,
            (trim[1] - bleed[1]) * MM,
            (bleed[2] - trim[2]) * MM,
            (bleed[3] - trim[3]) * MM,
        ]
        if min(around) < -TOLERANCE:
            yield Fault("the trim reaches beyond the bleed (TrimBox, BleedBox)", number)
        elif min(around) < BLEED - TOLERANCE:
            yield Fault(
                f"the bleed is {max(0.0, min(around)):.1f} mm wide, and printers ask for "
                f"{BLEED:g} mm (BleedBox)",
                number,
            )
        for annotation in page.obj.get("/Annots", []):
            left, bottom, right, top = (
                float(value) for value in annotation.get("/Rect", [0, 0, 0, 0])
            )
            inside = min(right, bleed[2]) > max(left, bleed[0]) and min(top, bleed[3]) > max(
                bottom, bleed[1]
            )
            kind = str(annotation.get("/Subtype", "/Annot"))[1:]
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
