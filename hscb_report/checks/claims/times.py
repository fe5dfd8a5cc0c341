"""What stands behind a verb: since when, by how much, from what to what, and what says nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from hscb_report.checks.claims.amounts import AMOUNT, PLAIN, TIMES, Amount, amount_of, times_of
from hscb_report.checks.numbers import WORDS
from hscb_report.summary.periods import YEAR

_DAY = r"(?:(?:the )?(?:end of |year to |year ending )?(?:\d{1,2} )?(?:march|april) )?"
A_YEAR = rf"{_DAY}{YEAR}(?:[-/–](?:{YEAR}|\d\d))?(?![\d,])"
_N = "|".join(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", r"\d+"])
_NTH = {"second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "seventh": 6}
_THAN = (
    r"(?:(?:than|compared (?:with|to)|in comparison (?:with|to)|from|on|since|over|against|versus|"
    r"that of|those of|up on|down on|to|as) )?"
    r"(?:(?:in|at|for|that of|those of|that for|it was|they were|there were) )*"
    r"(?:the (?:number|rate|figure|level|total)s? (?:in|of|for|at) )?"
)
_NUMBER_AT = rf"(?:{PLAIN})(?: ?(?:%|per ?cent))?"
_YEAR_BEHIND = rf"(?: (?:in|at|on) {A_YEAR})?"

_TAIL = (
    r"\s*(?:"
    rf"(?P<span>(?:between|from) {A_YEAR} (?:and|to) {A_YEAR})"
    rf"|(?P<fromto>from {_NUMBER_AT}(?: (?:in|at|on) {A_YEAR}| last year)? to {_NUMBER_AT}"
    rf"(?: (?:in|at|on) {A_YEAR}| this year| in the current year)?)"
    rf"|(?P<by>(?:by |of |\[(?:(?:up|down) )?){AMOUNT}\]?(?! (?:in|of) (?!20|19|the)))"
    rf"|(?P<times>{TIMES}(?= (?:that|those|the|its|their|what|last)\b|$))"
    rf"|(?P<each>(?:(?:in )?(?:every|each) (?:single )?year|year (?:after|"
    rf"on) year)(?: since {A_YEAR})?)"
    rf"|(?P<running>(?:for|in) (?:the|a) (?:{'|'.join(_NTH)}) (?:consecutive |successive )?year"
    rf"(?: (?:running|in a row|in succession))?|for (?:{_N}) (?:consecutive |successive )?years"
    rf"(?: running| in a row)?|in each of the (?:last|past) (?:{_N}) years)"
    r"|(?P<last>"
    + _THAN
    + r"(?:last year(?:'s)?(?: (?:revised )?(?:figure|total|number|level|rate))?"
    r"|(?:the|that of the|its|their) (?:previous|preceding|prior|past|last) (?:year|"
    r"12 months)(?:'s)?"
    r"(?: (?:figure|total|number|level|rate))?|the year before|the year earlier|a year (?:ago|"
    r"earlier|before)|"
    r"(?:12|twelve) months (?:ago|earlier)|in (?:the (?:last|past) )?(?:12|twelve) months|"
    r"the same (?:time|point|date|period) last year|before)(?! last)"
    rf"(?: (?:revised )?[(\[]?{_NUMBER_AT}[)\]]?)?)"
    rf"|(?P<many>(?:over|in|during) (?:the )?(?:last |past )?(?:{_N}) years|"
    rf"than (?:{_N}) years (?:ago|earlier))"
    r"|(?P<current>(?:again )?(?:this year|(?:in|during|over|across|for|by|throughout) "
    r"(?:the|this|our) (?:reporting |financial |whole |same )?(?:year|period|12 months)))"
    rf"|(?P<since>(?:{_THAN}|during |over |by ){A_YEAR})"
    rf"|(?P<to>to {_NUMBER_AT}{_YEAR_BEHIND})"
    rf"|(?P<bare>{AMOUNT})(?= (?:on|since|from|compared|than|in|over|this|last|against|year)\b|"
    rf"\s*$)"
    r"|(?P<slight>(?:only |very |just )?(?:slightly|marginally|a little|a bit|fractionally|"
    r"modestly))\b"
    r"|(?P<sharp>sharply|steeply|dramatically|significantly|substantially|considerably|rapidly|"
    r"markedly|greatly|a lot|strongly)\b"
    r"|(?P<empty>again|too|as well|overall|in total|steadily|gradually|further|also|in number|"
    r"in numbers|once more|so far|of late|now|year on year|"
    r"(?:was|were|are|is|have been|has been) (?:also )?(?:recorded|seen|reported|received|made|"
    r"noted|held)|(?:recorded|seen|reported|received|in (?:the|our) (?:county|area|borough|city|"
    r"region|partnership))|locally|as (?:expected|planned|hoped|in other years|before))\b"
    r"|(?P<reason>(?:(?:mainly|partly|largely|in part|probably|perhaps) )?(?:because|due to|thanks "
    r"to|owing to|reflecting|despite|as a result of|as (?:fewer|more)|which (?:is|was|reflects|"
    r"shows|means|may)|and this is|and that is|after (?:several years|years|rising|falling|a "
    r"period)|in spite of|so that|so)\b.*)"
    r")\s*"
)


@cache
def _tail() -> re.Pattern[str]:
    """Compiled when it is first needed."""
    return re.compile(_TAIL)


@dataclass
class Tail:
    """What is said behind a verb.

    Attributes:
        amounts: how much.
        start, end: from what number to what.
        step: to what the less exact of the two is rounded, where that is told: ``£1.2m``.
        units: of all these numbers, as far as the words say them.
        since: the years that are named, the first of a span or the year compared with.
        until: the last year of a span.
        during: the year in which it was, where the sentence names one.
        revised: whether the number it began with was revised.
        last: whether last year is named.
        each: whether every year is spoken of.
        running: so many changes in a row.
        years: over so many years.
        current: whether it says that it is about this year.
        manner: ``slight`` or ``sharp``.
    """

    amounts: list[Amount] = field(default_factory=list)
    start: float | None = None
    end: float | None = None
    step: float = 0.0
    units: set[str] = field(default_factory=set)
    since: str = ""
    until: str = ""
    during: str = ""
    revised: bool = False
    last: bool = False
    each: bool = False
    running: int = 0
    years: int = 0
    current: bool = False
    manner: str = ""


def year_in(text: str) -> str:
    """The first year or period in a text."""
    found = re.search(rf"{YEAR}(?:[-/–](?:{YEAR}|\d\d))?", text)
    return found[0].replace("–", "-").replace("/", "-") if found else ""


def years_in(text: str) -> list[str]:
    """All of them."""
    return [
        found.replace("–", "-").replace("/", "-")
        for found in re.findall(rf"{YEAR}(?:[-/–](?:{YEAR}|\d\d))?", text)
    ]


def _count(text: str) -> int:
    found = re.search(rf"\b({_N})\b", text)
    if not found:
        return 0
    return int(found[1]) if found[1].isdigit() else WORDS[found[1]]


@dataclass(frozen=True)
class Setting:
    """Where a sentence stands.

    Attributes:
        place: a regular expression of places that say nothing new, or empty.
        heading: whether it is a heading, where words are few.
        causes: whether figures tell why, so that "because of neglect" names one of them.
    """

    place: str = ""
    heading: bool = False
    causes: bool = False


def tail_of(text: str, at: Setting | None = None) -> Tail | None:
    """What stands behind a verb; None where a word of it is not understood."""
    at = at or Setting()
    tail = Tail()
    text = text.strip(" .,!?")
    while text:
        if at.place and (
            where := re.match(rf"(?:in|across|within|for|at) (?:{at.place})\b\s*", text)
        ):
            text = text[where.end() :]
            continue
        found = _tail().match(text)
        if found is None or not found.end():
            return None
        if found["reason"] and at.causes and re.search(r"\b(?:because of|due to) ", found[0]):
            return None
        _take(tail, found)
        text = text[found.end() :].lstrip(" ,")
    return tail


def _take(tail: Tail, found: re.Match[str]) -> None:
    """Put what was found where it belongs."""
    said = found[0].strip()
    match found.lastgroup:
        case "span":
            tail.since, tail.until = years_in(said)[:2]
        case "fromto":
            first, then = re.split(r"\bto ", said[5:])[:2]
            tail.start, tail.end = _plain(tail, first), _plain(tail, then)
            years = years_in(said)
            if len(years) == 2:
                tail.since, tail.until = years
        case "to":
            tail.end = _plain(tail, said[3:])
        case "by" | "bare":
            bare = re.sub(r"^(?:by|of) |[\[\]]|^\[?(?:up|down) ", "", said)
            tail.amounts.append(amount := amount_of(bare))
            tail.units |= {amount.unit} - {""}
        case "times":
            tail.amounts.append(times_of(said))
        case "each":
            tail.each, tail.since = True, year_in(said) or tail.since
        case "running":
            nth = next((n for word, n in _NTH.items() if word in said), 0)
            tail.each, tail.running = True, nth + 1 if nth else _count(said)
        case "last":
            tail.last, tail.revised = True, "revised" in said
            if number := re.search(rf"({_NUMBER_AT})\)?\]?$", said):
                tail.start = _plain(tail, number[1]) if number[1][0].isdigit() else tail.start
        case "many":
            tail.years = _count(said)
        case "current":
            tail.current = True
        case "since":
            _take_year(tail, said)
        case "slight" | "sharp":
            tail.manner = found.lastgroup


def _take_year(tail: Tail, said: str) -> None:
    """``in 2023`` is another thing than ``since 2023``."""
    if re.match(r"(?:in|at|for|during|over|by) ", said):
        tail.during = year_in(said)
    else:
        tail.since = year_in(said)


def _plain(tail: Tail, text: str) -> float:
    """A number that is told; its unit and what it is rounded to are kept."""
    bare = re.sub(rf"\s(?:in|at|on) {A_YEAR}.*|\s(?:last|this) year.*", "", text.strip())
    found = amount_of(bare)
    tail.units |= {found.unit} - {""}
    if re.search(r"\d ?(?:billion|million|thousand|bn|m|k)\b", bare):
        tail.step = max(tail.step, found.step)
    return found.value
