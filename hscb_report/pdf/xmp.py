"""The XMP packet, written by hand: what pikepdf's helpers write holds the current time.

ISO 16684-1 (XMP); PDF/A's rules for it are ISO 19005-3, 6.6.2 and 6.6.3.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape  # xml.sax.saxutils would bring in a web client

from hscb_report.pdf.facts import Facts

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@dataclass(frozen=True)
class Property:
    """An identifier that a standard asks for.

    Attributes:
        prefix, namespace: of its schema, such as ``pdfuaid``.
        name, value: such as ``part``, ``1``.
        described: the schema's title and the property's meaning where PDF/A does not know the
            schema and wants it declared (ISO 19005-3, 6.6.2.3.3); None where it does.
        kind: the type of a declared value.
    """

    prefix: str
    namespace: str
    name: str
    value: str
    described: tuple[str, str] | None = None
    kind: str = "Integer"


def packet(facts: Facts, properties: Sequence[Property]) -> bytes:
    """The packet as UTF-8."""
    when = facts.created.strftime("%Y-%m-%dT%H:%M:%SZ")
    spaces = {
        "dc": "http://purl.org/dc/elements/1.1/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "pdf": "http://ns.adobe.com/pdf/1.3/",
        **{p.prefix: p.namespace for p in properties},
    }
    lines = [
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">',
        '<rdf:Description rdf:about=""'
        + "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
        + ">",
        "<dc:title><rdf:Alt><rdf:li "
        f'xml:lang="x-default">{escape(facts.title, quote=False)}</rdf:li></rdf:Alt></dc:title>',
        f"<dc:creator><rdf:Seq><rdf:li>{escape(facts.author, quote=False)}"
        "</rdf:li></rdf:Seq></dc:creator>",
        "<dc:description><rdf:Alt><rdf:li "
        f'xml:lang="x-default">{escape(facts.subject, quote=False)}</rdf:li></rdf:Alt>'
        "</dc:description>",
        f"<dc:language><rdf:Bag><rdf:li>{escape(facts.language)}</rdf:li></rdf:Bag></dc:language>",
        f"<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate><xmp:MetadataDate>{when}</xmp:MetadataDate>",
        f"<xmp:CreatorTool>{escape(facts.tool)}</xmp:CreatorTool><pdf:Producer>{escape(facts.tool)}</pdf:Producer>",
        *(f"<{p.prefix}:{p.name}>{escape(p.value)}</{p.prefix}:{p.name}>" for p in properties),
        "</rdf:Description>",
        *_schemas([p for p in properties if p.described]),
        "</rdf:RDF></x:xmpmeta>",
        '<?xpacket end="w"?>',
    ]
    return "\n".join(lines).encode("utf-8")


def _schemas(properties: Sequence[Property]) -> list[str]:
    """The extension schemas that declare properties PDF/A does not know."""
    if not properties:
        return []
    lines = [
        '<rdf:Description rdf:about="" '
        'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
        'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
        "<pdfaExtension:schemas><rdf:Bag>",
    ]
    for p in properties:
        title, meaning = p.described or ("", "")
        lines.append(
            "<rdf:li "
            f'rdf:parseType="Resource"><pdfaSchema:schema>{escape(title)}</pdfaSchema:schema>'
            f"<pdfaSchema:namespaceURI>{p.namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{p.prefix}</pdfaSchema:prefix>"
            "<pdfaSchema:property><rdf:Seq><rdf:li "
            f'rdf:parseType="Resource"><pdfaProperty:name>{p.name}</pdfaProperty:name>'
            f"<pdfaProperty:valueType>{p.kind}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
            f"<pdfaProperty:description>{escape(meaning)}</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>"
        )
    return [*lines, "</rdf:Bag></pdfaExtension:schemas></rdf:Description>"]
