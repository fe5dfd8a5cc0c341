"""Which dates and years of a content file move on with it, and which stay: only those that are
certainly the year's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hscb_report.summary import months
from hscb_report.summary.document import Summary
from hscb_report.summary.periods import IN_PROSE, YEAR, moved, years_of
from hscb_report.summary.tree import KeyPath

ANY_YEAR = re.compile(rf"\b{YEAR}\b")

DATES = re.compile(rf"\b{months.DATE}\b|\b(?P<period>{IN_PROSE})(?![\d-])")
"""Dates and periods in a text."""

_PROSE = {
    "label",
    "lead",
    "name",
    "definition",
    "heading",
    "subtitle",
    "title",
    "text",
    "introduction",
    "what_changed",
    "detail",
    "noun",
    "section",
}


class Moving:
    """A summary's dates on their way into another year.

    Args:
        summary: the content of the year they come from.
        period: its name, such as ``2017-18``.
        years: how many years they move on.

    Attributes:
        days: the days of the year on which its figures were counted.
    """

    def __init__(self, summary: Summary, period: str, years: int) -> None:
        own = years_of(period)
        self.years = years
        self._ours = {own.start, own.end} if own else set()
        self._next = {own.start, own.start + 1} if own else set()
        self.days = {
            figure.as_at
            for figure in summary.figures.values()
            if figure.as_at and figure.as_at.year in self._ours
        }

    def is_ours(self, period: str | None) -> bool:
        """Whether a period lies in the year of the file: a census of 2011 does not move on."""
        years = {int(year) for year in ANY_YEAR.findall(period or "")}
        return bool(years) and years <= self._ours

    def move(self, found: re.Match[str]) -> str:
        """A date or period that ``DATES`` found, moved on if it is certainly this year's (or the
        one after).
        """
        if found["period"]:
            years = years_of(found["period"])
            ours = years is not None and years.is_one and years.start in self._next
            return moved(found["period"], self.years) if ours else found[0]
        month, year = months.number_of(found["month"]), int(found["year"])
        if any(
            (day.month, day.year) == (month, year) and found["day"] in (None, str(day.day))
            for day in self.days
        ):
            return found[0][: -len(found["year"])] + str(year + self.years)
        return found[0]

    def left(self, text: str) -> str:
        """A text without the dates that move on."""
        return DATES.sub(lambda found: "" if self.move(found) != found[0] else found[0], text)


def texts(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """The board's own words in a content file: everything that is printed as a text, except
    sources and series.
    """
    if isinstance(data, dict):
        for key, value in data.items():
            if not path and key in ("sources", "series", "title"):
                continue
            yield from texts(value, (*path, key))
    elif isinstance(data, list):
        in_items = bool(path) and path[-1] == "items"
        for index, value in enumerate(data):
            if isinstance(value, str) and not in_items and path[:1] != ("leaflet",):
                continue  # a list of names; a leaflet's are the headings of sections
            yield from texts(value, (*path, index))
    elif isinstance(data, str) and path and (path[-1] in _PROSE or isinstance(path[-1], int)):
        yield path, data


def titles(data: Any) -> Iterator[tuple[KeyPath, str, str]]:
    """The title of each source of a content file, with the publisher."""
    for name, source in (data.get("sources") or {}).items():
        yield ("sources", name, "title"), source["title"], source["publisher"]
