"""The blocks a section is made of; ``kind`` says which."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from hscb_report.summary.base import Line, Model, Name, OrPlain, Prose, listed
from hscb_report.summary.figures import Period

Width = Literal["full", "two-thirds", "half", "third"]

FIGURE = Field(description="A name under figures.")
ICON = Field(None, description="A picture's name; docs/keys.md lists them.")


class Block(Model):
    """What all blocks have in common."""

    title: Line | None = Field(None, description="A small heading above the block.")
    width: Width | None = Field(
        None, description="full, two-thirds, half or third; neighbours that fit share a row."
    )


def _text_alone(value: Any) -> Any:
    """An item may be its text alone."""
    return {"text": value} if isinstance(value, str) else value


class FigureItem(Model):
    """A figure with a picture beside it."""

    figure: Name = FIGURE
    icon: Line | None = ICON
    what_changed: Line | None = Field(None, description="One line on what changed because of it.")


class TextItem(Model):
    """A sentence with a picture beside it."""

    text: Line = Field(description="The sentence; may hold {figure} and **bold** words.")
    icon: Line | None = ICON
    what_changed: Line | None = Field(None, description="One line on what changed because of it.")


class PriorityItem(Model):
    """One priority."""

    text: Line = Field(description="The priority in a few words.")
    detail: Line | None = Field(None, description="One line that explains it.")


def _item(model: type[Model], shorthand: Any) -> Any:
    return Annotated[model, BeforeValidator(shorthand), OrPlain()]


def _figure_alone(value: Any) -> Any:
    return {"figure": value} if isinstance(value, str) else value


FigureItems = list[_item(FigureItem, _figure_alone)]


class Funnel(Block):
    """Stages that each lead to the next, as bars in proportion."""

    kind: Literal["funnel"]
    figures: list[Name] = Field(
        min_length=2,
        max_length=6,
        description="Names under figures, each a part of the one before.",
    )


class Statistics(Block):
    """Big numbers on cards, with pictures."""

    kind: Literal["statistics"]
    items: FigureItems = Field(
        min_length=1, description="Names of figures, each with an icon if you like."
    )


class Share(Block):
    """A percentage as a waffle: so many squares of a hundred."""

    kind: Literal["share"]
    figure: Name = FIGURE


class Part(Block):
    """A part within its whole, as a doughnut. The whole is the figure's ``part_of``."""

    kind: Literal["part"]
    figure: Name = FIGURE


class Compare(Block):
    """Numbers side by side as circles, area by area. It states no ratio."""

    kind: Literal["compare"]
    items: FigureItems = Field(
        min_length=2, max_length=4, description="Names of figures, each with an icon if you like."
    )


class Trend(Block):
    """One to four series as lines over the years."""

    kind: Literal["trend"]
    series: Annotated[list[Name], BeforeValidator(listed), OrPlain()] = Field(
        min_length=1, max_length=4, description="One to four names under series."
    )


class Bars(Block):
    """Bars from zero: some figures of one unit, or one series by year."""

    kind: Literal["bars"]
    figures: list[Name] | None = Field(
        None, min_length=2, max_length=20, description="Names under figures."
    )
    series: Name | None = Field(None, description="A name under series.")

    @model_validator(mode="after")
    def _one_of(self) -> "Bars":
        if (self.figures is None) == (self.series is None):
            raise PydanticCustomError("one-of", "bars show either figures or one series")
        return self


class Note(Block):
    """A sentence or two that must be seen."""

    kind: Literal["note"]
    text: Prose = Field(description="What must be seen; may hold {figure} and **bold** words.")
    icon: Line | None = ICON


class Lessons(Block):
    """Lessons, each with a picture."""

    kind: Literal["lessons"]
    items: list[_item(TextItem, _text_alone)] = Field(
        min_length=1, description="Sentences, each with an icon if you like."
    )


class Events(Block):
    """Small cards: conferences, forums, training."""

    kind: Literal["events"]
    items: FigureItems = Field(
        min_length=1, description="Names of figures, each with an icon if you like."
    )


class Priorities(Block):
    """Numbered priorities."""

    kind: Literal["priorities"]
    items: list[_item(PriorityItem, _text_alone)] = Field(
        min_length=1, description="The priorities, in their order."
    )


class Table(Block):
    """Figures in rows, with period and source."""

    kind: Literal["table"]
    figures: list[Name] = Field(min_length=1, description="Names under figures.")


class Change(Block):
    """Figures now and in an earlier year, side by side, with the change in words."""

    kind: Literal["change"]
    figures: list[Name] = Field(
        min_length=1, max_length=30, description="Names under figures that both years have."
    )
    since: Period = Field(
        description="The earlier year, such as 2016-17: the name of its content file."
    )


class Text(Block):
    """Paragraphs."""

    kind: Literal["text"]
    text: Prose = Field(
        description="Paragraphs, an empty line between them; may hold {figure} and **bold** words."
    )


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
    | Text,
    Field(discriminator="kind"),
]
