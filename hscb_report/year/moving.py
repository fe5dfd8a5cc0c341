"""Which dates and years of a content file move on with it, and which stay: only those that are
certainly the year's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hscb_report.summary import months
from hscb_report.summary.days import Month, as_read, ends_a_month, last_day, moved_day
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure
from hscb_report.summary.keys import Names, Printed, held
from hscb_report.summary.periods import IN_PROSE, YEAR, moved, years_of
from hscb_report.summary.previous import Time, year_earlier
from hscb_report.summary.short import is_short
from hscb_report.summary.time_spans import quarter_of, span_of
from hscb_report.summary.tree import KeyPath
from hscb_report.year.splice_keys import KeyText

ANY_YEAR = re.compile(rf"\b{YEAR}\b")

DATES = re.compile(rf"\b{months.DATE}\b|\b(?P<period>{IN_PROSE})(?![\d-])")
"""Dates and periods in a text."""

_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s+(?:{months.PATTERN}))?|(?:{months.PATTERN}))"
_PERIOD = rf"{YEAR}[-/–]\d\d(?:\d\d)?"
_BEGUN = re.compile(
    rf"(?<![\d/–-])\b(?:{_DAY}(?:\s+{YEAR})?\s*(?:to|until|till|and|[-–—/])"
    rf"|{_PERIOD}\s*(?:to|until|till|[–—]))\s*\Z"
)
"""What stands before the end of a range: ``29 November to``."""
_GOES_ON = re.compile(
    rf"\s*(?:(?:to|until|till|and|[-–—/])\s*{_DAY}\b|(?:to|until|till|[–—])\s*{_PERIOD}\b)"
)
"""What stands behind the beginning of one: `` to 17 December``."""
_IN_ADDRESS = re.compile(r"(?:https?://|mailto:)\S*$")
_AT_THE_END = re.compile(r"\bend\s+of\s+\Z", re.IGNORECASE)


class Moving:
    """A summary's dates on their way into another year.

    Args:
        summary: the content of the year they come from.
        period: its name, such as ``2017-18``.
        years: how many years they move on.

    Attributes:
        days: the days of the year on which its figures were counted, each the last of a month, or
            all of it. A census or a conference has another day the next year.
    """

    def __init__(self, summary: Summary, period: str, years: int) -> None:
        own = years_of(period)
        self.years = years
        self._own = span_of(period)
        self._ours = {own.start, own.end} if own else set()
        self._next = {own.start, own.start + 1} if own else set()
        self.days = {
            figure.as_at
            for figure in summary.figures.values()
            if figure.as_at and figure.as_at.year in self._ours and ends_a_month(figure.as_at)
        }

    def is_ours(self, period: str | None) -> bool:
        """Whether a period is a year, or a quarter that is called so, and lies in that of the file:
        a census of 2011 does not move on, nor do the three weeks or months of an event.
        """
        if years := years_of(period or ""):
            return years.is_one and {years.start, years.end} <= self._ours
        part = quarter_of(period or "")
        return bool(part and self._own and self._own.holds(part))

    def time(self, figure: Figure) -> Time:
        """The period or the day of a figure in the new year: moved on, or left as it was."""
        if figure.as_at:
            moves = figure.as_at in self.days
            return None, moved_day(figure.as_at, self.years) if moves else figure.as_at
        period = figure.period or ""
        return moved(period, self.years) if self.is_ours(period) else period, None

    def previous(self, figure: Figure) -> dict[str, Any]:
        """What ``previous`` of a figure says in the new year: the number that was this year's;
        nothing where nobody can tell of what time that would be.
        """
        keys = ("value", "symbol", "reason") if figure.value is None else ("value", "symbol")
        said = {
            key: value
            for key in keys
            if (value := getattr(figure, key)) is not None or key == "value"
        }
        time, own = self.time(figure), (figure.period, figure.as_at)
        before = year_earlier(*time)
        if time == own or before == own:  # not moved on, it is not of another time either
            return said if any(before) else {}
        return said | ({"period": own[0]} if own[0] else {"as_at": as_read(own[1])})

    def move(self, found: re.Match[str]) -> str:
        """A date or period that ``DATES`` found, moved on if it is certainly this year's (or the
        one after). What begins or ends a range stays: it may be that of an event; so does what
        stands in an address, which leads somewhere as it is.
        """
        before, behind = found.string[: found.start()], found.string[found.end() :]
        if _IN_ADDRESS.search(before) or _BEGUN.search(before[-60:]) or _GOES_ON.match(behind):
            return found[0]
        if found["period"]:
            years = years_of(found["period"])
            ours = years is not None and years.is_one and years.start in self._next
            return moved(found["period"], self.years) if ours else found[0]
        if found["day"] is None and not (
            _AT_THE_END.search(before[-20:]) or self._is_a_month(found)
        ):
            return found[0]
        month, year = months.number_of(found["month"]), int(found["year"])
        if any(
            (day.month, day.year) == (month, year)
            and found["day"] in (None, str(last_day(day).day))
            for day in self.days
        ):
            return found[0][: -len(found["year"])] + str(year + self.years)
        return found[0]

    def _is_a_month(self, found: re.Match[str]) -> bool:
        """Whether a figure was counted in the month that a text names, on no day of it."""
        month = months.number_of(found["month"]) or 0
        return Month(int(found["year"]), month) in self.days

    def left(self, text: str) -> str:
        """A text without the dates that move on."""
        return DATES.sub(lambda found: "" if self.move(found) != found[0] else found[0], text)


def texts(summary: Summary, data: Any) -> Iterator[tuple[KeyPath, str]]:
    """The board's own words in a content file: what its keys declare as printed, and the headings
    by which a leaflet names sections. Left out are sources, series and the title, which are not of
    one year, what ``new`` empties, and what somebody said.

    Args:
        summary: the content.
        data: the file it was read from, or one with the same keys, as plain data.
    """
    for one in held(summary):
        if one.path[0] in ("sources", "series", "title") or one.path[-1] in ("reason", "note"):
            continue
        own = isinstance(one.mark, Printed) and not one.mark.quoted
        if own or one.mark == Names("section"):
            yield written_at(data, one.path)


def written_at(data: Any, path: KeyPath) -> tuple[KeyPath, str]:
    """Where a text stands in a file, and as what: an item may be written as its text alone, and the
    label of a row as the key of its figures.
    """
    for depth, key in enumerate(path):
        if isinstance(data, str):
            return path[:depth], data
        if key == "label" and is_short(data):
            (label,) = data
            return (*path[:depth], KeyText(label)), label
        data = data[key]
    return path, data


def titles(data: Any) -> Iterator[tuple[KeyPath, str, str]]:
    """The title of each source of a content file, with the publisher."""
    for name, source in (data.get("sources") or {}).items():
        yield ("sources", name, "title"), source["title"], source["publisher"]
