"""Claims of how a number stands to others: greater, the highest, the largest part, most."""

from __future__ import annotations

import re

from hscb_report.checks.claims.amounts import (
    TIMES,
    Amount,
    amount_of,
    share_of,
    times_of,
)
from hscb_report.checks.claims.claim import (
    Claim,
    Compared,
    Extreme,
    Largest,
    Moved,
    Share,
    Shared,
    Way,
)
from hscb_report.checks.claims.naming import words_of
from hscb_report.checks.claims.patterns import (
    AMOUNT_SHARE,
    AS_MANY,
    BARE_THAN,
    EXTREME,
    HAS_THAN,
    LARGEST,
    OUT,
    PEAK,
    REVERSE,
    SHARED,
    THAN,
    THERE,
    TIMES_THAT,
)
from hscb_report.checks.claims.times import Setting, Tail, tail_of


def named_in(text: str, subject: frozenset[str]) -> frozenset[str]:
    """The words of a subject; those of the clause before where there is none."""
    bare = re.sub(rf"^{THERE}\b|^(?:this|it|that|they|these|which|who|both)\b", "", text.strip())
    words = words_of(bare)
    return frozenset(words) if bare.strip() else subject


def extreme(clause: str, subject: frozenset[str]) -> Claim | None:
    """``A is at its lowest since 2019``, ``A peaked in 2022``."""
    if found := EXTREME.match(clause):
        if found["none"]:
            return None
        named = named_in(f"{found['left']} {found['of'] or ''}", subject)
        highest = found["word"] in ("highest", "most", "largest")
        tail = tail_of(f"over {found['many']} years") if found["many"] else Tail()
        if tail is None:
            return None
        since = tail_of(f"since {found['since']}") if found["since"] else Tail()
        said = f"{found['word']}"
        return Extreme(named, highest, said, since.since if since else "", tail.years)
    if found := PEAK.match(clause):
        tail = tail_of(f"in {found['at']}")
        highest = "lowest" not in found["word"]
        return Extreme(
            named_in(found["left"], subject),
            highest,
            found["word"],
            at=tail.during or tail.since if tail else "",
        )
    return None


def largest(clause: str) -> Claim | None:
    """``A is the most common reason for B``."""
    found = LARGEST.match(clause) or REVERSE.match(clause)
    if found is None:
        return None
    words = frozenset(words_of(f"{found['left']} {found['right'] or ''}"))
    small = ("least", "smallest", "rarest")
    return Largest(words, not found["word"].startswith(small), found["word"])


_SHARES: dict[str, Share] = {"most": "most", "few": "few", "all": "all", "none": "none"}


def shared(clause: str) -> Claim | None:
    """``most of B are A``, ``a third of B are A``."""
    if found := AMOUNT_SHARE.match(clause):
        said = found["amt"] or found["amt2"]
        rest = found["rest"] or f"{found['left']} {found['right']}"
        return Shared(frozenset(words_of(rest)), "amount", said, share_of(said))
    found = SHARED.match(clause)
    if found is None:
        return None
    word = found["word"]
    share: Share = (
        "most"
        if "majority" in word
        else "least"
        if "minority" in word
        else "nearly all"
        if word.endswith(" all")
        else "few"
        if word in ("hardly any", "very few")
        else _SHARES[word]
    )
    return Shared(frozenset(words_of(found["rest"])), share, word)


def compared(clause: str, subject: frozenset[str], at: Setting) -> Claim | None:
    """``A was higher than B``, ``A outnumbered B``."""
    if found := OUT.match(clause):
        amounts = (amount_of(found["amt"]),) if found["amt"] else ()
        other = frozenset(words_of(found["right"]))
        named = named_in(found["left"], subject)
        return Compared(named, other, "up", found["word"], amounts, found["right"])
    if found := TIMES_THAT.match(clause):
        tail = tail_of(re.sub(r"^(?:that|those|what) |of |in ", "", found["right"]), at)
        amount = times_of(found["amt"])
        named = named_in(found["left"], subject)
        if tail is not None:
            tail.amounts.append(amount)
            return Moved(named, "up" if amount.value > 1 else "down", tail, found["amt"])
        right = found["right"]
        return Compared(named, frozenset(words_of(right)), "same", found["amt"], (amount,), right)
    found = THAN.match(clause)
    if found is None:
        return _of_places(clause, subject, at)
    up = found["word"] in ("higher", "greater", "larger", "more", "above")
    said = found["word"]
    if (tail := tail_of(f"than {found['right']}", at)) is not None:
        if found["amt"]:
            tail.amounts.append(_either(found["amt"]))
        return Moved(named_in(found["left"], subject), "up" if up else "down", tail, said)
    amounts = (_either(found["amt"]),) if found["amt"] else ()
    if any(one.kind == "points" for one in amounts):
        return None
    right = re.sub(r"^(?:that|those) (?:of|in|for) ", "", found["right"])
    named = named_in(found["left"], subject)
    way: Way = "up" if up else "down"
    return Compared(named, frozenset(words_of(right)), way, said, amounts, right)


def _of_places(clause: str, subject: frozenset[str], at: Setting) -> Claim | None:
    """``lower than England``, ``A has a lower rate of B than England``: forms in which other words
    than those of places stand too often to be read.
    """
    bare = BARE_THAN.match(clause)
    found = bare or HAS_THAN.match(clause)
    if found is None or tail_of(f"than {found['right']}", at) is not None:
        return None
    named = subject if bare else frozenset(words_of(f"{found['left'] or ''} {found['what']}"))
    way: Way = "up" if found["word"] in ("higher", "greater", "more", "above") else "down"
    right = re.sub(r"^(?:that|those) (?:of|in|for) ", "", found["right"])
    other = frozenset(words_of(right))
    return Compared(named, other, way, found["word"], right=right, of_places=True)


def _either(text: str) -> Amount:
    return times_of(text) if re.fullmatch(TIMES, text) else amount_of(text)


def as_many(clause: str, at: Setting) -> Claim | None:
    """``twice as many A as B``, ``half as many A``."""
    found = AS_MANY.match(clause)
    if found is None:
        return None
    if found["rest2"] is not None:
        before, times, rest, than = found["before2"], found["half"], found["rest2"], ""
        if re.search(r"\bagain\b", rest):
            return None
    else:
        before, times, rest, than = found["before"], found["times"], found["rest"], found["than"]
    named = frozenset(words_of(re.sub(rf"^{THERE}\b", "", before)) | words_of(rest))
    amount = times_of(times) if times else Amount("times", 1.0)
    tail = tail_of(re.sub(r"^(?:in|at) ", "", f"than {than}"), at) if than else Tail()
    if tail is not None:
        tail.amounts.append(amount)
        return Moved(named, "up" if amount.value > 1 else "down", tail, "as many")
    return Compared(named, frozenset(words_of(than)), "same", "as many", (amount,))
