"""Numbers as fields of equal marks: what a mark stands for, and how many there are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hscb_report.story import describe
from hscb_report.story.describe import Description, Marks
from hscb_report.summary.reading import Reading
from hscb_report.words.charts import ChartWords

MOST = 1500
"""The marks of one chart, at the most."""
LEAST_WORD = 4
"""Words of so many letters tell what is counted; shorter ones are in any noun."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Field(Marks):
    """Numbers as marks that each stand for as many; squares are one each. Of a whole and its part,
    the marks of the part are among those of the whole.

    Attributes:
        description: what the picture shows, for those who do not see it.
    """

    description: Description


def part(whole: Reading, of_it: Reading, about: str, words: ChartWords) -> Field | None:
    """A part in its whole; None where a number is missing, not exact or no count, where the part,
    or what is left of the whole, is something and yet less than half a mark.
    """
    values = _counts([whole, of_it])
    if values is None or of_it.share is None or values[1] > values[0]:
        return None
    unit = 1
    while values[0] > unit * MOST:
        unit *= 10
    counts = tuple(_rounded(value, unit) for value in values)
    parts = (values[1], counts[1]), (values[0] - values[1], counts[0] - counts[1])
    if not all(_is_seen(value, count) for value, count in parts):
        return None
    marks = Marks(counts, unit > 1, words.each(unit=unit, noun=counted(whole)))
    return _told(marks, describe.field([whole, of_it], marks, about, words))


def apart(readings: Sequence[Reading], about: str, words: ChartWords) -> Field | None:
    """Numbers side by side; None where one is missing, not exact or no count, where one is
    something and yet less than half a mark, and where all are nothing.
    """
    values = _counts(readings)
    if values is None or not any(values):
        return None
    unit = 1
    while sum(_rounded(value, unit) for value in values) > MOST:
        unit *= 10
    counts = tuple(_rounded(value, unit) for value in values)
    if not all(_is_seen(value, count) for value, count in zip(values, counts, strict=True)):
        return None
    nouns = {counted(one) for one in readings}
    noun = nouns.pop() if len(nouns) == 1 else ""
    marks = Marks(counts, unit > 1, words.each(unit=unit, noun=noun))
    return _told(marks, describe.fields(readings, marks, about, words))


def counted(whole: Reading) -> str:
    """What is counted, as a mark may say it; empty where the noun of a number is for its ratios
    alone, and its printed words call what is counted something else: ``plans``, of "Children on
    Child Protection Plan".
    """
    said = set(_words(f"{whole.lead} {whole.label_text}"))
    return whole.noun if said.intersection(_words(whole.noun)) else ""


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if len(word) >= LEAST_WORD]


def _told(marks: Marks, description: Description) -> Field:
    return Field(marks.counts, marks.dots, marks.each, description)


def _counts(readings: Sequence[Reading]) -> list[int] | None:
    """The values, if all are counts that are known and exact: marks are counted out."""
    if any(one.unit != "count" or one.exact is None or one.bound for one in readings):
        return None
    return [int(one.exact or 0) for one in readings]


def _is_seen(value: int, count: int) -> bool:
    """Whether there are marks where there is something to show."""
    return count > 0 or value == 0


def _rounded(value: int, unit: int) -> int:
    """Half up, as every number here."""
    return (2 * value + unit) // (2 * unit)
