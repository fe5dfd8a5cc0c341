"""Where numbers come from, and where words lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    words: str
    url: str


@dataclass(frozen=True)
class Origin:
    """A source.

    Attributes:
        key: its name in the content.
        about: who published it, when, under which licence.
    """

    key: str
    title: str
    about: str
    link: Link | None

    def said(self) -> Iterator[str]:
        """Title, about, address."""
        yield from (self.title, self.about)
        if self.link:
            yield self.link.words
