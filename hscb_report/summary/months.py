"""The English months by name, to find dates in texts and in what people type."""

from __future__ import annotations

from hscb_report.summary.periods import YEAR
from hscb_report.words.table import EN_GB

NAMES = EN_GB.numbers.months

PATTERN = "|".join(NAMES)
"""Any of them, for a regular expression."""

DATE = (
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+)?"
    rf"(?P<month>{PATTERN})\s+(?P<year>{YEAR})"
)
"""A date in a text, for a regular expression: ``31 March 2018``, or ``March 2018`` without a
day.
"""

_NUMBERS = {
    short.lower(): number
    for number, name in enumerate(NAMES, 1)
    for short in (name, name[:3], *(("Sept",) if name == "September" else ()))
}


def number_of(name: str) -> int | None:
    """A month's number from 1, by its name or the usual short form of it (``Sept``), in any case;
    None of other words.
    """
    return _NUMBERS.get(name.lower())
