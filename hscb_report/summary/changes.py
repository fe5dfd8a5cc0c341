"""A figure and the same figure of an earlier year: what changed, and where the two cannot be
compared.

Two numbers are compared only where they measure the same thing. A difference between two
definitions, sources, units or days of the year is no change, and is never printed as one.
"""

from __future__ import annotations

import calendar
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Literal

from hscb_report.errors import Problem
from hscb_report.summary import wording
from hscb_report.summary.arithmetic import EXACT, per_cent, rounded
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure, Source
from hscb_report.summary.nearest import suggestion
from hscb_report.summary.periods import is_before, same_form, without_years
from hscb_report.summary.places import folded
from hscb_report.summary.reading import Reader, Reading
from hscb_report.summary.tree import KeyPath, Tree
from hscb_report.summary.units import UnitName
from hscb_report.summary.uses import looking_back
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


def change(name: str, earlier: Reader, later: Reader) -> Change:
    """Compare a figure that both years have."""
    with localcontext(EXACT):
        return _change(name, earlier, later)


def _change(name: str, earlier: Reader, later: Reader) -> Change:
    before, now = earlier.summary.figures[name], later.summary.figures[name]
    readings = (earlier.figure(name), later.figure(name))
    if reason := why_not(before, now, earlier.summary, later.summary, words=later.words):
        said = later.words.changes.not_comparable
        return Change(name, readings[1].name, now.unit, *readings, None, None, "", reason, said)
    difference = Decimal(now.value) - Decimal(before.value)
    percent = None
    if now.unit == "count" and before.value:
        percent = rounded(per_cent(difference, before.value), 1)
    direction: Direction = "up" if difference > 0 else "down" if difference < 0 else "same"
    said = _said(difference, direction, now.unit, before.value, later.words)
    return Change(
        name, readings[1].name, now.unit, *readings, difference, percent, direction, "", said
    )


def changes(earlier: Reader, later: Reader) -> list[Change]:
    """Every figure that both years have, in the order of the later."""
    return [
        change(name, earlier, later)
        for name in later.summary.figures
        if name in earlier.summary.figures
    ]


def _said(
    difference: Decimal, direction: Direction, unit: UnitName, base: int | Decimal, words: Words
) -> str:
    if direction == "same":
        return words.changes.no_change
    moved = words.changes.up if direction == "up" else words.changes.down
    percent = _percent(difference, unit, base, words)
    share = f" ({percent})" if percent else ""
    return moved(amount=_amount(difference, unit, words)) + share


def _amount(difference: Decimal, unit: UnitName, words: Words) -> str:
    """How much it is, without its sign."""
    amount = abs(difference)
    if unit == "percent":
        return words.changes.points(number=f"{amount.normalize():f}", one=amount == 1)
    return wording.number(amount, unit, words=words.numbers)


def _percent(difference: Decimal, unit: UnitName, base: int | Decimal, words: Words) -> str:
    """The same in per cent of the earlier value; only of counts whose earlier value is not zero."""
    if unit != "count" or not base:
        return ""
    return wording.percentage(abs(difference), base, words.numbers)


def growth(
    before: int | Decimal, now: int | Decimal, unit: UnitName, since: str, words: Words = EN_GB
) -> str:
    """How a number stands to an earlier one of the same series: ``329 more than in 2014: up 26%``,
    ``4 percentage points less than in 2014``. Whether they may be compared is the caller's to know.

    Args:
        since: the earlier year.
    """
    with localcontext(EXACT):
        difference = Decimal(now) - Decimal(before)
        if not difference:
            return words.changes.same_as(since=since)
        said = words.changes.more if difference > 0 else words.changes.less
        amount = said(amount=_amount(difference, unit, words), since=since, counted=unit == "count")
        percent = _percent(difference, unit, before, words)
    moved = words.changes.up if difference > 0 else words.changes.down
    turned = moved(amount=percent)
    return f"{amount}: {turned[:1].lower()}{turned[1:]}" if percent else amount


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
    if timeless(before.definition) != timeless(now.definition):
        return said.definition_differs
    if before.part_of != now.part_of:
        return said.other_whole if before.part_of and now.part_of else said.whole_in_one
    if publication(earlier.sources[before.source]) != publication(later.sources[now.source]):
        return said.source_differs
    return _other_time(before, now, words) if times else ""


def _other_time(before: Figure, now: Figure, words: Words) -> str:
    said = words.changes
    if (before.as_at is None) != (now.as_at is None):
        return said.day_and_period
    if before.as_at and now.as_at:
        days = [wording.date(day, words.numbers) for day in (before.as_at, now.as_at)]
        if before.as_at == now.as_at:
            return said.same_time(when=days[1])
        both_end_a_month = before.as_at.month == now.as_at.month and all(
            day.day == calendar.monthrange(day.year, day.month)[1]
            for day in (before.as_at, now.as_at)
        )
        if not both_end_a_month and (before.as_at.month, before.as_at.day) != (
            now.as_at.month,
            now.as_at.day,
        ):
            return said.days_differ(before=days[0], now=days[1])
    elif before.period == now.period:
        return said.same_time(when=now.period or "")
    elif not same_form(before.period or "", now.period or ""):
        return said.periods_differ(before=before.period or "", now=now.period or "")
    return ""


def timeless(text: str | None) -> str:
    """Words without the years in them, in small letters: a definition that only moves on with the
    year is the same.
    """
    return " ".join(without_years(text or "").lower().split()).rstrip(".")


def publication(source: Source) -> tuple[str, str]:
    """What a source is, whatever the year of its edition."""
    return timeless(source.title), timeless(source.publisher)


def problems_between(
    summary: Summary,
    earlier: Mapping[str, Summary],
    known: Collection[str],
    tree: Tree,
    folder: str,
) -> list[Problem]:
    """What is wrong with blocks that look back: years that are none or have no file, figures that
    the year does not have.

    Args:
        earlier: the years that could be read.
        known: the periods that have a content file.
        folder: where those files are, as it is shown.
    """
    found = []
    for at, block in looking_back(summary):
        since, path = block.since, (*at, "since")
        place = tree.place(path)
        if not is_before(since, summary.period):
            found.append(
                Problem(
                    "not-earlier",
                    f"{since} is not before {summary.period}",
                    "name an earlier year",
                    place,
                    path,
                )
            )
        elif since not in known:
            found.append(
                Problem(
                    "no-earlier",
                    f"there is no {folder}/{since}.yaml to take the earlier values from",
                    suggestion(
                        since,
                        [one for one in known if is_before(one, summary.period)],
                        "earlier years",
                    ),
                    place,
                    path,
                )
            )
        elif since in earlier:
            for i, name in enumerate(block.figures):
                if name in summary.figures and name not in earlier[since].figures:
                    where: KeyPath = (*at, "figures", i)
                    found.append(
                        Problem(
                            "not-in-earlier",
                            f'{since} has no figure named "{name}"',
                            "take it out of the block, or give it the same name in both years",
                            tree.place(where),
                            where,
                        )
                    )
    return found
