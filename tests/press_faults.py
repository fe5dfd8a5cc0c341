"""Faults to plant in a good press file: the change, the check that finds it, and a word of what it
says.
"""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name

from conftest import ROOT
from press_changes import MM, at, each, font_name, image, narrow_bleed, paint, text
from press_colours import OF_COLOUR

OF_THE_PAGE = {
    "a missing TrimBox": (
        each(lambda page: page.obj.__delitem__("/TrimBox")),
        "page-boxes",
        "TrimBox",
    ),
    "a TrimBox that is no box": (
        each(lambda page: page.obj.__setitem__("/TrimBox", Array([0, 0, 5]))),
        "page-boxes",
        "where it is cut (TrimBox)",
    ),
    "a missing BleedBox": (
        each(lambda page: page.obj.__delitem__("/BleedBox")),
        "bleed-box",
        "BleedBox",
    ),
    "an ArtBox beside the TrimBox": (
        each(lambda page: page.obj.__setitem__("/ArtBox", page.TrimBox)),
        "page-boxes",
        "ArtBox",
    ),
    "2 mm of bleed": (each(narrow_bleed), "bleed-box", "2.0 mm"),
    "a link on the artwork": (
        lambda pdf: pdf.pages[0].obj.__setitem__(
            "/Annots",
            Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[100, 100, 200, 200])]),
        ),
        "page-boxes",
        "Link",
    ),
    "a line of 0.1 pt": (paint("0 0 0 1 K .1 w 360 300 m 420 300 l S"), "lines", "0.10 pt"),
    "a thin box for a line": (paint(f"0 0 0 1 k {at(120, 100, 40, 0.04)} f"), "lines", "0.11 pt"),
    "type of 5 pt": (text(5, "0 0 0 1 k"), "type-size", "5.0 pt"),
    "type of 7 pt in several inks": (text(7, ".8 .4 0 .5 k"), "type-size", "7.0 pt"),
    "art short of the bleed": (paint(f".5 0 0 0 k {at(-1, 60, 30, 20)} f"), "bleed", "2.0 mm"),
    "art that ends at the trim": (paint(f".5 0 0 0 k {at(0, 60, 30, 20)} f"), "bleed", "left side"),
    "text near the trim": (text(12, "0 0 0 1 k", x=2), "quiet-zone", "from the trim"),
    "text over a fold": (text(60, "0 0 0 1 k", x=96), "quiet-zone", "across a fold"),
    "text near a fold": (text(12, "0 0 0 1 k", x=99), "quiet-zone", "from a fold"),
    "a coarse picture": (
        paint("q 72 0 0 72 400 300 cm /Im Do Q", XObject={"Im": image(100)}),
        "pictures",
        "100 pixels",
    ),
    "text across the trim": (text(12, "0 0 0 1 k", x=-1), "bleed", "across the trim"),
    "a line across the trim": (
        paint("0 0 0 1 K 1 w -20 300 m 60 300 l S"),
        "bleed",
        "across the trim",
    ),
    "a dark band that ends at the trim over a tint": (
        paint(f".1 0 0 0 k {at(-3, 50, 40, 60)} f .9 0 0 .5 k {at(0, 60, 30, 20)} f"),
        "bleed",
        "left side",
    ),
    "a picture near the trim": (
        paint(f"q 57 0 0 57 {2 * MM:.2f} 300 cm /Im Do Q", XObject={"Im": image(300)}),
        "quiet-zone",
        "from the trim",
    ),
    "a picture over a fold": (
        paint(f"q 57 0 0 57 {90 * MM:.2f} 300 cm /Im Do Q", XObject={"Im": image(300)}),
        "quiet-zone",
        "across a fold",
    ),
    "a crop box inside the trim": (
        each(lambda page: page.obj.__setitem__("/CropBox", Array([60, 60, 700, 500]))),
        "bleed-box",
        "CropBox",
    ),
    "text in hairlines": (text(20, "0 0 0 1 K .05 w 1 Tr"), "lines", "0.05 pt"),
    "a coarse picture in the stream": (
        paint(
            "q 72 0 0 72 400 300 cm BI /W 2 /H 2 /BPC 8 /CS /CMYK /F /AHx ID "
            + "00" * 16
            + "> EI Q"
        ),
        "pictures",
        "2 pixels",
    ),
    "a font with the name of another": (
        lambda pdf: paint(
            "BT /Fx 12 Tf 400 300 Td (a) Tj ET",
            Font={
                "Fx": lambda pdf: pdf.make_indirect(
                    Dictionary(
                        Type=Name.Font,
                        Subtype=Name.TrueType,
                        BaseFont=pdf.pages[0].Resources.Font[font_name(pdf)].BaseFont,
                        Encoding=Name.WinAnsiEncoding,
                    )
                )
            },
        )(pdf),
        "fonts",
        "not embedded",
    ),
    "no printing condition": (
        lambda pdf: pdf.Root.__delitem__("/OutputIntents"),
        "intent",
        "GTS_PDFX",
    ),
    "two profiles": (
        lambda pdf: pdf.Root.OutputIntents[-1].__setitem__(
            "/DestOutputProfile",
            pdf.make_indirect(
                pdf.make_stream(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes(), N=4)
            ),
        ),
        "one-profile",
        "must share one",
    ),
    "an action": (
        lambda pdf: pdf.Root.__setitem__(
            "/OpenAction", Dictionary(S=Name.URI, URI=pikepdf.String("x"))
        ),
        "actions",
        "an action is in the file (URI)",
    ),
    "a profile of three channels": (
        lambda pdf: pdf.Root.OutputIntents[0].__setitem__(
            "/DestOutputProfile",
            pdf.make_indirect(
                pdf.make_stream((ROOT / "hscb_report/brand/profiles/sRGB.icc").read_bytes(), N=3)
            ),
        ),
        "four-inks",
        "four inks",
    ),
    "not said whether it is trapped": (
        lambda pdf: (
            pdf.docinfo.__delitem__("/Trapped"),
            pdf.Root.__setitem__(
                "/Metadata",
                pdf.make_stream(
                    pdf.Root.Metadata.read_bytes().replace(
                        b"<pdf:Trapped>False</pdf:Trapped>", b""
                    ),
                    Type=Name.Metadata,
                    Subtype=Name.XML,
                ),
            ),
        ),
        "identification",
        "Trapped",
    ),
    "no version": (
        lambda pdf: pdf.Root.__setitem__(
            "/Metadata",
            pdf.make_stream(pdf.Root.Metadata.read_bytes().replace(b"PDF/X-4", b"PDF/X-9")),
        ),
        "identification",
        "GTS_PDFXVersion",
    ),
    "a font that is not embedded": (
        lambda pdf: (
            pdf.pages[0].Resources.Font[font_name(pdf)].FontDescriptor.__delitem__("/FontFile2")
        ),
        "fonts",
        "not embedded",
    ),
}
FAULTS = OF_COLOUR | OF_THE_PAGE
