"""Checks of what a file says of itself: metadata, title, identification, header."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pikepdf

from hscb_report.preflight.document import Opened, is_true
from hscb_report.preflight.state import as_text
from hscb_report.preflight.verdict import Fault


def metadata(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.1; ISO 19005, 6.6.2.1: there is an XMP packet, and it is in form."""
    if not doc.packet.there:
        yield Fault("the file has no XMP metadata")
        return
    kind = doc.root.Metadata.get("/Type"), doc.root.Metadata.get("/Subtype")
    if kind != ("/Metadata", "/XML"):
        yield Fault("the XMP metadata do not say that they are it (Type, Subtype)")
    if not doc.packet.well_formed:
        yield Fault("the XMP metadata are not in form: they cannot be read as XML")
    header = doc.packet.text.partition("<?xpacket")[2].partition("?>")[0]
    if re.search(r"\s(bytes|encoding)\s*=", header):
        yield Fault(
            "the XMP packet's header holds attributes that are out of use (bytes, encoding)"
        )


def titles(doc: Opened) -> Iterator[Fault]:
    """The title is the same in the metadata and in the document properties. No standard asks for
    it; people meet either.
    """
    info = doc.pdf.trailer.get("/Info")
    named = as_text(info.get("/Title")) if isinstance(info, pikepdf.Dictionary) else ""
    if doc.packet.titles and named and named not in doc.packet.titles:
        yield Fault("the title in the metadata differs from the one in the document properties")


def title_shown(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 7.1: there is a title, and the window shows it, not the file's name."""
    if not any(doc.packet.titles):
        yield Fault("the metadata have no title (dc:title)")
    preferences = doc.root.get("/ViewerPreferences")
    if not isinstance(preferences, pikepdf.Dictionary) or not is_true(
        preferences, "/DisplayDocTitle"
    ):
        yield Fault("the window would show the file's name in place of the title (DisplayDocTitle)")


def says_accessible(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 5: the metadata say that the file is PDF/UA-1, under the standard's prefix."""
    parts = doc.packet.values("pdfuaid", "part")
    if not parts:
        yield Fault("the metadata do not say that the file is PDF/UA-1 (pdfuaid:part)")
    elif any(part != "1" for part in parts):
        yield Fault(f"the metadata say PDF/UA-{_few(parts)}, not PDF/UA-1 (pdfuaid:part)")
    yield from _once(doc, "pdfuaid")


def says_archive(part: str, levels: str) -> Callable[[Opened], Iterator[Fault]]:
    """ISO 19005, 6.6.4: the metadata say which part the file conforms to, and at which level.

    Args:
        levels: the letters of the levels that will do.
    """
    name = f"PDF/A-{part}{levels[0].lower()}"

    def check(doc: Opened) -> Iterator[Fault]:
        parts = doc.packet.values("pdfaid", "part")
        said = doc.packet.values("pdfaid", "conformance")
        if not parts:
            yield Fault(f"the metadata do not say that the file is {name} (pdfaid:part)")
        elif any(one != part for one in parts):
            yield Fault(f"the metadata say PDF/A-{_few(parts)}, not {name} (pdfaid:part)")
        if parts and (not said or any(one not in list(levels) for one in said)):
            yield Fault(
                f'the metadata say level "{_few(said)}", and {name} needs '
                f"{' or '.join(levels)} (pdfaid:conformance)"
            )
        yield from _once(doc, "pdfaid")

    check.__doc__ = says_archive.__doc__
    return check


def header(doc: Opened) -> Iterator[Fault]:
    """ISO 14289-1, 6.1: the file says that it is a PDF of a version that is known."""
    if not re.search(rb"%PDF-1\.[0-7](?=[\s\x00])", doc.data[:1024]):
        yield Fault("the file does not begin as PDF 1.0 to 1.7 does")


def whole(doc: Opened) -> Iterator[Fault]:
    """ISO 19005, 6.1.2 and 6.1.3: the file begins at once, with bytes that say it is no text, and
    nothing follows its end.
    """
    first, _, rest = doc.data[:64].replace(b"\r\n", b"\n").replace(b"\r", b"\n").partition(b"\n")
    if not re.fullmatch(rb"%PDF-1\.[0-7]", first):
        yield Fault("the file does not begin with the header of PDF 1.0 to 1.7")
    elif rest[:1] != b"%" or len(rest) < 5 or min(rest[1:5]) <= 127:
        yield Fault("the line behind the header does not show that the file is binary")
    tail = doc.data[doc.data.rfind(b"%%EOF") + 5 :]
    if b"%%EOF" not in doc.data or tail not in (b"", b"\n", b"\r", b"\r\n"):
        yield Fault("something stands behind the end of the file (%%EOF)")


def _once(doc: Opened, prefix: str) -> Iterator[Fault]:
    """What is wrong with how the identification is written."""
    for name in ("part", "conformance"):
        if len(doc.packet.values(prefix, name)) > 1:
            yield Fault(f"the metadata hold {prefix}:{name} several times")
    other = doc.packet.prefixes(prefix) - {prefix}
    if other:
        yield Fault(f"the metadata call the identification {sorted(other)[0]}:, not {prefix}:")


def _few(values: list[str]) -> str:
    """What was said, in few letters."""
    return ", ".join(dict.fromkeys(re.sub(r"[^\w. -]", "?", one[:12]) for one in values[:20]))
