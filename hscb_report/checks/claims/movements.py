"""Claims that a number rose, fell or stayed, by a verb, a noun or "more" and "fewer"."""

from __future__ import annotations

import re
from dataclasses import replace

from hscb_report.checks.claims.amounts import amount_of, times_of
from hscb_report.checks.claims.claim import Claim, Compared, Moved, Way
from hscb_report.checks.claims.clauses import DOWN, MANY, SAME
from hscb_report.checks.claims.naming import words_of
from hscb_report.checks.claims.patterns import (
    AUX,
    BARE_NOUN,
    BY_NOUN,
    BY_VERB,
    DENIED,
    MULTIPLES,
    QUANTITY,
    THERE,
)
from hscb_report.checks.claims.standings import named_in
from hscb_report.checks.claims.times import Setting, Tail, tail_of


def by_noun(clause: str, subject: frozenset[str], at: Setting) -> Claim | None:
    """``there was a 4% decrease in A``, ``A saw a rise of 12%``."""
    found = BY_NOUN.match(clause)
    if found is None:
        if not (at.heading and (found := BARE_NOUN.match(clause))):
            return None
        named, tail = _split_tail(found["tail"], at)
        return Moved(named, _way(found["noun"]), tail, found["noun"]) if tail else None
    before, rest = found["before"].strip(), found["tail"].strip()
    seen = re.fullmatch(rf"(?:(?P<who>.*?) ?\b(?:{THERE}|showed|experienced|recorded)|)", before)
    if seen is None:
        return None
    if behind := re.match(r"(?:in|of|for) (.*)", rest):
        if seen["who"] and not tail_of(seen["who"], at):
            return None
        named, tail = _split_tail(behind[1], at)
    else:
        named, tail = named_in(seen["who"] or "", subject), tail_of(rest, at)
    if tail is None:
        return None
    for amount in (found["amt"], (found["of"] or "").removeprefix(" of ")):
        if amount:
            tail.amounts.append(amount_of(amount.strip()))
    denied = found["det"] == "no"
    return Moved(named, _way(found["noun"]), tail, found["noun"], denied)


def _split_tail(text: str, at: Setting) -> tuple[frozenset[str], Tail | None]:
    """A name and what stands behind it: the longest tail that is understood."""
    words = text.split()
    for size in range(1, len(words) + 1):
        tail = tail_of(" ".join(words[size:]), at)
        if tail is not None:
            return frozenset(words_of(" ".join(words[:size]))), tail
    return frozenset(), None


def by_quantity(clause: str, subject: frozenset[str], at: Setting) -> Claim | None:
    """``216 fewer A than last year``, ``more A than B``, ``19% more A``."""
    found = QUANTITY.match(clause)
    if found is None or found["rest"].lstrip().startswith("than half"):
        return None
    before, rest = found["before"].strip(), found["rest"].strip()
    if re.search(r"\b(?:no|not|any|even|once|much|many|of|and|with)$", before):
        return None
    up: Way = "up" if found["word"] == "more" else "down"
    amounts = [amount_of(found["amt"])] if found["amt"] else []
    said = found["word"]
    left, _, than = rest.partition("than ") if " than " in f" {rest}" else (rest, "", "")
    before = re.sub(rf"^{THERE}\b", "", before)
    if than:
        tail = tail_of(f"than {than}", at)
        named = frozenset(words_of(f"{before} {left}")) or subject
        if tail is None:
            return Compared(named, frozenset(words_of(than)), up, said, tuple(amounts), than)
    else:
        named, tail = _split_tail(f"{before} {left}".strip(), at)
        named = named or subject
        if (
            before
            and not amounts
            and not at.heading
            and not found["before"].startswith(("there", "we"))
        ):
            return None
    if tail is None or not named:
        return None
    tail.amounts += amounts
    return Moved(named, up, tail, said)


def by_verb(clause: str, subject: frozenset[str], at: Setting) -> Claim | None:
    """``A rose by 12% since 2019``."""
    found = BY_VERB.search(clause)
    if found is None:
        return None
    before = clause[: found.start()].rstrip()
    aux = AUX.search(before)
    said = aux[0].strip() if aux else ""
    named = named_in(before[: aux.start()] if aux else before, subject)
    tail = tail_of(clause[found.end() :], at)
    if not named or tail is None:
        return None
    verb = re.sub(rf"^.*\b(?={SAME.pattern[3:-3]}$)", "", found["verb"])
    way = _way(verb)
    if found["verb"] in ("up", "down") and not (
        at.heading or re.search(r"\b(?:is|are|was|were|been)\b", said)
    ):
        return None
    if MANY.match(verb):
        value = next(n for begins, n in MULTIPLES.items() if verb.startswith(begins))
        hedge = re.search(r"(nearly|almost|more than|over|about|around|roughly|less than)$", said)
        amount = times_of(f"{hedge[1] if hedge else ''} twice".strip())
        tail.amounts.append(replace(amount, value=value))
    if manner := re.search(r"(slightly|marginally)|(sharply|significantly|dramatically)", said):
        tail.manner = "slight" if manner[1] else "sharp"
    tail.each = tail.each or said.endswith("each")
    return Moved(named, way, tail, found["verb"], bool(DENIED.search(said)))


def _way(word: str) -> Way:
    if SAME.match(word):
        return "same"
    less = (
        "down",
        "lower",
        "halved",
        "halve",
        "halves",
        "fall",
        "drop",
        "decrease",
        "reduction",
        "decline",
        "halving",
    )
    return "down" if DOWN.match(word) or word in less else "up"
