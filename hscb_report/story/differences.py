"""Figures now and in an earlier year, told: each with both numbers, what changed, and what a reader
should know of the comparison.
"""

from __future__ import annotations

from collections.abc import Iterable

from hscb_report.story import rates
from hscb_report.story.nodes import Difference, Differences
from hscb_report.summary.blocks import Change as Block
from hscb_report.summary.changes import Change, changes
from hscb_report.summary.looking_back import without_previous
from hscb_report.summary.previous import is_of
from hscb_report.summary.reading import Reader
from hscb_report.summary.sources import Source
from hscb_report.summary.time_spans import key


def differences(block: Block, reader: Reader) -> Differences:
    """A row for each figure, and where the earlier values come from: the earlier year's own file,
    or this one's, which says how they stand now.
    """
    summary, earlier = reader.summary, reader.earlier.get(block.since)
    by_name = {one.key: one for one in changes(earlier, reader, block.since)}
    shown = [by_name[name] for name in dict.fromkeys(block.figures)]
    years = (block.since, summary.period)
    filed = without_previous(block, summary)
    sources = [
        (earlier.summary if earlier and one.key in filed else summary).sources[one.earlier.source]
        for one in shown
    ]
    return Differences(
        years,
        tuple(_difference(one, years, reader) for one in shown),
        reader.words.changes.sources(year=block.since, titles=_named(sources)),
        (reader.words.charts.figure, reader.words.charts.change),
    )


def _difference(one: Change, years: tuple[str, str], reader: Reader) -> Difference:
    """One figure, with the days or the quarters that were counted, why a value is missing, why
    there is no comparison, and what this year says of the earlier number.
    """
    figure, words = reader.summary.figures[one.key], reader.words.changes
    other = figure.as_at or key(figure.period or "") != key(years[1])
    when = (one.earlier.when, one.later.when)
    notes = [words.days(before=when[0], now=when[1])] if other and len(set(when)) > 1 else []
    readings = zip(years, (one.earlier, one.later), strict=True)
    if missing := [f"{year}: {reading.reason}" for year, reading in readings if reading.reason]:
        notes += missing
    elif one.why_not:
        notes.append(f"{one.why_not[:1].upper()}{one.why_not[1:]}.")
    if one.earlier.note and is_of(figure, years[0]):
        notes.append(one.earlier.note)
    earlier, later = one.earlier, one.later
    name = one.name
    if rates.base_of([earlier, later], reader.words.numbers):
        earlier, later = rates.bare(earlier), rates.based(later, reader.words.numbers)
        name = later.name
    return Difference(name, earlier.number, later.number, one.said, one.direction, tuple(notes))


def _named(sources: Iterable[Source]) -> str:
    told = dict.fromkeys(f"{source.title} ({source.publisher})" for source in sources)
    return "; ".join(told)
