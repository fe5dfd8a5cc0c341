"""Whether what is known contradicts a claim."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hscb_report.checks.claims import places
from hscb_report.checks.claims.amounts import Amount, agrees
from hscb_report.checks.claims.claim import (
    Claim,
    Compared,
    Extreme,
    Largest,
    Moved,
    Shared,
)
from hscb_report.checks.claims.measures import Known, Measure, Moment
from hscb_report.checks.claims.ranks import extreme, largest, shared
from hscb_report.checks.claims.times import Tail
from hscb_report.checks.claims.verdict import Verdict, named_by
from hscb_report.summary.beside import order
from hscb_report.summary.wording import number

STEADY, SAME, SLIGHT, SHARP = 10.0, 3.0, 25.0, 1.0
"""Per cent: what moved more is not stable, not the same, not slight; what moved less is not sharp.
"""
FEW = 3
"""Where a count moves by less, words such as stable and slight may fit it."""


def contradiction(claim: Claim, known: Known) -> str:
    """The numbers that contradict a claim, or empty: where one reading of it holds, or nothing is
    known, there are none.
    """
    for one in places.each(claim, known) if isinstance(claim, Compared) else [claim]:
        readings = list(_readings(one, known))
        if readings and not any(reading.holds for reading in readings):
            return readings[0].because
    return ""


def _readings(claim: Claim, known: Known) -> Iterator[Verdict]:
    match claim:
        case Moved():
            for one in named_by(claim.subject, known):
                found = list(_moved(claim, one))
                wrong = [verdict for verdict in found if not verdict.holds]
                yield from wrong[:1] if claim.tail.each and wrong else found
        case Compared():
            yield from _compared(claim, known)
        case Extreme():
            for one in named_by(claim.subject, known):
                yield from extreme(claim, one)
        case Largest():
            yield from largest(claim, known)
        case Shared():
            yield from shared(claim, known)


def _moved(claim: Moved, one: Measure) -> Iterator[Verdict]:
    units = {*claim.tail.units, *(amount.unit for amount in claim.tail.amounts)} - {""}
    if units - {one.unit}:
        return  # it speaks of something else
    if claim.denied and (claim.tail.amounts or claim.tail.manner or claim.tail.each):
        return
    for before, now in _spans(claim.tail, one):
        if before.value is None or now.value is None:
            continue
        equal = before.value == now.value and claim.way != "same"
        if equal and one.unit != "count":
            continue  # rounded, so that it cannot be told
        if not _is_of_another(claim, float(before.value), float(now.value)):
            yield _judged(claim, one, before, now)


def _spans(tail: Tail, one: Measure) -> Iterator[tuple[Moment, Moment]]:
    """From when to when a movement can be meant."""
    if one.now is None and not tail.until:
        return
    if tail.during:
        now = one.of(tail.during)
        at = one.all.index(now) if now in one.all else 0
        if now and at and not tail.since:
            yield one.all[at - 1], now
            return
        if now is not one.now or not tail.since:
            return
    if tail.since:
        before = one.of(tail.since)
        until = one.of(tail.until) if tail.until else one.now
        if tail.each and before and until:
            yield from _steps(one, before, until)
        elif before and until and before is not until:
            yield before, until
        return
    if one.now is None or not one.past:
        return
    last = one.past[-1]
    if tail.each and tail.running and len(one.past) >= tail.running:
        yield from _steps(one, one.past[-tail.running], one.now)
    elif tail.years:
        if len(one.past) >= tail.years:
            yield one.past[-tail.years], one.now
    elif tail.each:
        yield from _steps(one, one.past[0], one.now)
    else:
        yield last, one.now
        if not (tail.last or tail.current) and len(one.past) > 1:
            yield one.past[0], one.now


def _steps(one: Measure, first: Moment, last: Moment) -> Iterator[tuple[Moment, Moment]]:
    """Each step of a way."""
    way = [moment for moment in one.all if moment.value is not None]
    if first in way and last in way:
        yield from pairwise(way[way.index(first) : way.index(last) + 1])


def _judged(claim: Moved, one: Measure, before: Moment, now: Moment) -> Verdict:
    assert before.value is not None
    assert now.value is not None
    was, value = float(before.value), float(now.value)
    shown = number(before.value, one.unit)
    if claim.tail.revised and claim.tail.start is not None:
        was = claim.tail.start
        shown = f"{was:,.15g}, as revised,"
    because = (
        f'"{one.key}" was {shown} in {before.when} and {number(now.value, one.unit)} in {now.when}'
    )
    percent = (value - was) / abs(was) * 100 if was else (100.0 if value else 0.0)
    most = SAME if claim.said.endswith(("the same", "unchanged")) else STEADY
    turned = {
        "up": value > was,
        "down": value < was,
        "same": abs(percent) <= most or abs(value - was) < FEW,
    }[claim.way]
    if claim.denied:
        return Verdict(not turned, because)
    tail = claim.tail
    holds = (
        turned
        and all(_amount(amount, was, value, one) for amount in tail.amounts)
        and not (tail.manner == "slight" and abs(percent) > SLIGHT and abs(value - was) >= FEW)
        and not (tail.manner == "sharp" and abs(percent) < SHARP)
        and (tail.start is None or _is(tail.start, was, tail.step))
        and (tail.end is None or _is(tail.end, value, tail.step))
    )
    return Verdict(holds, because)


def _is_of_another(claim: Moved, was: float, now: float) -> bool:
    """Whether the numbers typed beside a claim are of something else, and say what it says."""
    start, end = claim.tail.start, claim.tail.end
    if start is None or end is None:
        return False
    step = claim.tail.step
    known = any(_is(said, true, step) for said in (start, end) for true in (was, now))
    return not known and (end > start) == (claim.way == "up")


def _is(said: float, true: float, step: float = 0.0) -> bool:
    """Whether a typed number may be a true one, rounded.

    Args:
        step: to what it is rounded; 0 where its words do not say it.
    """
    off = abs(said - true)
    return off <= max(0.5, 0.02 * abs(true), step / 2) and (said >= 1000 or off < 1)


def _amount(amount: Amount, was: float, now: float, one: Measure) -> bool:
    if amount.unit not in ("", one.unit):
        return True  # of something else
    moved = abs(now - was)
    percent = moved / abs(was) * 100 if was else 0.0
    if amount.kind == "points":
        return agrees(amount, moved, 3)
    if amount.kind == "times":
        return bool(was) and agrees(amount, now / was, 3)
    if amount.kind == "count":
        return agrees(amount, moved, 3) or (amount.side == "" and _is(amount.value, now))
    return agrees(amount, percent, 3) or (one.unit == "percent" and agrees(amount, moved, 3))


def _compared(claim: Compared, known: Known) -> Iterator[Verdict]:
    of_places = places.pairs(claim, known)
    pairs = _named_pairs(claim, known) if of_places is None else of_places
    for left, right in pairs if of_places is not None or not claim.of_places else ():
        if left.value is None or right.value is None:
            continue
        one, other = float(left.value), float(right.value)
        if left.unit != "count" and not order(left.value, right.value):
            continue  # rounded, so that it cannot be told
        holds = {"up": one > other, "down": one < other, "same": True}[claim.way]
        holds = holds and all(_amount(a, other, one, left) for a in claim.amounts)
        yield Verdict(
            holds,
            f'"{left.key}" is {number(left.value, left.unit)} and "{right.key}" is '
            f"{number(right.value, right.unit)}",
        )


def _named_pairs(claim: Compared, known: Known) -> Iterator[tuple[Measure, Measure]]:
    """Measures that both sides of a comparison name."""
    lefts = named_by(claim.subject, known)
    rights = named_by(claim.other, known) or named_by(
        (claim.subject - known.places) | claim.other, known
    )
    for left in lefts:
        for right in rights:
            if left is not right and left.unit == right.unit and left.key != right.key:
                yield left, right
