"""How a number stands to an earlier one, in words that are right for its unit: ``329 more than in
2014: up 26%``, ``2% fewer than in 2016-17``, ``4 percentage points lower than on 31 March 2017``.

Whether the two may be compared is the caller's to know.
"""

from __future__ import annotations

from decimal import Decimal, localcontext

from hscb_report.summary import wording
from hscb_report.summary.arithmetic import EXACT, per_cent, rounded
from hscb_report.summary.units import UNITS, UnitName
from hscb_report.words.table import EN_GB, Words

MANY = 100
"""Of fewer, one is more than one per cent: how many it is says more than a share."""


def amount(difference: Decimal, unit: UnitName, words: Words) -> str:
    """How much a difference is, without its sign."""
    size = abs(difference)
    if unit == "percent":
        return words.changes.points(number=f"{size.normalize():f}", one=size == 1)
    return wording.number(size, unit, words=words.numbers)


def share(difference: Decimal, unit: UnitName, base: int | Decimal, words: Words) -> str:
    """The same in per cent of the earlier value; only of counts whose earlier value is not zero."""
    if unit != "count" or not base:
        return ""
    return wording.percentage(abs(difference), base, words.numbers)


def growth(
    before: int | Decimal, now: int | Decimal, unit: UnitName, since: str, words: Words = EN_GB
) -> str:
    """How a number stands to an earlier one of the same series.

    Args:
        since: the earlier year.
    """
    with localcontext(EXACT):
        difference = Decimal(now) - Decimal(before)
        then = words.changes.then(when=since, is_day=False)
        said = _than(_bare(difference, unit, words), difference, unit, then, words)
        percent = share(difference, unit, before, words) if difference else ""
    moved = words.changes.up if difference > 0 else words.changes.down
    turned = moved(amount=percent)
    return f"{said}: {turned[:1].lower()}{turned[1:]}" if percent else said


def since_then(
    before: int | Decimal,
    now: int | Decimal,
    unit: UnitName,
    then: str,
    words: Words = EN_GB,
) -> str:
    """The same in a few words: a count in per cent of the earlier one, where that says more than
    how many it is.

    Args:
        then: the time of the earlier number, such as ``in 2016-17``.
    """
    with localcontext(EXACT):
        difference = Decimal(now) - Decimal(before)
        said = _bare(difference, unit, words)
        if unit == "count" and before >= MANY:
            percent = rounded(per_cent(abs(difference), before))
            said = share(difference, unit, before, words) if 1 <= percent < 100 else said
        return _than(said, difference, unit, then, words)


def _bare(difference: Decimal, unit: UnitName, words: Words) -> str:
    """How much a difference is; of rates without their base, which stands beside their numbers."""
    if unit in words.numbers.bases:
        return wording.big_number(abs(difference), unit, words=words.numbers)
    return amount(difference, unit, words)


def _than(said: str, difference: Decimal, unit: UnitName, then: str, words: Words) -> str:
    if not difference:
        return words.changes.same_as(then=then)
    compared = words.changes.more if difference > 0 else words.changes.less
    rate = UNITS[unit].per is not None
    return compared(amount=said, then=then, counted=unit == "count", rate=rate)
