"""What is said beside a bar in parts: in levels, each label with a line to its piece; or, where
there is no room for that, as a list with a swatch of each piece.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hscb_report.brand import fonts
from hscb_report.brand.brand import DASH, OUTLINE, Brand
from hscb_report.brand.colours import LIGHT, PARTS
from hscb_report.brand.typography import SCALE
from hscb_report.charts.ladder import Label, Mark, Rung, ladder
from hscb_report.charts.marks import BASELINE, Sheet
from hscb_report.charts.patterns import PATTERNS

LEADING = SCALE["chart"].leading
LEVEL, NEAR = 3.0, 6.0
"""Between two levels of labels, and between the nearest and the bar, pt."""
LEADER, EDGE = 0.75, 0.75
"""The width of a line to a label, and of the edge of a rest, pt."""
DESCENT, CAPITAL = 1.0, 2.0
"""From the edge of a line of text to its letters, below and above them, pt."""
MOST = 80.0
"""Higher levels are hard to follow, pt: then there is a list."""
SWATCH, BESIDE = 12.0, 7.0
"""The side of a swatch, and the room between it and its words, pt."""


@dataclass(frozen=True)
class Levels:
    """Labels in levels.

    Attributes:
        rungs: none where nothing is said.
    """

    rungs: Sequence[Rung]

    @property
    def height(self) -> float:
        """With the room between them and the bar, pt."""
        return NEAR + sum(self._levels()) - LEVEL if self.rungs else 0.0

    def _levels(self) -> list[float]:
        """The height of each level, with the room beyond it, from the bar outwards."""
        count = max((rung.level for rung in self.rungs), default=-1) + 1
        lines = [max(len(r.lines) for r in self.rungs if r.level == at) for at in range(count)]
        return [many * LEADING + LEVEL for many in lines]

    def write(self, sheet: Sheet, edge: tuple[float, float], up: int, brand: Brand) -> None:
        """Labels, and lines to their pieces from those that do not stand right beside them.

        Args:
            edge: the left end of the edge of the bar that they stand beside.
            up: 1 above it, -1 below it.
        """
        x, y = edge
        levels = self._levels()
        for rung in self.rungs:
            away = NEAR + sum(levels[: rung.level])
            top = y + away + len(rung.lines) * LEADING if up > 0 else y - away
            place = (rung.x - rung.left) / rung.width if rung.width else 0.0
            style, ink = rung.label.style, brand.ink(rung.label.token)
            for at, line in enumerate(rung.lines):
                spare = rung.width - fonts.width(line, style)
                base = top - at * LEADING - LEADING * BASELINE
                sheet.text(x + rung.left + place * spare, base, line, style, ink)
            if rung.led:
                end = y + up * (away - 1.0 + (DESCENT if up > 0 else CAPITAL))
                knee = [(x + rung.x, y + up * NEAR)] if rung.x != rung.label.x else []
                points = [(x + rung.label.x, y + up), *knee, (x + rung.x, end)]
                sheet.line(points, brand.ink("primary-text", use="graphic"), LEADER)


@dataclass(frozen=True)
class Listed:
    """The same as a list, one below the other.

    Attributes:
        entries: each with its words in lines.
    """

    entries: Sequence[tuple[Label, Sequence[str]]]

    @property
    def height(self) -> float:
        """With the room between it and the bar, pt."""
        return NEAR + sum(len(lines) * LEADING for _, lines in self.entries)

    def write(self, sheet: Sheet, edge: tuple[float, float], up: int, brand: Brand) -> None:
        """Swatches and words."""
        x, y = edge
        top = y + self.height if up > 0 else y - NEAR
        for label, lines in self.entries:
            swatch(sheet, label.mark, (x, top - LEADING + 1.5, SWATCH, SWATCH), brand)
            for line in lines:
                ink, base = brand.ink(label.token), top - LEADING * BASELINE
                sheet.text(x + SWATCH + BESIDE, base, line, label.style, ink)
                top -= LEADING


def told(labels: Sequence[Label], width: float) -> Levels | Listed:
    """Labels in levels, or as a list where that cannot be, or not well."""
    rungs = ladder(labels, width)
    if rungs is not None and (made := Levels(rungs)).height <= MOST:
        return made
    room = width - SWATCH - BESIDE
    return Listed([(one, fonts.wrap(one.text, one.style, room)) for one in labels])


def fill(mark: Mark, brand: Brand) -> str:
    """The token that a part is filled with: from light to dark where parts have an order."""
    return brand.scale(mark.scale)[mark.order] if mark.scale else PARTS[mark.order]


def words_on(token: str) -> tuple[str, str]:
    """The ink of words in a part, and what they stand on."""
    return ("text" if token in LIGHT else "paper"), token


def swatch(
    sheet: Sheet,
    mark: Mark,
    box: tuple[float, float, float, float],
    brand: Brand,
    key: str = "",
) -> None:
    """A piece: filled, with its pattern; or its edge alone, dashed where a number is missing.

    Args:
        box: left, bottom, width and height, pt.
        key: of what it shows.
    """
    x, base, width, height = box
    if mark.sort == "part":
        _filled(sheet, mark, box, brand, key)
        return
    missing = mark.sort == "missing"
    edge, dash = (OUTLINE, DASH) if missing else (EDGE, ())
    half = edge / 2
    right, top = x + max(width - half, half), base + height - half
    left, low = x + half, base + half
    corners = [(left, low), (right, low), (right, top), (left, top), (left, low)]
    ink = brand.ink("second" if missing else "primary-text", use="graphic")
    sheet.line(corners, ink, edge, dash=dash)


def _filled(
    sheet: Sheet, mark: Mark, box: tuple[float, float, float, float], brand: Brand, key: str
) -> None:
    """A part with its pattern; light ones have an edge, and thin ones of them are all edge."""
    x, base, width, height = box
    token, edge = fill(mark, brand), brand.ink("primary-text", use="graphic")
    thin = token in LIGHT and width <= 2 * EDGE
    sheet.rectangle(x, base, width, height, edge if thin else brand.ground(token), key=key)
    if not thin:
        PATTERNS[mark.order](sheet, x, x + width, base, brand.ink(*words_on(token)))
        if token in LIGHT:
            sheet.frame(x, base, width, height, edge, EDGE)
