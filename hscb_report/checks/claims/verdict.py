"""Which measures a sentence names, and what one reading of it comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hscb_report.checks.claims.measures import Known, Measure
from hscb_report.checks.claims.naming import fits
from hscb_report.summary.units import UNITS

_RATES = frozenset("rate proportion percentage share per".split())


@dataclass(frozen=True)
class Verdict:
    """What one reading of a claim comes to.

    Attributes:
        holds: whether it is true.
        because: the numbers that say so.
    """

    holds: bool
    because: str


def named_by(words: Iterable[str], known: Known) -> list[Measure]:
    """The measures that words name; where they say a rate or a number, of such a unit."""
    bare = set(words)
    fitting = [(fits(bare, one.named, known.places), one) for one in known.measures]
    best = max((fit for fit, _ in fitting), default=0)
    return of_such_units(bare, [one for fit, one in fitting if fit and fit == best], True)


def of_such_units(
    words: Iterable[str], found: list[Measure], counted_first: bool = False
) -> list[Measure]:
    """Of measures that words name, those of such a unit as they say: a rate or a number.

    Args:
        counted_first: whether they mean numbers where they say neither, and there are some.
    """
    bare = set(words)
    rates = [one for one in found if UNITS[one.unit].per is not None]
    if bare & _RATES:
        return rates
    counted = [one for one in found if one not in rates]
    if "number" in bare:
        return counted
    return (counted or rates) if counted_first else found
