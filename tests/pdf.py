"""Reading a written PDF back, for the tests."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw as raw

from hscb_report.preflight.content import Content
from hscb_report.preflight.document import Opened


@dataclass(frozen=True)
class Box:
    """A piece of text or a filled shape on a page: pt from the lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float
    words: str = ""
    colour: str = ""
    corners: int = 0

    def overlaps(self, other: Box, slack: float = 0.6) -> bool:
        """Whether two boxes on one page share more than ``slack`` in both directions."""
        return (
            self.page == other.page
            and min(self.right, other.right) - max(self.left, other.left) > slack
            and min(self.top, other.top) - max(self.bottom, other.bottom) > slack
        )

    def holds(self, other: Box, slack: float = 0.6) -> bool:
        """Whether the other box lies inside this one."""
        return (
            other.left >= self.left - slack
            and other.right <= self.right + slack
            and other.bottom >= self.bottom - slack
            and other.top <= self.top + slack
        )

    def has_middle_of(self, other: Box) -> bool:
        """Whether the other box's middle lies inside this one."""
        x, y = (other.left + other.right) / 2, (other.bottom + other.top) / 2
        return self.page == other.page and self.left < x < self.right and self.bottom < y < self.top


def text_of(data: bytes) -> list[str]:
    """The text of each page, in the order it was drawn."""
    document = pypdfium2.PdfDocument(data)
    return [
        page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\x02", "-")
        for page in document
    ]


def objects(data: bytes) -> tuple[list[Box], list[Box]]:
    """All pieces of text, and all filled paths with their colour."""
    document = pypdfium2.PdfDocument(data)
    texts, shapes = [], []
    for number, page in enumerate(document):
        textpage = page.get_textpage()
        for item in page.get_objects():
            left, bottom, right, top = item.get_bounds()
            if item.type == raw.FPDF_PAGEOBJ_TEXT:
                if right - left > 0.1:
                    words = textpage.get_text_bounded(left, bottom, right, top)
                    texts.append(Box(number, left, bottom, right, top, words))
            elif item.type == raw.FPDF_PAGEOBJ_PATH:
                shapes.append(
                    Box(
                        number,
                        left,
                        bottom,
                        right,
                        top,
                        colour=_fill(item),
                        corners=raw.FPDFPath_CountSegments(item.raw),
                    )
                )
    return texts, shapes


def covering(texts: list[Box]) -> list[tuple[Box, Box]]:
    """The pairs of texts of which one covers the other."""
    found = []
    for page in sorted({text.page for text in texts}):
        here = sorted((text for text in texts if text.page == page), key=lambda box: -box.top)
        for index, one in enumerate(here):
            for other in here[index + 1 :]:
                if other.top < one.bottom:
                    break
                if one.overlaps(other):
                    found.append((one, other))
    return found


def _fill(item) -> str:
    import ctypes

    r, g, b, a = (ctypes.c_uint() for _ in range(4))
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item.raw, mode, stroke)
    if not mode.value or not raw.FPDFPageObj_GetFillColor(item.raw, r, g, b, a):
        return ""
    return f"#{r.value:02X}{g.value:02X}{b.value:02X}"


def picture(data: bytes, page: int, dpi: float = 24):
    """A page as an RGB array."""
    document = pypdfium2.PdfDocument(data)
    rendered = document[page].render(scale=dpi / 72, rev_byteorder=True)  # red first
    return rendered.to_numpy()[:, :, :3].astype("int16")


def opened(data: bytes) -> pikepdf.Pdf:
    """The file's objects."""
    return pikepdf.open(BytesIO(data))


def painted(data: bytes) -> list[Content]:
    """What each page paints, as the preflight reads it."""
    return Opened(opened(data), data).contents


def structure(data: bytes) -> list[str]:
    """The structure tree as indented lines: role, then alt text or the words of its content."""
    pdf = opened(data)
    words = _marked_words(data)
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    lines: list[str] = []

    def walk(element, depth: int) -> None:
        role = str(element.S)[1:]
        own = []
        children = []
        for kid in element.get("/K", []):
            if kid.get("/Type") == "/MCR":
                own.append(words.get((pages[kid.Pg.objgen], int(kid.MCID)), ""))
            elif kid.get("/Type") == "/StructElem":
                children.append(kid)
        alt = f" alt={str(element.Alt)!r}" if "/Alt" in element else ""
        scope = (
            f" scope={str(element.A.Scope)[1:]}"
            if "/A" in element and "/Scope" in element.A
            else ""
        )
        lang = f" lang={element.Lang}" if "/Lang" in element else ""
        text = " ".join(part for part in own if part) if not alt else ""
        lines.append(f"{'  ' * depth}{role}{scope}{lang}{alt}{': ' + text if text else ''}")
        for child in children:
            walk(child, depth + 1)

    walk(pdf.Root.StructTreeRoot.K, 0)
    return lines


def _marked_words(data: bytes) -> dict[tuple[int, int], str]:
    """The words of each marked content, by page and identifier."""
    document = pypdfium2.PdfDocument(data)
    found: dict[tuple[int, int], list[str]] = {}
    for number, page in enumerate(document):
        textpage = page.get_textpage()
        for item in page.get_objects():
            if item.type != raw.FPDF_PAGEOBJ_TEXT:
                continue
            mcid = raw.FPDFPageObj_GetMarkedContentID(item.raw)
            if mcid < 0:
                continue
            length = raw.FPDFTextObj_GetText(item.raw, textpage.raw, None, 0)
            buffer = (raw.FPDF_WCHAR * (length // 2 + 1))()
            raw.FPDFTextObj_GetText(item.raw, textpage.raw, buffer, length)
            text = bytes(buffer).decode("utf-16-le").split("\0")[0].replace("\x02", "-")
            found.setdefault((number, mcid), []).append(text.strip())
    return {key: " ".join(part for part in parts if part) for key, parts in found.items()}
