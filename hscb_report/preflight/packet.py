"""The XMP packet of a file, read as XML; by its words alone where it is none."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

SPACES = {
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfvtid": "http://www.npes.org/pdfvt/ns/id/",
    "pdfe": "http://www.aiim.org/pdfe/ns/id/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
"""What each prefix stands for: XMP is read by namespace, for a file may choose its prefixes."""

MOST_BYTES = 1_000_000
"""Of a packet that is read as XML, which may ask for a hundred times as much; most have 10,000."""
MOST_CLAIMS = 20
"""No file needs more than one of a kind."""
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class Packet:
    """An XMP packet.

    Attributes:
        there: whether the file has one.
        text: as it is written.
        well_formed: whether it is XML.
    """

    def __init__(self, data: bytes | None) -> None:
        self.there = data is not None
        data = data or b""
        wide = data[:4].count(0) > 0 or data[:2] in (b"\xff\xfe", b"\xfe\xff")
        self.text = data.decode("utf-16" if wide else "utf-8-sig", "replace")
        self._root: ET.Element | None = None
        if data and len(data) <= MOST_BYTES:
            try:
                self._root = ET.fromstring(data.strip(b"\x00 \t\r\n"))
            except (ET.ParseError, ValueError, LookupError):
                self._root = None

    @property
    def well_formed(self) -> bool:
        """Whether it could be read as XML."""
        return self._root is not None

    def values(self, prefix: str, name: str) -> list[str]:
        """The values of a simple property, be they elements or attributes, with their blanks."""
        if self._root is None:
            full = f"{prefix}:{name}"
            return [
                one.strip() or other
                for one, other in re.findall(
                    rf'<{full}>([^<]*+)</{full}>|\b{full}="([^"]*+)"', self.text
                )
            ]
        wanted = f"{{{SPACES[prefix]}}}{name}"
        found = []
        for node in self._root.iter(f"{_RDF}Description"):
            if wanted in node.attrib:
                found.append(node.attrib[wanted])
            found += ["".join(one.itertext()) for one in node.findall(wanted)]
        return found

    def value(self, prefix: str, name: str) -> str:
        """The first of its values, or empty."""
        return next(iter(self.values(prefix, name)), "").strip()

    @property
    def titles(self) -> list[str]:
        """The titles (dc:title), one for each language."""
        if self._root is None:
            title = self.text.partition("<dc:title>")[2].partition("</dc:title>")[0]
            found = re.findall(r"<rdf:li[^<>]*+>([^<]*+)</rdf:li>", title)
            return [one.strip() for one in found]
        return [
            (item.text or "").strip()
            for title in self._root.iter(f"{{{SPACES['dc']}}}title")
            for item in title.iter(f"{_RDF}li")
        ]

    @property
    def in_no_language(self) -> bool:
        """Whether a text is left in the default language, which the catalogue has to name."""
        if self._root is None:
            return False
        return any(item.get(_LANGUAGE) == "x-default" for item in self._root.iter(f"{_RDF}li"))

    def prefixes(self, prefix: str) -> set[str]:
        """The prefixes that the file itself chooses for what we know by this one."""
        space = re.escape(SPACES[prefix])
        return set(re.findall(rf"xmlns:([\w.-]+)\s*=\s*['\"]{space}['\"]", self.text))

    @property
    def claims(self) -> list[str]:
        """The standards it names, in this tool's names, or in its own where this tool has none."""
        found = [f"ua{part.strip()}" for part in self._few("pdfuaid", "part")]
        levels = self._few("pdfaid", "conformance") or [""]
        parts = self._few("pdfaid", "part")
        found += [f"a{part.strip()}{level.strip().lower()}" for part in parts for level in levels]
        for prefix, name in (
            ("pdfxid", "GTS_PDFXVersion"),
            ("pdfvtid", "GTS_PDFVTVersion"),
            ("pdfe", "ISO_PDFEVersion"),
        ):
            found += self._few(prefix, name)
        return [plain(one) for one in found[:MOST_CLAIMS]]

    def _few(self, prefix: str, name: str) -> list[str]:
        """The first values of a property that differ."""
        return list(dict.fromkeys(self.values(prefix, name)))[:MOST_CLAIMS]


def plain(claim: str) -> str:
    """A claim in this tool's name for it, or what can be printed of it in few letters."""
    claim = claim.strip()
    if claim == "PDF/X-4":
        return "x4"
    return re.sub(r"[^\w./: -]", "?", claim)[:30]
