"""The age at which the text can be understood.

Finds:
    a text that is harder than `reading_age`
Why:
    GOV.UK writes for the age of 9, which suits text for families; board papers are harder: 14
    unless you say so.
Fails:
    introduction: >
      Multidisciplinary safeguarding arrangements necessitate comprehensive interdepartmental
      collaboration. Organisational accountability presupposes proportionate, contemporaneous
      documentation. Intergenerational vulnerabilities characteristically manifest developmentally.
      Practitioners' epistemological presuppositions concerning parental acceptability
      systematically disadvantage marginalised communities. Longitudinal evaluation demonstrates
      considerable heterogeneity. Consequently, strategic prioritisation accommodates differential
      organisational capabilities, environmental considerations and regulatory responsibilities.
      Independent scrutiny corroborates these preliminary recommendations and authoritatively
      substantiates subsequent implementation across participating organisations and communities.
Passes:
    introduction: >
      We work with families, schools, the police and nurses. We want each child to be safe at home,
      at school and online. When we learn of a risk, we talk to the family first. We ask what would
      help, and we write down what was agreed. Then we go back and look at what has changed. Most
      families tell us that this works for them. Some tell us that we came too late, and we are
      putting that right.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from hscb_report.checks.prose import Sentence, running, sentences
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.texts import Text

FEWEST = 60
"""Words: the formula says nothing of less."""


def find(subject: Subject) -> Iterator[Finding]:
    """The reading age of all sentences together, with the hardest of them to begin with."""
    read = [
        (text, sentence)
        for text in running(subject)
        if text.sentences == "running"
        for sentence in sentences(text, subject)
    ]
    words = sum(len(sentence.words) for _, sentence in read)
    if words < FEWEST:
        return
    age = reading_age([sentence for _, sentence in read])
    if round(age) > subject.settings.reading_age:
        text, hardest = max(read, key=_difficulty)
        yield Finding(
            text.path,
            f"the text reads at the age of {age:.0f} (Flesch-Kincaid); "
            f"{subject.settings.reading_age} is wanted, "
            "and this is its hardest sentence",
            "use shorter sentences and everyday words, beginning here",
            hardest.first,
            hardest.start,
        )


def _difficulty(pair: tuple[Text, Sentence]) -> float:
    return reading_age([pair[1]]) if len(pair[1].words) > 7 else 0.0


def reading_age(read: list[Sentence]) -> float:
    """The age in years: the Flesch-Kincaid grade (Kincaid and others, 1975) and the five years
    before the first.
    """
    words = [word for sentence in read for word in sentence.words]
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(read) + 11.8 * syllables / max(1, len(words)) - 15.59 + 5


@lru_cache(maxsize=1)
def _hyphenation() -> Any:
    from pyphen import Pyphen  # here, because it reads its patterns from a file

    return Pyphen(lang="en_US")


def _syllables(word: str) -> int:
    """The syllables of a word, by where it may be hyphenated; a number counts as one.

    American hyphenation goes by sound and British by origin, so the American patterns are nearer
    the syllables (peo-ple, fa-ther).
    """
    return max(
        1,
        sum(
            1 + len(_hyphenation().positions(part))
            for part in word.lower().strip("'’.,").split("-")
            if part.isalpha()
        ),
    )


RULE = Rule("reading-age", find, slow=True)
