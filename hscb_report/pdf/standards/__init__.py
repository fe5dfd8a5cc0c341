"""Standards as a table: a row each, with all that the making of a file asks of it.

What judges a file (``preflight/``) keeps a table of its own on purpose: nobody is a judge in his
own cause.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hscb_report.pdf.facts import Facts
from hscb_report.pdf.standards import a2b, a3a, ua1, x4
from hscb_report.pdf.xmp import Property

if TYPE_CHECKING:
    import pikepdf


@dataclass(frozen=True)
class Standard:
    """One standard.

    Attributes:
        title: as people call it, with the number of the standard.
        version: the newest version of PDF that it builds on.
        finish: changes the open file where the canvas could not, and returns the XMP properties by
            which the file says what it is. It repairs nothing: what is drawn is right already, or
            the file fails its preflight.
        tagged: whether a file must have a structure tree.
        attachments: whether it may carry files.
        after: the standards that a file is finished for before this one.
    """

    title: str
    version: str
    finish: Callable[[pikepdf.Pdf, Facts], list[Property]]
    tagged: bool = False
    attachments: bool = False
    after: tuple[str, ...] = ()


STANDARDS: dict[str, Standard] = {
    "ua1": Standard("PDF/UA-1 (ISO 14289-1)", "1.7", ua1.finish, tagged=True, attachments=True),
    "a3a": Standard("PDF/A-3a (ISO 19005-3)", "1.7", a3a.finish, tagged=True, attachments=True),
    "x4": Standard("PDF/X-4 (ISO 15930-7)", "1.6", x4.finish),
    "a2b": Standard("PDF/A-2b (ISO 19005-2)", "1.7", a2b.finish, after=("x4",)),
}
"""The standards by the names that ``products`` and ``verify`` use."""


def version_for(standards: Sequence[str]) -> str:
    """The newest version of PDF that all of them build on."""
    return min(STANDARDS[name].version for name in standards)


def refuse(standards: Sequence[str], tagged: bool) -> None:
    """Refuse to finish a file for standards that it cannot hold, or in an order that does not do.

    Args:
        tagged: whether the file has a structure tree.

    Raises:
        ValueError: in one sentence why: a fault of whoever asked.
    """
    for place, name in enumerate(standards):
        row = STANDARDS[name]
        if row.tagged and not tagged:
            raise ValueError(f"{row.title} asks for tags, and the file has none")
        for other in row.after:
            if other not in standards[:place]:
                raise ValueError(f"{row.title} builds on {STANDARDS[other].title}: name that first")
