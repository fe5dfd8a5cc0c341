"""Whether what is known contradicts a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

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
from hscb_report.checks.claims.naming import fits
from hscb_report.checks.claims.times import Tail
from hscb_report.summary.units import UNITS
from hscb_report.summary.wording import number

STEADY, SAME, SLIGHT, SHARP = 10.0, 3.0, 25.0, 1.0
"""Per cent: what moved more is not stable, not the same, not slight; what moved less is not sharp.
"""
FEW = 3
"""Where a count moves by less, words such as stable and slight may fit it."""
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


def contradiction(claim: Claim, known: Known) -> str:
    """The numbers that contradict a claim, or empty: where one reading of it holds, or nothing is
    known, there are none.
    """
    readings = list(_readings(claim, known))
    if not readings or any(one.holds for one in readings):
        return ""
    return readings[0].because


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
                yield from _extreme(claim, one)
        case Largest():
            yield from _largest(claim, known)
        case Shared():
            yield from _shared(claim, known)


def named_by(words: Iterable[str], known: Known) -> list[Measure]:
    """The measures that words name; where they say a rate or a number, of such a unit."""
    bare = set(words)
    fitting = [(fits(bare, one.named, known.places), one) for one in known.measures]
    best = max((fit for fit, _ in fitting), default=0)
    found = [one for fit, one in fitting if fit and fit == best]
    rates = [one for one in found if UNITS[one.unit].per is not None]
    if bare & _RATES:
        return rates
    counted = [one for one in found if one not in rates]
    if "number" in bare:
        return counted
    return counted or rates


def _moved(claim: Moved, one: Measure) -> Iterator[Verdict]:
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
    if claim.tail.revised and claim.tail.start is not None:
        was = claim.tail.start
    because = (
        f'"{one.key}" was {number(before.value, one.unit)} in {before.when} and '
        f"{number(now.value, one.unit)} in {now.when}"
    )
    percent = (value - was) / was * 100 if was else (100.0 if value else 0.0)
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
        and (tail.start is None or _is(tail.start, was))
        and (tail.end is None or _is(tail.end, value))
    )
    return Verdict(holds, because)


def _is_of_another(claim: Moved, was: float, now: float) -> bool:
    """Whether the numbers typed beside a claim are those of something else, and say what it says."""
    start, end = claim.tail.start, claim.tail.end
    if start is None or end is None:
        return False
    known = any(_is(said, true) for said in (start, end) for true in (was, now))
    return not known and (end > start) == (claim.way == "up")


def _is(said: float, true: float) -> bool:
    """Whether a typed number may be a true one, rounded."""
    return abs(said - true) <= max(0.5, 0.02 * true) and (said >= 1000 or abs(said - true) < 1)


def _amount(amount: Amount, was: float, now: float, one: Measure) -> bool:
    moved = abs(now - was)
    percent = moved / was * 100 if was else 0.0
    if amount.kind == "points":
        return agrees(amount, moved, 3)
    if amount.kind == "times":
        return bool(was) and agrees(amount, now / was, 3)
    if amount.kind == "count":
        return agrees(amount, moved, 3) or (amount.side == "" and _is(amount.value, now))
    return agrees(amount, percent, 3) or (one.unit == "percent" and agrees(amount, moved, 3))


def _compared(claim: Compared, known: Known) -> Iterator[Verdict]:
    lefts = named_by(claim.subject, known)
    rights = named_by(claim.other, known) or named_by(
        (claim.subject - known.places) | claim.other, known
    )
    for left in lefts:
        for right in rights:
            if left is right or left.unit != right.unit or left.key == right.key:
                continue
            if left.value is None or right.value is None:
                continue
            one, other = float(left.value), float(right.value)
            if one == other and left.unit != "count":
                continue  # rounded, so that it cannot be told
            holds = {"up": one > other, "down": one < other, "same": True}[claim.way]
            holds = holds and all(_amount(a, other, one, left) for a in claim.amounts)
            yield Verdict(
                holds,
                f'"{left.key}" is {number(left.value, left.unit)} and "{right.key}" is '
                f"{number(right.value, right.unit)}",
            )


def _extreme(claim: Extreme, one: Measure) -> Iterator[Verdict]:
    moments = [moment for moment in one.all if moment.value is not None]
    if claim.at:
        there = one.of(claim.at)
        if there is None or there.value is None or len(moments) < 3:
            return
        others = [moment for moment in moments if moment is not there]
    else:
        if one.now is None or one.now.value is None or one.now not in moments:
            return
        there = one.now
        since = one.of(claim.since) if claim.since else None
        if claim.since and (since is None or since is there):
            return
        others = moments[moments.index(since) + 1 : -1] if since in moments and since else []
        if not claim.since:
            others = moments[:-1][-(claim.years - 1) :] if claim.years > 1 else moments[:-1]
            if claim.years and len(moments) < claim.years:
                return
    assert there.value is not None
    beaten = [
        moment
        for moment in others
        if moment.value is not None
        and (moment.value > there.value if claim.highest else moment.value < there.value)
    ]
    if beaten:
        worst = beaten[-1]
        yield Verdict(
            False,
            f'"{one.key}" is {number(there.value, one.unit)} in {there.when}, and '
            f"{number(worst.value, one.unit)} in {worst.when}",
        )
    elif others:
        yield Verdict(True, "")


def _largest(claim: Largest, known: Known) -> Iterator[Verdict]:
    for one in named_by(claim.subject, known):
        if not one.part_of or one.value is None:
            continue
        others = [
            other
            for other in known.measures
            if other.part_of == one.part_of
            and other.breakdown == one.breakdown
            and one.breakdown
            and other is not one
            and other.value is not None
        ]
        for other in others:
            assert other.value is not None
            if other.value > one.value if claim.largest else other.value < one.value:
                yield Verdict(
                    False,
                    f'"{one.key}" is {number(one.value, one.unit)} and "{other.key}" is '
                    f"{number(other.value, other.unit)}",
                )
                return
        if others:
            yield Verdict(True, "")


def _shared(claim: Shared, known: Known) -> Iterator[Verdict]:
    for part, whole, share in known.shares:
        words = set(claim.subject)
        if fits(words, part.named, known.places) < 2:
            continue
        if whole is not None and not any(core <= words for core in whole.named.cores):
            continue
        percent = float(share)
        if claim.amount is not None:
            percentages = agrees(claim.amount, percent, known.tolerance)
            yield Verdict(percentages, f'"{part.key}" is {percent:.1f}%')
            continue
        holds = {
            "most": percent > 50,
            "least": percent < 50,
            "nearly all": percent >= 85,
            "few": percent <= 25,
            "all": percent > 99.5,
            "none": percent < 0.5,
        }[claim.share]
        told = f' of "{whole.key}"' if whole is not None else ""
        yield Verdict(holds, f'"{part.key}" is {percent:.1f}%{told}')
