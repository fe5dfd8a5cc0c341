"""A figure and the same figure of an earlier year: what changed, and where the two cannot be
compared.

Two numbers are compared only where they measure the same thing. A difference between two
definitions, sources, units or days of the year is no change, and is never printed as one.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import partial
from typing import Literal

from hscb_report.summary.arithmetic import EXACT, per_cent, rounded
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure
from hscb_report.summary.growth import amount, share
from hscb_report.summary.places import folded
from hscb_report.summary.previous import before_of, is_of, why_not_before
from hscb_report.summary.reading import Reader, Reading
from hscb_report.summary.same_time import other_time
from hscb_report.summary.sources import Source
from hscb_report.summary.time_spans import timeless
from hscb_report.summary.units import UnitName
from hscb_report.words.table import EN_GB, Words

Direction = Literal["up", "down", "same", ""]


@dataclass(frozen=True)
class Change:
    """One figure in two years.

    Attributes:
        name: what the figure is called in the later year.
        difference: the later value less the earlier; None where they cannot be compared. For
            percentages, in percentage points.
        percent: the difference in per cent of the earlier value, to one decimal, rounded half
            up; only for counts whose earlier value is not zero.
        direction: ``up``, ``down`` or ``same``; empty where they cannot be compared.
        why_not: why they cannot be compared, or empty.
        said: the change in words: ``Up 154 (11%)``, ``Down 2 percentage points``, ``No change``,
            ``Not comparable``.
        published: the number in the earlier year's own file, where the later year says that it is
            another by now; None where it is the same, or not there.
    """

    key: str
    name: str
    unit: UnitName
    earlier: Reading
    later: Reading
    difference: Decimal | None
    percent: Decimal | None
    direction: Direction
    why_not: str
    said: str
    published: Reading | None = None


def change(name: str, earlier: Reader | None, later: Reader, since: str = "") -> Change:
    """Compare a figure with the one of an earlier year: as the later year says in ``previous`` that
    it stands now, or else as the file of the earlier year has it.

    Args:
        earlier: None where there is no such file; then the figure says its previous number.
        since: the earlier year; that of its file, unless told.
    """
    with localcontext(EXACT):
        return _change(name, earlier, later, since or (earlier.summary.period if earlier else ""))


def _change(name: str, earlier: Reader | None, later: Reader, since: str) -> Change:
    now, reading = later.summary.figures[name], later.figure(name)
    filed = earlier.summary.figures.get(name) if earlier else None
    published = earlier.figure(name) if earlier and filed else None
    if is_of(now, since) and (as_now := before_of(now)) and (said_now := later.previous(name)):
        before, readings = as_now, (said_now, reading)
        reason = why_not_before(before, now, later.words)
        if published and published.number == said_now.number:
            published = None
    else:
        assert earlier is not None
        assert filed is not None
        assert published is not None
        before, readings, published = filed, (published, reading), None
        reason = why_not(before, now, earlier.summary, later.summary, words=later.words)
    told = partial(Change, name, reading.name, now.unit, *readings)
    if reason:
        return told(None, None, "", reason, later.words.changes.not_comparable, published)
    difference = Decimal(now.value) - Decimal(before.value)
    percent = None
    if now.unit == "count" and before.value:
        percent = rounded(per_cent(difference, before.value), 1)
    direction: Direction = "up" if difference > 0 else "down" if difference < 0 else "same"
    said = _said(difference, direction, now.unit, before.value, later.words)
    return told(difference, percent, direction, "", said, published)


def changes(earlier: Reader | None, later: Reader, since: str = "") -> list[Change]:
    """Every figure of which both years are known, in the order of the later.

    Args:
        earlier: None where the earlier year has no file.
        since: the earlier year; that of its file, unless told.
    """
    filed = earlier.summary.figures if earlier else {}
    since = since or (earlier.summary.period if earlier else "")
    return [
        change(name, earlier, later, since)
        for name, figure in later.summary.figures.items()
        if name in filed or is_of(figure, since)
    ]


def _said(
    difference: Decimal, direction: Direction, unit: UnitName, base: int | Decimal, words: Words
) -> str:
    if direction == "same":
        return words.changes.no_change
    moved = words.changes.up if direction == "up" else words.changes.down
    percent = share(difference, unit, base, words)
    told = f" ({percent})" if percent else ""
    return moved(amount=amount(difference, unit, words)) + told


def why_not(
    before: Figure,
    now: Figure,
    earlier: Summary,
    later: Summary,
    times: bool = True,
    words: Words = EN_GB,
) -> str:
    """The first reason that forbids a comparison, or empty.

    Args:
        times: whether two numbers of one day or period, or of different days of the year, are
            such a reason.
    """
    said = words.changes
    for year, figure in ((earlier.period, before), (later.period, now)):
        if figure.value is None:
            return said.no_value(year=year)
        if figure.bound:
            return said.not_exact(year=year)
    if now.symbol == "b":
        return said.series_breaks(year=later.period)
    if before.unit != now.unit:
        units = words.numbers.units
        return said.unit_differs(before=units[before.unit], now=units[now.unit])
    if folded(before.place or "") != folded(now.place or ""):
        return said.place_differs
    for year, has, other in ((earlier.period, before, now), (later.period, now, before)):
        if has.definition and not other.definition:
            return said.defined_in_one(year=year)
    if timeless(before.definition or "") != timeless(now.definition or ""):
        return said.definition_differs
    if before.part_of != now.part_of:
        return said.other_whole if before.part_of and now.part_of else said.whole_in_one
    if publication(earlier.sources[before.source]) != publication(later.sources[now.source]):
        return said.source_differs
    return other_time(before, now, words) if times else ""


def publication(source: Source) -> tuple[str, str]:
    """What a source is, whatever the year of its edition."""
    return timeless(source.title), timeless(source.publisher)
