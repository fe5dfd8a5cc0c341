"""Standards as a table: a name, and the small function that finishes a file for it.

Each function changes the open file where the canvas could not, and returns the XMP
properties by which the file says what it is. None of them repairs: what is drawn is
right already, or the file fails its preflight.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hscb_report.pdf.facts import Facts
from hscb_report.pdf.standards import a2b, a3a, ua1, x4
from hscb_report.pdf.xmp import Property

if TYPE_CHECKING:
    import pikepdf

STANDARDS: dict[str, Callable[[pikepdf.Pdf, Facts], list[Property]]] = {
    "ua1": ua1.finish,
    "a3a": a3a.finish,
    "x4": x4.finish,
    "a2b": a2b.finish,
}
