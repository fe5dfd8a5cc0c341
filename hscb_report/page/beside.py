"""Two flowables side by side."""

from __future__ import annotations

from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Box, height_of


class Beside(Box):
    """Two flowables side by side: the first as wide as it is, the second takes the rest."""

    def __init__(
        self, left: Flowable, right: Flowable, gap: float, left_width: float, middle: bool = True
    ) -> None:
        super().__init__()
        self.left, self.right, self.gap = left, right, gap
        self.left_width, self.middle = left_width, middle

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as the higher of the two."""
        self.width = availWidth
        self.left_height = height_of(self.left, self.left_width)
        self.right_height = height_of(self.right, availWidth - self.left_width - self.gap)
        self.height = max(self.left_height, self.right_height)
        return self.width, self.height

    @property
    def takes(self) -> float:
        """As much as the first: what makes both higher."""
        return self.left.takes if isinstance(self.left, Box) else 0.0

    def fill(self, spare: float) -> float:
        """Leave it to the first; the second has the rest of the width."""
        before = self.height
        if isinstance(self.left, Box) and self.left.fill(spare):
            self.left_width, self.left_height = self.left.width, self.left.height
            room = self.width - self.left_width - self.gap
            self.right_height = height_of(self.right, room)
            self.height = max(self.left_height, self.right_height)
        return self.height - before

    def draw(self) -> None:
        """Draw both, in the middle of the height or at its top."""
        for part, x, height in (
            (self.left, 0.0, self.left_height),
            (self.right, self.left_width + self.gap, self.right_height),
        ):
            part.drawOn(
                self.canv, x, (self.height - height) / 2 if self.middle else self.height - height
            )
