"""How numbers, dates and inline text are written: one place, so that every edition says the
same. The words in them come from a language's table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from hscb_report.summary.arithmetic import per_cent, rounded
from hscb_report.summary.days import Day, Month
from hscb_report.summary.links import LINK, is_address
from hscb_report.summary.said import Said, join, refs_in
from hscb_report.summary.units import MINUS, UNITS, Show, UnitName
from hscb_report.words.numbers import NumberWords
from hscb_report.words.table import EN_GB

ENGLISH = EN_GB.numbers
"""For those who read and write English whatever a document is in: messages, sheets, checks."""


def number(
    value: int | Decimal | None,
    unit: UnitName = "count",
    symbol: str | None = None,
    words: NumberWords = ENGLISH,
    *,
    bound: str | None = None,
    show: Show | None = None,
) -> str:
    """A number as it is printed: ``77,602``, ``94%``, ``27 days``, ``1,333 [r]``; a missing one is
    its symbol, ``[x]``.

    Args:
        bound: what one that is not exact says of the true one: ``over 300``.
        show: to what money is rounded: ``£1.2m``; None for the number in full.
    """
    if value is None:
        return f"[{symbol}]"
    digits = _digits(value, unit, words, bound, show)
    base = base_of(value, unit, words) or words.behind(unit=unit, number=digits)
    return _complete(f"{digits} {base}" if base else digits, symbol, words, bound)


def big_number(
    value: int | Decimal | None,
    unit: UnitName = "count",
    symbol: str | None = None,
    words: NumberWords = ENGLISH,
    *,
    bound: str | None = None,
    show: Show | None = None,
) -> str:
    """The same as a headline: a missing number is said in words, ``Not available [x]``; what
    ``base_of`` gives stands before the words behind it.
    """
    if value is None:
        return f"{words.missing[symbol or 'x']} [{symbol}]"
    if base_of(value, unit, words):
        return _complete(_digits(value, unit, words, bound, show), symbol, words, bound)
    return number(value, unit, symbol, words, bound=bound, show=show)


def base_of(value: int | Decimal, unit: UnitName, words: NumberWords = ENGLISH) -> str:
    """What is said of a number before the words behind a headline: ``per 10,000``, ``percentage
    points``; empty for most units. Too long for the size that a headline has.
    """
    if unit == "points":
        size = UNITS[unit].printed(value).removeprefix(MINUS)
        return words.behind(unit=unit, number=size)
    return words.bases.get(unit, "")


def _digits(
    value: int | Decimal,
    unit: UnitName,
    words: NumberWords,
    bound: str | None,
    show: Show | None,
) -> str:
    """A number with its sign alone."""
    if show is None:
        return UNITS[unit].printed(value)
    text = UNITS[unit].shown(value, show, bound)
    return f"{text}{words.millions}" if show == "millions" else text


def _complete(text: str, symbol: str | None, words: NumberWords, bound: str | None) -> str:
    """The same with what stands before and behind it."""
    said = words.bounded(number=text, bound=bound) if bound else text
    return f"{said} [{symbol}]" if symbol else said


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
    """A stretch of inline text; where figures are filled in, it knows which.

    Attributes:
        url: where it leads, ``https:`` or ``mailto:``; empty for nowhere.
    """

    text: str
    bold: bool = False
    url: str = ""


REFERENCE = re.compile(r"\{(?P<name>[^{}:\s]+)(?::(?P<form>[A-Za-z]+))?\}")
"""``{figure}``, ``{figure:words}`` (nine) or ``{figure:Words}`` (Nine) inside a text."""
_STARS = "**"
_MARKS = re.compile(rf"(?P<stars>\*\*)|{REFERENCE.pattern}")
_LEFT = re.compile(r"\{[^{}]*\}?|\}|\]\(")

FORMS = ("words", "Words")


def references(text: str) -> list[tuple[str, str | None]]:
    """The figures that a text names, with the form asked for."""
    return [(found["name"], found["form"]) for found in REFERENCE.finditer(text)]


def unread_markup(text: str) -> str:
    """A brace, a pair of stars or a bracket that is neither a figure's name nor bold nor a link, or
    empty. What is bold, and what leads somewhere, ends in its own paragraph.
    """
    for line in text.split("\n"):
        for piece in _pieces(line):
            if piece.name is None and (found := _LEFT.search(piece.text)):
                return found[0][:30]
            if piece.text == _STARS:
                return _STARS
    return ""


def spans(text: str, say: Callable[[str, str | None], str], begins: bool = True) -> list[Span]:
    """Inline text as spans: ``**bold**``, ``[words](https://...)``, and ``{figure}``, which prints
    bold as well.

    Args:
        say: turns a figure's name and form into words.
        begins: whether the text begins a sentence; where one begins, the words of a figure have a
            capital: ``Over 300``.
    """
    result: list[Span] = []
    before = "" if begins else _WITHIN
    for piece in _pieces(text):
        said = piece.text
        if piece.name is not None:
            said = say(piece.name, piece.form)
            if piece.form is None and _OPENS.search(before):
                said = Said(said[:1].upper() + said[1:], refs_in([said]))
        bold = piece.bold or (piece.name is not None and piece.form is None)
        result.append(Span(said, bold, piece.url))
        before += said
    return joined(result)


def plain(text: str, say: Callable[[str, str | None], str], begins: bool = True) -> Said:
    """Inline text without its markup."""
    return join(span.text for span in spans(text, say, begins))


_OPENS = re.compile(r"(?:^|[.!?]\s)[\s\"'“‘(]*\Z")
"""What stands before the first word of a sentence."""
_WITHIN = "–"
"""In the place of what stands before a text that goes on in a sentence."""


@dataclass(frozen=True)
class _Piece:
    """A part of a text between its marks.

    Attributes:
        text: as it is printed; two stars where they are no mark, for there is no second pair.
        name, form: of a figure; None where it is none.
    """

    text: str
    url: str = ""
    name: str | None = None
    form: str | None = None
    bold: bool = False


def _pieces(text: str) -> list[_Piece]:
    """What a text is made of, its stars read."""
    found, at = list[_Piece](), 0
    for link in LINK.finditer(text):
        if is_address(link["address"]):
            found += [
                *_marked(text[at : link.start()], ""),
                *_marked(link["words"], link["address"]),
            ]
            at = link.end()
    found += _marked(text[at:], "")
    made, begun = list[_Piece](), 0
    for first, last in _pairs([at for at, piece in enumerate(found) if piece.text == _STARS]):
        made += [*found[begun:first], *(replace(one, bold=True) for one in found[first + 1 : last])]
        begun = last + 1
    return [*made, *found[begun:]]


def _marked(text: str, url: str) -> Iterator[_Piece]:
    """A stretch with its stars and figures, each a piece."""
    at = 0
    for found in _MARKS.finditer(text):
        if found.start() > at:
            yield _Piece(text[at : found.start()], url)
        yield _Piece(found[0] if found["stars"] else "", url, found["name"], found["form"])
        at = found.end()
    if at < len(text):
        yield _Piece(text[at:], url)


def _pairs(stars: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Which stars begin and end what is bold: there is something between them."""
    first: int | None = None
    for at in stars:
        if first is None:
            first = at
        elif at > first + 1:
            yield first, at
            first = None


def joined(parts: list[Span]) -> list[Span]:
    """Stretches of text, those that are alike put together."""
    result: list[Span] = []
    for part in parts:
        last = result[-1] if result else None
        if last and (last.bold, last.url) == (part.bold, part.url):
            result[-1] = replace(part, text=join([last.text, part.text]))
        elif part.text:
            result.append(part)
    return result
