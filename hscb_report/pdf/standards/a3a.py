"""PDF/A-3a, ISO 19005-3 level A: long-term archiving, accessible, with attachments.

6.2.3 output intent; 6.2.11.7 Unicode for every character; 6.6 metadata; 6.7 logical structure;
6.8 and annex E associated files.
"""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from hscb_report.brand import resources
from hscb_report.pdf.facts import Attachment, Facts
from hscb_report.pdf.tounicode import rewrite
from hscb_report.pdf.xmp import Property

PROFILE = resources.profile("sRGB.icc")
_SPACE = "http://www.aiim.org/pdfa/ns/id/"


def finish(pdf: pikepdf.Pdf, facts: Facts) -> list[Property]:
    """Name the colour space, make every character readable, attach the figures, and claim 3a."""
    profile = pdf.make_stream(PROFILE.read_bytes(), N=3, Alternate=Name.DeviceRGB)
    pdf.Root.OutputIntents = Array(
        [
            pdf.make_indirect(
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name.GTS_PDFA1,
                    OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
                    Info=String("sRGB IEC61966-2.1"),
                    DestOutputProfile=profile,
                )
            )
        ]
    )
    rewrite(pdf)
    if facts.attachments:
        _attach(pdf, facts)
    return [Property("pdfaid", _SPACE, "part", "3"), Property("pdfaid", _SPACE, "conformance", "A")]


def _attach(pdf: pikepdf.Pdf, facts: Facts) -> None:
    """Embedded files, each with its relationship to the document (annex E)."""
    specs = [_file_spec(pdf, attachment, facts) for attachment in facts.attachments]
    names: list[object] = []
    for attachment, spec in sorted(
        zip(facts.attachments, specs, strict=True), key=lambda pair: pair[0].name
    ):
        names += [String(attachment.name), spec]
    if Name.Names not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.EmbeddedFiles = Dictionary(Names=Array(names))
    pdf.Root.AF = Array(specs)


def _file_spec(pdf: pikepdf.Pdf, attachment: Attachment, facts: Facts) -> pikepdf.Object:
    date = String(facts.created.strftime("D:%Y%m%d%H%M%SZ"))
    stream = pdf.make_stream(
        attachment.data,
        Type=Name.EmbeddedFile,
        Subtype=Name("/" + attachment.mime),
        Params=Dictionary(Size=len(attachment.data), ModDate=date),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(attachment.description),
            AFRelationship=Name("/" + attachment.relationship),
            EF=Dictionary(F=stream, UF=stream),
        )
    )
