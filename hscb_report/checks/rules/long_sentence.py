"""Sentences that are too long to be read once.

Finds:
    a sentence of more than `sentence_words` words
Why:
    GOV.UK content design: sentences of up to 25 words. Longer ones are read twice, or not at
    all.
Fails:
    introduction: >
      The board is a partnership of local agencies who work together to make sure that child
      protection services are effective and keep children safe at home, at school and online.
Passes:
    introduction: >
      The board is a partnership of local agencies. They make sure that child protection services
      are effective. They keep children safe at home, at school and online.
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.prose import running, sentences
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Sentences with more words than the board wants."""
    most = subject.settings.sentence_words
    for text in running(subject):
        for sentence in sentences(text, subject):
            if len(sentence.words) > most:
                yield Finding(
                    text.path,
                    f"this sentence has {len(sentence.words)} words; {most} are easy to read",
                    "make two sentences of it",
                    sentence.first,
                    sentence.start,
                )


RULE = Rule("long-sentence", find)
