"""ReportLab's canvas, held to a brand's inks.

A colour that is no token, a grey, something see-through, a picture made of pixels: each raises
where it is asked for, so the mistake shows the line that made it.
"""

from __future__ import annotations

from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.brand.fonts import font_name
from hscb_report.pdf.colour import CanvasMisuse, Inked, Overprint, ReportText, resolve
from hscb_report.pdf.path import ReportPath

rl_config.useA85 = 0  # streams stay binary: a fifth smaller, and sooner written


class InkedCanvas(Canvas):
    """A canvas that knows one brand's inks.

    Args:
        file: a path or a binary file.
        brand: the tokens, resolved by the brand's purpose to sRGB or CMYK.
        size: page width and height, pt.
        language: BCP 47 tag of the document.
    """

    # ReportLab's own, which its stubs leave out:
    _code: list[str]
    _doc: Any
    _fillColorObj: Inked
    _strokeColorObj: Inked
    _pageNumber: int
    _formsinuse: list[str]
    _currentPageHasImages: int
    _annotationrefs: list[Any]
    _destinations: dict[str, Any]

    def __init__(self, file: Any, brand: Brand, size: tuple[float, float], language: str) -> None:
        self.brand = brand
        self.press = brand.purpose is Purpose.PRESS
        self.overprint = Overprint()
        self._saved: list[tuple[bool, bool]] = []
        super().__init__(
            file,
            pagesize=size,
            pageCompression=0,  # finish does it, whatever zlib this Python has
            invariant=1,
            lang=language,
            initialFontName=font_name("regular"),  # type: ignore[arg-type]  # no number, a name
            enforceColorSpace=self._resolve,
        )

    def _startPage(self) -> None:
        super()._startPage()  # type: ignore[misc]  # ReportLab's own
        self._saved = []
        self.overprint.state = (False, False)

    # Colours

    def _resolve(self, ink: Any) -> Inked:
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
        """Save the graphics state, overprint with it."""
        self._saved.append(self.overprint.state)
        super().saveState()

    def restoreState(self) -> None:
        """Restore the graphics state that was saved last."""
        super().restoreState()
        self.overprint.state = self._saved.pop()

    def _setExtGState(self, obj: Any) -> None:
        super()._setExtGState(obj)  # type: ignore[misc]  # ReportLab's own
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

    # Painting

    def beginPath(self) -> ReportPath:
        """A path to be drawn."""
        return ReportPath()

    def must_own(self) -> None:
        """Called before anything is painted; raises where nothing owns it."""
        if self.press and not (
            hasattr(self._fillColorObj, "token") and hasattr(self._strokeColorObj, "token")
        ):
            raise CanvasMisuse(
                "painted on a press page before start_at(): its colours would be grey"
            )

    def drawText(self, aTextObject: Any) -> None:
        """Text, in the colours and fonts set on the text object."""
        self.must_own()
        super().drawText(aTextObject)

    def drawPath(
        self, aPath: Any, stroke: int = 1, fill: int = 0, fillMode: int | None = None
    ) -> None:
        """A path."""
        self.must_own()
        super().drawPath(aPath, stroke=stroke, fill=fill, fillMode=fillMode)

    def rect(
        self, x: float, y: float, width: float, height: float, stroke: float = 1, fill: float = 0
    ) -> None:
        """A rectangle."""
        self.must_own()
        super().rect(x, y, width, height, stroke=stroke, fill=fill)

    def roundRect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        radius: float,
        stroke: float = 1,
        fill: float = 0,
    ) -> None:
        """A rectangle with round corners."""
        self.must_own()
        super().roundRect(x, y, width, height, radius, stroke=stroke, fill=fill)

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A straight line."""
        self.must_own()
        super().line(x1, y1, x2, y2)

    def _refuse(self, *_: Any, **__: Any) -> None:
        raise CanvasMisuse(
            "not drawn by this canvas: pixels, forms, gradients and shapes that no one checks"
        )

    doForm = linearGradient = radialGradient = grid = lines = _refuse
    ellipse = circle = wedge = arc = bezier = _refuse
    drawImage = drawInlineImage = _refuse  # type: ignore[assignment]  # these give back a size
