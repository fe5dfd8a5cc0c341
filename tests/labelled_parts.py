"""How faults are planted: one small function for each kind of change."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from labelled import (
    Planted,
    add,
    annotate,
    attached,
    content,
    elements,
    field,
    fonts,
    look,
    new,
    script,
    state,
)


def ua(rule, check, change) -> Planted:
    return Planted("ua1", rule, check, change)


def a(rule, check, change) -> Planted:
    return Planted("a3a", rule, check, change)


def mark(key, value):
    return lambda pdf: pdf.Root.MarkInfo.__setitem__(f"/{key}", value)


def put(role, *kids, **entries):
    """An element put below the first one; kids are roles, or functions of the file."""

    def change(pdf: pikepdf.Pdf) -> None:
        add(pdf, role, *[k(pdf) if callable(k) else new(pdf, k) for k in kids], **entries)

    return change


def of(role, *kids, **entries):
    """A kid for ``put``."""
    return lambda pdf: new(
        pdf, role, *[k(pdf) if callable(k) else new(pdf, k) for k in kids], **entries
    )


def cell(role="TD", **attributes):
    more = {"A": Dictionary(O=Name.Table, **attributes)} if attributes else {}
    return of(role, **more)


HEAD = of("TR", cell("TH", Scope=Name.Column), cell("TH", Scope=Name.Column))
ROW = of("TR", cell(), cell())


def roles(**entries):
    def change(pdf: pikepdf.Pdf) -> None:
        tree = pdf.Root.StructTreeRoot
        tree.RoleMap = Dictionary(**{k: Name(f"/{v}") for k, v in entries.items()})
        add(pdf, next(iter(entries)))

    return change


def stray(pdf):
    for cell in elements(pdf, "TD"):
        cell.P = pdf.Root.StructTreeRoot


def kindless(pdf):
    pdf.Root.Metadata = pdf.make_stream(pdf.Root.Metadata.read_bytes())


def no_parent(pdf):
    del elements(pdf, "P")[0]["/P"]


def speechless(key, role="Span"):
    """A description in a file that names no language."""

    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/Lang"]
        add(pdf, role, **{key: String("words")})

    return change


def no_lang_and(change):
    def both(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/Lang"]
        change(pdf)

    return both


def bookmark(pdf):
    item = pdf.make_indirect(Dictionary(Title=String("One")))
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=item, Last=item, Count=1))
    item.Parent = pdf.Root.Outlines


def figure(**entries):
    def change(pdf: pikepdf.Pdf) -> None:
        node = elements(pdf, "Figure")[0] if elements(pdf, "Figure") else add(pdf, "Figure")
        for key in ("/Alt", "/ActualText"):
            if key in node:
                del node[key]
        for key, value in entries.items():
            node[f"/{key}"] = value

    return change


def heading(level):
    return lambda pdf: setattr(elements(pdf, "H2")[0], "S", Name(f"/{level}"))


def first_link(change):
    def run(pdf: pikepdf.Pdf) -> None:
        annotate(pdf, "Link", "Link", AP=None)
        change(pdf, pdf.pages[0].obj.Annots[-1])

    return run


def trap(pdf):
    made = annotate(pdf, "TrapNet", "Annot")
    made.F = 4


def tagged_mark(pdf):
    annotate(pdf, "PrinterMark", "Annot")


def no_tabs(pdf):
    annotate(pdf, "Text", "Annot")
    del pdf.pages[0].obj["/Tabs"]


def xfa(pdf):
    field(pdf)
    config = (
        b'<config xmlns="http://www.xfa.org/schema/xci/1.0/"><acrobat><acrobat7>'
        b"<dynamicRender>required</dynamicRender></acrobat7></acrobat></config>"
    )
    pdf.Root.AcroForm.XFA = Array([String("config"), pdf.make_stream(config)])


def no_name(key):
    def change(pdf: pikepdf.Pdf) -> None:
        del attached(pdf)[f"/{key}"]

    return change


def refers(pdf):
    form = look(pdf, Ref=Dictionary(F=String("a.pdf"), Page=0))
    content(pdf, "/Artifact BMC /Odd Do EMC", XObject={"Odd": form})


def no_file(font):
    if "/FontDescriptor" in font:
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            if key in font.FontDescriptor:
                del font.FontDescriptor[key]


def composite(pdf: pikepdf.Pdf, ordering: str, shows: str, *, inner=None, outer=None) -> None:
    """A composite font of a simple one's letters, and an operator that shows with it.

    Args:
        ordering: the collection its glyphs are of.
        inner, outer: more entries of the two dictionaries that it is made of.
    """
    simple = next(f for f in fonts(pdf) if "/FontFile2" in f.get("/FontDescriptor", {}))
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=simple.BaseFont,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String(ordering), Supplement=0),
        FontDescriptor=simple.FontDescriptor,
        **(inner or {}),
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=simple.BaseFont,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
        **(outer or {}),
    )
    content(
        pdf, f"/Artifact BMC BT /Odd 9 Tf {shows} ET EMC", Font={"Odd": pdf.make_indirect(font)}
    )


def no_map(pdf):
    """A composite font which does not say how codes lead to its letters."""
    codes = pdf.make_stream(b"1 beginbfchar <0003> <0041> endbfchar")
    composite(pdf, "Identity", "<0003> Tj", inner={"DW": 500}, outer={"ToUnicode": codes})


def own_signs(font):
    if font.get("/Subtype") == "/TrueType":
        font.FontDescriptor.Flags = 4
        font.Encoding = Name.WinAnsiEncoding


def drop(key):
    def change(font) -> None:
        if f"/{key}" in font:
            del font[f"/{key}"]

    return change


def on_link(**entries):
    return lambda pdf: annotate(pdf, "Link", "Link", AP=None, **entries) and None


def remark(kind="Square", **entries):
    return lambda pdf: annotate(pdf, kind, "Annot", **entries) and None


def widget(**entries):
    return lambda pdf: field(pdf, **entries) and None


def parent_field(pdf):
    made = field(pdf)
    above = pdf.make_indirect(Dictionary(T=String("all"), Kids=Array([made])))
    above.AA = Dictionary(K=script())
    made.Parent = above
    pdf.Root.AcroForm.Fields = Array([above])


def form(**entries):
    def change(pdf: pikepdf.Pdf) -> None:
        field(pdf)
        for key, value in entries.items():
            pdf.Root.AcroForm[f"/{key}"] = value

    return change


def intent(change):
    return lambda pdf: change(pdf, pdf.Root.OutputIntents[0])


def second_profile(pdf, first):
    data = first.DestOutputProfile.read_bytes()
    more = Dictionary(first)
    more.DestOutputProfile = pdf.make_indirect(pdf.make_stream(data, N=3))
    pdf.Root.OutputIntents.append(more)


def odd_profile(pdf, first):
    data = bytearray(first.DestOutputProfile.read_bytes())
    data[12:16] = b"spac"
    first.DestOutputProfile = pdf.make_indirect(pdf.make_stream(bytes(data), N=3))


def far_profile(pdf, first):
    more = Dictionary(first)
    more.S = Name.GTS_PDFX
    more.DestOutputProfileRef = Dictionary()
    pdf.Root.OutputIntents.append(more)


def from_elsewhere(pdf):
    pdf.Root.PieceInfo = Dictionary(
        Odd=pdf.make_indirect(pdf.make_stream(b"", F=String("data.bin")))
    )


def page(key, value):
    return lambda pdf: pdf.pages[0].obj.__setitem__(f"/{key}", value)


def kind_of(pdf):
    del attached(pdf).EF.F["/Subtype"]


def names(key, value):
    def change(pdf: pikepdf.Pdf) -> None:
        found = pdf.Root.get("/Names", Dictionary())
        found[f"/{key}"] = value
        pdf.Root.Names = found

    return change


def mode(name):
    return state(BM=Name(f"/{name}"))


def typeless(pdf):
    del add(pdf, "P")["/S"]
