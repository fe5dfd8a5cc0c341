"""What stands in the streams of a PDF, changed: operators, metadata, tables of letters."""

from __future__ import annotations

import re
import zlib
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name

from . import odd
from .packages import spoilt


def change(stream: pikepdf.Stream, chance: Random) -> None:
    """Change what a stream holds, or how it is packed."""
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError:
        data = stream.read_raw_bytes()
    kind = chance.random()
    if stream.stream_dict.get("/Type") == "/Metadata" and kind < 0.85:
        data = metadata(data, chance)
    elif kind < 0.6 and len(data) < 400_000:
        data = operators(data, chance)
    elif kind < 0.75:
        data = spoilt(data, chance)
    elif kind < 0.8:
        data = data * chance.choice((2, 20, 200))
    elif kind < 0.83:
        data = data[:200] + chance.choice((b" ", b"q ", b"0 0 m ")) * chance.choice(
            (9_000, 3_000_000)
        )
    elif kind < 0.86:
        data = chance.choice((b"q ", b"[", b"<<", b"BT ", b"/P BMC ", b"(")) * chance.choice(
            (40, 900, 90_000)
        )
    stream.write(zlib.compress(data, 1), filter=Name.FlateDecode)
    if kind > 0.9:
        _packing(stream, data, chance)


def _packing(stream: pikepdf.Stream, data: bytes, chance: Random) -> None:
    packed = zlib.compress(data, 1)
    at = chance.randrange(len(packed))
    one = Name.FlateDecode
    kind = chance.randrange(7)
    if kind == 0:
        stream.write(packed[:at], filter=one)
    elif kind == 1:
        stream.write(spoilt(packed, chance), filter=one)
    elif kind == 2:
        stream.write(data.hex().encode() + b">", filter=Name.ASCIIHexDecode)
    elif kind == 3:
        stream.write(zlib.compress(packed), filter=Array([one, one]))
    elif kind == 4:
        names = [
            Name(f"/{name}") for name in "LZWDecode RunLengthDecode JBIG2Decode Crypt A".split()
        ]
        stream.write(packed, filter=chance.choice(names))
    elif kind == 5:
        parms = Dictionary(
            Predictor=chance.choice((2, 12, 15, 99)), Columns=chance.choice((1, 9**9))
        )
        stream.write(packed, filter=one, decode_parms=parms)
    else:
        stream.write(packed, filter=Array([one] * 40))


TOKEN = re.compile(
    rb"\((?:\\.|[^()\\])*\)|<[0-9A-Fa-f\s]*>|/?[^\s()<>\[\]{}/%]+|<<|>>|[\[\]]", re.S
)

MORE = (
    b"q Q BT ET BMC EMC W n f S B re m l c h v y Do sh gs cs CS sc scn SCN k K rg g Tf Td Tj TJ ' "
    b'" Tr Ts Tz cm d i ri M w MP DP d0 d1 BX EX BI ID EI << >> [ ] /P /A /MCID (a) <00> <00 true '
    b"null 0 1 -1 0.5 1e5 99999999999 -0.0000001 .5. --1 %"
).split()


def operators(data: bytes, chance: Random) -> bytes:
    """Operators and operands dropped, doubled, moved, and others put between them."""
    found = TOKEN.findall(data)
    for _ in range(chance.choice((1, 2, 8, 60))):
        at = chance.randrange(len(found) + 1)
        size = chance.choice((1, 1, 1, 6, 80))
        kind = chance.randrange(5)
        if kind == 0:
            del found[at : at + size]
        elif kind == 1:
            found[at:at] = found[at : at + size] * chance.choice((1, 1, 3, 50))
        elif kind == 2:
            found[at:at] = [chance.choice(MORE) for _ in range(size)]
        elif kind == 3 and at < len(found):
            found[at] = chance.choice((*MORE, odd.number(chance).encode("utf-8", "replace")))
        else:
            to = chance.randrange(len(found) + 1)
            some = found[at : at + size]
            del found[at : at + size]
            found[to:to] = some
    return b" ".join(found)


CLAIMS = [
    "pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "pdfxid:GTS_PDFXVersion", "pdfx:a",
    "dc:title", "rdf:li", "rdf:Alt", "x:y", "xmp:CreateDate",
]  # fmt: skip


def metadata(data: bytes, chance: Random) -> bytes:
    """XML changed by its tags and attributes, and into what is none."""
    text = data.decode("utf-8", "replace")
    for _ in range(chance.choice((1, 1, 3, 10))):
        text = _metadata(text, chance)
    code = chance.choice(["utf-8"] * 8 + ["utf-16", "utf-16-be", "utf-32", "latin-1", "utf-8-sig"])
    return text.encode(code, "replace")


def _metadata(text: str, chance: Random) -> str:
    kind = chance.randrange(8)
    pattern = (r"<[^<>]*>", r">[^<>]*<", r'"[^"<>]*"', r"<(\w+:\w+)[^<>]*>.*?</\1>")[kind % 4]
    found = list(re.finditer(pattern, text, re.S))
    if kind == 7 or not found:
        name = chance.choice(CLAIMS)
        at = (
            text.find("</rdf:Description>")
            if chance.random() < 0.6
            else chance.randrange(len(text) + 1)
        )
        return f"{text[:at]}<{name}>{odd.text(chance)[:500]}</{name}>{text[at:]}"
    one = chance.choice(found)
    said = one[0]
    at = chance.randrange(len(said) + 1)
    new = chance.choice(
        (
            "",
            said * 2,
            said * 500,
            said[:at] + odd.text(chance) + said[at:],
            said[:at] + " " * chance.choice((1, 5_000, 200_000)) + said[at:],
            said.upper(),
            chance.choice(found)[0],
            "<!DOCTYPE a [<!ENTITY b 'c'>]>" + said,
            f"<![CDATA[{said}]]>",
            "<a>" * chance.choice((3, 3_000)),
        )
    )
    return text[: one.start()] + new + text[one.end() :]
