"""PDF/X-4, ISO 15930-7:2010: complete exchange of printing data, colour-managed, for one printing
condition.

6.2.2 and 6.2.3 output intent with its profile; 6.6 trapping; 6.9 metadata (the version identifier
and the identifiers of XMP Media Management); 6.12 page boxes, which the canvas has set.
Transparency would be allowed, and none is used.
"""

from __future__ import annotations

import uuid

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from hscb_report.brand import resources
from hscb_report.pdf.facts import Facts
from hscb_report.pdf.xmp import Property

PROFILE = resources.profile("FOGRA39L_coated.icc")
CONDITION = "FOGRA39"
"""The name of the printing condition in the ICC's registry: offset on coated paper, ISO
12647-2:2004.
"""
_MM = "http://ns.adobe.com/xap/1.0/mm/"


def finish(pdf: pikepdf.Pdf, facts: Facts) -> list[Property]:
    """Name the printing condition with its profile, say that nothing is trapped, and claim
    PDF/X-4.
    """
    profile = pdf.make_stream(PROFILE.read_bytes(), N=4, Alternate=Name.DeviceCMYK)
    pdf.Root.OutputIntents = Array(
        [
            pdf.make_indirect(
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name.GTS_PDFX,
                    OutputConditionIdentifier=String(CONDITION),
                    RegistryName=String("http://www.color.org"),
                    OutputCondition=String("Offset printing on coated paper, ISO 12647-2:2004"),
                    Info=String("FOGRA39L coated"),
                    DestOutputProfile=profile,
                )
            )
        ]
    )
    pdf.trailer.Info.Trapped = Name("/False")
    identity = uuid.uuid5(
        uuid.NAMESPACE_URL, f"{facts.title} {facts.created.isoformat()} {facts.tool} {facts.digest}"
    )
    return [
        Property(
            "pdfxid",
            "http://www.npes.org/pdfx/ns/id/",
            "GTS_PDFXVersion",
            "PDF/X-4",
            ("PDF/X identification schema", "Which part of ISO 15930 the file conforms to"),
            "Text",
        ),
        Property(
            "pdf",
            "http://ns.adobe.com/pdf/1.3/",
            "Trapped",
            "False",
            ("Adobe PDF schema", "Whether the file is trapped"),
            "Boolean",
        ),
        Property("xmpMM", _MM, "DocumentID", f"uuid:{identity}"),
        Property("xmpMM", _MM, "VersionID", "1"),
        Property("xmpMM", _MM, "RenditionClass", "default"),
    ]
