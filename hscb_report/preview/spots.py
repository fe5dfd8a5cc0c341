"""Where on a page what can be changed is printed: the words of a page, each with its field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hscb_report.preview.fields import Field
from hscb_report.summary.load import Loaded
from hscb_report.summary.places import home_of
from hscb_report.summary.reading import Reader
from hscb_report.summary.texts import texts
from hscb_report.summary.tree import KeyPath

_WORD = re.compile(r"[^\W_]+(?:[.,][^\W_]+)*")
_NUMBER = re.compile(r"[-−£]?\s?[0-9][0-9,.]*(?:m|%)?")


@dataclass(frozen=True)
class Line:
    """Words that stand together on a page.

    Attributes:
        box: left, top, right, bottom as shares of the page, from its upper left corner.
    """

    text: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Spot:
    """A stretch of a page that can be changed.

    Attributes:
        box: as of a line.
        field: the id of what is printed there.
    """

    box: tuple[float, float, float, float]
    field: str


@dataclass(frozen=True)
class _Printed:
    """How a field is printed: numbers as they may stand, or words in their order."""

    field: Field
    numbers: frozenset[str]
    words: tuple[str, ...]


class Finder:
    """Finds the field of what is printed.

    Words are looked for first in the field that was found last, which they may continue, then in
    those of the same section, then in all.

    Args:
        loaded: the content that is printed.
        fields: what can be changed in it.
    """

    def __init__(self, loaded: Loaded, fields: Sequence[Field]) -> None:
        reader = Reader(loaded.summary, loaded.earlier, home=home_of(loaded.board))
        said = {one.path: one.text for one in texts(loaded.summary)}
        numbers = _numbers(loaded, reader)
        self._all = [
            _Printed(
                one,
                frozenset(numbers.get(one.path, ())) if one.kind == "number" else frozenset(),
                ()
                if one.kind in ("number", "colour")
                else words_of(str(reader.plain(said[one.path])) if one.path in said else one.value),
            )
            for one in fields
        ]
        self._order = {one.field.id: at for at, one in enumerate(self._all)}
        self._last: _Printed | None = None
        self._at = 0
        self._group = ""

    def field_of(self, text: str) -> Field | None:
        """The field in which words of a page stand, read in the order of the page; None where
        they are the tool's own.
        """
        text = text.strip()
        if found := self._of_number(text):
            return self._found(found, 0)
        words = words_of(text)
        if not words:
            return None
        last = self._last
        if last and last.words and (at := _within(words, last.words, self._at)) is not None:
            return self._found(last, at + len(words))
        candidates = [one for one in self._all if _within(words, one.words, 0) is not None]
        if not candidates:  # a line that goes on in the tool's own words
            begun = [one for one in self._all if _begins(words, one.words)]
            return self._found(min(begun, key=self._away), len(words)) if begun else None
        best = min(candidates, key=lambda one: self._distance(one, words))
        if len(words) < 2 and len(best.words) > len(words) and len(words[0]) < _SHORT:
            return None  # "by" stands in most texts
        return self._found(best, (_within(words, best.words, 0) or 0) + len(words))

    def _of_number(self, text: str) -> _Printed | None:
        """The field of a number: of one alone wherever it stands, of the first among others where
        it is told in this section.
        """
        first = _NUMBER.match(text)
        alone = [one for one in self._all if text in one.numbers]
        if not alone and first:
            alone = [one for one in self._all if first[0].strip(",.") in one.numbers]
        if not alone:
            several = {found.strip(",.") for found in _NUMBER.findall(text)}
            alone = [
                one for one in self._all if one.field.group == self._group and several & one.numbers
            ]
        return min(alone, key=lambda one: self._distance(one, ())) if alone else None

    def _distance(self, one: _Printed, words: tuple[str, ...]) -> tuple[bool, bool, bool, int]:
        """How unlikely it is that a field is meant: the nearest one wins."""
        heading = one.field.path[-1] == "heading" and one.words[: len(words)] == words
        whole = one.words == words
        here = one.field.group == self._group
        return (not heading and not here, not whole and not here, not here, self._away(one))

    def _away(self, one: _Printed) -> int:
        """How far a field is from the last one in its section; elsewhere, from the beginning."""
        last = self._order[self._last.field.id] if self._last else 0
        at = self._order[one.field.id]
        return abs(at - last) if one.field.group == self._group else len(self._all) + at

    def _found(self, one: _Printed, at: int) -> Field:
        self._last, self._at = one, at
        if one.field.path[-1] == "heading" or not self._group:
            self._group = one.field.group
        return one.field


_SHORT = 4
"""A single word with fewer letters says nothing of where it stands."""


def spots_of(lines: Sequence[Line], finder: Finder) -> Iterator[Spot]:
    """The stretches of a page that can be changed, in their order."""
    for line in lines:
        if field := finder.field_of(line.text):
            yield Spot(line.box, field.id)


def words_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, as they are compared: marks and capitals do not count."""
    plain = text.replace("\u00ad", "").replace("\u2011", "-").casefold()
    return tuple(_WORD.findall(plain))


def _within(words: tuple[str, ...], all_words: tuple[str, ...], start: int) -> int | None:
    """Where words stand among others in one piece, not before a place; None where they do not."""
    for at in range(start, len(all_words) - len(words) + 1):
        if all_words[at : at + len(words)] == words:
            return at
    return None


def _begins(line: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a line begins with all words of a field, which are several."""
    return 1 < len(words) < len(line) and line[: len(words)] == words


def _numbers(loaded: Loaded, reader: Reader) -> dict[KeyPath, set[str]]:
    """How each number may be printed, by the keys to its value."""
    found: dict[KeyPath, set[str]] = {}
    for name, figure in loaded.summary.figures.items():
        one = reader.figure(name)
        printed = {one.number, one.headline, one.in_full}
        found["figures", name, "value"] = printed | {_bare(text) for text in printed}
        if figure.previous and (before := reader.previous(name)):
            for below in ((), ("value",)):
                found[("figures", name, "previous", *below)] = {before.number, before.in_full}
    for name, series in loaded.summary.series.items():
        for when, point in zip(series.points, reader.points(name), strict=False):
            for below in ((), ("value",)):
                found[("series", name, "points", when, *below)] = {
                    point.number,
                    _bare(point.number),
                }
    return found


def _bare(text: str) -> str:
    """A number without its symbol."""
    return text.partition(" [")[0]
