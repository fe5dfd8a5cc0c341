"""What blocks become: numbers in words, charts, lists, texts and tables, without any look.

Pages draw them and tag from them, and no edition finds words of its own, so the text of two
editions can be compared by walking one tree. What a node says (``said``) knows which numbers it
holds, so an edition that shows a part of the story can explain just those.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from hscb_report.story.art import Partners, Picture
from hscb_report.story.breakdowns import Grid, Stack
from hscb_report.story.describe import Description
from hscb_report.story.fields import Field
from hscb_report.story.running import Callout, Prose, Quotation
from hscb_report.story.series import Line
from hscb_report.story.spans import Spans as Spans
from hscb_report.story.spans import text_of as text_of
from hscb_report.summary.changes import Direction
from hscb_report.summary.figures import Emphasis
from hscb_report.summary.reading import Reading
from hscb_report.summary.said import Said, join


@dataclass(frozen=True)
class Statement:
    """A number and its printed words, read as one sentence; a missing number is said in words.

    Attributes:
        icon: the name of a picture, or empty.
        changed: what changed because of it, or nothing.
        with_ratio: whether it says what share of its whole it is; a chart may say it already.
        tier: how important it is, which is how large it stands.
        day: the day of its count, where numbers of other times stand in its section; or empty.
    """

    reading: Reading
    icon: str = ""
    changed: Spans = ()
    with_ratio: bool = True
    tier: Emphasis = "standard"
    day: str = ""

    @property
    def missing(self) -> bool:
        """Whether there is no number."""
        return self.reading.value is None

    @property
    def ratio(self) -> str:
        """``42% of contacts``, or empty."""
        return self.reading.ratio if self.with_ratio else ""

    @property
    def compared(self) -> tuple[Said, ...]:
        """How it stands to other numbers; nothing of one that is missing."""
        return () if self.missing else self.reading.compared

    def said(self) -> Iterator[str]:
        """Its words in their order."""
        yield self.reading.sentence
        said = (self.day, self.ratio, *self.compared, self.reading.reason, text_of(self.changed))
        yield from (one for one in said if one)


@dataclass(frozen=True)
class Cards:
    """Statements side by side, each by itself.

    Attributes:
        most: how many may share a row.
    """

    statements: tuple[Statement, ...]
    most: int

    def said(self) -> Iterator[str]:
        """The words of each statement."""
        for statement in self.statements:
            yield from statement.said()


Form = Literal["funnel", "waffle", "ring", "areas", "bars", "line"]
"""What a chart is: bars that lead to one another, squares of a hundred, a ring, circles, bars from
zero, lines over the years.
"""


@dataclass(frozen=True)
class Chart:
    """A picture of numbers, and the words that belong to it.

    Attributes:
        rows: the numbers that are drawn, each with the words it is called by.
        lines: series, in a chart of lines.
        description: what it shows, for those who do not see it; None where nothing can be drawn.
        statements: said beside it.
        field: the numbers as marks that are counted, drawn instead where there is room.
        each: what a square of a hundred stands for; empty elsewhere.
        title: a heading of its own, or empty.
        notes: said below it: numbers with symbols, its source.
        strong: the key of the number that stands out, or empty.
    """

    form: Form
    description: Description | None
    rows: tuple[tuple[str, Reading], ...] = ()
    lines: tuple[Line, ...] = ()
    statements: tuple[Statement, ...] = ()
    title: str = ""
    notes: tuple[str, ...] = ()
    field: Field | None = None
    each: str = ""
    strong: str = ""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The numbers of its rows."""
        return tuple(reading for _, reading in self.rows)

    def said(self) -> Iterator[str]:
        """Title, what a mark stands for, description, statements, notes; of a chart that may be a
        field, as a field.
        """
        if self.title:
            yield self.title
        if each := self.field.each if self.field else self.each:
            yield each
        if described := self.field.description if self.field else self.description:
            yield described.alt
        for statement in self.statements:
            yield from statement.said()
        yield from self.notes


@dataclass(frozen=True)
class Item:
    """An entry of a list: a text and a line more.

    Attributes:
        number: its number, where the list has an order.
        lang: the language of its words; empty for that of the document.
    """

    text: Spans
    more: Spans = ()
    icon: str = ""
    number: int | None = None
    lang: str = ""

    def said(self) -> Iterator[str]:
        """Number, text, and the line below it."""
        text = text_of(self.text)
        yield join([f"{self.number} ", text]) if self.number else text
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
class Figures:
    """Figures in rows: name, value, period, and what a reader should know.

    Attributes:
        heads: of the three columns.
    """

    readings: tuple[Reading, ...]
    heads: tuple[str, str, str]

    def said(self) -> Iterator[str]:
        """Row by row."""
        for reading in self.readings:
            yield from (reading.name, *reading.notes, reading.in_full, reading.when)


@dataclass(frozen=True)
class Years:
    """A series as a table: its name, its years, and what exactly is counted.

    Attributes:
        about: its source, where that is not the one of most figures, and its definition; or empty,
            also where the series below it has the same.
    """

    line: Line
    about: str = ""

    @property
    def notes(self) -> list[str]:
        """Why values are missing, and what the series is."""
        told = [f"{point.when}: {point.reason}" for point in self.line.points if point.reason]
        return [*told, self.about] if self.about else told

    def said(self) -> Iterator[str]:
        """Name, years, numbers and notes."""
        yield self.line.name
        yield from (point.when for point in self.line.points)
        yield from (point.number for point in self.line.points)
        yield from self.notes


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
        heads: of the first column and the last.
    """

    years: tuple[str, str]
    rows: tuple[Difference, ...]
    source: str
    heads: tuple[str, str]

    def said(self) -> Iterator[str]:
        """Years, row by row, and the source."""
        yield from self.years
        for row in self.rows:
            yield from (row.name, *row.notes, row.earlier, row.later, row.said)
        yield self.source


Shown = Partners | Picture
Text = Prose | Callout | Quotation
Rows = Figures | Years | Differences | Grid
Node = Cards | Chart | Stack | Items | Numbered | Text | Rows | Shown
"""What a block becomes."""
