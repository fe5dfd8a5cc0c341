"""Text on the page: paragraphs and big numerals that know their place in the reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, cast

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from hscb_report.brand import fonts
from hscb_report.brand.brand import Ink
from hscb_report.brand.contrast import Pair, is_drawn
from hscb_report.brand.typography import NUMERALS, Face, Type, runs_of
from hscb_report.page import linked
from hscb_report.page.breaking import fitted, held_together
from hscb_report.page.flowable import Flowable
from hscb_report.page.look import Look
from hscb_report.pdf.structure import Element
from hscb_report.summary.wording import Span
from hscb_report.words.typography import without_binding

Align = Literal["left", "center", "right"]

_ALIGNMENTS: dict[Align, Literal[0, 1, 2]] = {"left": 0, "center": 1, "right": 2}
"""As ReportLab counts them."""

UNLIMITED = 1e6
"""More height than any page has: for measuring."""


@cache
def _style(style: Type, ink: Ink, align: Align) -> ParagraphStyle:
    return ParagraphStyle(
        "text",
        fontName=fonts.font_name(style.face),
        fontSize=style.size,
        leading=style.leading,
        textColor=cast(Any, ink),  # the canvas resolves it
        alignment=_ALIGNMENTS[align],
        allowWidows=1,
        allowOrphans=1,
        splitLongWords=1,
        uriWasteReduce=0,
    )


def _fragments(text: str | Iterable[Span], style: Type, ink: Ink) -> list[ParaFrag]:
    """Text as ReportLab's own fragments: no markup is parsed, so no content can be mistaken for
    any.
    """
    spans = (Span(text),) if isinstance(text, str) else text
    bold: Face = "black" if style.face == "black" else "bold"
    return [
        ParaFrag(
            text=str(span.text),
            fontName=fonts.font_name(bold if span.bold else style.face),
            fontSize=style.size,
            textColor=ink,
            bold=0,
            italic=0,
            rise=0,
            greek=0,
            link=[],
            us_lines=[],
        )
        for span in spans
    ]


class Words(Paragraph, Flowable):
    """A paragraph that belongs to a structure element, also when it runs over two pages."""

    if TYPE_CHECKING:
        blPara: Any

    element: Element | None = None
    url: str = ""
    leads: bool = False
    typed: Sequence[ParaFrag] = ()
    _measured: tuple[float, tuple[float, float]] | None = None

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """ReportLab's wrap, worked out once for a width: a box around a box asks again and
        again.
        """
        if self._measured is None or self._measured[0] != availWidth:
            self._measured = (availWidth, self._broken(availWidth, availHeight))
        return self._measured[1]

    def _broken(self, width: float, height: float) -> tuple[float, float]:
        """Break the lines for a width; where it costs no line, no short word ends alone. What was
        parted before keeps its lines.
        """
        if not self.typed:
            return super().wrap(width, height)
        plain = fitted(self.typed, width)
        size = self._set(plain, width, height)
        closer = held_together(plain, width) if self._leaves_a_word_alone(width) else None
        if closer and self._set(closer, width, height)[1] > size[1]:
            self._set(plain, width, height)
        return size

    def _set(self, frags: list[ParaFrag], width: float, height: float) -> tuple[float, float]:
        self.frags = [frag.clone() for frag in frags]  # ReportLab changes them
        return super().wrap(width, height)

    def _leaves_a_word_alone(self, width: float) -> bool:
        if len(self.blPara.lines) < 2:
            return False
        last = self.blPara.lines[-1]
        text = " ".join(last[1]) if self.blPara.kind == 0 else "".join(w.text for w in last.words)
        spare = last[0] if self.blPara.kind == 0 else last.extraSpace
        return len(text.split()) == 1 and width - spare < fonts.SHORT * width

    @property
    def said(self) -> str:
        """Its words, as they are read."""
        text = "".join(frag.text for frag in self.typed) or self.getPlainText()
        return without_binding(text).strip()

    def halves(self, width: float, height: float) -> list[Words]:
        """ReportLab's split: what fits a height, and the rest; both keep the element."""
        halves = cast("list[Words]", self.split(width, height))
        for half in halves:
            half.element, half.url, half.leads = self.element, self.url, self.leads
            while half.frags and _is_line_end(half.frags[0]):  # of the half before
                del half.frags[0]
        return halves

    def draw(self) -> None:
        """Draw inside the element, or as an artifact where there is none."""
        _space_line_ends(self.blPara, last=self.element is not None and self.element.role == "Span")
        if self.leads:
            linked.draw(self, self.canv)
            return
        with self.canv.tagged(self.element) if self.element else self.canv.artifact():
            super().draw()
        if self.url and self.element:
            width = min(self.width, max(self.getActualLineWidths0(), default=self.width))
            box = (0.0, 0.0, width, self.height)
            said = linked.leading_to(self.said, self.url)
            self.canv.link(self.element, self.url, [box], said)


def _is_line_end(word: Any) -> bool:
    """Whether a word, as ReportLab keeps those of several styles, only ends a line."""
    return isinstance(word, list) and hasattr(word[-1][0], "lineBreak")


def _space_line_ends(lines: Any, last: bool) -> None:
    """A space at the end of each line, so that no two words run together when read (ISO 32000-1,
    14.8.2.5).

    Args:
        lines: ReportLab's broken paragraph.
        last: whether the last line gets one too, for more of the sentence follows elsewhere.
    """
    if getattr(lines, "spaced", False):
        return
    lines.spaced = True
    for line in lines.lines if last else lines.lines[:-1]:
        if lines.kind == 0:
            line[1].append("")  # words are joined by spaces
        elif getattr(line, "lineBreak", False):
            continue  # an address goes on
        elif line.words:
            line.words[-1].text += " "


def words(
    look: Look,
    text: str | Iterable[Span],
    style: Type | str,
    token: str = "text",
    on: str = "paper",
    element: Element | None = None,
    align: Align = "left",
    url: str = "",
) -> Words:
    """A paragraph.

    Args:
        style: a step of the type scale, or its name.
        token, on: the ink and the ground it stands on.
        element: the structure element it belongs to; None makes it an artifact.
        url: where a Link element leads.
    """
    step = look.scale[style] if isinstance(style, str) else style
    ink = look.brand.text_ink(token, on, step)
    spans = (Span(text),) if isinstance(text, str) else tuple(text)
    typed = _fragments(spans, step, ink)
    leads = element is not None and any(span.url for span in spans)
    if leads and element:
        link = look.brand.text_ink(linked.INKS.get(on, token), on, step)
        linked.owned(typed, spans, element, link)
    paragraph = Words(cast(str, None), _style(step, ink, align), frags=typed)
    paragraph.element, paragraph.url, paragraph.typed = element, url, typed
    paragraph.leads = leads
    return paragraph


def lines(paragraph: Words, width: float) -> list[Words]:
    """A long paragraph as its single lines, so that a page may end after any of them."""
    rest, result = paragraph, list[Words]()
    leading = paragraph.style.leading
    while True:
        _, height = rest.wrap(width, UNLIMITED)
        if height < 1.5 * leading:
            return [*result, rest]
        halves = rest.halves(width, leading * 1.01)
        if len(halves) != 2:
            return [*result, rest]
        result.append(halves[0])
        rest = halves[1]


BELOW = 0.16
"""Of a big number's size: the room below its baseline, for a comma."""


class Numeral(Flowable):
    """A big number, as high as its digits; words beside it are smaller, and a symbol behind it,
    such as [r], is small and raised.

    Args:
        aside: the ink of what is no large text on paper; that of the number, if left out.
    """

    def __init__(
        self,
        text: str,
        style: Type,
        ink: Ink,
        element: Element | None,
        aside: Ink | None = None,
        zoom: float = 1.0,
    ) -> None:
        super().__init__()
        self.text, self.style, self.element = text, style, element
        self.runs = runs_of(text, style)
        self.inks = [
            aside if aside and not run.style.is_large_at(zoom) else ink for run in self.runs
        ]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its own width, and the height of a digit with the room below for a comma."""
        self.width = sum(fonts.width(run.text, run.style) for run in self.runs)
        self.height = self.ascent + self.below
        return self.width, self.height

    @property
    def ascent(self) -> float:
        """From its baseline to the top of its digits, pt."""
        return fonts.ascent(self.style)

    @property
    def below(self) -> float:
        """From its lower edge to its baseline, pt."""
        return self.style.size * BELOW

    def draw(self) -> None:
        """Draw on the baseline."""
        canvas, x = self.canv, 0.0
        with canvas.tagged(self.element) if self.element else nullcontext():
            for run, ink in zip(self.runs, self.inks, strict=True):
                canvas.setFillColor(ink)
                canvas.setFont(fonts.font_name(run.style.face), run.style.size)
                # The space behind the last parts it from the words when read.
                text = run.text if run is not self.runs[-1] else f"{run.text} "
                canvas.drawString(x, self.below + run.rise, text)
                x += fonts.width(run.text, run.style)


def numeral_on_band(
    look: Look, text: str, style: Type, token: str, element: Element | None
) -> Numeral:
    """A big number on a band; what is small beside it, such as its symbol, is as white as words are
    where its colour is for large text alone.
    """
    ink, zoom = look.brand.text_ink(token, "band", style), look.paper.zoom
    plain = is_drawn(Pair(token, "band", "text"))
    aside = None if plain else look.brand.ink("on-band", "band")
    return Numeral(text, style, ink, element, aside, zoom)


def numeral_type(
    texts: Iterable[str], width: float, start: int = 0, steps: Sequence[Type] = NUMERALS
) -> Type | None:
    """The largest numeral step, from ``start`` on, in which all texts fit the width, or None."""
    texts = list(texts)
    for style in steps[start:]:
        if all(fonts.numeral_width(text, style) <= width for text in texts):
            return style
    return None
