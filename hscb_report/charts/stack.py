"""Bars in parts: pieces beside one another, apart by white, each told from its neighbours by colour
and by a pattern along its foot; their numbers in them, or below them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import SCALE, Type
from hscb_report.charts.beside import NEAR, fill, swatch, told, words_on
from hscb_report.charts.ladder import Label, Mark
from hscb_report.charts.marks import BASELINE, Sheet
from hscb_report.charts.patterns import FOOT
from hscb_report.pdf.boxes import MM
from hscb_report.story.breakdowns import Bar, Piece, Sort

LABEL, NUMBER = SCALE["chart"], SCALE["chart-strong"]
BAR = 30.0
"""The height of a bar, pt."""
APART = 0.5 * MM
"""The white between two pieces, on the paper itself, pt."""
THIN = 0.4
"""The least width of a piece that is not nothing, on the paper, pt: what is thinner is not printed.
"""
PAD = 4.0
"""Between a number and the ends of its piece, pt."""
COLUMN, SPACE = 0.28, 12.0
"""What a bar is called takes so much of the width at the left at the most, and stands so far from
it, pt.
"""
LEAST_BAR = 230.0
"""With less room for the bars, pt, what they are called stands above them."""


@dataclass(frozen=True)
class Frame:
    """What all bars of a stack share.

    Attributes:
        width: of all, pt.
        left: where bars begin; 0 where what they are called stands above them.
        zoom: how much larger everything is drawn than it is laid out.
    """

    width: float
    left: float
    zoom: float

    @property
    def room(self) -> float:
        """The length of the longest bar."""
        return self.width - self.left


@dataclass(frozen=True)
class _Placed:
    """A piece, and where it begins and ends, pt from the left end of its bar."""

    piece: Piece
    start: float
    end: float

    @property
    def width(self) -> float:
        return self.end - self.start

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


def frame(bars: Sequence[Bar], width: float, zoom: float) -> Frame:
    """How bars are set in a width."""
    texts = [(bar.label, NUMBER) for bar in bars] + [(bar.whole, LABEL) for bar in bars]
    most = COLUMN * width
    column = min(most, max(fonts.width(text, style) for text, style in texts) + 1)
    words = max(fonts.longest_word(text, style) for text, style in texts)
    above = words > column or width - column - SPACE < LEAST_BAR
    return Frame(width, 0.0 if above else column + SPACE, zoom)


def names(one: Bar, called: Sequence[str], frame: Frame, brand: Brand) -> Sheet:
    """What the parts are called, above the pieces of a bar; without the bar."""
    above = told(_called(one, called, frame), frame.room)
    sheet = Sheet(frame.width, above.height)
    above.write(sheet, (frame.left, 0.0), 1, brand)
    return sheet


def bar(one: Bar, frame: Frame, brand: Brand, called: Sequence[str] = ()) -> Sheet:
    """Draw a bar.

    Args:
        called: what its parts are called, above it; nothing for a bar below one that says it.
    """
    above = told(_called(one, called, frame), frame.room)
    below = told(_beside(one, frame), frame.room)
    instead = [(line, LABEL) for line in fonts.wrap(one.instead, LABEL, frame.room)]
    said = _said(one, frame)
    own = len(said) * LABEL.leading
    tall = max(BAR, own if frame.left else 0.0, len(instead) * LABEL.leading)
    head, foot = 0.0 if frame.left else own + NEAR, below.height
    sheet = Sheet(frame.width, head + above.height + tall + foot)
    _lines(sheet, said, 0.0, foot + (tall + own) / 2 if frame.left else sheet.height, brand)
    _lines(sheet, instead, frame.left, foot + tall, brand)
    base = foot + (tall - BAR) / 2
    above.write(sheet, (frame.left, base + BAR), 1, brand)
    for placed in _laid(one, frame):
        _piece(sheet, placed, frame.left, base, brand)
    below.write(sheet, (frame.left, base), -1, brand)
    return sheet


def _said(one: Bar, frame: Frame) -> list[tuple[str, Type]]:
    """What a bar is called and what it is the whole of, line by line; on one line above it."""
    if frame.left:
        room = frame.left - SPACE
        lines = [(line, NUMBER) for line in fonts.wrap(one.label, NUMBER, room)]
        return lines + [(line, LABEL) for line in fonts.wrap(one.whole, LABEL, room)]
    lines = [(line, NUMBER) for line in fonts.wrap(one.label, NUMBER, frame.width)]
    return lines + [(line, LABEL) for line in fonts.wrap(one.whole, LABEL, frame.width)]


def _lines(
    sheet: Sheet, lines: Sequence[tuple[str, Type]], x: float, top: float, brand: Brand
) -> None:
    for at, (line, style) in enumerate(lines):
        y = top - at * LABEL.leading - LABEL.leading * BASELINE
        sheet.text(x, y, line, style, brand.ink("text"))


def _laid(one: Bar, frame: Frame) -> list[_Placed]:
    """The pieces of a bar in their places, with the white between them; what that and the thinnest
    pieces take, the widest gives.
    """
    gap, thin = APART / frame.zoom, THIN / frame.zoom
    seen = [at for at, piece in enumerate(one.pieces) if piece.size]
    widths = [piece.size * frame.room for piece in one.pieces]
    length = sum(widths)
    for at in seen:
        beside = (at != seen[0]) + (at != seen[-1])
        widths[at] = max(thin, widths[at] - beside * gap / 2)
    over = sum(widths) + gap * (len(seen) - 1) - length
    if seen and over > 0:
        widest = max(seen, key=widths.__getitem__)
        widths[widest] = max(thin, widths[widest] - over)
    made: list[_Placed] = []
    x = 0.0
    for at, (piece, width) in enumerate(zip(one.pieces, widths, strict=True)):
        made.append(_Placed(piece, x, x + width))
        x += width + (gap if at in seen[:-1] else 0.0)
    return made


_INKS: dict[Sort, tuple[Type, str]] = {
    "part": (NUMBER, "primary-text"),
    "rest": (LABEL, "text"),
    "missing": (LABEL, "second"),
}
"""How what is said of a piece is set on paper."""


def _holds(placed: _Placed) -> bool:
    """Whether what is said of a piece stands in it."""
    style, _ = _INKS[placed.piece.sort]
    return fonts.width(placed.piece.text, style) + 2 * PAD <= placed.width


def _beside(one: Bar, frame: Frame) -> list[Label]:
    """What is said below a bar, for it has no room inside."""
    return [
        Label(placed.piece.text, placed.middle, placed.width, *_INKS[piece.sort], _mark(piece))
        for placed in _laid(one, frame)
        if not _holds(placed) and (piece := placed.piece)
    ]


def _mark(piece: Piece) -> Mark:
    return Mark(piece.sort, piece.order, piece.scale)


def _called(one: Bar, called: Sequence[str], frame: Frame) -> list[Label]:
    """What parts are called, above their pieces; those that are missing share one."""
    laid = _laid(one, frame)
    places = {placed.piece.order: placed for placed in laid if placed.piece.sort == "part"}
    shared = [placed for placed in laid if placed.piece.sort == "missing"]
    gone = [order for order in range(len(called)) if order not in places]
    labels = []
    scale = max((placed.piece.scale for placed in laid), default=0)
    for order, name in enumerate(called):
        mark = Mark("part", order, scale)
        if order in places:
            place = places[order]
            labels.append(Label(name, place.middle, place.width, LABEL, "text", mark))
        elif shared:
            share = (gone.index(order) + 1) / (len(gone) + 1)
            x = shared[0].start + share * shared[0].width
            labels.append(Label(name, x, shared[0].width / len(gone), LABEL, "text", mark))
    return sorted(labels, key=lambda label: label.x)


def _piece(sheet: Sheet, placed: _Placed, left: float, base: float, brand: Brand) -> None:
    """A piece with its pattern and, where it fits, what is said of it."""
    one, x = placed.piece, left + placed.start
    if not one.size:
        return
    box = (x, base, placed.width, BAR)
    swatch(sheet, _mark(one), box, brand, one.key)
    if _holds(placed):
        style, token = _INKS[one.sort]
        filled = one.sort == "part"
        ink = brand.ink(*words_on(fill(_mark(one), brand))) if filled else brand.ink(token)
        foot = FOOT / 2 if filled else 0.0
        y = base + foot + (BAR - foot) / 2 - fonts.ascent(style) / 2
        at = x + (placed.width - fonts.width(one.text, style)) / 2
        sheet.text(at, y, one.text, style, ink)
