"""The nodes of the story: what there is to say and to show, without any look.

Pages draw them and tag from them, and no edition finds words of its own, so the text of two
editions can be compared by walking one tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from hscb_report.story.describe import Description
from hscb_report.summary.blocks import Panel
from hscb_report.summary.changes import Direction
from hscb_report.summary.reading import Reading
from hscb_report.summary.tree import KeyPath
from hscb_report.summary.wording import Span

Spans = tuple[Span, ...]
"""Inline text: stretches that are bold or not."""


def text_of(spans: Spans) -> str:
    """Inline text without its markup."""
    return "".join(span.text for span in spans)


@dataclass(frozen=True)
class Statement:
    """A number and its printed words, read as one sentence; a missing number is said in words.

    Attributes:
        icon: the name of a picture, or empty.
        changed: what changed because of it, or nothing.
        with_ratio: whether it says what share of its whole it is; a chart may say it already.
    """

    reading: Reading
    icon: str = ""
    changed: Spans = ()
    with_ratio: bool = True

    @property
    def missing(self) -> bool:
        """Whether there is no number."""
        return self.reading.value is None

    @property
    def ratio(self) -> str:
        """``42% of contacts``, or empty."""
        return self.reading.ratio if self.with_ratio else ""

    def said(self) -> Iterator[str]:
        """Its words in their order."""
        yield self.reading.sentence
        yield from (one for one in (self.ratio, self.reading.reason, text_of(self.changed)) if one)


@dataclass(frozen=True)
class Cards:
    """Statements side by side, each by itself.

    Attributes:
        most: how many may share a row.
        small: whether they are the lesser ones: events.
    """

    statements: tuple[Statement, ...]
    most: int
    small: bool = False

    def said(self) -> Iterator[str]:
        """The words of each statement."""
        for statement in self.statements:
            yield from statement.said()


Form = Literal["funnel", "waffle", "ring", "areas", "bars", "line"]
"""What a chart is: bars that lead to one another, squares of a hundred, a ring, circles, bars from
zero, lines over the years.
"""


@dataclass(frozen=True)
class Line:
    """A series: its name, and its numbers in the order of time."""

    name: str
    points: tuple[Reading, ...]


@dataclass(frozen=True)
class Chart:
    """A picture of numbers, and the words that belong to it.

    Attributes:
        rows: the numbers that are drawn, each with the words it is called by.
        lines: series, in a chart of lines.
        description: what it shows, for those who do not see it; None where nothing can be drawn.
        statements: said beside it.
        title: a heading of its own, or empty.
        notes: said below it: numbers with symbols, its source.
    """

    form: Form
    description: Description | None
    rows: tuple[tuple[str, Reading], ...] = ()
    lines: tuple[Line, ...] = ()
    statements: tuple[Statement, ...] = ()
    title: str = ""
    notes: tuple[str, ...] = ()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The numbers of its rows."""
        return tuple(reading for _, reading in self.rows)

    def said(self) -> Iterator[str]:
        """Title, description, statements, notes."""
        if self.title:
            yield self.title
        if self.description:
            yield self.description.alt
        for statement in self.statements:
            yield from statement.said()
        yield from self.notes


@dataclass(frozen=True)
class Item:
    """An entry of a list: a text and a line more.

    Attributes:
        number: its number, where the list has an order.
    """

    text: Spans
    more: Spans = ()
    icon: str = ""
    number: int | None = None

    def said(self) -> Iterator[str]:
        """Number, text, and the line below it."""
        yield f"{self.number} {text_of(self.text)}" if self.number else text_of(self.text)
        if self.more:
            yield text_of(self.more)


@dataclass(frozen=True)
class Items:
    """A list, with pictures."""

    items: tuple[Item, ...]

    def said(self) -> Iterator[str]:
        """The words of each entry."""
        for item in self.items:
            yield from item.said()


@dataclass(frozen=True)
class Numbered(Items):
    """A list whose order counts: priorities."""


@dataclass(frozen=True)
class Prose:
    """Running text, paragraph by paragraph."""

    paragraphs: tuple[Spans, ...]

    def said(self) -> Iterator[str]:
        """Its paragraphs."""
        yield from map(text_of, self.paragraphs)


@dataclass(frozen=True)
class Callout(Prose):
    """A sentence or two that must be seen."""

    icon: str = ""


@dataclass(frozen=True)
class Figures:
    """Figures in rows: name, value, period, and what a reader should know."""

    HEADS: ClassVar[tuple[str, str, str]] = ("Figure", "Value", "Period")

    readings: tuple[Reading, ...]

    def said(self) -> Iterator[str]:
        """Row by row."""
        for reading in self.readings:
            yield from (reading.name, reading.number, reading.when, *reading.notes)


@dataclass(frozen=True)
class Years:
    """A series as a table: its name, its years, and what exactly is counted."""

    HEAD: ClassVar[str] = "Figure"

    line: Line
    definition: str = ""

    def notes(self, start: int, end: int) -> list[str]:
        """What is said of the years from ``start`` to before ``end``: the definition with the
        first, and why values are missing.
        """
        told = [f"{p.when}: {p.reason}" for p in self.line.points[start:end] if p.reason]
        return [self.definition, *told] if self.definition and start == 0 else told

    def said(self) -> Iterator[str]:
        """Name, years and numbers, notes."""
        yield self.line.name
        for point in self.line.points:
            yield from (point.when, point.number)
        yield from self.notes(0, len(self.line.points))


@dataclass(frozen=True)
class Difference:
    """One figure in two years.

    Attributes:
        said: the change in words: ``Up 154 (11%)``, ``Not comparable``.
        direction: what an arrow beside the words shows; empty for none.
        notes: the days that were counted, why a value is missing, why there is no comparison.
    """

    name: str
    earlier: str
    later: str
    said: str
    direction: Direction
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Differences:
    """Figures now and in an earlier year.

    Attributes:
        years: the earlier and the later.
        source: where the earlier values come from.
    """

    HEADS: ClassVar[tuple[str, str]] = ("Figure", "Change")
    """Of the first column and the last."""

    years: tuple[str, str]
    rows: tuple[Difference, ...]
    source: str

    def said(self) -> Iterator[str]:
        """Row by row, and the source."""
        for row in self.rows:
            yield from (row.name, row.earlier, row.later, row.said, *row.notes)
        yield self.source


Node = Cards | Chart | Items | Numbered | Prose | Callout | Figures | Years | Differences
"""What a block becomes."""


@dataclass(frozen=True)
class Told:
    """A block, told.

    Attributes:
        node: what it shows.
        title: the small heading above it, or empty.
        columns: how many of twelve it takes.
        panel: where a leaflet shows it by default.
        name: how its author knows it: section, place in it, kind.
        key: the keys to it in the content file.
    """

    node: Node
    title: str
    columns: int
    panel: Panel
    name: str
    key: KeyPath

    def said(self) -> Iterator[str]:
        """Title and words."""
        if self.title:
            yield self.title
        yield from self.node.said()


@dataclass(frozen=True)
class Section:
    """A heading and the blocks below it."""

    heading: str
    subtitle: str
    blocks: tuple[Told, ...]
    key: KeyPath

    def said(self) -> Iterator[str]:
        """Heading, subtitle, and block by block."""
        yield self.heading
        if self.subtitle:
            yield self.subtitle
        for block in self.blocks:
            yield from block.said()


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    words: str
    url: str


@dataclass(frozen=True)
class Origin:
    """A source, and all that comes from it.

    Attributes:
        about: who published it, when, under which licence.
        figures: None where there are only series.
    """

    title: str
    about: str
    link: Link | None
    figures: Figures | None
    years: tuple[Years, ...]

    def said(self) -> Iterator[str]:
        """Title, about, address, and what comes from it."""
        yield from (self.title, self.about)
        if self.link:
            yield self.link.words
        if self.figures:
            yield from self.figures.said()
        for one in self.years:
            yield from one.said()


@dataclass(frozen=True)
class About:
    """About the figures: every figure with its source.

    Attributes:
        paragraphs: what the tables hold, the symbols, what is not in the printed text.
    """

    heading: str
    paragraphs: tuple[str, ...]
    origins: tuple[Origin, ...]

    def said(self) -> Iterator[str]:
        """Heading, paragraphs, and source by source."""
        yield from (self.heading, *self.paragraphs)
        for origin in self.origins:
            yield from origin.said()


@dataclass(frozen=True)
class Contact:
    """The board's name and the ways to reach it, as far as its file has them.

    Attributes:
        formats: a sentence on how to ask for other formats.
    """

    name: str
    address: str
    phone: str
    links: tuple[Link, ...]
    formats: str

    @property
    def reachable(self) -> bool:
        """Whether there is any way to reach it."""
        return bool(self.address or self.phone or self.links)


@dataclass(frozen=True)
class Story:
    """A summary, told from beginning to end.

    Attributes:
        wordmark: the board's name, line by line.
        short: how the board is usually called, its full name if it has no other.
        draft: the words of the draft mark; empty for a final document.
        introduction: None where there is none.
        about: None where there are no figures.
        hero: the one number of a leaflet's front; None for none.
    """

    wordmark: tuple[str, ...]
    short: str
    title: str
    period: str
    language: str
    draft: str
    introduction: Prose | None
    sections: tuple[Section, ...]
    about: About | None
    contact: Contact
    hero: Statement | None

    @property
    def full_title(self) -> str:
        """Title and period."""
        return f"{self.title} {self.period}"

    def said(self) -> Iterator[str]:
        """All its words, in the order in which they are read, from the title to the tables."""
        yield from ([self.draft] if self.draft else [])
        yield " ".join(self.wordmark)
        yield self.full_title
        if self.introduction:
            yield from self.introduction.said()
        for section in self.sections:
            yield from section.said()
        if self.about:
            yield from self.about.said()
