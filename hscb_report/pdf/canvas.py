"""The canvas everything is drawn on: brand inks only, and nothing outside a tag or an artifact.

A colour that is no token, a shape that no element owns, a picture made of pixels: each raises
where it is drawn, so the mistake shows the line that made it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFArray, PDFName, PDFPage, PDFString
from reportlab.pdfgen.canvas import FILL_NON_ZERO, Canvas

from hscb_report.brand import icons
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.brand.fonts import font_name
from hscb_report.pdf.colour import CanvasMisuse, Overprint, ReportText, resolve
from hscb_report.pdf.leaf import Leaf, Reach
from hscb_report.pdf.structure import Element, Mark

rl_config.useA85 = 0  # streams stay binary: a fifth smaller, and sooner written

Artifact = Literal["Pagination", "Layout", "Background"]


class ReportCanvas(Canvas):
    """ReportLab's canvas, held to one brand and to tagged drawing.

    Args:
        file: a path or a binary file.
        brand: the tokens, resolved by the brand's purpose to sRGB or CMYK.
        size: page width and height, pt.
        language: BCP 47 tag of the document.
    """

    def __init__(self, file: Any, brand: Brand, size: tuple[float, float], language: str) -> None:
        self.brand = brand
        self.press = brand.purpose is Purpose.PRESS
        self.overprint = Overprint()
        self.leaf = Leaf(0.0, 0.0, *size, 1.0, Reach())
        self._saved: list[Any] = []
        self._origin = (0.0, 0.0)
        self._inside: Element | str | None = None
        self._next_mcid = 0
        super().__init__(
            file,
            pagesize=size,
            pageCompression=0,  # finish does it, whatever zlib this Python has
            invariant=1,
            lang=language,
            initialFontName=font_name("regular"),
            enforceColorSpace=self._resolve,
        )

    # Colours

    def _resolve(self, ink: Any) -> Color:
        """The one place where a token becomes a colour."""
        return resolve(ink, self.brand)

    def setFillColor(self, aColor: Any, alpha: float | None = None) -> None:
        """A token to fill with; black overprints on a press."""
        super().setFillColor(aColor, alpha)
        self.overprint.follow(self._code, fill=self._fillColorObj.overprints)

    def setStrokeColor(self, aColor: Any, alpha: float | None = None) -> None:
        """A token to draw lines with; black overprints on a press."""
        super().setStrokeColor(aColor, alpha)
        self.overprint.follow(self._code, stroke=self._strokeColorObj.overprints)

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> ReportText:
        """A text object that keeps to the brand's inks."""
        return ReportText(self, x, y, direction=direction)

    def saveState(self) -> None:
        """Save the graphics state, overprint and leaf with it."""
        self._saved.append((self.overprint.state, self.leaf))
        super().saveState()

    def restoreState(self) -> None:
        """Restore the graphics state that was saved last."""
        super().restoreState()
        self.overprint.state, self.leaf = self._saved.pop()

    def _setExtGState(self, obj: Any) -> None:
        super()._setExtGState(obj)
        obj.ExtGState = {**(obj.ExtGState or {}), **self.overprint.resources()}

    def setFillGray(self, gray: float, alpha: float | None = None) -> None:
        """Refused: grey is a token too."""
        raise CanvasMisuse("setFillGray: use an ink of the brand")

    def setStrokeGray(self, gray: float, alpha: float | None = None) -> None:
        """Refused: grey is a token too."""
        raise CanvasMisuse("setStrokeGray: use an ink of the brand")

    def setFillAlpha(self, a: float) -> None:
        """Refused unless it changes nothing: no transparency, for presses and old screens alike."""
        if a != 1:
            raise CanvasMisuse("setFillAlpha: use a lighter ink of the brand")

    def setStrokeAlpha(self, a: float) -> None:
        """Refused unless it changes nothing."""
        if a != 1:
            raise CanvasMisuse("setStrokeAlpha: use a lighter ink of the brand")

    # Leaves

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
        self._next_mcid, self._saved, self._origin = 0, [], (0.0, 0.0)
        self.overprint.state = (False, False)

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
        return self._doc.Pages.pages[index]

    # Painting

    def _painting(self) -> None:
        if self._inside is None:
            raise CanvasMisuse(
                "painted outside a tag and outside an artifact; wrap it in tagged() or artifact()"
            )
        if self.press and not (
            hasattr(self._fillColorObj, "token") and hasattr(self._strokeColorObj, "token")
        ):
            raise CanvasMisuse(
                "painted on a press page before start_at(): its colours would be grey"
            )

    def drawText(self, aTextObject: Any) -> None:
        """Text, in the colours and fonts set on the text object."""
        self._painting()
        super().drawText(aTextObject)

    def drawPath(
        self, aPath: Any, stroke: int = 1, fill: int = 0, fillMode: int | None = None
    ) -> None:
        """A path."""
        self._painting()
        super().drawPath(aPath, stroke=stroke, fill=fill, fillMode=fillMode)

    def rect(
        self, x: float, y: float, width: float, height: float, stroke: int = 1, fill: int = 0
    ) -> None:
        """A rectangle."""
        self._painting()
        super().rect(x, y, width, height, stroke=stroke, fill=fill)

    def roundRect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        radius: float,
        stroke: int = 1,
        fill: int = 0,
    ) -> None:
        """A rectangle with round corners."""
        self._painting()
        super().roundRect(x, y, width, height, radius, stroke=stroke, fill=fill)

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A straight line."""
        self._painting()
        super().line(x1, y1, x2, y2)

    def _refuse(self, *_: Any, **__: Any) -> None:
        raise CanvasMisuse(
            "not drawn by this canvas: pixels, forms, gradients and shapes that no one checks"
        )

    drawImage = drawInlineImage = doForm = linearGradient = radialGradient = grid = lines = _refuse
    ellipse = circle = wedge = arc = bezier = _refuse

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

    # Links and bookmarks

    def link(
        self,
        element: Element,
        url: str,
        x: float,
        y: float,
        width: float,
        height: float,
        contents: str,
    ) -> None:
        """A link over a rectangle of the current coordinates, owned by a Link element.

        Args:
            contents: where it leads, in words, for assistive technology.

        On paper nothing is pressed: a press file has no links, and PDF/X wants none.
        """
        if self.press:
            return
        self.linkURL(
            url, (x, y, x + width, y + height), relative=1, Contents=PDFString(contents), F=4
        )
        element.annotation = (self.page_index, self._annotationrefs[-1])

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An entry of the outline that leads to this height of the current coordinates; what is
        printed needs none.
        """
        if self.brand.purpose is not Purpose.SCREEN:
            return
        key = f"b{len(self._destinations)}"
        _, y = self.absolutePosition(0, top)
        self.bookmarkHorizontalAbsolute(key, y, left=0, fit="XYZ")
        self.addOutlineEntry(title, key, level)
