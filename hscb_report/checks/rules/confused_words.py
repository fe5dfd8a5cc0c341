"""Words that are taken for one another, where the words around them tell.

Finds:
    a word taken for another, such as insuring for ensuring
Why:
    A spelling checker passes them, and they change what a sentence says.
Fails:
    introduction: We lead on insuring their wellbeing.
Passes:
    introduction: We lead on ensuring their wellbeing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject

_COUNTED = (
    "children|families|people|referrals|contacts|plans|cases|professionals|visits|incidents|"
    "parents|agencies"
)
_WHOM = (
    "that|their|the|all|every|each|our|children|families|young|safety|wellbeing|it|they|we|there|"
    "good|effective"
)

_PATTERNS = (
    # letters without which it is not looked for, what is found (the group "it" is the word), and
    # what is probably meant
    ("insur", rf"\b(?P<it>insur(?:e|es|ed|ing))\b(?= (?:{_WHOM})\b)", "ensure"),
    (
        "effect",
        r"\b(?:to|will|may|can|could|does|did|not|would|might|"
        r"should) (?P<it>effect)\b(?! (?:change|a change|an? ))",
        "affect",
    ),
    ("effected", r"\b(?:was|were|been|be|being|are|is) (?P<it>effected)\b", "affected"),
    (
        "affect",
        r"\b(?:the|an|any|no|its|their|negative|positive|lasting|long-term|"
        r"adverse) (?P<it>affects?)\b",
        "effect",
    ),
    (
        "practise",
        r"\b(?:best|good|poor|safe|safer|in|social work|multi-agency|professional|effective|"
        r"the) (?P<it>practise)\b",
        "practice",
    ),
    (
        "practice",
        r"\b(?:to|who|must|should|will) (?P<it>practice)\b(?= (?:as|safely|their|it|medicine)\b)",
        "practise",
    ),
    (
        "advise",
        r"\b(?:the|some|an?|any|of|for|with|legal|provide|provides|provided|give|gave|seek|sought|"
        r"their|our) (?P<it>advise)\b",
        "advice",
    ),
    ("advice", r"\b(?:to|will|must|should|can|may|would) (?P<it>advice)\b", "advise"),
    (
        "principle",
        r"\b(?P<it>principle) (?=(?:social workers?|officers?|authority|carers?|aims?|causes?|"
        r"findings?|reasons?)\b)",
        "principal",
    ),
    ("principal", r"\b(?:on|in) (?P<it>principal)\b(?= (?:that|we|and)\b|[.,;])", "principle"),
    (
        "loose",
        r"\b(?:to|not|will|may|they) (?P<it>loose)\b(?= (?:their|the|its|a|contact|sight|touch|"
        r"out|trust))",
        "lose",
    ),
    ("lead", r"\b(?:is|was|are|were|been|be) (?P<it>lead) (?=by\b)", "led"),
    (
        "then",
        r"\b(?:more|less|fewer|rather|other|greater|higher|lower|better|worse|older|younger|"
        r"larger|smaller) (?P<it>then)\b",
        "than",
    ),
    (" of", r"\b(?:could|should|would|might|must) (?P<it>of)\b(?! course)", "have"),
    ("their", r"\b(?P<it>their) (?=(?:is|are|was|were|has been|have been|will be)\b)", "there"),
    (
        "there",
        r"\b(?P<it>there) (?=(?:children|families|parents|wellbeing|safety|homes|carers|own)\b)",
        "their",
    ),
    (
        "it",
        r"\b(?P<it>it['’]s) (?=(?:own|aims?|members|partners|priorities|purpose|role|duties|"
        r"functions|website|annual)\b)",
        "its",
    ),
    ("your", r"\b(?P<it>your) (?=(?:welcome|worried|concerned|able|not|unsure)\b)", "you are"),
    ("less", rf"\b(?P<it>less) (?=(?:{_COUNTED})\b)", "fewer"),
    ("amount", rf"\b(?P<it>amount) of (?=(?:{_COUNTED})\b)", "number"),
    (
        "compliment",
        r"\b(?P<it>compliment) (?=(?:the work|each other|one another|existing)\b)",
        "complement",
    ),
    ("councilling", r"\b(?P<it>councilling)\b", "counselling"),
    (
        "pubic",
        r"\b(?P<it>pubic) (?=(?:health|protection|sector|services?|bod(?:y|ies))\b)",
        "public",
    ),
)


def find(subject: Subject) -> Iterator[Finding]:
    """Words that do not fit those around them."""
    all_words = "\n".join(text.text for text in subject.english).lower()
    for letters, pattern, meant in _PATTERNS:
        if letters in all_words:  # most are not, and a pattern costs more to make ready than to use
            for text in subject.english:
                for found in re.finditer(pattern, text.text, re.IGNORECASE):
                    word = found["it"]
                    if word.casefold() not in subject.dictionary:
                        said = _like(word, meant)
                        yield Finding(
                            text.path,
                            f'"{word}" stands where "{said}" is probably meant',
                            f"write {said}, or accept it if it is meant",
                            word,
                            found.start("it"),
                        )


def _like(word: str, meant: str) -> str:
    """The word that is meant, with the ending and the capital of the one that stands there."""
    if meant == "ensure":
        meant += {"s": "s", "d": "d"}.get(word[-1].lower(), "")
        meant = "ensuring" if word.lower().endswith("ing") else meant
    if meant == "effect" and word.lower().endswith("s"):
        meant += "s"
    return meant[:1].upper() + meant[1:] if word[0].isupper() else meant


RULE = Rule("confused-words", find)
