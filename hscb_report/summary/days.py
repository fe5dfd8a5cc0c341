"""The days on which something was counted: a day of the calendar, or a month where a source says no
more than that.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

WRITTEN = "[0-9]{4}-(?:0[1-9]|1[0-2])"
"""A month as content files have it, for a regular expression."""


@dataclass(frozen=True, order=True)
class Month:
    """A month in which something was counted, on a day that nobody names.

    Attributes:
        month: from 1.
    """

    year: int
    month: int

    @property
    def first_day(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, self.month, 1)

    @property
    def last_day(self) -> dt.date:
        """Its last day."""
        return dt.date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def __str__(self) -> str:
        """As content files have it: ``2018-03``."""
        return f"{self.year:04}-{self.month:02}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        """It is kept as it is, and dumped as content files have it."""
        dumped = core_schema.plain_serializer_function_ser_schema(str)
        return core_schema.is_instance_schema(cls, serialization=dumped)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        """As content files have it."""
        return {"type": "string", "pattern": f"^{WRITTEN}$"}


Day = dt.date | Month


def month_of(text: str) -> Month | None:
    """A month as content files have it; None of other words."""
    if not re.fullmatch(WRITTEN, text) or text.startswith("0000"):
        return None
    return Month(int(text[:4]), int(text[5:]))


def as_day(value: Any) -> Day:
    """A day or a month as it was read from a content file.

    Raises:
        PydanticCustomError: it is neither.
    """
    if isinstance(value, (Month, dt.date)):
        return value
    if isinstance(value, str) and (month := month_of(value)):
        return month
    raise PydanticCustomError("day", "this is neither a day nor a month")


def as_read(value: Any) -> Any:
    """A value as it is read from a content file, where a month is a text; others are themselves."""
    return str(value) if isinstance(value, Month) else value


def first_day(day: Day) -> dt.date:
    """The day itself, or the first of a month."""
    return day.first_day if isinstance(day, Month) else day


def last_day(day: Day) -> dt.date:
    """The day itself, or the last of a month."""
    return day.last_day if isinstance(day, Month) else day


def ends_a_month(day: Day) -> bool:
    """Whether it is the last day of a month; a month is taken to be counted at its end."""
    return last_day(day).day == calendar.monthrange(day.year, day.month)[1]


def moved_day(day: Day, years: int) -> Day:
    """The same day so many years later; the last of February stays the last, and 29 February
    becomes 28 February where there is none.
    """
    if isinstance(day, Month):
        return Month(day.year + years, day.month)
    last = calendar.monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=last if ends_a_month(day) else min(day.day, last))


def moment(day: Day) -> Day | tuple[int, int]:
    """What two days have in common that are one moment of a count: the year and month that end with
    it. The last of a month, the month itself and the first of the next are one, for one day ends as
    the next begins.
    """
    if ends_a_month(day):
        return day.year, day.month
    if isinstance(day, dt.date) and day.day == 1:
        return (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
    return day


def same_day_of_year(one: Day, other: Day) -> bool:
    """Whether two are of the same day of two years, where one moment is one day: 31 March 2017 and
    1 April 2018, the end of February in any year.
    """
    first, second = moment(one), moment(other)
    if isinstance(first, tuple) and isinstance(second, tuple):
        return first[1] == second[1]
    days = [day for day in (first, second) if isinstance(day, dt.date)]
    return len(days) == 2 and (days[0].month, days[0].day) == (days[1].month, days[1].day)
