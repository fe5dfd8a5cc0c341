"""From a list of atoms to pages: the breaks that leave the pages fullest, spare height shared out.

An atom is a flowable that stands whole on one page. Page breaks are chosen for the document as
a whole (least cost over all pages, by dynamic programming), not page by page, so a heading
never stands alone and the last page is not left with a single line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from hscb_report.page.context import Context
from hscb_report.page.layout import height_of

RHYTHM = 4.0
"""Heights and gaps are multiples of this, pt."""

_PAGE = 40.0
_SPLIT_KEPT = 5000.0
_EMPTY = 60.0


@dataclass
class Atom:
    """A flowable with the rules for what stands around it; lengths in pt.

    Attributes:
        flowable: what is drawn; it was made for the measure of the page.
        space: above it, unless it begins a page.
        stretch: how much more space above it may become.
        keep_next: whether it belongs with what follows, as a heading does.
        break_cost: how bad a page break just before it is; 0 is welcome.
        header: repeated above it where it begins a page: the head of a table.
        exact: whether its height is kept as it is: a line of a paragraph that more lines follow.
        block, key: the block it is part of, for messages.
        height: measured by ``paginate``.
    """

    flowable: Flowable
    space: float = 16.0
    stretch: float = 8.0
    keep_next: bool = False
    break_cost: float = 0.0
    header: Flowable | None = None
    exact: bool = False
    block: str = ""
    key: tuple[str | int, ...] = ()
    height: float = 0.0


@dataclass(frozen=True)
class Placed:
    """A flowable and where its lower left corner stands on its page, pt."""

    flowable: Flowable
    x: float
    y: float


@dataclass(frozen=True)
class Frame:
    """The part of a page that atoms fill: its top and its bottom, pt from the lower edge."""

    top: float
    bottom: float

    @property
    def height(self) -> float:
        """The room between top and bottom."""
        return self.top - self.bottom


def paginate(
    atoms: Sequence[Atom], context: Context, first: Frame, later: Frame
) -> list[list[Placed]]:
    """Set atoms on pages, in their order.

    What is higher than any page is noted in ``context.misfits``.

    Args:
        first, later: the room on the first page and on all others.
    """
    width = context.paper.measure
    for atom in atoms:
        atom.height = (
            height_of(atom.flowable, width)
            if atom.exact
            else _on_rhythm(height_of(atom.flowable, width))
        )
        room = max(first.height if atom is atoms[0] else 0, later.height - _header(atom, width))
        if atom.height > room:
            context.block, context.key = atom.block, atom.key
            context.misfit(atom.height - room, "high")
    starts = _breaks(atoms, width, first.height, later.height)
    pages = []
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(atoms)
        frame = first if number == 0 else later
        pages.append(_place(atoms[start:end], context, frame, last=end == len(atoms)))
    return pages


def _on_rhythm(height: float) -> float:
    return -(-round(height, 3) // RHYTHM) * RHYTHM


def _header(atom: Atom, width: float) -> float:
    return _on_rhythm(height_of(atom.header, width)) if atom.header else 0.0


def _breaks(atoms: Sequence[Atom], width: float, first: float, later: float) -> list[int]:
    """Where each page begins."""
    count = len(atoms)
    best: list[tuple[float, int]] = [(0.0, count)] * (count + 1)
    for start in range(count - 1, -1, -1):
        room = first if start == 0 else later
        used, stretch = _header(atoms[start], width), 0.0
        found: tuple[float, int] | None = None
        for end in range(start + 1, count + 1):
            atom = atoms[end - 1]
            used += atom.height + (atom.space if end - 1 > start else 0)
            stretch += atom.stretch if end - 1 > start else 0
            if used > room and end > start + 1:
                break
            cost = _page_cost(room, used, stretch, last=end == count) + best[end][0]
            if end < count:
                cost += atoms[end].break_cost + (_SPLIT_KEPT if atom.keep_next else 0)
            if found is None or cost <= found[0]:
                found = (cost, end)
        best[start] = found or (0.0, count)
    starts, at = [], 0
    while at < count:
        starts.append(at)
        at = best[at][1]
    return starts


def _page_cost(room: float, used: float, stretch: float, last: bool) -> float:
    empty = max(0.0, room - used - (0 if last else stretch)) / room
    if last:
        return _PAGE + (_EMPTY * (empty - 0.7) / 0.3 if empty > 0.7 else 0.0)
    return _PAGE + 100 * empty**2


def _place(atoms: Sequence[Atom], context: Context, frame: Frame, last: bool) -> list[Placed]:
    """Set the atoms of one page; spare height opens the gaps as far as they may."""
    width, x = context.paper.measure, context.paper.side
    header = atoms[0].header
    used = _header(atoms[0], width) + sum(a.height for a in atoms) + sum(a.space for a in atoms[1:])
    able = sum(a.stretch for a in atoms[1:])
    share = 0.0 if last or not able else min(1.0, max(0.0, frame.height - used) / able)
    placed, y = [], frame.top
    if header is not None:
        y -= _header(atoms[0], width)
        placed.append(Placed(header, x, y))
    for index, atom in enumerate(atoms):
        if index:
            y -= atom.space + (atom.stretch * share // 1)
        y -= atom.height
        placed.append(Placed(atom.flowable, x, y + atom.height - atom.flowable.height))
    return placed


def stack(atoms: Sequence[Atom], context: Context, frame: Frame) -> tuple[list[Placed], float]:
    """Set atoms on one panel, and say by how much they are too high for it, pt; zero or less if
    they fit.
    """
    for atom in atoms:
        atom.height = height_of(atom.flowable, context.paper.measure)
    excess = (
        sum(atom.height for atom in atoms) + sum(atom.space for atom in atoms[1:]) - frame.height
    )
    return (_place(atoms, context, frame, last=False) if atoms else []), excess
