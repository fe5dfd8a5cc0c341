"""The title of a cover, in lines as large as its place allows."""

from __future__ import annotations

from hscb_report.brand import fonts
from hscb_report.brand.typography import Type
from hscb_report.page.flowable import Flowable
from hscb_report.page.look import Look
from hscb_report.pdf.structure import Element
from hscb_report.story.story import Story

MOST_TITLE_LINES = 4


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

    def right_edges(self) -> list[tuple[float, float, float]]:
        """Of each line its right end, its foot above the title's lower edge, and its height, pt."""
        leading, count = self.style.leading, len(self.runs)
        return [
            (
                sum(fonts.width(text + " ", self.style) for text, _ in runs),
                (count - 1 - index) * leading,
                leading,
            )
            for index, runs in enumerate(self.runs)
        ]
