"""Wholes and their parts, breakdown by breakdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from hscb_report.checks.subject import Subject
from hscb_report.summary.bounds import exact


@dataclass(frozen=True)
class Breakdown:
    """The parts of one whole by one characteristic.

    Attributes:
        breakdown: by what, or empty where nothing says so.
        parts: the names of the figures whose value is known and exact.
        missing: those of the others.
        total: of the known parts.
    """

    whole: str
    whole_value: int | Decimal
    breakdown: str
    parts: list[str]
    missing: list[str]
    total: int | Decimal


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
            )
