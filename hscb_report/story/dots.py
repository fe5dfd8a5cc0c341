"""The picture of a cover: a summary's own numbers as a field of dots, each of which stands for as
many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hscb_report.story import describe
from hscb_report.story.describe import Description
from hscb_report.summary.blocks import Block, Funnel, Part, Share
from hscb_report.summary.reading import Reader, Reading
from hscb_report.summary.said import Said, join
from hscb_report.words.charts import ChartWords

MOST_DOTS = 1000
MOST_PARTS = 4
"""So many numbers within one another have a colour each."""


@dataclass(frozen=True)
class Dots:
    """Numbers within one another, as dots.

    Attributes:
        readings: from the whole to its innermost part; a percentage stands alone.
        counts: the dots of each, those of its parts among them.
        description: what the picture shows, for those who do not see it.
        each: what a dot stands for, in words.
    """

    readings: tuple[Reading, ...]
    counts: tuple[int, ...]
    description: Description
    each: str

    @property
    def caption(self) -> Said:
        """What stands below the picture where its numbers are not told beside it."""
        told = [Said(one.sentence.rstrip("."), one.sentence.refs) for one in self.readings]
        return join([join(told, "; "), f". {self.each}"])

    def said(self) -> Iterator[str]:
        """What the picture shows, and its caption."""
        yield from (self.description.alt, self.caption)

    def told(self) -> Iterator[str]:
        """What a section says that it tells: number by number."""
        for reading in self.readings:
            yield from (one for one in (reading.sentence, reading.ratio) if one)
        yield from (self.description.alt, self.each)


def dots_of(block: Block, reader: Reader, about: str) -> Dots | None:
    """A block as dots; None where its numbers are not within one another, one is missing or not
    exact, or one would be less than half a dot.

    Args:
        about: what it shows, in words, or empty.
    """
    words = reader.words.charts
    if isinstance(block, Funnel):
        return nested_dots([reader.figure(name) for name in block.figures], about, words)
    if isinstance(block, Part):
        whole = reader.summary.figures[block.figure].part_of
        names = [whole, block.figure] if whole else []
        return nested_dots([reader.figure(name) for name in names], about, words)
    if isinstance(block, Share):
        return _percentage(reader.figure(block.figure), about, words)
    return None


def nested_dots(readings: Sequence[Reading], about: str, words: ChartWords) -> Dots | None:
    """Numbers within one another, from the whole to its innermost part, as dots; None as above."""
    whole = _whole_numbers(readings)
    if not whole or any(reading.share is None for reading in readings[1:]):
        return None
    unit = 1
    while whole[0] > unit * MOST_DOTS:
        unit *= 10
    counts = tuple(_rounded(value, unit) for value in whole)
    if not 1 < len(counts) <= MOST_PARTS or counts[-1] < 1:
        return None
    each = words.each_dot(count=f"{unit:,}") if unit > 1 else words.each_dot_is_one
    told = describe.dots(readings, counts, about, each, words)
    return Dots(tuple(readings), counts, told, each)


def _percentage(reading: Reading, about: str, words: ChartWords) -> Dots | None:
    if reading.unit != "percent" or reading.value is None or not 0 < reading.value <= 100:
        return None
    if reading.bound:
        return None
    counts = (100, _rounded(reading.value, 1))
    if counts[1] < 1:
        return None
    each = words.each_dot(count="1%")
    told = describe.dots([reading], counts, about, each, words)
    return Dots((reading,), counts, told, each)


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
