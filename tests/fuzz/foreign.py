"""PDFs as other programs write them: small ones, each with something that ours do not have."""

from __future__ import annotations

import io
from collections.abc import Callable
from random import Random
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A report</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def _begun() -> tuple[Pdf, Any]:
    """A page of tagged words that claims PDF/UA-1 and PDF/A-2a."""
    pdf = Pdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    page = pdf.pages[0].obj
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
    page.Contents = pdf.make_stream(b"/P <</MCID 0>> BDC BT /F1 12 Tf 72 700 Td (Words) Tj ET EMC")
    page.StructParents = 0
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    text = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=tree, Pg=page, K=0))
    tree.K = Array([text])
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, Array([text])])))
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("en-GB")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    metadata = pdf.make_stream(XMP.encode())
    metadata.stream_dict.update(Dictionary(Type=Name.Metadata, Subtype=Name.XML))
    pdf.Root.Metadata = metadata
    return pdf, page


def _ended(pdf: Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()


def plain(chance: Random) -> bytes:
    """A page of words."""
    return _ended(_begun()[0])


def form(chance: Random) -> bytes:
    """Fields, links, comments, scripts and attachments."""
    pdf, page = _begun()
    box = Array([72, 600, 300, 640])
    action = Dictionary(S=Name.JavaScript, JS=String("app.alert('a')"))
    kinds = [
        Dictionary(Subtype=Name.Widget, FT=Name.Tx, T=String("a"), AA=Dictionary(K=action)),
        Dictionary(
            Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://www.example.org"))
        ),
        Dictionary(Subtype=Name.Text, Contents=String("A comment")),
        Dictionary(Subtype=Name.Link, Dest=Array([page, Name.Fit])),
        Dictionary(Subtype=Name.Screen, A=Dictionary(S=Name.Launch, F=String("calc.exe"))),
    ]
    for one in kinds:
        one.Rect, one.Type, one.F = box, Name.Annot, 4
    annots = [pdf.make_indirect(one) for one in kinds]
    page.Annots = Array(annots)
    pdf.Root.AcroForm = Dictionary(Fields=Array(annots[:1]), NeedAppearances=True)
    pdf.Root.OpenAction = action
    file = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec, F=String("a.txt"), EF=Dictionary(F=pdf.make_stream(b"a")),
            AFRelationship=Name.Data,
        )
    )  # fmt: skip
    pdf.Root.AF = Array([file])
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a"), file])))
    return _ended(pdf)


def table(chance: Random) -> bytes:
    """Tables and lists with roles of their own, heads, spans and notes."""
    pdf, _ = _begun()
    tree = pdf.Root.StructTreeRoot

    def add(role: str, parent: Any, count: int = 0, **more: Any) -> Any:
        one = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=parent, K=Array([]), **more)
        )
        parent.K.append(one)
        return one

    top = add("Document", tree)
    for _ in range(chance.randrange(1, 4)):
        rows = add("Table", top)
        for _ in range(chance.randrange(1, 9)):
            row = add("TR", rows)
            for _ in range(chance.randrange(1, 6)):
                role = chance.choice(("TH", "TD", "Cell"))
                spans = {name: chance.randrange(-1, 5) for name in ("RowSpan", "ColSpan")}
                own = Dictionary(O=Name.Table, Scope=Name.Column, **spans)
                add(role, row, A=own, ID=String(f"{chance.randrange(9)}"))
    items = add("L", top)
    for _ in range(3):
        add("LBody", add("LI", items))
    add("Figure", top, Alt=String("A figure"))
    add("Note", top, ID=String("1"))
    tree.RoleMap = Dictionary(Cell=Name.TD, A=Name.B, B=Name.A)
    return _ended(pdf)


def painted(chance: Random) -> bytes:
    """Colours, patterns, masks, forms in forms, images and layers, for a press."""
    pdf, page = _begun()
    spot = Array(
        [Name.Separation, Name("/Spot"), Name.DeviceCMYK,
         Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]),
                    C1=Array([0, 1, 0, 0]), N=1)]
    )  # fmt: skip
    box = Array([0, 0, 100, 100])
    inner = pdf.make_stream(b"0.2 0.4 0.6 rg 0 0 50 50 re f")
    inner.stream_dict.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=box))
    outer = pdf.make_stream(b"q /X Do Q /X Do")
    outer.stream_dict.update(
        Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=box,
                   Resources=Dictionary(XObject=Dictionary(X=inner)),
                   Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))
    )  # fmt: skip
    image = pdf.make_stream(b"\x40" * 64)
    image.stream_dict.update(
        Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=8,
                   ColorSpace=Name.DeviceGray, Interpolate=True)
    )  # fmt: skip
    tile = pdf.make_stream(b"0 0 1 rg 0 0 2 2 re f")
    tile.stream_dict.update(
        Dictionary(PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 4, 4]), XStep=4,
                   YStep=4, Resources=Dictionary())
    )  # fmt: skip
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("A layer")))
    page.Resources.update(
        Dictionary(
            ColorSpace=Dictionary(C1=spot), XObject=Dictionary(X=outer, I=image),
            Pattern=Dictionary(P1=tile), Properties=Dictionary(L=layer),
            ExtGState=Dictionary(G=Dictionary(ca=0.5, BM=Name.Multiply, OP=True)),
        )
    )  # fmt: skip
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer])))
    page.TrimBox, page.BleedBox = Array([9, 9, 580, 830]), Array([0, 0, 595, 842])
    page.Contents = pdf.make_stream(
        b"/OC /L BDC /C1 cs 0.5 scn 0 0 90 90 re f EMC /G gs 0.9 0.9 0.9 0.9 k 9 9 300 300 re f "
        b"/Pattern cs /P1 scn 0 0 20 20 re f q 60 0 0 60 9 9 cm /I Do Q /X Do "
        b"BT /F1 6 Tf 0.5 0.5 0.5 1 k 12 12 Td (Small) Tj ET 0.05 w 0 0 m 90 90 l S"
    )
    return _ended(pdf)


FOREIGN: list[Callable[[Random], bytes]] = [plain, form, table, painted]
"""Each makes one."""
