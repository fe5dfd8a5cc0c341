"""The catalogue of planted faults, by profile."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from labelled import (
    Planted,
    add,
    annotate,
    attached,
    content,
    each_font,
    elements,
    field,
    fonts,
    layers,
    look,
    new,
    packet,
    paint,
    picture,
    root,
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


def no_map(pdf):
    """A composite font of a simple one's letters, which does not say how codes lead to them."""
    simple = next(f for f in fonts(pdf) if "/FontFile2" in f.get("/FontDescriptor", {}))
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=simple.BaseFont,
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
        FontDescriptor=simple.FontDescriptor,
        DW=500,
    )
    outer = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=simple.BaseFont,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(inner)]),
        ToUnicode=pdf.make_stream(b"1 beginbfchar <0003> <0041> endbfchar"),
    )
    content(
        pdf, "/Artifact BMC BT /Odd 9 Tf <0003> Tj ET EMC", Font={"Odd": pdf.make_indirect(outer)}
    )


def own_signs(font):
    if font.get("/Subtype") == "/TrueType":
        font.FontDescriptor.Flags = 4
        font.Encoding = Name.WinAnsiEncoding


def drop(key):
    def change(font) -> None:
        if f"/{key}" in font:
            del font[f"/{key}"]

    return change


UA1 = {
    "no identification": ua(
        "5-1", "identification", packet(r"<pdfuaid:part>.*?</pdfuaid:part>", "")
    ),
    "part 2": ua("5-2", "identification", packet(r"(<pdfuaid:part>)1", r"\g<1>2")),
    "a part with blanks": ua("5-2", "identification", packet(r"(<pdfuaid:part>)1", r"\g<1> 1 ")),
    "two parts": ua(
        "5-1",
        "identification",
        packet(r"(<pdfuaid:part>1</pdfuaid:part>)", r"\g<1>\g<1>"),
    ),
    "another prefix": ua("5-3", "identification", packet("pdfuaid", "uaid")),
    "not marked": ua("6.2-1", "tagged", mark("Marked", False)),
    "an artifact in a tag": ua(
        "7.1-1",
        "nesting",
        lambda pdf: content(pdf, "/P <</MCID 0>> BDC /Artifact BMC 0 0 9 9 re f EMC EMC"),
    ),
    "a tag in an artifact": ua(
        "7.1-2",
        "nesting",
        lambda pdf: content(pdf, "/Artifact BMC /P <</MCID 0>> BDC 0 0 9 9 re f EMC EMC"),
    ),
    "paint in no tag": ua("7.1-3", "structure", lambda pdf: content(pdf, "9 9 9 9 re f")),
    "suspects": ua("7.1-4", "suspects", mark("Suspects", True)),
    "no standard type": ua("7.1-5", "tagged", put("Paragraf")),
    "a circle of roles": ua("7.1-6", "tagged", roles(One="Two", Two="One")),
    "a standard type remapped": ua("7.1-7", "tagged", roles(P="Sect")),
    "no metadata": ua("7.1-8", "metadata", root("Metadata")),
    "metadata of no kind": ua("7.1-8", "metadata", kindless),
    "no title": ua("7.1-9", "title-shown", packet("<dc:title>.*?</dc:title>", "")),
    "a title not shown": ua("7.1-10", "title-shown", root("ViewerPreferences")),
    "no tree": ua("7.1-11", "tagged", root("StructTreeRoot")),
    "an element without a parent": ua("7.1-12", "structure", no_parent),
    "a bookmark in no language": ua("7.2-2", "language", no_lang_and(bookmark)),
    "a paragraph in a table": ua("7.2-3", "structure", put("Table", HEAD, ROW, "P")),
    "a row outside": ua("7.2-4", "structure", put("TR")),
    "a head outside": ua("7.2-5", "structure", put("THead")),
    "a body outside": ua("7.2-6", "structure", put("TBody")),
    "a foot outside": ua("7.2-7", "structure", put("TFoot")),
    "a header cell outside": ua("7.2-8", "structure", put("TH")),
    "a cell outside": ua("7.2-9", "structure", put("TD")),
    "a paragraph in a row": ua("7.2-10", "structure", put("Table", HEAD, of("TR", cell(), "P"))),
    "two heads": ua(
        "7.2-11",
        "structure",
        put("Table", of("THead", HEAD), of("THead", HEAD), of("TBody", ROW)),
    ),
    "two feet": ua(
        "7.2-12",
        "structure",
        put("Table", of("TBody", HEAD), of("TFoot", ROW), of("TFoot", ROW)),
    ),
    "a foot and no body": ua("7.2-13", "structure", put("Table", HEAD, of("TFoot", ROW))),
    "a head and no body": ua("7.2-14", "structure", put("Table", of("THead", HEAD), ROW)),
    "cells on one another": ua(
        "7.2-15",
        "tables",
        put(
            "Table",
            of("TR", cell("TH", Scope=Name.Column), cell("TH", Scope=Name.Column, RowSpan=2)),
            of("TR", cell("TD", ColSpan=2)),
        ),
    ),
    "a caption in the middle": ua("7.2-16", "structure", put("Table", HEAD, "Caption", ROW)),
    "an item outside": ua("7.2-17", "structure", put("LI")),
    "a body of an item outside": ua("7.2-18", "structure", put("LBody")),
    "a paragraph in a list": ua("7.2-19", "structure", put("L", of("LI", "LBody"), "P")),
    "a paragraph in an item": ua("7.2-20", "structure", put("L", of("LI", "LBody", "P"))),
    "a text in no language": ua("7.2-21", "language", speechless("ActualText")),
    "a description in no language": ua("7.2-22", "language", speechless("Alt", "Figure")),
    "an expansion in no language": ua("7.2-23", "language", speechless("E")),
    "a remark in no language": ua(
        "7.2-24", "language", no_lang_and(lambda pdf: annotate(pdf, "Text", "Annot") and None)
    ),
    "a field in no language": ua(
        "7.2-25", "language", no_lang_and(lambda pdf: field(pdf) and None)
    ),
    "an entry outside a contents list": ua("7.2-26", "structure", put("TOCI")),
    "a paragraph in a contents list": ua("7.2-27", "structure", put("TOC", "TOCI", "P")),
    "a late caption of a contents list": ua("7.2-28", "structure", put("TOC", "TOCI", "Caption")),
    "no language tag": ua("7.2-29", "language-tags", root("Lang", String("English, please"))),
    "no language tag on an element": ua(
        "7.2-29", "language-tags", put("Span", Lang=String("en_GB"))
    ),
    "a title in no language": ua("7.2-33", "language", root("Lang")),
    "texts in no language": ua("7.2-34", "language", root("Lang")),
    "a paragraph in a head": ua(
        "7.2-36", "structure", put("Table", of("THead", HEAD, "P"), of("TBody", ROW))
    ),
    "a paragraph in a body": ua("7.2-37", "structure", put("Table", of("TBody", HEAD, ROW, "P"))),
    "a paragraph in a foot": ua(
        "7.2-38", "structure", put("Table", of("TBody", HEAD, ROW), of("TFoot", ROW, "P"))
    ),
    "two captions": ua("7.2-39", "structure", put("Table", "Caption", HEAD, ROW, "Caption")),
    "a late caption of a list": ua("7.2-40", "structure", put("L", of("LI", "LBody"), "Caption")),
    "a cell beyond the last row": ua(
        "7.2-43",
        "tables",
        put("Table", HEAD, of("TR", cell("TD", RowSpan=3), cell())),
    ),
    "a short row": ua("7.2-43", "tables", put("Table", HEAD, of("TR", cell()))),
    "a long row": ua(
        "7.2-42", "tables", put("Table", HEAD, of("TR", cell(), cell("TD", ColSpan=3)))
    ),
    "a figure without words": ua("7.3-1", "alt-text", figure()),
    "a figure with no words": ua("7.3-1", "alt-text", figure(Alt=String(""))),
    "a skipped level": ua("7.4.2-1", "headings", heading("H4")),
    "two H in one part": ua("7.4.4-1", "headings", put("Sect", "H", "H")),
    "headings mixed": ua("7.4.4-2", "headings", put("H")),
    "headings mixed again": ua("7.4.4-3", "headings", put("H")),
    "a cell with no head": ua(
        "7.5-1", "tables", put("Table", of("TR", cell("TH"), cell("TH")), ROW)
    ),
    "a cell with an unknown head": ua(
        "7.5-2",
        "tables",
        put(
            "Table",
            of("TR", cell("TH"), cell("TH")),
            of(
                "TR",
                cell("TD", Headers=Array([String("nobody")])),
                cell("TD", Headers=Array([String("nobody")])),
            ),
        ),
    ),
    "a formula without words": ua("7.7-1", "alt-text", put("Formula")),
    "a note without a name": ua("7.9-1", "notes", put("Note")),
    "two notes of one name": ua(
        "7.9-2", "notes", put("Sect", of("Note", ID=String("n")), of("Note", ID=String("n")))
    ),
    "layers without a name": ua("7.10-1", "layers", layers({})),
    "layers of themselves": ua("7.10-2", "layers", layers({"Name": String("One"), "AS": Array()})),
    "an attachment without F": ua("7.11-1", "file-names", no_name("F")),
    "an attachment without UF": ua("7.11-1", "file-names", no_name("UF")),
    "a form that makes its pages": ua("7.15-1", "form-fields", xfa),
    "a remark without a tag": ua(
        "7.18.1-1", "annotations", lambda pdf: annotate(pdf, "Text", None) and None
    ),
    "a remark in the wrong tag": ua(
        "7.18.1-1", "annotations", lambda pdf: annotate(pdf, "Text", "P") and None
    ),
    "a remark without words": ua(
        "7.18.1-2",
        "annotations",
        lambda pdf: annotate(pdf, "Square", "Annot", Contents=None) and None,
    ),
    "a field without words": ua(
        "7.18.1-3", "form-fields", lambda pdf: field(pdf, TU=None) and None
    ),
    "trapping": ua("7.18.2-1", "annotations", trap),
    "a tab order of its own": ua("7.18.3-1", "tab-order", no_tabs),
    "a field without a tag": ua("7.18.4-1", "form-fields", lambda pdf: field(pdf, None) and None),
    "a link without a tag": ua(
        "7.18.5-1", "links", lambda pdf: annotate(pdf, "Link", None, AP=None) and None
    ),
    "a link without words": ua(
        "7.18.5-2",
        "links",
        lambda pdf: annotate(pdf, "Link", "Link", AP=None, Contents=None) and None,
    ),
    "a printer's mark with a tag": ua("7.18.8-1", "annotations", tagged_mark),
    "a page of another file": ua("7.20-1", "references", refers),
    "no way from codes to letters": ua("7.21.3.2-1", "fonts", no_map),
    "a font that is not embedded": ua("7.21.4.1-1", "fonts", each_font(no_file)),
    "signs of its own and an encoding": ua("7.21.6-3", "fonts", each_font(own_signs)),
    "no letters": ua("7.21.7-1", "letters", each_font(drop("ToUnicode"))),
}
"""Of PDF/UA-1."""


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


A3A = {
    "no claim": a(
        "6.6.4-1",
        "identification",
        packet(r"<pdfaid:(part|conformance)>.*?</pdfaid:(part|conformance)>", ""),
    ),
    "part 4": a("6.6.4-2", "identification", packet(r"(<pdfaid:part>)3", r"\g<1>4")),
    "level C": a("6.6.4-3", "identification", packet(r"(<pdfaid:conformance>)A", r"\g<1>C")),
    "no level": a(
        "6.6.4-3", "identification", packet("<pdfaid:conformance>.*?</pdfaid:conformance>", "")
    ),
    "a level in small letters": a(
        "6.6.4-3", "identification", packet(r"(<pdfaid:conformance>)A", r"\g<1>a")
    ),
    "another prefix for the level": a("6.6.4-5", "identification", packet("pdfaid", "aid")),
    "another prefix for the claim": a("6.6.4-4", "identification", packet("pdfaid", "aid")),
    "no XMP": a("6.6.2.1-1", "metadata", root("Metadata")),
    "XMP of no kind": a("6.6.2.1-1", "metadata", kindless),
    "bytes in the packet": a(
        "6.6.2.1-2", "metadata", packet(r"<\?xpacket begin", '<?xpacket bytes="9" begin')
    ),
    "encoding in the packet": a(
        "6.6.2.1-3", "metadata", packet(r"<\?xpacket begin", '<?xpacket encoding="UTF-8" begin')
    ),
    "data from elsewhere": a("6.1.7.1-3", "streams", from_elsewhere),
    "saved too deep": a("6.1.13-8", "painting", paint("q " * 30 + "Q " * 30)),
    "a page too small": a("6.1.13-11", "page-size", page("TrimBox", Array([0, 0, 1, 1]))),
    "no such operator": a("6.2.2-1", "painting", paint("wobble")),
    "a profile of no device": a("6.2.3-1", "output-intents", intent(odd_profile)),
    "two profiles": a("6.2.3-2", "output-intents", intent(second_profile)),
    "a profile elsewhere": a("6.2.3-3", "output-intents", intent(far_profile)),
    "inks on a screen": a("6.2.4.3-3", "colour", paint("1 0 0 0 k 0 0 9 9 re f")),
    "no intent": a("6.2.4.3-2", "colour", root("OutputIntents")),
    "transfer": a("6.2.5-1", "painting", state(TR=Name.Identity)),
    "another transfer": a("6.2.5-2", "painting", state(TR2=Name.Identity)),
    "a halftone's origin": a("6.2.5-3", "painting", state(HTP=Array([0, 0]))),
    "no such intent": a("6.2.6-1", "painting", state(RI=Name.Beautiful)),
    "no such intent of an operator": a("6.2.6-1", "painting", paint("/Beautiful ri")),
    "no such intent of a picture": a(
        "6.2.6-1",
        "painting",
        paint("/Odd Do", XObject={"Odd": lambda p: picture(p, Intent=Name.Beautiful)}),
    ),
    "pictures in its place": a(
        "6.2.8-1",
        "painting",
        paint("/Odd Do", XObject={"Odd": lambda p: picture(p, Alternates=Array())}),
    ),
    "a picture from a server": a(
        "6.2.8-2",
        "painting",
        paint("/Odd Do", XObject={"Odd": lambda p: picture(p, OPI=Dictionary())}),
    ),
    "a smoothed picture": a(
        "6.2.8-3",
        "painting",
        paint("/Odd Do", XObject={"Odd": lambda p: picture(p, Interpolate=True)}),
    ),
    "PostScript in a form": a(
        "6.2.9-1",
        "painting",
        paint("/Odd Do", XObject={"Odd": lambda p: look(p, Subtype2=Name.PS)}),
    ),
    "a page from elsewhere": a("6.2.9-2", "painting", refers),
    "PostScript": a(
        "6.2.9-3",
        "painting",
        paint(
            "/Odd Do",
            XObject={
                "Odd": lambda p: p.make_indirect(
                    p.make_stream(b"", Type=Name.XObject, Subtype=Name.PS)
                )
            },
        ),
    ),
    "no such blend mode": a("6.2.10-1", "painting", mode("Shine")),
    "a font that is none": a("6.2.11.2-1", "font-entries", each_font(drop("Type"))),
    "a font without a name": a("6.2.11.2-3", "font-entries", each_font(drop("BaseFont"))),
    "no way from codes to letters": a("6.2.11.3.2-1", "fonts", no_map),
    "a font that is not embedded": a("6.2.11.4.1-1", "fonts", each_font(no_file)),
    "signs of its own and an encoding": a("6.2.11.6-3", "fonts", each_font(own_signs)),
    "no letters": a("6.2.11.7.2-1", "letters", each_font(drop("ToUnicode"))),
    "sound": a("6.3.1-1", "annotations", remark("Sound")),
    "film": a("6.3.1-1", "annotations", remark("Movie")),
    "an annotation of no kind": a("6.3.1-1", "annotations", remark("Wobble")),
    "no flags": a("6.3.2-1", "annotations", remark(F=None)),
    "hidden": a("6.3.2-2", "annotations", remark(F=6)),
    "not printed": a("6.3.2-2", "annotations", remark(F=0)),
    "no look": a("6.3.3-1", "annotations", remark(AP=None)),
    "a look when pressed": a(
        "6.3.3-2",
        "annotations",
        lambda pdf: annotate(pdf, "Square", "Annot").AP.__setitem__("/D", look(pdf)),
    ),
    "a field that does something": a(
        "6.4.1-1", "form-fields", widget(A=Dictionary(S=Name.URI, URI=String("x")))
    ),
    "a field that does something of itself": a(
        "6.4.1-1", "form-fields", widget(AA=Dictionary(K=script()))
    ),
    "a field above others that does something": a("6.4.1-2", "form-fields", parent_field),
    "looks left to the viewer": a("6.4.1-3", "form-fields", form(NeedAppearances=True)),
    "XFA": a("6.4.2-1", "form-fields", xfa),
    "pages left to the viewer": a("6.4.2-2", "form-fields", root("NeedsRendering", True)),
    "a script at opening": a("6.5.1-1", "actions", root("OpenAction", lambda pdf: script())),
    "a script by name": a(
        "",
        "actions",
        lambda pdf: names("JavaScript", Dictionary(Names=Array([String("a"), script()])))(pdf),
    ),
    "a program": a("6.5.1-1", "actions", on_link(A=Dictionary(S=Name.Launch, F=String("a.exe")))),
    "a script behind a link": a("6.5.1-1", "actions", on_link(A=script())),
    "a script behind a script": a(
        "6.5.1-1",
        "actions",
        on_link(A=Dictionary(S=Name.URI, URI=String("x"), Next=Array([script()]))),
    ),
    "an unknown name": a("6.5.1-2", "actions", on_link(A=Dictionary(S=Name.Named, N=Name.Print))),
    "something at closing": a(
        "6.5.2-1",
        "actions",
        root("AA", lambda pdf: Dictionary(WC=Dictionary(S=Name.URI, URI=String("x")))),
    ),
    "something on a page": a("6.5.2-2", "actions", page("AA", Dictionary(O=script()))),
    "not marked": a("6.7.2.2-1", "tagged", mark("Marked", False)),
    "no tree": a("6.7.3.3-1", "tagged", root("StructTreeRoot")),
    "no standard type": a("6.7.3.4-1", "tagged", put("Paragraf")),
    "a circle of roles": a("6.7.3.4-2", "tagged", roles(One="Two", Two="One")),
    "a standard type remapped": a("", "tagged", roles(P="Sect")),
    "no language tag": a("6.7.4-1", "language-tags", root("Lang", String("English, please"))),
    "no kind of attachment": a("6.8-1", "attachments", kind_of),
    "an attachment without UF": a("6.8-2", "file-names", no_name("UF")),
    "an attachment without relation": a("6.8-3", "attachments", no_name("AFRelationship")),
    "an attachment of nobody": a(
        "6.8-4", "attachments", lambda pdf: attached(pdf) and root("AF")(pdf)
    ),
    "layers without a name": a("6.9-1", "layers", layers({})),
    "layers of one name": a(
        "6.9-2",
        "layers",
        layers({"Name": String("One")}, Configs=Array([Dictionary(Name=String("One"))])),
    ),
    "a layer that is not shown": a(
        "6.9-3", "layers", layers({"Name": String("One"), "Order": Array()})
    ),
    "layers of themselves": a("6.9-4", "layers", layers({"Name": String("One"), "AS": Array()})),
    "another presentation": a(
        "6.10-1", "presentation", names("AlternatePresentations", Dictionary())
    ),
    "steps": a("6.10-2", "presentation", page("PresSteps", Dictionary())),
    "a demand": a("6.11-1", "presentation", root("Requirements", Array())),
    "permissions": a("6.1.12-1", "presentation", root("Perms", Dictionary(FDF=Dictionary()))),
}
"""Of PDF/A-3a; all but those of tags and attachments are rules of PDF/A-2b too."""
