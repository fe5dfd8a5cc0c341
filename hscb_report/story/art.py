"""What is shown beside the numbers: the board's logo, photographs, and the partners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hscb_report.pictures.gather import Art
from hscb_report.summary.board import Board, Inked
from hscb_report.summary.document import Summary
from hscb_report.summary.keys import names_in

if TYPE_CHECKING:
    from hscb_report.pictures.drawing import Drawing
    from hscb_report.pictures.photo import Photo

PHOTO_BYTES = 260_000
"""All photographs of a file for the screen together are to take at most so many bytes, so that a
board's PDF stays below 500,000.
"""


@dataclass(frozen=True)
class Logo:
    """The board's logo.

    Attributes:
        alt: what it says.
        versions: ``colour``, and others by name.
        least: it is never drawn narrower, mm.
        inks: of its colours where they are given, per cent.
    """

    alt: str
    versions: Mapping[str, Drawing]
    least: float
    inks: Inked = field(default_factory=dict)


@dataclass(frozen=True)
class Picture:
    """A photograph, and who made it.

    Attributes:
        name: in the content.
        alt: what it shows, in words.
        credit: who made it and what allows its use; stands below it.
        share: the bytes it may take in a file for the screen.
        lang: the language of its words; empty for that of the document.
    """

    name: str
    photo: Photo
    alt: str
    credit: str
    share: int = PHOTO_BYTES
    lang: str = ""

    def said(self) -> Iterator[str]:
        """What it shows, then who made it."""
        yield from (self.alt, self.credit)


@dataclass(frozen=True)
class Partner:
    """An organisation; its name stands where there is no drawing."""

    name: str
    url: str = ""
    drawing: Drawing | None = None
    inks: Inked = field(default_factory=dict)


@dataclass(frozen=True)
class Partners:
    """Organisations side by side."""

    partners: tuple[Partner, ...]

    def said(self) -> Iterator[str]:
        """Their names."""
        yield from (partner.name for partner in self.partners)


NO_PARTNERS = Partners(())


def logo_of(board: Board, art: Art) -> Logo | None:
    """The board's logo; None where there is none, and the wordmark stands in its place."""
    if board.logo is None or "colour" not in art.logo:
        return None
    given = board.logo
    return Logo(given.alt or board.name, art.logo, float(given.least_mm), given.inks)


def partners_of(board: Board, art: Art) -> Partners:
    """The partners in the board's order."""
    return Partners(
        tuple(
            Partner(one.name, one.web or "", art.partners.get(index), one.inks)
            for index, one in enumerate(board.partners)
        )
    )


def picture_of(name: str, summary: Summary, art: Art) -> Picture:
    """A photograph by its name."""
    given = summary.pictures[name]
    shown = set(names_in(summary, "picture"))
    return Picture(
        name,
        art.photos[name],
        given.alt,
        f"{given.credit}, {given.licence}",
        PHOTO_BYTES // max(1, len(shown)),
        given.lang or "",
    )
