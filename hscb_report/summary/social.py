"""``social:`` in a content file: which cards there are for social media, and words to post with
them; and how long a post is.
"""

import re
import unicodedata
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from hscb_report.summary.base import Line, Model, OrPlain
from hscb_report.summary.keys import FigureName, Printed, SectionName

MOST_LETTERS = 280
"""A post on X has no more letters; other services allow more."""
MOST_CARDS = 20
ADDRESS = 23
"""An address counts as so many letters, however long it is."""
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""Code points that count once; all others count twice (twitter-text, its configuration v3)."""
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

PostText = Annotated[Line, Printed(inline=True, sentences="running")]
"""Words of a post, which may name figures; it is printed beside a card and nowhere else."""


def letters(text: str) -> int:
    """How long a post is, as X counts: by code points after NFC, those beyond Latin and its
    neighbours twice, and an address as 23.
    """
    bare, addresses = _ADDRESS.subn("", unicodedata.normalize("NFC", text))
    weights = (
        1 if any(first <= ord(letter) <= last for first, last in _LIGHT) else 2 for letter in bare
    )
    return sum(weights) + addresses * ADDRESS


def _alone(value: Any) -> Any:
    """An entry may be a figure's name or a section's heading alone; what could be either is a name,
    for a heading begins with a capital.
    """
    if isinstance(value, str):
        return {"figure" if _NAME.fullmatch(value) else "section": value}
    return value


class SocialCard(Model):
    """One card: a section's heading with its chart, or a figure."""

    section: SectionName | None = Field(
        None, description="The heading of a section, as it is written there: with its chart."
    )
    figure: FigureName | None = Field(None, description="A name under figures: one number.")
    post: PostText | None = Field(
        None,
        description="Words to post with it, 280 letters at the most; may hold {figure}. The tool "
        "suggests some where there are none.",
    )

    @model_validator(mode="after")
    def _one(self) -> "SocialCard":
        if (self.section is None) == (self.figure is None):
            raise PydanticCustomError("one-card", "a card shows either a section or a figure")
        return self


OneCard = Annotated[SocialCard, BeforeValidator(_alone), OrPlain()]
"""A figure's name or a section's heading, or one of them with the words of a post."""
