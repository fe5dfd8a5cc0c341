"""What a content file says of the reports that a batch makes of it, one for each row of a table."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from hscb_report.summary.base import Line, Model
from hscb_report.summary.figures import WITHOUT_VALUE, Number, Symbol
from hscb_report.summary.keys import PlainAside


class Meaning(Model):
    """What a cell means that holds no number."""

    value: Number = Field(None, description="The number that it stands for, such as 0.")
    symbol: Symbol | None = Field(None, description="The symbol that is printed: c, low, u, x, z.")
    reason: PlainAside | None = Field(None, description="Why the number is not there; printed.")

    @model_validator(mode="before")
    @classmethod
    def _keys_alone(cls, given: object) -> object:
        if isinstance(given, Mapping):
            return given
        raise PydanticCustomError(
            "meaning", "a cell stands for a value, or for a symbol with its reason"
        )

    @model_validator(mode="after")
    def _one_of_two(self) -> Meaning:
        missing = self.symbol in WITHOUT_VALUE and self.reason is not None
        number = self.symbol is None and self.reason is None
        if not (number if self.value is not None else missing):
            raise PydanticCustomError(
                "meaning", "a cell stands for a value, or for a symbol with its reason"
            )
        return self

    @property
    def keys(self) -> dict[str, Decimal | int | str]:
        """The keys of a figure that it sets."""
        return {name: one for name, one in self.model_dump().items() if one is not None}


class Batch(Model):
    """How the rows of a table become reports."""

    on_small: Literal["refuse", "suppress"] = Field(
        "refuse",
        description="What becomes of a count of people so small that it could identify them: "
        "refuse makes no report of its row, suppress prints c and the reason in its place.",
    )
    symbols: dict[Line, Meaning] = Field(
        default_factory=dict,
        description="What cells mean that hold no number, such as "
        '{"..": {symbol: x, reason: Not available.}}.',
    )
