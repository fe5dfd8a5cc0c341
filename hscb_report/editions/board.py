"""The board edition: A4 for screen and board papers, the printed summary page by page."""

from __future__ import annotations

from collections.abc import Mapping

from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import SCALE
from hscb_report.editions import pages
from hscb_report.editions.publication import Publication
from hscb_report.page.context import A4
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary

LAYOUT = pages.Layout(A4, SCALE)


def compose(
    summary: Summary, board: Board, brand: Brand, earlier: Mapping[str, Summary] | None = None
) -> Publication:
    """Lay the summary out on A4 in up to twelve columns."""
    return pages.compose(summary, board, brand, LAYOUT, earlier)
