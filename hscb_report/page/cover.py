"""The first thing that is seen: wordmark, title and period on the board's colour, with an ornament
of rings.
"""

from __future__ import annotations

from typing import Any

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import Type
from hscb_report.page import spacing
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Column, height_of
from hscb_report.page.look import Look
from hscb_report.page.text import words
from hscb_report.pdf.structure import Element
from hscb_report.story.story import Story

MOST_TITLE_LINES = 4
RADIUS, INNER = 128, 74
"""Of the outer and the inner ring, in their units."""
CLEAR = 22.0
"""An ornament that comes nearer to a trim than this runs off it, pt on the layout: it would look
like a mistake of the knife.
"""


class Cover(Flowable):
    """The band on the first page: wordmark, title and period, with an ornament of rings.

    Args:
        story: whose wordmark, title and period stand here; the title is the document's H1.
        headroom: kept free above, pt: a draft mark.
    """

    PADDING = 30.0
    RINGS = 0.57
    """Where the ornament begins, as a share of the width; text keeps left of it."""

    def __init__(self, story: Story, look: Look, document: Element, headroom: float = 0.0) -> None:
        super().__init__()
        self.look, self.headroom = look, headroom
        width = look.paper.width * self.RINGS - look.paper.side
        mark = wordmark(story, look, document)
        title = Title(story, width, look, document.add("H1"))
        self.content = Column([mark, title], spacing.COVER)
        self.text_width = width

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as the words and the padding."""
        self.width = availWidth
        self.height = height_of(self.content, self.text_width) + 2 * self.PADDING + self.headroom
        return self.width, self.height

    def draw(self) -> None:
        """Ground and rings as artifacts, then the words."""
        canvas, paper, brand = self.canv, self.look.paper, self.look.brand
        with canvas.artifact("Background"):
            canvas.saveState()
            ground = canvas.to_edge(-paper.side, 0, paper.width, self.height)
            clip = canvas.beginPath()
            clip.rect(*ground)
            canvas.clipPath(clip, stroke=0, fill=0)
            canvas.setFillColor(brand.ground("band"))
            canvas.rect(*ground, stroke=0, fill=1)
            unit = paper.width / 595
            rings(canvas, brand, paper.width * 0.80 - paper.side, _middle(self.height, unit), unit)
            canvas.restoreState()
        self.content.drawOn(canvas, 0, self.PADDING)


def _middle(height: float, unit: float) -> float:
    """How high the middle of the rings stands in a band, so that both keep clear of its upper edge
    or run off it.
    """
    y = height * 0.40
    if 0 <= height - y - INNER * unit < CLEAR:
        y = height - INNER * unit - CLEAR
    above = height - y - RADIUS * unit
    return y + above + 2 if 0 <= above < CLEAR else y


def rings(canvas: Any, brand: Brand, x: float, y: float, unit: float) -> None:
    """The ornament: two open rings around a disc; it says nothing.

    Args:
        x, y: its middle.
        unit: its size: one is 256 pt across.
    """
    for token, radius, thickness, start, extent in (
        ("third", RADIUS, 34, 95, 205),
        ("accent", INNER, 25, 15, 285),
    ):
        canvas.setStrokeColor(brand.ground(token))
        path = canvas.beginPath()
        canvas.setLineWidth(thickness * unit)
        middle = (radius - thickness / 2) * unit
        path.arc(x - middle, y - middle, x + middle, y + middle, start, extent)
        canvas.drawPath(path, stroke=1, fill=0)
    canvas.setFillColor(brand.ground("highlight"))
    canvas.roundRect(
        x - 22 * unit, y - 22 * unit, 44 * unit, 44 * unit, 22 * unit, stroke=0, fill=1
    )


def title_type(text: str, width: float, largest: Type) -> Type:
    """The title's size: smaller only where a word is wider than its place, or the lines are
    many.
    """
    for share in (1, 0.87, 0.77, 0.67, 0.56, 0.49):
        style = Type(largest.face, largest.size * share, largest.leading * share)
        if (
            fonts.longest_word(text, style) <= width
            and len(fonts.wrap(text, style, width)) <= MOST_TITLE_LINES
        ):
            return style
    return style


class Title(Flowable):
    """The title in lines, and behind its last word the period in the highlight colour."""

    def __init__(self, story: Story, width: float, look: Look, element: Element) -> None:
        super().__init__()
        style = title_type(story.full_title, width, look.scale["title"])
        self.style, self.element, self.brand = style, element, look.brand
        count = len(story.title.split())
        self.runs: list[list[tuple[str, str]]] = []
        for line in fonts.wrap(story.full_title, style, width):
            parts = line.split()
            plain, rest = parts[: max(0, count)], parts[max(0, count) :]
            count -= len(parts)
            self.runs.append(
                [
                    (" ".join(part), token)
                    for part, token in ((plain, "on-band"), (rest, "highlight"))
                    if part
                ]
            )

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as its lines."""
        self.width, self.height = availWidth, self.style.leading * len(self.runs)
        return self.width, self.height

    def draw(self) -> None:
        """One marked content for the whole title."""
        canvas, y = self.canv, self.height
        with canvas.tagged(self.element):
            canvas.setFont(fonts.font_name(self.style.face), self.style.size)
            for runs in self.runs:
                y -= self.style.leading
                x = 0.0
                for text, token in runs:
                    canvas.setFillColor(self.brand.text_ink(token, "band", self.style))
                    canvas.drawString(x, y + self.style.size * 0.24, text + " ")
                    x += fonts.width(text + " ", self.style)


def wordmark(story: Story, look: Look, document: Element) -> Wordmark:
    """The wordmark of a board: its name, line by line (P with Spans)."""
    name = document.add("P")
    lines: list[Flowable] = [
        words(look, line, "wordmark", "on-band", "band", name.add("Span"))
        for line in story.wordmark
    ]
    return Wordmark(Column(lines), look)


class Wordmark(Flowable):
    """The wordmark: the board's name set beside a bar; no invented logo."""

    def __init__(self, lines: Column, look: Look) -> None:
        super().__init__()
        self.lines, self.look = lines, look

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As the lines."""
        self.width, self.height = availWidth, height_of(self.lines, availWidth - 16)
        return self.width, self.height

    def draw(self) -> None:
        """The bar as an artifact, then the lines."""
        canvas = self.canv
        with canvas.artifact():
            canvas.setFillColor(self.look.brand.ink("highlight", "band", "graphic"))
            canvas.rect(0, 1, 4, self.height - 2, stroke=0, fill=1)
        self.lines.drawOn(canvas, 16, 0)
