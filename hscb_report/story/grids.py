"""A grid, told: what is the same for all its cells stands above it, what is missing below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from hscb_report.story.breakdowns import Cell, Grid, Line
from hscb_report.summary import breakdowns as content
from hscb_report.summary.reading import Reading
from hscb_report.words.breakdowns import BreakdownWords

if TYPE_CHECKING:
    from hscb_report.story.blocks import Telling

Place = tuple[str, str]
"""The words of a row and of a column."""
Placed = Mapping[Place, Reading]


def grid(block: content.Grid, tell: Telling) -> Grid:
    """A grid.

    A unit that is said behind numbers, such as the base of rates, is said once for all of them, for
    a column or for a row.
    """
    reader, words = tell.reader, tell.reader.words.breakdowns
    numbers = reader.words.numbers
    heads = [reader.plain(head) for head in block.columns]
    labels = [reader.plain(row.label) for row in block.rows]
    read = [[reader.figure(name) for name in row.figures] for row in block.rows]
    placed: Placed = {
        (label, head): one
        for label, row in zip(labels, read, strict=True)
        for head, one in zip(heads, row, strict=True)
    }
    alone, last = block.show == "percent", block.totals in ("row", "both")
    bases = [[_base(one, tell) for one in row] for row in read]
    by_column = [_shared(column) for column in zip(*bases, strict=True)]
    of_all = _shared(by_column)
    lines = [
        Line(
            label if any(by_column) else numbers.with_base(text=label, base=_shared(base)),
            tuple(_cell(one, alone, bool(own)) for one, own in zip(row, base, strict=True)),
            last and at == len(read) - 1,
        )
        for at, (label, row, base) in enumerate(zip(labels, read, bases, strict=True))
    ]
    if not of_all:
        heads_with = [
            numbers.with_base(text=head, base=base)
            for head, base in zip(heads, by_column, strict=True)
        ]
    notes = [*_wholes(placed, words), *(_as_numbers(lines, heads, words) if alone else ())]
    places = [(words.cell(row=row, column=head), one) for (row, head), one in placed.items()]
    return Grid(
        _above(placed, of_all, alone, words),
        tuple(heads if of_all else heads_with),
        tuple(lines),
        (*notes, *gaps(places, words)),
        block.totals in ("column", "both"),
    )


def _base(one: Reading, tell: Telling) -> str:
    """What is said behind a number of its unit."""
    return tell.reader.words.numbers.bases.get(one.unit, "")


def _shared(texts: Sequence[str]) -> str:
    """What all of them are; empty where they differ."""
    return texts[0] if len(set(texts)) == 1 else ""


def _cell(one: Reading, alone: bool, based: bool) -> Cell:
    """A number as it stands in a cell.

    Args:
        alone: whether a per cent stands there in its place.
        based: whether its unit is said elsewhere.
    """
    if alone and one.percent:
        return Cell(one, one.percent)
    bare = one.headline if based and one.value is not None else one.number
    return Cell(one, bare, "" if alone else one.percent)


def _above(placed: Placed, base: str, alone: bool, words: BreakdownWords) -> str:
    """What the cells hold, and of when they are."""
    wholes = {one.of_whole for one in placed.values() if one.percent}
    whole = next(iter(wholes)) if len(wholes) == 1 else ""
    shown = words.shown(numbers=not alone, whole=whole) if wholes else base
    when = _shared([one.when for one in placed.values()])
    times = () if when else _by_lane({place: one.when for place, one in placed.items()})
    untold = [(head, said) for head, said in times if said not in head]
    return words.above(shown=shown, when=when, times=untold)


def _by_lane(
    said: Mapping[Place, str], words: BreakdownWords | None = None
) -> list[tuple[str, str]]:
    """What is the same for each column, or for each row, with its words.

    Args:
        words: to tell it cell by cell where it is the same for neither; without, it is not told.
    """
    for at in (1, 0):
        lanes: dict[str, set[str]] = {}
        for place, one in said.items():
            lanes.setdefault(place[at], set()).add(one)
        if all(len(found) == 1 for found in lanes.values()):
            return [(head, next(iter(found))) for head, found in lanes.items()]
    if words is None:
        return []
    return [(words.cell(row=row, column=head), one) for (row, head), one in said.items()]


def _wholes(placed: Placed, words: BreakdownWords) -> Iterator[str]:
    """Of what the percentages are, where that is not the same for all."""
    shares = {place: str(one.of_whole) for place, one in placed.items() if one.percent}
    if len(set(shares.values())) > 1:
        for head, whole in _by_lane(shares, words):
            yield words.per_cent(head=head, whole=whole)


def _as_numbers(
    lines: Sequence[Line], heads: Sequence[str], words: BreakdownWords
) -> Iterator[str]:
    """Where numbers stand in a table of percentages: rows, or cells of them."""
    found: list[str] = []
    for line in lines:
        bare = [
            head
            for head, cell in zip(heads, line.cells, strict=True)
            if cell.reading.value is not None
            and not cell.reading.percent
            and cell.reading.unit != "percent"
        ]
        if len(bare) == len(heads):
            found.append(line.label)
        else:
            found += [words.cell(row=line.label, column=head) for head in bare]
    if found:
        yield words.as_numbers(cells=found)


def gaps(placed: Sequence[tuple[str, Reading]], words: BreakdownWords) -> list[str]:
    """Why numbers are missing: once for a symbol, or where it stands for several reasons, each with
    its places.

    Args:
        placed: numbers with the words of their places.
    """
    by_symbol: dict[str, dict[str, list[str]]] = {}
    for place, one in placed:
        if one.reason:
            by_symbol.setdefault(one.symbol, {}).setdefault(one.reason, []).append(place)
    return [
        words.gap(symbol=symbol, reason=reason)
        if len(reasons) == 1
        else words.gap_of(cells=cells, symbol=symbol, reason=reason)
        for symbol, reasons in by_symbol.items()
        for reason, cells in reasons.items()
    ]
