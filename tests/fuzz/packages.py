"""The parts of a workbook changed as the package of XML that it is."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

from . import odd

Parts = list[tuple[str, bytes]]


def changed(data: bytes, chance: Random) -> bytes:
    """A workbook with parts changed, or the bytes of the package itself."""
    if chance.random() < 0.2:
        return spoilt(data, chance)
    parts = unpacked(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        chance.choice(PARTS)(parts, chance)
    return packed(parts)


def settled(data: bytes) -> bytes:
    """A workbook without the hour at which it was written: a seed always makes the same."""
    hours = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
    parts = [(name, hours.sub(b"2018-03-31T00:00:00Z", part)) for name, part in unpacked(data)]
    return packed(parts)


def unpacked(data: bytes) -> Parts:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [(name, package.read(name)) for name in package.namelist()]


def packed(parts: Parts) -> bytes:
    """A package of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            package.writestr(zipfile.ZipInfo(name, (2018, 3, 31, 0, 0, 0)), content)
    return out.getvalue()


def spoilt(data: bytes, chance: Random) -> bytes:
    """Bytes of any file changed, moved, doubled, or gone."""
    kind = chance.randrange(6)
    at = chance.randrange(len(data) + 1)
    to = min(len(data), at + chance.choice((1, 4, 60, 4_000)))
    if kind == 0:
        return data[:at]
    if kind == 1:
        return data[:at] + data[to:]
    if kind == 2:
        return data[:to] + data[at:]
    if kind == 3:
        return data[:at] + chance.randbytes(to - at) + data[to:]
    if kind == 4:
        return chance.choice((b"", b"\0" * 600, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data, b"PK"))
    found = bytearray(data)
    for _ in range(chance.choice((1, 3, 30)) if found else 0):
        found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    return bytes(found)


def _which(parts: Parts, chance: Random) -> int:
    likely = [at for at, (name, _) in enumerate(parts) if "sheet1" in name or "styles" in name]
    return chance.choice(likely if likely and chance.random() < 0.6 else range(len(parts)))


def _part(parts: Parts, chance: Random) -> None:
    """A part that is gone, empty, there twice, named otherwise or spoilt."""
    at = _which(parts, chance)
    name, data = parts[at]
    kind = chance.randrange(6)
    if kind == 0 and len(parts) > 1:
        del parts[at]
    elif kind == 1:
        parts[at] = (name, b"")
    elif kind == 2:
        parts.append((f"copy-of/{name}", data))
    elif kind == 3:
        parts[at] = (chance.choice((name.upper(), f"../{name}", f"/{name}", f"{name}/", "a")), data)
    elif kind == 4:
        parts[at] = (name, spoilt(data, chance))
    else:
        parts[at] = (name, parts[_which(parts, chance)][1])


def _attribute(parts: Parts, chance: Random) -> None:
    """An attribute of an element says something else."""
    at = _which(parts, chance)
    name, data = parts[at]
    found = list(re.finditer(rb'="([^"<]*)"', data))
    if found:
        begin, end = chance.choice(found).span(1)
        parts[at] = (name, data[:begin] + _typed(chance) + data[end:])


def _words(parts: Parts, chance: Random) -> None:
    """What stands between two tags says something else."""
    at = _which(parts, chance)
    name, data = parts[at]
    found = list(re.finditer(rb">([^<>]*)<", data))
    if found:
        begin, end = chance.choice(found).span(1)
        parts[at] = (name, data[:begin] + _typed(chance) + data[end:])


def _number(parts: Parts, chance: Random) -> None:
    """The values of some cells."""
    at = next((at for at, (name, _) in enumerate(parts) if name.endswith("sheet1.xml")), 0)
    name, data = parts[at]
    cells = re.compile(rb"(<c [^>]*?)(?: t=\"\w*\")?(/>|>.*?</c>)", re.S)

    def other(cell: re.Match[bytes]) -> bytes:
        if chance.random() < 0.9:
            return cell[0]
        kind = chance.choice((b"", b' t="n"', b' t="d"', b' t="str"', b' t="b"', b' t="e"'))
        typed = odd.number(chance).encode("utf-8")
        return cell[1].rstrip(b"/") + kind + b"><v>" + typed + b"</v></c>"

    parts[at] = (name, cells.sub(other, data))


def _typed(chance: Random) -> bytes:
    text = chance.choice(
        (odd.number(chance), odd.text(chance), "A1", "XFD1048576", "ZZZZ9999999", "A0", "A1:A1",
         "A1:XFD1048576", "B2:A1", "-1", "4294967296", "n", "s", "inlineStr", "e", "b", "d", "str")
    )  # fmt: skip
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace('"', "&quot;")
        .encode("utf-8", "replace")
    )


def _element(parts: Parts, chance: Random) -> None:
    """An element gone, there twice, or very often."""
    at = _which(parts, chance)
    name, data = parts[at]
    found = list(re.finditer(rb"<(\w+)\b[^>]*?(?:/>|>.*?</\1>)", data, re.S))
    if found:
        one = chance.choice(found)
        times = chance.choice((0, 2, 2, 50, 2_000))
        times = min(times, 2_000_000 // max(1, len(one[0])))
        parts[at] = (name, data[: one.start()] + one[0] * times + data[one.end() :])


def _entities(parts: Parts, chance: Random) -> None:
    """Entities that stand for entities, or for a file."""
    at = _which(parts, chance)
    name, data = parts[at]
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    kind = chance.choice((f'<!ENTITY e0 "a">{levels}', '<!ENTITY e8 SYSTEM "file:///etc/passwd">'))
    head, _, rest = data.partition(b"?>")
    if not rest:
        head, rest = b'<?xml version="1.0"', data
    rest = re.sub(rb">([^<>]+)<", b">&e8;<", rest, count=1)
    parts[at] = (name, head + b"?><!DOCTYPE a [" + kind.encode() + b"]>" + rest)


def _coded(parts: Parts, chance: Random) -> None:
    """XML in another encoding than it says, or than is usual."""
    at = _which(parts, chance)
    name, data = parts[at]
    code = chance.choice(("utf-16", "latin-1", "utf-8-sig", "utf-32"))
    parts[at] = (name, data.decode("utf-8", "replace").encode(code, "replace"))


def _large(parts: Parts, chance: Random) -> None:
    """A part that unpacks to much."""
    at = _which(parts, chance)
    name, data = parts[at]
    more = chance.choice((b" ", b"<a/>", b"<!-- -->")) * chance.choice((100_000, 4_000_000))
    head, mark, rest = data.rpartition(b"</")
    parts[at] = (name, head + more[:20_000_000] + mark + rest)


PARTS: list[Callable[[Parts, Random], None]] = [
    _part, _number, _number, _attribute, _attribute, _attribute, _words, _words, _element,
    _element, _entities, _coded, _large,
]  # fmt: skip
