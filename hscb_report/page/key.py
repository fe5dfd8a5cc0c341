"""What a picture of dots shows, below it: each number in words behind a sign of its dots.

A sign has the colour of the dots and their place in the field, a ring or its middle, so that nobody
has to tell them by colour alone.
"""

from __future__ import annotations

from hscb_report.page import spacing
from hscb_report.page.beside import Beside
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Column
from hscb_report.page.look import Look
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.dots import Dots
from hscb_report.summary.reading import Reading
from hscb_report.summary.wording import Span

SIGN, THICK, MIDDLE = 12.0, 0.36, 3.0
"""The diameter of a sign, pt; how thick its rings are, as a share of its radius; and the radius of
its middle at the least, pt.
"""


class Sign(Flowable):
    """A ring or, for the innermost of the dots, their middle.

    Args:
        level: from the outermost, 0.
        count: of all levels.
        height: of the line that it stands beside, pt.
    """

    def __init__(self, level: int, count: int, token: str, look: Look, height: float) -> None:
        super().__init__()
        self.level, self.count, self.height = level, count, height
        self.ink = look.brand.ink(token, "band", "graphic")
        self.width = SIGN

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as a line of the text beside it."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw as an artifact, in the middle of the line."""
        canvas, whole = self.canv, self.width / 2
        step = whole / self.count
        outer = whole - self.level * step
        with canvas.artifact():
            canvas.saveState()
            if self.level == self.count - 1:
                self._circle(max(outer, MIDDLE), fill=True)
            else:
                line = min(step, THICK * whole)
                canvas.setLineWidth(line)
                self._circle(outer - line / 2, fill=False)
            canvas.restoreState()

    def _circle(self, radius: float, fill: bool) -> None:
        canvas, x, y = self.canv, self.width / 2, self.height * 0.48
        (canvas.setFillColor if fill else canvas.setStrokeColor)(self.ink)
        box = (x - radius, y - radius, 2 * radius, 2 * radius)
        canvas.roundRect(*box, radius, stroke=not fill, fill=fill)


def key(
    dots: Dots,
    tokens: tuple[str, ...],
    look: Look,
    owner: Element,
    hero: str = "",
    unit: bool = True,
    shared: bool = False,
) -> Column:
    """The numbers of a picture, one below the other, and what a dot stands for (P each).

    Args:
        tokens: the colour of each number.
        hero: the number that stands above the picture, which is not told again; or empty.
        unit: whether what a dot stands for is said here.
        shared: whether numbers say what share they are.
    """
    parts: list[Flowable] = []
    leading = look.scale["body"].leading
    for reading, level, token in zip(dots.readings, dots.levels, tokens, strict=True):
        if reading.key == hero:
            continue
        spans = _spans(reading, shared)
        said = words(look, spans, "body", "on-band", "band", owner.add("P"))
        sign: Flowable = (
            Column([]) if level is None else Sign(level, len(dots.shown), token, look, leading)
        )
        parts.append(Beside(sign, said, spacing.ARROW, SIGN, middle=False))
    last = dots.unit if unit else dots.note
    if last:
        parts.append(words(look, last, "body", "on-band", "band", owner.add("P")))
    return Column(parts, spacing.KEY)


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
