"""A chart's picture as a flowable, inside the Figure element that says what it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Box
from hscb_report.page.look import Look
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.series import Line

if TYPE_CHECKING:
    from hscb_report.charts.marks import Sheet

PLOT, LEAST_PLOT, PLOT_SHARE = 128.0, 66.0, 0.28
"""The height that lines themselves have: 45 mm on A4; the least, where room is scarce, pt; and
between the two as a share of the page's measure.
"""
LINE_MORE, LINE_SHARE = 48.0, 0.4
"""How much more they may be given, pt; and how high one line alone may be, as a share of its width:
beyond it they are no longer read as one shape.
"""

LEAST_MARKS = 0.45
"""The least height of a field, as a share of the one it should have."""


class Drawing(Flowable):
    """A chart, drawn as vectors."""

    def __init__(self, sheet: Sheet, element: Element) -> None:
        super().__init__()
        self.sheet, self.element = sheet, element

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its own size: a chart is drawn for the width it has."""
        self.width, self.height = self.sheet.width, self.sheet.height
        return self.width, self.height

    def draw(self) -> None:
        """Draw, and tell the element where it stands."""
        from hscb_report.charts import renderer

        lower, upper = (0.0, 0.0), (self.sheet.width, self.sheet.height)
        self.element.box = (
            *self.canv.absolutePosition(*lower),
            *self.canv.absolutePosition(*upper),
        )
        with self.canv.tagged(self.element):
            renderer.draw(self.sheet, self.canv)


class Artifact(Flowable):
    """A drawing that was read elsewhere."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its own size."""
        self.width, self.height = self.sheet.width, self.sheet.height
        return self.width, self.height

    def draw(self) -> None:
        """Draw, for eyes alone."""
        from hscb_report.charts import renderer

        with self.canv.artifact():
            renderer.draw(self.sheet, self.canv)


class MarksDrawing(Box):
    """A field of marks that are set larger or smaller, as its page has room.

    Args:
        draw: makes it for a height, pt, or something lower; None where the marks would be too
            small.
        height: the least it may have, the one it should have, and the most, pt.
    """

    def __init__(
        self,
        draw: Callable[[float], Sheet | None],
        height: tuple[float, float, float],
        element: Element,
    ) -> None:
        super().__init__()
        self.make, self.element = cache(draw), element
        self.least, own, self.most = height
        self.height = 0.0
        self._set(own)

    @property
    def takes(self) -> float:
        """Up to the most it may have."""
        larger = self.make(self.most)
        return max(0.0, larger.height - self.height) if larger else 0.0

    @property
    def gives(self) -> float:
        """Down to marks that are still seen."""
        smaller = self.make(self.least) if self.least < self.height else None
        return max(0.0, self.height - smaller.height) if smaller else 0.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its own size."""
        return self.width, self.height

    def stretch(self, height: float) -> None:
        """Set the marks larger, and keep the height: numbers below fields beside it stand on one
        line.
        """
        if height > self.height:
            self._set(height)
            self.height = max(self.height, height)

    def give(self, height: float) -> None:
        """Set the marks smaller."""
        self._set(self.height - height)

    def _set(self, height: float) -> None:
        made = self.make(height)
        if made is not None:
            self.sheet, self.width, self.height = made, made.width, made.height

    def draw(self) -> None:
        """Draw at the size it has now."""
        Drawing(self.sheet, self.element).drawOn(self.canv, 0, 0)


class LineDrawing(Box):
    """A line chart that takes the height it is given."""

    grows = True

    def __init__(self, lines: Sequence[Line], width: float, look: Look, element: Element) -> None:
        super().__init__()
        from hscb_report.charts.line import least_height

        self.lines, self.width, self.brand, self.element = lines, width, look.brand, element
        self.floor = look.floor
        plot = min(PLOT, max(LEAST_PLOT, look.paper.measure * PLOT_SHARE))
        plot = LEAST_PLOT if look.compact else plot
        self.least = self.height = least_height(lines, width, plot)
        self.more = max(LINE_MORE, LINE_SHARE * width - plot if len(lines) == 1 else 0.0)
        self.tells = self._has_room(self.least)

    def _has_room(self, height: float) -> bool:
        """Whether the change of a single series has room inside, at a height."""
        from hscb_report.charts.line import says_its_change

        return says_its_change(self.lines, self.width, height, self.floor)

    def said_below(self, look: Look, section: Element) -> list[Flowable]:
        """The change of a single series, where there is no room for it in the drawing."""
        change = self.lines[0].change if len(self.lines) == 1 else ""
        if not change or self.tells:
            return []
        said = section.add("P")
        return [words(look, change, "strong", "primary-text", element=said)]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its least height."""
        self.height = self.least
        return self.width, self.height

    @property
    def takes(self) -> float:
        """Up to a height at which the line is still read as one shape."""
        more = max(0.0, self.least + self.more - self.height)
        return more if not self.tells or self._has_room(self.height + more) else 0.0

    def stretch(self, height: float) -> None:
        """Grow as far as it takes."""
        more = min(height, self.least + self.more)
        if not self.tells or self._has_room(more):
            super().stretch(more)

    def draw(self) -> None:
        """Draw at the height it has now."""
        from hscb_report.charts.line import line

        sheet = line(self.lines, self.width, self.height, self.brand, self.tells, self.floor)
        Drawing(sheet, self.element).drawOn(self.canv, 0, 0)
