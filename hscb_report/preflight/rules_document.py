"""Checks of the file as a whole: language, metadata, fonts, boxes, attachments, and what archives
forbid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from hscb_report.preflight.document import Opened, is_true
from hscb_report.preflight.verdict import Fault


def language(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.2: the language of the text is named, for a voice that pronounces it."""
    lang = str(doc.root.get("/Lang", "")).strip()
    if not lang:
        yield Fault("the file does not name its language (Lang)")
    elif not re.fullmatch(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", lang):
        yield Fault(f'"{lang}" is no language tag')


def metadata(doc: Opened) -> Iterator[Fault]:
    """ISO 19005-3, 6.6: XMP metadata, and a title that is the same in both places."""
    if not doc.xmp:
        yield Fault("the file has no XMP metadata")
        return
    title = _title(doc)
    info = str(doc.pdf.docinfo.get("/Title", "")) if "/Info" in doc.pdf.trailer else ""
    if title and info and _unescaped(title) != info:
        yield Fault("the title in the metadata differs from the one in the document properties")


def title_shown(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.1: there is a title, and the window shows it, not the file's name."""
    if not _title(doc):
        yield Fault("the metadata have no title (dc:title)")
    preferences = doc.root.get("/ViewerPreferences")
    if not isinstance(preferences, pikepdf.Dictionary) or not is_true(
        preferences, "/DisplayDocTitle"
    ):
        yield Fault("the window would show the file's name in place of the title (DisplayDocTitle)")


def _title(doc: Opened) -> str:
    found = re.search(r"<dc:title>.*?<rdf:li[^>]*>\s*(.*?)\s*</rdf:li>", doc.xmp, re.DOTALL)
    return found[1] if found else ""


def fonts(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.21.4; ISO 19005-3, 6.2.11.4: every font is embedded."""
    for number, name, font in _fonts(doc):
        inner = font.DescendantFonts[0] if font.get("/Subtype") == "/Type0" else font
        descriptor = inner.get("/FontDescriptor")
        embedded = isinstance(descriptor, pikepdf.Dictionary) and any(
            key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")
        )
        if not embedded and font.get("/Subtype") != "/Type3":
            yield Fault(f"the font {name} is not embedded", number)


def letters(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.21.7; ISO 19005-3, 6.2.11.7: every code of a font stands for a letter."""
    for number, name, font in _fonts(doc):
        if "/ToUnicode" in font:
            codes = font.ToUnicode.read_bytes().decode("latin-1")
            blocks = re.findall(r"beginbf(?:char|range)(.*?)endbf", codes, re.DOTALL)
            if any(
                re.search(r"<(?:0000|FEFF|FFFE)>\s*$", line, re.IGNORECASE)
                for block in blocks
                for line in block.splitlines()
            ):
                yield Fault(
                    f"the font {name} maps codes to no letter (U+0000 in ToUnicode)", number
                )
        elif font.get("/Subtype") == "/Type0" or font.get("/Encoding") not in (
            "/WinAnsiEncoding",
            "/MacRomanEncoding",
        ):
            yield Fault(f"the font {name} does not say which letters it shows (ToUnicode)", number)


def _fonts(doc: Opened) -> Iterator[tuple[int, str, pikepdf.Object]]:
    """Each font with its name and the first page it is used on."""
    seen: set[str] = set()
    for number, content in enumerate(doc.contents, 1):
        for name, font in content.fonts.items():
            if name not in seen:
                seen.add(name)
                yield number, name.removeprefix("/"), font


def boxes(doc: Opened) -> Iterator[Fault]:
    """ISO 32000-1, 14.11.2: page boxes have a size and lie inside the sheet."""
    for number, page in enumerate(doc.pages, 1):
        media = _box(page.obj.get("/MediaBox") or page.mediabox)
        if (
            media is None
            or media[2] - media[0] < 3
            or media[3] - media[1] < 3
            or max(media[2] - media[0], media[3] - media[1]) > 14_400
        ):
            yield Fault("the page has no sensible size (MediaBox)", number)
            continue
        for name in ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"):
            box = _box(page.obj.get(name))
            if box and not _within(box, media):
                yield Fault(f"{name[1:]} reaches beyond the sheet", number)


def tab_order(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.18.3: the tab key follows the structure on pages with links."""
    for number, page in enumerate(doc.pages, 1):
        if page.obj.get("/Annots") and page.obj.get("/Tabs") != "/S":
            yield Fault("the tab key does not follow the reading order (Tabs)", number)


def archive(doc: Opened) -> Iterator[Fault]:
    """ISO 19005: no encryption, no scripts, no sound or film, nothing fetched from elsewhere."""
    if doc.pdf.is_encrypted:
        yield Fault("the file is encrypted")
    names = doc.root.get("/Names", {})
    if (
        "/JavaScript" in names
        or _action(doc.root.get("/OpenAction")) == "/JavaScript"
        or "/AA" in doc.root
    ):
        yield Fault("the file holds scripts")
    for number, page in enumerate(doc.pages, 1):
        for annotation in page.obj.get("/Annots", []):
            if annotation.get("/Subtype") in (
                "/Sound",
                "/Movie",
                "/Screen",
                "/3D",
                "/RichMedia",
                "/FileAttachment",
            ):
                yield Fault(f"a {str(annotation.Subtype)[1:]} is on the page", number)
    if "/ID" not in doc.pdf.trailer:
        yield Fault("the file has no identifier (ID)")


def attachments(doc: Opened) -> Iterator[Fault]:
    """ISO 19005-3, 6.8: every attached file says how it relates to the document."""
    owners = [doc.root, *(page.obj for page in doc.pages)]
    associated = {
        spec.objgen
        for owner in owners
        for spec in owner.get("/AF", [])
        if isinstance(spec, pikepdf.Dictionary)
    }
    tree = doc.root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
    for spec in [item for item in tree if isinstance(item, pikepdf.Dictionary)]:
        name = str(spec.get("/UF", spec.get("/F", "a file")))
        if "/AFRelationship" not in spec:
            yield Fault(
                f"the attachment {name} does not say how it relates to the document "
                "(AFRelationship)"
            )
        if spec.objgen not in associated:
            yield Fault(f"the attachment {name} is not associated with the document (AF)")
        if "/EF" not in spec or "/F" not in spec.EF:
            yield Fault(f"the attachment {name} is not in the file")


def no_attachments(doc: Opened) -> Iterator[Fault]:
    """ISO 19005-2, 6.8: files attached to PDF/A-2 must be PDF/A themselves, which is not looked
    into; so none.
    """
    if "/EmbeddedFiles" in doc.root.get("/Names", {}):
        yield Fault("files are attached, which PDF/A-2 allows only for PDF/A files")


def _action(data: Any) -> str:
    return str(data.get("/S", "")) if isinstance(data, pikepdf.Dictionary) else ""


def _box(data: Any) -> list[float] | None:
    try:
        numbers = [float(value) for value in data] if data is not None else []
    except (TypeError, ValueError):
        return None
    return numbers if len(numbers) == 4 else None


def _within(box: list[float], media: list[float]) -> bool:
    return (
        box[0] >= media[0] - 0.01
        and box[1] >= media[1] - 0.01
        and box[2] <= media[2] + 0.01
        and box[3] <= media[3] + 0.01
    )


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
