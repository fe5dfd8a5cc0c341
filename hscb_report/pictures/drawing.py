"""A logo as it is drawn: filled shapes and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hscb_report.pictures.outline import Box, Step


@dataclass(frozen=True)
class Shape:
    """A filled outline.

    Attributes:
        steps: in the drawing's units; y goes up.
        fill: ``#RRGGBB``.
        even_odd: which of the two rules says what is inside.
        box: what it fills.
    """

    steps: tuple[Step, ...]
    fill: str
    even_odd: bool
    box: Box

    @property
    def area(self) -> float:
        """Of its box."""
        return (self.box[2] - self.box[0]) * (self.box[3] - self.box[1])


@dataclass(frozen=True)
class Drawing:
    """Shapes in the order in which they are painted.

    Attributes:
        box: what is seen of all of them.
        clipped: whether some reach past it and are cut there.
    """

    shapes: tuple[Shape, ...]
    box: Box
    clipped: bool = False

    @property
    def width(self) -> float:
        """In its own units."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        """In its own units."""
        return self.box[3] - self.box[1]

    @property
    def ratio(self) -> float:
        """How much wider than high it is."""
        return self.width / self.height

    @cached_property
    def fills(self) -> tuple[str, ...]:
        """Its colours, each once, those of the largest shape first."""
        by_size = sorted(self.shapes, key=lambda shape: -shape.area)
        return tuple(dict.fromkeys(shape.fill for shape in by_size))

    def thinnest(self, width: float) -> float:
        """The thinner side of its thinnest long part where it is drawn so wide, pt; a press holds
        no line below 0.25 pt.
        """
        scale = width / self.width
        sides = (
            sorted(((one.box[2] - one.box[0]) * scale, (one.box[3] - one.box[1]) * scale))
            for one in self.shapes
        )
        return min((short for short, long in sides if long > LONG), default=width)


LONG = 10.0
"""A part longer than this is a line if it is thin, pt."""
