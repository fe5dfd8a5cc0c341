"""Where numbers come from."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from hscb_report.summary.base import Model, Web
from hscb_report.summary.keys import PlainAside, PlainLine

Rounded = Annotated[int, Field(ge=1, le=1_000_000)]
"""To what counts are rounded: 5, 10, 100; 1 where they are not."""


class Source(Model):
    """Where numbers come from (the keys follow Our World in Data's origins)."""

    title: PlainLine = Field(description="The title of the publication.")
    publisher: PlainLine = Field(description="Who published it.")
    url: Web | None = Field(None, description="Where to find it on the web.")
    licence: PlainLine | None = Field(None, description="Under which licence, such as OGL v3.")
    published: dt.date | None = Field(None, description="The day of publication.")
    accessed: dt.date | None = Field(None, description="The day on which it was read.")
    rounded: Rounded | None = Field(
        None,
        description="For counts that are rounded where they are published: 10 for the nearest 10. "
        "Then they need not add up exactly, and pages say so.",
    )
    note: PlainAside | None = Field(None, description="What a reader should know about it.")
