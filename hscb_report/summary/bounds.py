"""Numbers that are not exact: what can be said of them for certain, and what cannot.

``over 300`` is more than 300, ``under 5`` is less than 5; of ``about 1,200`` nothing is certain.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol


class Bounded(Protocol):
    """A figure, as far as its number goes."""

    @property
    def value(self) -> int | Decimal | None:
        """The number that is written; None where it is missing."""

    @property
    def bound(self) -> str | None:
        """What it says of the true one; None where it is exact."""

    @property
    def rounded(self) -> int | None:
        """To what it is rounded; None where nothing is said of it."""


def exact(one: Bounded) -> Decimal | None:
    """The number, where it is known and exact: all that may be worked with."""
    return None if one.value is None or one.bound else Decimal(one.value)


def surely_over(one: Bounded, other: Bounded) -> bool:
    """Whether the true number of one is greater than that of another, whatever the two are."""
    if one.value is None or other.value is None:
        return False
    if one.bound in ("under", "about") or other.bound in ("over", "about"):
        return False
    off = sum(Decimal(step) / 2 for it in (one, other) if (step := it.rounded or 1) > 1)
    if one.bound or other.bound:
        return bool(one.value - off >= other.value)
    return bool(one.value - off > other.value)


def may_be(one: Bounded, value: int | Decimal) -> bool:
    """Whether the true number may be this one, as far as its bound says; an exact one is, if it is
    the same.
    """
    if one.value is None or one.bound == "about":
        return True
    if one.bound == "over":
        return bool(value > one.value)
    return bool(value < one.value if one.bound == "under" else value == one.value)
