"""The canvas everything is drawn on: brand inks only, and nothing outside a tag or an artifact.

A shape that no element owns raises where it is drawn, so the mistake shows the line that made it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFPage,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import FILL_NON_ZERO  # type: ignore[attr-defined]  # not in stubs

from hscb_report.brand import icons
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.brand.pixels import Pixels
from hscb_report.pdf.colour import CanvasMisuse
from hscb_report.pdf.inked import InkedCanvas
from hscb_report.pdf.leaf import Leaf, Reach
from hscb_report.pdf.structure import Element, Mark
from hscb_report.words.typography import without_binding

Artifact = Literal["Pagination", "Layout", "Background"]


class ReportCanvas(InkedCanvas):
    """A canvas that is held to one brand and to tagged drawing.

    Args:
        file: a path or a binary file.
        brand: the tokens, resolved by the brand's purpose to sRGB or CMYK.
        size: page width and height, pt.
        language: BCP 47 tag of the document.
    """

    def __init__(self, file: Any, brand: Brand, size: tuple[float, float], language: str) -> None:
        self.leaf = Leaf(0.0, 0.0, *size, 1.0, Reach())
        self._leaves: list[Leaf] = []
        self._origin = (0.0, 0.0)
        self._inside: Element | str | None = None
        self._next_mcid = 0
        self._linked: dict[int, tuple[int, list[tuple[float, float, float, float]]]] = {}
        super().__init__(file, brand, size, language)

    # Leaves

    def saveState(self) -> None:
        """Save the graphics state, and the leaf with it."""
        self._leaves.append(self.leaf)
        super().saveState()

    def restoreState(self) -> None:
        """Restore the graphics state that was saved last."""
        super().restoreState()
        self.leaf = self._leaves.pop()

    @contextmanager
    def on_leaf(self, leaf: Leaf) -> Iterator[None]:
        """What is drawn inside stands on a leaf: its lower left corner is the origin, its zoom the
        scale.
        """
        self.saveState()
        self.translate(leaf.x, leaf.y)
        self.scale(leaf.zoom, leaf.zoom)
        self.leaf = leaf
        try:
            yield
        finally:
            self.restoreState()

    def on_this_leaf(self, x: float, y: float) -> tuple[float, float]:
        """A point of the current coordinates in those of the leaf."""
        at_x, at_y = self.absolutePosition(x, y)
        return (at_x - self._origin[0] - self.leaf.x) / self.leaf.zoom, (
            at_y - self._origin[1] - self.leaf.y
        ) / self.leaf.zoom

    def to_edge(
        self, x: float, y: float, width: float, height: float
    ) -> tuple[float, float, float, float]:
        """A ground of the current coordinates: where it touches the leaf's edge it reaches as far
        past it as the leaf says.
        """
        left, bottom = self.on_this_leaf(x, y)
        return self.leaf.reached(left, bottom, x, y, width, height)

    # Tags

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to ``element``."""
        if self.press:  # nobody reads a press file: it has no structure
            with self._marking(element, ""):
                yield
            return
        with self._marking(element, f"/{element.role} <</MCID {self._next_mcid}>> BDC"):
            element.marks.append(Mark(self.page_index, self._next_mcid))
            self._next_mcid += 1
            yield

    @contextmanager
    def artifact(self, kind: Artifact = "Layout") -> Iterator[None]:
        """What is drawn inside is not content: a ground, a rule, an ornament, page furniture."""
        with self._marking(kind, "" if self.press else f"/Artifact <</Type /{kind}>> BDC"):
            yield

    @contextmanager
    def _marking(self, what: Element | str, opening: str) -> Iterator[None]:
        if self._inside is not None:
            raise CanvasMisuse(
                f"{what} is drawn inside {self._inside}; marked content does not nest"
            )
        self._inside = what
        if opening:
            self._code.append(opening)
        try:
            yield
        finally:
            if opening:
                self._code.append("EMC")
            self._inside = None

    @property
    def page_index(self) -> int:
        """The page being drawn, from 0."""
        return self._pageNumber - 1

    def _startPage(self) -> None:
        super()._startPage()
        self._next_mcid, self._leaves, self._origin = 0, [], (0.0, 0.0)

    def start_at(self, x: float, y: float) -> None:
        """Put the origin of a new page at the corner of its trim; the sheet reaches past it."""
        self._origin = (x, y)
        self.translate(x, y)
        if self.press:  # what is not set is DeviceGray
            self.setFillColor(self.brand.ink("text"))
            self.setStrokeColor(self.brand.ink("text"))

    def showPage(self, **entries: Any) -> None:
        """Finish the page, and let it know its place in the structure.

        Args:
            entries: more of the page dictionary, such as TrimBox.
        """
        index = self.page_index
        super().showPage()
        page = self.page_object(index)
        if not self.press:
            entries |= {"StructParents": index, "Tabs": PDFName("S")}
        page.__NoDefault__ = [
            *(name for name in PDFPage.__NoDefault__ if name != "Trans"),
            *entries,
        ]
        for name, value in entries.items():
            setattr(page, name, PDFArray(value) if isinstance(value, (tuple, list)) else value)

    def page_object(self, index: int) -> PDFPage:
        """ReportLab's object of a finished page."""
        page: PDFPage = self._doc.Pages.pages[index]
        return page

    # Painting

    def must_own(self) -> None:
        """Refuse what stands in no tag and in no artifact."""
        if self._inside is None:
            raise CanvasMisuse(
                "painted outside a tag and outside an artifact; wrap it in tagged() or artifact()"
            )
        super().must_own()

    def draw_icon(self, name: str, x: float, y: float, size: float) -> None:
        """An icon in the current fill colour; ``x``, ``y`` is its lower left corner, ``size`` its
        side, pt.
        """
        scale = size / icons.UNITS
        path = self.beginPath()
        for operator, points in icons.outline(name):
            flat = [value for px, py in points for value in (x + px * scale, y + py * scale)]
            if operator == "closePath":
                path.close()
            else:
                getattr(path, operator)(*flat)
        self.drawPath(path, stroke=0, fill=1, fillMode=FILL_NON_ZERO)

    def draw_photo(self, pixels: Pixels, x: float, y: float, width: float, height: float) -> None:
        """A photograph in a rectangle, pt; one that is drawn twice is in the file once."""
        self.must_own()
        name = hashlib.sha256(pixels.data).hexdigest()
        if not self._doc.hasForm(name):
            entries = {
                "Type": PDFName("XObject"),
                "Subtype": PDFName("Image"),
                "Width": pixels.width,
                "Height": pixels.height,
                "BitsPerComponent": 8,
                "ColorSpace": PDFName(pixels.space),
                "Filter": PDFName("DCTDecode"),
            }
            if pixels.space == "DeviceCMYK":  # Adobe's way: more is less
                entries["Decode"] = PDFArray([1, 0] * 4)
            self._doc.addForm(name, PDFStream(PDFDictionary(entries), pixels.data))
        self._currentPageHasImages = 1
        self._formsinuse.append(name)
        self.saveState()
        self.translate(x, y)
        self.scale(width, height)
        self._code.append(f"/{self._doc.getXObjectName(name)} Do")
        self.restoreState()

    # Links and bookmarks

    def link(
        self,
        element: Element,
        url: str,
        boxes: Sequence[tuple[float, float, float, float]],
        contents: str,
    ) -> None:
        """A link over rectangles of the current coordinates, one for each line of its words, owned
        by a Link element. More of a link on one page is the same link.

        Args:
            boxes: left, bottom, right, top of each.
            contents: where it leads, in words, for assistive technology.

        On paper nothing is pressed: a press file has no links, and PDF/X wants none.
        """
        if self.press:
            return
        page, placed = self._linked.get(id(element), (-1, []))
        goes_on = page == self.page_index
        placed = [*(placed if goes_on else []), *(self._placed(*box) for box in boxes)]
        self._linked[id(element)] = self.page_index, placed
        left, bottom, right, top = zip(*placed, strict=True)
        around = (min(left), min(bottom), max(right), max(top))
        if not goes_on:
            self.linkURL(url, around, Contents=PDFString(contents), F=4)
            element.annotations.append((self.page_index, self._annotationrefs[-1]))
        if len(placed) > 1:  # in the order that viewers expect: upper left and right, then lower
            corners = [(x0, y1, x1, y1, x0, y0, x1, y0) for x0, y0, x1, y1 in placed]
            _, reference = element.annotations[-1]
            entries = self._doc.idToObject[reference.name].dict
            entries["Rect"] = PDFArray(around)
            entries["QuadPoints"] = PDFArray([at for four in corners for at in four])

    def _placed(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """A rectangle of the current coordinates on the page."""
        return *self.absolutePosition(left, bottom), *self.absolutePosition(right, top)

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An entry of the outline that leads to this height of the current coordinates; what is
        printed needs none.
        """
        if self.brand.purpose is not Purpose.SCREEN:
            return
        key = f"b{len(self._destinations)}"
        _, y = self.absolutePosition(0, top)
        self.bookmarkHorizontalAbsolute(key, y, left=0, fit="XYZ")
        self.addOutlineEntry(without_binding(title), key, level)
