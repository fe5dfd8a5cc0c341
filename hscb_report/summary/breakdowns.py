"""Blocks that break numbers down: rows of figures, as a table and as bars of parts."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

from hscb_report.summary.base import Model, OrPlain, listed
from hscb_report.summary.block import Block, Panel
from hscb_report.summary.keys import FigureName, InlineLine
from hscb_report.summary.short import ROW_KEYS, is_meant, is_short

MOST_PARTS = 5
"""So many parts of a bar can be told apart."""


def _year(value: Any) -> Any:
    """A year may be written bare: 2018 is kept as the text "2018"."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Head = Annotated[
    InlineLine, BeforeValidator(_year), WithJsonSchema({"type": ["string", "integer"]})
]
"""The words at the head of a column or of a row; a year may be written bare."""

FigureNames = Annotated[list[FigureName], BeforeValidator(listed), OrPlain()]
"""One or more names under figures."""


def _long(value: Any) -> Any:
    """A row with its keys, however it is written; what is no row is told in one."""
    if is_short(value):
        ((label, names),) = value.items()
        return {"label": label, "figures": names}
    if isinstance(value, list):
        raise PydanticCustomError("row-label", "this row does not say what it is about")
    keys = list(value) if isinstance(value, dict) else [value]
    if len(keys) == 1 and not is_meant(keys[0]):
        said = "the row {label} names no figures"
        raise PydanticCustomError("row-figures", said, {"label": f'"{keys[0]}"'})
    if not any(map(is_meant, keys)):
        said = "{keys} stand in one row, and each looks like a label"
        told = " and ".join(f'"{key}"' for key in keys)
        raise PydanticCustomError("row-keys", said, {"keys": told})
    return value


class _OrShort:
    """Says in the JSON Schema that a row may be its label with its figures behind it."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The row's own schema, or one key with names."""
        names = {"type": ["array", "string"], "items": {"type": "string"}}
        short = {
            "type": "object",
            "propertyNames": {"not": {"enum": list(ROW_KEYS)}},
            "additionalProperties": names,
            "minProperties": 1,
            "maxProperties": 1,
        }
        return {"anyOf": [handler(core_schema), short]}


class Row(Model):
    """A row of figures, and what it is about."""

    label: Head = Field(description="What the row, or the bar, is about.")
    figures: FigureNames = Field(min_length=1, description="A name under figures for each column.")


class GridRow(Row):
    """A row of a grid."""


class StackRow(Row):
    """A bar of a stack."""

    figures: FigureNames = Field(
        min_length=1,
        max_length=MOST_PARTS,
        description="Names under figures: parts that do not overlap, in their order.",
    )
    whole: FigureName | None = Field(
        None,
        description="The figure that these parts add up to, where no part_of says of what they are "
        "parts.",
    )


class Grid(Block):
    """Figures in rows and columns, each as a number, and as a per cent of the whole that its
    `part_of` names.
    """

    panel: ClassVar[Panel] = "full report"

    kind: Literal["grid"]
    columns: list[Head] = Field(
        min_length=1, max_length=12, description="What stands above each column."
    )
    rows: list[Annotated[GridRow, BeforeValidator(_long), _OrShort()]] = Field(
        min_length=1,
        max_length=40,
        description="Rows, each with a figure for each column: label and figures, or in short "
        '"Neglect: [neglect-before, neglect]".',
    )
    totals: Literal["row", "column", "both"] | None = Field(
        None,
        description="row: the last row is the total of those above it; column: the last column is "
        "the total of those before it; both. Each total is checked.",
    )
    show: Literal["both", "percent"] = Field(
        "both", description="both numbers and per cent, or percent alone where there is one."
    )


class Stack(Block):
    """Bars of up to five parts each, beside one another in their order. What the parts leave of
    their whole is shown as the rest.
    """

    one_scale: ClassVar[bool] = True
    with_whole: ClassVar[bool] = True
    panel: ClassVar[Panel] = "full report"

    kind: Literal["stack"]
    rows: list[Annotated[StackRow, BeforeValidator(_long), _OrShort()]] = Field(
        min_length=1,
        max_length=12,
        description="Bars, each with its parts: label and figures, or in short "
        '"2017-18: [neglect, abuse]".',
    )
    parts: list[Head] | None = Field(
        None,
        min_length=1,
        max_length=MOST_PARTS,
        description="What the parts are called, where every bar has the same; left out, as their "
        "figures are.",
    )
    show: Literal["percent", "count"] = Field(
        "percent",
        description="percent: all bars are equally long, each 100% of its whole; count: bars are "
        "as long as their numbers.",
    )
