"""The strip between two bars of a funnel, and the printed words that lead from one to the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hscb_report.brand import fonts
from hscb_report.brand.typography import SCALE

LABEL = SCALE["chart"]
PAD = 16.0
"""Between the left end of a bar and what is written on it, pt."""
UNDER_LEAD = 8.0
"""Between the baseline of the words that lead to a stage and its bar, pt."""
OFF_SLOPE, DEEP = 8.0, 0.3
"""Between those words and the slope of the strip, pt, and what hangs below their baseline, as a
share of their size.
"""


@dataclass(frozen=True)
class Strip:
    """A strip whose right end slopes from one bar to the next; lengths in pt.

    Attributes:
        upper, lower: the lengths of the bars.
        height: between them.
        width: of the whole drawing.
    """

    upper: float
    lower: float
    height: float
    width: float

    def place_of(self, lines: Sequence[str], beside: float | None) -> tuple[float, str] | None:
        """Where words begin that stand clear of the slope, and what they stand on: the strip, or
        the paper beside it; None where neither has room.

        Args:
            lines: the last of which stands close above the lower bar.
            beside: where the words beside that bar begin; None for none.
        """
        wide = max((fonts.width(line, LABEL) for line in lines), default=0.0)
        high = UNDER_LEAD + (len(lines) - 1) * LABEL.leading + LABEL.size
        ends = self._end(UNDER_LEAD - DEEP * LABEL.size), self._end(high)
        if PAD + wide + OFF_SLOPE <= min(ends):
            return PAD, "tint"
        clear = max(ends) + OFF_SLOPE
        if beside is not None and clear <= beside and beside + wide <= self.width:
            return beside, "paper"
        return (clear, "paper") if clear + wide <= self.width else None

    def _end(self, above: float) -> float:
        """Where it ends at a height above the lower bar."""
        share = min(1.0, max(0.0, above / self.height))
        return self.lower + (self.upper - self.lower) * share
