"""PDFs changed: their bytes, their objects, and what stands in their streams."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from . import odd, streams
from .contents import Command
from .foreign import FOREIGN
from .packages import spoilt
from .stock import Stock

STANDARDS = ["ua1", "a2a", "a2b", "a3a", "x4"]


def made(folder: Path, chance: Random, stock: Stock) -> list[Command]:
    """Put a changed file there; the commands to try on it."""
    whole = chance.randrange(6)
    if whole == 0:
        data = chance.choice(FOREIGN)(chance)
    else:
        data = chance.choice(stock.pdfs).read_bytes()
    kind = chance.random()
    if kind < 0.8:
        data = changed(data, chance)
    if kind > 0.75:
        data = spoilt(data, chance)
        if chance.random() < 0.3:
            data = spoilt(data, chance)
    (folder / "file.pdf").write_bytes(data)
    wanted = chance.choice(([], ["--standard", chance.choice(STANDARDS)], ["--format", "json"]))
    if chance.random() < 0.2:
        wanted = [part for standard in STANDARDS for part in ("--standard", standard)]
    return [["verify", "file.pdf", *wanted]]


def changed(data: bytes, chance: Random) -> bytes:
    """A file with one to eight changes of its objects, written anew."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for _ in range(chance.choice((1, 1, 2, 3, 8))):
            with suppress(pikepdf.PdfError):  # it needs what the change before has taken away
                chance.choice(CHANGES)(pdf, chance)
        try:
            return saved(pdf, chance)
        except pikepdf.PdfError:  # not a file any more
            return spoilt(data, chance)


def saved(pdf: Pdf, chance: Random) -> bytes:
    """A file as one program or another writes it."""
    out = io.BytesIO()
    packs = pikepdf.ObjectStreamMode
    more: dict[str, Any] = {"static_id": True}
    if chance.random() < 0.03:
        user = chance.choice(("", "b"))
        more["encryption"] = pikepdf.Encryption(
            owner="a", user=user, R=3, aes=False, metadata=False
        )
    else:
        more["stream_decode_level"] = pikepdf.StreamDecodeLevel.none
    pdf.save(
        out,
        fix_metadata_version=False,
        compress_streams=False,
        object_stream_mode=chance.choice((packs.disable, packs.preserve, packs.generate)),
        linearize=chance.random() < 0.05,
        **more,
    )
    return out.getvalue()


def holders(pdf: Pdf, chance: Random) -> list[Any]:
    """Dictionaries and lists anywhere in the file; those of structure, pages and claims twice."""
    found: list[Any] = [one for one in pdf.objects if isinstance(one, (Dictionary, Array))]
    found += [one.stream_dict for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    found += [pdf.Root, pdf.trailer, *(page.obj for page in pdf.pages)] * (1 + len(found) // 20)
    found += [
        one
        for one in found
        if isinstance(one, Dictionary) and one.get("/Type") in ("/StructElem", "/Font", "/Filespec")
    ]
    return found


def _spot(pdf: Pdf, chance: Random) -> tuple[Any, Any] | None:
    """A dictionary or list and a key of it, at any depth below an object."""
    holder = chance.choice(holders(pdf, chance))
    for _ in range(6):
        keys = sorted(holder.keys()) if isinstance(holder, Dictionary) else range(len(holder))
        if not keys:
            return None
        key = chance.choice(keys)
        below = holder[key]
        if (
            isinstance(below, (Dictionary, Array))
            and not below.is_indirect
            and chance.random() < 0.7
        ):
            holder = below
            continue
        return holder, key
    return None


def value(pdf: Pdf, chance: Random) -> Any:
    """Something of any type."""
    makers: list[Callable[[], Any]] = [
        lambda: chance.choice((0, 1, -1, 2, 7, 255, 65_536, 2**31, 2**62, -(2**62))),
        lambda: chance.choice((0.5, -0.001, 1e9, 14_400, 1e-9)),
        lambda: chance.choice((True, False)),
        lambda: String(odd.text(chance).replace("\ud800", "?")[:3_000]),
        lambda: String(chance.randbytes(chance.choice((0, 1, 16, 300)))),
        lambda: Name("/" + (odd.text(chance).replace("\ud800", "?").replace("\0", "")[:90] or "A")),
        lambda: Name(chance.choice(NAMES)),
        lambda: Array([]),
        lambda: Array([0, 0, chance.choice((1, 0, -5, 14_400, 10**9)), 842]),
        lambda: Array([Name("/A"), 1, String("b")] * chance.choice((1, 50))),
        lambda: Dictionary({"/Type": Name(chance.choice(NAMES)), "/S": Name(chance.choice(NAMES))}),
        lambda: chance.choice(list(pdf.objects)),
        lambda: pdf.Root,
        lambda: pdf.make_stream(chance.randbytes(40)),
    ]
    return chance.choice(makers)()


NAMES = [
    f"/{name}"
    for name in (
        "P H1 H7 Table TR TH TD L LI LBody Figure Link Note Span Document Sect Form StructElem "
        "Catalog Page Pages Font Type0 Type1 Type3 TrueType CIDFontType2 Image PS DeviceCMYK "
        "DeviceN Separation Indexed ICCBased Lab Pattern JavaScript Launch URI GoTo Widget Link "
        "Popup Screen FlateDecode LZWDecode ASCIIHexDecode DCTDecode Crypt Identity-H "
        "WinAnsiEncoding GTS_PDFX GTS_PDFA1 Metadata XML OCG Group Transparency Multiply "
        "Luminosity MCR OBJR Artifact A"
    ).split()
]


def _drop(pdf: Pdf, chance: Random) -> None:
    if spot := _spot(pdf, chance):
        del spot[0][spot[1]]


def _put(pdf: Pdf, chance: Random) -> None:
    if spot := _spot(pdf, chance):
        spot[0][spot[1]] = value(pdf, chance)


def _move(pdf: Pdf, chance: Random) -> None:
    one, other = _spot(pdf, chance), _spot(pdf, chance)
    if one and other:
        one[0][one[1]] = other[0][other[1]]


def _own(pdf: Pdf, chance: Random) -> None:
    """Something that holds itself."""
    holder = chance.choice(holders(pdf, chance))
    if isinstance(holder, Array) and holder.is_indirect:
        holder.append(holder)
    elif isinstance(holder, Dictionary) and holder.is_indirect and len(holder):
        key = chance.choice(("/K", "/Kids", "/Parent", "/P", "/Resources", *sorted(holder.keys())))
        holder[key] = chance.choice((holder, Array([holder, holder])))


def _often(pdf: Pdf, chance: Random) -> None:
    if (spot := _spot(pdf, chance)) and isinstance(spot[0], Array):
        one = spot[0][spot[1]]
        for _ in range(chance.choice((1, 20, 2_000))):
            spot[0].append(one)


def _key(pdf: Pdf, chance: Random) -> None:
    """Something of another object, or of any type, under a key that it did not have."""
    holder = chance.choice(holders(pdf, chance))
    if isinstance(holder, Dictionary):
        other = _spot(pdf, chance)
        key = chance.choice(KEYS)
        holder[key] = other[0][other[1]] if other and chance.random() < 0.5 else value(pdf, chance)


KEYS = [
    f"/{name}"
    for name in (
        "A AA Alt ActualText AF AcroForm Annots BBox BaseFont ByteRange Contents CropBox D "
        "DescendantFonts Desc E EF Encoding F Filter FontDescriptor FontFile2 Group Headers ID "
        "IRT JS K Kids Lang Length MCID MediaBox Metadata Names Next OC OCProperties OpenAction "
        "Order Outlines OutputIntents P Pg Parent ParentTree Perms Resources RoleMap Rotate "
        "RowSpan ColSpan S Scope SMask StructParents StructTreeRoot Subtype TR TU ToUnicode "
        "TransferFunction TrimBox UserUnit ViewerPreferences W WMode XFA XObject"
    ).split()
]


def _deep(pdf: Pdf, chance: Random) -> None:
    """Structure, pages or a list, very deep."""
    depth = chance.choice((30, 150, 1_200))
    kind = chance.randrange(3)
    if kind == 0:
        found: Any = Array([])
        for _ in range(min(depth, 300)):
            found = Array([found])
        chance.choice(holders(pdf, chance) or [pdf.Root])
        pdf.Root["/Deep"] = found
    elif kind == 1 and "/StructTreeRoot" in pdf.Root:
        tree = pdf.Root.StructTreeRoot
        below = Array([])
        for _ in range(depth):
            role = Name(chance.choice(NAMES[:20]))
            one = Dictionary(Type=Name.StructElem, S=role, P=tree, K=below)
            below = pdf.make_indirect(one)
        tree.K = below
    else:
        pages: Any = pdf.Root.Pages
        for _ in range(min(depth, 150)):
            count = pages.get("/Count", 1)
            pages = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([pages]), Count=count))
        pdf.Root.Pages = pages


def _stream(pdf: Pdf, chance: Random) -> None:
    found = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    pages = [page.obj.get("/Contents") for page in pdf.pages]
    likely = [one for one in pages if isinstance(one, pikepdf.Stream)]
    if isinstance(metadata := pdf.Root.get("/Metadata"), pikepdf.Stream):
        likely += [metadata] * 2
    likely += [one for one in found if "/Subtype" not in one.stream_dict and "/N" not in one][:20]
    if likely and chance.random() < 0.8:
        found = likely
    if found:
        streams.change(chance.choice(found), chance)


CHANGES: list[Callable[[Pdf, Random], None]] = [
    _drop, _put, _put, _move, _own, _often, _key, _key, _deep, _stream, _stream, _stream, _stream,
]  # fmt: skip
