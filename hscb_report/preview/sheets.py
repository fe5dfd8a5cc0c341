"""What there is to see of an edition: its pages or cards as pictures, or its page for the web."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from hscb_report.artefacts import Artefact, Material
from hscb_report.build import make
from hscb_report.editions.imposition import Side
from hscb_report.editions.publication import Publication
from hscb_report.errors import Problem
from hscb_report.pdf.drawn_with import drawn_with
from hscb_report.preview.png import png
from hscb_report.preview.spots import Line
from hscb_report.produce import drawn
from hscb_report.products import EDITIONS, Order
from hscb_report.social.posts import read_listed

POINTS = 72
LEAST_DPI, MOST_DPI = 36, 300
DRAWN = 3
"""So many pictures are kept beside the one that was drawn last."""
COMPARED = 0.5
"""The scale of the pictures by which pages are compared, with their words and where these stand."""


@dataclass(frozen=True)
class Sheet:
    """A page, a side of a leaflet, or a card.

    Attributes:
        id: changes with what is seen on it, and with nothing else.
        name: what it is called.
        width, height: pt.
        folds: where it is folded, from its left edge, as shares of its width.
        words: what goes with it and is not on it: a card's alternative text and post.
    """

    id: str
    name: str
    width: float
    height: float
    folds: tuple[float, ...] = ()
    words: str = ""


class Seen:
    """An edition that can be looked at.

    Attributes:
        html: the page for the web; empty for pages.
        sheets: its pages; none for the web.
        written: of each page a digest of what it is drawn with.
        notes: what whoever builds it should know.

    Args:
        data: the PDF of its pages.
        cards: pictures that are there already, each with what it is about.
    """

    def __init__(
        self,
        html: bytes = b"",
        data: bytes = b"",
        cards: Sequence[tuple[bytes, str]] = (),
        notes: Sequence[Problem] = (),
    ) -> None:
        self.html, self._data, self._cards, self.notes = html, data, cards, list(notes)
        self.sheets: list[Sheet] = []
        self._drawn: dict[tuple[int, int], bytes] = {}
        self.written = drawn_with(data) if data else []

    @cached_property
    def _document(self) -> Any:
        import pypdfium2

        return pypdfium2.PdfDocument(self._data)

    def picture(self, number: int, dpi: int) -> bytes:
        """A page as PNG.

        Args:
            number: from 0.
            dpi: dots per inch; what is asked beyond ``LEAST_DPI`` and ``MOST_DPI`` is taken for
                these.
        """
        if self._cards:
            return self._cards[number][0]
        dpi = max(LEAST_DPI, min(MOST_DPI, dpi))
        if (number, dpi) not in self._drawn:
            drawn = self._document[number].render(scale=dpi / POINTS, rev_byteorder=True)
            self._drawn = {(number, dpi): png(drawn)} | dict(islice(self._drawn.items(), DRAWN))
        return self._drawn[number, dpi]

    def lines(self, number: int) -> list[Line]:
        """The words of a page, in the order in which they are read.

        Args:
            number: from 0.
        """
        if self._cards:
            return [Line(self._cards[number][1], (0.0, 0.0, 1.0, 1.0))]
        page = self._document[number]
        width, height = page.get_size()
        text = page.get_textpage()
        made = []
        for at in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(at)
            said = text.get_text_bounded(left, bottom, right, top)
            box = (left / width, 1 - top / height, right / width, 1 - bottom / height)
            made.append(Line(said, box))
        text.close()
        return made


def seen(edition: str, fold: str, material: Material, last: Seen | None = None) -> Seen:
    """An edition, drawn. It is not held to its standards: that is done where it is built.

    Args:
        fold: of a leaflet; empty for its default.
        last: as it was seen before: pages that are written as they were are the same.

    Raises:
        ContentError: something does not fit.
        ConformanceError: the page for the web does not hold what it promises.
    """
    kind = EDITIONS[edition]
    if kind.form == "html":
        (page,) = make(edition, Order((edition,)), material)
        return Seen(html=page.data, notes=page.notes)
    if kind.form == "txt":
        return _cards(*make(edition, Order((edition,)), material))
    # A leaflet for the screen has a page for each panel; whole sides are what is folded.
    purpose = "office" if kind.folds else "screen"
    one = drawn(edition, Order((edition,), purpose, fold or None), material, tags=False)
    made = Seen(data=one.data, notes=one.notes)
    known = dict(zip(last.written, last.sheets, strict=True)) if last and last.written else {}
    made.sheets = [
        _sheet(made, number, side, one.publication, known) for number, side in enumerate(one.sides)
    ]
    return made


def _sheet(
    made: Seen, number: int, side: Side, publication: Publication, known: Mapping[bytes, Sheet]
) -> Sheet:
    same = known.get(made.written[number])
    name = side.name or publication.pages[number].name or f"page {number + 1}"
    folds = tuple(fold / side.width for fold in side.folds)
    looks = same.id if same else _looks(made, number, side)
    return Sheet(looks, name, side.width, side.height, folds)


def _looks(made: Seen, number: int, side: Side) -> str:
    """Changes with what is seen on a page, and with nothing else."""
    bitmap = made._document[number].render(scale=COMPARED)
    digest = hashlib.blake2b(bytes(bitmap.buffer), digest_size=12)
    digest.update(repr((side.width, side.height, made.lines(number))).encode("utf-8"))
    return digest.hexdigest()


def _cards(posts: Artefact, *pictures: Artefact) -> Seen:
    """Cards, each with what is posted with it, as the file of posts has it."""
    told: dict[str, tuple[str, str]] = {}
    for card in read_listed(posts.data):
        told |= {file: (card.name, f"{card.alt}\n\n{card.post}") for file in card.files}
    names = [one.name.rpartition("/")[2] for one in pictures]
    made = Seen(
        cards=[(one.data, told[name][0]) for one, name in zip(pictures, names, strict=True)],
        notes=posts.notes,
    )
    for one, name in zip(pictures, names, strict=True):
        width, height = (int(side) for side in name.rpartition("-")[2].split(".")[0].split("x"))
        digest = hashlib.blake2b(one.data, digest_size=12).hexdigest()
        made.sheets.append(Sheet(digest, name, width, height, (), told[name][1]))
    return made
