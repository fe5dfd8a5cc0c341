"""Faults of the profiles' rules, planted in a good file: each with the rule that it breaks and the
check that has to find it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Change = Callable[[pikepdf.Pdf], None]


@dataclass(frozen=True)
class Planted:
    """A fault.

    Attributes:
        rule: clause and test of the profile, as veraPDF names them; empty where it has none.
        check: the check of this tool that finds it.
    """

    standard: str
    rule: str
    check: str
    change: Change


def changed(data: bytes, change: Change, **save) -> bytes:
    """The file after a change to its objects."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out, **{"deterministic_id": True, "fix_metadata_version": False, **save})
    return out.getvalue()


def elements(pdf: pikepdf.Pdf, role: str) -> list:
    """All structure elements of a role, in reading order."""
    result = []

    def walk(element) -> None:
        if element.get("/S") == f"/{role}":
            result.append(element)
        kids = element.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                walk(kid)

    walk(Dictionary(K=pdf.Root.StructTreeRoot.K))
    return result


def top(pdf: pikepdf.Pdf):
    """The first structure element."""
    kids = pdf.Root.StructTreeRoot.K
    return kids[0] if isinstance(kids, Array) else kids


def add(pdf: pikepdf.Pdf, role: str, *kids, parent=None, **entries):
    """A new structure element, with its kids' parents set; below the first one if not said."""
    parent = top(pdf) if parent is None else parent
    node = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=parent, K=Array(kids), **entries)
    )
    for kid in kids:
        kid.P = node
    before = parent.get("/K", Array())
    parent.K = Array([*(before if isinstance(before, Array) else [before]), node])
    return node


def new(pdf: pikepdf.Pdf, role: str, *kids, **entries):
    """A new structure element that stands nowhere yet."""
    node = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=top(pdf), K=Array(kids), **entries)
    )
    for kid in kids:
        kid.P = node
    return node


def own(pdf: pikepdf.Pdf, data, node) -> None:
    """Lead an annotation back to a structure element, and the element to it."""
    tree = pdf.Root.StructTreeRoot
    key = 9000 + len(pdf.objects)
    if "/ParentTree" not in tree:
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array()))
    old = tree.ParentTree
    if "/Nums" in old:
        old.Nums = Array([*old.Nums, key, node])
    else:
        leaf = Dictionary(Nums=Array([key, node]), Limits=Array([key, key]))
        old.Kids = Array([*old.Kids, pdf.make_indirect(leaf)])
    data.StructParent = key
    node.K = Array([Dictionary(Type=Name.OBJR, Obj=data, Pg=pdf.pages[0].obj)])


def look(pdf: pikepdf.Pdf, operators: bytes = b"/Artifact BMC 0 0 9 9 re n EMC", **entries):
    """A form XObject, such as draws an annotation."""
    return pdf.make_indirect(
        pdf.make_stream(
            operators,
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 9, 9]),
            Resources=Dictionary(),
            **entries,
        )
    )


def annotate(pdf: pikepdf.Pdf, kind: str, role: str | None, **entries):
    """A new annotation on the first page, as it should be but for what is said: an entry of None
    is left out.
    """
    whole = {
        "F": 4,
        "Contents": String("A remark"),
        "Rect": Array([60, 60, 90, 90]),
        "AP": Dictionary(N=look(pdf)),
        **entries,
    }
    made = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name(f"/{kind}"),
            P=pdf.pages[0].obj,
            **{key: value for key, value in whole.items() if value is not None},
        )
    )
    page = pdf.pages[0].obj
    page.Annots = pdf.make_indirect(Array([*page.get("/Annots", Array()), made]))
    page.Tabs = Name.S
    if role:
        own(pdf, made, add(pdf, role))
    return made


def field(pdf: pikepdf.Pdf, role: str | None = "Form", **entries):
    """A new text field on the first page."""
    made = annotate(
        pdf,
        "Widget",
        role,
        **{"FT": Name.Tx, "T": String("name"), "TU": String("Your name"), **entries},
    )
    pdf.Root.AcroForm = Dictionary(Fields=Array([made]))
    return made


def content(pdf: pikepdf.Pdf, operators: str, page: int = 0, **resources) -> None:
    """More painted on a page."""
    leaf = pdf.pages[page]
    for kind, entries in resources.items():
        group = leaf.Resources.get(f"/{kind}", Dictionary())
        for name, value in entries.items():
            group[f"/{name}"] = value
        leaf.Resources[f"/{kind}"] = group
    leaf.contents_add(f"\n{operators}\n".encode("latin-1"))


def packet(old: str, put: str) -> Change:
    """Metadata with other words: a pattern and what stands in its place."""

    def change(pdf: pikepdf.Pdf) -> None:
        before = pdf.Root.Metadata.read_bytes().decode("utf-8")
        after = re.sub(old, put, before, flags=re.DOTALL)
        assert after != before, old
        pdf.Root.Metadata = pdf.make_stream(after.encode(), Type=Name.Metadata, Subtype=Name.XML)

    return change


def root(key: str, value=None) -> Change:
    """A catalogue with an entry; without it where there is no value."""

    def change(pdf: pikepdf.Pdf) -> None:
        if value is None:
            del pdf.Root[f"/{key}"]
        else:
            pdf.Root[f"/{key}"] = value(pdf) if callable(value) else value

    return change


def script() -> Dictionary:
    """A script."""
    return Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def picture(pdf: pikepdf.Pdf, **entries):
    """A grey pixel."""
    return pdf.make_indirect(
        pdf.make_stream(
            b"\x80",
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=1,
            Height=1,
            BitsPerComponent=8,
            ColorSpace=Name.DeviceGray,
            **entries,
        )
    )


def paint(operators: str, **resources) -> Change:
    """Paint an artifact; resources are made of the file."""

    def change(pdf: pikepdf.Pdf) -> None:
        made = {
            kind: {name: one(pdf) if callable(one) else one for name, one in entries.items()}
            for kind, entries in resources.items()
        }
        content(pdf, f"/Artifact BMC q {operators} Q EMC", **made)

    return change


def state(**entries) -> Change:
    """Set graphics state parameters."""
    return paint("/Odd gs 0 0 m 9 9 l S", ExtGState={"Odd": Dictionary(**entries)})


def layers(first: dict, **more) -> Change:
    """Layers, by their first setting."""

    def change(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Marks")))
        order = {"Order": Array([layer])} if "Order" not in first else {}
        pdf.Root.OCProperties = Dictionary(
            OCGs=Array([layer]), D=Dictionary(**{**order, **first}), **more
        )

    return change


def attached(pdf: pikepdf.Pdf):
    """The file specification of the first attachment; a new one where there is none."""
    for item in pdf.objects:
        if isinstance(item, Dictionary) and "/EF" in item:
            return item
    data = pdf.make_indirect(
        pdf.make_stream(b"a,b\n", Type=Name.EmbeddedFile, Subtype=Name("/text/csv"))
    )
    spec = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String("a.csv"),
            UF=String("a.csv"),
            EF=Dictionary(F=data),
            AFRelationship=Name.Data,
        )
    )
    pdf.Root.AF = Array([spec])
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a.csv"), spec])))
    return spec


def fonts(pdf: pikepdf.Pdf) -> list:
    """The fonts, inner ones among them."""
    return [
        item
        for item in pdf.objects
        if isinstance(item, Dictionary) and item.get("/Type") == "/Font"
    ]


def each_font(change: Callable) -> Change:
    """Something done to every font."""
    return lambda pdf: [change(font) for font in fonts(pdf)] and None
