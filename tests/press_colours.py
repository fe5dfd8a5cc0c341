"""Faults of colour and ink to plant in a good press file: the change, the check that finds it, and
a word of what it says.
"""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name

from conftest import ROOT
from press_changes import MIDDLE, at, each, form, image, paint, separation, text

OF_COLOUR = {
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
    "340% of ink": (paint(f".9 .8 .8 .9 k {MIDDLE} f"), "ink", "340%"),
    "text in four inks": (text(12, ".6 .4 .4 1 k"), "black-text", "60 40 40 100"),
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
    "290% of ink on uncoated stock": (
        lambda pdf: (
            pdf.pages[0].PieceInfo.HscbReport.Private.__setitem__("/Stock", Name.uncoated),
            paint(f".8 .7 .6 .8 k {MIDDLE} f")(pdf),
        ),
        "ink",
        "280% is the most",
    ),
    "light on a press": (paint(f"1 0 0 rg {at(100, 100, 9, 9)} f"), "colour", "RGB colours"),
}
