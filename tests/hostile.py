"""Files made to hang a program or to fill its memory: each is small, and asks for much.

``python -m tests.hostile FOLDER`` writes them all, to be tried by hand.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

PDFS: dict[str, Callable[[Pdf], None]] = {}
"""By what they do: each turns a sound file into a hostile one."""


def _hostile(change: Callable[[Pdf], None]) -> Callable[[Pdf], None]:
    PDFS[change.__name__.replace("_", " ")] = change
    return change


def made(sound: bytes, name: str) -> bytes:
    """A sound file, changed so that it asks for much."""
    with pikepdf.open(BytesIO(sound)) as pdf:
        PDFS[name](pdf)
        out = BytesIO()
        level = pikepdf.StreamDecodeLevel.none
        pdf.save(
            out,
            static_id=True,
            fix_metadata_version=False,
            stream_decode_level=level,
            compress_streams=False,
        )
    return out.getvalue()


def packed(pdf: Pdf, unit: bytes, times: int, **entries: object) -> pikepdf.Stream:
    """A stream of one piece over and over, packed by Flate without ever being held as a whole."""
    packer, found = zlib.compressobj(9), []
    chunk = max(1, 1_000_000 // len(unit))
    while times > 0:
        found.append(packer.compress(unit * min(chunk, times)))
        times -= chunk
    data = b"".join([*found, packer.flush()])
    return pikepdf.Stream(pdf, data, Filter=Name.FlateDecode, **entries)


def blanks(megabytes: int) -> bytes:
    """Blanks as Flate packs them (RFC 1950): a block of a million over and over, and a checksum
    that is worked out.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    count = megabytes * 1_000_000
    one = (1 + 32 * count) % 65521
    two = (count + 32 * count * (count + 1) // 2) % 65521
    return b"\x78\xda" + block * megabytes + b"\x03\x00" + (two << 16 | one).to_bytes(4, "big")


def _content(pdf: Pdf, unit: bytes, times: int) -> None:
    pdf.pages[0].obj.Contents = pdf.make_indirect(packed(pdf, unit, times))


def _resource(pdf: Pdf, kind: str, name: str, value: object) -> None:
    page = pdf.pages[0].obj
    own = Dictionary(page.get("/Resources", Dictionary()))
    own[kind] = Dictionary({**dict(own.get(kind, Dictionary())), name: value})
    page.Resources = own


def _form(pdf: Pdf, stream: pikepdf.Stream) -> pikepdf.Object:
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox = Array([0, 0, 600, 800])
    return pdf.make_indirect(stream)


def _metadata(pdf: Pdf, data: bytes) -> None:
    pdf.Root.Metadata = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)


@_hostile
def content_bomb(pdf: Pdf) -> None:
    """A page of 3 GB, in 3 MB."""
    bomb = pikepdf.Stream(pdf, blanks(3_000), Filter=Name.FlateDecode)
    pdf.pages[0].obj.Contents = pdf.make_indirect(bomb)


@_hostile
def content_bomb_packed_twice(pdf: Pdf) -> None:
    """A page of 6 GB, in some KB."""
    twice = Array([Name.FlateDecode, Name.FlateDecode])
    bomb = pikepdf.Stream(pdf, zlib.compress(blanks(6_000), 9), Filter=twice)
    pdf.pages[0].obj.Contents = pdf.make_indirect(bomb)


@_hostile
def runs_bomb(pdf: Pdf) -> None:
    """A page of 5 GB, packed by runs and then by Flate."""
    both = Array([Name.FlateDecode, Name.RunLengthDecode])
    bomb = pikepdf.Stream(pdf, zlib.compress(b"\x81 " * 40_000_000, 9), Filter=both)
    pdf.pages[0].obj.Contents = pdf.make_indirect(bomb)


@_hostile
def many_operators(pdf: Pdf) -> None:
    """Eight million operators on a page."""
    _content(pdf, b"q Q ", 4_000_000)


@_hostile
def operators_over_many_pages(pdf: Pdf) -> None:
    """Two million, 4,000 on each of 500 pages, from one stream."""
    stream = pdf.make_indirect(packed(pdf, b"q Q ", 2000))
    for _ in range(500):
        page = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 600, 800]), Contents=stream)
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))


@_hostile
def many_numbers(pdf: Pdf) -> None:
    """Four million numbers and no operator."""
    _content(pdf, b"1 ", 4_000_000)


@_hostile
def many_texts(pdf: Pdf) -> None:
    """A text for each of 150,000 operators, on a ground of 150,000 corners."""
    body = b"0 0 m " + b"500 700 l 1 800 l " * 75_000 + b"f BT /F1 9 Tf 100 100 Td "
    pdf.pages[0].obj.Contents = pdf.make_stream(body + b"(a) Tj " * 150_000 + b"ET")
    _resource(pdf, "/Font", "/F1", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.A))


@_hostile
def huge_path(pdf: Pdf) -> None:
    """A path of 130,000 pieces that each begin anew, stroked."""
    _content(pdf, b"1 1 m 9 9 l ", 130_000)
    page = pdf.pages[0].obj
    page.Contents = Array([page.Contents, pdf.make_stream(b" S")])


@_hostile
def wide_shapes(pdf: Pdf) -> None:
    """100,000 grounds, each larger than any page that is read."""
    _content(pdf, b"-9000 -9000 20000 20000 re f ", 100_000)


@_hostile
def pattern_in_itself(pdf: Pdf) -> None:
    """A pattern that sets itself twenty times."""
    body = b"/Pattern cs " + b"/P scn " * 20 + b"0 0 9 9 re f"
    pattern = pdf.make_stream(body)
    pattern.PatternType = pattern.PaintType = pattern.TilingType = 1
    pattern.BBox, pattern.XStep, pattern.YStep = Array([0, 0, 9, 9]), 9, 9
    pattern.Resources = Dictionary(Pattern=Dictionary(P=pattern))
    _resource(pdf, "/Pattern", "/P", pattern)
    pdf.pages[0].obj.Contents = pdf.make_stream(body)


@_hostile
def patterns_in_one_another(pdf: Pdf) -> None:
    """Eight patterns, each of which sets the next twenty times."""
    body = b"/Pattern cs " + b"/P scn " * 20 + b"0 0 9 9 re f"
    below: object = None
    for _ in range(9):
        pattern = pdf.make_stream(body if below is not None else b"0 0 9 9 re f")
        pattern.PatternType = pattern.PaintType = pattern.TilingType = 1
        pattern.BBox, pattern.XStep, pattern.YStep = Array([0, 0, 9, 9]), 9, 9
        pattern.Resources = Dictionary(
            Pattern=Dictionary(P=below) if below is not None else Dictionary()
        )
        below = pattern
    _resource(pdf, "/Pattern", "/P", below)
    pdf.pages[0].obj.Contents = pdf.make_stream(body)


@_hostile
def padded_form(pdf: Pdf) -> None:
    """A form of 4 MB of blanks, shown 3,000 times."""
    _resource(pdf, "/XObject", "/X", _form(pdf, packed(pdf, b" ", 4_000_000)))
    _content(pdf, b"/X Do ", 3000)


@_hostile
def form_in_itself(pdf: Pdf) -> None:
    """A form that shows itself forty times."""
    form = _form(pdf, pdf.make_stream(b"/X Do " * 40))
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    _resource(pdf, "/XObject", "/X", form)
    _content(pdf, b"/X Do ", 1)


@_hostile
def blanks_in_metadata(pdf: Pdf) -> None:
    """Metadata that are no XML, with 900,000 blanks where regular expressions look for few."""
    begin = b"<x:xmpmeta><pdfuaid:part>1</pdfuaid:part><dc:title><rdf:li>"
    _metadata(pdf, begin + (b"<pdfaid:part>" + b" " * 300_000) * 3 + b"<rdf:li" * 20_000)


@_hostile
def headers_in_metadata(pdf: Pdf) -> None:
    """The beginning of a packet, 80,000 times, and no end."""
    _metadata(pdf, b"<pdfuaid:part>1</pdfuaid:part>" + b"<?xpacket " * 80_000)


@_hostile
def claims_in_metadata(pdf: Pdf) -> None:
    """20,000 parts of PDF/A, and as many levels."""
    parts = b"".join(
        b"<pdfaid:part>%d</pdfaid:part><pdfaid:conformance>%d</pdfaid:conformance>" % (n, n)
        for n in range(8_000)
    )
    _metadata(
        pdf,
        b'<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description '
        b'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">' + parts + b"</r:Description></r:RDF>",
    )


def _with_letters(pdf: Pdf, table: pikepdf.Stream) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.A)
    font.ToUnicode = pdf.make_indirect(table)
    _resource(pdf, "/Font", "/F1", pdf.make_indirect(font))
    pdf.pages[0].obj.Contents = pdf.make_stream(b"BT /F1 9 Tf (a) Tj ET")


@_hostile
def letters_bomb(pdf: Pdf) -> None:
    """A table of letters of 3 GB."""
    _with_letters(pdf, pikepdf.Stream(pdf, blanks(3_000), Filter=Name.FlateDecode))


@_hostile
def ranges_of_letters(pdf: Pdf) -> None:
    """20,000 ranges of 65,000 letters each."""
    _with_letters(pdf, packed(pdf, b"beginbfrange <0000><FFFF><0041> endbfrange ", 20_000))


@_hostile
def blocks_of_letters(pdf: Pdf) -> None:
    """The beginning of a block of letters, 100,000 times, and no end."""
    _with_letters(pdf, packed(pdf, b"beginbfchar ", 100_000))


@_hostile
def long_letters(pdf: Pdf) -> None:
    """A range of 65,000 letters that are each 200,000 letters long."""
    unit = b"beginbfrange <0000><FFFF><" + b"0041" * 200_000 + b"> endbfrange "
    _with_letters(pdf, packed(pdf, unit, 1))


@_hostile
def layers_in_layers(pdf: Pdf) -> None:
    """Arrays of layers, each of which holds the next ten times."""
    below = pdf.make_indirect(Array([]))
    for _ in range(19):
        below = pdf.make_indirect(Array([below] * 10))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary(Name="a", Order=below))


@_hostile
def deep_array(pdf: Pdf) -> None:
    """An array in an array, 400 deep, a million times over."""
    _content(pdf, b"[" * 400 + b"]" * 400 + b" TJ ", 5_000)


@_hostile
def wide_table(pdf: Pdf) -> None:
    """A table of 20,000 cells, each of which heads a thousand rows and columns."""
    _table(pdf, 20_000, RowSpan=1000, ColSpan=1000)


@_hostile
def table_without_heads(pdf: Pdf) -> None:
    """A table of 40,000 cells with marks, each of which is asked for the others."""
    _table(pdf, 40_000)


def _table(pdf: Pdf, cells: int, **spans: int) -> None:
    tree = pdf.Root.StructTreeRoot
    table = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Table, P=tree))
    row = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TR, P=table))
    head = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TH, P=row))
    kids = [head]
    for number in range(cells):
        cell = Dictionary(Type=Name.StructElem, S=Name.TD, P=row, K=number)
        if spans:
            cell.A = Dictionary(O=Name.Table, **spans)
        kids.append(cell)
    row.K, table.K = Array(kids), row
    tree.K = table


@_hostile
def types_of_types(pdf: Pdf) -> None:
    """A type that is mapped to another, 20,000 times, and an element of each."""
    tree = pdf.Root.StructTreeRoot
    tree.RoleMap = Dictionary({f"/T{n}": Name(f"/T{n + 1}") for n in range(20_000)})
    tree.K = Array(
        [Dictionary(Type=Name.StructElem, S=Name(f"/T{n}"), P=tree) for n in range(20_000)]
    )


@_hostile
def marks_of_marks(pdf: Pdf) -> None:
    """20,000 elements of one piece of content that is made of 20,000 shapes."""
    tree, page = pdf.Root.StructTreeRoot, pdf.pages[0].obj
    _content(pdf, b"/P <</MCID 0>> BDC " + b"0 0 1 1 re f " * 20_000 + b"EMC", 1)
    tree.K = Array(
        [Dictionary(Type=Name.StructElem, S=Name.P, P=tree, Pg=page, K=0) for _ in range(20_000)]
    )


@_hostile
def pages_without_end(pdf: Pdf) -> None:
    """One page, 200,000 times."""
    kids, page = pdf.Root.Pages, pdf.pages[0].obj
    kids.Kids, kids.Count = Array([page] * 200_000), 200_000


@_hostile
def many_objects(pdf: Pdf) -> None:
    """A million objects, packed into little."""
    pdf.Root.Many = Array([pdf.make_indirect(Dictionary()) for _ in range(1_000_000)])


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    sound = Path(sys.argv[2]).read_bytes()
    for each in PDFS:
        (folder / f"{each.replace(' ', '-')}.pdf").write_bytes(made(sound, each))
