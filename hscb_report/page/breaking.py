"""Where lines may end: what stands together is let go where it is wider than its place, an address
ends a line before a slash or a full stop, and no short word is left alone on a last line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus.paraparser import ParaFrag

from hscb_report.words.typography import NO_BREAK, without_binding

_WORD = re.compile(rf"[\S{NO_BREAK}]+")
_ADDRESS = re.compile(
    r"\(?(?:(?:https?://|www\.)\S+|\S+@\S+\.\S+|[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?\)?$)", re.ASCII
)
_PLACE = re.compile(r"(?<=[^/:])(?=[/.])")
"""Before a slash or a full stop; the slashes of "https://" stay where they are."""


def fitted(frags: Sequence[ParaFrag], width: float) -> list[ParaFrag]:
    """Text whose words all fit a width as far as they may be parted.

    Args:
        frags: stretches of one style each, one after the other.
        width: pt.
    """
    if len(frags) == 1 and _widest(frags[0].text, frags[0].fontName, frags[0].fontSize) <= width:
        return list(frags)
    texts = [frag.text for frag in frags]
    breaks: list[tuple[int, int]] = []
    for word in _words(texts):
        if sum(_width(frags[at], texts[at][start:end]) for at, start, end in word) <= width:
            continue
        for at, start, end in word:
            part = texts[at][start:end]
            texts[at] = texts[at][:start] + without_binding(part) + texts[at][end:]
            if _ADDRESS.match(part):
                breaks += [(at, start + place) for place in _address(part, frags[at], width)]
    made = []
    for index, (frag, text) in enumerate(zip(frags, texts, strict=True)):
        start = 0
        for place in (place for at, place in breaks if at == index):
            made += [_with(frag, text[start:place]), _line_end(frag)]
            start = place
        made.append(_with(frag, text[start:]))
    return made


def held_together(frags: Sequence[ParaFrag], width: float) -> list[ParaFrag] | None:
    """Text whose last two words hold together; None where there are no two, or they are wider than
    a line, pt.
    """
    texts = [frag.text for frag in frags]
    words = list(_words(texts))
    if len(words) < 2:
        return None
    both = [*words[-2], *words[-1]]
    said = sum(_width(frags[at], texts[at][start:end]) for at, start, end in both)
    at, start, _ = words[-1][0]
    if said + _width(frags[at], " ") > width:
        return None
    while start == 0 and at > 0:  # the space may end the stretch before
        at -= 1
        start = len(texts[at])
    if not texts[at][:start].endswith(" "):
        return None
    texts[at] = texts[at][: start - 1] + NO_BREAK + texts[at][start:]
    return [_with(frag, text) for frag, text in zip(frags, texts, strict=True)]


def _words(texts: Sequence[str]) -> Iterator[list[tuple[int, int, int]]]:
    """Each word as its parts: the stretch, and where it starts and ends there."""
    word: list[tuple[int, int, int]] = []
    for at, text in enumerate(texts):
        for found in _WORD.finditer(text):
            goes_on = word and found.start() == 0 and word[-1][2] == len(texts[word[-1][0]])
            if word and not goes_on:
                yield word
                word = []
            word.append((at, *found.span()))
    if word:
        yield word


@lru_cache(10_000)
def _widest(text: str, font: str, size: float) -> float:
    """The width of the widest word, pt; it is asked again for each width of a page or panel."""
    return max((float(stringWidth(word, font, size)) for word in _WORD.findall(text)), default=0.0)


def _address(text: str, frag: ParaFrag, width: float) -> Iterator[int]:
    """Where an address is parted, so that each part fits if it can."""
    start = end = 0
    for place in [*(found.start() for found in _PLACE.finditer(text)), len(text)]:
        if _width(frag, text[start:place]) > width and end > start:
            yield end
            start = end
        end = place


def _width(frag: ParaFrag, text: str) -> float:
    return float(stringWidth(text, frag.fontName, frag.fontSize))


def _with(frag: ParaFrag, text: str) -> ParaFrag:
    copy: ParaFrag = frag.clone(text=text)
    return copy


def _line_end(frag: ParaFrag) -> ParaFrag:
    end: ParaFrag = frag.clone(text="", lineBreak=True)
    return end
