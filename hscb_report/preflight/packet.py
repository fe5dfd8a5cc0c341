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

MOST_BYTES = 4_000_000
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
            return [
                one or other
                for one, other in re.findall(
                    rf"<{prefix}:{name}>\s*([^<]*?)\s*</{prefix}:{name}>|"
                    rf'\b{prefix}:{name}="([^"]*)"',
                    self.text,
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
            return re.findall(r"<dc:title>.*?<rdf:li[^>]*>\s*(.*?)\s*</rdf:li>", self.text, re.S)
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
        found = [f"ua{part.strip()}" for part in self.values("pdfuaid", "part")]
        levels = self.values("pdfaid", "conformance") or [""]
        parts = self.values("pdfaid", "part")
        found += [f"a{part.strip()}{level.strip().lower()}" for part in parts for level in levels]
        for prefix, name in (
            ("pdfxid", "GTS_PDFXVersion"),
            ("pdfvtid", "GTS_PDFVTVersion"),
            ("pdfe", "ISO_PDFEVersion"),
        ):
            found += self.values(prefix, name)
        return [plain(one) for one in found]


def plain(claim: str) -> str:
    """A claim in this tool's name for it, or what can be printed of it in few letters."""
    claim = claim.strip()
    if claim == "PDF/X-4":
        return "x4"
    return re.sub(r"[^\w./: -]", "?", claim)[:30]
