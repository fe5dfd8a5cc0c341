"""The whole content file of a period."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from hscb_report.summary.base import Line, Model, Name, OrPlain
from hscb_report.summary.batch import Batch
from hscb_report.summary.blocks import AnyBlock
from hscb_report.summary.checking import Accept
from hscb_report.summary.figures import Figure, Period, Series
from hscb_report.summary.included import Include
from hscb_report.summary.keys import InlineLine, InlineProse, PlainLine
from hscb_report.summary.language import Lang, Language
from hscb_report.summary.leaflet import Leaflet
from hscb_report.summary.pictures import Cover, PictureData
from hscb_report.summary.review import Review, Seal
from hscb_report.summary.social import MOST_CARDS, OneCard
from hscb_report.summary.sources import Source


def _nothing_left(value: Any) -> Any:
    """A list whose last item was deleted by hand, and its key was left."""
    return [] if value is None else value


def _as_text(value: Any) -> Any:
    """What is no seal is said to be none, also where it is a truth value or a year."""
    return value if value is None else str(value)


LONGEST_VERSION = 12
"""So many letters a version has at most: the draft mark of a leaflet's panel has room for them."""


def _as_typed(value: Any) -> Any:
    """A version may be written bare: 0.10 is kept as the text "0.10"."""
    bare = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    return str(value) if bare else value


def _short(version: str) -> str:
    if len(version) > LONGEST_VERSION:
        raise PydanticCustomError(
            "long-version",
            "a version has at most {most} letters, and this has {here}",
            {"most": LONGEST_VERSION, "here": len(version)},
        )
    return version


Version = Annotated[
    Line,
    BeforeValidator(_as_typed),
    AfterValidator(_short),
    WithJsonSchema({"type": ["string", "number"], "maxLength": LONGEST_VERSION}),
]


class Section(Model):
    """A heading and the blocks below it."""

    heading: InlineLine = Field(description="As printed, or a message of ten words or fewer.")
    subtitle: InlineLine | None = Field(None, description="Measure, place and period.")
    lang: Lang = Field(
        None,
        description="The language of heading and subtitle where it is another, such as cy.",
    )
    editorial: list[Literal["heading", "subtitle"]] = Field(
        default_factory=list, description="Which of the two are not in the printed text."
    )
    figures: dict[Name, Figure] = Field(
        default_factory=dict,
        description="Numbers that this section tells, written beside it; they are as those at the "
        "top of the file, and any section may show them.",
    )
    blocks: list[AnyBlock] = Field(
        min_length=1, description="Charts, numbers and texts; kind says which."
    )


class Included(Model):
    """A file that a year's content file includes: its parts are as those of that file itself."""

    sources: dict[Name, Source] = Field(
        default_factory=dict, description="Where the numbers come from, by a name of your choice."
    )
    figures: dict[Name, Figure] = Field(
        default_factory=dict, description="Numbers, each written once, by a name of your choice."
    )
    series: dict[Name, Series] = Field(
        default_factory=dict,
        description="The same measure over several years, by a name of your choice.",
    )


class Summary(Model):
    """A year's summary, as the board writes it."""

    board: Name = Field(description="The name of a file in content/boards.")
    title: PlainLine = Field(description="The title on the cover.")
    period: Period = Field(description="The year, such as 2017-18; the name of this file.")
    status: Literal["draft", "final"] = Field(
        description="draft, which prints a mark on every page, or final."
    )
    version: Version | None = Field(
        None, description="Of a draft, such as 0.3; printed in its mark."
    )
    dated: dt.date | None = Field(
        None,
        description="The day of this version of a draft, such as 2018-05-14; printed in its mark.",
    )
    printed: bool = Field(
        False,
        description="Whether there is a printed text that this follows; then editorial says what "
        "is not in it.",
    )
    language: Language = Field(
        "en-GB", description="The language of the document: en-GB is the one that there is."
    )
    texts: dict[Name, Line] = Field(
        default_factory=dict,
        description="Words that {text.NAME} stands for anywhere in this file and in the board's, "
        "such as an area; a batch fills them from its table.",
    )
    batch: Batch | None = Field(
        None, description="How the rows of a table become reports, with hscb-report batch."
    )
    introduction: InlineProse | None = Field(None, description="The opening paragraph.")
    cover: Cover | None = Field(
        None,
        description="What the cover shows: a section, figures, or a picture; the numbers that "
        "come first, unless told.",
    )
    pictures: dict[Name, PictureData] = Field(
        default_factory=dict,
        max_length=50,
        description="Photographs, by a name of your choice.",
    )
    include: Include | None = Field(
        None,
        description="Files with more sources, figures and series, in a folder beside this file, "
        "such as figures/*.yaml.",
    )
    sources: dict[Name, Source] = Field(
        default_factory=dict, description="Where the numbers come from, by a name of your choice."
    )
    figures: dict[Name, Figure] = Field(
        default_factory=dict, description="Every number, written once, by a name of your choice."
    )
    series: dict[Name, Series] = Field(
        default_factory=dict,
        description="The same measure over several years, by a name of your choice.",
    )
    sections: list[Section] = Field(
        min_length=1, description="What is printed, from top to bottom."
    )
    accept: list[Accept] = Field(
        default_factory=list,
        description="Findings of check that stay as they are, each with its reason.",
    )
    leaflet: Leaflet | None = Field(
        None, description="Which sections and blocks go on which panel of a leaflet."
    )
    social: list[OneCard] | None = Field(
        None,
        min_length=1,
        max_length=MOST_CARDS,
        description="The cards for social media, in their order; the numbers that lead and the "
        "first chart of each section, unless told.",
    )
    listed: Annotated[Seal | None, BeforeValidator(_as_text)] = Field(
        None,
        description="Made by the tool: a seal of the year for which review was listed. Without it, "
        "what is as in the year before is still to be looked at.",
    )
    review: Annotated[list[Review], BeforeValidator(_nothing_left), OrPlain("null")] = Field(
        default_factory=list,
        description="What a person has still to look at; new and init write it, and build --final "
        "refuses while anything is left.",
    )
