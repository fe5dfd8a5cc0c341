"""Checks of fonts: embedded, in form, and of known letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from hscb_report.preflight.content import Used
from hscb_report.preflight.document import Opened
from hscb_report.preflight.glyphs import missing
from hscb_report.preflight.state import as_flags, as_text
from hscb_report.preflight.verdict import Fault

_SYMBOLIC = 4
_CID = ("/CIDFontType0", "/CIDFontType2")
_FILES = ("/Type1C", "/CIDFontType0C", "/OpenType")
_COLLECTIONS = ("GB1", "CNS1", "Japan1", "Japan2", "Korea1", "KR")
"""Of Adobe: what stands behind each code of them is public (ISO 32000-1, 9.7.5.2)."""
_ENCODINGS = ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding", "/StandardEncoding")
_NO_LETTER = ("\x00", "\ufeff", "\ufffe")


def fonts(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.21.4; ISO 19005, 6.2.11.4: every font whose letters are painted is embedded,
    and says how its codes lead to its letters.
    """
    for number, used in each_font(doc):
        inner = _inner(used.font)
        kind = used.font.get("/Subtype")
        descriptor = inner.get("/FontDescriptor")
        described = isinstance(descriptor, pikepdf.Dictionary)
        embedded = described and _file(inner, descriptor)
        if not embedded and kind != "/Type3" and used.seen:
            yield Fault(f"the font {used.name} is not embedded", number)
        leads = inner.get("/CIDToGIDMap")
        way = isinstance(leads, pikepdf.Stream) or as_text(leads) == "/Identity"
        if embedded and inner.get("/Subtype") == "/CIDFontType2" and not way:
            yield Fault(
                f"the font {used.name} does not say how its codes lead to its letters "
                "(CIDToGIDMap)",
                number,
            )
        symbolic = described and (as_flags(descriptor.get("/Flags")) or 0) & _SYMBOLIC
        if kind == "/TrueType" and symbolic and "/Encoding" in used.font:
            yield Fault(
                f"the font {used.name} says that it has signs of its own, and names an encoding "
                "beside it",
                number,
            )


def font_entries(doc: Opened) -> Iterator[Fault]:
    """ISO 19005, 6.2.11.2: what a font has to say of itself is there."""
    for number, used in each_font(doc):
        font = _inner(used.font)  # of a composite font, the one that has the letters
        kind = as_text(font.get("/Subtype"))
        composite = font is not used.font
        if font.get("/Type") != "/Font" or (composite and kind not in _CID):
            yield Fault(f"the font {used.name} does not say what it is (Type, Subtype)", number)
        if kind != "/Type3" and not isinstance(font.get("/BaseFont"), pikepdf.Name):
            yield Fault(f"the font {used.name} has no name (BaseFont)", number)
        if kind == "/Type0":
            yield Fault(f"the font {used.name} is composed of nothing (DescendantFonts)", number)
        descriptor = font.get("/FontDescriptor")
        file = descriptor.get("/FontFile3") if isinstance(descriptor, pikepdf.Dictionary) else None
        known = not isinstance(file, pikepdf.Stream) or as_text(file.get("/Subtype")) in (
            "",
            *_FILES,
        )
        if not known:
            yield Fault(f"the file of the font {used.name} is of no known kind (Subtype)", number)


def _file(inner: Any, descriptor: Any) -> bool:
    """Whether a font's file is embedded; that of a composite font's says of which kind it is."""
    if any(isinstance(descriptor.get(key), pikepdf.Stream) for key in ("/FontFile", "/FontFile2")):
        return True
    file = descriptor.get("/FontFile3")
    if not isinstance(file, pikepdf.Stream):
        return False
    composite = as_text(inner.get("/Subtype")).startswith("/CIDFont")
    return not composite or as_text(file.get("/Subtype")) in _FILES


def letters(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.21.7 and 7.21.8; ISO 19005, 6.2.11.7 and 6.2.11.8: every code that is shown
    stands for a letter, by ToUnicode, by an encoding, by the name of a glyph, or by a public
    collection of letters; and the font has that letter.
    """
    for number, used in each_font(doc):
        font = used.font
        table = doc.letters.known(font)
        named = _differences(font.get("/Encoding"))
        if missing(font, used.codes, named, doc.streams):
            yield Fault(f"the font {used.name} has no letter for what it shows (.notdef)", number)
        if any(sign in table.get(code, "") for code in used.codes for sign in _NO_LETTER):
            yield Fault(
                f"the font {used.name} maps codes to no letter (U+0000 in ToUnicode)", number
            )
        elif any(code not in table and not _by_name(font, named.get(code)) for code in used.codes):
            yield Fault(f"the font {used.name} does not say which letters it shows", number)


def each_font(doc: Opened) -> Iterator[tuple[int, Used]]:
    """Each font with the first page it is used on, and all that is shown of it on any page."""
    first: dict[Any, tuple[int, Used]] = {}
    for number, content in enumerate(doc.contents, 1):
        for key, used in content.fonts.items():
            if key in first:
                before = first[key][1]
                before.seen |= used.seen
                before.codes |= used.codes
            else:
                first[key] = (number, Used(used.name, used.font, used.seen, set(used.codes)))
    yield from first.values()


def _by_name(font: Any, name: str | None) -> bool:
    """Whether a code has a letter without ToUnicode.

    Args:
        name: of the glyph, where the encoding names one for it.
    """
    if font.get("/Subtype") == "/Type0":
        system = _inner(font).get("/CIDSystemInfo", {})
        if as_text(system.get("/Ordering")) in _COLLECTIONS:
            return bool(as_text(system.get("/Registry")) == "Adobe")
        # Codes of other encodings need not be two bytes long: a doubt is no fault.
        return as_text(font.get("/Encoding")) not in ("/Identity-H", "/Identity-V")
    encoding = font.get("/Encoding")
    base = encoding
    if isinstance(encoding, pikepdf.Dictionary):
        if name:
            return _is_letter(name)
        base = encoding.get("/BaseEncoding")
    if as_text(base) in _ENCODINGS:
        return True
    # Without one, the font's own holds, which is not looked into: a doubt is no fault.
    return font.get("/Subtype") not in ("/Type3", "/TrueType") or not _symbolic(font)


def _differences(encoding: Any) -> dict[int, str]:
    """The glyphs that an encoding's Differences name, by code."""
    listed = encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    at, found = 0, {}
    for item in listed if isinstance(listed, pikepdf.Array) else ():
        if isinstance(item, int):
            at = int(item)
        else:
            found[at] = as_text(item)[1:]
            at += 1
    return found


def _is_letter(name: str) -> bool:
    """Whether the name of a glyph says which letter it is (Adobe Glyph List)."""
    from fontTools.agl import toUnicode

    return name == ".notdef" or bool(toUnicode(name))


def _symbolic(font: Any) -> bool:
    descriptor = font.get("/FontDescriptor")
    if font.get("/Subtype") == "/Type3" or not isinstance(descriptor, pikepdf.Dictionary):
        return bool(font.get("/Subtype") == "/Type3")
    return bool((as_flags(descriptor.get("/Flags")) or 0) & _SYMBOLIC)


def _inner(font: Any) -> Any:
    """The font below a composite one; a simple one itself."""
    below = font.get("/DescendantFonts")
    if isinstance(below, pikepdf.Array) and len(below):
        return below[0] if isinstance(below[0], pikepdf.Dictionary) else font
    return font
