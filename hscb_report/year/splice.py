"""Changes in a content file that leave every other byte as it was.

A YAML library that writes files back sets them anew: it breaks long lines elsewhere, and moves
spaces and comments. Here the places of the values are taken from the parser's marks, and only the
text between them is exchanged. What the changed file should say is worked out beside it, and the
two are compared before anything is handed back.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from hscb_report.errors import ContentError, Problem
from hscb_report.summary.tree import KeyPath, read_yaml
from hscb_report.year.splice_keys import KeyText, in_braces, outside, pair_of

_BLOCK = ("|", ">")
"""What a text in lines of its own begins with."""
_COMMENT = re.compile(r"(?<![^\s])#[^\r\n]*(?<!\s)")


class Splice:
    """A content file in hand.

    Args:
        file: for messages; it is read, never written.
        data: its bytes.
        own: comments that this tool wrote, which go with what they are about.

    Attributes:
        data: what the file says, with the changes so far.

    Raises:
        ContentError: it is no content file.
    """

    LAYOUT = (
        "this file is laid out in a way that its values cannot be exchanged one by one",
        "write each figure on lines of its own, as the README shows, and try again",
    )
    """What is said, and what to do, where a layout cannot be followed."""

    def __init__(self, file: Path, data: bytes, own: re.Pattern[str] | None = None) -> None:
        self.file, self.own = file, own
        self.mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
        tree = read_yaml(file, data)
        self.text = data.decode("utf-8-sig")
        self.data = copy.deepcopy(tree.data)
        self.end = "\r\n" if "\r\n" in self.text else "\n"
        root = yaml.compose(self.text, Loader=yaml.SafeLoader)
        if root is None:
            raise ContentError(Problem("empty-file", "the file holds no keys", place=tree.at(1, 1)))
        self._root = root
        self._texts = [span for span in self._scalars(self._root) if span[0] < span[1]]
        self._broken = [(start, end) for start, end in self._texts if "\n" in self.text[start:end]]
        self._edits: list[tuple[int, int, int, str]] = []
        self._comments: dict[int, list[tuple[str, str]]] = {}

    # What is changed

    def set(self, path: KeyPath, value: Any, after: str = "") -> None:
        """Write a scalar, or keys with scalars in braces, in the place of what is there.

        Args:
            after: the key of the same mapping that a new key follows; the last one if it is not
                there.
        """
        owner, key = self._mapping(path[:-1]), path[-1]
        self._data(path[:-1])[key] = value
        said = in_braces(value)
        if (pair := pair_of(owner, key)) is not None:
            start, end = pair[1].start_mark.index, self._end(pair[1])
            if isinstance(value, dict):  # keys may begin on a line below their owner
                start = self.text.index(":", pair[0].end_mark.index) + 1
                new = f" {said}"
            else:
                new = (" " if start == end and self.text[start - 1 : start] == ":" else "") + said
            comments = "".join(f"  {comment}" for comment in self._comments_in(start, end))
            self._edits.append((start, end, 1, new + comments))
            return
        before = pair_of(owner, after) or owner.value[-1]
        at, entry = self._end(before[1]), f"{key}: {said}"
        if owner.flow_style:
            self._edits.append((at, at, 2, f", {entry}"))
        else:
            at = self._line_end(at)
            self._edits.append((at, at, 2, f"{self.end}{' ' * before[0].start_mark.column}{entry}"))

    def remove(self, path: KeyPath, keys: Iterable[str]) -> None:
        """Take keys out of the mapping at ``path``; a comment in or behind one of them stays, on a
        line of its own.
        """
        owner, gone = self._mapping(path), set(keys)
        here = self._data(path)
        pairs = owner.value
        places = [i for i, (name, _) in enumerate(pairs) if name.value in gone]
        for key in gone:
            here.pop(key, None)
        if owner.flow_style:
            for first, last in _runs(places):
                start, end = (
                    (self._end(pairs[first - 1][1]), self._end(pairs[last][1]))
                    if first
                    else (pairs[0][0].start_mark.index, pairs[last + 1][0].start_mark.index)
                )
                self._edits.append((start, end, 1, self._kept_inside(start, end, owner)))
            return
        for i in places:
            name, value = pairs[i]
            start, end = self._line_start(name.start_mark.index), self._line_end(self._end(value))
            kept = self._kept(start, end, name.start_mark.column)
            following = end + len(self.end) if self.text.startswith(self.end, end) else end
            self._edits.append((start, following, 1, kept))

    def exchange(
        self, path: KeyPath, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]
    ) -> bool:
        """Exchange parts of a text in place, however it is broken into lines; of a key that is a
        text, those of the key.

        Returns: whether anything changed.
        """
        pair = (
            pair_of(self._mapping(path[:-1]), path[-1]) if isinstance(path[-1], KeyText) else None
        )
        node = pair[0] if pair else self._node(path)
        start, end = node.start_mark.index, self._end(node)
        if isinstance(node, yaml.ScalarNode) and node.style in _BLOCK:
            start = self._line_end(start)  # a comment may stand behind the > and is no text
        old, new = self.text[start:end], pattern.sub(by, self.text[start:end])
        if old == new:
            return False
        owner = self._data(path[:-1])
        if pair:
            owner[pattern.sub(by, str(path[-1]))] = owner.pop(path[-1])
        else:
            owner[path[-1]] = pattern.sub(by, owner[path[-1]])
        self._edits.append((start, end, 1, new))
        return True

    def comment(self, path: KeyPath, text: str, name: str) -> None:
        """A comment at the end of the line on which a value ends; below, where that line breaks
        another text.

        Args:
            name: what it is about, said only where several share a line.
        """
        at = self._line_end(self._end(self._node(path)))
        while any(start < at < end for start, end in self._broken):
            at = self._line_end(at + len(self.end))
        self._comments.setdefault(at, []).append((name, text))

    def comment_above(self, path: KeyPath, text: str) -> None:
        """A comment on a line of its own, above the line on which a value begins."""
        node = self._node(path)
        at = self._line_start(node.start_mark.index)
        while any(start < at < end for start, end in self._broken):
            at = self._line_start(at - 1)
        line = self.text[at : self._line_end(at)]
        indent = line[: len(line) - len(line.lstrip())]
        self._edits.append((at, at, 0, f"{indent}# {text}{self.end}"))

    def first_line(self, line: str) -> None:
        """A comment before all else, unless there is one of its kind: the same up to its colon."""
        if not self.text.startswith(line.partition(":")[0]):
            self._edits.append((0, 0, 0, line + self.end))

    # What comes of it

    def done(self) -> bytes:
        """The changed file.

        Raises:
            ContentError: the file is laid out in a way that this cannot follow.
        """
        edits = list(self._edits)
        for at, texts in outside(self._comments, edits, self._line_end).items():
            said = "; ".join(text if len(texts) == 1 else f"{name} {text}" for name, text in texts)
            has_comment = re.search(r"\s#[^\r\n]*\Z", self.text[self._line_start(at) : at])
            edits.append((at, at, 0, f"  # {said}" if not has_comment else f"; {said}"))
        parts, last = [], 0
        for start, end, _, text in sorted(edits, key=lambda edit: (edit[0], edit[2])):
            parts += [self.text[last:start], text]
            last = max(last, end)
        made = (self.mark + "".join([*parts, self.text[last:]])).encode("utf-8")
        try:
            as_meant = read_yaml(self.file, made).data == self.data
        except ContentError:
            as_meant = False
        if not as_meant:
            raise ContentError(Problem("layout", *self.LAYOUT))
        return made

    # Places

    def is_flow(self, path: KeyPath) -> bool:
        """Whether a mapping stands in braces, where no comment can follow a value."""
        return bool(self._mapping(path).flow_style)

    def _node(self, path: KeyPath) -> yaml.Node:
        node: yaml.Node = self._root
        for part in path:
            if isinstance(node, yaml.MappingNode):
                pair = pair_of(node, part)
                if pair is None:
                    raise KeyError(part)
                node = pair[1]
            else:
                node = node.value[part]
        return node

    def _mapping(self, path: KeyPath) -> yaml.MappingNode:
        node = self._node(path)
        if not isinstance(node, yaml.MappingNode):
            raise KeyError(path)
        return node

    def _scalars(self, node: yaml.Node) -> Iterator[tuple[int, int]]:
        """Where each scalar begins and ends."""
        if isinstance(node, yaml.ScalarNode):
            yield node.start_mark.index, self._end(node)
            return
        for child in node.value:
            for part in child if isinstance(child, tuple) else (child,):
                yield from self._scalars(part)

    def _comments_in(self, start: int, end: int) -> list[str]:
        """What people wrote as comments between two places."""
        found, at = [], start
        for first, last in [*self._within(start, end), (end, end)]:
            found += _COMMENT.findall(self.text[at:first])
            at = max(at, last)
        return [one for one in found if not (self.own and self.own.fullmatch(one))]

    def _within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where texts stand between two places; the > or | of a block, and what is behind it on its
        line, is not yet its text.
        """
        return [
            (self._line_end(first) if self.text[first] in _BLOCK else first, last)
            for first, last in self._texts
            if first < end and start < last
        ]

    def _kept(self, start: int, end: int, indent: int) -> str:
        """The comments of lines that are taken out, each on a line of its own."""
        return "".join(
            f"{' ' * indent}{comment}{self.end}" for comment in self._comments_in(start, end)
        )

    def _kept_inside(self, start: int, end: int, owner: yaml.CollectionNode) -> str:
        """The same between braces, where a comment ends its line."""
        indent = " " * (owner.start_mark.column + 1)
        return "".join(
            f"  {comment}{self.end}{indent}" for comment in self._comments_in(start, end)
        )

    def _data(self, path: KeyPath) -> Any:
        data = self.data
        for part in path:
            data = data[part]
        return data

    def _end(self, node: yaml.Node) -> int:
        """Where the text of a node ends; the parser's mark of a block may stand behind comments and
        empty lines.
        """
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        start, end = node.start_mark.index, node.end_mark.index
        return max(start, len(self.text[:end].rstrip())) if end > start else start

    def _line_start(self, at: int) -> int:
        return max(self.text.rfind("\n", 0, at), -1) + 1

    def _line_end(self, at: int) -> int:
        found = re.compile(r"\r?\n|\Z").search(self.text, at)
        return found.start() if found else len(self.text)


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Neighbouring places as (first, last)."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
