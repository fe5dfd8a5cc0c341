"""Who is counted, and whether so few that they could be recognised."""

from __future__ import annotations

import re
from decimal import Decimal

from hscb_report.summary.figures import Figure, Series

THINGS = frozenset(
    "action agenda agency area audit briefing bulletin campaign centre clinic conference course "
    "district document event exercise "
    "factsheet forum guideline hospital inspection leaflet lesson meeting module network "
    "newsletter objective organisation panel partner podcast "
    "policy poster priority procedure programme project protocol publication recommendation "
    "resource school seminar service session setting standard "
    "strategy subgroup sub-group survey team theme tool toolkit training video webinar website "
    "workshop".split()
)
"""What a board counts besides people. A review, a death, a visit or a placement is of a child, so
it is not here.
"""

_ABOUT_ONE = re.compile(
    r"\b(?:child|children|young people|baby|babies|patients?|victims?|missing|strategy (?:meeting|"
    r"discussion)|child protection|"
    r"case|section 47)\b",
    re.IGNORECASE,
)
"""A meeting or a conference that these stand with is about one child."""

_HEAD_ENDS = re.compile(
    r"\b(?:of|in|at|on|by|for|from|to|with|who|which|that|are|is|was|were|have|has|had|attended|undertaken|held|took|"
    r"submitted|provided|delivered|completed|published|run|due|about|across|between|and|&)\b|[,;:(.{]",
    re.IGNORECASE,
)
_IRREGULAR = {
    "agencies": "agency",
    "policies": "policy",
    "priorities": "priority",
    "strategies": "strategy",
}


def counts_people(measure: Figure | Series) -> bool:
    """Whether people are counted: as ``counts`` says, or else unless the label speaks of things.

    The noun that the label begins with decides: ``Conferences attended by professionals`` are
    things. What cannot be told is taken for people, for that mistake harms nobody.
    """
    if measure.counts is not None:
        return measure.counts == "people"
    head = _HEAD_ENDS.split(measure.label, maxsplit=1)[0].split()
    if _ABOUT_ONE.search(" ".join(head)):
        return True
    word = re.sub(r"[^a-z-]", "", head[-1].lower()) if head else ""
    return _IRREGULAR.get(word, word.removesuffix("s")) not in THINGS and word not in THINGS


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
