"""Big numbers on cards: statistics and events, and the dashed card of a missing value."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from hscb_report.brand import fonts
from hscb_report.brand.typography import NUMERALS, SCALE, Type
from hscb_report.page.context import Context
from hscb_report.page.flow import Atom
from hscb_report.page.layout import Beside, Card, Column, Grid, Icon, Narrow
from hscb_report.page.text import UNLIMITED, Numeral, numeral_type, words
from hscb_report.pdf.structure import Element
from hscb_report.summary.blocks import FigureItem
from hscb_report.summary.reading import Reading

MISSING = tuple(Type("bold", size, size * 1.2) for size in (22, 19, 17, 15))
ICON, ICON_GAP = 42.0, 14.0
CORNER, CORNER_GAP = 28.0, 8.0
LEAST_CORNERED = 30.0
"""A number that would have to be smaller than this to leave room for an icon beside it stands below
it.
"""
BESIDE = 190.0
"""From this inner width on, the icon stands beside the number; below it, above. pt."""


def cards(
    items: Sequence[FigureItem],
    context: Context,
    parent: Element,
    width: float,
    most: int,
    compact: bool = False,
) -> list[Atom]:
    """Figures on cards, in rows of up to ``most``; a page ends between two rows only where it must.

    Fewer stand in a row where a number or a long word would not fit otherwise.

    Args:
        compact: icons above the numbers always, and smaller numerals: events.
    """
    readings = [context.reader.figure(item.figure) for item in items]
    most = min(most, context.most_cards)
    compact = compact and most > 1
    gutter = context.paper.gutter
    columns, style = _columns(readings, items, context, width, most, gutter, compact)
    owner = parent.add("L") if len(items) > 1 else parent
    rows, index = [], 0
    for size in _row_sizes(len(items), columns):
        cell = (width - (size - 1) * gutter) / size
        row = []
        inner = cell - 2 * _padding(compact, context)
        cornered = not compact and all(
            _corner(reading, style, inner)
            for item, reading in zip(
                items[index : index + size], readings[index : index + size], strict=True
            )
            if item.icon
        )
        for _ in range(size):
            body = owner.add("LI").add("LBody") if len(items) > 1 else owner
            row.append(
                (
                    cell,
                    _card(
                        items[index], readings[index], context, body, cell, style, compact, cornered
                    ),
                )
            )
            index += 1
        rows.append(
            Atom(
                Grid([row], gutter),
                break_cost=0.0 if not rows else 8.0 if context.one_column else 60.0,
            )
        )
        if len(rows) > 1:
            rows[-1].space, rows[-1].stretch = gutter, 0.0
    return rows


def _row_sizes(count: int, columns: int) -> list[int]:
    """As even as can be: five in rows of at most three are three and two."""
    rows = -(-count // columns)
    return [count // rows + (1 if index < count % rows else 0) for index in range(rows)]


def _columns(
    readings: Sequence[Reading],
    items: Sequence[FigureItem],
    context: Context,
    width: float,
    most: int,
    gutter: float,
    compact: bool,
) -> tuple[int, Type]:
    numbers = [r.headline for r in readings if r.value is not None]
    start = 1 if compact else 0
    for columns in range(min(most, len(readings)), 0, -1):
        inner = (width - (columns - 1) * gutter) / columns - 2 * _padding(compact, context)
        beside = _beside(inner, compact) and any(item.icon for item in items)
        room = inner - (ICON + ICON_GAP if beside else 0)
        style = numeral_type(numbers, room, start)
        if style and not beside and not compact and any(item.icon for item in items):
            cornered = numeral_type(numbers, room - CORNER - CORNER_GAP, start)
            style = cornered if cornered and cornered.size >= LEAST_CORNERED else style
        longest = max(fonts.longest_word(r.label_text, SCALE["body"]) for r in readings)
        if style and (longest <= room or columns == 1):
            return columns, style
    excess = max(fonts.width(number, NUMERALS[-1]) for number in numbers) - room
    context.misfit(excess, "wide")
    return 1, NUMERALS[-1]


def _beside(inner: float, compact: bool) -> bool:
    return inner >= BESIDE and not compact


def _card(
    item: FigureItem,
    reading: Reading,
    context: Context,
    parent: Element,
    width: float,
    style: Type,
    compact: bool,
    cornered: bool,
) -> Card:
    missing = reading.value is None
    ground = "paper" if missing else "card"
    token, icon_token = ("second", "second") if missing else ("primary", "third-text")
    inner = width - 2 * _padding(compact, context)
    beside = _beside(inner, compact)
    corner = bool(item.icon) and not beside and cornered
    room = inner - (
        ICON + ICON_GAP if item.icon and beside else CORNER + CORNER_GAP if corner else 0
    )
    text = statistic(reading, context, parent, style, token, ground, item.what_changed, room)
    content: Flowable = text
    if item.icon:
        icon = Icon(item.icon, ICON if beside else CORNER, context.brand, icon_token, ground)
        if beside:
            content = Beside(icon, text, ICON_GAP, ICON)
        elif corner:
            if (
                missing and fonts.width(reading.headline, MISSING[-1]) <= room
            ):  # one line of words is lower than the icon beside it
                text.gaps[0] += CORNER_GAP / 2
            content = Corner(text, icon)
        else:
            content = Column([icon, text], 10.0)
    padding = (_padding(compact, context), context.padding - 2 if compact else context.padding)
    return Card(
        content,
        context,
        None if missing else "card",
        "second" if missing else None,
        padding=padding,
        centred=beside,
    )


def _padding(compact: bool, context: Context) -> float:
    """Small cards keep more of their width for words."""
    return context.padding - 4 if compact else context.padding


def _corner(reading: Reading, style: Type, inner: float) -> bool:
    """Whether the icon has room to the right of the number, or of the words in its place."""
    first = (
        fonts.width(reading.headline, style)
        if reading.value is not None
        else fonts.longest_word(reading.headline, MISSING[-1])
    )
    return not reading.lead and first + CORNER + CORNER_GAP <= inner


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


def statistic(
    reading: Reading,
    context: Context,
    parent: Element,
    style: Type,
    token: str,
    on: str,
    what_changed: str | None = None,
    width: float = UNLIMITED,
    show_ratio: bool = True,
) -> Column:
    """A number and its printed words, read as one sentence (P with Spans).

    A missing number is said in words, with its reason below.

    Args:
        width: the room there is, pt; words in the place of a number are set to fit it.
        show_ratio: whether to say what share of its whole it is; a chart beside it may say it
            already.
    """
    sentence = parent.add("P")
    parts: list[Flowable] = []
    gaps: list[float] = []
    if reading.lead:
        parts.append(words(context, reading.lead, "body", on=on, element=sentence.add("Span")))
        gaps.append(5.0)
    if reading.value is None:
        size = next(
            (step for step in MISSING if fonts.width(reading.headline, step) <= width), MISSING[-1]
        )
        said = words(context, reading.headline, size, "second", on, element=sentence.add("Span"))
        parts.append(Narrow(said, width) if width < UNLIMITED else said)
        gaps.append(4.0)
    else:
        parts.append(
            Numeral(
                reading.headline,
                style,
                context.brand.text_ink(token, on, style),
                sentence.add("Span"),
            )
        )
        gaps.append(3.0)
    parts.append(words(context, reading.label, "body", on=on, element=sentence.add("Span")))
    if reading.ratio and show_ratio:
        parts.append(words(context, reading.ratio, "strong", "primary", on, parent.add("P")))
        gaps.append(0.0)
    if reading.reason:
        parts.append(words(context, reading.reason, "body", "second", on, parent.add("P")))
        gaps.append(6.0)
    if what_changed:
        parts.append(
            words(
                context, context.reader.spans(what_changed), "body", on=on, element=parent.add("P")
            )
        )
        gaps.append(6.0)
    return Column(parts, gaps)
