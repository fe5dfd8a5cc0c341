"""The picture of a cover: a summary's own numbers as a field of dots, each of which stands for as
many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from hscb_report.story import describe, fields
from hscb_report.story.describe import Description
from hscb_report.summary.blocks import Block, Funnel, Part, Share
from hscb_report.summary.reading import Reader, Reading
from hscb_report.summary.said import Said, join
from hscb_report.words.charts import ChartWords

MOST_DOTS = 1000
MOST_PARTS = 4
"""So many numbers within one another have a colour each."""
FEWEST, SHARE = 3, 0.05
"""A number has so many dots of its own, or of few dots such a share, or is not drawn apart from the
one it is within: one dot of a colour among hundreds is not found.
"""


@dataclass(frozen=True)
class Dots:
    """Numbers within one another, as dots.

    Attributes:
        readings: from the whole to its innermost part; a percentage stands alone.
        counts: the dots of each, those of its parts among them.
        shown: which of these are drawn apart, the whole first.
        description: what the picture shows, for those who do not see it.
        each: what a dot stands for, in words.
        note: how numbers lie within one another, and which are not drawn apart; or empty.
        named: whether the words of a dot say of what it stands for as many.
        seen: what the picture shows, for those who do not see it, right behind its heading and its
            numbers, of which none is told again.
    """

    readings: tuple[Reading, ...]
    counts: tuple[int, ...]
    description: Description
    shown: tuple[int, ...]
    each: str
    note: str = ""
    named: bool = False
    seen: str = ""

    @property
    def drawn(self) -> tuple[int, ...]:
        """The dots of each number that is drawn apart, those of its parts among them."""
        return tuple(self.counts[at] for at in self.shown)

    @property
    def levels(self) -> tuple[int | None, ...]:
        """Where each of the readings stands among those that are drawn; None where it does not."""
        first = len(self.counts) - len(self.readings)
        places = {at: level for level, at in enumerate(self.shown)}
        return tuple(places.get(first + at) for at in range(len(self.readings)))

    @property
    def has_whole(self) -> bool:
        """Whether all the dots together are one of the numbers."""
        return len(self.readings) == len(self.counts)

    @property
    def unit(self) -> str:
        """What a dot stands for, how numbers lie within one another, what is not drawn apart."""
        return f"{self.each} {self.note}".rstrip()

    @property
    def head(self) -> Said:
        """What the dots are of, where they stand below another number."""
        if self.named:
            return Said(self.each)
        whole = self.readings[0].sentence
        return join([Said(whole.rstrip("."), whole.refs), f". {self.each}"])

    def said(self) -> Iterator[str]:
        """What the picture shows, and below it number by number."""
        yield self.description.alt
        yield from (one.sentence for one in self.readings)
        yield self.unit

    def told(self) -> Iterator[str]:
        """What a section says that it tells: number by number."""
        for reading in self.readings:
            yield from (one for one in (reading.sentence, reading.ratio) if one)
        yield from (self.seen, self.unit)


def dots_of(block: Block, reader: Reader, about: str) -> Dots | None:
    """A block as dots; None where its numbers are not within one another, one is missing or not
    exact, or one would be less than half a dot, and where all are nearly one number.

    Args:
        about: what it shows, in words, or empty.
    """
    words = reader.words.charts
    if isinstance(block, Funnel):
        return nested_dots(block.figures, reader, about)
    if isinstance(block, Part):
        whole = reader.summary.figures[block.figure].part_of
        names = [whole, block.figure] if whole else []
        return nested_dots(names, reader, about)
    if isinstance(block, Share):
        return _percentage(reader.figure(block.figure), about, words)
    return None


def nested_dots(names: Sequence[str], reader: Reader, about: str) -> Dots | None:
    """Figures within one another, from the whole to its innermost part, as dots; None as above."""
    readings, words = [reader.figure(name) for name in names], reader.words.charts
    whole = _whole_numbers(readings)
    if not whole or any(reading.share is None for reading in readings[1:]):
        return None
    unit = 1
    while whole[0] > unit * MOST_DOTS:
        unit *= 10
    counts = tuple(_rounded(value, unit) for value in whole)
    if not 1 < len(counts) <= MOST_PARTS or counts[-1] < 1:
        return None
    shown = _apart(counts)
    if len(shown) < 2:
        return None
    noun = fields.counted(readings[0])
    each = words.each_dot(count=f"{unit:,} {noun}".rstrip()) if unit > 1 else words.each_dot_is_one
    near = [
        words.not_apart(part=one.number, whole=readings[max(n for n in shown if n < at)].number)
        for at, one in enumerate(readings)
        if at not in shown
    ]
    drawn = tuple(counts[at] for at in shown)
    told = describe.dots(readings, counts, drawn, about, each, words)
    return Dots(
        tuple(readings),
        counts,
        told,
        shown,
        each,
        " ".join([words.all_dots(number=readings[0].number), *near]),
        bool(noun) and unit > 1,
        describe.dots_seen(drawn, words),
    )


def _apart(counts: Sequence[int]) -> tuple[int, ...]:
    """Which numbers leave the one they are within dots enough of its own."""
    least = min(FEWEST, ceil(SHARE * counts[0]))
    shown = [0]
    for at, count in enumerate(counts):
        if counts[shown[-1]] - count >= least:
            shown.append(at)
    return tuple(shown)


def _percentage(reading: Reading, about: str, words: ChartWords) -> Dots | None:
    if reading.unit != "percent" or reading.value is None or not 0 < reading.value <= 100:
        return None
    if reading.bound:
        return None
    counts = (100, _rounded(reading.value, 1))
    if counts[1] < 1:
        return None
    each = words.each_dot(count="1%")
    told = describe.dots([reading], counts, counts, about, each, words)
    return Dots((reading,), counts, told, (0, 1), each, seen=describe.dots_seen(counts, words))


def _whole_numbers(readings: Iterable[Reading]) -> list[int]:
    """The values, if all are whole numbers of things, none larger than the one before."""
    values: list[int] = []
    for reading in readings:
        if reading.unit != "count" or reading.exact is None or reading.exact < 1 or reading.bound:
            return []
        if values and reading.exact > values[-1]:
            return []
        values.append(int(reading.exact))
    return values


def _rounded(value: float, unit: int) -> int:
    """Half up, as every number here."""
    return int(value / unit + 0.5)
