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
from dataclasses import replace

from hscb_report.checks.claims.claim import Claim, Shared
from hscb_report.checks.claims.clauses import stated, without_speech
from hscb_report.checks.claims.judge import contradiction
from hscb_report.checks.claims.measures import Known, everything
from hscb_report.checks.claims.sentences import claims_in
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.rules import ratio
from hscb_report.checks.subject import OF_ALL, Subject
from hscb_report.summary.blocks import Priorities
from hscb_report.summary.texts import Text
from hscb_report.summary.uses import series_of, told_by


def find(subject: Subject) -> Iterator[Finding]:
    """What the texts of a section claim of its figures; what the introduction and posts claim, of
    all.
    """
    for s, section in enumerate(subject.summary.sections):
        wishes = [b for b, block in enumerate(section.blocks) if isinstance(block, Priorities)]
        texts = [
            text
            for text in subject.own
            if text.is_english
            and text.path[:2] == ("sections", s)
            and not (text.path[2] == "blocks" and text.path[3] in wishes)
        ]
        if not any(map(_states, texts)):
            continue
        told = told_by(section, subject.summary)
        names = [name for name in subject.figures if name in told]
        series = dict.fromkeys(name for block in section.blocks for name in series_of(block))
        shown = Known(subject, tuple(names), tuple(series))
        here = shown if names or series else everything(subject)
        for text in texts:
            yield from _in_text(text, here, subject)
    for text in subject.english:
        if text.path[0] in OF_ALL and _states(text):
            yield from _in_text(text, everything(subject), subject)


def _states(text: Text) -> bool:
    """Whether a sentence of a text states something."""
    return any(states for _, _, states in stated(text.text))


def _in_text(text: Text, here: Known, subject: Subject) -> Iterator[Finding]:
    setting = replace(here.setting, heading=text.key in ("heading", "title", "subtitle"))
    before = ""
    for start, sentence, states in stated(without_speech(text.text)):
        whole = text.inline and sentence.count("**") % 2 == 0
        said = str(subject.reader.plain(sentence)) if whole else sentence
        last, before = before, said
        for claim in claims_in(said, setting, last) if states else ():
            because = contradiction(claim, here)
            if because and not _told(claim, text, start, len(sentence), subject):
                spot = re.compile(rf"\b{re.escape(claim.said)}").search(text.text.lower(), start)
                at = spot.start() if spot else start
                words = text.text[at : spot.end()] if spot else " ".join(sentence.split()[:3])
                yield Finding(
                    text.path,
                    f'"{words}" contradicts the figures: {because}',
                    "write what the figures say, or put them right; if the sentence is about "
                    "something else, accept this with the reason",
                    words,
                    at,
                )


def _told(claim: Claim, text: Text, start: int, length: int, subject: Subject) -> bool:
    """Whether ``ratio`` says the same."""
    return isinstance(claim, Shared) and any(
        one.path == text.path and start <= one.at < start + length for one in ratio.find(subject)
    )


RULE = Rule("claim", find)
