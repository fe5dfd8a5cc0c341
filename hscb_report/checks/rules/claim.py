"""Sentences that the figures contradict.

Finds:
    words such as "rose", "fell by half", "higher than", "the lowest since" or "most" that the
    figures of their section contradict
Why:
    A sentence is believed before a chart is read, and it is not worked out anew when a number
    changes.
Fails:
    # the year before
    period: 2016-17
    figures:
      contacts: {value: 76100, label: contacts, period: 2016-17, source: return}
    ---
    # this year
    figures:
      contacts: {value: 77602, label: contacts, period: 2017-18, source: return}
    sections:
      - heading: Fewer contacts than last year
        blocks:
          - {kind: statistics, items: [contacts]}
Passes:
    # the year before
    period: 2016-17
    figures:
      contacts: {value: 76100, label: contacts, period: 2016-17, source: return}
    ---
    # this year
    figures:
      contacts: {value: 77602, label: contacts, period: 2017-18, source: return}
    sections:
      - heading: More contacts than last year
        blocks:
          - {kind: statistics, items: [contacts]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.checks.claims.claim import Claim, Shared
from hscb_report.checks.claims.clauses import stated, without_speech
from hscb_report.checks.claims.judge import contradiction
from hscb_report.checks.claims.measures import Known, known
from hscb_report.checks.claims.sentences import claims_in
from hscb_report.checks.claims.times import Setting
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.rules import ratio
from hscb_report.checks.subject import Subject, figures_in
from hscb_report.summary.texts import Text
from hscb_report.summary.uses import series_of


def find(subject: Subject) -> Iterator[Finding]:
    """What the texts of a section claim of its figures; what the introduction claims, of all."""
    for s, section in enumerate(subject.summary.sections):
        texts = [text for text in subject.english if text.path[:2] == ("sections", s)]
        if not any(True for text in texts for _ in stated(text.text)):
            continue
        names = figures_in(section, subject.figures)
        series = [name for block in section.blocks for name in series_of(block)]
        here = known(subject, names, dict.fromkeys(series), section.subtitle or "")
        for text in texts:
            yield from _in_text(text, here, subject)
    for text in subject.english:
        if text.key == "introduction" and any(True for _ in stated(text.text)):
            everything = known(subject, subject.figures, subject.summary.series, "")
            yield from _in_text(text, everything, subject)


def _in_text(text: Text, here: Known, subject: Subject) -> Iterator[Finding]:
    setting = Setting(
        "|".join(sorted(map(re.escape, here.places))),
        text.key in ("heading", "title", "subtitle"),
        here.causes,
    )
    for start, sentence in stated(without_speech(text.text)):
        whole = text.inline and sentence.count("**") % 2 == 0
        said = subject.reader.plain(sentence) if whole else sentence
        for claim in claims_in(said, setting):
            because = contradiction(claim, here)
            if because and not _told(claim, text, start, len(sentence), subject):
                at = max(text.text.lower().find(claim.said, start), 0)
                words = text.text[at : at + len(claim.said)] if at else ""
                yield Finding(
                    text.path,
                    f'"{words or sentence}" contradicts the figures: {because}',
                    "write what the figures say, or put them right; if the sentence is about "
                    "something else, accept this with the reason",
                    words or " ".join(sentence.split()[:3]),
                    at or start,
                )


def _told(claim: Claim, text: Text, start: int, length: int, subject: Subject) -> bool:
    """Whether ``ratio`` says the same."""
    return isinstance(claim, Shared) and any(
        one.path == text.path and start <= one.at < start + length for one in ratio.find(subject)
    )


RULE = Rule("claim", find)
