"""The last step: a drawn file becomes one that conforms to the standards named, byte for byte the
same each time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from hscb_report.pdf.facts import Facts


def finish(drawn: bytes, facts: Facts, standards: Sequence[str]) -> bytes:
    """Finish a file.

    Args:
        drawn: what the canvas wrote.
        standards: names from ``standards.STANDARDS``.

    Raises:
        ValueError: they ask for what the file has not, or stand in an order that does not do.
    """
    import pikepdf
    from pikepdf import Dictionary, Name, String

    from hscb_report.pdf.standards import STANDARDS, refuse, version_for
    from hscb_report.pdf.xmp import packet

    facts = replace(facts, digest=hashlib.sha256(drawn).hexdigest())
    with pikepdf.open(BytesIO(drawn)) as pdf:
        refuse(standards, tagged="/StructTreeRoot" in pdf.Root)
        date = String(facts.created.strftime("D:%Y%m%d%H%M%SZ"))
        pdf.trailer.Info = pdf.make_indirect(
            Dictionary(
                Title=String(facts.title),
                Author=String(facts.author),
                Subject=String(facts.subject),
                Creator=String(facts.tool),
                Producer=String(facts.tool),
                CreationDate=date,
                ModDate=date,
            )
        )
        properties = [prop for name in standards for prop in STANDARDS[name].finish(pdf, facts)]
        pdf.Root.Metadata = pdf.make_stream(
            packet(facts, properties), Type=Name.Metadata, Subtype=Name.XML
        )
        out = BytesIO()
        pdf.save(
            out,
            force_version=version_for(standards),
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
        return out.getvalue()
