"""PDF/A-2b, ISO 19005-2 level B: long-term archiving of what is seen.

6.2.3 output intent: a file that names one for PDF/X too shares its profile (the same object);
6.2.11.7 Unicode for every character, which level B does not ask for and every search does.
"""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name

from hscb_report.pdf.facts import Facts
from hscb_report.pdf.tounicode import rewrite
from hscb_report.pdf.xmp import Property

_SPACE = "http://www.aiim.org/pdfa/ns/id/"


def finish(pdf: pikepdf.Pdf, facts: Facts) -> list[Property]:
    """Name the colour space by the profile of the press, and claim 2b. The file is for a press:
    PDF/X-4 comes first.
    """
    press = pdf.Root.OutputIntents[0]
    shared = Dictionary(
        {
            key: press[key]
            for key in (
                "/Type",
                "/OutputConditionIdentifier",
                "/RegistryName",
                "/OutputCondition",
                "/Info",
                "/DestOutputProfile",
            )
        }
    )
    shared.S = Name.GTS_PDFA1
    pdf.Root.OutputIntents = Array([press, pdf.make_indirect(shared)])
    rewrite(pdf)
    return [Property("pdfaid", _SPACE, "part", "2"), Property("pdfaid", _SPACE, "conformance", "B")]
