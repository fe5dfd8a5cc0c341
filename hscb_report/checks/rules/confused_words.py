"""Words that are taken for one another, where the words around them tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject

_COUNTED = "children|families|people|referrals|contacts|plans|cases|professionals|visits|incidents|parents|agencies"
_WHOM = "that|their|the|all|every|each|our|children|families|young|safety|wellbeing|it|they|we|there|good|effective"

_PATTERNS = (
    # what is found (the group "it" is the word), and what is probably meant
    (rf"\b(?P<it>insur(?:e|es|ed|ing))\b(?= (?:{_WHOM})\b)", "ensure"),
    (r"\b(?:to|will|may|can|could|does|did|not|would|might|should) (?P<it>effect)\b(?! (?:change|a change|an? ))", "affect"),
    (r"\b(?:was|were|been|be|being|are|is) (?P<it>effected)\b", "affected"),
    (r"\b(?:the|an|any|no|its|their|negative|positive|lasting|long-term|adverse) (?P<it>affects?)\b", "effect"),
    (r"\b(?:best|good|poor|safe|safer|current|in|social work|multi-agency|professional|frontline|effective|the) (?P<it>practise)\b", "practice"),
    (r"\b(?:to|who|must|should|will) (?P<it>practice)\b(?= (?:as|safely|their|it|medicine)\b)", "practise"),
    (r"\b(?:the|some|an?|any|of|for|with|legal|provide|provides|provided|give|gives|gave|seek|sought|take|their|our) (?P<it>advise)\b", "advice"),
    (r"\b(?:to|will|must|should|can|may|would) (?P<it>advice)\b", "advise"),
    (r"\b(?P<it>principle) (?=(?:social workers?|officers?|authority|carers?|aims?|causes?|findings?|reasons?)\b)", "principal"),
    (r"\b(?:on|in) (?P<it>principal)\b(?= (?:that|we|and)\b|[.,;])", "principle"),
    (r"\b(?:to|not|will|may|they) (?P<it>loose)\b(?= (?:their|the|its|a|contact|sight|touch|out|trust))", "lose"),
    (r"\b(?:is|was|are|were|been|be) (?P<it>lead) (?=by\b)", "led"),
    (r"\b(?:more|less|fewer|rather|other|greater|higher|lower|better|worse|older|younger|larger|smaller|earlier|later) (?P<it>then)\b", "than"),
    (r"\b(?:could|should|would|might|must) (?P<it>of)\b(?! course)", "have"),
    (r"\b(?P<it>their) (?=(?:is|are|was|were|has been|have been|will be)\b)", "there"),
    (r"\b(?P<it>there) (?=(?:children|families|parents|wellbeing|safety|homes|carers|own)\b)", "their"),
    (r"\b(?P<it>it['’]s) (?=(?:own|aims?|members|partners|priorities|purpose|role|duties|functions|work|website|annual)\b)", "its"),
    (r"\b(?P<it>your) (?=(?:welcome|worried|concerned|able|not|unsure)\b)", "you are"),
    (rf"\b(?P<it>less) (?=(?:{_COUNTED})\b)", "fewer"),
    (rf"\b(?P<it>amount) of (?=(?:{_COUNTED})\b)", "number"),
    (r"\b(?P<it>compliment) (?=(?:the work|each other|one another|existing)\b)", "complement"),
    (r"\b(?P<it>councilling)\b", "counselling"),
    (r"\b(?P<it>pubic) (?=(?:health|protection|sector|services?|bod(?:y|ies))\b)", "public"),
)
PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), meant) for pattern, meant in _PATTERNS)


def find(subject: Subject) -> Iterator[Finding]:
    """Words that do not fit those around them."""
    for text in subject.texts if subject.is_english else ():
        for pattern, meant in PATTERNS:
            for found in pattern.finditer(text.text):
                word = found["it"]
                if word.casefold() not in subject.dictionary:
                    said = _like(word, meant)
                    yield Finding(text.path, f'"{word}" stands where "{said}" is probably meant', f"write {said}, or accept it if it is meant",
                                  word, found.start("it"))


def _like(word: str, meant: str) -> str:
    """The word that is meant, with the ending and the capital of the one that stands there."""
    if meant == "ensure":
        meant += {"s": "s", "d": "d"}.get(word[-1].lower(), "")
        meant = "ensuring" if word.lower().endswith("ing") else meant
    if meant == "effect" and word.lower().endswith("s"):
        meant += "s"
    return meant[:1].upper() + meant[1:] if word[0].isupper() else meant


RULE = Rule("confused-words", "a word taken for another, such as insuring for ensuring",
            "A spelling checker passes them, and they change what a sentence says.", find)
