"""What every flowable needs to know: the sheet of paper, and how an edition is set on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import SCALE, Type
from hscb_report.pdf.boxes import MM


@dataclass(frozen=True)
class Paper:
    """A sheet and its margins, pt.

    Attributes:
        top, bottom, side: margins of a following page.
        columns, gutter: the grid inside the side margins.
        zoom: how much larger everything is drawn than it is laid out; all else is before the zoom.
    """

    width: float
    height: float
    side: float
    top: float
    bottom: float
    columns: int = 12
    gutter: float = 5 * MM
    zoom: float = 1.0

    def zoomed(self, zoom: float) -> Paper:
        """The same sheet for a layout that is drawn larger: its measures shrink, its margins on
        paper stay.
        """
        return Paper(
            self.width / zoom,
            self.height / zoom,
            self.side / zoom,
            self.top / zoom,
            self.bottom / zoom,
            self.columns,
            self.gutter,
            zoom,
        )

    @property
    def size(self) -> tuple[float, float]:
        """The real width and height."""
        return self.width * self.zoom, self.height * self.zoom

    @property
    def measure(self) -> float:
        """The width between the side margins."""
        return self.width - 2 * self.side

    def span(self, columns: int) -> float:
        """The width of so many columns with the gutters between them."""
        column = (self.measure - (self.columns - 1) * self.gutter) / self.columns
        return columns * column + (columns - 1) * self.gutter


A4 = Paper(width=210 * MM, height=297 * MM, side=15 * MM, top=15 * MM, bottom=20 * MM)


@dataclass(frozen=True)
class Look:
    """How an edition is set; it is the same from its first block to its last.

    Attributes:
        scale: the type scale.
        one_column: whether blocks stand below one another, and tables become lists.
        most_cards: how many cards may stand side by side, whatever their block would allow.
        padding: between the edge of a card and its content, pt.
        compact: whether charts are as low as they can be: numbers as rings and circles in the place
            of fields of marks.
        roomy: the keys of blocks whose charts have room all the same.
    """

    brand: Brand
    paper: Paper
    scale: Mapping[str, Type] = field(default_factory=lambda: SCALE)
    one_column: bool = False
    most_cards: int = 12
    padding: float = 16.0
    compact: bool = False
    roomy: Collection[tuple[str | int, ...]] = ()

    def of(self, key: tuple[str | int, ...]) -> Look:
        """The same for one block."""
        return replace(self, compact=False) if self.compact and key in self.roomy else self

    @property
    def floor(self) -> float:
        """The size of its notes, pt: symbols behind numbers are not smaller."""
        return self.scale["note"].size
