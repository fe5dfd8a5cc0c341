"""Wholes and their parts, breakdown by breakdown, and what blocks add up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from hscb_report.checks.subject import Subject
from hscb_report.summary.bounds import exact
from hscb_report.summary.breakdowns import Grid, Stack
from hscb_report.summary.rounding import slack
from hscb_report.summary.rows import whole_of
from hscb_report.summary.tree import KeyPath
from hscb_report.summary.units import UNITS


@dataclass(frozen=True)
class Breakdown:
    """The parts of one whole by one characteristic.

    Attributes:
        breakdown: by what, or empty where nothing says so.
        parts: the names of the figures whose value is known and exact.
        missing: those of the others.
        total: of the known parts.
        slack: how far the parts and the whole may be off, for they are rounded.
    """

    whole: str
    whole_value: int | Decimal
    breakdown: str
    parts: list[str]
    missing: list[str]
    total: int | Decimal
    slack: Decimal


def breakdowns(subject: Subject) -> Iterator[Breakdown]:
    """Every whole of which the value is known and exact, with its parts; parts of parts belong to
    those.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for name, figure in subject.figures.items():
        if figure.part_of is not None:
            groups.setdefault((figure.part_of, (figure.breakdown or "").casefold()), []).append(
                name
            )
    for (whole, _), names in groups.items():
        value = subject.figures[whole].value
        if exact(subject.figures[whole]) is not None:
            known = [name for name in names if exact(subject.figures[name]) is not None]
            yield Breakdown(
                whole,
                value,
                subject.figures[names[0]].breakdown or "",
                known,
                [name for name in names if name not in known],
                sum(subject.figures[name].value for name in known),
                slack(subject.figures[name] for name in (whole, *known)),
            )


@dataclass(frozen=True)
class Total:
    """A figure that a block shows as the sum of others.

    Attributes:
        path: the keys to where it is named.
        lane: what it is the total of, in words: ``column "2016-17"``.
        full: whether the others are all of it; else they are no more than it.
    """

    path: KeyPath
    lane: str
    whole: str
    parts: list[str]
    full: bool = True


def totals(subject: Subject) -> Iterator[Total]:
    """The totals of grids, and of bars whose parts are all of their whole. Rates and percentages
    have none: they do not add up.
    """
    yield from (one for one in sums(subject) if one.full and _adds_up(one, subject))


def sums(subject: Subject) -> Iterator[Total]:
    """The same with bars of every unit, and with the wholes that the parts of a bar must not be
    more than, where these have no ``breakdown``: those that have one are looked at with it.
    """
    for s, section in enumerate(subject.summary.sections):
        for b, block in enumerate(section.blocks):
            path: KeyPath = ("sections", s, "blocks", b)
            found: Iterator[Total] = iter(())
            if isinstance(block, Grid):
                found = (one for one in _of_grid(block, path) if _adds_up(one, subject))
            elif isinstance(block, Stack):
                found = _of_stack(block, path, subject)
            yield from found


def _adds_up(one: Total, subject: Subject) -> bool:
    return UNITS[subject.figures[one.whole].unit].per is None


def _of_grid(grid: Grid, path: KeyPath) -> Iterator[Total]:
    last = len(grid.rows) - 1
    if grid.totals in ("row", "both"):
        for at, head in enumerate(grid.columns):
            *parts, whole = (row.figures[at] for row in grid.rows)
            where = (*path, "rows", last, "figures", at)
            yield Total(where, f'the column "{head}"', whole, parts)
    if grid.totals in ("column", "both"):
        for at, row in enumerate(grid.rows):
            *parts, whole = row.figures
            where = (*path, "rows", at, "figures", len(parts))
            yield Total(where, f'the row "{row.label}"', whole, parts)


def _of_stack(stack: Stack, path: KeyPath, subject: Subject) -> Iterator[Total]:
    for at, row in enumerate(stack.rows):
        lane = f'the bar "{row.label}"'
        if row.whole:
            yield Total((*path, "rows", at, "whole"), lane, row.whole, row.figures)
            continue
        apart = not any(subject.figures[name].breakdown for name in row.figures)
        if apart and (whole := whole_of(row, subject.figures)):
            where = (*path, "rows", at, "figures")
            yield Total(where, lane, whole, row.figures, full=False)


@dataclass(frozen=True)
class Rest:
    """What the parts of a bar leave of their whole.

    Attributes:
        path: the keys to the parts.
        bar: what it is called.
    """

    path: KeyPath
    bar: str
    whole: str
    parts: list[str]
    left: int | Decimal
    slack: Decimal


def rests(subject: Subject) -> Iterator[Rest]:
    """What bars show as the rest; none where a number is missing."""
    for s, section in enumerate(subject.summary.sections):
        for b, block in enumerate(section.blocks):
            for at, row in enumerate(block.rows if isinstance(block, Stack) else []):
                whole = whole_of(row, subject.figures)
                total = exact(subject.figures[whole])
                values = [exact(subject.figures[name]) for name in row.figures]
                known = [value for value in values if value is not None]
                if total is not None and len(known) == len(values):
                    where = ("sections", s, "blocks", b, "rows", at, "figures")
                    left = total - sum(known)
                    off = slack(subject.figures[name] for name in (whole, *row.figures))
                    yield Rest(where, row.label, whole, row.figures, left, off)
