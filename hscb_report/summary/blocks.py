"""The blocks a section is made of; ``kind`` says which."""

import typing
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from hscb_report.summary.base import OrPlain, listed
from hscb_report.summary.block import Block as Block
from hscb_report.summary.block import Panel as Panel
from hscb_report.summary.breakdowns import Grid, Stack
from hscb_report.summary.figures import Period
from hscb_report.summary.items import (
    FIGURE,
    ICON,
    ITEMS,
    LANG,
    FigureItems,
    OnePriority,
    OneSentence,
)
from hscb_report.summary.keys import (
    FigureName,
    IconName,
    InlineProse,
    PictureName,
    PlainLine,
    SeriesName,
    SpokenProse,
)
from hscb_report.summary.language import Lang


class Funnel(Block):
    """Stages that each lead to the next, as bars in proportion."""

    one_scale: ClassVar[bool] = True

    kind: Literal["funnel"]
    figures: list[FigureName] = Field(
        min_length=2,
        max_length=6,
        description="Names under figures, each a part of the one before.",
    )


class Statistics(Block):
    """Big numbers in rows, with pictures."""

    kind: Literal["statistics"]
    items: FigureItems = ITEMS


class Share(Block):
    """A percentage as a waffle: so many squares of a hundred."""

    kind: Literal["share"]
    figure: FigureName = FIGURE


class Part(Block):
    """A part within its whole, as squares that are one each, or dots that are 10, 100 or more; as
    a doughnut where these would be too small. The whole is the figure's ``part_of``.
    """

    one_scale: ClassVar[bool] = True
    with_whole: ClassVar[bool] = True

    kind: Literal["part"]
    figure: FigureName = FIGURE


class Compare(Block):
    """Numbers side by side, each as a field of squares or dots; as circles, area by area, with
    their icons, where these would be too small. It states no ratio.
    """

    one_scale: ClassVar[bool] = True

    kind: Literal["compare"]
    items: FigureItems = Field(
        min_length=2, max_length=4, description="Names of figures, each with an icon if you like."
    )


class Trend(Block):
    """One to four series as lines over the years. What is after the report's year is hollow; of a
    single series, the change until then is said.
    """

    one_scale: ClassVar[bool] = True
    panel: ClassVar[Panel] = "full report"

    kind: Literal["trend"]
    series: Annotated[list[SeriesName], BeforeValidator(listed), OrPlain()] = Field(
        min_length=1, max_length=4, description="One to four names under series."
    )


class Bars(Block):
    """Bars from zero: some figures of one unit, or one series by year. One bar may stand out; of
    figures of several places it is the board's own.
    """

    one_scale: ClassVar[bool] = True
    panel: ClassVar[Panel] = "full report"

    kind: Literal["bars"]
    figures: list[FigureName] | None = Field(
        None, min_length=2, max_length=20, description="Names under figures."
    )
    series: SeriesName | None = Field(None, description="A name under series.")
    by: Literal["place"] | None = Field(
        None,
        description="place names each bar by the place of its figure, and the title says once what "
        "is measured. Left out, by what the figure is called.",
    )
    highlight: Period | None = Field(
        None,
        description="The figure, or the year of the series, whose bar stands out; with by: place "
        "the board's own, unless told.",
    )

    @model_validator(mode="after")
    def _one_of(self) -> "Bars":
        if (self.figures is None) == (self.series is None):
            raise PydanticCustomError("one-of", "bars show either figures or one series")
        if self.by and self.figures is None:
            raise PydanticCustomError(
                "by-place", "by: place names bars of figures, not of a series"
            )
        return self


class Note(Block):
    """A sentence or two that must be seen."""

    kind: Literal["note"]
    text: InlineProse = Field(description="What must be seen; may hold what a text may hold.")
    icon: IconName | None = ICON
    lang: Lang = LANG


class Lessons(Block):
    """Lessons, each with a picture."""

    panel: ClassVar[Panel] = "flap"
    of_the_year: ClassVar[bool] = True

    kind: Literal["lessons"]
    items: list[OneSentence] = Field(
        min_length=1, description="Sentences, each with an icon if you like."
    )


class Events(Block):
    """Lesser numbers in rows: conferences, forums, training."""

    kind: Literal["events"]
    items: FigureItems = ITEMS


class Priorities(Block):
    """Numbered priorities."""

    panel: ClassVar[Panel] = "back"
    of_the_year: ClassVar[bool] = True

    kind: Literal["priorities"]
    items: list[OnePriority] = Field(min_length=1, description="The priorities, in their order.")


class Table(Block):
    """Figures in rows, with period and source."""

    panel: ClassVar[Panel] = "full report"

    kind: Literal["table"]
    figures: list[FigureName] = Field(min_length=1, description="Names under figures.")


class Change(Block):
    """Figures now and in an earlier year, side by side, with the change in words."""

    kind: Literal["change"]
    figures: list[FigureName] = Field(
        min_length=1,
        max_length=30,
        description="Names under figures that both years have, or that have previous.",
    )
    since: Period = Field(
        description="The earlier year, such as 2016-17: the name of its content file, which need "
        "not be there where all figures have previous."
    )


class Text(Block):
    """Paragraphs."""

    kind: Literal["text"]
    text: InlineProse = Field(
        description="Paragraphs, an empty line between them, and lists, each entry on a line that "
        'begins with "- "; may hold {figure}, **bold** words and [links](https://...).'
    )
    lang: Lang = LANG


class Quotation(Block):
    """What somebody said, word for word, and who it was, without a name. Quotes are set by the
    tool.
    """

    of_the_year: ClassVar[bool] = True

    kind: Literal["quotation"]
    text: SpokenProse = Field(
        description="What was said, as it was said: without quotes, figures, bold words and links."
    )
    who: PlainLine = Field(
        description="Who said it, in general words, such as Young person, 15; never a name."
    )
    lang: Lang = LANG


class Picture(Block):
    """A photograph over the width of its place, and below it who made it."""

    panel: ClassVar[Panel] = "full report"
    kind: Literal["picture"]
    picture: PictureName = Field(description="A name under pictures.")


class Partners(Block):
    """The logos of the partners in the board's file; names where there is no logo."""

    panel: ClassVar[Panel] = "back"
    kind: Literal["partners"]


AnyBlock = Annotated[
    Funnel
    | Statistics
    | Share
    | Part
    | Compare
    | Trend
    | Bars
    | Note
    | Lessons
    | Events
    | Priorities
    | Table
    | Change
    | Grid
    | Stack
    | Text
    | Quotation
    | Picture
    | Partners,
    Field(discriminator="kind"),
]

KINDS: dict[str, type[Block]] = {
    typing.get_args(model.model_fields["kind"].annotation)[0]: model
    for model in typing.get_args(typing.get_args(AnyBlock)[0])
}
"""Every kind of block by its name, in the order in which the guide explains them."""
