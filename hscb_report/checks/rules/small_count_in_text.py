"""Small counts of children that stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.checks.numbers import typed
from hscb_report.checks.ratios import RATIO
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject

_CHILDREN = re.compile(r"\s+(?:(?:of the|of these|of our|more|other|further|younger|older|local|disabled|vulnerable) )?"
                       r"(?:child(?:ren)?|young (?:people|persons?)|bab(?:y|ies)|infants?|boys?|girls?|pupils?|siblings?|teenagers?)\b"
                       r"(?!['’]| (?:referral|protection|panel|ambassador|champion|representative|member)|-)", re.IGNORECASE)


def find(subject: Subject) -> Iterator[Finding]:
    """A number from 1 to the threshold, with children behind it."""
    most = subject.settings.suppress_up_to
    for text in subject.texts:
        if text.path[0] != "sources":
            for number in typed(text.text, RATIO):
                if 1 <= number.value <= most and number.unit == "count" and (behind := _CHILDREN.match(text.text, number.end)):
                    said = text.text[number.start : behind.end()]
                    yield Finding(text.path, f'"{said}" is so few that they could be recognised', 'write "a small number of" instead, or accept '
                                  "this with the reason why nobody can be recognised", said, number.start)


RULE = Rule("small-count-in-text", "children from 1 to `suppress_up_to` counted in a text",
            "In words as in figures, a child could be recognised.", find)
