"""Rates as they are told: what is counted with its base, ``Referrals, per 10,000``, and beside it
bare numbers, so that the base is read once and not behind each of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hscb_report.story.series import Line
from hscb_report.summary.reading import Reading
from hscb_report.summary.said import Said
from hscb_report.words.numbers import NumberWords


def base_of(readings: Iterable[Reading], words: NumberWords) -> str:
    """Of how many all of them are, ``per 10,000``; empty where they are no rates, or differ."""
    found = {words.bases.get(one.unit, "") for one in readings}
    return found.pop() if len(found) == 1 else ""


def bare(one: Reading) -> Reading:
    """A rate without its base, which is said elsewhere; a missing one as it was."""
    return one if one.value is None else replace(one, number=one.headline)


def based(one: Reading, words: NumberWords) -> Reading:
    """A number whose name says its base, with the number bare; one that has no base as it was."""
    base = base_of([one], words)
    if not base:
        return one
    measure = words.with_base(text=one.measure, base=base)
    name = Said(one.name.replace(one.measure, measure, 1), getattr(one.name, "refs", ()))
    return replace(bare(one), name=name, measure=measure)


def based_line(line: Line, words: NumberWords) -> Line:
    """A series whose name says the base, with its numbers bare."""
    points = tuple(based(point, words) for point in line.points)
    name = points[0].name if line.name == line.points[0].name else line.name
    return replace(line, name=name, points=points)


def headed(title: str, rows: Iterable[str], base: str, words: NumberWords) -> str:
    """The heading of a chart of rates, which says their base, unless each of its rows does.

    Args:
        title: without it; may be empty.
        rows: what the rows or lines of the chart are called.
    """
    if not base or (not title and all(words.with_base(text=one, base=base) == one for one in rows)):
        return title
    said = words.with_base(text=title, base=base) if title else base
    return f"{said[:1].upper()}{said[1:]}"
