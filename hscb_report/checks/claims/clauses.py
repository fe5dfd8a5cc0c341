"""A text in sentences and clauses, without speech and without what nobody states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hscb_report.checks.claims.amounts import AMOUNT
from hscb_report.summary.sentences import sentences

_UP = (
    r"rose|risen|rises?|rising|increase[sd]?|increasing|grew|grown|grows?|growing|climb(?:ed|s)?|"
    r"jumped|soared|surged|went up|gone up|going up|go up|goes up"
)
_DOWN = (
    r"fell|fallen|falls?|falling|dropp(?:ed|ing)|drops?|declin(?:ed|ing)|declines?|"
    r"decreas(?:ed|ing)|decreases?|reduc(?:ed|ing)|went down|gone down|going down|come down|"
    r"came down|coming down|go down|shrank|shrunk|dipped|plummeted"
)
_MANY = r"(?:doubled?|trebled?|tripled?|quadrupled?|halved?|doubles|halves)"
_SAME = r"at an? similar level|similar|stable|steady|unchanged|the same|static|level|flat|constant"
UP, DOWN, MANY, SAME = (re.compile(rf"(?:{one})\Z") for one in (_UP, _DOWN, _MANY, _SAME))
VERBS = (
    rf"(?:{_UP}|{_DOWN}|{_MANY}|(?:remain(?:s|ed)?|stay(?:s|ed)?|was|were|is|are|been)"
    rf"(?: (?:broadly|largely|relatively|fairly|very|much|about|almost|exactly))* (?:{_SAME})|"
    r"\bup|\bdown|higher|lower)"
)
NOUNS = r"(?:increase|rise|growth|jump|fall|drop|decrease|reduction|decline|doubling|halving)"
_TRIGGER = re.compile(
    rf"\b(?:{VERBS}|{NOUNS}|more|fewer|less|most|majority|minority|least|highest|lowest|largest|"
    r"biggest|smallest|main|leading|outnumber(?:ed|s)?|exceed(?:ed|s)?|above|below|twice|times|"
    r"as many|peaked|change|all|none|few|hardly|half|thirds?|quarters?|fifths?|per ?cent|"
    r"in (?:two|three|four|five|six|eight|ten|\d+)|out of)\b|\d%"
)
_OPEN = re.compile(
    r"\b(?:if|whether|unless|think|thinks|thought|believe[sd]?|fear(?:s|ed)?|neither|not that|"
    r"not only|except|apart from|excluding|rather than|instead of|not because|said|asked|imagine|"
    r"as though|as if|would|could|might|may|should|hypothetical|perceived|perception|"
    r"claim(?:s|ed)?|"
    r"suppos(?:e|ed)|than (?:we|they|anyone|was|were|had|planned|expected|predicted)|ever about|"
    r"then|at first|initially|later|subsequently|before (?:rising|falling)|other than|"
    r"or (?:fall|rise|fell|rose|increased?|decreased?|less|more|fewer|so)|as well as)\b|"
    r"^had\b|\?$"
)
"""A sentence with one of these states nothing, or something of a part."""
_WISH = re.compile(
    r"\b(?:will|shall|must|need(?:s|ed)? to|expect(?:s|ed)?|hopes?|hoped|aims?|aimed|wants?|"
    r"wanted|wish(?:es)?|plan(?:s|ned)? to|target|goal|ambition|likely|forecast|predict(?:s|ed)?|"
    r"(?:in order )?to (?:reduce|increase|halve|double|lower|raise|be)|as much as (?:was|we|had)|"
    r"until|next year|on average|per (?:child|family|worker|head)|estimated to)\b"
)
"""A clause with one of these is no statement of this year."""
_SPEECH = re.compile(r"“[^”]*”?|\"[^\"]*\"?|(?<![\w])[‘'][^’'\n]*[’'](?!\w)")
_SPLIT = re.compile(
    r";\s*|:\s+|\s[–—-]\s|,\s+(?:(?:and|but|while|whereas|although|though|yet|so)\s+)?|"
    r"\s(?:but|while|whereas|although|though|yet)\s"
)
_LEADING = re.compile(
    r"^(?:(?:although|though|while|whereas|and|but|however|overall|also|yet|as|in contrast|"
    r"by contrast|meanwhile|encouragingly|sadly|notably|similarly|again|in addition|for example|"
    r"we know that|the data shows? that|data shows? that|figures show that|it is positive that|"
    r"this means that|this shows that|we are pleased that|our data shows? that)[, ]+)+"
)
_BEHIND = re.compile(r"^(?:from|by|to|compared|than|since|on|in line|up from|down from|over)\b")
_PLAIN = str.maketrans({"’": "'", "\u00a0": " ", "*": None})


def without_speech(text: str) -> str:
    """The text with what is quoted crossed out, letter by letter, so that places stay."""

    def crossed(found: re.Match[str]) -> str:
        return re.sub(r"\w", "¤", found[0])

    return _SPEECH.sub(crossed, text)


def stated(text: str) -> Iterator[tuple[int, str, bool]]:
    """The sentences of a text, each with its place and whether it may state something."""
    for start, sentence in sentences(text):
        plain = sentence.lower().translate(_PLAIN)
        yield start, sentence, bool(_TRIGGER.search(plain) and not _OPEN.search(plain))


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(rf"\(((?:up |down |an? (?:increase|fall|rise|decrease) of )?{AMOUNT})\)")


def clauses(sentence: str) -> list[str]:
    """The clauses of a printed sentence, in small letters; what belongs behind one stands there."""
    text = " ".join(sentence.lower().translate(_PLAIN).split()).rstrip(".!")
    text = re.sub(r"(\w)n't\b", r"\1 not", text)
    if "(" in text:
        text = _bracket().sub(lambda m: f"[{re.sub(r'^an? [a-z]+ of ', '', m[1])}]", text)
        text = re.sub(r"[()]", "; ", text)
    made: list[str] = []
    for piece in filter(None, (part.strip() for part in _SPLIT.split(text))):
        piece = _LEADING.sub("", piece)
        if made and _BEHIND.match(piece) and not _has_verb(piece):
            made[-1] += f" {piece}"
        else:
            made += _at_and(piece)
    return [one for one in made if one]


def is_wish(clause: str) -> bool:
    """Whether a clause states nothing of this year."""
    return bool(_WISH.search(clause))


def _has_verb(piece: str) -> bool:
    return bool(re.search(rf"\b{VERBS}\b", piece))


def _at_and(piece: str) -> list[str]:
    """Two clauses where each side of an "and" claims something."""
    for found in re.finditer(r" and ", piece):
        one, other = piece[: found.start()], piece[found.end() :]
        if _TRIGGER.search(one) and _TRIGGER.search(other) and not re.search(r"between \S+$", one):
            return [one, *_at_and(other)]
    return [piece]
