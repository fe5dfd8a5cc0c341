"""What is no fault is not found: each of these was accused once, or is a hair's breadth from a
fault. Where veraPDF is installed it agrees that the file is good.
"""

from __future__ import annotations

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

from conftest import ROOT
from hscb_report.preflight import verapdf
from hscb_report.preflight.verify import verify
from labelled import (
    add,
    annotate,
    attached,
    changed,
    content,
    elements,
    field,
    packet,
    paint,
    picture,
)
from labelled_parts import cell, composite, of, put, remark, roles


def own_language(pdf: pikepdf.Pdf) -> None:
    """No language in the catalogue, and one on each text, description and title."""
    language = pdf.Root.Lang
    del pdf.Root["/Lang"]
    pdf.Root.StructTreeRoot.K.Lang = language
    for page in pdf.pages:
        text = page.Contents.read_bytes().replace(b"/Artifact BMC", b"/Artifact <<>> BDC")
        text = text.replace(b"/Artifact <<", b"/Artifact <</Lang (en-GB) ")
        page.Contents = pdf.make_stream(text)
    for link in elements(pdf, "Link"):
        link.Lang = language
    if "/Outlines" in pdf.Root:
        del pdf.Root["/Outlines"]
    packet('xml:lang="x-default"', 'xml:lang="en-GB"')(pdf)


def instead(key: str, space):
    """Colours of the device that the page turns into others; the file has no output intent."""

    def change(pdf: pikepdf.Pdf) -> None:
        put_in = space(pdf)
        for page in pdf.pages:
            spaces = page.Resources.get("/ColorSpace", Dictionary())
            for name, calibrated in CALIBRATED.items():
                spaces[f"/Default{name}"] = calibrated
            spaces[f"/{key}"] = put_in
            page.Resources.ColorSpace = spaces
        del pdf.Root["/OutputIntents"]

    return change


WHITE = Dictionary(WhitePoint=Array([0.95, 1, 1.09]))
CALIBRATED = {"RGB": Array([Name.CalRGB, WHITE]), "Gray": Array([Name.CalGray, WHITE])}


def press_profile(pdf: pikepdf.Pdf):
    data = (ROOT / "hscb_report/brand/profiles/FOGRA39L_coated.icc").read_bytes()
    return Array([Name.ICCBased, pdf.make_indirect(pdf.make_stream(data, N=4))])


def inks_of_a_profile(pdf: pikepdf.Pdf) -> None:
    instead("DefaultCMYK", press_profile)(pdf)
    content(pdf, "/Artifact BMC q 1 0 0 0 k 0 0 9 9 re f Q EMC")


def by_glyph_name(encoding):
    """A letter that an encoding tells, by itself or by the name of a glyph; ToUnicode does not."""

    def change(pdf: pikepdf.Pdf) -> None:
        file = next((ROOT / "fonts").glob("*Regular.ttf"))
        with TTFont(file) as font:
            width = font["hmtx"]["A"][0] * 1000 / font["head"].unitsPerEm
        data = pdf.make_indirect(pdf.make_stream(file.read_bytes()))
        made = Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name.SourceSans,
            FirstChar=65,
            LastChar=65,
            Widths=Array([width]),
            Encoding=encoding,
            FontDescriptor=Dictionary(
                Type=Name.FontDescriptor,
                FontName=Name.SourceSans,
                Flags=32,
                FontBBox=Array([0, 0, 1000, 1000]),
                ItalicAngle=0,
                Ascent=800,
                Descent=-200,
                CapHeight=700,
                StemV=80,
                FontFile2=data,
            ),
        )
        font = pdf.make_indirect(made)
        content(pdf, "/Artifact BMC BT /Odd 9 Tf (A) Tj ET EMC", Font={"Odd": font})

    return change


def japanese(ordering: str):
    """A font of Adobe's collection, shown without being painted."""
    inner = {"CIDToGIDMap": Name.Identity, "DW": 500}
    return lambda pdf: composite(pdf, ordering, "3 Tr <0022> Tj", inner=inner)


def associated_with_a_paragraph(pdf: pikepdf.Pdf) -> None:
    spec = attached(pdf)
    del pdf.Root["/AF"]
    elements(pdf, "P")[0].AF = Array([spec])


def hidden_letters(pdf: pikepdf.Pdf) -> None:
    """Words behind a scanned page: of a font that is not embedded, and never painted."""
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    content(pdf, "/Artifact BMC BT /Odd 9 Tf 3 Tr (words) Tj ET EMC", Font={"Odd": font})


def named_headers(pdf: pikepdf.Pdf) -> None:
    """Header cells without Scope, of which each cell of data names its own; the corner is named by
    none.
    """
    head = of("TR", of("TH"), of("TH", ID=String("children")))
    row = of("TR", of("TH", ID=String("2017")), cell(Headers=Array([String("children")])))
    put("Table", head, row)(pdf)


def unseen(pdf: pikepdf.Pdf) -> None:
    annotate(pdf, "Text", None, F=2)


C, R = Name.Column, Name.Row
NEAR: dict[str, tuple[str, str, object]] = {
    "a language on each text": ("ua1", "language", own_language),
    "an empty language and one above it": (
        "ua1",
        "language-tags",
        lambda pdf: add(pdf, "Span", Lang=String("cy")) and None,
    ),
    "DefaultRGB and DefaultGray": (
        "a3a",
        "colour",
        instead("DefaultRGB", lambda pdf: CALIBRATED["RGB"]),
    ),
    "DefaultCMYK": ("a3a", "colour", inks_of_a_profile),
    "CalRGB": (
        "a3a",
        "colour",
        paint("/Cal cs 1 0 0 sc 0 0 9 9 re f", ColorSpace={"Cal": lambda p: CALIBRATED["RGB"]}),
    ),
    "letters by a known encoding": ("a3a", "letters", by_glyph_name(Name.WinAnsiEncoding)),
    "letters by the names of glyphs": (
        "ua1",
        "letters",
        by_glyph_name(
            Dictionary(
                Type=Name.Encoding,
                BaseEncoding=Name.WinAnsiEncoding,
                Differences=Array([65, Name.A]),
            )
        ),
    ),
    "Adobe-Japan1": ("ua1", "letters", japanese("Japan1")),
    "Adobe-GB1": ("a3a", "letters", japanese("GB1")),
    "a file that belongs to a paragraph": ("a3a", "attachments", associated_with_a_paragraph),
    "another title in the properties": (
        "ua1",
        "metadata",
        lambda pdf: setattr(pdf.trailer.Info, "Title", String("Draft 3 final FINAL")),
    ),
    "a corner that no cell names": ("ua1", "tables", named_headers),
    "an empty corner": (
        "ua1",
        "tables",
        put("Table", of("TR", cell(), cell("TH", Scope=C)), of("TR", cell("TH", Scope=R), cell())),
    ),
    "spans that fit": (
        "ua1",
        "tables",
        put(
            "Table",
            of("TR", cell("TH", Scope=C, ColSpan=2), cell("TH", Scope=C, RowSpan=2)),
            of("TR", cell("TH", Scope=C), cell("TH", Scope=C)),
            of("TR", cell(), cell(), cell()),
        ),
    ),
    "letters that are not painted": ("a3a", "fonts", hidden_letters),
    "a role that leads to a standard type": ("ua1", "tagged", roles(One="Two", Two="P")),
    "a standard type for another": ("a3a", "tagged", roles(P="Sect")),
    "a long way to a standard type": (
        "ua1",
        "tagged",
        roles(**{f"R{n}": f"R{n + 1}" for n in range(14)}, R14="P"),
    ),
    "a remark that is tagged": (
        "ua1",
        "annotations",
        remark("Text"),
    ),
    "a hidden remark": (
        "ua1",
        "annotations",
        unseen,
    ),
    "a field that is tagged": ("ua1", "form-fields", lambda pdf: field(pdf) and None),
    "a field to be archived": ("a3a", "form-fields", lambda pdf: field(pdf) and None),
    "a link that leads elsewhere": (
        "a3a",
        "actions",
        lambda pdf: (
            annotate(pdf, "Link", "Link", AP=None, A=Dictionary(S=Name.URI, URI=String("x")))
            and None
        ),
    ),
    "no suspects": (
        "ua1",
        "suspects",
        lambda pdf: pdf.Root.MarkInfo.__setitem__("/Suspects", False),
    ),
    "a picture that is not smoothed": (
        "a3a",
        "painting",
        paint("/Odd Do", XObject={"Odd": lambda p: picture(p, Interpolate=False)}),
    ),
    "a number in the claim's own way": (
        "a3a",
        "identification",
        packet(
            r"<rdf:Description [^>]*?xmlns:pdfaid.*?</rdf:Description>",
            '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" '
            'pdfaid:part="3" pdfaid:conformance="A"/>',
        ),
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", NEAR)
def test_what_is_no_fault_is_not_found(name, small_pdf):
    standard, check, change = NEAR[name]
    data = changed(small_pdf, change)
    (judged,) = verify(data, [standard]).judged
    found = {c.name: [f.as_text() for f in c.findings] for c in judged.deciding if c.findings}
    assert found == {}
    assert check in {c.name for c in judged.deciding if not c.unmade}
    if verapdf.available():
        assert [f.message for f in verapdf.judge(data, standard).findings] == []


PRESSED = {
    "no BleedBox": lambda page: page.__delitem__("/BleedBox"),
    "a narrow bleed": lambda page: page.__setitem__("/BleedBox", page.TrimBox),
    "an ArtBox in place of the TrimBox": lambda page: (
        page.__setitem__("/ArtBox", page.TrimBox),
        page.__delitem__("/TrimBox"),
    ),
}


@pytest.mark.parametrize("name", PRESSED)
def test_what_print_shops_ask_for_is_no_fault_of_pdf_x(name, pressed):
    data = changed(pressed(), lambda pdf: [PRESSED[name](p.obj) for p in pdf.pages] and None)
    (judged,) = verify(data, ["x4"]).judged
    assert [f.message for c in judged.deciding for f in c.findings] == []
    assert [c.kind for c in judged.beside if c.findings] == ["print-shop"]


def test_grey_is_no_fault_of_pdf_x_and_rgb_is_one(pressed):
    for operators, fault in (("0.5 g", False), ("1 0 0 rg", True)):
        data = changed(pressed(), paint(f"{operators} 100 100 50 50 re f"))
        (judged,) = verify(data, ["x4"]).judged
        assert bool([c for c in judged.deciding if c.findings]) == fault
        assert "press-colour" in {c.name for c in judged.beside if c.findings}
