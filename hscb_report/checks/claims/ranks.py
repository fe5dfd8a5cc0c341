"""Whether a number is the highest of its years, the largest of its parts, or most of its whole."""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.claims.amounts import agrees
from hscb_report.checks.claims.claim import Extreme, Largest, Shared
from hscb_report.checks.claims.measures import Known, Measure
from hscb_report.checks.claims.naming import fits
from hscb_report.checks.claims.verdict import Verdict, named_by
from hscb_report.summary.wording import number


def extreme(claim: Extreme, one: Measure) -> Iterator[Verdict]:
    """Whether a number is the highest or lowest of the years that are spoken of."""
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


def largest(claim: Largest, known: Known) -> Iterator[Verdict]:
    """Whether a part is the largest or smallest of its breakdown."""
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


def shared(claim: Shared, known: Known) -> Iterator[Verdict]:
    """Whether most of a whole, or as much of it as is said, is a part."""
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
