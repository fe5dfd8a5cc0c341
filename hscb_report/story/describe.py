"""Each chart in words: its alt text and its data table, from the numbers that draw it.

The form is the Government Analysis Function's: the kind of chart, of what data, what it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hscb_report.summary.reading import Reading


@dataclass(frozen=True)
class Description:
    """A chart for those who do not see it.

    Attributes:
        alt: the alternative text, with every number.
        header: the heads of the data table's columns.
        rows: its rows, as text.
    """

    alt: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def _of(kind: str, about: str) -> str:
    return f"{kind}: {about}." if about else f"{kind}."


def _value(reading: Reading) -> str:
    return (
        f"{reading.headline}: {reading.reason.rstrip('.')}" if reading.reason else reading.headline
    )


def _end(parts: Sequence[str]) -> str:
    return "; ".join(part.rstrip(".") for part in parts) + "."


def funnel(stages: Sequence[Reading], about: str) -> Description:
    """Stages with their numbers and what share of the stage before each is."""
    parts = [
        stage.sentence.rstrip(".")
        + (f", {stage.ratio}" if stage.ratio else "")
        + (f" ({stage.reason.rstrip('.')})" if stage.reason else "")
        for stage in stages
    ]
    rows = tuple((s.name, s.number, s.ratio) for s in stages)
    return Description(
        f"{_of('Funnel of bars in proportion', about)} {_end(parts)}",
        ("Stage", "Number", "Share"),
        rows,
    )


def waffle(share: Reading, about: str) -> Description:
    """A percentage as squares of a hundred."""
    shows = (
        f"Chart of 100 squares; {share.number} of them are filled"
        if share.value is not None
        else f"Chart of 100 squares; {_value(share)}"
    )
    return Description(
        f"{shows}: {about}." if about else f"{shows}.",
        ("Share", "Value"),
        ((share.name, share.number),),
    )


def ring(part: Reading, whole: Reading, about: str) -> Description:
    """A part in its whole."""
    alt = f"{_of('Ring chart', about)} {part.ratio}: {part.number} of {whole.number}."
    return Description(
        alt,
        ("Figure", "Number", "Share"),
        ((whole.name, whole.number, ""), (part.name, part.number, part.ratio)),
    )


def areas(readings: Sequence[Reading], about: str) -> Description:
    """Numbers as circles."""
    alt = (
        f"{_of('Circles whose areas are in proportion', about)} "
        f"{_end([_value(r) for r in readings])}"
    )
    return Description(alt, ("Figure", "Number"), tuple((r.name, r.number) for r in readings))


def bars(readings: Sequence[tuple[str, Reading]], about: str) -> Description:
    """Numbers as bars."""
    alt = f"{_of('Bar chart', about)} {_end([f'{label}: {_value(r)}' for label, r in readings])}"
    return Description(alt, ("Figure", "Number"), tuple((label, r.number) for label, r in readings))


def line(series: Sequence[tuple[str, Sequence[Reading]]], about: str) -> Description:
    """Series over the years."""
    parts = []
    for name, points in series:
        said = "; ".join(f"{p.when}, {_value(p)}" for p in points)
        parts.append(f"{said}." if name == about else f"{name}: {said}.")
    years = list(dict.fromkeys(p.when for _, points in series for p in points))
    rows = []
    for name, points in series:
        by_year = {p.when: p.number for p in points}
        rows.append((name, *(by_year.get(year, "") for year in years)))
    return Description(
        f"{_of('Line chart', about)} {' '.join(parts)}", ("Series", *years), tuple(rows)
    )
