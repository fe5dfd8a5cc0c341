"""How a number stands to others: lines of their own tier, below a hairline that parts them from the
words of the number.
"""

from __future__ import annotations

from collections.abc import Sequence

from hscb_report.page import spacing
from hscb_report.page.layout import Box, Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.text import Align, words
from hscb_report.pdf.structure import Element


class Standing(Box):
    """Lines of comparison, in note size (a P each).

    Args:
        said: the lines, one at least.
        on: the ground they stand on: ``paper``, or ``band``.
        style: a step of the type scale.
    """

    def __init__(
        self,
        said: Sequence[str],
        look: Look,
        parent: Element,
        on: str = "paper",
        style: str = "note",
        align: Align = "left",
    ) -> None:
        super().__init__()
        token = "text" if on == "paper" else "on-band"
        step = look.scale[style]
        self.content = Column(
            [words(look, line, step, token, on, parent.add("P"), align) for line in said],
            spacing.BETWEEN_COMPARED,
        )
        self.ink = look.brand.ground("rule") if on == "paper" else look.brand.ink(token, on)
        self.thick = look.brand.hairline
        self.above = 0.0 if on == "paper" else spacing.COMPARED  # parts on a band stand closer

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The lines, and the room between them and the hairline."""
        self.width = availWidth
        self.height = height_of(self.content, availWidth) + spacing.UNDER_HAIRLINE
        self.height += self.above
        return self.width, self.height

    def draw(self) -> None:
        """The hairline as an artifact, then the lines."""
        canvas, top = self.canv, self.height - self.above
        with canvas.artifact():
            canvas.setStrokeColor(self.ink)
            canvas.setLineWidth(self.thick)
            canvas.line(0, top, self.width, top)
        self.content.drawOn(canvas, 0, 0)
