"""What a page paints: text, shapes and pictures, each with its place, its colour, and the tag it
stands under.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from hscb_report.preflight.paint import Colour, Paint, Space
from hscb_report.preflight.shapes import Box, Outline


@dataclass(frozen=True)
class Tag:
    """The marked content something is painted in; ``mcid`` None and not an artifact: none at
    all. ``language`` is what it names itself, not what its structure element does.
    """

    mcid: int | None = None
    artifact: bool = False
    language: str = ""

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
class Used:
    """A font as it is used.

    Attributes:
        name: as the file calls it.
        seen: whether letters of it are painted, not only kept for searching.
        codes: what was shown of it; of two bytes each where it is composite.
    """

    name: str
    font: Any
    seen: bool = False
    codes: set[int] = field(default_factory=set)

    @cached_property
    def bold(self) -> bool:
        """Whether its name says so."""
        return any(word in self.name for word in ("Bold", "Black", "Heavy"))

    def show(self, strings: list[bytes], seen: bool) -> None:
        """Note strings that are shown."""
        self.seen |= seen
        for string in strings:
            if self.font.get("/Subtype") == "/Type0":
                pairs = zip(string[::2], string[1::2], strict=False)
                self.codes.update(256 * first + second for first, second in pairs)
            else:
                self.codes.update(string)


@dataclass
class Content:
    """All that a page paints.

    Attributes:
        spaces: the families of device colours that are set or stand in pictures, and that nothing
            in the file turns into others.
        fonts: by number of the object, or by name where a font has none.
        transparent: what makes it so: ``fill at 50%``, ``soft mask`` ...
        states: the dictionaries of graphics state parameters that were set.
        images, forms: pictures and forms that are shown, inline pictures among them.
        nested: artifacts in tags and tags in artifacts, in words.
        intents: the rendering intents that operators set.
        deepest: how many states were saved at once.
        unknown: operators that there are none of.
    """

    texts: list[Text] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    spaces: set[str] = field(default_factory=set)
    fonts: dict[Any, Used] = field(default_factory=dict)
    transparent: set[str] = field(default_factory=set)
    states: list[Any] = field(default_factory=list)
    images: list[Any] = field(default_factory=list)
    forms: list[Any] = field(default_factory=list)
    nested: set[str] = field(default_factory=set)
    intents: set[str] = field(default_factory=set)
    deepest: int = 0
    unknown: set[str] = field(default_factory=set)

    @property
    def items(self) -> list[Text | Shape]:
        """All texts, then all shapes."""
        return [*self.texts, *self.shapes]

    def take(self, other: Content) -> None:
        """Take in what stands in a stream that is painted from elsewhere, but for its place."""
        self.transparent |= other.transparent
        self.unknown |= other.unknown
        self.intents |= other.intents
        self.deepest = max(self.deepest, other.deepest)
        for key, used in other.fonts.items():
            mine = self.fonts.setdefault(key, used)
            mine.seen |= used.seen
            mine.codes |= used.codes
        self.states += other.states
        self.images += other.images
        self.forms += other.forms
