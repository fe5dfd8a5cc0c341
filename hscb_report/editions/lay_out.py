"""An edition by its name: laid out, with the sides it is drawn on."""

from __future__ import annotations

from collections.abc import Mapping

from hscb_report.brand.brand import Brand
from hscb_report.editions import board as board_edition
from hscb_report.editions import booklet, imposition, large_print, leaflet
from hscb_report.editions.imposition import Side
from hscb_report.editions.publication import Publication
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary


def lay_out(
    edition: str,
    summary: Summary,
    board: Board,
    brand: Brand,
    fold: str = "",
    earlier: Mapping[str, Summary] | None = None,
) -> tuple[Publication, list[Side]]:
    """Lay an edition out for its brand's purpose.

    Args:
        edition: its name in ``products.EDITIONS``.
        fold: one of ``products.FOLDS``, for an edition that is folded.
        earlier: the summaries of earlier years that blocks compare it with, by period.
    """
    purpose = brand.purpose.value
    if edition == "leaflet":
        folding = imposition.LEAFLETS[fold]
        publication = leaflet.compose(summary, board, brand, folding, earlier)
        return publication, _singles(publication) if purpose == "screen" else folding.sides()
    if edition == "booklet":
        publication = booklet.compose(summary, board, brand, earlier)
        paper = publication.pages[0].paper
        return publication, imposition.booklet(
            len(publication.pages), *paper.size
        ) if purpose == "office" else _singles(publication)
    publication = {"board": board_edition.compose, "large-print": large_print.compose}[edition](
        summary, board, brand, earlier
    )
    return publication, _singles(publication)


def _singles(publication: Publication) -> list[Side]:
    return imposition.singles([page.paper.size for page in publication.pages])
