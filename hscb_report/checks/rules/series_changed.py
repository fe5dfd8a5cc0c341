"""Past years of a series that were other numbers in last year's report.

Finds:
    a point of a series that was another number in the file of the year before, and is not marked
    as revised
Why:
    Who lays two reports beside each other finds two numbers for one year. Official statistics mark
    a revised number with [r].
Fails:
    # the year before
    period: 2016-17
    series:
      in-care: {label: Children in care, points: {2016: 1305, 2017: 1440}, source: return}
    sections: [{heading: In care, blocks: [{kind: trend, series: in-care}]}]
    ---
    # this year
    series:
      in-care:
        label: Children in care
        points: {2016: 1305, 2017: 1404, 2018: 1594}
        source: return
    sections: [{heading: In care, blocks: [{kind: trend, series: in-care}]}]
Passes:
    # the year before
    period: 2016-17
    series:
      in-care: {label: Children in care, points: {2016: 1305, 2017: 1440}, source: return}
    sections: [{heading: In care, blocks: [{kind: trend, series: in-care}]}]
    ---
    # this year
    series:
      in-care:
        label: Children in care
        points: {2016: 1305, 2017: {value: 1404, symbol: r}, 2018: 1594}
        source: return
    sections: [{heading: In care, blocks: [{kind: trend, series: in-care}]}]
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.figures import Point, Series
from hscb_report.summary.wording import number

_FIRST_ONLY = ("p", "e")
"""Symbols of a number that was not yet final, so that its change was announced."""


def find(subject: Subject) -> Iterator[Finding]:
    """Points of the same series that changed without [r]."""
    before = subject.previous.summary if subject.previous else None
    if before is None:
        return
    for name, series in subject.summary.series.items():
        last = before.series.get(name)
        if last is None or not _is_same(series, last):
            continue
        for when, point in series.points.items():
            old = last.points.get(when)
            if old is not None and _changed(old, point):
                yield Finding(
                    ("series", name, "points", when),
                    f"{when} is {number(point.value, series.unit)} here, and was "
                    f"{number(old.value, series.unit)} in the report of {before.period}",
                    f"if it was revised, write {when}: {{value: {point.value}, symbol: r}}; if "
                    "not, write the number that was published",
                    number(point.value, series.unit),
                )


def _is_same(series: Series, last: Series) -> bool:
    """Whether both years mean one measure; another definition is another series."""
    return series.unit == last.unit and series.definition == last.definition


def _changed(old: Point, now: Point) -> bool:
    return (
        old.value is not None
        and now.value is not None
        and old.value != now.value
        and now.symbol not in ("r", "b")
        and old.symbol not in _FIRST_ONLY
    )


RULE = Rule("series-changed", find)
