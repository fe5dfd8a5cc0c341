"""Big numbers on cards, and the dashed card of a missing value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hscb_report.brand import fonts
from hscb_report.brand.typography import NUMERALS, SCALE, Type
from hscb_report.page import spacing
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Beside, Card, Column, Grid, Icon, Narrow
from hscb_report.page.look import Look
from hscb_report.page.spacing import Gap
from hscb_report.page.spot import Spot
from hscb_report.page.text import UNLIMITED, Numeral, numeral_type, words
from hscb_report.pdf.structure import Element
from hscb_report.story.nodes import Cards, Statement
from hscb_report.summary.reading import Reading

MISSING = tuple(Type("bold", size, size * 1.2) for size in (22, 19, 17, 15))
ICON, CORNER = 42.0, 28.0
"""The side of an icon beside a number, and in the corner of a card or above the number, pt."""
LEAST_CORNERED = 30.0
"""A number that would have to be smaller than this to leave room for an icon beside it stands below
it.
"""
BESIDE = 190.0
"""From this inner width on, the icon stands beside the number; below it, above. pt."""
SMALLER, LOWER = 4.0, 2.0
"""How much less small cards keep from their sides, and from their edges above and below, pt."""


@dataclass(frozen=True)
class _Fit:
    """How cards are set so that all their numbers and words fit.

    Attributes:
        columns: how many share a row.
        style: of their numbers.
        small: whether icons stand above numbers always.
    """

    columns: int
    style: Type
    small: bool

    def padding(self, look: Look) -> tuple[float, float]:
        """Small cards keep more of their width for words."""
        padding = look.padding
        return (padding - SMALLER, padding - LOWER) if self.small else (padding, padding)

    def beside(self, inner: float) -> bool:
        """Whether icons stand beside numbers in a card of this inner width."""
        return inner >= BESIDE and not self.small


def cards(node: Cards, look: Look, spot: Spot, parent: Element, width: float) -> list[Atom]:
    """Figures on cards, in rows of as many as the node says; a page ends between two rows only
    where it must.

    Fewer stand in a row where a number or a long word would not fit otherwise.
    """
    most = min(node.most, look.most_cards)
    gutter, count = look.paper.gutter, len(node.statements)
    fit = _fitting(node.statements, look, spot, width, most, node.small and most > 1)
    owner = parent.add("L") if count > 1 else parent
    rows: list[Atom] = []
    waiting = list(node.statements)
    for size in _row_sizes(count, fit.columns):
        shown, waiting = waiting[:size], waiting[size:]
        cell = (width - (size - 1) * gutter) / size
        inner = cell - 2 * fit.padding(look)[0]
        cornered = not fit.small and all(
            _has_corner(one.reading, fit.style, inner) for one in shown if one.icon
        )
        bodies = [owner.add("LI").add("LBody") if count > 1 else owner for _ in shown]
        row = [
            (cell, _card(one, look, body, inner, fit, cornered))
            for one, body in zip(shown, bodies, strict=True)
        ]
        between = spacing.BEFORE_CARD if look.one_column else spacing.BEFORE_CARDS
        gap, cost = (Gap(gutter), between) if rows else (spacing.BLOCK, spacing.WELCOME)
        rows.append(Atom(Grid([row], gutter), spot, gap, cost))
    return rows


def _row_sizes(count: int, columns: int) -> list[int]:
    """As even as can be: five in rows of at most three are three and two."""
    rows = -(-count // columns)
    return [count // rows + (1 if index < count % rows else 0) for index in range(rows)]


def _fitting(
    statements: Sequence[Statement], look: Look, spot: Spot, width: float, most: int, small: bool
) -> _Fit:
    """As many columns as leave room for the largest number and the longest word."""
    readings = [one.reading for one in statements]
    numbers = [reading.headline for reading in readings if reading.value is not None]
    icons = any(one.icon for one in statements)
    longest = max(fonts.longest_word(one.label_text, SCALE["body"]) for one in readings)
    room = width
    for columns in range(min(most, len(readings)), 0, -1):
        cell = (width - (columns - 1) * look.paper.gutter) / columns
        fit = _Fit(columns, NUMERALS[-1], small)
        inner = cell - 2 * fit.padding(look)[0]
        beside = fit.beside(inner) and icons
        room = inner - (ICON + spacing.ICON_NUMBER if beside else 0)
        style = numeral_type(numbers, room, 1 if small else 0)
        if style and icons and not beside and not small:
            cornered = numeral_type(numbers, room - CORNER - spacing.ICON_CORNER)
            style = cornered if cornered and cornered.size >= LEAST_CORNERED else style
        if style and (longest <= room or columns == 1):
            return _Fit(columns, style, small)
    excess = max(fonts.width(number, NUMERALS[-1]) for number in numbers) - room
    spot.misfit(excess, "wide")
    return _Fit(1, NUMERALS[-1], small)


def _card(
    one: Statement, look: Look, parent: Element, inner: float, fit: _Fit, cornered: bool
) -> Card:
    """One statement with its icon beside it, in its corner, or above it."""
    ground, token, icon_token = (
        ("paper", "second", "second") if one.missing else ("card", "primary-text", "third-text")
    )
    beside = fit.beside(inner)
    corner = bool(one.icon) and not beside and cornered
    room = inner
    if one.icon and beside:
        room -= ICON + spacing.ICON_NUMBER
    elif corner:
        room -= CORNER + spacing.ICON_CORNER
    # One line of words in the place of a number, or a small number, is lower than the icon beside
    # it.
    low = corner and one.missing and fonts.width(one.reading.headline, MISSING[-1]) <= room
    lower = max(0.0, CORNER - fit.style.leading) if corner and not one.missing else 0.0
    more = spacing.ICON_CORNER / 2 if low else lower
    text = statistic(one, look, parent, fit.style, token, ground, room, more)
    content: Flowable = text
    if one.icon:
        icon = Icon(one.icon, ICON if beside else CORNER, look.brand, icon_token, ground)
        if beside:
            content = Beside(icon, text, spacing.ICON_NUMBER, ICON)
        elif corner:
            content = Corner(text, icon)
        else:
            content = Column([icon, text], spacing.ICON_ABOVE)
    outline = "second" if one.missing else None
    shown = None if one.missing else "card"
    return Card(content, look, shown, outline, fit.padding(look), centred=beside)


def _has_corner(reading: Reading, style: Type, inner: float) -> bool:
    """Whether the icon has room to the right of the number, or of the words in its place."""
    first = (
        fonts.width(reading.headline, style)
        if reading.value is not None
        else fonts.longest_word(reading.headline, MISSING[-1])
    )
    return not reading.lead and first + CORNER + spacing.ICON_CORNER <= inner


class Corner(Column):
    """Text with an icon in the upper right corner, beside its number."""

    def __init__(self, text: Column, icon: Icon) -> None:
        super().__init__([text])
        self.icon = icon

    def draw(self) -> None:
        """The text, then the icon."""
        super().draw()
        _, size = self.icon.wrap(0, 0)
        self.icon.drawOn(self.canv, self.width - size, self.height - size)


def missing(one: Statement, look: Look, parent: Element, width: float) -> Card:
    """A missing number on a dashed card."""
    inner = width - 2 * look.padding
    text = statistic(one, look, parent, NUMERALS[0], "second", "paper", inner)
    return Card(text, look, None, "second")


def statistic(
    one: Statement,
    look: Look,
    parent: Element,
    style: Type,
    token: str,
    on: str,
    width: float = UNLIMITED,
    more: float = 0.0,
) -> Column:
    """A number and its printed words, read as one sentence (P with Spans).

    A missing number is said in words, with its reason below.

    Args:
        width: the room there is, pt; words in the place of a number are set to fit it.
        more: how much lower than usual what stands below the number is, pt.
    """
    reading = one.reading
    sentence = parent.add("P")
    parts: list[Flowable] = []
    gaps: list[float] = []
    if reading.lead:
        parts.append(words(look, reading.lead, "body", on=on, element=sentence.add("Span")))
        gaps.append(spacing.UNDER_LEAD)
    parts.append(_number(one, look, sentence.add("Span"), style, token, on, width))
    gaps.append(spacing.UNDER_MISSING if one.missing else spacing.UNDER_NUMBER)
    gaps[0] += more
    parts.append(words(look, reading.label, "body", on=on, element=sentence.add("Span")))
    if one.ratio:
        parts.append(words(look, one.ratio, "strong", "primary-text", on, parent.add("P")))
        gaps.append(0.0)
    if reading.reason:
        parts.append(words(look, reading.reason, "body", "second", on, parent.add("P")))
        gaps.append(spacing.UNDER_WORDS)
    if one.changed:
        parts.append(words(look, one.changed, "body", on=on, element=parent.add("P")))
        gaps.append(spacing.UNDER_WORDS)
    return Column(parts, gaps)


def _number(
    one: Statement, look: Look, element: Element, style: Type, token: str, on: str, width: float
) -> Flowable:
    """The number, or the words in its place."""
    headline = one.reading.headline
    if not one.missing:
        return Numeral(headline, style, look.brand.text_ink(token, on, style), element)
    size = next((step for step in MISSING if fonts.width(headline, step) <= width), MISSING[-1])
    said = words(look, headline, size, "second", on, element=element)
    return Narrow(said, width) if width < UNLIMITED else said
