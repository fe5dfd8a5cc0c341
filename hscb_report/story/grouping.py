"""The figures of "About the figures": in groups by section, with what most of them share said
once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hscb_report.story import rates
from hscb_report.story.nodes import Years
from hscb_report.story.origin import Link, Origin
from hscb_report.story.series import line_of
from hscb_report.story.story import Fact, Group
from hscb_report.summary.days import Month
from hscb_report.summary.links import visible
from hscb_report.summary.reading import Reader, Reading
from hscb_report.summary.uses import told_by
from hscb_report.summary.wording import date, number

_T = TypeVar("_T", bound=Hashable)


@dataclass(frozen=True)
class Common:
    """What most figures share, so that the others alone name theirs.

    Attributes:
        when: a period, or a day; empty where less than half of the figures share one.
        is_day: whether it is a day, or the month of one.
        source: the name of a source; empty where less than half of figures and series share one.
        named: what the others name, of ``day``, ``month``, ``period`` and ``source``.
    """

    when: str
    is_day: bool
    source: str
    named: Collection[str]


def common(reader: Reader) -> Common:
    """What most figures share."""
    times = [(reading.when, _kind(reading, reader)) for reading in reader.all]
    when, kind = _most(times) or ("", "")
    source = _most(_sources(reader)) or ""
    others = {other for time, other in times if when and time != when}
    other = {
        **dict.fromkeys(others, True),
        "source": source and any(one != source for one in _sources(reader)),
    }
    return Common(
        when, kind in ("day", "month"), source, [kind for kind, found in other.items() if found]
    )


def sources(reader: Reader) -> set[str]:
    """The names of the sources of figures and series."""
    return set(_sources(reader))


def _sources(reader: Reader) -> list[str]:
    """The source of each figure and of each series."""
    readings = [reading.source for reading in reader.all]
    return readings + [series.source for series in reader.summary.series.values()]


def _most(values: Sequence[_T]) -> _T | None:
    """The value that half of them have, at least two; the first of several such."""
    found = Counter(values).most_common(1)
    return found[0][0] if found and found[0][1] >= max(2, len(values) / 2) else None


def _kind(reading: Reading, reader: Reader) -> str:
    """What the time of a figure is: a ``day``, a ``month`` of a day that nobody names, a
    ``period``.
    """
    as_at = reader.summary.figures[reading.key].as_at
    return "period" if as_at is None else "month" if isinstance(as_at, Month) else "day"


def shared_reasons(reader: Reader) -> dict[str, str]:
    """By symbol: the reason that all figures have in whose place it stands, where there are several
    and they have the same.
    """
    missing = [reading for reading in reader.all if reading.reason]
    points = [p for name in reader.summary.series for p in reader.points(name) if p.reason]
    found: dict[str, str] = {}
    for symbol in dict.fromkeys(one.symbol for one in missing):
        reasons = [one.reason for one in (*missing, *points) if one.symbol == symbol]
        if len(reasons) > 1 and len(set(reasons)) == 1:
            found[symbol] = reasons[0]
    return found


def groups(reader: Reader, shared: Common, reasons: Mapping[str, str]) -> tuple[Group, ...]:
    """Figures by the section that is the first to tell them, in the order of the content; those
    that none tells come last.

    Args:
        shared: what they need not name.
        reasons: by symbol, the reason of a gap that is said elsewhere.
    """
    left = {reading.key: reading for reading in reader.all}
    made = []
    for section in reader.summary.sections:
        told = told_by(section, reader.summary)
        found = [left.pop(key) for key in list(left) if key in told]
        heading, lang = reader.plain(section.heading), section.lang or ""
        made.append(_group(heading, found, lang, reader, shared, reasons))
    rest = list(left.values())
    made.append(_group(reader.words.sources.others, rest, "", reader, shared, reasons))
    return tuple(group for group in made if group.facts)


def _group(
    heading: str,
    readings: Sequence[Reading],
    lang: str,
    reader: Reader,
    shared: Common,
    reasons: Mapping[str, str],
) -> Group:
    """Figures, with what all of them name said once."""
    times = [one.when if one.when != shared.when else "" for one in readings]
    titles = [_title(one, reader, shared) for one in readings]
    notes = [[note for note in one.notes if note != one.reason] for one in readings]
    time, named = _time_of(times)
    title, told = _of_all([[text] for text in titles]), _of_all(notes)
    facts = tuple(
        Fact(
            rates.based(one, reader.words.numbers),
            _sentences(
                [text for text in (when, source) if text and text not in (time, *title)],
                [text for text in own if text not in told],
            ),
            "" if reasons.get(one.symbol) == one.reason else one.reason,
        )
        for one, when, source, own in zip(readings, times, titles, notes, strict=True)
    )
    words = reader.words.sources
    both = [*title, words.unless_another(when=time)] if named else [time, *title]
    said = _sentences([text for text in both if text], told)
    return Group(heading, facts, lang, words.of_all(said=said) if said else "")


def _time_of(times: Sequence[str]) -> tuple[str, bool]:
    """The time that most figures of a group have, where each has one to name; and whether others
    have another.
    """
    most = _most(times) if all(times) else None
    return (most, len(set(times)) > 1) if most else ("", False)


def _of_all(texts: Sequence[Sequence[str]]) -> list[str]:
    """What is said of each of several figures."""
    first, *others = texts or [()]
    return [text for text in first if others and all(text in other for other in others)]


def _sentences(times: Sequence[str], notes: Sequence[str]) -> str:
    """A time and a source, then notes, as sentences."""
    parts = [part for part in (", ".join(times), *notes) if part]
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts)


def _title(reading: Reading, reader: Reader, shared: Common) -> str:
    """The title of its source, where it is another than most have; or empty."""
    title = reader.summary.sources[reading.source].title
    return title if reading.source != shared.source else ""


def years(reader: Reader, shared: Common) -> tuple[Years, ...]:
    """Each series; what holds of several that follow one another is said below the last."""
    series, numbers = reader.summary.series, reader.words.numbers
    told = [_told(name, reader, shared) for name in series]
    made = []
    for at, (name, said) in enumerate(zip(series, told, strict=True)):
        goes_on, went_on = told[at + 1 : at + 2] == [said], at > 0 and told[at - 1] == said
        if said and went_on:
            said = reader.words.sources.of_all(said=said)
        line = rates.based_line(line_of(name, reader), numbers)
        made.append(Years(line, "" if goes_on else said))
    return tuple(made)


def _told(name: str, reader: Reader, shared: Common) -> str:
    """The source of a series, where it is another than most have, and its definition."""
    one = reader.summary.series[name]
    title = reader.summary.sources[one.source].title
    return _sentences([title] if one.source != shared.source else [], [one.definition or ""])


def origin(key: str, reader: Reader) -> Origin:
    """What a source is."""
    source = reader.summary.sources[key]
    words, numbers = reader.words.sources, reader.words.numbers
    if source.published:
        day = date(source.published, numbers)
        told = [words.published_on(publisher=source.publisher, day=day)]
    else:
        told = [words.published(publisher=source.publisher)]
    told += [words.read_on(day=date(source.accessed, numbers))] if source.accessed else []
    steps = words.counts_rounded(step=number(source.rounded)) if source.rounded else ""
    licence = f"{source.licence}." if source.licence else ""
    parts = [f"{', '.join(told)}.", licence, steps, source.note]
    return Origin(
        key,
        source.title,
        " ".join(part for part in parts if part),
        Link(visible(source.url), source.url) if source.url else None,
    )
