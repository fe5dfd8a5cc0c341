"""What can be changed where it is seen: numbers, words and colours, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from hscb_report.errors import Place
from hscb_report.preview.called import called, data_below
from hscb_report.summary.document import Summary
from hscb_report.summary.load import Loaded
from hscb_report.summary.prose import kept
from hscb_report.summary.short import is_short
from hscb_report.summary.texts import texts
from hscb_report.summary.tree import KeyPath, Tree
from hscb_report.summary.uses import figures_of, series_of
from hscb_report.year.splice_keys import KeyText

Kind = Literal["number", "line", "text", "colour"]

BEGINNING, OTHERS, SOURCES, PICTURES, CARDS, BOARD, COLOURS = (
    "Title and introduction",
    "Other figures",
    "Sources",
    "Pictures",
    "Cards for social media",
    "The board",
    "Colours",
)
"""Groups beside the sections."""
_OF_BOARD = ("name", "short_name", "wordmark", "address", "phone", "email", "web", "formats")
_OF_FIGURE = ("as_at", "period")


@dataclass(frozen=True)
class Field:
    """Something that can be changed.

    Attributes:
        group: what it is listed under: the heading of a section, or one of those above.
        part: what it belongs to there: a number, a chart; empty for the group itself.
        name: what it is called.
        kind: a number, a line, a text of several lines, or a colour.
        value: as it is in the file now, a number without commas; empty where there is none.
        of_board: whether it stands in the board's file.
        path: the keys to it.
        place: where it is typed.
    """

    group: str
    part: str
    name: str
    kind: Kind
    value: str
    of_board: bool
    path: KeyPath
    place: Place

    @property
    def id(self) -> str:
        """Names it: ``content.figures.contacts.value``."""
        return ".".join(["board" if self.of_board else "content", *map(str, self.path)])


def fields(loaded: Loaded) -> list[Field]:
    """All that can be changed, in the order in which it is told; each once, where it is first
    met.
    """
    made: dict[str, Field] = {}
    for one in (*_of_content(loaded), *_of_board(loaded)):
        made.setdefault(one.id, one)
    return list(made.values())


def _of_content(loaded: Loaded) -> Iterator[Field]:
    summary, tree = loaded.summary, loaded.tree
    said: dict[str, list[KeyPath]] = {}
    for one in texts(summary):
        key = ">".join(map(str, one.path[:2]))
        said.setdefault(key if one.path[0] in _APART else "", []).append(one.path)
    for path in [*said.get("", []), ("status",), ("version",), ("dated",)]:
        yield from _field(tree, BEGINNING, path)
    for at, section in enumerate(summary.sections):
        for path in said.get(f"sections>{at}", []):
            yield from _field(tree, section.heading, path)
        for block in section.blocks:
            for name in figures_of(block):
                yield from _of_figure(tree, section.heading, name, summary, said)
            for name in series_of(block):
                yield from _of_series(tree, section.heading, name, summary, said)
    for name in summary.figures:
        yield from _of_figure(tree, OTHERS, name, summary, said)
    for name in summary.series:
        yield from _of_series(tree, OTHERS, name, summary, said)
    for first, group in _LAST.items():
        for key, paths in said.items():
            for path in paths if key.startswith(f"{first}>") else ():
                yield from _field(tree, group, path)


_LAST = {"sources": SOURCES, "pictures": PICTURES, "social": CARDS}
"""What stands behind the sections, each in a group of its own."""
_APART = ("sections", "figures", "series", *_LAST)


def _of_figure(
    tree: Tree, group: str, name: str, summary: Summary, said: dict[str, list[KeyPath]]
) -> Iterator[Field]:
    if name not in summary.figures:
        return
    path: KeyPath = ("figures", name)
    yield from _field(tree, group, (*path, "value"), "number")
    if summary.figures[name].previous:
        previous: KeyPath = (*path, "previous")
        yield from _field(tree, group, (*previous, *_value_of(_data(tree, previous))), "number")
    for below in said.get(f"figures>{name}", []):
        yield from _field(tree, group, below)
    for key in _OF_FIGURE:
        yield from _field(tree, group, (*path, key))


def _of_series(
    tree: Tree, group: str, name: str, summary: Summary, said: dict[str, list[KeyPath]]
) -> Iterator[Field]:
    if name not in summary.series:
        return
    points = _data(tree, ("series", name, "points"))
    for when, point in points.items() if isinstance(points, dict) else ():
        path = ("series", name, "points", when, *_value_of(point))
        yield from _field(tree, group, path, "number")
    for below in said.get(f"series>{name}", []):
        yield from _field(tree, group, below)


def _value_of(data: Any) -> KeyPath:
    """The keys to a number below what may be it alone, or it with its symbol."""
    return ("value",) if isinstance(data, dict) else ()


def _of_board(loaded: Loaded) -> Iterator[Field]:
    tree = loaded.board_tree
    for key in _OF_BOARD:
        here = _data(tree, (key,))
        for at in range(len(here)) if isinstance(here, list) else ():
            yield from _field(tree, BOARD, (key, at), of_board=True)
        yield from _field(tree, BOARD, (key,), of_board=True)
    colours = _data(tree, ("brand", "colours"))
    for token, colour in colours.items() if isinstance(colours, dict) else ():
        below = ("srgb",) if isinstance(colour, dict) else ()
        path: KeyPath = ("brand", "colours", token, *below)
        yield from _field(tree, COLOURS, path, "colour", of_board=True)


def _field(
    tree: Tree, group: str, path: KeyPath, kind: Kind = "line", *, of_board: bool = False
) -> Iterator[Field]:
    """A field, where something stands at its path."""
    own_tree, own = written_at(tree, path)
    if own and isinstance(own[-1], KeyText):
        typed = str(own[-1])
    else:
        value = data_at(tree, path)
        if own not in own_tree.values or isinstance(value, (dict, list)):
            return
        raw = own_tree.raw.get(own) or tree.raw.get(path, "")
        typed = "" if value is None else _typed(value, raw)
    if kind == "line" and ("\n" in typed or len(typed) > LONG_LINE):
        kind = "text"
    part, name = called(path, tree)
    yield Field(group, part, name, kind, typed, of_board, path, tree.place(path))


def _typed(value: Any, raw: str) -> str:
    """A value as a field has it: a text in its paragraphs and lists, another as it was typed."""
    return kept(value) if isinstance(value, str) else raw


def written_at(tree: Tree, path: KeyPath) -> tuple[Tree, KeyPath]:
    """The file in which a value is typed, and the keys to it there; the last is a ``KeyText`` where
    it is a key itself.
    """
    own_tree, own = tree.home(path)
    here = _data(own_tree, own)
    if path[-1] == "label" and is_short(here):
        return own_tree, (*own, KeyText(next(iter(here))))
    if path[-1] == "text" and isinstance(_data(own_tree, own[:-1]), str):
        return own_tree, own[:-1]  # an item that is its text alone
    return own_tree, own


LONG_LINE = 80
"""A longer text has several lines to be read in, in letters."""


def data_at(tree: Tree, path: KeyPath) -> Any:
    """What stands at a path, as data: figures of sections and of other files stand with all."""
    found = _data(tree, path)
    own_tree, own = written_at(tree, path)
    return _data(own_tree, own) if found is None else found


def typed_at(tree: Tree, path: KeyPath) -> str | None:
    """What is typed at a path now, as a field has it; None where nothing is."""
    return next((one.value for one in _field(tree, "", path)), None)


def with_values(known: Sequence[Field], trees: Sequence[Tree]) -> list[Field]:
    """Fields with what is typed in the files now: the content file, and the board's if it is
    there. Those that are gone are left out.
    """
    made = []
    for one in known:
        tree = trees[one.of_board] if one.of_board < len(trees) else None
        now = next(_field(tree, one.group, one.path, one.kind), None) if tree else one
        if now:
            made.append(replace(now, kind=one.kind, of_board=one.of_board))
    return made


def _data(tree: Tree, path: KeyPath) -> Any:
    return data_below(tree.data, path)
