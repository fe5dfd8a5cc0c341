"""A ground whose parts stand on one another: on each page it is drawn once, as one shape."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Box


class Set(Protocol):
    """What stands on a page, and where, pt."""

    @property
    def flowable(self) -> Flowable:
        """What it is."""

    @property
    def x(self) -> float:
        """Its left edge."""

    @property
    def y(self) -> float:
        """Its lower edge."""


class Ground(Box):
    """A part of a ground with what stands on it.

    Args:
        of: the same for all parts of one ground.

    Attributes:
        above: the part on which this one hangs on its page, which draws the ground; None where it
            draws it itself.
        hung: the part that hangs on this one, and how far below its lower edge that one's is, pt.
    """

    def __init__(self, of: object) -> None:
        super().__init__()
        self.of = of
        self.above: Ground | None = None
        self.hung: tuple[Ground, float] | None = None

    @property
    def end(self) -> tuple[Ground, float]:
        """The lowest part on this page, and how far its lower edge is below that of this one."""
        if self.hung is None:
            return self, 0.0
        part, by = self.hung
        last, down = part.end
        return last, down + by


def join(placed: Sequence[Set]) -> None:
    """Have the parts of each ground on a page drawn as one shape."""
    for one in placed:
        if isinstance(one.flowable, Ground):
            one.flowable.above = one.flowable.hung = None
    for upper, lower in pairwise(placed):
        first, second = upper.flowable, lower.flowable
        if not isinstance(first, Ground) or not isinstance(second, Ground):
            continue
        if first.of is second.of and upper.x == lower.x:
            first.hung, second.above = (second, upper.y - lower.y), first
