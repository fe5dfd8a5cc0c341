"""A word added to a list of texts, wherever and however that stands in a file, or does not yet."""

from __future__ import annotations

import yaml

from hscb_report.summary.scalars import written
from hscb_report.summary.tree import KeyPath
from hscb_report.year.splice import Splice


class WordSplice(Splice):
    """A board's file in hand, for words that are added to a list in it."""

    LAYOUT = (
        "this file is laid out in a way that no word can be added to a list in it",
        "add it by hand: a list is written as [one, two]",
    )

    def add(self, path: KeyPath, word: str) -> None:
        """Add a word to the list at ``path``, which may be missing, empty, one text or a list; what
        it stands in may be missing or empty as well.

        Raises:
            TypeError: something else stands there.
        """
        for depth in range(1, len(path) + 1):
            if self._is_missing(path[:depth]):
                self._begin(path, depth, word)
                return
        node, here = self._node(path), self._data(path[:-1])
        end = self._end(node)
        if isinstance(node, yaml.ScalarNode):  # one text, which a list of one means
            here[path[-1]] = [here[path[-1]], word]
            self._edits += [
                (node.start_mark.index, node.start_mark.index, 1, "["),
                (end, end, 1, f", {written(word)}]"),
            ]
            return
        if not isinstance(node, yaml.SequenceNode):
            raise TypeError(path)
        here[path[-1]].append(word)
        if node.flow_style:
            last = self._end(node.value[-1])
            self._edits.append((last, last, 1, f", {written(word)}"))
            return
        dash = self.text.rindex("-", 0, node.value[-1].start_mark.index)
        indent = " " * (dash - self._line_start(dash))
        at = self._line_end(end)
        self._edits.append((at, at, 1, f"{self.end}{indent}- {written(word)}"))

    def _is_missing(self, path: KeyPath) -> bool:
        """Whether nothing stands at a place of which what is above is there."""
        here = self._data(path[:-1])
        return path[-1] not in here or not here[path[-1]]

    def _begin(self, path: KeyPath, depth: int, word: str) -> None:
        """Write the first key that is missing, with what goes below it, on its line."""
        said = f"[{written(word)}]"
        for key in reversed(path[depth:]):
            said = f"{{{key}: {said}}}"
        key, here = path[depth - 1], self._data(path[: depth - 1])
        is_there = key in here
        here[key] = self._made(path[depth:], word)
        owner = self._mapping(path[: depth - 1])
        if is_there:
            node = self._node(path[:depth])
            start, end = node.start_mark.index, self._end(node)
            if start == end:  # nothing behind the colon; a comment may follow
                start = end = self.text.rindex(":", 0, start + 1) + 1
                said = f" {said}"
            self._edits.append((start, end, 1, said))
            return
        last = owner.value[-1]
        at = self._end(last[1])
        if owner.flow_style:
            self._edits.append((at, at, 2, f", {key}: {said}"))
            return
        indent = " " * last[0].start_mark.column
        at = self._line_end(at)
        self._edits.append((at, at, 2, f"{self.end}{indent}{key}: {said}"))

    @staticmethod
    def _made(below: KeyPath, word: str) -> object:
        made: object = [word]
        for key in reversed(below):
            made = {key: made}
        return made
