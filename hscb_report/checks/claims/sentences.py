"""What a sentence claims: clause by clause, each understood to its last word or left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hscb_report.checks.claims.amounts import (
    AMOUNT,
    SHARE,
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
from hscb_report.checks.claims.clauses import DOWN, MANY, NOUNS, SAME, UP, VERBS, clauses, is_wish
from hscb_report.checks.claims.naming import words_of
from hscb_report.checks.claims.times import A_YEAR, Setting, Tail, tail_of

_THERE = (
    r"(?:we (?:are seeing|continue to see|are now seeing)|there (?:were|was|are|is|have been|has been|had been)|we (?:have |had )?(?:also )?"
    r"(?:seen|saw|held|had|received|recorded|ran|made|see|carried out|completed|dealt with)|"
    r"(?:this|the) (?:year|period|team|service|board|partnership) (?:has )?(?:seen|saw|had)|saw|"
    r"with)"
)
_MANNER = (
    r"(?:(?P<manner>slight|small|modest|marginal|sharp|significant|steep|large|marked|dramatic|"
    r"substantial|considerable|notable|further|steady|continued|continuing|overall|general|first|"
    r"gradual|welcome|big) )*"
)
_AUX = re.compile(
    r"(?:^|\s)(?:(?:has|have|had|is|are|was|were|did|do|does|been|being|be|also|both|all|again|"
    r"then|now|continue[sd]? to|continued|started to|began to|not|never|no longer|further|still|"
    r"since|only|just|steadily|slightly|sharply|significantly|substantially|markedly|gradually|"
    r"considerably|dramatically|marginally|rapidly|slowly|remains?|remained|nearly|almost|"
    r"more than|less than|over|about|around|roughly|actually|each|keeps?|kept)(?:\s|$))+$"
)
_DENIED = re.compile(r"\b(?:not|never|no longer)\b")
_VERB = re.compile(rf"\b(?P<verb>{VERBS})\b(?!-)")
_NOUN = re.compile(
    rf"^(?P<before>.*?)\b(?P<det>an?|no|the|another) {_MANNER}(?P<amt>{AMOUNT} )?"
    rf"(?P<noun>{NOUNS})\b(?P<of> of {AMOUNT})?(?P<tail>.*)$"
)
_BARE_NOUN = re.compile(rf"^(?P<noun>{NOUNS}) in (?P<tail>.*)$")
_QUANTITY = re.compile(
    rf"^(?P<before>.*?)\b(?:(?P<amt>{AMOUNT}) )?(?P<word>more|fewer|less)\b"
    rf"(?! (?:than )?(?:{VERBS})\b| than (?:{AMOUNT}|{TIMES}))(?P<rest>.*)$"
)
_AS_MANY = re.compile(
    rf"^(?P<before>.*?)(?:\b(?P<times>{TIMES}) )?\bas (?:many|much) (?P<rest>.*?) as (?P<than>.*)$|"
    rf"^(?P<before2>.*?)\b(?P<half>{TIMES}) as (?:many|much) (?P<rest2>.*)$"
)
_THAN = re.compile(
    rf"^(?!there\b)(?P<left>.*?) (?:is|was|are|were|remains?|remained|stood|stands|has been|"
    r"have been)"
    rf"(?: (?:still|also|again|slightly|well|far|much|significantly|considerably|now))*"
    rf"(?: (?P<amt>{AMOUNT}|{TIMES}))? (?P<word>(?:higher|lower|greater|larger|smaller|"
    rf"more|less|fewer)(?= than (?!{AMOUNT}|{TIMES}))|above|below)(?: than)? (?P<right>.+)$"
)
_TIMES = re.compile(
    rf"^(?P<left>.*?) (?:is|was|are|were)(?: now)? (?P<amt>{TIMES}) (?P<right>(?:that|those|the|its|"
    r"their|what|last) .+)$"
)
_OUT = re.compile(
    r"^(?P<left>.*?) (?:(?:has|have) )?(?P<word>outnumber(?:ed|s)?|exceed(?:ed|s)?|outstripped|overtook|"
    r"overtaken) (?P<right>.+?)"
    rf"(?: by (?P<amt>{AMOUNT}))?$"
)
_LEVEL = r"(?: (?:levels?|numbers?|points?|rates?|figures?|totals?|it has been|they have been))*"
_WHEN = (
    rf"(?: (?P<ever>ever|on record|since records began|so far|in (?:our|its|their) history)|"
    rf" since (?P<since>{A_YEAR})| (?:in|for|of the last|in the last|of) (?P<many>\w+) years|"
    r" (?P<none>of the year))"
)
_EXTREME = re.compile(
    r"^(?P<left>.*?) ?\b(?:(?:is|are|was|were|has|have|reached|at|hit|fell to|rose to|now|been|"
    r"remain|remains) )+(?:now |again )?(?:at )?(?:the|its|their|a|our) (?P<word>highest|lowest|"
    rf"most|fewest|largest|smallest){_LEVEL}(?: (?:of|for) (?P<of>[a-z' -]+?))?{_WHEN}$"
)
_PEAK = re.compile(
    rf"^(?P<left>.*?) (?:(?:has|have) )?(?P<word>peaked|(?:was|were) (?:at (?:its|their) )?(?:the )?"
    rf"(?:highest|lowest)) in (?P<at>{A_YEAR})$"
)
_LARGEST = re.compile(
    r"^(?P<left>.+?) (?:is|was|are|were|remains?|remained)(?: (?:still|again|by far|now|also))* "
    r"(?:the|our) (?:single )?(?P<word>most common|most frequent|least common|least frequent|"
    r"largest|biggest|smallest|main|leading|commonest|rarest|top)(?: single)? (?:reason|category|group|cause|"
    r"type|source|factor|category of abuse|form|concern|one)s?(?: (?:for|of|behind|among|in) "
    r"(?P<right>.+?))?$"
)
_REVERSE = re.compile(
    r"^the (?:single )?(?P<word>most common|most frequent|least common|largest|biggest|smallest|"
    r"main|leading) (?:reason|category|group|cause|type|source|factor)(?: (?:for|of|behind|among) "
    r"(?P<right>.+?))? (?:is|was|remains?|remained) (?P<left>.+?)$"
)
_SHARE = re.compile(
    r"^(?:only |just |by far )?(?P<word>most|the (?:vast |great |large |overwhelming |clear )?"
    r"majority|an? (?:small |tiny )?minority|almost all|nearly all|virtually all|all|few|hardly any|"
    r"very few|none)(?: of)?(?: the| our| all)? (?P<rest>.+)$"
)
_ELSEWHERE = re.compile(
    r"^(?:\w+ally$|(?:in|across|among|for|within|at|of|on|during|by|over|between|when|where|once|"
    r"after|before|with|under|unlike|elsewhere|outside|like)\b(?! (?:twice|half|a total)))(?!.*\b(?:more|fewer|less)\b)"
)
"""What stands ahead of a clause and says of whom, where or when it holds."""
_MULTIPLES = {"d": 2.0, "t": 3.0, "q": 4.0, "h": 0.5}
_OF = r"(?:of )?(?:the |all |our |these )*"
_AMOUNT_SHARE = re.compile(
    rf"^(?P<amt>{SHARE}) {_OF}(?!more\b|fewer\b|less\b|as\b|many\b|higher\b|lower\b|again\b)(?P<rest>.+)$|"
    rf"^(?P<left>.+?) (?:(?:is|was|are|were|behind|account(?:s|ed)? for|ma[dk]e up|the|main|only|"
    rf"reason|cause|for|of|in) )+(?P<amt2>{SHARE}) {_OF}(?P<right>.+)$"
)


def claims_in(sentence: str, at: Setting) -> Iterator[Claim]:
    """What a printed sentence claims."""
    subject: frozenset[str] = frozenset()
    ahead, elsewhere = "", False
    made: list[Moved] = []
    for clause in map(_year_behind, clauses(sentence)):
        if tail_of(clause, at) is not None and not re.search(rf"\b{VERBS}\b", clause):
            ahead = clause
            continue
        if is_wish(clause) or elsewhere:
            subject, elsewhere = frozenset(), False
            continue
        if not re.search(rf"\b{VERBS}\b", clause) and _ELSEWHERE.match(clause):
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
            subject = frozenset(words_of(re.sub(rf"^{_THERE}\b", "", clause)))
        ahead = ""
    for one in made:  # "rose and fell" says neither
        ways = {other.way for other in made if other.subject == one.subject} - {"same"}
        if len(ways) < 2:
            yield one


def _year_behind(clause: str) -> str:
    """``in 2023-24 contacts rose`` as ``contacts rose in 2023-24``."""
    found = re.match(rf"((?:in|during|over|since|between {A_YEAR} and) {A_YEAR}) (.+)", clause)
    return f"{found[2]} {found[1]}" if found else clause


def _both(claim: Moved, clause: str) -> Iterator[Moved]:
    """``A and B both rose`` is said of each."""
    if found := re.match(r"(.+?) and (.+?)\b both\b", clause):
        for part in found.groups():
            yield replace(claim, subject=frozenset(words_of(part)))


def _claim(clause: str, subject: frozenset[str], at: Setting) -> Claim | None:
    for read in (_extreme, _largest, _shared):
        if (claim := read(clause, subject)) is not None:
            return claim
    for reader in (_compared, _as_many, _by_noun, _by_quantity, _by_verb):
        if (found := reader(clause, subject, at)) is not None:
            return found
    return None


def _named(text: str, subject: frozenset[str]) -> frozenset[str]:
    """The words of a subject; those of the clause before where there is none."""
    bare = re.sub(rf"^{_THERE}\b|^(?:this|it|that|they|these|which|who|both)\b", "", text.strip())
    words = words_of(bare)
    return frozenset(words) if bare.strip() else subject


def _extreme(clause: str, subject: frozenset[str]) -> Claim | None:
    if found := _EXTREME.match(clause):
        if found["none"]:
            return None
        named = _named(f"{found['left']} {found['of'] or ''}", subject)
        highest = found["word"] in ("highest", "most", "largest")
        tail = tail_of(f"over {found['many']} years") if found["many"] else Tail()
        if tail is None:
            return None
        since = tail_of(f"since {found['since']}") if found["since"] else Tail()
        said = f"{found['word']}"
        return Extreme(named, highest, said, since.since if since else "", tail.years)
    if found := _PEAK.match(clause):
        tail = tail_of(f"in {found['at']}")
        highest = "lowest" not in found["word"]
        return Extreme(
            _named(found["left"], subject),
            highest,
            found["word"],
            at=tail.during or tail.since if tail else "",
        )
    return None


def _largest(clause: str, subject: frozenset[str]) -> Claim | None:
    found = _LARGEST.match(clause) or _REVERSE.match(clause)
    if found is None:
        return None
    words = frozenset(words_of(f"{found['left']} {found['right'] or ''}"))
    small = ("least", "smallest", "rarest")
    return Largest(words, not found["word"].startswith(small), found["word"])


_SHARES: dict[str, Share] = {"most": "most", "few": "few", "all": "all", "none": "none"}


def _shared(clause: str, subject: frozenset[str]) -> Claim | None:
    if found := _AMOUNT_SHARE.match(clause):
        said = found["amt"] or found["amt2"]
        rest = found["rest"] or f"{found['left']} {found['right']}"
        return Shared(frozenset(words_of(rest)), "amount", said, share_of(said))
    found = _SHARE.match(clause)
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


def _compared(clause: str, subject: frozenset[str], at: Setting) -> Claim | None:
    """``A was higher than B``, ``A outnumbered B``."""
    if found := _OUT.match(clause):
        amounts = (amount_of(found["amt"]),) if found["amt"] else ()
        other = frozenset(words_of(found["right"]))
        return Compared(_named(found["left"], subject), other, "up", found["word"], amounts)
    if found := _TIMES.match(clause):
        tail = tail_of(re.sub(r"^(?:that|those|what) |of |in ", "", found["right"]), at)
        amount = times_of(found["amt"])
        named = _named(found["left"], subject)
        if tail is not None:
            tail.amounts.append(amount)
            return Moved(named, "up" if amount.value > 1 else "down", tail, found["amt"])
        return Compared(named, frozenset(words_of(found["right"])), "same", found["amt"], (amount,))
    found = _THAN.match(clause)
    if found is None:
        return None
    up = found["word"] in ("higher", "greater", "larger", "more", "above")
    said = found["word"]
    if (tail := tail_of(f"than {found['right']}", at)) is not None:
        if found["amt"]:
            tail.amounts.append(_either(found["amt"]))
        return Moved(_named(found["left"], subject), "up" if up else "down", tail, said)
    amounts = (_either(found["amt"]),) if found["amt"] else ()
    if any(one.kind == "points" for one in amounts):
        return None
    other = frozenset(words_of(re.sub(r"^(?:that|those) (?:of|in|for) ", "", found["right"])))
    return Compared(_named(found["left"], subject), other, "up" if up else "down", said, amounts)


def _either(text: str) -> Amount:
    return times_of(text) if re.fullmatch(TIMES, text) else amount_of(text)


def _as_many(clause: str, subject: frozenset[str], at: Setting) -> Claim | None:
    """``twice as many A as B``, ``half as many A``."""
    found = _AS_MANY.match(clause)
    if found is None:
        return None
    if found["rest2"] is not None:
        before, times, rest, than = found["before2"], found["half"], found["rest2"], ""
        if re.search(r"\bagain\b", rest):
            return None
    else:
        before, times, rest, than = found["before"], found["times"], found["rest"], found["than"]
    named = frozenset(words_of(re.sub(rf"^{_THERE}\b", "", before)) | words_of(rest))
    amount = times_of(times) if times else Amount("times", 1.0)
    tail = tail_of(re.sub(r"^(?:in|at) ", "", f"than {than}"), at) if than else Tail()
    if tail is not None:
        tail.amounts.append(amount)
        return Moved(named, "up" if amount.value > 1 else "down", tail, "as many")
    return Compared(named, frozenset(words_of(than)), "same", "as many", (amount,))


def _by_noun(clause: str, subject: frozenset[str], at: Setting) -> Claim | None:
    """``there was a 4% decrease in A``, ``A saw a rise of 12%``."""
    found = _NOUN.match(clause)
    if found is None:
        if not (at.heading and (found := _BARE_NOUN.match(clause))):
            return None
        named, tail = _split_tail(found["tail"], at)
        return Moved(named, _way(found["noun"]), tail, found["noun"]) if tail else None
    before, rest = found["before"].strip(), found["tail"].strip()
    seen = re.fullmatch(rf"(?:(?P<who>.*?) ?\b(?:{_THERE}|showed|experienced|recorded)|)", before)
    if seen is None:
        return None
    if behind := re.match(r"(?:in|of|for) (.*)", rest):
        if seen["who"] and not tail_of(seen["who"], at):
            return None
        named, tail = _split_tail(behind[1], at)
    else:
        named, tail = _named(seen["who"] or "", subject), tail_of(rest, at)
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


def _by_quantity(clause: str, subject: frozenset[str], at: Setting) -> Claim | None:
    """``216 fewer A than last year``, ``more A than B``, ``19% more A``."""
    found = _QUANTITY.match(clause)
    if found is None or found["rest"].lstrip().startswith("than half"):
        return None
    before, rest = found["before"].strip(), found["rest"].strip()
    if re.search(r"\b(?:no|not|any|even|once|much|many|of|and|with)$", before):
        return None
    up: Way = "up" if found["word"] == "more" else "down"
    amounts = [amount_of(found["amt"])] if found["amt"] else []
    said = found["word"]
    left, _, than = rest.partition("than ") if " than " in f" {rest}" else (rest, "", "")
    before = re.sub(rf"^{_THERE}\b", "", before)
    if than:
        tail = tail_of(f"than {than}", at)
        named = frozenset(words_of(f"{before} {left}")) or subject
        if tail is None:
            return Compared(named, frozenset(words_of(than)), up, said, tuple(amounts))
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


def _by_verb(clause: str, subject: frozenset[str], at: Setting) -> Claim | None:
    """``A rose by 12% since 2019``."""
    found = _VERB.search(clause)
    if found is None:
        return None
    before = clause[: found.start()].rstrip()
    aux = _AUX.search(before)
    said = aux[0].strip() if aux else ""
    named = _named(before[: aux.start()] if aux else before, subject)
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
        value = next(n for begins, n in _MULTIPLES.items() if verb.startswith(begins))
        hedge = re.search(r"(nearly|almost|more than|over|about|around|roughly|less than)$", said)
        amount = times_of(f"{hedge[1] if hedge else ''} twice".strip())
        tail.amounts.append(replace(amount, value=value))
    if manner := re.search(r"(slightly|marginally)|(sharply|significantly|dramatically)", said):
        tail.manner = "slight" if manner[1] else "sharp"
    tail.each = tail.each or said.endswith("each")
    return Moved(named, way, tail, found["verb"], bool(_DENIED.search(said)))


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
