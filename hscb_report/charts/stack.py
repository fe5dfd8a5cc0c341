"""Bars in parts: pieces beside one another, apart by white, each told from its neighbours by colour
and by a pattern along its foot; their numbers in them, or below them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hscb_report.brand import fonts
from hscb_report.brand.brand import DASH, OUTLINE, Brand
from hscb_report.brand.colours import PARTS
from hscb_report.brand.typography import SCALE, Type
from hscb_report.charts.ladder import Label, Rung, ladder
from hscb_report.charts.marks import BASELINE, Sheet
from hscb_report.charts.patterns import FOOT, PATTERNS
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
LEVEL, NEAR = 3.0, 6.0
"""Between two levels of labels, and between the nearest and the bar, pt."""
LEADER, EDGE = 0.75, 0.75
"""The width of a line to a label, and of the edge of a rest, pt."""
DESCENT, CAPITAL = 1.0, 2.0
"""From the edge of a line of text to its letters, below and above them, pt."""
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
    rungs = _called(one, called, frame) or []
    sheet = Sheet(frame.width, _height(rungs))
    _write(sheet, rungs, (frame.left, 0.0), 1, brand)
    return sheet


def fits(one: Bar, called: Sequence[str], frame: Frame) -> bool:
    """Whether all that is to be said of a bar finds a place."""
    return _beside(one, frame) is not None and _called(one, called, frame) is not None


def bar(one: Bar, frame: Frame, brand: Brand, called: Sequence[str] = ()) -> Sheet:
    """Draw a bar.

    Args:
        called: what its parts are called, above it; nothing for a bar below one that says it.
    """
    above, below = _called(one, called, frame) or [], _beside(one, frame) or []
    instead = [(line, LABEL) for line in fonts.wrap(one.instead, LABEL, frame.room)]
    said = _said(one, frame)
    own = len(said) * LABEL.leading
    tall = max(BAR, own if frame.left else 0.0, len(instead) * LABEL.leading)
    head, foot = 0.0 if frame.left else own + NEAR, _height(below)
    sheet = Sheet(frame.width, head + _height(above) + tall + foot)
    _lines(sheet, said, 0.0, foot + (tall + own) / 2 if frame.left else sheet.height, brand)
    _lines(sheet, instead, frame.left, foot + tall, brand)
    base = foot + (tall - BAR) / 2
    _write(sheet, above, (frame.left, base + BAR), 1, brand)
    for placed in _laid(one, frame):
        _piece(sheet, placed, frame.left, base, brand)
    _write(sheet, below, (frame.left, base), -1, brand)
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
    """The pieces of a bar in their places, with the white between them."""
    gap, thin = APART / frame.zoom, THIN / frame.zoom
    made: list[_Placed] = []
    at, drawn = 0.0, [piece for piece in one.pieces if piece.size]
    for piece in one.pieces:
        start, at = at, at + piece.size * frame.room
        left = start + (gap / 2 if drawn and piece is not drawn[0] else 0.0)
        right = at - (gap / 2 if drawn and piece is not drawn[-1] else 0.0)
        if piece.size and right - left < thin:
            left = min(max(0.0, (start + at - thin) / 2), frame.room - thin)
            right = left + thin
        made.append(_Placed(piece, left, right) if piece.size else _Placed(piece, start, start))
    for first, second in pairwise([i for i, one in enumerate(made) if one.piece.size]):
        short = gap - (made[second].start - made[first].end)
        if short > 0 and made[first].width > made[second].width:
            made[first] = replace(made[first], end=made[first].end - short)
        elif short > 0:
            made[second] = replace(made[second], start=made[second].start + short)
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


def _beside(one: Bar, frame: Frame) -> list[Rung] | None:
    """What is said below a bar, for it has no room inside."""
    labels = [
        Label(placed.piece.text, placed.middle, placed.width, *_INKS[placed.piece.sort])
        for placed in _laid(one, frame)
        if not _holds(placed)
    ]
    return ladder(labels, frame.room)


def _called(one: Bar, called: Sequence[str], frame: Frame) -> list[Rung] | None:
    """What parts are called, above their pieces; those that are missing share one."""
    laid = _laid(one, frame)
    places = {placed.piece.order: placed for placed in laid if placed.piece.sort == "part"}
    shared = [placed for placed in laid if placed.piece.sort == "missing"]
    gone = [order for order in range(len(called)) if order not in places]
    labels = []
    for order, name in enumerate(called):
        if order in places:
            labels.append(Label(name, places[order].middle, places[order].width, LABEL))
        elif shared:
            share = (gone.index(order) + 1) / (len(gone) + 1)
            x = shared[0].start + share * shared[0].width
            labels.append(Label(name, x, shared[0].width / len(gone), LABEL))
    return ladder(sorted(labels, key=lambda label: label.x), frame.room)


def _height(rungs: Sequence[Rung]) -> float:
    """How high labels are, with the room between them and the bar, pt."""
    return NEAR + sum(_levels(rungs)) - LEVEL if rungs else 0.0


def _levels(rungs: Sequence[Rung]) -> list[float]:
    """The height of each level, with the room beyond it, from the bar outwards."""
    count = max((rung.level for rung in rungs), default=-1) + 1
    lines = [max(len(r.lines) for r in rungs if r.level == level) for level in range(count)]
    return [many * LABEL.leading + LEVEL for many in lines]


def _write(
    sheet: Sheet, rungs: Sequence[Rung], edge: tuple[float, float], up: int, brand: Brand
) -> None:
    """Labels, and lines to their pieces from those that do not stand right beside them.

    Args:
        edge: the left end of the edge of the bar that they stand beside.
        up: 1 above it, -1 below it.
    """
    x, y = edge
    levels = _levels(rungs)
    for rung in rungs:
        away = NEAR + sum(levels[: rung.level])
        top = y + away + len(rung.lines) * LABEL.leading if up > 0 else y - away
        place = (rung.x - rung.left) / rung.width if rung.width else 0.0
        style, ink = rung.label.style, brand.ink(rung.label.token)
        for at, line in enumerate(rung.lines):
            spare = rung.width - fonts.width(line, style)
            base = top - at * LABEL.leading - LABEL.leading * BASELINE
            sheet.text(x + rung.left + place * spare, base, line, style, ink)
        if rung.led:
            end = y + up * (away - 1.0 + (DESCENT if up > 0 else CAPITAL))
            knee = [(x + rung.x, y + up * NEAR)] if rung.x != rung.label.x else []
            points = [(x + rung.label.x, y + up), *knee, (x + rung.x, end)]
            sheet.line(points, brand.ink("primary-text", use="graphic"), LEADER)


def _piece(sheet: Sheet, placed: _Placed, left: float, base: float, brand: Brand) -> None:
    """A piece with its pattern and, where it fits, what is said of it."""
    one, x = placed.piece, left + placed.start
    if not one.size:
        return
    if one.sort == "part":
        token = PARTS[one.order]
        sheet.rectangle(x, base, placed.width, BAR, brand.ink(token, use="graphic"), key=one.key)
        PATTERNS[one.order](sheet, x, x + placed.width, base, brand.ink("paper", token))
        ink, foot = brand.ink("paper", token), FOOT / 2
    else:
        width, dash = (OUTLINE, DASH) if one.sort == "missing" else (EDGE, ())
        half = width / 2
        right, top = x + max(placed.width - half, half), base + BAR - half
        left, low = x + half, base + half
        corners = [(left, low), (right, low), (right, top), (left, top), (left, low)]
        edge = "second" if one.sort == "missing" else "primary-text"
        sheet.line(corners, brand.ink(edge, use="graphic"), width, dash=dash)
        ink, foot = brand.ink(_INKS[one.sort][1]), 0.0
    if _holds(placed):
        style, _ = _INKS[one.sort]
        y = base + foot + (BAR - foot) / 2 - fonts.ascent(style) / 2
        at = x + (placed.width - fonts.width(one.text, style)) / 2
        sheet.text(at, y, one.text, style, ink)
