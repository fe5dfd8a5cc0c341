"""What previous numbers and times must agree on: the figure's unit, an earlier time of the same
kind, one form of years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from hscb_report.errors import Problem
from hscb_report.summary import months
from hscb_report.summary.days import last_day
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure, Previous
from hscb_report.summary.periods import as_written, moved, years_of
from hscb_report.summary.previous import before_of, when, year_earlier
from hscb_report.summary.same_time import other_time
from hscb_report.summary.time_spans import span_of
from hscb_report.summary.tree import KeyPath, Tree
from hscb_report.summary.units import UNITS
from hscb_report.summary.wording import number
from hscb_report.words.table import EN_GB

_Amiss = tuple[str, str, str, str]
"""Code, the key it is about, message, next step."""


def problems_in(summary: Summary, tree: Tree) -> Iterator[Problem]:
    """What cannot be so of times and of previous numbers."""
    for name, series in summary.series.items():
        for time in series.points:
            for code, _, message, hint in _odd(time):
                at: KeyPath = ("series", name, "points", time)
                yield Problem(code, message, hint, tree.place(at, key=True), at)
    for name, figure in summary.figures.items():
        own: KeyPath = ("figures", name)
        found = [(own, one) for one in _forms(figure.period, summary.period)]
        if said := figure.previous:
            times = () if list(_odd(figure.period or "")) else _times(said, figure)
            amiss = chain(_values(said, figure), times, _forms(said.period, summary.period))
            found += [((*own, "previous"), one) for one in amiss]
        for path, (code, key, message, hint) in found:
            where = (*path, key)
            yield Problem(code, message, hint, tree.place(where), where)


def _forms(period: str | None, report: str) -> Iterator[_Amiss]:
    """A year that is not written as the year of the report is, so that it would be taken for
    another kind; and what looks like a time, and is none.
    """
    yield from _odd(period or "")
    if "-" in report and (wanted := as_written(period or "", report)):
        yield (
            "other-form",
            "period",
            f'"{period}" is a year in another form than that of the report, {report}',
            f"write {wanted}",
        )


_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_QUARTER = re.compile(r"(?:.*\W)?(?:q|quarter\s?)(?P<nth>[05-9]|\d{2,})\b.*", re.IGNORECASE)


def _odd(period: str) -> Iterator[_Amiss]:
    """A quarter that there is not, and a month as ``as_at`` writes it."""
    if _QUARTER.fullmatch(period) and re.search(r"\d{4}", period):
        yield (
            "no-quarter",
            "period",
            f'"{period}" is no quarter: a year has Q1 to Q4',
            "write one of these four",
        )
    elif (found := _MONTH.fullmatch(period)) and years_of(period) is None:
        words = f"{months.NAMES[int(found[1]) - 1]} {period[:4]}"
        yield (
            "month-as-period",
            "period",
            f'"{period}" is a month as as_at writes it, and no period',
            f"write {words}; or, of a number counted on a day of it, as_at: {period}",
        )


def _values(said: Previous, figure: Figure) -> Iterator[_Amiss]:
    """A number that the figure's unit does not allow."""
    value, unit = said.value, UNITS[figure.unit]
    if value is None:
        return
    if value < 0 and not unit.below_zero:
        shown = number(value, figure.unit)
        yield "negative", "value", f"{shown} is below zero", "check the number"
    elif unit.most is not None and value > unit.most:
        yield "over-100", "value", f"a percentage cannot be over {unit.most}", "check the number"
    elif unit.whole and value != int(value):
        yield "fraction", "value", "a count is a whole number", "write a whole number"


def _times(said: Previous, figure: Figure) -> Iterator[_Amiss]:
    """A time that is not known, or not the same of an earlier year."""
    if said.period and said.as_at:
        yield (
            "when",
            "as_at",
            "this number has a period and an as_at date",
            "keep one of the two, or neither: then it is of the year before the figure's",
        )
        return
    before = before_of(figure)
    if before is None:
        yield (
            "no-earlier-time",
            "value",
            f'the figure is of "{when(figure)}", which is no year, quarter or month, so nobody can '
            "tell of what time its previous number is",
            _with_time(said, figure),
        )
        return
    if figure.period and before.period and not (span_of(figure.period) or span_of(before.period)):
        if before.period == figure.period:
            message = f"both this number and the figure are of {figure.period}"
            yield "other-time", "period", message, _with_time(said, figure)
        return  # of words nothing is known: who writes both says that they can be compared
    at = "period" if said.period else "as_at" if said.as_at else "value"
    period, as_at = year_earlier(figure.period, figure.as_at)
    usual = before.model_copy(update={"period": period, "as_at": as_at})
    hint = f"take {at} out, for it is then of {when(usual)}" if when(usual) else "check the two"
    if reason := other_time(before, figure, EN_GB):
        message = f"this number and the figure cannot be compared: {reason}"
        yield "other-time", at, message, hint
    elif _is_after(before, figure):
        yield "not-earlier", at, f"{when(before)} is not before {when(figure)}", hint


def _with_time(said: Previous, figure: Figure) -> str:
    """How to say the time of a previous number, where the figure's is in words."""
    period = figure.period or ""
    earlier = moved(period, -1)
    value = "null, ..." if said.value is None else said.value
    if earlier != period:
        return f"if it is of {earlier}, write previous: {{value: {value}, period: {earlier}}}"
    return f"write of which: previous: {{value: {value}, period: ...}}"


def _is_after(before: Figure, figure: Figure) -> bool:
    if before.as_at and figure.as_at:
        return last_day(before.as_at) >= last_day(figure.as_at)
    one, other = span_of(before.period or ""), span_of(figure.period or "")
    return one is not None and other is not None and one >= other
