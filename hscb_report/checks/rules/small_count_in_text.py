"""Small counts of children that stand in a text.

Finds:
    children from 1 to `suppress_up_to` counted in a text
Why:
    In words as in figures, a child could be recognised.
Fails:
    introduction: We heard from 3 disabled children.
Passes:
    introduction: We heard from a small number of disabled children.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.checks.numbers import WORDS, typed
from hscb_report.checks.ratios import RATIO
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.texts import Text

_WHO = (
    r"child(?:ren)?|young (?:people|persons?)|bab(?:y|ies)|infants?|toddlers?|boys?|girls?|"
    r"pupils?|siblings?|sisters?|brothers?|twins?|"
    r"teenagers?|care leavers?|mothers?|fathers?|victims?"
)
_DESCRIBED = (
    r"more|other|further|younger|older|local|disabled|vulnerable|looked[- ]after|unaccompanied|"
    r"adopted|fostered|missing|exploited|"
    r"asylum[- ]seeking|young|newborn|autistic|bereaved|homeless|school-aged?|pre-school"
)
_RATE = rf"in (?:each|every|a hundred|a thousand|{'|'.join(WORDS)})\b"
"""What follows "one child" where a rate is meant: "in ten", "in every class"; not "in care"."""
_CHILDREN = re.compile(
    r"\s+(?:\(\d+\) )?(?:of (?:the|these|those|our|"
    rf"them)(?: [\d,]+)? )?(?:(?:{_DESCRIBED}),? ){{0,3}}"
    rf"(?:{_WHO})\b(?!['’]|-| (?:referral|protection|panel|ambassador|champion|representative|"
    rf"member|{_RATE}))",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"\b(?:one|a single)(?= (?:(?:{_DESCRIBED}),? ){{0,3}}(?:child|baby|infant|toddler|boy|girl|"
    r"pupil|teenager|"
    rf"young person|mother|father|victim|care leaver)\b(?!['’]|-| (?:protection\b|{_RATE}|in \d)))",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:fewer than|less than|under|up to|between one and|at (?:the )?most|no more than)\s+$",
    re.IGNORECASE,
)


def find(subject: Subject) -> Iterator[Finding]:
    """A number from 1 to the threshold, with children behind it."""
    most = subject.settings.suppress_up_to
    for text in subject.texts:
        if text.path[0] != "sources":
            for number in typed(text.text, RATIO):
                # "fewer than 5" is what a suppressed number is called
                bound = _BOUND.search(text.text[max(0, number.start - 40) : number.start])
                if (
                    1 <= number.value <= most
                    and number.unit == "count"
                    and not bound
                    and (behind := _CHILDREN.match(text.text, number.end))
                ):
                    yield _finding(text, number.start, behind.end())
            for one in _ONE.finditer(text.text):
                behind = _CHILDREN.match(text.text, one.end())
                yield _finding(text, one.start(), behind.end() if behind else one.end())


def _finding(text: Text, start: int, end: int) -> Finding:
    said = text.text[start:end]
    return Finding(
        text.path,
        f'"{said}" is so few that they could be recognised',
        'write "a small number of" instead, or accept this with the reason why nobody can be '
        "recognised",
        said,
        start,
    )


RULE = Rule("small-count-in-text", find)
