"""The items that blocks list: a figure or a sentence, and what stands beside it."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from hscb_report.summary.base import Model, OrPlain
from hscb_report.summary.keys import FigureName, IconName, InlineSentence
from hscb_report.summary.language import Lang

FIGURE = Field(description="A name under figures.")
LANG = Field(
    None, description="The language of these words where it is another, such as cy for Welsh."
)
WHAT_CHANGED = Field(None, description="One line on what changed because of it.")
ITEMS = Field(min_length=1, description="Names of figures, each with an icon if you like.")
ICON = Field(None, description="A picture's name; docs/keys.md lists them.")


def _text_alone(value: Any) -> Any:
    """An item may be its text alone."""
    return {"text": value} if isinstance(value, str) else value


class FigureItem(Model):
    """A figure with a picture beside it."""

    figure: FigureName = FIGURE
    icon: IconName | None = ICON
    what_changed: InlineSentence | None = WHAT_CHANGED


class TextItem(Model):
    """A sentence with a picture beside it."""

    text: InlineSentence = Field(
        description="The sentence; may hold {figure}, **bold** words and [links](https://...)."
    )
    icon: IconName | None = ICON
    what_changed: InlineSentence | None = WHAT_CHANGED
    lang: Lang = LANG


class PriorityItem(Model):
    """One priority."""

    text: InlineSentence = Field(description="The priority in a few words.")
    detail: InlineSentence | None = Field(None, description="One line that explains it.")
    lang: Lang = LANG


OneSentence = Annotated[TextItem, BeforeValidator(_text_alone), OrPlain()]
"""A sentence, or a sentence with what stands beside it."""
OnePriority = Annotated[PriorityItem, BeforeValidator(_text_alone), OrPlain()]
"""A priority, or a priority with its detail."""


def _figure_alone(value: Any) -> Any:
    """An item may be a figure's name alone."""
    return {"figure": value} if isinstance(value, str) else value


OneFigure = Annotated[FigureItem, BeforeValidator(_figure_alone), OrPlain()]
"""A figure's name, or its name with what stands beside it."""
FigureItems = list[OneFigure]
