"""What an edition hands back: pages that are laid out and know how to draw themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hscb_report.errors import Misfit, Remark
from hscb_report.page.look import Paper
from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.structure import Element


@dataclass(frozen=True)
class Page:
    """A page of a publication, or a panel of a leaflet.

    Attributes:
        name: what a printer would call it; empty for a page that only has a number.
        draw: draws it on a canvas whose origin is the page's lower left corner.
    """

    paper: Paper
    draw: Callable[[ReportCanvas], None]
    name: str = ""


@dataclass(frozen=True)
class Publication:
    """An edition, laid out.

    Attributes:
        pages: in reading order.
        structure: the tree a screen reader reads.
        misfits: what did not fit, all of it; such a publication is not written.
        draft: whether it is marked as one.
        blanks: how many of its pages are blank.
        short: what pages lack that are less than two thirds full, the last but for a back cover
            apart, as a share of a page.
        parted: how bad it is where its pages end, as ``spacing`` counts it.
        remarks: what whoever builds it should know: what was left out, what is nearly empty.
    """

    title: str
    language: str
    pages: list[Page]
    structure: Element
    misfits: list[Misfit] = field(default_factory=list)
    draft: bool = False
    blanks: int = 0
    short: float = 0.0
    parted: float = 0.0
    remarks: list[Remark] = field(default_factory=list)
