"""What a sentence claims: clause by clause, each understood to its last word or left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hscb_report.checks.claims.claim import Claim, Moved
from hscb_report.checks.claims.clauses import VERBS, clauses, is_wish
from hscb_report.checks.claims.movements import by_noun, by_quantity, by_verb
from hscb_report.checks.claims.naming import words_of
from hscb_report.checks.claims.patterns import ELSEWHERE, THERE
from hscb_report.checks.claims.standings import as_many, compared, extreme, largest, shared
from hscb_report.checks.claims.times import A_YEAR, Setting, tail_of

_CLAIMING = re.compile(rf"\b{VERBS}\b")
_TIMELY = re.compile(
    r"(?:in|since|over|between|compared|during|this|last|by|from|at|for|each|every|year|across|"
    r"within|overall|again|on|throughout)\b"
)
"""How a clause begins that says when, and nothing else."""


def claims_in(sentence: str, at: Setting, before: str = "") -> Iterator[Claim]:
    """What a printed sentence claims.

    Args:
        before: the sentence before it, which "This is a rise of 12%" is about.
    """
    subject: frozenset[str] = frozenset()
    if before and _REFERS.match(sentence):
        subject = _subject_of(before, at)
    ahead, elsewhere = "", False
    made: list[Moved] = []
    for clause in map(_year_behind, clauses(sentence)):
        if _TIMELY.match(clause) and not _CLAIMING.search(clause) and tail_of(clause, at):
            ahead = clause
            continue
        if is_wish(clause) or elsewhere:
            subject, elsewhere = frozenset(), False
            continue
        if not _CLAIMING.search(clause) and ELSEWHERE.match(clause):
            elsewhere = True
            continue
        whole = f"{clause} {ahead}".strip()
        claim = _claim(whole, subject, at)
        if isinstance(claim, Moved):
            made += [claim, *_both(claim, clause)]
            subject = claim.subject
        elif claim is not None:
            yield claim
            subject = claim.subject
        else:
            subject = frozenset(words_of(re.sub(rf"^{THERE}\b", "", clause)))
        ahead = ""
    for one in made:  # "rose and fell" says neither
        ways = {other.way for other in made if other.subject == one.subject} - {"same"}
        if len(ways) < 2:
            yield one


_REFERS = re.compile(
    r"(?:this|that|it) (?:is|was|represents|represented|means|equates to|amounts to) an? ", re.I
)


def _subject_of(sentence: str, at: Setting) -> frozenset[str]:
    """What the last clause of a sentence is about."""
    last = clauses(sentence)[-1:]
    claim = next(iter(claims_in(sentence, at)), None)
    if isinstance(claim, Moved):
        return claim.subject
    bare = " ".join(re.sub(rf"^{THERE}\b", "", clause) for clause in last)
    return frozenset(words_of(re.sub(rf"\b(?:in|at|on|during) {A_YEAR}|\bthis year\b", " ", bare)))


def _year_behind(clause: str) -> str:
    """``in 2023-24 contacts rose`` as ``contacts rose in 2023-24``."""
    if not clause.startswith(("in ", "during ", "over ", "since ", "between ")):
        return clause
    found = re.match(rf"((?:in|during|over|since|between {A_YEAR} and) {A_YEAR}) (.+)", clause)
    return f"{found[2]} {found[1]}" if found else clause


def _both(claim: Moved, clause: str) -> Iterator[Moved]:
    """``A and B both rose`` is said of each."""
    if found := re.match(r"(.+?) and (.+?)\b both\b", clause):
        for part in found.groups():
            yield replace(claim, subject=frozenset(words_of(part)))


def _claim(clause: str, subject: frozenset[str], at: Setting) -> Claim | None:
    """The first form that fits; those that need more words come first."""
    return (
        extreme(clause, subject)
        or largest(clause)
        or by_noun(clause, subject, at)
        or shared(clause)
        or compared(clause, subject, at)
        or as_many(clause, at)
        or by_quantity(clause, subject, at)
        or by_verb(clause, subject, at)
    )
