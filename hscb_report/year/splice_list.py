"""A list at the top of a content file: written whole, and its items taken out one by one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import yaml

from hscb_report.summary.scalars import written
from hscb_report.year.splice import Splice

_PLACE = re.compile(r"[a-z][\w-]*(?: > [\w-]+)+")
"""Keys with > between them need no quotes, also where one is a number."""


class ListSplice(Splice):
    """A content file in hand, for changes of a list under a key at its top."""

    LAYOUT = (
        "this file is laid out in a way that a list in it cannot be changed item by item",
        "change it by hand: each item begins with a - on a line of its own",
    )

    def write(self, key: str, items: Sequence[Mapping[str, Any]], comment: str) -> None:
        """Write a list as the last key of the file, each item on a line of its own.

        Args:
            items: keys with scalars, or lists of texts.
            comment: what stands above the items, where a comment can stand.
        """
        self.data[key] = [dict(item) for item in items]
        lines = [_item(item) for item in items]
        owner, last = self._root, self._end(self._root)
        assert isinstance(owner, yaml.MappingNode)  # a content file is one
        if owner.flow_style:
            last = self._end(owner.value[-1][1])
            self._edits.append((last, last, 2, f", {key}: [{', '.join(lines)}]"))
            return
        indent = " " * owner.value[0][0].start_mark.column
        told = [f"  # {line}" for line in comment.splitlines()]
        text = [f"{key}:", *told, *(f"  - {line}" for line in lines)]
        at = self._line_end(last)
        joined = "".join(f"{self.end}{indent}{line}" for line in text)
        self._edits.append((at, at, 2, self.end + joined))

    def take_out(self, key: str, gone: Collection[int]) -> None:
        """Take items out of the list; with the last of them, the key goes too."""
        kept = [item for i, item in enumerate(self.data[key]) if i not in gone]
        if not kept:
            self.remove((), [key])
            return
        self.data[key] = kept
        node = self._node((key,))
        assert isinstance(node, yaml.SequenceNode)  # what it says is a list
        for i in sorted(gone):
            self._edits.append(self._without(node, i, gone))

    def _without(
        self, node: yaml.SequenceNode, i: int, gone: Collection[int]
    ) -> tuple[int, int, int, str]:
        """The edit that takes one item out."""
        item = node.value[i]
        start, end = item.start_mark.index, self._end(item)
        if node.flow_style:
            first_kept = next(n for n in range(len(node.value)) if n not in gone)
            if i < first_kept:  # the comma behind it goes with it
                end = node.value[i + 1].start_mark.index
            else:
                start = self._end(node.value[i - 1])
            return start, end, 1, self._kept_inside(start, end, node)
        dash = self.text.rindex("-", 0, start)
        start, line_end = self._line_start(dash), self._line_end(end)
        kept = self._kept(start, line_end, dash - start)
        following = line_end + len(self.end) if self.text.startswith(self.end, line_end) else 0
        if not following and not kept:  # the last line of the file has no line end
            return max(0, start - len(self.end)), line_end, 1, ""
        return start, following or line_end, 1, kept


def _item(item: Mapping[str, Any]) -> str:
    """An item in braces, on one line."""
    return "{" + ", ".join(f"{key}: {_value(value)}" for key, value in item.items()) + "}"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    return str(value) if _PLACE.fullmatch(str(value)) else written(value)
