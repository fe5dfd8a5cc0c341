"""Numbers of different times that stand in one section: each that is of a day says which, right
below its words, and a funnel below its stages, so that nobody takes one for a part of another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hscb_report.story.nodes import Cards, Chart
from hscb_report.story.story import Section, Told
from hscb_report.summary import document, months
from hscb_report.summary.blocks import Change, Table
from hscb_report.summary.days import Day, Month, last_day
from hscb_report.summary.figures import Figure, Series
from hscb_report.summary.reading import Reader, Reading
from hscb_report.summary.uses import series_of, shown_by

_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{months.PATTERN})(?:\s+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
"""``31 March 2018``, ``March 2018``, ``31 March``."""


def with_days(sections: Sequence[Section], reader: Reader) -> tuple[Section, ...]:
    """The same sections, in which a number that was counted on a day says so wherever something of
    another time, or of a time that nobody names, is shown in its section, and its own words do not
    name the day.

    Args:
        sections: as they are told, in the order of the content.
        reader: the figures.
    """
    pairs = zip(sections, reader.summary.sections, strict=True)
    return tuple(_section(told, section, reader) for told, section in pairs)


def _section(told: Section, section: document.Section, reader: Reader) -> Section:
    figures, series = reader.summary.figures, reader.summary.series
    blocks = [one for one in section.blocks if not isinstance(one, (Table, Change))]
    shown = [figures[name] for block in blocks for name in shown_by(block)]
    lines = [series[name] for block in blocks for name in series_of(block)]

    def day_of(reading: Reading, said: str) -> str:
        figure = figures[reading.key]
        if figure.as_at is None or _is_named(figure.as_at, said):
            return ""
        if all(other.time == figure.time for other in shown) and all(
            _is_alike(line, figure, figures) for line in lines
        ):
            return ""
        is_day = not isinstance(figure.as_at, Month)
        return reader.words.numbers.on_day(when=reading.when, is_day=is_day)

    def dated(block: Told) -> Told:
        node = block.node
        if not isinstance(node, (Cards, Chart)):
            return block
        title = f"{block.title} {node.title}" if isinstance(node, Chart) else block.title
        if isinstance(node, Chart) and node.form == "funnel":  # all are of one time
            said = " ".join([*(one.sentence for one in node.readings), title])
            day = day_of(node.readings[0], said)
            return replace(block, node=replace(node, notes=(f"{day}.",))) if day else block
        days = [day_of(one.reading, f"{one.reading.sentence} {title}") for one in node.statements]
        if isinstance(node, Chart) and node.form == "ring":
            days[1:] = [""] * len(days[1:])  # a part is of the day of its whole, right above it
        statements = tuple(
            replace(one, day=day) for one, day in zip(node.statements, days, strict=True)
        )
        return replace(block, node=replace(node, statements=statements))

    return replace(told, blocks=tuple(map(dated, told.blocks)))


def _is_alike(line: Series, figure: Figure, figures: dict[str, Figure]) -> bool:
    """Whether a series is known to be counted on the day of a figure."""
    if line.same_as:
        return figures[line.same_as].time == figure.time
    return figure.as_at is not None and _is_named(figure.as_at, line.label, any_year=True)


def _is_named(day: Day, text: str, any_year: bool = False) -> bool:
    """Whether a text names a day; of the last of a month, the month is enough.

    Args:
        any_year: whether the day without its year is enough, and a month alone is not.
    """
    for found in _DATE.finditer(text):
        if months.number_of(found["month"]) != day.month:
            continue
        if found["day"] not in (None, str(last_day(day).day)) or (any_year and not found["day"]):
            continue
        if any_year or found["year"] == str(day.year):
            return True
    return False
