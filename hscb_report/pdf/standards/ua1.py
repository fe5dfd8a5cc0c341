"""PDF/UA-1, ISO 14289-1: universal accessibility.

The canvas and the structure tree do the work (7.1 tagged or artifact, 7.2 language and text,
7.3 graphics, 7.4 headings, 7.5 tables, 7.6 lists, 7.18 annotations); here the file says so
(clause 5) and shows its title (7.1).
"""

from __future__ import annotations

import pikepdf
from pikepdf import Dictionary

from hscb_report.pdf.facts import Facts
from hscb_report.pdf.xmp import Property


def finish(pdf: pikepdf.Pdf, facts: Facts) -> list[Property]:
    """Show the title in the window, and claim part 1."""
    preferences = pdf.Root.get("/ViewerPreferences", Dictionary())
    preferences.DisplayDocTitle = True
    pdf.Root.ViewerPreferences = preferences
    return [
        Property(
            "pdfuaid",
            "http://www.aiim.org/pdfua/ns/id/",
            "part",
            "1",
            (
                "PDF/UA universal accessibility schema",
                "Which part of ISO 14289 the file conforms to",
            ),
        )
    ]
