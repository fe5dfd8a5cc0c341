"""Headings that are too long to be taken in at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.prose import WORD
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Headings of sections and blocks with more words than the board wants."""
    most = subject.settings.heading_words
    for text in subject.texts:
        if text.path[0] == "sections" and text.key in ("heading", "title"):
            count = len(WORD.findall(subject.reader.plain(text.text)))
            if count > most:
                yield Finding(
                    text.path,
                    f"this heading has {count} words; {most} can be taken in at a glance",
                    "say the message alone; measure, place and period belong in the subtitle",
                )


RULE = Rule(
    "long-heading",
    "a heading of more than `heading_words` words",
    "Government Analysis Function, charts: a headline says the message in ten words or fewer.",
    find,
)
