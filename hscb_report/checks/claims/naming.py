"""By which words a figure or a series is known, and whether words name it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hscb_report.summary import months

_WORD = re.compile(r"[a-z]+(?:[-’'][a-z]+)*|\d[\d,]*(?:\.\d+)?")
_SINGULAR = {
    "children": "child",
    "people": "person",
    "families": "family",
    "spending": "spent",
    "spend": "spent",
    "enquiries": "enquiry",
}
GENERIC = frozenset(
    "child young person year number total rate proportion percentage share figure level volume "
    "overall all every area county borough city local board partnership whole recorded reported "
    "received per annual count report region here rates amount recorded made".split()
)
"""Words that tell no figure from another."""
_EMPTY = frozenset(
    "a an the of in on at to by for from with and or who which that were was are is be been being "
    "as their our this these those there has have had it its we us they also both i now still "
    "because due under them did do does team".split()
)
WEAK = frozenset(
    "live living lived lead led became become went go seen see saw held hold had said say took "
    "take placed subject open continue continued started remain remained among within".split()
)
"""Verbs of labels that may stand in a sentence or not."""


JOIN = "&"
"""Among the words of a text: it names several things, and may mean their sum."""
_JOINED = re.compile(r"(?<!young people)(?<!child) (?:and|or|&) (?!young people)", re.IGNORECASE)


def words_of(text: str) -> set[str]:
    """The words that carry meaning, in the singular; numbers without commas."""
    found = set()
    for word in _WORD.findall(re.sub(r"\{[^{}]*\}", " ", text.lower())):
        word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
        word = _SINGULAR.get(word, word)
        if word[0].isdigit():
            word = word.replace(",", "")
        elif word.endswith("ies") and len(word) > 4:
            word = word[:-3] + "y"
        elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
        if word not in _EMPTY:
            found.add(word)
    if _JOINED.search(text):
        found.add(JOIN)
    return found


_CUT = re.compile(r"\s+(?:were|was|are|is|had|have|has|led|became|say|said|live|took)\s+")
_HEAD = re.compile(
    r"[,;:(.]|\s(?:with|by|from|to|at|in|who|which|that|seen|made|for|on|held|attended|led|were|"
    r"was|are|receiving|received)\s"
)


AROUND = frozenset("average mean median".split())
"""Words that stand beside a place, and say nothing of what is measured."""
_NATIONS = frozenset("england wales scotland britain kingdom uk".split())
_REGIONS = tuple(
    frozenset(name.split())
    for name in (
        "north east",
        "north west",
        "yorkshire humber &",
        "east midland",
        "west midland",
        "east england",
        "london",
        "south east",
        "south west",
    )
)


@dataclass(frozen=True)
class Named:
    """The words that name a measure.

    Attributes:
        place: sets of words, each of which names its place; none of the board's own area, which
            need not be named.
        known: all words that may stand in its name.
        cores: sets of words, each of which names it where no other word stands beside it.
        head: the words its label begins with; they name it where nothing else is named so.
    """

    known: frozenset[str]
    cores: tuple[frozenset[str], ...]
    head: frozenset[str]
    place: tuple[frozenset[str], ...] = ()


def named(
    label: str, name: str, noun: str, around: Iterable[str] = (), place: str | None = None
) -> Named:
    """What a measure is called.

    Args:
        around: words that may stand beside its own, such as those of its whole.
        place: the one that it is of; None for the board's own.
    """
    if place:
        label, name, noun = (_elsewhere(text, place) for text in (label, name, noun))
    texts = [text for text in (noun, name, label) if text]
    if label.lower().startswith("of ") and (cut := _CUT.search(label)):
        texts.append(label[cut.end() :])
    cores = [_core(text) for text in texts]
    known = frozenset().union(*(words_of(text) for text in texts), *(words_of(t) for t in around))
    plain = re.sub(r"^(?:because|as a result|on account) of |^due to ", "", label.lower())
    head = _core(_HEAD.split(plain, maxsplit=1)[0])
    cores = list(dict.fromkeys(core for core in cores if core))
    return Named(known, tuple(cores), head, ways_to_name(place))


def _elsewhere(text: str, place: str) -> str:
    """A text without the place that it names."""
    return re.sub(rf"(?<!\w){re.escape(place)}(?!\w)", " ", text, flags=re.IGNORECASE)


def ways_to_name(place: str | None) -> tuple[frozenset[str], ...]:
    """By which words a place is known: "the national average" is that of England. None of the
    board's own, which need not be named.
    """
    if not place:
        return ()
    own = frozenset(words_of(place))
    ways = {own}
    if own & _NATIONS and own not in _REGIONS:
        ways |= {frozenset({"national"}), frozenset({"nationally"})}
    if own == {"england"}:
        ways.add(frozenset({"english"}))
    if "neighbour" in own:
        similar = ("neighbour", "similar authority", "similar area", "comparable authority")
        ways |= {frozenset(words.split()) for words in (*similar, "comparator")}
    if own in _REGIONS or "region" in own:
        ways |= {frozenset({"region"}), frozenset({"regional"})}
    return tuple(sorted(filter(None, ways), key=lambda way: (-len(way), sorted(way))))


_DAYS = (
    rf"\b(?:(?:as )?at |on |in )?(?:the )?(?:end of )?(?:\d{{1,2}} )?(?:{months.PATTERN})"
    r"(?: \d{4})?\b"
)
_ASIDE = re.compile(
    r"\b(?:aged |ages )?(?:under|over) \d+s?\b|\baged \d+(?:[-– to]+\d+)?(?: ?yrs?| years?)?\b|"
    rf"{_DAYS}|\bper \d[\d,]*\b",
    re.IGNORECASE,
)
"""What labels say besides the name: ages, days, the base of a rate."""


def without_days(text: str) -> frozenset[str]:
    """The words of a label, whatever day it names."""
    return frozenset(words_of(re.sub(_DAYS, " ", text, flags=re.IGNORECASE)))


def is_named(place: str | None, text: str) -> bool:
    """Whether a text names the place of a number; that of the board's own area need not be."""
    ways, said = ways_to_name(place), words_of(text)
    return not ways or any(way <= said for way in ways)


def _core(text: str) -> frozenset[str]:
    return frozenset(words_of(_ASIDE.sub(" ", text)) - GENERIC - WEAK - {JOIN})


def fits(words: set[str], one: Named, places: frozenset[str]) -> int:
    """How well words name a measure and, where that is not the board's own, its place: 2 by one of
    its names, 1 by its head, 0 not.

    Args:
        places: words of where the board is, which may stand beside any name.
    """
    if one.place:
        way = next((way for way in one.place if way <= words), None)
        return measures(words - way - AROUND, one, places) if way else 0
    return measures(words, one, places)


def measures(words: set[str], one: Named, places: frozenset[str]) -> int:
    """The same of what is measured, wherever that is."""
    bare = words - GENERIC - {"10000", "1000", "100000"}
    if bare - one.known - places - WEAK:
        return 0
    bare -= WEAK
    for core in one.cores:
        if core <= bare or (bare and core - places <= bare and core - places):
            return 2
    return 1 if one.head and one.head <= bare else 0
