"""``verify --standard x4``: each fault planted in a good press file is found by name, and a near
miss is not.
"""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from conftest import ROOT
from hscb_report.preflight import plates
from hscb_report.preflight.verify import verify
from labelled import changed

MM = 72 / 25.4


def found(data: bytes) -> dict[str, list[str]]:
    """The checks of PDF/X-4 that do not hold, each with its findings."""
    verdict = verify(data, ["x4"])
    assert not verdict.unreadable
    return {
        check.name: [finding.as_text() for finding in check.findings]
        for check in verdict.judged[0].checks
        if check.findings
    }


def paint(operators: str, page: int = 0, **resources):
    """A change that paints more on a page, in pt from the lower left corner of its trim: the page's
    own content leaves the origin there.
    """

    def change(pdf: pikepdf.Pdf) -> None:
        leaf = pdf.pages[page]
        for kind, entries in resources.items():
            group = leaf.Resources.get(f"/{kind}", Dictionary())
            for name, value in entries.items():
                group[f"/{name}"] = value(pdf) if callable(value) else value
            leaf.Resources[f"/{kind}"] = group
        states = leaf.Resources.get("/ExtGState", Dictionary())
        states["/Plain"] = Dictionary(OP=False, op=False)
        leaf.Resources["/ExtGState"] = states
        leaf.contents_add(b"q /Plain gs\n" + operators.encode() + b"\nQ")

    return change


def at(x: float, y: float, width: float, height: float) -> str:
    """A rectangle in mm from the lower left corner of the trim."""
    return f"{x * MM:.3f} {y * MM:.3f} {width * MM:.3f} {height * MM:.3f} re"


def form(operators: str, **entries):
    """A form XObject."""
    return lambda pdf: pdf.make_indirect(
        pdf.make_stream(
            operators.encode(),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 800, 600]),
            **entries,
        )
    )


def image(pixels: int, space: str = "/DeviceCMYK", channels: int = 4, **entries):
    """A square picture."""
    return lambda pdf: pdf.make_indirect(
        pdf.make_stream(
            bytes(pixels * pixels * channels),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=pixels,
            Height=pixels,
            BitsPerComponent=8,
            ColorSpace=Name(space),
            **entries,
        )
    )


def words(size: float, colour: str, x: float = 120, y: float = 60, more: str = "") -> str:
    """Text in the first font, in mm from the lower left corner of the trim."""
    return f"{more} BT {colour} /F1+0 {size} Tf 1 0 0 1 {x * MM:.3f} {y * MM:.3f} Tm (1) Tj ET"


def font_name(pdf: pikepdf.Pdf) -> str:
    return next(iter(pdf.pages[0].Resources.Font.keys()))


def text(size: float, colour: str, x: float = 120, y: float = 60, more: str = "", **resources):
    def change(pdf: pikepdf.Pdf) -> None:
        paint(words(size, colour, x, y, more).replace("/F1+0", font_name(pdf)), **resources)(pdf)

    return change


def each(edit):
    """The same change to every page."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            edit(page)

    return change


def narrow_bleed(page) -> None:
    page.BleedBox = Array(
        [float(v) + (1 if i < 2 else -1) * MM for i, v in enumerate(page.BleedBox)]
    )


def separation(name: str):
    return Array(
        [
            Name.Separation,
            Name(f"/{name}"),
            Name.DeviceRGB,
            Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[1, 0, 0], N=1),
        ]
    )


MIDDLE = at(120, 100, 20, 20)
FAULTS = {
    "an RGB rectangle": (paint(f"1 0 0 rg {MIDDLE} f"), "press-colour", "RGB"),
    "a grey rectangle": (paint(f".5 g {MIDDLE} f"), "press-colour", "Gray"),
    "RGB in a form": (
        paint("/Fm Do", XObject={"Fm": form(f"0 1 0 RG {MIDDLE} S")}),
        "press-colour",
        "RGB",
    ),
    "RGB in a pattern": (
        paint(
            f"/Pattern cs /P0 scn {MIDDLE} f",
            Pattern={
                "P0": lambda pdf: pdf.make_indirect(
                    pdf.make_stream(
                        b"1 0 0 rg 0 0 5 5 re f",
                        Type=Name.Pattern,
                        PatternType=1,
                        PaintType=1,
                        TilingType=1,
                        BBox=[0, 0, 10, 10],
                        XStep=10,
                        YStep=10,
                        Resources=Dictionary(),
                    )
                )
            },
        ),
        "press-colour",
        "RGB",
    ),
    "an RGB shading": (
        paint(
            f"q {MIDDLE} W n /S0 sh Q",
            Shading={
                "S0": Dictionary(
                    ShadingType=2,
                    ColorSpace=Name.DeviceRGB,
                    Coords=[0, 0, 1, 1],
                    Function=Dictionary(
                        FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[1, 0, 0], N=1
                    ),
                )
            },
        ),
        "press-colour",
        "RGB",
    ),
    "an RGB picture": (
        paint("q 20 0 0 20 400 300 cm /Im Do Q", XObject={"Im": image(90, "/DeviceRGB", 3)}),
        "press-colour",
        "RGB",
    ),
    "an RGB picture in the stream": (
        paint(
            "q 5 0 0 5 400 300 cm BI /W 21 /H 1 /BPC 8 /CS /RGB /F /AHx ID " + "00" * 63 + "> EI Q"
        ),
        "press-colour",
        "RGB",
    ),
    "a spot ink mixed from RGB": (
        paint(f"/Sp cs 1 scn {MIDDLE} f", ColorSpace={"Sp": separation("Board Blue")}),
        "press-colour",
        "RGB",
    ),
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
    "340% of ink": (paint(f".9 .8 .8 .9 k {MIDDLE} f"), "ink", "340%"),
    "text in four inks": (text(12, ".6 .4 .4 1 k"), "black-text", "60 40 40 100"),
    "a line of 0.1 pt": (paint("0 0 0 1 K .1 w 360 300 m 420 300 l S"), "lines", "0.10 pt"),
    "a thin box for a line": (paint(f"0 0 0 1 k {at(120, 100, 40, 0.04)} f"), "lines", "0.11 pt"),
    "type of 5 pt": (text(5, "0 0 0 1 k"), "type-size", "5.0 pt"),
    "type of 7 pt in several inks": (text(7, ".8 .4 0 .5 k"), "type-size", "7.0 pt"),
    "art short of the bleed": (paint(f".5 0 0 0 k {at(-1, 60, 30, 20)} f"), "bleed", "2.0 mm"),
    "art that ends at the trim": (paint(f".5 0 0 0 k {at(0, 60, 30, 20)} f"), "bleed", "left side"),
    "text near the trim": (text(12, "0 0 0 1 k", x=2), "quiet-zone", "from the trim"),
    "text over a fold": (text(60, "0 0 0 1 k", x=96), "quiet-zone", "across a fold"),
    "text near a fold": (text(12, "0 0 0 1 k", x=99), "quiet-zone", "from a fold"),
    "white that overprints": (
        paint(f"/Ov gs 0 0 0 0 k {MIDDLE} f", ExtGState={"Ov": Dictionary(OP=True, OPM=1)}),
        "overprint",
        "white",
    ),
    "black that knocks out": (
        text(
            12,
            "0 0 0 1 k",
            x=220,
            y=150,
            more="/Kn gs",
            ExtGState={"Kn": Dictionary(OP=False, op=False)},
        ),
        "overprint",
        "knocks out",
    ),
    "see-through ink": (
        paint(f"/Tr gs .5 0 0 0 k {MIDDLE} f", ExtGState={"Tr": Dictionary(ca=0.5)}),
        "transparency",
        "50%",
    ),
    "a blend mode in a form": (
        paint(
            "/Fm Do",
            XObject={
                "Fm": form(
                    "/M gs 0 0 9 9 re f",
                    Resources=Dictionary(ExtGState=Dictionary(M=Dictionary(BM=Name.Multiply))),
                )
            },
        ),
        "transparency",
        "Multiply",
    ),
    "a transparency group": (
        each(lambda page: page.obj.__setitem__("/Group", Dictionary(S=Name.Transparency))),
        "transparency",
        "group",
    ),
    "a coarse picture": (
        paint("q 72 0 0 72 400 300 cm /Im Do Q", XObject={"Im": image(100)}),
        "pictures",
        "100 pixels",
    ),
    "a picture with a colour profile": (
        paint(
            "q 20 0 0 20 400 300 cm /Im Do Q",
            XObject={
                "Im": lambda pdf: pdf.make_indirect(
                    pdf.make_stream(
                        bytes(90 * 90 * 3),
                        Type=Name.XObject,
                        Subtype=Name.Image,
                        Width=90,
                        Height=90,
                        BitsPerComponent=8,
                        ColorSpace=Array(
                            [
                                Name.ICCBased,
                                pdf.make_indirect(
                                    pdf.make_stream(
                                        (ROOT / "hscb_report/brand/profiles/sRGB.icc").read_bytes(),
                                        N=3,
                                    )
                                ),
                            ]
                        ),
                    )
                )
            },
        ),
        "press-colour",
        "ICC",
    ),
    "a JPEG 2000 picture of its own colours": (
        paint(
            "q 20 0 0 20 400 300 cm /Im Do Q",
            XObject={
                "Im": lambda pdf: pdf.make_indirect(
                    pdf.make_stream(
                        b"x",
                        Type=Name.XObject,
                        Subtype=Name.Image,
                        Width=90,
                        Height=90,
                        Filter=Name.JPXDecode,
                    )
                )
            },
        ),
        "press-colour",
        "JPEG 2000",
    ),
    "RGB in a letter that is drawn": (
        paint(
            "BT /T3 12 Tf 400 300 Td (a) Tj ET",
            Font={
                "T3": lambda pdf: pdf.make_indirect(
                    Dictionary(
                        Type=Name.Font,
                        Subtype=Name.Type3,
                        FontBBox=[0, 0, 9, 9],
                        FontMatrix=[0.1, 0, 0, 0.1, 0, 0],
                        FirstChar=97,
                        LastChar=97,
                        Widths=[9],
                        Resources=Dictionary(),
                        Encoding=Dictionary(Differences=[97, Name.a]),
                        CharProcs=Dictionary(a=pdf.make_stream(b"9 0 d0 1 0 0 rg 0 0 9 9 re f")),
                    )
                )
            },
        ),
        "press-colour",
        "a letter",
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
    "black of four inks in a DeviceN": (
        text(
            12,
            "/Dn cs .6 .6 .6 1 scn",
            ColorSpace={
                "Dn": Array(
                    [
                        Name.DeviceN,
                        Array([Name.Cyan, Name.Magenta, Name.Yellow, Name.Black]),
                        Name.DeviceCMYK,
                        Dictionary(FunctionType=4, Domain=[0, 1] * 4, Range=[0, 1] * 4),
                    ]
                )
            },
        ),
        "black-text",
        "60 60 60 100",
    ),
    "black that overprints in the wrong mode": (
        text(
            12,
            "0 0 0 1 k",
            x=220,
            y=150,
            more="/Om gs",
            ExtGState={"Om": Dictionary(OP=True, op=True, OPM=0)},
        ),
        "overprint",
        "knocks out",
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
    "290% of ink on uncoated stock": (
        lambda pdf: (
            pdf.pages[0].PieceInfo.HscbReport.Private.__setitem__("/Stock", Name.uncoated),
            paint(f".8 .7 .6 .8 k {MIDDLE} f")(pdf),
        ),
        "ink",
        "280% is the most",
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
    "light on a press": (paint(f"1 0 0 rg {at(100, 100, 9, 9)} f"), "colour", "RGB colours"),
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


def test_the_good_file_is_good(pressed):
    for file in (
        pressed(),
        pressed("leaflet", "z"),
        pressed("board"),
        pressed("booklet"),
        pressed("leaflet", "roll", False),
    ):
        assert found(file) == {}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_found_by_name(name, pressed):
    change, check, said = FAULTS[name]
    faults = found(changed(pressed(), change))
    assert check in faults, faults
    assert any(said in finding for finding in faults[check]), faults


@pytest.mark.parametrize(
    "change",
    [
        paint(f".8 .7 .6 .8 k {MIDDLE} f"),
        paint("0 0 0 1 K .25 w 360 300 m 420 300 l S"),
        paint("q 72 0 0 72 400 300 cm /Im Do Q", XObject={"Im": image(300)}),
        paint(f".5 0 0 0 k {at(-3, 60, 30, 20)} f"),
        paint(
            f"/Sp cs 1 scn {MIDDLE} f",
            ColorSpace={
                "Sp": Array(
                    [
                        Name.Separation,
                        Name("/PANTONE 540 C"),
                        Name.DeviceCMYK,
                        Dictionary(
                            FunctionType=2,
                            Domain=[0, 1],
                            C0=[0, 0, 0, 0],
                            C1=[1, 0.57, 0.12, 0.66],
                            N=1,
                        ),
                    ]
                )
            },
        ),
        text(6, "0 0 0 1 k"),
        text(12, ".83 .39 0 .57 k"),
        text(12, "0 0 0 1 k", x=5.2),
        paint(f"0 0 0 0 k {at(-3, 60, 30, 20)} f"),
    ],
    ids=[
        "290% of ink",
        "a line of 0.25 pt",
        "a picture of 300 dpi",
        "a ground into the bleed",
        "a spot ink",
        "6 pt in black",
        "a dark blue text",
        "5.2 mm from the trim",
        "white",
    ],
)
def test_near_misses_are_not_found(change, pressed):
    assert found(changed(pressed(), change)) == {}


def test_a_finding_says_where_it_is(pressed):
    faults = found(changed(pressed(), paint(f"1 0 0 rg {MIDDLE} f", page=1)))
    assert (
        faults["press-colour"][0]
        == "page 2, 133 mm from the left and 103 mm from the top: a shape of 20 × 20 mm is "
        "coloured by RGB, not by CMYK or a spot ink"
    )


@pytest.mark.skipif(not plates.program(), reason="Ghostscript is not installed")
@pytest.mark.parametrize(
    ("operators", "check", "said"),
    [
        (f".9 .8 .8 .9 k {MIDDLE} f", "ink", "340%"),
        (f".5 0 0 0 k {at(0, 60, 30, 20)} f", "bleed", "left side"),
    ],
)
def test_plates_find_it_too(operators, check, said, pressed):
    made = plates.checks(changed(pressed(), paint(operators)))
    findings = {one.name: [f.as_text() for f in one.findings] for one in made}
    assert any(said in finding for finding in findings[check]), findings


def test_a_file_without_press_data_is_judged_and_not_crashed_on(summary_pdf):
    assert {"intent", "page-boxes", "press-colour", "identification"} <= set(found(summary_pdf))


def test_a_form_that_shows_itself_ends(pressed):
    def loop(pdf: pikepdf.Pdf) -> None:
        own = pdf.make_indirect(
            pdf.make_stream(
                b"/Fm Do 1 0 0 rg 0 0 1 1 re f",
                Type=Name.XObject,
                Subtype=Name.Form,
                BBox=Array([0, 0, 9, 9]),
            )
        )
        own.Resources = Dictionary(XObject=Dictionary(Fm=own))
        paint("/Fm Do", XObject={"Fm": own})(pdf)

    assert "press-colour" in found(changed(pressed(), loop))


def test_what_was_not_looked_for_is_said(pressed, summary_pdf):
    def forget(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            del page.obj["/PieceInfo"]

    assert any(
        "where the sheet is folded" in note
        for note in verify(changed(pressed(), forget), ["x4"]).not_made
    )
    assert not verify(pressed("board"), ["x4"]).not_made

    def other(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata = pdf.make_stream(
            pdf.Root.Metadata.read_bytes().replace(b"PDF/X-4", b"PDF/X-3")
        )

    assert any("--standard x4" in note for note in verify(changed(pressed(), other)).not_made)


@pytest.mark.skipif(not plates.program(), reason="Ghostscript is not installed")
def test_plates_of_a_turned_page_are_upright(pressed):
    turned = changed(pressed(), each(lambda page: page.obj.__setitem__("/Rotate", 90)))
    assert all(check.clean for check in plates.checks(turned))


def test_many_faults_of_a_kind_are_summed_up(pressed):
    many = " ".join(f"1 0 0 rg {at(120 + i, 100, 0.9, 5)} f" for i in range(20))
    findings = found(changed(pressed(), paint(many)))["press-colour"]
    assert len(findings) == 6
    assert findings[-1] == "page 1: 15 more things are coloured so"


def test_pages_that_lie(pressed):
    """Boxes that are no boxes, folds that are no numbers: a verdict, not a crash."""

    def lie(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.TrimBox = Array([0, 0, Name.Never, 5])
        pdf.pages[1].obj.PieceInfo = Dictionary(
            HscbReport=Dictionary(Private=Dictionary(Folds=Array([Name.No])))
        )

    out = io.BytesIO(changed(pressed(), lie)).getvalue()
    verdict = verify(out, ["x4"])
    assert not verdict.clean
    assert any(check.unmade for check in verdict.judged[0].checks)
