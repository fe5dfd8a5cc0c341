"""What a new year's file may be called: a year, as the one it comes from is."""

from __future__ import annotations

import re

from hscb_report.errors import Problem, UsageError
from hscb_report.summary.periods import YEAR, moved, years_of


def start_named(name: str) -> int:
    """The year in which a period begins whose name can be that of a file: ``2017-18`` or ``2018``.

    Raises:
        UsageError: the name is no year.
    """
    years = years_of(name) if re.fullmatch(rf"{YEAR}(?:-\d{{2}}|-{YEAR})?", name) else None
    if years is None or not years.is_one:
        found = re.match(rf"{YEAR}(?=\D)", name)
        hint = (
            f"did you mean {found[0]}-{(int(found[0]) + 1) % 100:02}?"
            if found
            else "name it like 2018-19, or 2018"
        )
        raise UsageError(Problem("no-year", f'"{name}" is not a year', hint))
    return years.start


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
