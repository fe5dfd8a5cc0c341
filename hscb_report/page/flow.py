"""From a list of atoms to pages: broken where that is best, spare height shared out.

An atom is a flowable that stands whole on one page. ``turning`` says where pages end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from hscb_report.page.columns import Columns, split
from hscb_report.page.flowable import Flowable
from hscb_report.page.ground import join
from hscb_report.page.layout import Box, height_of
from hscb_report.page.look import Look
from hscb_report.page.spacing import BLOCK, WELCOME, Gap
from hscb_report.page.spot import Spot
from hscb_report.page.turning import Measured, breaks, measured


@dataclass(frozen=True)
class Atom:
    """A flowable with the rules for what stands around it.

    Attributes:
        flowable: what is drawn; it was made for the measure of the page.
        spot: the place of the block it is part of, for messages.
        gap: the space above it, unless it begins a page.
        break_cost: how bad a page break just before it is, as ``spacing`` counts it.
        keep_next: whether it belongs with what follows, as a heading does.
        header: repeated above it where it begins a page: the head of a table.
        exact: whether its height is kept as it is: a line of a paragraph that more lines follow.
        columns: the two columns that it and its neighbours fill; None for the whole width.
        titled: whether it begins with a small heading.
    """

    flowable: Flowable
    spot: Spot
    gap: Gap = BLOCK
    break_cost: float = WELCOME
    keep_next: bool = False
    header: Flowable | None = None
    exact: bool = False
    columns: Columns | None = None
    titled: bool = False


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
    atoms: Sequence[Atom], look: Look, first: Frame, later: Frame, count: int = 0
) -> list[list[Placed]]:
    """Set atoms on pages, in their order.

    What is higher than any page is reported at its spot.

    Args:
        first, later: the room on the first page and on all others.
        count: of the pages, if there can be so many; 0 for as many as is best.
    """
    found = [
        measured(atom, atom.columns.width if atom.columns else look.paper.measure) for atom in atoms
    ]
    for index, one in enumerate(found):
        room = max(first.height if index == 0 else 0, later.height - one.header)
        if one.height > room:
            one.atom.spot.misfit(one.height - room, "high")
    starts = breaks(found, first.height, later.height, count)
    pages = []
    for number, (start, end) in enumerate(pairwise([*starts, len(found)])):
        frame = first if number == 0 else later
        pages.append(_place(found[start:end], look, frame, last=end == len(found)))
    return pages


def _place(atoms: Sequence[Measured], look: Look, frame: Frame, last: bool) -> list[Placed]:
    """Set the atoms of one page; spare height opens the gaps as far as they may, and then goes to
    what is better for it. On a page that is too full gaps close, and what can be is set lower.
    """
    x, y = look.paper.side, frame.top
    parts = _parts(atoms)
    spare = frame.height - sum(part.height + part.space for part in parts) + parts[0].space
    able = 0.0 if last else sum(part.stretch for part in parts[1:])
    close = 0.0
    if spare < 0:
        closing = sum(part.closes for part in parts[1:])
        close = min(1.0, -spare / (closing + sum(one.gives for one in atoms) or -spare))
        atoms = _lower(atoms, close)
    elif spare > able and not last:
        atoms = _higher(atoms, spare - able)
    parts = _parts(atoms)
    share = min(1.0, max(0.0, spare) / able) if able else 0.0
    placed: list[Placed] = []
    for index, part in enumerate(parts):
        if index:
            y -= part.space + (part.stretch * share // 1) - part.closes * close
        for left, column in part.columns:
            placed += _column(column, x + left, y)
        y -= part.height
    join(placed)
    return placed


def _lower(atoms: Sequence[Measured], share: float) -> list[Measured]:
    """What can be is made lower, each by a share of what it gives."""
    made = []
    for one in atoms:
        by = one.gives * share
        if by and isinstance(one.atom.flowable, Box):
            one.atom.flowable.give(by)
        made.append(replace(one, height=one.height - by))
    return made


def _higher(atoms: Sequence[Measured], spare: float) -> list[Measured]:
    """Spare height given to what can use it, each by the same share of what it takes; pt."""
    made, able = [], sum(one.takes for one in atoms)
    for one in atoms:
        shown, taken = one.atom.flowable, 0.0
        if one.takes and isinstance(shown, Box):
            taken = shown.fill(min(one.takes, spare * one.takes / able))
        made.append(replace(one, height=one.height + taken))
    return made


@dataclass(frozen=True)
class _Part:
    """What stands over the whole width of a page: an atom, or two columns of them.

    Attributes:
        columns: the left edge of each, from the margin, and what stands in it.
    """

    columns: Sequence[tuple[float, Sequence[Measured]]]
    height: float
    space: float
    stretch: float
    closes: float


def _parts(atoms: Sequence[Measured]) -> list[_Part]:
    """The atoms of a page, those of two columns together. What begins the page, or a column, bears
    its header.
    """
    made: list[_Part] = []
    for columns, group in groupby(atoms, lambda one: one.atom.columns):
        run = list(group)
        if columns:
            set_out = split([one.entry for one in run])
            right = columns.width + columns.gutter
            both = ((0.0, run[: set_out.left]), (right, run[set_out.left :]))
            gap = run[0].atom.gap
            made.append(_Part(both, set_out.height, gap.space, gap.stretch, gap.closes))
            continue
        for one in run:
            part = one if not made else replace(one, header=0.0)
            height = part.height + part.header
            made.append(_Part([(0.0, [part])], height, one.space, one.stretch, one.closes))
    return made


def _column(atoms: Sequence[Measured], x: float, y: float) -> list[Placed]:
    """Set atoms one below the other from ``y`` down; the first bears its header."""
    placed = []
    for index, one in enumerate(atoms):
        if index:
            y -= one.space
        elif one.header and one.atom.header:
            y -= one.header
            placed.append(Placed(one.atom.header, x, y))
        y -= one.height
        flowable = one.atom.flowable
        placed.append(Placed(flowable, x, y + one.height - flowable.height))
    return placed


def stack(
    atoms: Sequence[Atom], look: Look, frame: Frame, closed: bool = True
) -> tuple[list[Placed], float]:
    """Set atoms on one panel, and say by how much they are too high for it, pt; zero or less if
    they fit.

    Args:
        closed: whether their gaps may close.
    """
    found = [Measured(atom, height_of(atom.flowable, look.paper.measure), 0.0) for atom in atoms]
    used = sum(one.height for one in found) + sum(one.space for one in found[1:])
    used -= sum(one.closes for one in found[1:]) if closed else 0.0
    return (_place(found, look, frame, last=False) if atoms else []), used - frame.height


def height(atoms: Sequence[Atom], width: float) -> float:
    """How high atoms are one below the other, with the space above each, pt."""
    return sum(height_of(atom.flowable, width) + atom.gap.space for atom in atoms)
