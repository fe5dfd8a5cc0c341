"""What stands below a card: times, sources in short, and what its symbols mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hscb_report.story.dots import Dots
from hscb_report.story.nodes import Chart, Statement
from hscb_report.story.series import after_the_report
from hscb_report.story.story import Story
from hscb_report.summary.reading import Reader, Reading
from hscb_report.summary.said import refs_in
from hscb_report.summary.wording import number

Shown = Dots | Chart | Statement
"""What a card shows: numbers within one another as dots, a chart, or one number."""


def readings_of(shown: Shown) -> list[Reading]:
    """The numbers that it shows."""
    if isinstance(shown, Dots):
        return list(shown.readings)
    if isinstance(shown, Statement):
        return [shown.reading]
    points = [point for line in shown.lines for point in line.points]
    beside = [one.reading for one in shown.statements]
    return list({one.key: one for one in (*shown.readings, *beside, *points)}.values())


def said_of(shown: Shown) -> Iterator[str]:
    """Its words, in their order; of dots without their description."""
    if isinstance(shown, Dots):
        yield from (one.sentence for one in shown.readings)
        yield shown.unit
    else:
        yield from shown.said()


def notes_of(shown: Shown, source: str, reader: Reader) -> tuple[str, ...]:
    """The sources in short, the meanings of symbols, and which numbers are rounded."""
    words, said = reader.words, [*said_of(shown)]
    readings = readings_of(shown)
    refs = refs_in([*said, *(one.number for one in readings)])
    kept = _after(shown, reader)
    notes = [f"{source}." + (f" {kept}" if kept else "")]
    symbols = sorted({ref.symbol for ref in refs if ref.symbol})
    if symbols:
        meant = "; ".join(f"[{one}] {words.numbers.symbols[one]}" for one in symbols)
        notes.append(f"{meant}.")
    if rounded := dict.fromkeys(ref.rounded for ref in refs if ref.rounded):
        notes.append(words.sources.rounded(numbers=", ".join(rounded)))
    steps = sorted({ref.step for ref in refs if ref.step})
    notes += [words.sources.some_rounded(step=number(step)) for step in steps]
    return tuple(notes)


def _after(shown: Shown, reader: Reader) -> str:
    """Which points of a chart of lines are of years after the report's."""
    lines = shown.lines if isinstance(shown, Chart) else ()
    return after_the_report(lines, reader.words.charts)


def times_of(shown: Shown, said: Sequence[str], reader: Reader) -> Iterator[str]:
    """The times of numbers that are not of the report's year, unless the words say them."""
    if isinstance(shown, Chart) and shown.lines:
        return
    whole = " ".join(said)
    readings = [one for one in readings_of(shown) if one.when != reader.summary.period]
    open_ones = [one for one in readings if not _is_said(one.when, whole)]
    times = {one.when for one in open_ones}
    if len(times) == 1 and len(open_ones) == len(readings_of(shown)):
        yield f"{times.pop()}."
    else:
        day = reader.words.social.of_day
        yield from (f"{day(name=one.called, when=one.when)}." for one in open_ones)


def _is_said(when: str, whole: str) -> bool:
    """Whether words name a time, or the month of a day: ``end of March 2018``."""
    return when in whole or (len(when.split()) > 2 and " ".join(when.split()[-2:]) in whole)


def sources_of(shown: Shown) -> list[str]:
    """The names of the sources of its numbers, each once."""
    return list(dict.fromkeys(one.source for one in readings_of(shown)))


def published_by(shown: Shown, reader: Reader, story: Story) -> str:
    """The source line, where others than the board published a source; else empty."""
    names = sources_of(shown)
    others = [reader.summary.sources[name].publisher != story.contact.name for name in names]
    return source_of(names, reader, story) if any(others) else ""


def source_of(names: Sequence[str], reader: Reader, story: Story) -> str:
    """The source line: who published what others did, and what the board itself published by its
    title.
    """
    sources = [reader.summary.sources[name] for name in names]
    told = [one.title if one.publisher == story.contact.name else one.publisher for one in sources]
    return reader.words.charts.source(publishers=", ".join(dict.fromkeys(told)))
