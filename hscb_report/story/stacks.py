"""A stack, told: bars in parts, what they leave of their whole, and what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from hscb_report.story import describe
from hscb_report.story.breakdowns import Bar, Piece, Stack
from hscb_report.story.describe import Description
from hscb_report.story.grids import gaps
from hscb_report.summary import breakdowns as content
from hscb_report.summary.reading import Reading
from hscb_report.summary.rows import whole_of
from hscb_report.summary.said import Said, refs_in
from hscb_report.summary.wording import number, percentage
from hscb_report.words.table import Words

if TYPE_CHECKING:
    from hscb_report.story.blocks import Telling

Exact = int | Decimal

_NUMBER = re.compile(r"\d")


@dataclass(frozen=True)
class _Row:
    """A row as it is read.

    Attributes:
        called: the whole, in a word.
        names: of the parts.
        orders: which colour each has.
        full: whether the parts are all of the whole.
    """

    label: str
    whole: Reading
    called: str
    parts: Sequence[Reading]
    names: Sequence[str]
    full: bool
    orders: Sequence[int] = ()

    @property
    def known(self) -> Exact:
        """The parts that are known, together."""
        return sum((one.exact for one in self.parts if one.exact is not None), 0)

    @property
    def left(self) -> Exact | None:
        """What they leave of the whole, or nothing, as where it may come of rounding; None where
        that is missing.
        """
        if self.whole.exact is None:
            return None
        left, off = self.whole.exact - self.known, self.whole.step + sum(p.step for p in self.parts)
        return left if left > 0 and left * 2 > off else 0

    @property
    def missing(self) -> list[tuple[str, Reading]]:
        """The parts whose numbers are missing, by their names."""
        return [
            (name, one)
            for name, one in zip(self.names, self.parts, strict=True)
            if one.exact is None
        ]


@dataclass(frozen=True)
class _Way:
    """How all bars are told.

    Attributes:
        by_percent: whether they say per cent; else numbers.
        named: whether their parts are named above all of them.
        scale: how many parts have an order of their own.
    """

    by_percent: bool
    named: bool
    words: Words
    scale: int


def stack(block: content.Stack, tell: Telling) -> Stack:
    """Bars; the parts are named once where all bars have the same."""
    words, by_percent = tell.reader.words, block.show == "percent"
    rows = _ordered([_read(row, block, tell) for row in block.rows])
    same = len({tuple(row.names) for row in rows}) == 1
    alike = len(set(rows[0].names)) == len(rows[0].names)
    named = tuple(rows[0].names) if same and alike else ()
    longest = max(row.known if row.whole.exact is None else row.whole.exact for row in rows)
    kind = words.breakdowns.shares if by_percent else words.breakdowns.counts
    told = [(_alt(row, words), tuple(_table(row, words))) for row in rows]
    described = describe.stack(told, kind, tell.title, words.charts)
    scale = _scale(rows)
    way = _Way(by_percent, bool(named), words, scale)
    bars = tuple(
        _bar(row, one, row.whole.exact if by_percent else longest, way, not at)
        for at, (row, one) in enumerate(zip(rows, described, strict=True))
    )
    return Stack(bars, named, tuple(_notes(rows, by_percent, words)), scale)


def _scale(rows: Sequence[_Row]) -> int:
    """How many parts have an order of their own, which is that in which they are written: all of
    them, where each is called by a number: ages, months, years. Kinds are called by words, and have
    none.
    """
    called = {name for row in rows for name in row.names}
    ordered = len(called) <= content.MOST_PARTS and all(map(_NUMBER.search, called))
    return len(called) if ordered else 0


def _read(row: content.StackRow, block: content.Stack, tell: Telling) -> _Row:
    reader = tell.reader
    figures = reader.summary.figures
    whole, parts = whole_of(row, figures), [reader.figure(name) for name in row.figures]
    noun = figures[whole].noun or ""
    return _Row(
        reader.plain(row.label),
        reader.figure(whole),
        noun[:1].upper() + noun[1:] or reader.figure(whole).name,
        parts,
        [reader.plain(name) for name in block.parts or []] or [one.name for one in parts],
        row.whole is not None,
    )


def _ordered(rows: Sequence[_Row]) -> list[_Row]:
    """Rows with the orders of their parts: a name has one colour in all bars. Where there are more
    names than colours, two colours stand in turn and mean nothing.
    """
    called = list(dict.fromkeys(name for row in rows for name in row.names))
    if len(called) > content.MOST_PARTS:
        turns = [0, content.MOST_PARTS - 1] * content.MOST_PARTS
        return [replace(row, orders=turns[: len(row.names)]) for row in rows]
    return [replace(row, orders=[called.index(name) for name in row.names]) for row in rows]


def _bar(row: _Row, described: Description, longest: Exact | None, way: _Way, first: bool) -> Bar:
    """A bar.

    Args:
        longest: the number of the longest bar; None, or nought, where nothing can be drawn.
        first: whether it is the uppermost, right above which parts are named.
    """
    words = way.words
    pieces = _fitted(_pieces(row, longest, way, first and way.named)) if longest else ()
    drawn = any(piece.size for piece in pieces)
    whole = words.breakdowns.whole(name=row.called, number=row.whole.headline)
    instead = "" if drawn else words.breakdowns.parts(parts=_said(row, words))
    return Bar(row.label, whole, pieces if drawn else (), instead, described)


def _fitted(pieces: Iterator[Piece]) -> tuple[Piece, ...]:
    """Pieces that are no longer than the longest bar: where a source rounds its numbers, those of
    the parts may be a little more than their whole.
    """
    made = tuple(pieces)
    size = max(1.0, sum(piece.size for piece in made))
    return tuple(replace(piece, size=piece.size / size) for piece in made)


def _pieces(row: _Row, longest: Exact, way: _Way, above: bool) -> Iterator[Piece]:
    """The pieces of a bar.

    Args:
        above: whether its parts are named right above it: one that is missing is not named again.
    """
    words = way.words
    for order, name, one in zip(row.orders, row.names, row.parts, strict=True):
        if one.exact is None:
            continue
        text = percentage(one.exact, longest, words.numbers) if way.by_percent else one.number
        alone = way.named and one.exact
        said = text if alone else words.breakdowns.named(name=name, number=text, percent="")
        size = float(one.exact) / float(longest)
        yield Piece("part", one.key, order, said, size, way.scale)
    left = row.left or 0
    if row.missing:
        bare = above and len(row.missing) == 1
        yield Piece("missing", "", 0, _unsplit(row, words, bare), float(left) / float(longest))
    elif left:
        text = (
            percentage(left, longest, words.numbers)
            if way.by_percent
            else number(left, row.whole.unit, words=words.numbers)  # type: ignore[arg-type]
        )
        said = words.breakdowns.named(name=words.breakdowns.rest, number=text, percent="")
        yield Piece("rest", "", 0, said, float(left) / float(longest))


def _unsplit(row: _Row, words: Words, bare: bool = False) -> str:
    """The parts that are missing, and what else may be in the piece that they leave.

    Args:
        bare: whether their names stand elsewhere.
    """
    own = words.breakdowns
    names = [
        one.number if bare else own.named(name=name, number=one.number, percent="")
        for name, one in row.missing
    ]
    return own.unsplit(names=names, rest=bool(row.left) and not row.full)


def _said(row: _Row, words: Words) -> list[str]:
    """The parts with number and per cent, and what is left."""
    said = [line for line, _ in _lines(row, words)]
    return [*said, _unsplit(row, words)] if row.missing else said


def _lines(row: _Row, words: Words) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """What is known of a row, as words and as a row of a table."""
    whole, own = row.whole.exact, words.breakdowns
    named = [
        (name, one.exact, one.number)
        for name, one in zip(row.names, row.parts, strict=True)
        if one.exact is not None
    ]
    if row.left and not row.missing:
        left = number(row.left, row.whole.unit, words=words.numbers)  # type: ignore[arg-type]
        named.append((own.rest, row.left, left))
    for name, exact, text in named:
        share = percentage(exact, whole, words.numbers) if whole else ""
        yield own.named(name=name, number=text, percent=share), (name, text, share)


def _table(row: _Row, words: Words) -> Iterator[tuple[str, str, str]]:
    for _, (name, text, share) in _lines(row, words):
        yield words.breakdowns.cell(row=row.label, column=name), text, share
    for name, one in row.missing:
        yield words.breakdowns.cell(row=row.label, column=name), one.number, ""


def _alt(row: _Row, words: Words) -> Said:
    own = words.breakdowns
    whole = own.whole(name=row.called, number=row.whole.headline)
    held = refs_in([row.whole.headline, *(one.headline for one in row.parts)])
    return Said(own.bar(label=row.label, whole=whole, parts=_said(row, words)), held)


def _notes(rows: Sequence[_Row], by_percent: bool, words: Words) -> Iterator[str]:
    """Numbers with symbols, where per cent stand in their place; why numbers are missing."""
    own = words.breakdowns
    placed = [
        (own.cell(row=row.label, column=name), one)
        for row in rows
        for name, one in [*zip(row.names, row.parts, strict=True), (row.called, row.whole)]
    ]
    marked = [
        own.named(name=place, number=one.number, percent="")
        for place, one in placed
        if by_percent and one.symbol and one.exact is not None
    ]
    if marked:
        yield own.parts(parts=marked)
    yield from gaps(placed, own)
