"""Numbers that were typed into a text, without those that only look like a statistic.

Years, dates, periods, ages, durations, ordinals and references ("Section 47", "Year 7") are no
statistics; ``{figure}`` is no typed number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from hscb_report.summary import months
from hscb_report.summary.figures import Figure
from hscb_report.summary.periods import YEAR
from hscb_report.summary.scalars import MOST_DIGITS, digits_in
from hscb_report.summary.units import SIGNED, WORDED, UnitName, value_of_steps
from hscb_report.summary.wording import in_words

_REFERENCE = (
    r"sections?|s\.|years?|stages?|parts?|chapters?|articles?|regulations?|schedules?|grades?|levels?|phases?|tiers?|bands?|steps?|"
    r"groups?|units?|rooms?|pages?|figures?|tables?|appendix|volumes?|versions?|priority|priorities|questions?|standards?|outcomes?|"
    r"objectives?|paragraphs?|no\.|number|weeks?|days?|quarters?|q|class|wards?|zones?|domains?|recommendations?|covid"
)
_UNIT = (
    r"years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|miles?|km|kilometres?|metres?|am|pm|pages?|times|fold|st|nd|rd|th|s|"
    r"kb|mb|pt|x"
)

NO_STATISTIC = re.compile(
    "|".join(
        (
            r"\{[^{}]*\}",
            r"https?://\S+|\S+@\S+",
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{months.PATTERN})(?: \d{{4}})?|"
            rf"\b(?:{months.PATTERN})(?: \d{{4}})\b",
            r"\b\d{4}-\d{2}-\d{2}\b",
            rf"\b{YEAR}(?: ?[-/–] ?\d{{2,4}})?\b(?![,.]\d)",
            r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b",
            r"\b\d{1,3} ?[-–] ?\d{1,3}(?=\b|yrs?\b)(?!,)",
            r"\b(?:aged?|ages|age of|under|over|below|above|between) \d{1,2}(?: ?(?:to|and|or|-|"
            r"–) ?\d{1,2})?\b(?![,.]\d|%)",
            rf"\b\d+(?:\.\d+)?(?: (?:to|and|or) \d+)?[- ]?(?:{_UNIT})\b",
            rf"\b(?:{_REFERENCE}) \d+[a-z]?(?:(?:,| to| and| or|-|–) ?\d+[a-z]?)*\b(?![,.]\d)",
            r"\bper (?:\d[\d,]*|hundred|thousand)\b",
            r"\b0\d{2,4}[ -]\d[\d -]{4,}\d\b",
        )
    ),
    re.IGNORECASE,
)


def _signs(lead: bool) -> str:
    return "|".join(f"(?P<{unit.name}>{unit.typed})" for unit in SIGNED if unit.leads == lead)


_NUMBER = re.compile(
    rf"(?<![\w.,/£-])(?:{_signs(True)})?(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<decimals>\.\d+)?"
    rf"(?:{_signs(False)}| (?P<times>billion|million|thousand)\b|(?P<short>bn|m|k)\b)?"
    r"(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
_TIMES = {
    **{"billion": 10**9, "million": 10**6, "thousand": 1000},
    **{"bn": 10**9, "m": 10**6, "k": 1000, "": 1},
}
WORDS = {in_words(value): value for value in range(2, 100)}
ONES = "one|two|three|four|five|six|seven|eight|nine"
IN_WORDS = (
    f"(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:{ONES}))?"
    "|(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve"
    f"|{ONES.removeprefix('one|')})"
)
"""One of ``WORDS``; a list of them all is slow to compile."""
_WORD = re.compile(rf"(?<![\w-]){IN_WORDS}(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True)
class Typed:
    """A number in a text.

    Attributes:
        value: what it is.
        unit: in the terms of figures.
        start, end: where it stands in the text.
        words: as it is written there.
    """

    value: Decimal
    unit: UnitName
    start: int
    end: int
    words: str


@lru_cache(maxsize=1024)
def blanked(text: str, *patterns: re.Pattern[str]) -> str:
    """The text with all that is no statistic, or fits a pattern, replaced by as many spaces."""
    for pattern in (NO_STATISTIC, *patterns):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text


@lru_cache(maxsize=1024)
def typed(text: str, *without: re.Pattern[str]) -> tuple[Typed, ...]:
    """The numbers of a text, in digits and in words, from left to right; several rules ask for the
    same ones.
    """
    return tuple(_typed(text, without))


def _typed(text: str, without: tuple[re.Pattern[str], ...]) -> Iterator[Typed]:
    bare = blanked(text, *without)
    found = [(m.start(), m) for m in _NUMBER.finditer(bare)] + [
        (m.start(), m) for m in _WORD.finditer(bare)
    ]
    for start, match in sorted(found, key=lambda pair: pair[0]):
        if match.re is _WORD:
            yield Typed(
                Decimal(WORDS[match[0].lower()]),
                "count",
                start,
                match.end(),
                text[start : match.end()],
            )
            continue
        if digits_in(match[0]) > MOST_DIGITS:
            continue  # no number that a figure can be
        value = Decimal(match["digits"].replace(",", "") + (match["decimals"] or ""))
        kind: UnitName = next((unit.name for unit in SIGNED if match[unit.name]), "count")
        if match["short"] and kind != "pounds":
            continue  # metres
        value *= _TIMES[(match["times"] or match["short"] or "").lower()]
        yield Typed(value, kind, start, match.end(), text[start : match.end()].strip())


_WORDED = re.compile(
    r"(?<![\w.,/£-])(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<decimals>\.\d+)? (?P<unit>"
    + "|".join(re.escape(words) for unit in WORDED for words in unit.behind)
    + r")(?!\w|,\d)",
    re.IGNORECASE,
)
_UNIT_OF = {words: unit.name for unit in WORDED for words in unit.behind}


def worded(text: str) -> Iterator[Typed]:
    """The numbers of a text that have their unit in words behind them: days, points, rates."""
    for found in _WORDED.finditer(text):
        if digits_in(found["digits"]) <= MOST_DIGITS:
            value = Decimal(found["digits"].replace(",", "") + (found["decimals"] or ""))
            kind = _UNIT_OF[found["unit"].lower()]
            yield Typed(value, kind, found.start(), found.end(), found[0])


def values_of(figure: Figure) -> set[Decimal]:
    """The numbers by which a reader knows a figure: itself, and what it is rounded to."""
    if figure.value is None:
        return set()
    return {Decimal(figure.value), value_of_steps(figure.value, figure.show, figure.bound)}


MANY, HEAD = 100, 3
"""Below so many a number is often another one: only the noun counts, and the words the label begins
with.
"""

_PLURALS = {
    "children": "child",
    "people": "person",
    "families": "family",
    "enquiries": "enquiry",
    "agencies": "agency",
}
_EMPTY = frozenset(
    "a an the of in on at to by for from with and or who which that were was are is be as their "
    "our this these those has have had "
    "all any new more than not".split()
)


def stems(words: str) -> set[str]:
    """The words that carry meaning, in the singular."""
    found = set()
    for word in re.findall(r"[a-z]+(?:-[a-z]+)*", re.sub(r"\{[^{}]*\}", " ", words.lower())):
        word = _PLURALS.get(word, word)
        if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
            word = word[:-1]
        if word not in _EMPTY and len(word) > 1:
            found.add(word)
    return found


def is_named(figure: Figure, text: str, end: int, words: int = 3) -> bool:
    """Whether one of the next few words behind a number is one that the figure is called by."""
    behind = re.split(r"[.;:!?()]", text[end:], maxsplit=1)[0].replace("*", " ")
    next_words = " ".join(behind.split()[:words])
    begins = " ".join(re.split(r"\{|[,;:(]", figure.label, maxsplit=1)[0].split()[:HEAD])
    called = (
        f"{figure.label} {figure.name or ''}"
        if figure.value is not None and figure.value >= MANY
        else begins
    )
    return bool(stems(next_words) & stems(f"{called} {figure.noun or ''}"))
