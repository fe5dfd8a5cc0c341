"""Where numbers come from."""

import datetime as dt

from pydantic import Field

from hscb_report.summary.base import Model, Web
from hscb_report.summary.keys import PlainAside, PlainLine


class Source(Model):
    """Where numbers come from (the keys follow Our World in Data's origins)."""

    title: PlainLine = Field(description="The title of the publication.")
    publisher: PlainLine = Field(description="Who published it.")
    url: Web | None = Field(None, description="Where to find it on the web.")
    licence: PlainLine | None = Field(None, description="Under which licence, such as OGL v3.")
    published: dt.date | None = Field(None, description="The day of publication.")
    accessed: dt.date | None = Field(None, description="The day on which it was read.")
    note: PlainAside | None = Field(None, description="What a reader should know about it.")
