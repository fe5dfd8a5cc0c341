"""Numbers in text, in the style of the house.

Finds:
    numbers in text that the board's `style` writes in another way: numerals, % and ranges
Why:
    One way of writing numbers is read without stumbling. `gov-uk`: numerals from 2, %, 5 to
    10. `ons`: two to nine in words. `none`: not checked.
Fails:
    introduction: We held three meetings for families with children aged 5-10.
Passes:
    introduction: We held 3 meetings for families with children aged 5 to 10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hscb_report.checks.numbers import NO_STATISTIC, blanked
from hscb_report.checks.ratios import RATIO
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.texts import Text
from hscb_report.summary.wording import in_words

_UNSAID = re.compile(r"\{[^{}]*\}|https?://\S+")
"""What is not printed as it is typed."""
_PER_CENT = re.compile(r"\bper ?cent\b(?!age)", re.IGNORECASE)
_RANGE = re.compile(
    r"(?<![\w/.,-])(?!(?:19|"
    r"20)\d{2}[-–]\d{2,4}\b)(?P<low>\d[\d,]*) ?[-–] ?(?P<high>\d[\d,]*)(?![\d/-])"
)
_TWO_TO_NINE = re.compile(
    r"(?<![\w-])(?:two|three|four|five|six|seven|eight|nine)(?![\w-])", re.IGNORECASE
)
_SAYING = re.compile(
    r"\b(?:one or two|two or three|one to one|two by two|these two|those two|the two|between two|"
    r"first (?:two|three)|"
    r"last (?:two|three)|all (?:two|three|four)|the other two)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(
    r"(?<![\w.,/£-])(?<!to )(?<!and )(?<!or )(?P<before>[A-Z]\w* )?"
    r"(?P<digit>[2-9])(?= [a-z])(?! (?:to|and|or|in|out|million|per|times)\b)"
)
_BEGINS = re.compile(r"(?:^|[.!?:\n])(?:- )?[\"'“‘*\s]*$")


@dataclass(frozen=True)
class Style:
    """What a house writes.

    Attributes:
        numerals: numbers from 2 in numerals; else two to nine in words.
    """

    numerals: bool


STYLES = {"gov-uk": Style(numerals=True), "ons": Style(numerals=False)}
"""GOV.UK: "one", then numerals from 2. Office for National Statistics: words to nine. Both: %, and
"to" in ranges.
"""


def find(subject: Subject) -> Iterator[Finding]:
    """Numbers that the house writes in another way."""
    style = STYLES.get(subject.settings.style)
    if style is None:
        return
    for text in subject.own:
        if not text.is_english or text.path[0] == "sources" or (text.path[0] == "title"):
            continue  # the names of publications are their own
        for found in _PER_CENT.finditer(_UNSAID.sub(lambda some: " " * len(some[0]), text.text)):
            yield _finding(text, found.start(), found[0], "%", "without a space before it")
        for found in _RANGE.finditer(_without_years(text.text)):
            yield _finding(
                text, found.start(), found[0].strip(), f"{found['low']} to {found['high']}", ""
            )
        yield from _numerals(text) if style.numerals else _in_words(text)


def _without_years(text: str) -> str:
    """Periods (2017-18) and dates left out; ages and other ranges stay."""
    return re.sub(
        r"\b(?:19|20)\d{2}(?: ?[-/–] ?\d{2,4}){1,2}\b|\b\d{1,2}/\d{1,2}(?:/\d+)?\b|\{[^{}]*\}|"
        r"https?://\S+|\b0\d{2,4}[ -][\d -]+",
        lambda m: " " * len(m[0]),
        text,
    )


def _numerals(text: Text) -> Iterator[Finding]:
    bare = blanked(text.text, RATIO, _SAYING)
    for found in _TWO_TO_NINE.finditer(bare):
        if not _BEGINS.search(text.text[: found.start()]) and not found[0][0].isupper():
            digit = next(value for value in range(2, 10) if in_words(value) == found[0].lower())
            yield _finding(
                text, found.start(), found[0], str(digit), "unless a sentence begins with it"
            )


def _in_words(text: Text) -> Iterator[Finding]:
    for found in _DIGIT.finditer(blanked(text.text, RATIO, NO_STATISTIC)):
        if not found["before"] and text.sentences == "running":
            yield _finding(
                text, found.start("digit"), found["digit"], in_words(int(found["digit"])), ""
            )


def _finding(text: Text, at: int, words: str, right: str, when: str) -> Finding:
    return Finding(
        text.path,
        f'"{words}" is written "{right}" in the house style',
        f"write {right}{', ' if when else ''}{when}",
        words,
        at,
    )


RULE = Rule("house-style", find)
