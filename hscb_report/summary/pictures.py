"""Files that stand beside the content: photographs and logos, by their paths in its folder."""

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from hscb_report.summary.base import Model
from hscb_report.summary.keys import FigureName, PictureName, PlainAside, PlainLine, SectionName
from hscb_report.summary.language import Lang

_DRIVE_OR_WEB = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def _inside(value: Any) -> Any:
    """A path that stays in the folder; Windows may write it with its own strokes."""
    if not isinstance(value, str):
        return value
    path = value.strip().replace("\\", "/")
    if re.match(r"(https?|ftp|data):", path, re.IGNORECASE):
        raise PydanticCustomError("on-the-web", "this is an address, and a file is needed")
    parts = path.split("/")
    if not path or path.startswith("/") or _DRIVE_OR_WEB.match(path) or ".." in parts:
        raise PydanticCustomError("outside", "this file is not in the content folder")
    if any(ord(letter) < 32 for letter in path):
        raise PydanticCustomError("outside", "this is no path of a file")
    return "/".join(part for part in parts if part not in ("", "."))


FilePath = Annotated[str, BeforeValidator(_inside)]
"""The path of a file from the content folder, with ``/`` between its parts; it never leaves the
folder."""


def _share(value: Any) -> Any:
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool) and 0 <= value <= 1:
        return value
    raise PydanticCustomError("share", "a number from 0 to 1 is needed here")


Share = Annotated[
    Any, BeforeValidator(_share), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1})
]


class PictureData(Model):
    """A photograph or another picture made of pixels, and what must be known to publish it."""

    file: FilePath = Field(
        description="A JPEG, PNG or TIFF, by its path in the content folder, such as "
        "pictures/hall.jpg."
    )
    alt: PlainAside = Field(description="What it shows, in words, for those who do not see it.")
    credit: PlainLine = Field(description="Who made it; printed below it.")
    licence: PlainLine = Field(
        description="What allows you to publish it, such as CC BY 4.0; printed below it."
    )
    people: bool = Field(
        False, description="Whether people can be recognised in it; then consent is needed."
    )
    consent: dt.date | None = Field(
        None, description="The day on which they, or those who may, agreed to its publication."
    )
    focus: list[Share] = Field(
        default_factory=lambda: [0.5, 0.5],
        min_length=2,
        max_length=2,
        description="What must be seen where it is cropped: from the left and from the top, 0 to "
        "1.",
    )
    lang: Lang = Field(
        None, description="The language of these words where it is another, such as cy for Welsh."
    )

    @model_validator(mode="after")
    def _consented(self) -> "PictureData":
        if self.people and self.consent is None:
            raise PydanticCustomError(
                "no-consent", "people are in this picture, and no day of their consent is given"
            )
        return self


class Cover(Model):
    """What the cover shows; one of the three."""

    section: SectionName | None = Field(
        None, description="The heading of the section whose numbers it draws."
    )
    figures: list[FigureName] | None = Field(
        None,
        min_length=2,
        max_length=4,
        description="Names under figures, each a part of the one before: its dots.",
    )
    picture: PictureName | None = Field(None, description="A name under pictures.")

    @model_validator(mode="after")
    def _one(self) -> "Cover":
        if sum(one is not None for one in (self.section, self.figures, self.picture)) != 1:
            raise PydanticCustomError(
                "one-cover", "a cover shows either a section, or figures, or a picture"
            )
        return self
