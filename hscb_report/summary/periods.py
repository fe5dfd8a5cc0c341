"""Periods that are written in years: ``2018``, ``2017-18``, ``2015-18``; and how they move on.

One year is a calendar year; two years that follow one another are a year of English local
government, from 1 April to 31 March. Words such as ``April to June 2018`` are a period too, but
no years: only the years in them move on. What is known of quarters and months is in ``spans``.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

YEAR = r"(?:19|20)\d\d"
"""A year in a text, for a regular expression: other numbers of four digits are numbers."""

IN_PROSE = rf"{YEAR}(?:[-/–](?:{YEAR}|\d\d)|\s+to\s+{YEAR})"
"""Two years in a sentence, for a regular expression. ``2017 - 18`` is none there, for that may be a
year and a number.
"""

_JOIN = r"\s*[-/–]\s*|\s+to\s+"
_WHOLE = re.compile(rf"(?P<start>[1-9]\d{{3}})(?:(?:{_JOIN})(?P<end>\d{{4}}|\d\d))?")
_YEARS = re.compile(rf"\b{YEAR}(?:\s*[-/–]\s*(?:{YEAR}|\d\d))?(?![\d-])")
_ANY_YEAR = re.compile(rf"\b{YEAR}(?:\s*(?:[-/–]|to)\s*(?:{YEAR}|\d\d))?\b")
_LONGEST = 20
"""More years than this are a slip in two digits, such as ``2017-16``."""
_LAST = dt.MAXYEAR


@dataclass(frozen=True)
class Years:
    """A period that is written in years.

    Attributes:
        text: as it is written.
        start: the year in which it begins.
        end: the year in which it ends; the same for a calendar year.
    """

    text: str
    start: int
    end: int

    @property
    def is_one(self) -> bool:
        """Whether it is one year: a calendar year, or one of local government."""
        return self.end - self.start <= 1

    @property
    def first_day(self) -> dt.date:
        """1 January of a calendar year, else 1 April."""
        return dt.date(self.start, 1 if self.start == self.end else 4, 1)

    @property
    def last_day(self) -> dt.date:
        """31 December of a calendar year, else 31 March."""
        return dt.date(self.end, 12, 31) if self.start == self.end else dt.date(self.end, 3, 31)

    @property
    def before(self) -> str:
        """The period of the same length that ends where this one begins, in the form it is written:
        ``2016-17``.
        """
        return _moved(self.text, -max(1, self.end - self.start))


def years_of(period: str) -> Years | None:
    """A period as years; None of other words, and of years that are not in the order of time."""
    found = _WHOLE.fullmatch(period)
    if not found:
        return None
    start = int(found["start"])
    if not found["end"]:
        end = start
    elif len(found["end"]) == 4:
        end = int(found["end"]) if int(found["end"]) > start else 0
    else:
        end = start + (int(found["end"]) - start) % 100
        end = end if 0 < end - start <= _LONGEST else 0
    return Years(period, start, end) if start <= end <= _LAST else None


def year_of(period: str) -> int | None:
    """The year in which a period begins, or None where it is not written in years."""
    years = years_of(period)
    return years.start if years else None


def moved(text: str, years: int) -> str:
    """A period so many years later, in the form it was written: ``2018-19``, ``2018/2019``, ``April
    to June 2018``.
    """
    if years_of(text):
        return _moved(text, years)
    return _YEARS.sub(lambda found: _moved(found[0], years), text)


def _moved(text: str, years: int) -> str:
    """Each year moved on, in as many digits as it had."""
    return re.sub(
        r"\d+",
        lambda found: (
            f"{(int(found[0]) + years) % 100:02}"
            if len(found[0]) == 2
            else str(int(found[0]) + years)
        ),
        text,
    )


def without_years(text: str) -> str:
    """A text without the years and periods in it."""
    return _ANY_YEAR.sub("", text)


def as_written(period: str, other: str) -> str:
    """A year in the form in which another year of local government is written, ``2017-18`` for
    ``2017/18``; empty where it is in this form, or one of them is no such year.
    """
    years, wanted = years_of(period), years_of(other)
    if not (years and wanted) or {years.end - years.start, wanted.end - wanted.start} != {1}:
        return ""
    written = _moved(other, years.start - wanted.start)
    return written if written != period else ""


def latest_ended(today: dt.date) -> str:
    """The year of local government, April to March, that ended last: ``2024-25`` on 1 April
    2025.
    """
    start = today.year - 1 if today >= dt.date(today.year, 4, 1) else today.year - 2
    return f"{start}-{(start + 1) % 100:02}"
