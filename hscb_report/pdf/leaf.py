"""A leaf: one page of the publication where it stands on the sheet; and how far its grounds reach
past its edges.

A ground that ends exactly at the trim leaves a white hairline where the knife is half a millimetre
out, so it runs on into the bleed. An office printer cannot print to the edge at all, so there the
ground ends before it. At a fold it ends at the fold.
"""

from __future__ import annotations

from dataclasses import dataclass

NEAR = 0.1
"""What is this near to an edge touches it, pt."""


@dataclass(frozen=True)
class Reach:
    """How far grounds run past each edge, pt on the sheet; below zero they stop short of it."""

    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0
    top: float = 0.0


@dataclass(frozen=True)
class Leaf:
    """A page of the publication on a sheet.

    Attributes:
        x, y: its lower left corner from that of the sheet's trim, pt.
        width, height: before the zoom, pt.
        zoom: how much larger it is drawn than it is laid out.
        reach: of its grounds.
    """

    x: float
    y: float
    width: float
    height: float
    zoom: float
    reach: Reach

    def reached(
        self, left: float, bottom: float, x: float, y: float, width: float, height: float
    ) -> tuple[float, float, float, float]:
        """A rectangle after it reached past the edges it touches.

        Args:
            left, bottom: its lower left corner in the leaf's coordinates.
            x, y, width, height: the same rectangle in the coordinates it is drawn in.
        """
        reach, zoom = self.reach, self.zoom
        more_left = reach.left / zoom if abs(left) < NEAR else 0.0
        more_bottom = reach.bottom / zoom if abs(bottom) < NEAR else 0.0
        more_right = reach.right / zoom if abs(left + width - self.width) < NEAR else 0.0
        more_top = reach.top / zoom if abs(bottom + height - self.height) < NEAR else 0.0
        x, width = _stretched(x, width, more_left, more_right)
        y, height = _stretched(y, height, more_bottom, more_top)
        return x, y, width, height


def _stretched(start: float, length: float, before: float, after: float) -> tuple[float, float]:
    """A length with more or less at both ends; one that would lose half of itself moves inwards
    instead: a bar along the edge.
    """
    if length + before + after >= length / 2:
        return start - before, length + before + after
    return start - before if before else start + after, length
