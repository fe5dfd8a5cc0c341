"""Words inside a text that lead somewhere: underlined, in a colour of their own, each a Link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus.paraparser import ParaFrag

from hscb_report.brand.brand import Ink
from hscb_report.pdf.canvas import ReportCanvas
from hscb_report.pdf.structure import Element
from hscb_report.summary.wording import Span
from hscb_report.words.typography import without_binding

if TYPE_CHECKING:
    from hscb_report.page.text import Words

INKS = {"band": "highlight"} | dict.fromkeys(("paper", "card", "tint"), "primary-text")
"""The ink of a link by the ground it stands on."""
BELOW, LINE, LEAST = 0.13, 0.055, 0.5
"""How far below the baseline the line is, and how thick, as shares of the size of the words; and at
least, pt.
"""
RISE, SINK = 0.85, 0.25
"""What can be pressed, above and below the baseline, as shares of the size of the words."""


def owned(frags: Sequence[ParaFrag], spans: Sequence[Span], element: Element, ink: Ink) -> None:
    """Give stretches of a text their own structure elements: a Link for each link, a Span for what
    stands between.

    Args:
        frags: one for each of the spans; they are changed.
        element: of the whole text.
        ink: of links.
    """
    pairs = zip(frags, spans, strict=True)
    for number, (url, group) in enumerate(groupby(pairs, lambda pair: pair[1].url)):
        run = list(group)
        owner = element.add("Link" if url else "Span")
        said = without_binding("".join(span.text for _, span in run)).strip()
        for frag, _ in run:
            frag.owner, frag.url, frag.said = owner, url, said
            frag.link = [number]  # ReportLab joins stretches that differ in nothing
            if url:
                frag.textColor = ink


def draw(text: Words, canvas: ReportCanvas) -> None:
    """Draw a text whose stretches have owners, line by line as ReportLab broke it."""
    broken = text.blPara
    first = broken if broken.kind == 0 else broken.lines[0]
    baseline = text.height - first.ascent
    boxes: dict[int, tuple[Any, list[tuple[float, float, float, float]]]] = {}
    for line in broken.lines:
        spare, runs = _line(broken, line)
        x = spare * int(text.style.alignment) / 2  # left, middle, right
        for frag, words in runs:
            with canvas.tagged(frag.owner):
                canvas.setFillColor(frag.textColor)
                canvas.setFont(frag.fontName, frag.fontSize)
                canvas.drawString(x, baseline, words)
            if frag.url and words.strip():
                width = stringWidth(words.rstrip(), frag.fontName, frag.fontSize)
                _underline(canvas, frag, x, baseline, width)
                low, high = baseline - SINK * frag.fontSize, baseline + RISE * frag.fontSize
                boxes.setdefault(id(frag.owner), (frag, []))[1].append((x, low, x + width, high))
            x += stringWidth(words, frag.fontName, frag.fontSize)
        baseline -= text.style.leading
    for frag, places in boxes.values():
        canvas.link(frag.owner, frag.url, places, leading_to(frag.said, frag.url))


def _line(broken: Any, line: Any) -> tuple[float, Iterator[tuple[Any, str]]]:
    """The room that a line leaves free, and its stretches."""
    if broken.kind == 0:
        return line[0], iter([(broken, " ".join(line[1]))])
    return line.extraSpace, ((frag, frag.text) for frag in line.words if frag.text)


def _underline(canvas: ReportCanvas, frag: Any, x: float, baseline: float, width: float) -> None:
    thick = max(LEAST, LINE * frag.fontSize)
    with canvas.artifact():
        canvas.setFillColor(frag.textColor)
        canvas.rect(x, baseline - BELOW * frag.fontSize - thick, width, thick, stroke=0, fill=1)


def leading_to(text: str, url: str) -> str:
    """Where a link leads, in words; an address that is its own text is said once."""
    return url if text in url else f"{text}: {url}"
