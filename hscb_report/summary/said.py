"""Words that know which numbers they hold, so that whoever prints them can explain those, and no
others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ref:
    """A number inside words.

    Attributes:
        period: of the summary whose figure it is.
        source: the name of its source there.
        symbol: what is printed with it, such as ``p``; empty for none.
        rounded: as it is printed, where that is rounded; else empty.
        step: to what a count was rounded where it was published; 0 where it was not.
    """

    period: str
    source: str
    symbol: str = ""
    rounded: str = ""
    step: int = 0


class Said(str):
    """A text, and the numbers in it. It is a text like any other, but what is made of it is not:
    ``join`` puts texts together and keeps their numbers.
    """

    refs: tuple[Ref, ...]

    def __new__(cls, text: str, refs: Iterable[Ref] = ()) -> Said:
        """A text that holds these numbers."""
        made = super().__new__(cls, text)
        made.refs = tuple(dict.fromkeys(refs))
        return made

    def __getnewargs__(self) -> tuple[str, tuple[Ref, ...]]:  # type: ignore[override]
        """What pickle makes it anew from."""
        return str(self), self.refs


def refs_in(texts: Iterable[str]) -> list[Ref]:
    """The numbers in texts, each once, in their order."""
    return list(dict.fromkeys(ref for text in texts for ref in getattr(text, "refs", ())))


def join(texts: Iterable[str], between: str = "") -> Said:
    """Texts put together."""
    kept = list(texts)
    return Said(between.join(kept), refs_in(kept))
