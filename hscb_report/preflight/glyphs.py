"""Which glyph of an embedded font a code leads to: glyph 0, which is .notdef, stands for no letter.

Only what has to be known for that is read (ISO 32000-1, 9.6.6 and 9.7.4; OpenType 1.9, cmap); what
is read in another way than these is no fault.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from struct import error, unpack_from
from typing import Any

import pikepdf

from hscb_report.preflight.limits import COMPARISONS, TooLarge
from hscb_report.preflight.streams import Streams

NOTDEF = ".notdef"
_SYMBOLIC = 4
_Lookup = Callable[[int], int]


def missing(font: Any, codes: set[int], named: dict[int, str], streams: Streams) -> bool:
    """Whether one of the codes that are shown leads to .notdef.

    Args:
        named: the glyphs that the font's encoding names, by code.
        streams: of the document.
    """
    if any(named.get(code) == NOTDEF for code in codes):
        return True
    try:
        way = _composite(font, streams) if font.get("/Subtype") == "/Type0" else None
        way = way or _simple(font, named, streams)
        return way is not None and any(way(code) == 0 for code in codes)
    except TooLarge:
        return False  # the font is larger than is looked at, which is no fault
    except (error, IndexError):
        return False  # it is damaged, or of a kind that is not known here


def _composite(font: Any, streams: Streams) -> _Lookup | None:
    """From the codes of a composite font to glyphs, where a code is the number of a glyph."""
    below = font.get("/DescendantFonts")
    inner = below[0] if isinstance(below, pikepdf.Array) and len(below) else None
    if str(font.get("/Encoding")) not in ("/Identity-H", "/Identity-V") or inner is None:
        return None
    leads = inner.get("/CIDToGIDMap")
    if not isinstance(leads, pikepdf.Stream):
        return int
    table = streams.data(leads)
    return lambda code: int.from_bytes(table[2 * code : 2 * code + 2], "big")


def _simple(font: Any, named: dict[int, str], streams: Streams) -> _Lookup | None:
    """From the codes of a TrueType font to glyphs; a code leads to .notdef where no table of it
    leads elsewhere.
    """
    descriptor = font.get("/FontDescriptor")
    file = descriptor.get("/FontFile2") if isinstance(descriptor, pikepdf.Dictionary) else None
    if font.get("/Subtype") != "/TrueType" or not isinstance(file, pikepdf.Stream):
        return None
    flags = descriptor.get("/Flags")
    if "/Encoding" in font or not isinstance(flags, int) or not flags & _SYMBOLIC:
        return None  # by the names of glyphs, which the font may know in ways of its own
    tables = _tables(streams.data(file), streams)

    def way(code: int) -> int:
        found = [
            lookup(high + code)
            for (system, _), lookup in tables.items()
            for high in ((0, 0xF000, 0xF100, 0xF200) if system == 3 else (0,))
        ]
        return max(found, default=1)

    return way


def _tables(data: bytes, streams: Streams) -> dict[tuple[int, int], _Lookup]:
    """The tables of a font's codes, by system and encoding."""
    (count,) = unpack_from(">H", data, 4)
    for at in range(12, 12 + 16 * count, 16):
        if data[at : at + 4] == b"cmap":
            (begin,) = unpack_from(">8xI", data, at)
            break
    else:
        return {}
    found: dict[tuple[int, int], _Lookup] = {}
    (count,) = unpack_from(">2xH", data, begin)
    for at in range(begin + 4, begin + 4 + 8 * count, 8):
        system, encoding, offset = unpack_from(">HHI", data, at)
        lookup = partial(_glyph, memoryview(data)[begin + offset :], streams=streams)
        found[system, encoding] = lookup
    return found


def _glyph(table: memoryview, code: int, streams: Streams) -> int:
    """The glyph of a code; 0 for none.

    Raises:
        struct.error, IndexError: the table is damaged, or of another form.
    """
    form, *_ = unpack_from(">H", table)
    if form == 0:
        return table[6 + code] if code < 256 else 0
    if form == 6:
        first, count = unpack_from(">6xHH", table)
        inside = first <= code < first + count
        return int(unpack_from(">H", table, 10 + 2 * (code - first))[0]) if inside else 0
    if form == 4:
        return _segment(table, code, streams)
    raise IndexError(form)


def _segment(table: memoryview, code: int, streams: Streams) -> int:
    """The glyph of a code in a table of segments."""
    (double,) = unpack_from(">6xH", table)
    count = double // 2
    streams.account.spend(COMPARISONS, count)
    ends = unpack_from(f">{count}H", table, 14)
    at = next((at for at, end in enumerate(ends) if end >= code), None)
    if at is None:
        return 0
    parts = [16 + part * double + 2 * at for part in (1, 2, 3)]
    first, step, leap = (unpack_from(">H", table, part)[0] for part in parts)
    if code < first:
        return 0
    if leap == 0:
        return int(code + step) % 65536
    (glyph,) = unpack_from(">H", table, parts[2] + leap + 2 * (code - first))
    return (glyph + step) % 65536 if glyph else 0
