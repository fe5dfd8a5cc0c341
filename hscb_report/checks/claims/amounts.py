"""How much, in words and digits: ``nearly a third``, ``12%``, ``216``, ``three times``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from hscb_report.checks.numbers import IN_WORDS, WORDS

Kind = Literal["percent", "part", "points", "count", "times"]
Side = Literal["", "about", "nearly", "below", "above", "just over"]

_SIDES: dict[Side, str] = {
    "about": "about|around|approximately|roughly|some|close to|broadly",
    "nearly": "nearly|almost|just under|slightly under|slightly less than|not quite|close on",
    "just over": "just over|slightly over|slightly more than|a little over",
    "below": "under|less than|fewer than|up to|at most|no more than",
    "above": "well over|over|more than|at least|above",
    "": "exactly|only|just|a further|another|a total of|as much as",
}
HEDGE = "(?:(?:" + "|".join(_SIDES.values()) + ") )?"
_NUMBERS = {**{word: float(value) for word, value in WORDS.items()}, "one": 1.0, "a dozen": 12.0}
_IN_WORDS = f"(?:{IN_WORDS}|one|a dozen)"
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_DIGITS = r"£?\d[\d,]*(?:\.\d+)?(?: ?(?:billion|million|thousand|bn|m|k)\b)?"
_PERCENT = r"\d[\d,]*(?:\.\d+)? ?(?:%|per ?cent\b)"
_POINTS = rf"(?:\d+(?:\.\d+)?|{_IN_WORDS})(?: percentage)?[ -]points?\b"
_PART = (
    rf"(?:(?:a|one|two|three|four|five|seven|nine)[ -](?:{'|'.join(_PARTS)})s?\b|half\b(?: as)?|"
    r"one in (?:two|three|four|five|six|eight|ten)\b)"
)
NUMBER = rf"(?:{_DIGITS}|\b(?:{_IN_WORDS})\b)"
"""A number that is no share, for a regular expression without groups."""
LASTING = r"(?: (?:hours?|days?|weeks?|months?|years?)\b)"
"""A unit of time behind a number."""
PLAIN = (
    rf"(?:£?\d[\d,.]*(?<=\d)(?:(?: (?:billion|million|thousand)|bn|m|k)\b)?|{_IN_WORDS}\b)"
    rf"{LASTING}?"
)
"""The same, as it stands behind "from" and "to"."""
BEGINS = rf"{HEDGE}(?:[£\d]|a (?:half|third|quarter)\b|(?:{_IN_WORDS}|half|twice|thrice)\b)"
"""How an amount begins, for a regular expression without groups."""
AMOUNT = rf"{HEDGE}(?:{_POINTS}|{_PERCENT}|{_PART}|{NUMBER}{LASTING}?)"
"""How much, for a regular expression without groups."""
TIMES = (
    rf"{HEDGE}(?:twice|thrice|double|treble|triple|half|"
    rf"(?:\d+(?:\.\d+)?|{_IN_WORDS}) times|(?:two|three|four|five)[ -]?fold|by a factor of \w+)"
)
"""How many times, for a regular expression without groups."""
_N_OF = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\\d{1,3}"
SHARE = rf"{HEDGE}(?:{_PERCENT}|(?:{_N_OF}) (?:in|out of)(?: every)? (?:{_N_OF})\b|{_PART})"
"""A part of a whole, for a regular expression without groups."""
_TIMES = {"billion": 1e9, "bn": 1e9, "million": 1e6, "m": 1e6, "thousand": 1e3, "k": 1e3}
_TIMES_WORDS = {
    "twice": 2.0,
    "double": 2.0,
    "thrice": 3.0,
    "treble": 3.0,
    "triple": 3.0,
    "half": 0.5,
}


@dataclass(frozen=True)
class Amount:
    """How much.

    Attributes:
        kind: ``part`` is a percentage in words, such as a third; ``times`` a multiple.
        side: what the words say of the true number.
        step: to what the number is rounded.
        unit: of figures, as far as the words say it; empty where they do not.
    """

    kind: Kind
    value: float
    side: Side = ""
    step: float = 1.0
    unit: str = ""


def side_of(text: str) -> tuple[Side, str]:
    """What is said of the true number, and the rest."""
    for side, words in _SIDES.items():
        if found := re.match(rf"(?:{words})\s+", text):
            return side, text[found.end() :]
    return "", text


def number_of(text: str) -> tuple[float, float]:
    """A number in digits or words, and to what it is rounded as it is written."""
    text = text.strip().removeprefix("£")
    if text in _NUMBERS:
        return _NUMBERS[text], 1.0
    found = re.match(r"([\d,]+)(\.\d+)?\s*(?:(billion|million|thousand|bn|m|k)\b)?", text)
    if found is None:
        return 0.0, 1.0
    times = _TIMES.get(found[3] or "", 1.0)
    digits, decimals = found[1].replace(",", ""), found[2] or ""
    zeros = 0 if decimals or float(digits) < 100 else len(digits) - len(digits.rstrip("0"))
    step = 10.0 ** (zeros if zeros > 1 else -(len(decimals) - 1) if decimals else 0)
    return float(digits + decimals) * times, step * times


def amount_of(text: str) -> Amount:
    """What ``AMOUNT`` or ``TIMES`` found."""
    side, rest = side_of(text.strip())
    if rest.endswith(("point", "points")):
        value, step = number_of(re.split(r"[ -](?:percentage|point)", rest)[0])
        return Amount("points", value, side, step)
    if rest.endswith(("%", "cent")):
        value, step = number_of(rest)
        return Amount("percent", value, side, min(step, 1.0))
    if found := re.fullmatch(r"one in (\w+)", rest):
        return Amount("part", 100 / _NUMBERS[found[1]], side)
    if found := re.fullmatch(rf"(?:(\w+)[ -])?({'|'.join(_PARTS)})s?", rest):
        some = _NUMBERS.get(found[1] or "one", 1.0)
        return Amount("part", some * 100 / _PARTS[found[2]], side)
    unit = "pounds" if rest.startswith("£") else ""
    if lasting := re.search(rf"{LASTING}$", rest):
        unit, rest = f"{lasting[0].strip().removesuffix('s')}s", rest[: lasting.start()]
    return Amount("count", *_sided(rest, side), unit)


def share_of(text: str) -> Amount:
    """What ``SHARE`` found."""
    side, rest = side_of(text.strip())
    if found := re.fullmatch(r"(\w+) (?:in|out of)(?: every)? (\w+)", rest):
        return Amount("part", number_of(found[1])[0] * 100 / (number_of(found[2])[0] or 1), side)
    return amount_of(text)


def _sided(text: str, side: Side) -> tuple[float, Side, float]:
    value, step = number_of(text)
    return value, side, step


def times_of(text: str) -> Amount:
    """What ``TIMES`` found."""
    side, rest = side_of(text.strip())
    rest = rest.removeprefix("by a factor of ")
    word = re.split(r"[ -]?(?:fold|times)|\s", rest)[0].strip()
    value = _TIMES_WORDS.get(word) or number_of(word)[0]
    return Amount("times", value, side, 1.0)


def agrees(amount: Amount, true: float, tolerance: float) -> bool:
    """Whether a true number is what the words say; wide, where words are vague.

    Args:
        true: in the terms of the amount.
        tolerance: how far a number in words may be from the true one.
    """
    off = true - amount.value
    if amount.kind == "times":
        near = 0.1 * amount.value
    elif amount.kind == "part":
        near = tolerance
    else:
        near = 0.5 * amount.step
    vague = max(2 * near, 0.15 * amount.value)
    return {
        "": abs(off) <= near + 1e-9,
        "about": abs(off) <= vague,
        "nearly": -vague <= off <= 0.5 * near,
        "below": off <= 1e-9,
        "above": off >= -1e-9,
        "just over": -0.5 * near <= off <= vague,
    }[amount.side]
