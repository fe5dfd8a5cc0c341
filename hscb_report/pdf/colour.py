"""Tokens become colours of the file here and nowhere else: sRGB, CMYK, or the brand's spot ink; and
what overprints.

Overprint: ISO 32000-1, 8.6.7. Black type and rules overprint, so that no white shows around them
where a plate is out of register; everything else, white above all, knocks out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from reportlab.lib.colors import CMYKColor, CMYKColorSep, Color
from reportlab.pdfbase.pdfdoc import PDFDictionary
from reportlab.pdfgen.textobject import PDFTextObject

from hscb_report.brand.brand import Brand, Ink
from hscb_report.brand.colours import Colour, Purpose
from hscb_report.brand.logos import LogoColour
from hscb_report.words.typography import without_binding

if TYPE_CHECKING:
    from hscb_report.pdf.inked import InkedCanvas


class Inked(Color):
    """A colour of ReportLab's that knows its token, and whether it overprints."""

    token: str
    overprints: bool


class Registration:
    """All inks at once, each in full: for marks outside the trim, never for artwork (ISO 32000-1,
    8.6.6.4).
    """


REGISTRATION = Registration()


class CanvasMisuse(RuntimeError):
    """Drawing code did what no conforming file may hold: a fault of the tool, not of the
    content.
    """


def resolve(ink: Any, brand: Brand) -> Inked:
    """A token of the brand, or a colour of a logo, as the colour its purpose asks for.

    Raises:
        CanvasMisuse: it is neither.
    """
    if isinstance(ink, Color) and getattr(ink, "token", None):
        return cast(Inked, ink)
    if ink is REGISTRATION and brand.purpose is Purpose.PRESS:
        return _marked(CMYKColorSep(1, 1, 1, 1, spotName="All"), "registration", overprints=False)
    if isinstance(ink, LogoColour):
        return _in_file(ink, brand, overprints=False)
    if not isinstance(ink, Ink):
        raise CanvasMisuse(f"{ink!r} is no ink of the brand; ask Brand.ink or Brand.ground for one")
    colour = brand.palette[ink]
    return _in_file(colour, brand, overprints=colour.is_black, token=ink)


def _in_file(colour: Colour, brand: Brand, *, overprints: bool, token: str = "logo") -> Inked:
    """A colour in the space that the brand's purpose asks for; only inks overprint."""
    if brand.purpose is not Purpose.PRESS:
        return _marked(Color(*(part / 255 for part in colour.channels)), token, overprints=False)
    c, m, y, k = (part / 100 for part in colour.cmyk)
    mixed = CMYKColorSep(c, m, y, k, spotName=colour.spot) if colour.spot else CMYKColor(c, m, y, k)
    return _marked(mixed, token, overprints=overprints)


def _marked(colour: Color, token: str, overprints: bool) -> Inked:
    inked = cast(Inked, colour)
    inked.token, inked.overprints = str(token), overprints
    return inked


class Overprint:
    """Which of fill and stroke overprint now; writes the graphics state where that changes."""

    def __init__(self) -> None:
        self.state = (False, False)
        self.used: dict[str, tuple[bool, bool]] = {}

    def follow(self, code: list[str], fill: bool | None = None, stroke: bool | None = None) -> None:
        """Set what a new colour asks for; None leaves it as it is."""
        wanted = (
            self.state[0] if fill is None else fill,
            self.state[1] if stroke is None else stroke,
        )
        if wanted != self.state:
            name = f"o{int(wanted[0])}{int(wanted[1])}"
            self.used[name] = self.state = wanted
            code.append(f"/{name} gs")

    def resources(self) -> dict[str, PDFDictionary]:
        """The graphics states that were used, for the page's resources."""
        truth = ("false", "true")
        return {
            name: PDFDictionary({"op": truth[fill], "OP": truth[stroke], "OPM": 1})
            for name, (fill, stroke) in self.used.items()
        }


class ReportText(PDFTextObject):
    """A text object whose colours overprint as the canvas's do."""

    # ReportLab's own, which its stubs leave out:
    _canvas: InkedCanvas
    _code: list[str]
    _fillColorObj: Inked

    def setFillColor(self, aColor: Any, alpha: float | None = None) -> None:
        """Set a colour, and whether it overprints."""
        super().setFillColor(aColor, alpha)
        self._canvas.overprint.follow(self._code, fill=self._fillColorObj.overprints)

    def _formatText(self, text: str) -> str:
        """Text as operators. A no-break space is for the layout alone: on the page it is a space,
        so that what is read, searched and copied has ordinary words.
        """
        return str(super()._formatText(without_binding(text)))  # type: ignore[misc]  # not in stubs
