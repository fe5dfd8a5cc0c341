"""Where each page or panel of a publication stands on the sheet, and where the sheet is folded.

Sizes are those UK print shops ask for: a panel that is folded in is 3 mm narrower than the others.
All lengths in pt; sides are seen as they are printed, the second after the sheet is turned like a
page of a book (over its short edge, for a sheet that lies across).
"""

from __future__ import annotations

from dataclasses import dataclass

from hscb_report.pdf.boxes import BLEED, MM
from hscb_report.pdf.leaf import Reach

FOLDS = ("roll", "z", "half")
OFFICE_MARGIN = 5 * MM
"""What an office printer cannot reach, at each edge."""


@dataclass(frozen=True)
class Slot:
    """A page on a side.

    Attributes:
        page: its index in the publication; None for a blank.
        x: its left edge from that of the trimmed side.
        width: its own.
    """

    page: int | None
    x: float
    width: float


@dataclass(frozen=True)
class Side:
    """One side of a sheet.

    Attributes:
        name: ``outside``, ``inside``, or a page's number.
        places: from left to right.
        folds: from the left edge of the trim.
    """

    name: str
    width: float
    height: float
    places: tuple[Slot, ...]

    @property
    def folds(self) -> tuple[float, ...]:
        """Between neighbouring places."""
        return tuple(place.x for place in self.places[1:])

    def reach(self, place: Slot, amount: float) -> Reach:
        """How far grounds of a page run past its edges: at the edges of the sheet ``amount``, at
        folds nothing.
        """
        first, last = place is self.places[0], place is self.places[-1]
        return Reach(amount if first else 0.0, amount, amount if last else 0.0, amount)


@dataclass(frozen=True)
class Fold:
    """A folded leaflet made of one sheet.

    Attributes:
        name: as printers call it.
        folded: what the folded leaflet is called.
        height: of the sheet.
        outside, inside: the panels from left to right: role and width.
        reading: the roles as they are read.
    """

    name: str
    folded: str
    height: float
    outside: tuple[tuple[str, float], ...]
    inside: tuple[tuple[str, float], ...]
    reading: tuple[str, ...]

    def width(self, role: str) -> float:
        """The width of a panel."""
        return dict((*self.outside, *self.inside))[role]

    def sides(self) -> list[Side]:
        """Both sides of the sheet; a page's index is its place in ``reading``."""
        return [self._side("outside", self.outside), self._side("inside", self.inside)]

    def _side(self, name: str, panels: tuple[tuple[str, float], ...]) -> Side:
        places, x = [], 0.0
        for role, width in panels:
            places.append(Slot(self.reading.index(role), x, width))
            x += width
        return Side(name, x, self.height, tuple(places))


def _panels(*panels: tuple[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple((role, width * MM) for role, width in panels)


LEAFLETS: dict[str, Fold] = {
    "roll": Fold(
        "roll fold (letter fold)",
        "DL",
        210 * MM,
        _panels(("flap", 97), ("back", 100), ("front", 100)),
        _panels(("inside 1", 100), ("inside 2", 100), ("inside 3", 97)),
        ("front", "inside 1", "inside 2", "inside 3", "flap", "back"),
    ),
    # The front is turned over to the left and shows inside 1 and 2. The panel beside them is folded
    # behind, so it is the one seen on the back; the other two of the outside are read last.
    "z": Fold(
        "Z fold (concertina)",
        "DL",
        210 * MM,
        _panels(("inside 3", 99), ("flap", 99), ("front", 99)),
        _panels(("inside 1", 99), ("inside 2", 99), ("back", 99)),
        ("front", "inside 1", "inside 2", "inside 3", "flap", "back"),
    ),
    "half": Fold(
        "half fold",
        "A5",
        210 * MM,
        _panels(("back", 148.5), ("front", 148.5)),
        _panels(("inside 1", 148.5), ("inside 2", 148.5)),
        ("front", "inside 1", "inside 2", "back"),
    ),
}
"""The folds of an A4 sheet. Widths sum up to 297 mm on both sides."""


def singles(sizes: list[tuple[float, float]]) -> list[Side]:
    """A side for each page: what screens show, and what printers ask for to impose it
    themselves.
    """
    return [
        Side(f"page {index + 1}", width, height, (Slot(index, 0.0, width),))
        for index, (width, height) in enumerate(sizes)
    ]


def booklet(count: int, width: float, height: float) -> list[Side]:
    """Two pages on a side, for a duplex printer that flips on the short edge; folded once and
    stapled.

    Args:
        count: of the pages; blanks make it a multiple of four.
        width, height: of a page.
    """
    total = -(-count // 4) * 4
    sides = []
    for sheet in range(total // 4):
        first, last = 2 * sheet, total - 1 - 2 * sheet
        for name, left, right in (
            (f"sheet {sheet + 1}, outside", last, first),
            (f"sheet {sheet + 1}, inside", first + 1, last - 1),
        ):
            pages = [page if page < count else None for page in (left, right)]
            sides.append(
                Side(
                    name,
                    2 * width,
                    height,
                    (Slot(pages[0], 0.0, width), Slot(pages[1], width, width)),
                )
            )
    return sides


def reach_of(purpose: str) -> float:
    """How far grounds run past the edge of the sheet: into the bleed, or short of what an office
    printer reaches, pt.
    """
    return {"press": BLEED, "office": -OFFICE_MARGIN}.get(purpose, 0.0)
