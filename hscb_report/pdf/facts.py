"""What a file says about itself, whatever standard asks for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Attachment:
    """A file inside the file.

    Attributes:
        relationship: to the document, ISO 19005-3 annex E: ``Data``, ``Source``, ``Alternative``
            ...
    """

    name: str
    data: bytes
    mime: str
    description: str
    relationship: str = "Data"


@dataclass(frozen=True)
class Facts:
    """Title, author and the like.

    Attributes:
        created: the document's date; never the clock, so that the same content gives the same
            bytes.
        tool: the program and its version.
        digest: of what was drawn; ``finish`` sets it, so that no two different files have one
            identity.
    """

    title: str
    author: str
    subject: str
    language: str
    created: dt.datetime
    tool: str
    digest: str = ""
    attachments: tuple[Attachment, ...] = field(default=())
