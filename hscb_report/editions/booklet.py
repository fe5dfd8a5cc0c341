"""The booklet: the summary on A5 pages, for a press in reading order or for an office printer two on a side.

Pages are laid out for a sheet a quarter larger and drawn four fifths as large, so nothing is below 9 pt.
"""

from __future__ import annotations

from dataclasses import replace

from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import Purpose
from hscb_report.brand.typography import BOOKLET, BOOKLET_ZOOM
from hscb_report.editions import a4
from hscb_report.editions.publication import Publication
from hscb_report.page.context import MM, Paper
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary

A5 = Paper(width=148 * MM, height=210 * MM, side=13 * MM, top=13 * MM, bottom=19 * MM)
HALF_A4 = replace(A5, width=148.5 * MM)
"""For an office printer: two fill the sheet."""


def compose(summary: Summary, board: Board, brand: Brand) -> Publication:
    """Lay the summary out on A5; on paper the pages are a multiple of four."""
    paper = HALF_A4 if brand.purpose is Purpose.OFFICE else A5
    return a4.compose(summary, board, brand, a4.Layout(paper.zoomed(BOOKLET_ZOOM), BOOKLET), multiple_of=1 if brand.purpose is Purpose.SCREEN else 4)
