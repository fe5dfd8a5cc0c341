"""What a board may say of the checks: thresholds, house style, its own words, and what it
accepts.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from hscb_report.summary.base import Line, Model, Name, OrPlain, listed

Lines = Annotated[list[Line], BeforeValidator(listed), OrPlain()]
"""One text, or a list of them."""


class Accept(Model):
    """A finding of ``check`` that stays as it is, and why."""

    rule: Name = Field(description="The rule, as check names it.")
    at: Lines | None = Field(
        None,
        min_length=1,
        description="Only there: the name of a figure or series, or keys as the message shows "
        'them, such as section "Learning" > heading.',
    )
    words: Lines | None = Field(
        None, min_length=1, description="Only these words, as check quotes them."
    )
    reason: Line = Field(description="Why it stays; check shows it.")


class Checks(Model):
    """How strict ``check`` is, and what is right for this board."""

    suppress_up_to: int = Field(
        5,
        ge=1,
        le=100,
        description="Counts of people from 1 to this are not published; 10 is the strict choice.",
    )
    change_percent: int = Field(
        25,
        ge=1,
        le=1000,
        description="A change since last year beyond this many per cent is pointed at.",
    )
    change_points: int = Field(
        10, ge=1, le=100, description="The same for percentages, in percentage points."
    )
    ratio_points: int = Field(
        3,
        ge=0,
        le=20,
        description='How far "three in four" may be from its figure, in percentage points.',
    )
    heading_words: int = Field(10, ge=3, le=40, description="The most words of a heading.")
    sentence_words: int = Field(25, ge=5, le=60, description="The most words of a sentence.")
    reading_age: int = Field(
        14,
        ge=7,
        le=25,
        description="The age at which the text should be understood; 9 is the goal for text for "
        "families.",
    )
    style: Literal["gov-uk", "ons", "none"] = Field(
        "gov-uk", description="The house style for numbers in text: gov-uk, ons or none."
    )
    dictionary: Lines = Field(
        default_factory=list,
        description="Words and abbreviations that are right as they are written here.",
    )
