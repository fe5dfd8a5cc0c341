"""YAML read with the place of every key and value, so that each error can name its line.

PyYAML's event stream is used rather than its constructors: events carry line and column,
they are read without recursion, and the few plain scalars that the content language knows
(YAML 1.2's core schema, ISO dates, and yes/no) are resolved here, where a slip can be
explained. Numbers with a point become ``Decimal`` and keep the precision they were written in.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from hscb_report.errors import ContentError, Place, Problem
from hscb_report.files import size_of, take
from hscb_report.summary.characters import decoded, unwanted
from hscb_report.summary.left_out import cut_by_comment, left_out, twice, without_odd_keys
from hscb_report.summary.limits import MOST_BYTES, too_long
from hscb_report.summary.retyped import dashed
from hscb_report.summary.run_on import as_typed
from hscb_report.summary.scalars import plain_scalar
from hscb_report.summary.short import as_written
from hscb_report.summary.syntax import MAX_DEPTH, complaints

KeyPath = tuple[str | int, ...]


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass
class Tree:
    """A YAML file as plain data, and where each part of it stands.

    Attributes:
        data: dicts with text keys, lists, and scalars.
        values: (line, column) from 1 of each value, by key path.
        keys: the same of each key.
        raw: the scalar as it was typed, by key path.
        elsewhere: what is written in another place than its keys say, as a figure of a section or
            of an included file is: the file, and the keys to it there.
    """

    file: Path
    lines: list[str]
    data: Any = None
    values: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    keys: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    raw: dict[KeyPath, str] = field(default_factory=dict)
    elsewhere: dict[KeyPath, tuple[Tree, KeyPath]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def trees(self) -> list[Tree]:
        """This file, and those that it includes."""
        found = {self.file: self} | {tree.file: tree for tree, _ in self.elsewhere.values()}
        return list(found.values())

    def home(self, path: KeyPath) -> tuple[Tree, KeyPath]:
        """The file in which a value is written, and the keys to it there."""
        tree, own = self.elsewhere.get(tuple(path[:2]), (self, tuple(path[:2])))
        return tree, as_written((*own, *path[2:]), tree.data)

    def place(self, path: KeyPath, *, key: bool = False) -> Place:
        """The place of a value (or of its key); of the nearest parent where it is not there."""
        section = self.raw.get((*path[:2], "heading"), "") if path[:1] == ("sections",) else ""
        tree, own = self.home(path)
        return replace(tree._place(own, key), section=" ".join(section.split()))

    def _place(self, path: KeyPath, key: bool) -> Place:
        while path:
            for table in (self.keys, self.values) if key else (self.values, self.keys):
                if path in table:
                    return self.at(*table[path])
            path, key = path[:-1], True
        return self.at(1, 1)

    def at(self, line: int, column: int) -> Place:
        """A place by its line and column, with the text of that line."""
        return Place(
            self.file, line, column, self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        )


def read_yaml(file: Path, data: bytes | None = None, keys: Collection[str] = ()) -> Tree:
    """Read a content file.

    Args:
        data: what the file would hold, to check it before it is written; None reads the file.
        keys: the words that are keys somewhere, to tell them from other words before a colon.

    Raises:
        FileError: it cannot be opened, or is no file.
        ContentError: it is not UTF-8, not YAML, or uses what the content language leaves out
            (tabs, duplicate keys, anchors, tags, several documents); every such place is listed.
    """
    size = size_of(file) if data is None else len(data)
    content = data if data is not None else take(file) if size <= MOST_BYTES else b""
    if size > MOST_BYTES:
        raise ContentError(
            Problem(
                "too-large",
                f"the file has {size:,} bytes, and {MOST_BYTES:,} is the most that is read; a "
                "content file has some 10,000",
                "check that this is the right file",
                Place(file, 1, 1),
            )
        )
    text = decoded(file, content)
    tree = Tree(file, _LINE_END.split(text))
    problems = [
        Problem(code, message, hint, tree.at(line, column))
        for line, column, code, message, hint in unwanted(tree.lines)
    ] or _Builder(tree, keys).build(text, _LOADER)
    if problems:
        raise ContentError(sorted(problems, key=lambda problem: problem.spot))
    return tree


@dataclass
class _Open:
    """A collection that is being filled."""

    path: KeyPath
    data: dict[str, Any] | list[Any]
    key: str | None = None
    index: int = 0
    run_on: bool = False
    """Whether what was told is that the next item of a list runs on in it."""


class _Builder:
    """Turns YAML events into a Tree."""

    def __init__(self, tree: Tree, keys: Collection[str] = ()) -> None:
        self.tree, self.keys = tree, keys
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []
        self.documents = 0

    def build(self, text: str, loader: Any, explain: bool = True) -> list[Problem]:
        try:
            for event in yaml.parse(text, Loader=loader):
                self._take(event)
                if len(self.stack) > MAX_DEPTH:
                    self._problem(
                        "too-deep",
                        event,
                        f"more than {MAX_DEPTH} levels stand inside one another",
                        "check the indentation and the brackets",
                    )
                    break
        except yaml.YAMLError as error:
            # libyaml reads ahead, and from 0.2.6 it gives up at a depth of its own before it has
            # handed on what stands further up. PyYAML's own parser has no such limit.
            if loader is not yaml.SafeLoader:
                again = _Builder(Tree(self.tree.file, self.tree.lines))
                problems = again.build(text, yaml.SafeLoader, explain=False)
                if any(problem.code == "too-deep" for problem in problems):
                    return problems
            if explain:
                told = self._syntax(error, loader)
                self.problems = [*without_odd_keys(self.problems, told), *told]
        return self.problems

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents == 2:
                self._problem(
                    "second-document",
                    event,
                    "a second document starts here",
                    "remove the line ---; a content file holds one document",
                )
        elif self.documents > 1:
            return
        elif isinstance(event, yaml.AliasEvent):
            self._problem(
                "alias",
                event,
                f"*{event.anchor} repeats another part of the file",
                "write the words out; a text that begins with * needs quotes",
            )
            self._put(event, None)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._unwanted(event)
            data: dict[str, Any] | list[Any] = (
                {} if isinstance(event, yaml.MappingStartEvent) else []
            )
            self._put(event, data)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.stack.pop()
        elif isinstance(event, yaml.ScalarEvent):
            self._unwanted(event)
            if cut := cut_by_comment(event, self.tree.lines, self.keys):
                spot, message, hint, typed = cut
                place = self.tree.at(*spot)
                self.problems.append(Problem("cut-text", message, hint, place, typed=typed))
            if self.stack and isinstance(self.stack[-1].data, dict) and self.stack[-1].key is None:
                self._take_key(event)
            else:
                self._put(event, self._scalar(event))

    def _take_key(self, event: yaml.ScalarEvent) -> None:
        top = self.stack[-1]
        path, spot = (*top.path, event.value), _spot(event)
        if path in self.tree.keys:
            if not top.run_on:
                item = bool(top.path) and isinstance(top.path[-1], int)
                begins = item and event.value == next(iter(top.data))
                typed = dashed(self.tree.lines, spot[0]) if begins else ""
                top.run_on = bool(typed)
                said = twice(event.value, self.tree.keys[path][0], typed)
                self._problem("duplicate-key", event, *said, typed)
            top.key = f"{event.value} (line {spot[0]})"  # what it holds is no second fault
            path = (*top.path, top.key)
        else:
            top.key = event.value
        self.tree.keys[path] = spot

    def _put(self, event: yaml.Event, data: Any) -> None:
        """Store a value in the collection that is open, and open it if it is one itself."""
        top = self.stack[-1] if self.stack else None
        path: KeyPath = ()
        if top is None:
            self.tree.data = data
        elif isinstance(top.data, list):
            path = (*top.path, top.index)
            top.index += 1
            top.data.append(data)
        elif top.key is None:
            self._problem(
                "odd-key",
                event,
                "a key must be a word",
                "check the brackets and the indentation here",
            )
            top.key = ""
            path = (*top.path, "")
        else:
            path = (*top.path, top.key)
            top.data.setdefault(top.key, data)
            top.key = None
        self.tree.values[path] = _spot(event)
        if isinstance(event, yaml.ScalarEvent):
            self.tree.raw[path] = event.value
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self.stack.append(_Open(path, data))

    def _scalar(self, event: yaml.ScalarEvent) -> Any:
        try:  # what is quoted, or a block text, is a text
            value = event.value if event.style else plain_scalar(event.value)
            return as_typed(event, self.tree.lines) if isinstance(value, str) else value
        except ValueError:
            self._problem(
                "no-such-day",
                event,
                f"{event.value} is not a day in the calendar",
                "write year-month-day, such as 2018-03-31",
            )
            return None

    def _unwanted(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent) and (why := too_long(event.value)):
            self._problem("too-long", event, *why)
        for code, message, hint in left_out(event):
            self._problem(code, event, message, hint)

    def _problem(
        self, code: str, event: yaml.Event, message: str, hint: str, typed: str = ""
    ) -> None:
        place = self.tree.at(*_spot(event))
        self.problems.append(Problem(code, message, hint, place, typed=typed))

    def _syntax(self, error: yaml.YAMLError, loader: Any) -> list[Problem]:
        lines, last = self.tree.lines, max(1, len(self.tree.lines))
        return [
            Problem(
                "yaml", c.message, c.hint, self.tree.at(min(c.line, last), c.column), typed=c.typed
            )
            for c in complaints(error, lines, self.keys, loader)
        ]


def _spot(event: yaml.Event) -> tuple[int, int]:
    """Line and column, from 1, where an event begins."""
    mark = event.start_mark
    assert mark  # events that are read from a text have marks
    return mark.line + 1, mark.column + 1
