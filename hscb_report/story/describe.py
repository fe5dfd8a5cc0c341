"""Each chart in words: its alt text and its data table, from the numbers that draw it.

The words come from ``words/charts.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hscb_report.story.series import Line, after_the_report
from hscb_report.summary.reading import Reading
from hscb_report.summary.said import Said, refs_in
from hscb_report.words.charts import ChartWords

Rows = Iterable[tuple[str, str, str]]
"""Rows of a table of three columns."""


@dataclass(frozen=True)
class Description:
    """A chart for those who do not see it.

    Attributes:
        alt: the alternative text, with every number; it knows which.
        header: the heads of the data table's columns.
        rows: its rows, as text.
    """

    alt: Said
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def _told(
    alt: str, header: Sequence[str], rows: Iterable[Sequence[str]], *held: str
) -> Description:
    """A description whose text holds the numbers of other texts."""
    return Description(Said(alt, refs_in(held)), tuple(header), tuple(tuple(row) for row in rows))


def _of(kind: str, about: str) -> str:
    return f"{kind}: {about}." if about else f"{kind}."


def _value(reading: Reading) -> str:
    """A number with what it is per; a missing one in words, with the reason."""
    if reading.reason:
        return f"{reading.headline}: {reading.reason.rstrip('.')}"
    return reading.number if reading.value is not None else reading.headline


def _end(parts: Sequence[str]) -> str:
    """Parts as a sentence."""
    said = "; ".join(part.rstrip(".") for part in parts) + "."
    return said[:1].upper() + said[1:]


def funnel(stages: Sequence[Reading], about: str, words: ChartWords) -> Description:
    """Stages with their numbers and what share of the stage before each is."""
    parts = [
        stage.sentence.rstrip(".")
        + (f", {stage.ratio}" if stage.ratio else "")
        + (f" ({stage.reason.rstrip('.')})" if stage.reason else "")
        for stage in stages
    ]
    rows = tuple((s.name, s.number, s.ratio) for s in stages)
    alt = f"{_of(words.funnel, about)} {_end(parts)}"
    held = [text for stage in stages for text in (stage.sentence, stage.ratio)]
    return _told(alt, (words.stage, words.number, words.share), rows, about, *held)


def dots(
    readings: Sequence[Reading],
    counts: Sequence[int],
    drawn: Sequence[int],
    about: str,
    each: str,
    words: ChartWords,
) -> Description:
    """Numbers within one another as dots: what a dot stands for, and how many there are. What each
    number is stands beside the picture, in words.

    Args:
        counts: the dots of each number, and of the whole of a percentage.
        drawn: of those that are drawn apart.
        each: what a dot stands for.
    """
    rows = [
        (reading.name, reading.number, f"{count:,}")
        for reading, count in zip(readings, counts[-len(readings) :], strict=True)
    ]
    within = words.dots_within(counts=drawn)
    alt = f"{_of(words.dots, about)} {each.rstrip('.')}: {within}."
    return _told(alt, (words.figure, words.number, words.dots), rows, about)


def dots_seen(drawn: Sequence[int], words: ChartWords) -> str:
    """The same right behind the heading and the numbers: how many dots there are."""
    return f"{words.dots}: {words.dots_within(counts=drawn)}."


@dataclass(frozen=True)
class Marks:
    """Numbers as marks: how many each has, whether they are dots, what one stands for, in words."""

    counts: tuple[int, ...]
    dots: bool
    each: str


def field(readings: Sequence[Reading], marks: Marks, about: str, words: ChartWords) -> Description:
    """A whole and its part as marks: what each is, what a mark stands for, and how many there
    are.
    """
    whole, part = readings
    numbers = words.part_of(part=part.number, whole=whole.number)
    many = words.marks_within(whole=marks.counts[0], part=marks.counts[1], dots=marks.dots)
    kind = words.dots if marks.dots else words.field
    alt = f"{_of(kind, about)} {part.ratio}: {numbers}."
    if marks.dots:  # squares are as many as the numbers
        alt += f" {marks.each.rstrip('.')}: {many}."
    rows = _marked(readings, marks)
    held = (about, part.ratio, part.number, whole.number)
    return _told(alt, (words.figure, words.number, words.marks), rows, *held)


def fields(readings: Sequence[Reading], marks: Marks, about: str, words: ChartWords) -> Description:
    """Numbers side by side, each as marks of its own."""
    kind = words.dots if marks.dots else words.field
    parts = [
        f"{reading.called}: {_value(reading)}, {words.marks_of(count=count, dots=marks.dots)}"
        for reading, count in zip(readings, marks.counts, strict=True)
    ]
    alt = f"{_of(kind, about)} {marks.each} {_end(parts)}"
    held = [reading.headline for reading in readings]
    rows = _marked(readings, marks)
    return _told(alt, (words.figure, words.number, words.marks), rows, about, *held)


def _marked(readings: Sequence[Reading], marks: Marks) -> list[tuple[str, str, str]]:
    return [
        (reading.name, reading.number, f"{count:,}")
        for reading, count in zip(readings, marks.counts, strict=True)
    ]


def waffle(share: Reading, about: str, words: ChartWords) -> Description:
    """A percentage that is known, as squares of a hundred."""
    shows = words.squares(filled=share.number)
    alt = f"{shows}: {about}." if about else f"{shows}."
    rows = [(share.name, share.number)]
    return _told(alt, (words.share, words.value), rows, about, share.number)


def ring(part: Reading, whole: Reading, about: str, words: ChartWords) -> Description:
    """A part in its whole."""
    numbers = words.part_of(part=part.number, whole=whole.number)
    alt = f"{_of(words.ring, about)} {part.ratio}: {numbers}."
    rows = [(whole.name, whole.number, ""), (part.name, part.number, part.ratio)]
    held = (about, part.ratio, part.number, whole.number)
    return _told(alt, (words.figure, words.number, words.share), rows, *held)


def areas(readings: Sequence[Reading], about: str, words: ChartWords) -> Description:
    """Numbers as circles."""
    parts = [f"{reading.called}: {_value(reading)}" for reading in readings]
    alt = f"{_of(words.circles, about)} {_end(parts)}"
    rows = [(reading.name, reading.number) for reading in readings]
    held = [reading.headline for reading in readings]
    return _told(alt, (words.figure, words.number), rows, about, *held)


def bars(
    readings: Sequence[tuple[str, Reading]], about: str, words: ChartWords, out: str = ""
) -> Description:
    """Numbers as bars.

    Args:
        out: which of them stands out, in words; or empty.
    """
    alt = f"{_of(words.bars, about)} {_end([f'{label}: {_value(r)}' for label, r in readings])}"
    alt += f" {_end([out])}" if out else ""
    rows = [(label, reading.number) for label, reading in readings]
    held = [text for label, reading in readings for text in (label, reading.headline)]
    return _told(alt, (words.figure, words.number), rows, about, *held)


def stack(
    bars: Sequence[tuple[Said, Rows]], kind: str, about: str, words: ChartWords
) -> list[Description]:
    """Bars in parts, each a picture of its own; before the first the kind of chart is said.

    Args:
        bars: what each shows, and its table.
    """
    header = (words.figure, words.number, words.share)
    told = [(f"{_of(kind, about)} {said}" if not at else said) for at, (said, _) in enumerate(bars)]
    return [
        _told(alt, header, rows, *((about, said) if alt is not said else (said,)))
        for alt, (said, rows) in zip(told, bars, strict=True)
    ]


def line(
    series: Sequence[Line], about: str, words: ChartWords, outs: Sequence[str] = ()
) -> Description:
    """Series over the years, what changed, and which years are after the report's.

    Args:
        outs: which of them stand out, in words.
    """
    parts = []
    for one in series:
        said = "; ".join(f"{p.when}, {_value(p)}" for p in one.points)
        said += f". {one.change}." if one.change else "."
        parts.append(said if one.name == about else f"{one.name}: {said}")
    parts += [f"{out}." for out in outs]
    years = list(dict.fromkeys(p.when for one in series for p in one.points))
    rows = []
    for one in series:
        by_year = {p.when: p.number for p in one.points}
        rows.append((one.name, *(by_year.get(year, "") for year in years)))
    after = after_the_report(series, words)
    alt = f"{_of(words.line, about)} {' '.join(parts)}" + (f" {after}" if after else "")
    held = [point.headline for one in series for point in one.points]
    return _told(alt, (words.series, *years), rows, about, *held)
