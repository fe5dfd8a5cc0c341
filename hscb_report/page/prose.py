"""Running text with its lists, and callouts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from hscb_report.page import spacing
from hscb_report.page.beside import Beside
from hscb_report.page.flow import Atom
from hscb_report.page.flowable import Flowable
from hscb_report.page.icon import Icon
from hscb_report.page.layout import Card, Column, Space
from hscb_report.page.look import Look
from hscb_report.page.spacing import Gap
from hscb_report.page.spot import Spot
from hscb_report.page.text import Words, lines, words
from hscb_report.pdf.structure import Element
from hscb_report.story.running import Callout, Passage, Prose
from hscb_report.summary.wording import Span

LONG = 5
"""Paragraphs of more lines than this may break over a page."""
VERY_LONG = 20
"""The same for those that are kept together for as long as can be."""
ICON = 36.0
"""The side of a callout's picture, pt."""
INDENT = 1.25
"""How far the entries of a list stand from the edge of the text, as a share of their size."""
_MARKS = {"paper": ("third-text", "paper"), "band": ("highlight", "band")}
"""The ink of the mark before an entry, and its ground, by the ground of the text."""
ROOM = 4.0
"""How much more a callout keeps from its sides than a card, pt."""


def prose(
    node: Prose,
    look: Look,
    spot: Spot,
    parent: Element,
    width: float,
    style: str = "body",
    first: Gap = spacing.TEXT,
) -> list[Atom]:
    """Paragraphs and lists; a long one may break over a page after any of its lines, a list between
    its entries.

    Args:
        width: pt.
        style: a step of the type scale.
        first: above the first.
    """
    made: list[Atom] = []
    for at, parts in enumerate(_set(node, look, parent, style, width=width)):
        gap = _gap(node.passages, at) if at else first
        made += _line_by_line(parts, spot, gap, _cost(node.passages, at))
    return made


def paragraph(whole: Words, spot: Spot, width: float, gap: Gap) -> list[Atom]:
    """A paragraph that is kept together, unless it is so long that a page might have no room.

    Args:
        width: pt.
        gap: above it.
    """
    return _line_by_line(_breakable(whole, width, VERY_LONG), spot, gap, spacing.WELCOME)


def _line_by_line(parts: Sequence[Flowable], spot: Spot, gap: Gap, cost: float) -> list[Atom]:
    """The lines of a paragraph; ``gap`` and ``cost`` are of what is above the first."""
    last = len(parts) - 1
    made = [Atom(parts[0], spot, gap, cost, exact=last > 0)]
    for index, part in enumerate(parts[1:], 1):
        inside = spacing.WIDOW if index in (1, last) else spacing.IN_PARAGRAPH
        made.append(Atom(part, spot, spacing.NONE, inside, exact=index < last))
    return made


def passages(
    node: Prose,
    look: Look,
    parent: Element,
    style: str = "body",
    token: str = "text",
    on: str = "paper",
) -> list[tuple[Flowable, Gap]]:
    """A text as its paragraphs and entries, each whole, with the gap above it."""
    whole = (part for (part,) in _set(node, look, parent, style, token, on))
    return [(part, _gap(node.passages, at)) for at, part in enumerate(whole)]


def _gap(parts: Sequence[Passage], at: int) -> Gap:
    """The space above a part of a text."""
    before = parts[at - 1] if at else None
    listed = before and parts[at].mark and (before.mark or before.leads)
    return spacing.LISTED if listed else spacing.PARAGRAPH


def _cost(parts: Sequence[Passage], at: int) -> float:
    """How bad it is to end a page above a part of a text: words that lead to a list stay with it,
    and no entry is left alone.
    """
    if at and parts[at - 1].leads:
        return spacing.NEVER
    if not parts[at].mark:
        return spacing.BEFORE_PARAGRAPH
    above, below = _entries(parts[:at][::-1]), _entries(parts[at:])
    return spacing.ALONE if above and 1 in (above, below) else spacing.BEFORE_ENTRY


def _entries(parts: Sequence[Passage]) -> int:
    """How many entries of a list stand at the beginning of some parts of a text."""
    return sum(1 for _ in takewhile(lambda part: part.mark, parts))


def _set(
    node: Prose,
    look: Look,
    parent: Element,
    style: str,
    token: str = "text",
    on: str = "paper",
    width: float | None = None,
) -> Iterator[list[Flowable]]:
    """Each part of a text (P; L for entries that follow one another), a long one line by line.

    Args:
        width: pt; None leaves each whole.
    """
    owner: Element | None = None
    for passage in node.passages:
        if not passage.mark:
            owner = None
            text = words(look, passage.text, style, token, on, parent.add("P", lang=node.lang))
            yield list(_breakable(text, width))
            continue
        if owner is None:
            owner = parent.add("L")
            owner.numbering = "Disc"
        entry = owner.add("LI")
        step = look.scale[style]
        column = INDENT * step.size
        said = (Span(passage.mark, bold=True),)
        mark = words(look, said, style, *_MARKS.get(on, (token, on)), entry.add("Lbl"))
        body = entry.add("LBody", lang=node.lang)
        text = words(look, passage.text, style, token, on, body)
        first, *others = _breakable(text, width and width - column)
        yield [
            Beside(mark, first, 0.0, column, middle=False),
            *(Beside(Space(0.0), one, 0.0, column, middle=False) for one in others),
        ]


def _breakable(paragraph: Words, width: float | None, most: int = LONG) -> Sequence[Words]:
    """A short paragraph as it is, one of more than ``most`` lines line by line."""
    single = lines(paragraph, width) if width else []
    return single if len(single) > most else [paragraph]


def callout(node: Callout, look: Look, parent: Element) -> Flowable:
    """A callout on a band's colour."""
    texts = passages(node, look, parent, "callout", "on-band", "band")
    content: Flowable = Column([text for text, _ in texts], [gap.space for _, gap in texts[1:]])
    if node.icon:
        icon = Icon(node.icon, ICON, look.brand, "highlight", "band")
        content = Beside(icon, content, spacing.CALLOUT_ICON, ICON)
    return Card(content, look, "band", padding=(look.padding + ROOM, look.padding))
