"""Claims that a number of one place is higher or lower than that of another: "lower than England",
"above the national average", "higher than our statistical neighbours".

The words behind "than" name a place, and those before it what is measured; both numbers are those
of figures that say their ``place``. Where no words say what is measured, as in the heading "Lower
than England", they are read only if there is one thing of which both places have a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hscb_report.checks.claims.claim import Compared
from hscb_report.checks.claims.measures import Known, Measure
from hscb_report.checks.claims.naming import AROUND, GENERIC, JOIN, measures, words_of
from hscb_report.checks.claims.verdict import of_such_units
from hscb_report.summary.periods import YEAR

_OURS = frozenset("own ours local locally here".split())
"""Words for the board's own area, beside its name."""
_SAYS_NOTHING = frozenset("figure equivalent corresponding comparable per well".split())
_PARTS = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+|^(?:both|either)\s+")
_YEAR = re.compile(rf"{YEAR}\Z")


@dataclass(frozen=True)
class _Side:
    """One side of a comparison.

    Attributes:
        place: of the figures it speaks of; empty for the board's own area.
        is_named: whether it names a place; the board's own need not be.
        measure: the words for what is measured.
        years: those that it names.
    """

    place: str
    is_named: bool
    measure: frozenset[str]
    years: tuple[str, ...]


def each(claim: Compared, known: Known) -> list[Compared]:
    """A claim for each place of several: "lower than England and our neighbours" says two things.
    The claim itself where one of them is no place of which there is a figure.
    """
    if JOIN not in claim.other or _side(claim.other, known) is not None:
        return [claim]
    parts = [frozenset(words_of(part)) for part in _PARTS.split(claim.right) if part]
    sides = [_side(part, known) for part in parts]
    if not all(side and side.is_named for side in sides):
        return [claim]
    return [replace(claim, other=part) for part in parts]


def pairs(claim: Compared, known: Known) -> list[tuple[Measure, Measure]] | None:
    """The numbers that a claim compares; None where it does not speak of two places."""
    left, right = (_side(words, known) for words in (claim.subject, claim.other))
    if left is None or right is None or left.place == right.place:
        return None
    found = (
        _measured(left, right, known)
        if left.measure or right.measure
        else _only(left, right, known)
    )
    years = (*left.years, *right.years)
    return [pair for pair in found if all(_is_of(one, years) for one in pair)]


def _measured(left: _Side, right: _Side, known: Known) -> Iterator[tuple[Measure, Measure]]:
    """The numbers of what is named on one side or on both."""
    ours = _fitting(left.measure or right.measure, left.place, known)
    theirs = _fitting(right.measure or left.measure, right.place, known)
    yield from ((one, other) for one in ours for other in theirs if one.unit == other.unit)


def _fitting(words: frozenset[str], place: str, known: Known) -> list[Measure]:
    there = [one for one in known.measures if one.place == place]
    fitting = [(measures(set(words), one.named, known.places), one) for one in there]
    best = max((fit for fit, _ in fitting), default=0)
    return of_such_units(words, [one for fit, one in fitting if fit and fit == best])


def _only(left: _Side, right: _Side, known: Known) -> list[tuple[Measure, Measure]]:
    """The numbers of the one thing of which both places have one; nothing where there are more."""
    found = [
        (one, other)
        for one in known.measures
        for other in known.measures
        if (one.place, other.place) == (left.place, right.place)
        and (one.measured, one.unit) == (other.measured, other.unit)
    ]
    return found if len({(one.measured, one.unit) for one, _ in found}) == 1 else []


def _is_of(one: Measure, years: Iterable[str]) -> bool:
    """Whether the number is of all years that a claim names."""
    return one.now is not None and all(one.now.is_of(year) for year in years)


def _side(words: Iterable[str], known: Known) -> _Side | None:
    """What one side of a comparison speaks of; None where it names several places."""
    said = frozenset(words)
    ways = {(one.place, way) for one in known.measures for way in one.named.place if way <= said}
    best = {place for place, way in ways if not any(way < other for _, other in ways)}
    if len(best) > 1:
        return None
    rest = said.difference(*(way for _, way in ways)) - _SAYS_NOTHING
    called = {word for one in known.measures for core in one.named.cores for word in core}
    rest = frozenset(word for word in rest if not word[0].isdigit() or word in called)
    years = tuple(word for word in said if _YEAR.match(word))
    if best:
        return _Side(best.pop(), True, _telling(rest - AROUND), years)
    home = rest & (known.places | _OURS)
    return _Side("", bool(home), _telling(rest - home), years)


def _telling(words: frozenset[str]) -> frozenset[str]:
    """Words for what is measured; none where they tell no figure from another."""
    return words if words - GENERIC else frozenset()
