"""What an edition hands back."""

from __future__ import annotations

from dataclasses import dataclass

from hscb_report.errors import Misfit
from hscb_report.pdf.structure import Element


@dataclass(frozen=True)
class Composed:
    """An edition, written.

    Attributes:
        content: the file's bytes; empty where blocks did not fit.
        pages: how many.
        structure: the tree a screen reader reads.
        misfits: the blocks that did not fit, all of them.
    """

    content: bytes
    pages: int
    structure: Element
    misfits: list[Misfit]
