"""Figures, series and sources: every number the board publishes, written once."""

from decimal import Decimal
from typing import Annotated, Any, Literal, cast

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from hscb_report.summary.base import Line, Model, OrPlain, listed
from hscb_report.summary.days import Day, as_day, moment
from hscb_report.summary.keys import (
    FigureName,
    InlineAside,
    InlineLine,
    PlainAside,
    PlainLine,
    SourceName,
)
from hscb_report.summary.sources import Rounded
from hscb_report.summary.time_spans import in_order, key
from hscb_report.summary.units import Bound, Show, UnitName
from hscb_report.summary.values import fault_in
from hscb_report.words.table import EN_GB

Symbol = Literal["b", "c", "e", "low", "p", "r", "u", "x", "z"]

SYMBOLS = EN_GB.numbers.symbols
"""Symbols and their meaning in English, for sheets and messages."""

WITHOUT_VALUE = frozenset({"c", "low", "u", "x", "z"})
WAITING = "x"
"""The symbol of a number that may yet come: the others that stand in a number's place say that it
is known, and why it is not shown.
"""
TO_BE_SUPPLIED = "To be supplied."
"""The reason of a gap that somebody has still to fill; it is nothing to publish."""
WITH_VALUE = frozenset({"b", "e", "p", "r", "u"})

Unit = UnitName

UNIT: Any = Field(
    "count",
    description="count, number (with decimals, such as an average), percent, per-1000, per-10000, "
    "per-100000, pounds, hours, days, weeks, months or years; points (percentage points) and "
    "difference may be below zero, as pounds may.",
)
Emphasis = Literal["lead", "standard", "supporting"]
"""How important a number is, which is how large it stands."""

PLACE = Field(
    None,
    description="The area it is of, where that is another than the board's own: England, or "
    "statistical neighbours; as it stands within a sentence.",
)
SHORT = Field(None, description="A short name for the rows and lines of charts.")
COUNTS = Field(
    None,
    description="people or things; small counts of people are not published. Left out, the label "
    "decides.",
)


def _number(value: Any) -> Any:
    """A whole number or a decimal, never a truth value or a text."""
    if value is None or (isinstance(value, (int, Decimal)) and not isinstance(value, bool)):
        return value
    raise PydanticCustomError("number", "this is not a number")


Number = Annotated[Any, BeforeValidator(_number), WithJsonSchema({"type": ["number", "null"]})]


def _period(value: Any) -> Any:
    """A year may be written bare: 2018 is kept as the text "2018"."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


Period = Annotated[Line, BeforeValidator(_period), WithJsonSchema({"type": ["string", "integer"]})]
"""What time a number covers: ``2017-18``, ``2018``, ``Q1 2017-18``, ``April to June 2018``."""

AsAt = Annotated[Day, BeforeValidator(as_day)]
"""The day on which something was counted, or the month: ``2018-03-31``, ``2018-03``."""


def is_promise(reason: str | None) -> bool:
    """Whether the reason of a gap says only that somebody has still to fill it."""
    return (reason or "").strip(" .").casefold() == TO_BE_SUPPLIED.strip(".").casefold()


class _Valued(Model):
    """A value, or the symbol and reason that stand in its place."""

    value: Number = Field(description="The number, without commas or %; null if it is missing.")
    symbol: Symbol | None = Field(
        None, description="A Government Statistical Service symbol, such as x or r."
    )
    reason: PlainAside | None = Field(
        None, description="Why the value is missing; printed under it."
    )

    @model_validator(mode="after")
    def _missing_is_explained(self) -> "_Valued":
        if self.value is None:
            if self.symbol is None or self.reason is None:
                raise PydanticCustomError(
                    "unexplained", "the value is missing, and nothing says why"
                )
            if self.symbol not in WITHOUT_VALUE:
                raise PydanticCustomError(
                    "symbol-for-value",
                    "[{symbol}] goes with a value, and there is none",
                    {"symbol": self.symbol},
                )
        elif self.symbol is not None and self.symbol not in WITH_VALUE:
            raise PydanticCustomError(
                "symbol-for-missing",
                "[{symbol}] says that there is no value, yet there is one",
                {"symbol": self.symbol},
            )
        return self


class Previous(_Valued):
    """The number of the year before, as it stands now."""

    note: PlainAside | None = Field(
        None, description="What a reader should know about it, such as: Revised since."
    )
    period: Period | None = Field(
        None, description="The time it covers; left out, that of the figure a year earlier."
    )
    as_at: AsAt | None = Field(
        None, description="The day or month of its count; left out, the same a year earlier."
    )

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, data: Any) -> Any:
        return data if isinstance(data, (dict, Model)) else {"value": data}


class Proportion(Model):
    """The two counts that a percentage, or another rate, follows from."""

    part: FigureName = Field(description="The figure that is the part.")
    whole: FigureName = Field(description="The figure that is the whole.")


class Figure(_Valued):
    """One number, with all that a reader needs to trust it."""

    label: InlineAside = Field(
        description="The printed words beside the number; may hold {other-figure}."
    )
    lead: InlineLine | None = Field(
        None, description='Printed words before the number, such as "of which".'
    )
    name: InlineLine | None = Field(
        None, description="What the figure is called in tables, where the label cannot stand alone."
    )
    noun: PlainLine | None = Field(
        None, description='What is counted, for ratios: "contacts" prints "42% of contacts".'
    )
    unit: Unit = UNIT
    bound: Bound | None = Field(
        None,
        description="For a number that is not exact: over, under or about prints it as over 300. "
        "Nothing is worked out from it.",
    )
    show: Show | None = Field(
        None,
        description="For pounds: millions prints 1234567 as £1.2m, thousands 125340 as £125,000. "
        "Tables of figures have the number in full.",
    )
    rounded: Rounded | None = Field(
        None, description="To what this count is rounded, if not as its source says; 1: it is not."
    )
    short: PlainLine | None = SHORT
    place: PlainLine | None = PLACE
    part_of: FigureName | None = Field(
        None, description="The figure of which the source says this is a part."
    )
    of: Proportion | None = Field(
        None,
        description="For a percentage or another rate: the part and the whole it follows from.",
    )
    breakdown: Line | None = Field(
        None,
        description="By what the whole is divided, such as age; parts of one breakdown do not "
        "overlap.",
    )
    counts: Literal["people", "things"] | None = COUNTS
    beside: Annotated[list[FigureName], BeforeValidator(listed), OrPlain()] = Field(
        default_factory=list,
        max_length=6,
        description="Figures of other places that it is compared with in words below its number: "
        '"Lower than England (64)". Only rates, percentages, averages and lengths of time.',
    )
    period: Period | None = Field(None, description="The time the number covers, such as 2017-18.")
    as_at: AsAt | None = Field(
        None,
        description="The day on which it was counted, such as 2018-03-31, or the month: 2018-03.",
    )
    previous: Annotated[Previous, OrPlain("number")] | None = Field(
        None,
        description="Last year's number as it stands now, such as {value: 9861, symbol: r}: what "
        "changed since is printed below this one.",
    )
    source: SourceName = Field(description="A name under sources.")
    supplier: Line | None = Field(
        None,
        alias="from",
        description="Who supplies the number, such as Hampshire County Council: the partner whose "
        "sheet asks for it. Not printed. Left out, it is the board itself.",
    )
    definition: InlineAside | None = Field(None, description="What exactly is counted.")
    note: PlainAside | None = Field(
        None,
        description="What a reader should know about this number; printed in the table of figures.",
    )
    emphasis: Emphasis | None = Field(
        None,
        description="How large the number stands: lead, standard or supporting. Left out, the "
        "first number of the first statistics leads, and those of events support.",
    )
    editorial: list[Literal["label", "lead"]] = Field(
        default_factory=list, description="Which of the two are not in the printed text."
    )
    required: bool = Field(
        True, description="false lets build --final publish without a value that is not available."
    )

    @property
    def time(self) -> object:
        """What two figures have in common that are of one time, however it is written."""
        return moment(self.as_at) if self.as_at else key(self.period or "")

    @property
    def is_awaited(self) -> bool:
        """Whether its number is still to come: none is there, and nothing says that there will be
        none.
        """
        return self.value is None and (
            (self.symbol == WAITING and self.required) or is_promise(self.reason)
        )

    @model_validator(mode="after")
    def _sound(self) -> "Figure":
        if (self.period is None) == (self.as_at is None):
            raise PydanticCustomError("when", "a figure has either a period or an as_at date")
        if fault := fault_in(self.value, self.unit, self.bound, self.show):
            raise PydanticCustomError(cast(Any, fault[0]), cast(Any, fault[1]))
        return self


class Point(_Valued):
    """One year of a series."""

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, data: Any) -> Any:
        return data if isinstance(data, dict) else {"value": data}

    @model_validator(mode="after")
    def _not_negative(self) -> "Point":
        if self.value is not None and self.value < 0:
            raise PydanticCustomError("negative", "a number of a series cannot be below zero")
        return self


class Series(Model):
    """The same measure over several years."""

    label: PlainAside = Field(
        description="What is measured, such as: Children looked after at 31 March."
    )
    unit: Unit = UNIT
    short: PlainLine | None = SHORT
    place: PlainLine | None = PLACE
    counts: Literal["people", "things"] | None = COUNTS
    points: dict[str, Annotated[Point, OrPlain(("number", "null"))]] = Field(
        min_length=2, description="Year: value, in the order of time."
    )
    source: SourceName = Field(description="A name under sources.")
    definition: PlainAside | None = Field(None, description="What exactly is counted.")
    same_as: FigureName | None = Field(
        None,
        description="The figure that is one of its points, such as that of the report's year. That "
        "point may be left out; where it is there, it must be the same number.",
    )

    @model_validator(mode="after")
    def _in_time(self) -> "Series":
        if not in_order(list(self.points)):
            raise PydanticCustomError("order", "the years are not in the order of time")
        return self
