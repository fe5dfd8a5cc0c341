"""The board that publishes: ``content/boards/NAME.yaml``."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from hscb_report.summary.base import Line, Model, OrPlain, Web
from hscb_report.summary.checking import Checks
from hscb_report.summary.pictures import FilePath


def _percent(value: Any) -> Any:
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool) and 0 <= value <= 100:
        return value
    raise PydanticCustomError("ink", "an ink is a number from 0 to 100 per cent")


Ink = Annotated[
    Any, BeforeValidator(_percent), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 100})
]


class ColourData(Model):
    """One colour of the brand: as screens show it, and as inks print it."""

    srgb: Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")] = Field(
        description='Such as "#12436D", in quotes.'
    )
    cmyk: list[Ink] | None = Field(
        None,
        min_length=4,
        max_length=4,
        description="Cyan, magenta, yellow, black in per cent; worked out if left out.",
    )
    spot: Line | None = Field(
        None,
        description="A spot ink that press files ask for, such as PANTONE 540 C; cmyk is then its "
        "alternate.",
    )


def _screen_alone(value: Any) -> Any:
    """A colour may be its form on screens alone."""
    if isinstance(value, dict):
        return value
    if isinstance(value, str):
        return {"srgb": value}
    raise PydanticCustomError("colour", "a colour is needed here")


class BrandData(Model):
    """What makes the pages the board's own."""

    colours: dict[str, Annotated[ColourData, BeforeValidator(_screen_alone), OrPlain()]] = Field(
        default_factory=dict,
        description="Colours by what they are for; primary is enough, the others are worked out.",
    )


Hex = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]

Inked = dict[Hex, Annotated[list[Ink], Field(min_length=4, max_length=4)]]
"""Colours as a drawing has them, and the inks that print them, per cent."""


class Logo(Model):
    """The board's logo, as vectors: SVG files of plain filled shapes."""

    colour: FilePath = Field(
        description="An SVG file for light grounds, by its path in the content folder."
    )
    reversed: FilePath | None = Field(None, description="The same for dark grounds.")
    black: FilePath | None = Field(None, description="The same in black alone.")
    alt: Line | None = Field(
        None, description="What it says, in words; the board's name if left out."
    )
    least_mm: Annotated[int, Field(ge=10, le=100)] = Field(
        20, description="It is never drawn narrower than this, in millimetres."
    )
    inks: Inked = Field(
        default_factory=dict,
        description='The inks of its colours where they are given, such as "#005EB8": [95, 56, 0, '
        "0]; worked out for the others.",
    )


class Partner(Model):
    """An organisation of the partnership."""

    name: Line = Field(description="The full name, which is also what its logo says.")
    logo: FilePath | None = Field(
        None, description="An SVG file, by its path in the content folder; else the name is set."
    )
    web: Web | None = Field(None, description="The website; on screens a link leads there.")
    inks: Inked = Field(
        default_factory=dict, description="The inks of its logo's colours where they are given."
    )


MOST_PARTNERS = 16


class Board(Model):
    """A safeguarding board or partnership, as it calls itself in the year."""

    name: Line = Field(description="The full name; the wordmark is set from it.")
    short_name: Line | None = Field(None, description="The usual abbreviation, such as HSCB.")
    wordmark: list[Line] | None = Field(
        None,
        min_length=1,
        max_length=3,
        description="The name broken into lines as it is to be set.",
    )
    place: Line | None = Field(
        None,
        description="The area it is for, such as Hampshire, which charts name beside other places. "
        "Left out, the words before Safeguarding in its name.",
    )
    address: list[Line] | None = Field(None, description="The postal address, line by line.")
    web: Web | None = Field(None, description="The website.")
    email: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] | None = Field(
        None, description="The e-mail address."
    )
    phone: Line | None = Field(None, description="The telephone number.")
    formats: Line | None = Field(
        None,
        description="A sentence on how to ask for other formats; leaflets and booklets print it.",
    )
    brand: BrandData = Field(default_factory=BrandData, description="Colours.")
    logo: Logo | None = Field(None, description="The logo; the wordmark stands in its place.")
    partners: list[Partner] = Field(
        default_factory=list,
        max_length=MOST_PARTNERS,
        description="The organisations of the partnership, in the order in which they are shown.",
    )
    checks: Checks = Field(
        default_factory=Checks, description="How strict check is, and the board's own words."
    )
