"""An edition by its name: laid out, with the sides it is drawn on."""

from __future__ import annotations

from hscb_report.brand.brand import Brand
from hscb_report.editions import imposition
from hscb_report.editions.imposition import Side
from hscb_report.editions.publication import Publication
from hscb_report.story.story import Story
from hscb_report.story.typography import Addresses, typeset
from hscb_report.summary.reading import Reader


def lay_out(
    edition: str, story: Story, reader: Reader, brand: Brand, fold: str = ""
) -> tuple[Publication, list[Side]]:
    """Lay an edition out for its brand's purpose.

    Args:
        edition: its name in ``products.EDITIONS``.
        story: what it says, as it was typed; it is set with typographic quotes, and with the
            addresses of its links.
        reader: whose story it is; its summary says what a leaflet shows.
        fold: one of ``products.FOLDS``, for an edition that is folded.
    """
    purpose = brand.purpose.value
    story = typeset(story, addresses_of(purpose))
    if edition == "leaflet":  # imported here: no other edition needs what shares out panels
        from hscb_report.editions import leaflet

        publication = leaflet.compose(story, reader, brand, fold)
        sides = imposition.LEAFLETS[fold].sides()
        return publication, _singles(publication) if purpose == "screen" else sides
    from hscb_report.editions import board, booklet, large_print

    if edition == "booklet":
        publication = booklet.compose(story, brand)
        if purpose == "office":
            width, height = publication.pages[0].paper.size
            return publication, imposition.booklet(len(publication.pages), width, height)
        return publication, _singles(publication)
    compose = {"board": board.compose, "large-print": large_print.compose}[edition]
    publication = compose(story, brand)
    return publication, _singles(publication)


def addresses_of(purpose: str) -> Addresses:
    """What becomes of the addresses of links. They are always printed, for what was made for a
    screen is printed too; and on paper nothing can be pressed.
    """
    return "both" if purpose == "screen" else "printed"


def _singles(publication: Publication) -> list[Side]:
    """A side for each page."""
    return imposition.singles([page.paper.size for page in publication.pages])
