"""One piece of a text that is about one person."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """What gives a person away.

    Attributes:
        what: what it is, with its article: ``an NHS number``.
        start: where it stands in the text, from 0.
        words: as it is written there.
    """

    what: str
    start: int
    words: str
