"""Who is counted, and whether so few that they could be recognised."""

from __future__ import annotations

import re
from decimal import Decimal

from hscb_report.summary.figures import Figure, Series

THINGS = frozenset(
    "academy action agency agenda app area audit bid board briefing bulletin campaign centre "
    "clinic college committee complaint conference consultation course district document event "
    "exercise factsheet film forum grant group guide guideline home hospital initiative "
    "inspection leaflet lesson meeting module network newsletter nursery objective organisation "
    "panel partner partnership pathway podcast policy post poster practice priority procedure "
    "programme project protocol provider publication recommendation resource review roadshow "
    "school seminar service session setting standard station strategy subgroup sub-group survey "
    "team theme tool toolkit training vacancy video visit ward webinar website workshop".split()
)
"""What a board counts besides people. A death, an enquiry, an order or a placement is of a child,
so it is not here.
"""

_MAY_BE_OF_ONE = frozenset("complaint conference group meeting panel review session visit".split())
"""Things that are about one child or family, where their label speaks of one."""

_WHO = (
    r"child|children|young people|young person|bab(?:y|ies)|patients?|parents?|mothers?|fathers?|"
    r"famil(?:y|ies)|siblings?|victims?|boys?|girls?|pupils?|care leavers?|teenagers?"
)
_ABOUT_ONE = re.compile(
    rf"\b(?:(?:{_WHO})(?!['’])|missing|strategy|case|section 47|home visits?|deaths?)\b",
    re.IGNORECASE,
)
"""What such a meeting, conference or review is of one of, where these stand before it."""
_OF_ONE = re.compile(
    r"\b(?:by|from|of|about|with|to|involving) (?:an? |the |their )?(?:\w+ ){0,2}?"
    rf"(?:{_WHO})\b(?!['’])",
    re.IGNORECASE,
)
"""The same behind it."""
_PUBLISHED = re.compile(
    r"\b(?:serious case|safeguarding practice|policy|procedure) reviews?$", re.IGNORECASE
)
"""Reviews of which each is published by itself (Working Together to Safeguard Children)."""

_PLANS = re.compile(r"\b(?:action|business|improvement|strategic) plans?$", re.IGNORECASE)

_HEAD_ENDS = re.compile(
    r"\b(?:of|in|at|on|by|for|from|to|with|who|which|that|are|is|was|were|have|has|had|held|made|"
    r"sent|took|run|due|about|across|between|against|undertaken|upheld|"
    r"given|begun|(?<!task )and|&)\b|(?<=s) (?=\w+ed\b)|[,;:(.{]",
    re.IGNORECASE,
)


def counts_people(measure: Figure | Series) -> bool:
    """Whether people are counted: as ``counts`` says, or else unless the label speaks of things.

    The noun that the label begins with decides: ``Conferences attended by professionals`` are
    things. What cannot be told is taken for people, for that mistake harms nobody.
    """
    if measure.counts is not None:
        return measure.counts == "people"
    head = _HEAD_ENDS.split(measure.label, maxsplit=1)[0].strip()
    if _PLANS.search(head) or _PUBLISHED.search(head):
        return False
    noun = _singular(re.sub(r"[^a-z-]", "", head.lower().split()[-1]) if head else "")
    if noun not in THINGS:
        return True
    rest = measure.label[len(head) :]
    return noun in _MAY_BE_OF_ONE and bool(_ABOUT_ONE.search(head) or _OF_ONE.search(rest))


def _singular(noun: str) -> str:
    if noun in THINGS:
        return noun
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")


def is_told_small(figure: Figure, most: int) -> bool:
    """Whether a number of people is said so that a reader knows it to be from 1 to ``most``:
    itself, ``about 4``, or ``under 2``, which is one if it is any. ``Under 5`` may be any of four,
    or none.
    """
    if figure.bound == "over":
        return False
    value = figure.value - 1 if figure.bound == "under" and figure.value else figure.value
    return is_small(figure, value, 1 if figure.bound == "under" else most)


def is_small(measure: Figure | Series, value: int | Decimal | None, most: int) -> bool:
    """Whether a value counts people and is from 1 to ``most``."""
    return (
        measure.unit == "count"
        and value is not None
        and 1 <= value <= most
        and counts_people(measure)
    )


def is_hidden(figure: Figure) -> bool:
    """Whether a value is left out because it is confidential."""
    return figure.value is None and figure.symbol == "c"


def is_veiled(figure: Figure, most: int) -> bool:
    """The same, or whether it is said to be under so few that it is as small: ``under 5``."""
    few = figure.bound == "under" and is_small(figure, figure.value - 1, most)
    return is_hidden(figure) or few
