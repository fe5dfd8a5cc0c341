"""Boxes of flowables: columns, rows of equal height, cards. Each is whole: none splits."""

from __future__ import annotations

from collections.abc import Sequence

from hscb_report.page.flowable import Flowable
from hscb_report.page.look import Look
from hscb_report.page.text import UNLIMITED

RADIUS = 7.0
MOST_SPARE = 1.4
"""A card is stretched up to so many times its own height, to end with its neighbours."""


def height_of(flowable: Flowable, width: float) -> float:
    """The height a flowable takes at a width, pt."""
    return flowable.wrap(width, UNLIMITED)[1]


class Box(Flowable):
    """A flowable whose height may grow beyond what it needs.

    Attributes:
        grows: whether it takes spare height where it stands among others.
    """

    grows = False

    @property
    def takes(self) -> float:
        """How much of the spare height of a page it can use, pt."""
        return 0.0

    @property
    def gives(self) -> float:
        """How much lower it may become so that it still fits a page, pt."""
        return 0.0

    def stretch(self, height: float) -> None:
        """Take this height, at least the one it has; call it when it is wrapped."""
        self.height = max(self.height, height)

    def fill(self, spare: float) -> float:
        """Take what it can use of the spare height of a page, and say how much, pt."""
        before = self.height
        if self.takes:
            self.stretch(before + spare)
        return self.height - before

    def give(self, height: float) -> None:
        """Become lower by so much, pt, at most what it ``gives``."""


def stretch(flowable: Flowable, height: float) -> None:
    """Give a wrapped box more height; text keeps its own."""
    if isinstance(flowable, Box):
        flowable.stretch(height)


class Column(Box):
    """Flowables one below the other.

    Args:
        parts: from top to bottom.
        gaps: the space above each but the first: one number for all, or one for each.
    """

    def __init__(self, parts: Sequence[Flowable], gaps: float | Sequence[float] = 0.0) -> None:
        super().__init__()
        self.parts = list(parts)
        self.gaps = [gaps] * (len(self.parts) - 1) if isinstance(gaps, (int, float)) else list(gaps)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The sum of the heights and the gaps."""
        self.width = availWidth
        self.heights = [height_of(part, availWidth) for part in self.parts]
        self.height = sum(self.heights) + sum(self.gaps)
        return self.width, self.height

    def stretch(self, height: float) -> None:
        """Share spare height among the boxes that grow; what they leave stays below."""
        growing = [i for i, part in enumerate(self.parts) if isinstance(part, Box) and part.grows]
        spare = max(0.0, height - self.height)
        for i in growing:
            stretch(self.parts[i], self.heights[i] + spare / len(growing))
            self.heights[i] = self.parts[i].height
        super().stretch(height)

    @property
    def takes(self) -> float:
        """As much as the parts together."""
        return sum(part.takes for part in self.parts if isinstance(part, Box))

    @property
    def gives(self) -> float:
        """As much as the parts together."""
        return sum(part.gives for part in self.parts if isinstance(part, Box))

    def fill(self, spare: float) -> float:
        """Leave it to the parts, one after the other."""
        before = self.height
        for i, part in enumerate(self.parts):
            more = part.fill(spare - (self.height - before)) if isinstance(part, Box) else 0.0
            self.heights[i] += more
            self.height += more
        return self.height - before

    def give(self, height: float) -> None:
        """Leave it to the parts, each by its share of what they give."""
        share = height / (self.gives or height)
        for i, part in enumerate(self.parts):
            if isinstance(part, Box) and (by := part.gives * share):
                part.give(by)
                self.heights[i] -= by
        self.height -= height

    def draw(self) -> None:
        """Draw from the top down."""
        y = self.height
        for part, height, gap in zip(self.parts, self.heights, [*self.gaps, 0.0], strict=False):
            part.drawOn(self.canv, 0, y - height)
            y -= height + gap


class Space(Flowable):
    """Nothing, of a height in pt."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.width, self.height = 0.0, height

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its height."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw nothing."""


class Narrow(Box):
    """A flowable held to a width."""

    def __init__(self, content: Flowable, most: float) -> None:
        super().__init__()
        self.content, self.most = content, most

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """No wider than it may be."""
        self.width, self.height = self.content.wrap(min(availWidth, self.most), availHeight)
        return self.width, self.height

    @property
    def takes(self) -> float:
        """As much as the content."""
        return self.content.takes if isinstance(self.content, Box) else 0.0

    def fill(self, spare: float) -> float:
        """Leave it to the content."""
        taken = self.content.fill(spare) if isinstance(self.content, Box) else 0.0
        self.height += taken
        return taken

    def draw(self) -> None:
        """Draw the content."""
        self.content.drawOn(self.canv, 0, 0)


class Grid(Box):
    """Rows of cells; the cells of a row are of one height.

    Args:
        rows: each a list of (width in pt, flowable).
        gutter: between the cells, and between the rows, pt.
    """

    grows = True

    def __init__(self, rows: Sequence[Sequence[tuple[float, Flowable]]], gutter: float) -> None:
        super().__init__()
        self.rows, self.gutter = rows, gutter

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The sum of the rows, each as high as its highest cell."""
        self.width = availWidth
        self.heights = [max(height_of(cell, width) for width, cell in row) for row in self.rows]
        self._level()
        return self.width, self.height

    def _level(self) -> None:
        for row, height in zip(self.rows, self.heights, strict=True):
            for _, cell in row:
                stretch(cell, height)
        self.height = sum(self.heights) + self.gutter * (len(self.rows) - 1)

    def stretch(self, height: float) -> None:
        """Share spare height among the rows."""
        spare = max(0.0, height - self.height) / len(self.rows)
        self.heights = [own + spare for own in self.heights]
        self._level()

    def _taking(self, row: Sequence[tuple[float, Flowable]]) -> tuple[list[Box], float]:
        """The cells of a row that can use spare height, and what all of these can use."""
        boxes = [cell for _, cell in row if isinstance(cell, Box) and cell.takes]
        return boxes, min((cell.takes for cell in boxes), default=0.0)

    @property
    def takes(self) -> float:
        """In each row as much as all can use that use any."""
        return sum(self._taking(row)[1] for row in self.rows)

    def fill(self, spare: float) -> float:
        """Row by row; those beside what takes it are levelled with it."""
        before, taken = self.height, 0.0
        for i, row in enumerate(self.rows):
            boxes, most = self._taking(row)
            more = min(most, max(0.0, spare - taken))
            taken += more
            for cell in boxes:
                cell.fill(more)
            self.heights[i] = max([self.heights[i], *(cell.height for cell in boxes)])
        self._level()
        return self.height - before

    def draw(self) -> None:
        """Draw row by row."""
        top = self.height
        for row, height in zip(self.rows, self.heights, strict=True):
            x = 0.0
            for width, cell in row:
                cell.drawOn(self.canv, x, top - cell.height)
                x += width + self.gutter
            top -= height + self.gutter


class Card(Box):
    """A ground with round corners around a flowable, which stands in the middle of spare height.

    Args:
        ground: the token of the ground.
        padding: at the sides, and above and below, pt; the look's unless told.
    """

    grows = True

    def __init__(
        self,
        content: Flowable,
        look: Look,
        ground: str = "card",
        padding: tuple[float, float] | None = None,
    ) -> None:
        super().__init__()
        self.content, self.brand, self.ground = content, look.brand, ground
        self.padding_x, self.padding_y = padding or (look.padding, look.padding)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The content and the padding around it."""
        self.width = availWidth
        self.inner = height_of(self.content, availWidth - 2 * self.padding_x)
        self.height = self.inner + 2 * self.padding_y
        return self.width, self.height

    def stretch(self, height: float) -> None:
        """Take this height, unless most of the ground would be empty then."""
        if height <= MOST_SPARE * self.height:
            super().stretch(height)

    def draw(self) -> None:
        """The ground as an artifact, then the content."""
        canvas = self.canv
        with canvas.artifact():
            canvas.setFillColor(self.brand.ground(self.ground))
            canvas.roundRect(0, 0, self.width, self.height, RADIUS, stroke=0, fill=1)
        spare = self.height - self.inner - 2 * self.padding_y
        self.content.drawOn(canvas, self.padding_x, self.padding_y + spare / 2)
