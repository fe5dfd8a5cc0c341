"""What a picture of dots shows, below it: each number in words behind a sign of its dots.

A sign has the colours of the dots and their place in the field, rings and the middle within them,
so that nobody has to tell them by colour alone, and a whole is seen to be all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hscb_report.brand.colours import LEVELS
from hscb_report.brand.typography import Type
from hscb_report.page import spacing
from hscb_report.page.beside import Beside
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.number import Number
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.dots import Dots
from hscb_report.summary.reading import Reading
from hscb_report.summary.wording import Span

SIGN, THICK, MIDDLE, GAP = 12.0, 0.36, 3.0, 0.75
"""The diameter of a sign, pt; how thick its rings are, as a share of its radius; the radius of its
middle at the least, and between its rings, pt.
"""
MIDST = 0.48
"""How high a sign stands in its line, as a share of its height."""


class Sign(Flowable):
    """The dots of a number as the field has them: a ring and all that is within it or, for the
    innermost, the middle alone.

    Args:
        level: from the outermost, 0.
        tokens: the colour of each level.
        height: of the line that it stands beside, pt.
    """

    def __init__(self, level: int, tokens: Sequence[str], look: Look, height: float) -> None:
        super().__init__()
        self.level, self.height = level, height
        self.inks = [look.brand.ink(token, "band", "graphic") for token in tokens]
        self.width = SIGN

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as a line of the text beside it."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw as an artifact, in the middle of the line, from the outside."""
        canvas, whole, count = self.canv, self.width / 2, len(self.inks)
        step = whole / count
        with canvas.artifact():
            canvas.saveState()
            for level in range(self.level, count):
                outer, ink = whole - level * step, self.inks[level]
                if level == count - 1:
                    self._circle(max(outer, MIDDLE) if level == self.level else outer, ink, True)
                else:
                    line = min(step - GAP, THICK * whole)
                    canvas.setLineWidth(line)
                    self._circle(outer - line / 2, ink, False)
            canvas.restoreState()

    def _circle(self, radius: float, ink: Any, fill: bool) -> None:
        canvas, x, y = self.canv, self.width / 2, self.height * MIDST
        (canvas.setFillColor if fill else canvas.setStrokeColor)(ink)
        box = (x - radius, y - radius, 2 * radius, 2 * radius)
        canvas.roundRect(*box, radius, stroke=not fill, fill=fill)


def key(
    dots: Dots,
    look: Look,
    owner: Element,
    hero: str = "",
    unit: bool = True,
    shared: bool = False,
    style: Type | None = None,
    noted: bool = True,
) -> Column:
    """The numbers of a picture, one below the other, and what a dot stands for (P each).

    Args:
        hero: the number that stands above the picture, which is told again only where it has a
            share to say, for none stands there; or empty.
        unit: whether what a dot stands for is said here.
        shared: whether numbers say what share they are.
        style: of the numbers where each stands above its words; None for sentences.
        noted: whether what else is said of the dots is said here.
    """
    parts: list[Flowable] = []
    inks = LEVELS[len(dots.shown)]
    for reading, level in zip(dots.readings, dots.levels, strict=True):
        if reading.key == hero and not (shared and reading.ratio):
            continue
        token = "on-band" if level is None else inks[level]
        said, high = _entry(reading, token, look, owner, shared, style)
        sign: Flowable = Column([]) if level is None else Sign(level, inks, look, high)
        parts.append(Beside(sign, said, spacing.ARROW, SIGN, middle=False))
    last = dots.unit if unit else dots.note
    if last and noted:
        parts.append(words(look, last, "body", "on-band", "band", owner.add("P")))
    return Column(parts, spacing.COVER_NUMBERS if style else spacing.KEY)


def _entry(
    reading: Reading, token: str, look: Look, owner: Element, shared: bool, style: Type | None
) -> tuple[Flowable, float]:
    """A number with its words, and how high the line is that a sign stands beside, pt."""
    if style:
        large = Number(reading, style, token, look, owner)
        height_of(large, look.paper.measure)
        return large, large.level / (1 - MIDST)
    spans = _spans(reading, shared)
    said = words(look, spans, "body", "on-band", "band", owner.add("P"))
    return said, look.scale["body"].leading


def _spans(reading: Reading, shared: bool) -> tuple[Span, ...]:
    """A number as a sentence, the number itself in bold.

    Args:
        shared: whether what share it is stands behind that, where that is known.
    """
    made = [Span(f"{reading.lead} ")] if reading.lead else []
    made.append(Span(reading.headline, bold=True))
    label = f" {reading.label_text}" if reading.label else ""
    if shared and reading.ratio:
        share = reading.ratio.replace(" ", "\u00a0", 1)  # "(8%" alone would end a line
        label = f"{label.rstrip('.')} ({share})"
    return (*made, Span(label)) if label else tuple(made)
