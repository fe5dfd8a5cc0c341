"""Marks as SVG, for a page on the web: the same shapes, and brand tokens as the names of classes.

Numbers are written to a tenth of a unit, which is less than an eye sees, and relative to one
another, which takes half the bytes. Words are text in the document's own fonts. No element has a
style of its own: a strict Content-Security-Policy would not apply it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from matplotlib.path import Path

from hscb_report.brand import fonts
from hscb_report.charts.marks import Area, Mark, Point, Sheet, Squares, Stroke, Words, steps

PLACES = 1
"""Of each number behind the point."""
SEEN = 0.02
"""A line that is no longer is a dot: it is written with no length at all."""


def svg(sheet: Sheet, name: str = "", hidden: bool = True) -> str:
    """A chart as an ``svg`` element, drawn in its own units and scaled by whoever shows it.

    Args:
        name: its class.
        hidden: whether it says nothing to a screen reader, for its words stand beside it.
    """
    drawn = "".join(part for mark in sheet.marks for part in _drawn(mark, sheet.height))
    kind = f' class="{escape(name)}"' if name else ""
    unseen = ' aria-hidden="true" focusable="false"' if hidden else ""
    box = f"0 0 {_number(sheet.width)} {_number(sheet.height)}"
    return f'<svg{kind}{unseen} viewBox="{box}">{drawn}</svg>'


def _drawn(mark: Mark, height: float) -> Iterator[str]:
    match mark:
        case Area():
            yield f'<path class="f-{mark.ink}" d="{path(mark.path, height)}"/>'
        case Squares():
            yield from _squares(mark, height)
        case Stroke():
            dash = " ".join(map(_number, mark.dash))
            dashed = f' stroke-dasharray="{dash}"' if dash else ""
            yield (
                f'<path class="s-{mark.ink} n{" r" if mark.rounded else ""}"'
                f' stroke-width="{_fine(mark.width)}"{dashed} d="{path(mark.path, height)}"/>'
            )
        case Words():
            yield _words(mark, height)


def _squares(mark: Squares, height: float) -> Iterator[str]:
    """Squares as lines of no length with square ends, which are a third of the bytes of
    rectangles; those with an edge of another ink once in that, and smaller once more.
    """
    pen, half = _Pen(), mark.side / 2
    for x, y in mark.corners:
        pen.move((x + half, height - y - half))
        pen.line((x + half, height - y - half))
    layers = [(mark.edge, mark.side)]
    if mark.ink != mark.edge:
        layers.append((mark.ink, mark.side - 2 * mark.width))
    for ink, side in layers:
        yield f'<path class="s-{ink} q" stroke-width="{_fine(side)}" d="{pen.written}"/>'


def _words(mark: Words, height: float) -> str:
    left = mark.x - fonts.width(mark.text, mark.style) / 2 if mark.centred else mark.x
    return (
        f'<text class="f-{mark.ink} w-{mark.style.face}" x="{_number(left)}"'
        f' y="{_number(height - mark.y)}" font-size="{_number(mark.style.size)}">'
        f"{escape(mark.text, quote=False)}</text>"
    )


def path(drawn: Path, height: float) -> str:
    """A path's data, its y turned to go down from the upper edge of a sheet of a height."""
    pen, start = _Pen(), (0.0, 0.0)
    for points, code in steps(drawn):
        at = [(x, height - y) for x, y in zip(points[::2], points[1::2], strict=True)]
        match code:
            case Path.MOVETO:
                pen.move(at[0])
            case Path.LINETO:
                pen.line(at[0] if _apart(start, at[0]) > SEEN else start)
            case Path.CURVE3:
                pen.curve("q", at)
            case Path.CURVE4:
                pen.curve("c", at)
            case Path.CLOSEPOLY:
                pen.close()
                continue
        start = at[-1]
    return pen.written


class _Pen:
    """Writes path data (SVG 2, 9.3) as short as it can be: relative to where the pen is, which is
    reckoned in what was written, so that nothing adds up.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = self.began = (0, 0)
        self.opened = False

    @property
    def written(self) -> str:
        """The data."""
        return "".join(self.parts)

    def move(self, to: Point) -> None:
        """Begin a new line."""
        whole = _whole(to)
        command = "m" if self.opened else "M"
        self.parts.append(command + self._pairs([whole]))
        self.at = self.began = whole
        self.opened = True

    def line(self, to: Point) -> None:
        """A straight line."""
        whole = _whole(to)
        across, down = whole[0] - self.at[0], whole[1] - self.at[1]
        if not down:
            self.parts.append("h" + _tenths(across))
        elif not across:
            self.parts.append("v" + _tenths(down))
        else:
            self.parts.append("l" + self._pairs([whole]))
        self.at = whole

    def curve(self, command: str, points: list[Point]) -> None:
        """A curve; its control points and its end."""
        whole = [_whole(point) for point in points]
        self.parts.append(command + self._pairs(whole))
        self.at = whole[-1]

    def close(self) -> None:
        """Back to where the line began."""
        self.parts.append("z")
        self.at = self.began

    def _pairs(self, points: list[tuple[int, int]]) -> str:
        """Numbers, parted where they would run into one another."""
        text = ""
        for x, y in points:
            for value in (x - self.at[0], y - self.at[1]):
                said = _tenths(value)
                text += said if not text or said.startswith("-") else f" {said}"
        return text


def _apart(one: Point, other: Point) -> float:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


def _whole(point: Point) -> tuple[int, int]:
    return round(point[0] * 10**PLACES), round(point[1] * 10**PLACES)


def _tenths(value: int) -> str:
    """So many tenths: ``12.5``, ``-.3``, ``4``."""
    sign, value = ("-", -value) if value < 0 else ("", value)
    whole, rest = divmod(value, 10**PLACES)
    return f"{sign}{whole}" if not rest else f"{sign}{whole or ''}.{rest}"


def _number(value: float) -> str:
    return _tenths(round(value * 10**PLACES))


def _fine(value: float) -> str:
    """The width of a line, to a hundredth."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
