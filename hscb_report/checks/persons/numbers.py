"""NHS numbers and dates of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.checks.persons.told import Told
from hscb_report.summary import months

_TEN = re.compile(r"(?<![\w.,/£-])\d{3}(?P<gap>[ -]?)\d{3}(?P=gap)\d{4}(?![\w/%-]|[.,]\d)")
_CALLED_NHS = re.compile(r"\bNHS (?:number|no\.?|num|id)\W{0,3}(?:is |was |of )?\W{0,2}$", re.I)
_CALLED_ELSE = re.compile(r"\b(?:ISBN|ISSN|UPRN|URN|UKPRN|VAT|DOI)\b[^\d]{0,12}$", re.I)

_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{months.PATTERN}),? (?:\d{{4}}|\d{{2}})\b"
    rf"|(?:{months.PATTERN}) \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"
    r"|\d{1,2}(?P<stroke>[/.-])\d{1,2}(?P=stroke)(?:\d{4}|\d{2})\b|\d{4}-\d{2}-\d{2}\b)"
)
_BIRTH = re.compile(
    r"\b(?:date of birth|birth ?date|birthday|d\.? ?o\.? ?b\b\.?|born(?: on)?(?: the)?)"
    rf"[\s:,;=(*-]{{0,4}}(?:(?:is|was|on|of) )?(?:the )?{_DATE}",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:children|babies|people|pupils|infants|those|all|anyone|anybody|everyone|everybody|"
    r"board|partnership|service|team|project|programme)"
    r"(?: (?:who|that))?(?: (?:is|was|are|were))? $",
    re.IGNORECASE,
)
"""What is said of a year's children, or of no person at all."""


def nhs_numbers(text: str) -> Iterator[Told]:
    """Ten digits of which the last is right by modulus 11, or that are called an NHS number."""
    for found in _TEN.finditer(text):
        before = text[max(0, found.start() - 30) : found.start()]
        named = bool(_CALLED_NHS.search(before))
        if named or (
            is_nhs_number(found[0]) and found[0][0] != "0" and not _CALLED_ELSE.search(before)
        ):
            yield Told("an NHS number", found.start(), found[0])


def is_nhs_number(text: str) -> bool:
    """Whether the check digit of ten digits is right (NHS Data Dictionary, NHS NUMBER): each of the
    first nine times 10 down to 2, their sum modulo 11, from 11; 11 is 0, and 10 is never given.
    """
    figures = [int(one) for one in text if one.isdigit()]
    check = 11 - sum(one * by for one, by in zip(figures, range(10, 1, -1), strict=False)) % 11
    return len(figures) == 10 and len(set(figures)) > 1 and check % 11 == figures[9] and check != 10


def births(text: str) -> Iterator[Told]:
    """Days on which somebody was born: the day, the month and the year."""
    for found in _BIRTH.finditer(text):
        if not _MANY.search(text[max(0, found.start() - 60) : found.start()]):
            yield Told("a date of birth", found.start(), found[0])
