"""Rates of one population that imply two.

Finds:
    rates of one population, such as two per 10,000 children, whose counts imply populations that
    differ beyond rounding
Why:
    A count and its rate tell how many people live there. Two pairs that tell two numbers cannot
    both be right.
Fails:
    figures:
      contacts: {value: 9645, label: contacts, period: 2017-18, source: return}
      contact-rate:
        value: 232.9                     # of 414,126 children
        unit: per-10000
        label: children
        name: Rate of contacts
        period: 2017-18
        source: return
      referrals: {value: 1580, label: referrals, period: 2017-18, source: return}
      referral-rate:
        value: 381.5                     # of 41,415 children
        unit: per-10000
        label: children
        name: Rate of referrals
        period: 2017-18
        source: return
Passes:
    figures:
      contacts: {value: 9645, label: contacts, period: 2017-18, source: return}
      contact-rate:
        value: 2328.9
        unit: per-10000
        label: children
        name: Rate of contacts
        period: 2017-18
        source: return
      referrals: {value: 1580, label: referrals, period: 2017-18, source: return}
      referral-rate:
        value: 381.5
        unit: per-10000
        label: children
        name: Rate of referrals
        period: 2017-18
        source: return
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

from hscb_report.checks.claims.naming import Named, fits, named, words_of
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.errors import ERROR
from hscb_report.summary.arithmetic import EXACT
from hscb_report.summary.bounds import exact
from hscb_report.summary.figures import Figure
from hscb_report.summary.places import folded
from hscb_report.summary.units import UNITS
from hscb_report.summary.wording import number

_PER = re.compile(r"\b(?:per|(?:for|of|in) (?:every|each)) [\d,]+\s+(?P<whole>[^.,;:()]+)", re.I)
_WHOLE = re.compile(
    r"^(?P<whole>(?:[a-z]+ )?(?:children|young people|people|adults|babies|pupils|births|residents)"
    r"(?:\s+(?:and|&) young people)?(?: (?:under|over|aged|from) [\d to-]+\d)?)",
    re.I,
)
_RATE_OF = re.compile(r"^(?:the )?rate of |\brates?\b|\b(?:per|for (?:every|each)) [\d,]+.*$", re.I)


@dataclass(frozen=True)
class Pair:
    """A rate with its count.

    Attributes:
        low, high: the populations between which the two can both be right.
    """

    rate: str
    count: str
    low: Decimal
    high: Decimal

    def disagrees(self, other: Pair) -> bool:
        """Whether no population fits both."""
        return self.high < other.low or other.high < self.low


def find(subject: Subject) -> Iterator[Finding]:
    """Rates that imply another population than the most others of the same."""
    for pairs in _groups(subject).values():
        against = [[other for other in pairs if one.disagrees(other)] for one in pairs]
        most = max(map(len, against))
        wrong = [at for at, others in enumerate(against) if others and len(others) == most]
        if most == 1 and len(pairs) == 2:
            wrong = [1]
        for at in wrong:
            one, other = pairs[at], against[at][0]
            value = subject.shown(one.rate)
            yield Finding(
                ("figures", one.rate, "value"),
                f'{value} and "{one.count}", {subject.shown(one.count)}, imply a population of '
                f"{_about(one)}; "
                f'"{other.rate}", {subject.shown(other.rate)}, and "{other.count}", '
                f"{subject.shown(other.count)}, imply {_about(other)}",
                f"check {one.rate}, {one.count}, {other.rate} and {other.count} against the source",
                value,
            )


def _groups(subject: Subject) -> dict[tuple[object, ...], list[Pair]]:
    """Rates with their counts, by population."""
    known = {name: one for name, one in subject.figures.items() if exact(one)}
    rates = {n: f for n, f in known.items() if UNITS[f.unit].per and f.unit != "percent"}
    found: dict[tuple[object, ...], list[Pair]] = {}
    if len(rates) < 2:
        return found
    counted = {
        name: (figure, named(figure.label, figure.name or "", figure.noun or ""))
        for name, figure in known.items()
        if figure.unit == "count"
    }
    for name, figure in rates.items():
        whole: tuple[object, ...]
        if figure.of is not None:
            count, whole = figure.of.part, (figure.of.whole,)  # of one place, as all three are
            if subject.figures[figure.of.whole].value:
                continue  # "percentage" works it out
        else:
            count = _count_of(figure, counted)
            noun = _population(figure)
            place = folded(figure.place or "")
            words = frozenset(re.findall(r"\w+", noun.lower()))
            whole = (words, place, figure.time)
            if not noun:
                continue
        if count in known:
            pair = _pair(name, count, subject)
            found.setdefault(whole, []).append(pair)
    return {whole: pairs for whole, pairs in found.items() if len(pairs) > 1}


def _pair(rate: str, count: str, subject: Subject) -> Pair:
    figure = subject.figures[rate]
    with localcontext(EXACT):
        value = Decimal(figure.value)
        half = Decimal(1).scaleb(int(value.as_tuple().exponent)) / 2
        people = Decimal(subject.figures[count].value) * (UNITS[figure.unit].per or 1)
        low = people / (value + half)
        return Pair(rate, count, low, people / max(value - half, half / 1000))


def _count_of(rate: Figure, counted: dict[str, tuple[Figure, Named]]) -> str:
    """The one count of the same time, place and source that a rate is called after, or empty."""
    texts = [rate.name] if rate.name else [rate.label, rate.noun]
    for text in filter(None, texts):
        words = words_of(_RATE_OF.sub(" ", text))
        found = [
            name
            for name, (figure, called) in counted.items()
            if _known_by(figure) == _known_by(rate) and fits(words, called, frozenset()) == 2
        ]
        if len(found) == 1:
            return found[0]
    return ""


def _known_by(figure: Figure) -> tuple[object, ...]:
    """What a count and its rate have in common."""
    return figure.as_at, figure.period, figure.source, folded(figure.place or "")


def _population(rate: Figure) -> str:
    """The words for those of whom it is a rate, or empty."""
    for text in (rate.label, rate.name or "", rate.definition or ""):
        if found := _PER.search(text):
            return found["whole"].strip()
    found = _WHOLE.match(rate.label)
    return found["whole"] if found else ""


def _about(pair: Pair) -> str:
    low, high = int(pair.low.to_integral_value()), int(pair.high.to_integral_value())
    return number(low) if low == high else f"{number(low)} to {number(high)}"


RULE = Rule("rates-disagree", find, ERROR)
