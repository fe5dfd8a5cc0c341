"""Years as periods: ``2017-18`` and ``2018``, and how they and dates move on."""

from __future__ import annotations

import datetime as dt
import re

from hscb_report.errors import Problem, UsageError

_YEAR = re.compile(
    r"(?P<start>(?:19|20)\d\d)(?:(?P<join>\s*[-/–]\s*|\s+to\s+)(?P<end>(?:19|20)\d\d|\d\d))?(?![\d-])"
)

MONTHS = (
    "January February March April May June July August September October November December".split()
)


def start_of(period: str) -> int | None:
    """The year in which a period begins; None where its name is neither ``2018`` nor two years that
    follow one another.
    """
    found = re.fullmatch(_YEAR, period)
    return int(found["start"]) if found and _consecutive(found) else None


def start_named(name: str) -> int:
    """The year in which a period begins whose name can be that of a file: ``2017-18`` or ``2018``.

    Raises:
        UsageError: the name is no year.
    """
    start = start_of(name) if re.fullmatch(r"\d{4}(?:-\d{2}|-\d{4})?", name) else None
    if start is None:
        found = re.match(r"(?:19|20)\d\d(?=\D)", name)
        hint = (
            f"did you mean {found[0]}-{(int(found[0]) + 1) % 100:02}?"
            if found
            else "name it like 2018-19, or 2018"
        )
        raise UsageError(Problem("no-year", f'"{name}" is not a year', hint))
    return start


def moved(period: str, years: int) -> str:
    """A period so many years later, in the form it was written: ``2018-19``, ``2018/2019``, ``April
    to June 2018``.
    """
    return re.sub(
        r"\b(?:19|20)\d\d(?:\s*[-/–]\s*(?:(?:19|20)\d\d|\d\d))?(?![\d-])",
        lambda found: _moved(found[0], years),
        period,
    )


def moved_day(day: dt.date, years: int) -> dt.date:
    """The same day so many years later; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def years_between(source: str, target: str) -> int:
    """How many years one period is after another.

    Raises:
        UsageError: a name is no year, they are years of different kinds, or the second is not
            later.
    """
    first, last = start_named(source), start_named(target)
    if len(source) != len(target):
        raise UsageError(
            Problem(
                "other-kind",
                f"{source} and {target} are years of different kinds",
                f"name it like {moved(source, 1)}",
            )
        )
    years = last - first
    if years <= 0:
        raise UsageError(
            Problem(
                "not-later",
                f"{target} is not after {source}",
                f"the next year is {moved(source, 1)}",
            )
        )
    return years


def latest_ended(today: dt.date) -> str:
    """The year of local government, April to March, that ended last: ``2024-25`` on 1 April
    2025.
    """
    start = today.year - 1 if today >= dt.date(today.year, 4, 1) else today.year - 2
    return f"{start}-{(start + 1) % 100:02}"


def _consecutive(found: re.Match[str]) -> bool:
    return not found["end"] or int(found["end"][-2:]) == (int(found["start"]) + 1) % 100


def _moved(text: str, years: int) -> str:
    """Each year in a text moved on, each in as many digits as it had."""
    start = re.match(r"\d{4}", text)
    rest = text[4:]
    end = re.search(r"\d+\Z", rest)
    if end:
        number = int(end[0]) + years
        rest = rest[: end.start()] + (f"{number % 100:02}" if len(end[0]) == 2 else str(number))
    return f"{int(start[0]) + years}{rest}"
