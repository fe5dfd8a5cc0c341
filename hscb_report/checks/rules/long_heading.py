"""Headings that are too long to be taken in at a glance.

Finds:
    a heading of more than `heading_words` words
Why:
    Government Analysis Function, charts: a headline says the message in ten words or fewer.
Fails:
    sections:
      - heading: Contacts, referrals and investigations all rose in the county in the year 2017-18
        blocks:
          - {kind: text, text: More families asked for help.}
Passes:
    sections:
      - heading: More families asked for help
        subtitle: Contacts, referrals and investigations, Hampshire, 2017-18
        blocks:
          - {kind: text, text: More families asked for help.}
"""

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


RULE = Rule("long-heading", find)
