"""Ratios in words: "three in four", "two thirds of", "nearly half of"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from hscb_report.checks.numbers import WORDS

_COUNTS = {**WORDS, "a": 1, "one": 1, "a hundred": 100, "a thousand": 1000}
_OF = {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000}
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}
_N = r"one|two|three|four|five|six|seven|eight|nine|\d{1,2}"
_M = (
    r"two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|a thousand|1,000|"
    r"\d{1,3}"
)

RATIO = re.compile(
    rf"\b(?P<n>{_N}) (?:in|out of)(?: every)? (?P<m>{_M})\b(?![,.]\d|%)"
    r"|\b(?P<some>(?:a|one|two|three|four|five|seven|nine)[- ])?(?P<part>half|third|quarter|fifth|"
    r"sixth|eighth|tenth)s? (?:of|the)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:(?P<nearly>nearly|almost|not quite|just under)|(?P<below>under|below|less than|"
    r"fewer than|up to|at most)"
    r"|(?P<above>over|above|more than|at least))\s*$",
    re.IGNORECASE,
)

Hedge = Literal["", "nearly", "below", "above"]
"""What a text says of the true number: it is the one that is written, a little less, less, or more.
"""
_SIDES: tuple[Hedge, ...] = ("nearly", "below", "above")


_MOVES = (
    r"more|fewer|less|higher|lower|greater|larger|smaller|up|down|above|below|increase|rise|growth|"
    r"fall|drop|decrease|reduction|decline|change|as many|as much"
)
_MOVE_BEHIND = re.compile(rf"\s*\)?\s*(?:points? )?(?:{_MOVES}|percentage point)\b", re.IGNORECASE)
_MOVE_BEFORE = re.compile(
    r"\b(?:(?:rose|risen|rises?|grew|grown|increased?|climbed|jumped|fell|fallen|falls?|dropped|"
    r"declined?|decreased?|reduced|up|down|higher|lower|changed|gone|went|going)(?: [a-z]+ly)?"
    r"(?: by| from)?|(?:increase|rise|growth|fall|drop|decrease|reduction|decline|change) of|"
    r"(?:rose|fell|up|down|increased|decreased|dropped|reduced|declined)\b[^.;%]{0,40}"
    r"(?:\bby [^.;(]{1,30} \(|\bfrom )|compared (?:with|to)|last year['’]s|"
    r"(?:below|above|than) (?:the|that of|those of)"
    r")(?: (?:about|around|nearly|almost|over|under|just|only|more than|less than|at least|some|"
    r"approximately|roughly|exactly))*\s*$",
    re.IGNORECASE,
)


def is_change(text: str, start: int, end: int) -> bool:
    """Whether what stands there says how much something changed, and no share: "19% more
    children", "fell by a third", "from 17% to".
    """
    return bool(_MOVE_BEHIND.match(text, end) or _MOVE_BEFORE.search(text[:start]))


@dataclass(frozen=True)
class Ratio:
    """A ratio in a text.

    Attributes:
        share: of a hundred.
        side: what the words before it say of the true number.
        start: where it stands in the text.
        words: as it is written there.
    """

    share: float
    side: Hedge
    start: int
    words: str


def hedge_of(before: str) -> Hedge:
    """What the words before a number say of the true one."""
    found = _HEDGE.search(before)
    return next((side for side in _SIDES if found and found[side]), "")


def ratios(text: str) -> Iterator[Ratio]:
    """The ratios of a text, from left to right."""
    for found in RATIO.finditer(text):
        if found["part"]:
            some, part = (found["some"] or "a").strip(" -").lower(), _PARTS[found["part"].lower()]
            value = Fraction(_COUNTS[some], part)
        else:
            whole = found["m"].lower().replace(",", "")
            part = int(found["n"]) if found["n"].isdigit() else _COUNTS[found["n"].lower()]
            whole = int(whole) if whole.isdigit() else _COUNTS[whole]
            if whole not in _OF:
                continue
            value = Fraction(part, whole)
        if 0 < value < 1:
            yield Ratio(
                float(value * 100),
                hedge_of(text[: found.start()]),
                found.start(),
                re.sub(r" (?:of|the)$", "", found[0]),
            )
