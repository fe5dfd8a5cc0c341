"""From a list of atoms to pages: the breaks that leave the pages fullest, spare height shared out.

An atom is a flowable that stands whole on one page. Page breaks are chosen for the document as
a whole (least cost over all pages, by dynamic programming), not page by page, so a heading
never stands alone and the last page is not left with a single line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from hscb_report.page import spacing
from hscb_report.page.columns import Columns, Entry, split
from hscb_report.page.flowable import Flowable
from hscb_report.page.layout import Box, height_of
from hscb_report.page.look import Look
from hscb_report.page.spacing import BLOCK, WELCOME, Gap
from hscb_report.page.spot import Spot

RHYTHM = 4.0
"""Heights and gaps are multiples of this, pt."""


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


@dataclass(frozen=True)
class _Measured:
    """An atom with its height, and that of the header above it where it begins a page, pt."""

    atom: Atom
    height: float
    header: float

    @property
    def space(self) -> float:
        return self.atom.gap.space

    @property
    def stretch(self) -> float:
        return 0.0 if self.atom.columns else self.atom.gap.stretch

    @property
    def gives(self) -> float:
        """How much lower it may become, pt."""
        shown = self.atom.flowable
        return shown.gives // RHYTHM * RHYTHM if isinstance(shown, Box) else 0.0

    @property
    def entry(self) -> Entry:
        return Entry(self.height, self.space, self.header, self.atom.keep_next)


def paginate(atoms: Sequence[Atom], look: Look, first: Frame, later: Frame) -> list[list[Placed]]:
    """Set atoms on pages, in their order.

    What is higher than any page is reported at its spot.

    Args:
        first, later: the room on the first page and on all others.
    """
    measured = [
        _measured(atom, atom.columns.width if atom.columns else look.paper.measure)
        for atom in atoms
    ]
    for index, one in enumerate(measured):
        room = max(first.height if index == 0 else 0, later.height - one.header)
        if one.height > room:
            one.atom.spot.misfit(one.height - room, "high")
    starts = _breaks(measured, first.height, later.height)
    pages = []
    for number, (start, end) in enumerate(pairwise([*starts, len(measured)])):
        frame = first if number == 0 else later
        pages.append(_place(measured[start:end], look, frame, last=end == len(measured)))
    return pages


def _measured(atom: Atom, width: float) -> _Measured:
    height = height_of(atom.flowable, width)
    header = _on_rhythm(height_of(atom.header, width)) if atom.header else 0.0
    return _Measured(atom, height if atom.exact else _on_rhythm(height), header)


def _on_rhythm(height: float) -> float:
    return -(-round(height, 3) // RHYTHM) * RHYTHM


def _breaks(atoms: Sequence[_Measured], first: float, later: float) -> list[int]:
    """Where each page begins."""
    count = len(atoms)
    best: list[tuple[float, int]] = [(0.0, count)] * (count + 1)
    for start in range(count - 1, -1, -1):
        best[start] = _best_end(atoms, start, first if start == 0 else later, best)
    starts, at = [], 0
    while at < count:
        starts.append(at)
        at = best[at][1]
    return starts


def _best_end(
    atoms: Sequence[_Measured], start: int, room: float, best: Sequence[tuple[float, int]]
) -> tuple[float, int]:
    """The cost of all pages from ``start`` on, and where the first of them ends."""
    count = len(atoms)
    used, stretch, gives = 0.0, 0.0, 0.0
    run, above = start, 0.0  # where the columns begin that are being filled, and what is above them
    found: tuple[float, int] | None = None
    for end in range(start + 1, count + 1):
        one = atoms[end - 1]
        inside = end - 1 > start
        space = one.space if inside else one.header
        if not one.atom.columns:
            used += one.height + space
        else:
            if not inside or atoms[end - 2].atom.columns is not one.atom.columns:
                run, above = end - 1, used + (space if inside else 0)
            used = above + split([each.entry for each in atoms[run:end]]).height
        stretch += one.stretch if inside else 0
        gives += one.gives
        if used > room + gives and end > start + 1:
            break
        cost = _page_cost(room, used, stretch, last=end == count) + best[end][0]
        cost += spacing.SMALLER if used > room else 0
        if end < count:
            cost += atoms[end].atom.break_cost + (
                spacing.HEADING_ALONE if one.atom.keep_next else 0
            )
        if found is None or cost <= found[0]:
            found = (cost, end)
    return found or (0.0, count)


def _page_cost(room: float, used: float, stretch: float, last: bool) -> float:
    empty = max(0.0, room - used - (0 if last else stretch)) / room
    if last:
        too_much = max(0.0, empty - spacing.LAST_TOLERATED) / (1 - spacing.LAST_TOLERATED)
        return spacing.PAGE + spacing.LAST_EMPTY * too_much
    short = max(0.0, spacing.LEAST_FULL - used / room)
    return spacing.PAGE + spacing.EMPTY * empty**2 + spacing.LOW * short


def _place(atoms: Sequence[_Measured], look: Look, frame: Frame, last: bool) -> list[Placed]:
    """Set the atoms of one page; spare height opens the gaps as far as they may, and then goes to
    what is better for it. A page that is too full has its photographs set smaller.
    """
    x, y = look.paper.side, frame.top
    parts = _parts(atoms)
    spare = frame.height - sum(part.height + part.space for part in parts) + parts[0].space
    able = 0.0 if last else sum(part.stretch for part in parts[1:])
    if spare < 0 or (spare > able and not last):
        atoms = _lower(atoms, -spare) if spare < 0 else _higher(atoms, spare - able)
        parts = _parts(atoms)
    share = min(1.0, max(0.0, spare) / able) if able else 0.0
    placed = []
    for index, part in enumerate(parts):
        if index:
            y -= part.space + (part.stretch * share // 1)
        for left, column in part.columns:
            placed += _column(column, x + left, y)
        y -= part.height
    return placed


def _lower(atoms: Sequence[_Measured], excess: float) -> list[_Measured]:
    """What can be is made lower, each by the same share of what it gives; pt."""
    share = min(1.0, excess / (sum(one.gives for one in atoms) or excess))
    made = []
    for one in atoms:
        by = one.gives * share
        if by and isinstance(one.atom.flowable, Box):
            one.atom.flowable.give(by)
        made.append(replace(one, height=one.height - by))
    return made


def _higher(atoms: Sequence[_Measured], spare: float) -> list[_Measured]:
    """Spare height given to what can use it, from the first on; pt."""
    made = []
    for one in atoms:
        shown = one.atom.flowable
        taken = shown.fill(spare) if isinstance(shown, Box) and not one.atom.columns else 0.0
        spare -= taken
        made.append(replace(one, height=one.height + taken))
    return made


@dataclass(frozen=True)
class _Part:
    """What stands over the whole width of a page: an atom, or two columns of them.

    Attributes:
        columns: the left edge of each, from the margin, and what stands in it.
    """

    columns: Sequence[tuple[float, Sequence[_Measured]]]
    height: float
    space: float
    stretch: float


def _parts(atoms: Sequence[_Measured]) -> list[_Part]:
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
            made.append(_Part(both, set_out.height, gap.space, gap.stretch))
            continue
        for one in run:
            part = one if not made else replace(one, header=0.0)
            height = part.height + part.header
            made.append(_Part([(0.0, [part])], height, one.space, one.stretch))
    return made


def _column(atoms: Sequence[_Measured], x: float, y: float) -> list[Placed]:
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


def stack(atoms: Sequence[Atom], look: Look, frame: Frame) -> tuple[list[Placed], float]:
    """Set atoms on one panel, and say by how much they are too high for it, pt; zero or less if
    they fit.
    """
    measured = [
        _Measured(atom, height_of(atom.flowable, look.paper.measure), 0.0) for atom in atoms
    ]
    used = sum(one.height for one in measured) + sum(one.space for one in measured[1:])
    excess = used - frame.height
    return (_place(measured, look, frame, last=False) if atoms else []), excess


def height(atoms: Sequence[Atom], width: float) -> float:
    """How high atoms are one below the other, with the space above each, pt."""
    return sum(height_of(atom.flowable, width) + atom.gap.space for atom in atoms)
