"""What a sentence can claim of figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hscb_report.checks.claims.amounts import Amount
from hscb_report.checks.claims.times import Tail

Way = Literal["up", "down", "same"]
Share = Literal["most", "least", "nearly all", "few", "all", "none", "amount"]


@dataclass(frozen=True)
class Moved:
    """A number rose, fell or stayed.

    Attributes:
        subject: the words that name it.
        denied: whether the sentence says that it did not.
        said: the words to point at.
    """

    subject: frozenset[str]
    way: Way
    tail: Tail
    said: str
    denied: bool = False


@dataclass(frozen=True)
class Compared:
    """One number is greater than another, or as great.

    Attributes:
        other: the words that name the other.
        right: the same as they stand there.
        of_places: whether it is read only of numbers of two places.
    """

    subject: frozenset[str]
    other: frozenset[str]
    way: Way
    said: str
    amounts: tuple[Amount, ...] = ()
    right: str = ""
    of_places: bool = False


@dataclass(frozen=True)
class Extreme:
    """A number is the highest or the lowest of several years.

    Attributes:
        since: the year after which; empty for all that are known.
        years: of so many years; 0 where it does not say.
        at: the year in which it was; empty for the report's.
    """

    subject: frozenset[str]
    highest: bool
    said: str
    since: str = ""
    years: int = 0
    at: str = ""


@dataclass(frozen=True)
class Largest:
    """A part is the largest or the smallest of its breakdown."""

    subject: frozenset[str]
    largest: bool
    said: str


@dataclass(frozen=True)
class Shared:
    """Most of a whole, or hardly any of it, is a part.

    Attributes:
        subject: the words of both.
        amount: how much of it, where it says so.
    """

    subject: frozenset[str]
    share: Share
    said: str
    amount: Amount | None = None


Claim = Moved | Compared | Extreme | Largest | Shared
