"""What a page paints: text, shapes and pictures, each with its place, its colour, and the tag it
stands under.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hscb_report.preflight.paint import Colour, Paint, Space
from hscb_report.preflight.shapes import Box, Outline


@dataclass(frozen=True)
class Tag:
    """The marked content something is painted in; ``mcid`` None and not an artifact: none at
    all.
    """

    mcid: int | None = None
    artifact: bool = False

    @property
    def outside(self) -> bool:
        """Whether it belongs to nothing."""
        return self.mcid is None and not self.artifact


@dataclass(frozen=True)
class Text:
    """A piece of text as it is shown: box and size in pt on the page; ``order`` counts what was
    painted before.
    """

    tag: Tag
    box: Box
    size: float
    bold: bool
    paint: Paint | None
    visible: bool
    order: int
    overprint: bool = False
    words: str = ""

    @property
    def colour(self) -> Colour | None:
        """About what a screen shows."""
        return self.paint.rgb if self.paint else None


@dataclass(frozen=True)
class Shape:
    """A filled or stroked path, or a picture (no paint); ``box`` is what its clipping path leaves
    of it, ``width`` a stroke's, pt.
    """

    tag: Tag
    box: Box
    paint: Paint | None
    outline: Outline
    even_odd: bool
    filled: bool
    order: int
    width: float = 0.0
    overprint: bool = False

    @property
    def colour(self) -> Colour | None:
        """About what a screen shows."""
        return self.paint.rgb if self.paint else None


@dataclass(frozen=True)
class Picture:
    """A picture made of pixels, a shading or a pattern.

    Attributes:
        what: ``a picture``, ``a shading``, ``a pattern``.
        space: its colour space.
        dpi: how many pixels of a picture stand in an inch; None for what has none.
    """

    box: Box
    what: str
    space: Space
    dpi: float | None = None
    overprint: bool = False


@dataclass
class Content:
    """All that a page paints.

    Attributes:
        spaces: the families of device colours that are set or stand in pictures.
        transparent: what makes it so: ``fill at 50%``, ``soft mask`` ...
    """

    texts: list[Text] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    spaces: set[str] = field(default_factory=set)
    fonts: dict[str, Any] = field(default_factory=dict)
    transparent: set[str] = field(default_factory=set)
    too_long: bool = False

    @property
    def items(self) -> list[Text | Shape]:
        """All texts, then all shapes."""
        return [*self.texts, *self.shapes]
