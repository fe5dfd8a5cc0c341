"""How numbers, dates and inline text are written: one place, so that every edition says the
same. The words in them come from a language's table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from hscb_report.summary.arithmetic import per_cent, rounded
from hscb_report.summary.days import Day, Month
from hscb_report.summary.said import Said, join
from hscb_report.summary.units import UNITS, UnitName
from hscb_report.words.numbers import NumberWords
from hscb_report.words.table import EN_GB

ENGLISH = EN_GB.numbers
"""For those who read and write English whatever a document is in: messages, sheets, checks."""


def number(
    value: int | Decimal | None,
    unit: UnitName = "count",
    symbol: str | None = None,
    words: NumberWords = ENGLISH,
) -> str:
    """A number as it is printed: ``77,602``, ``94%``, ``1,333 [r]``; a missing one is its symbol,
    ``[x]``.
    """
    if value is None:
        return f"[{symbol}]"
    base = words.bases.get(unit)
    text = UNITS[unit].printed(value) + (f" {base}" if base else "")
    return f"{text} [{symbol}]" if symbol else text


def big_number(
    value: int | Decimal | None,
    unit: UnitName = "count",
    symbol: str | None = None,
    words: NumberWords = ENGLISH,
) -> str:
    """The same as a headline: a missing number is said in words, ``Not available [x]``; a rate
    stands without its base.
    """
    if value is None:
        return f"{words.missing[symbol or 'x']} [{symbol}]"
    text = UNITS[unit].printed(value)
    return f"{text} [{symbol}]" if symbol else text


def percentage(part: int | Decimal, whole: int | Decimal, words: NumberWords = ENGLISH) -> str:
    """A share in whole per cent, rounded half up; ``less than 1%`` and ``more than 99%`` at the
    ends.

    Raises:
        ZeroDivisionError: the whole is zero, so there is no share.
    """
    share = per_cent(part, whole)
    printed = rounded(share)
    if printed == 0 and share > 0:
        return words.under_one
    if printed == 100 and share < 100:
        return words.over_99
    return f"{printed}%"


def in_words(value: int) -> str:
    """A whole number below a hundred in English words; larger ones stay numerals."""
    return ENGLISH.in_words(number=value)


def date(day: Day, words: NumberWords = ENGLISH) -> str:
    """``31 March 2018``, or ``March 2018`` of a month."""
    if isinstance(day, Month):
        return words.month(month=day.month, year=day.year)
    return words.date(day=day.day, month=day.month, year=day.year)


def slug(text: str) -> str:
    """Words for a file name: small letters without accents, digits and hyphens, at most 80 of them
    (Windows allows 260 for a whole path).
    """
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text.lower())
        if not unicodedata.combining(letter)
    )
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:80].rstrip("-")


@dataclass(frozen=True)
class Span:
    """A stretch of inline text; where figures are filled in, it knows which."""

    text: str
    bold: bool = False


_INLINE = re.compile(r"\*\*(?P<bold>.+?)\*\*", re.DOTALL)
REFERENCE = re.compile(r"\{(?P<name>[^{}:\s]+)(?::(?P<form>[A-Za-z]+))?\}")
"""``{figure}``, ``{figure:words}`` (nine) or ``{figure:Words}`` (Nine) inside a text."""

FORMS = ("words", "Words")


def references(text: str) -> list[tuple[str, str | None]]:
    """The figures that a text names, with the form asked for."""
    return [(found["name"], found["form"]) for found in REFERENCE.finditer(text)]


def unread_markup(text: str) -> str:
    """A brace or a pair of stars that is neither a figure's name nor bold, or empty."""
    rest = REFERENCE.sub("", _INLINE.sub(lambda found: found["bold"], text))
    found = re.search(r"\{[^{}]*\}?|\}|\*\*", rest)
    return found[0][:30] if found else ""


def spans(text: str, say: Callable[[str, str | None], str]) -> list[Span]:
    """Inline text as spans: ``**bold**`` and ``{figure}``, which prints bold as well.

    Args:
        say: turns a figure's name and form into words.
    """
    result: list[Span] = []
    at = 0
    for found in _INLINE.finditer(text):
        result += _plain(text[at : found.start()], say)
        result += [Span(span.text, True) for span in _plain(found["bold"], say)]
        at = found.end()
    return _joined(result + _plain(text[at:], say))


def plain(text: str, say: Callable[[str, str | None], str]) -> Said:
    """Inline text without its markup."""
    return join(span.text for span in spans(text, say))


def _plain(text: str, say: Callable[[str, str | None], str]) -> list[Span]:
    result: list[Span] = []
    at = 0
    for found in REFERENCE.finditer(text):
        result.append(Span(text[at : found.start()]))
        result.append(Span(say(found["name"], found["form"]), found["form"] is None))
        at = found.end()
    return [*result, Span(text[at:])]


def _joined(parts: list[Span]) -> list[Span]:
    result: list[Span] = []
    for part in parts:
        if result and result[-1].bold == part.bold:
            result[-1] = Span(join([result[-1].text, part.text]), part.bold)
        elif part.text:
            result.append(part)
    return result
