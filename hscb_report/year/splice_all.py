"""Changes in a content file and in those that it includes: each is made where the value stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from hscb_report.summary.tree import KeyPath, Tree
from hscb_report.year.splice import Splice


class SpliceAll:
    """The files of a period in hand; keys are those of the content as a whole.

    Args:
        tree: the content file, which knows where each part is written.
        data: the bytes of its files.
        target: where each file is to be written; where it stands, unless told.

    Raises:
        ContentError: one is no content file.
    """

    def __init__(
        self, tree: Tree, data: Mapping[Path, bytes], target: Mapping[Path, Path] | None = None
    ) -> None:
        self.tree = tree
        self.main = tree.file
        to = target or {}
        self._splices = {file: Splice(to.get(file, file), made) for file, made in data.items()}
        self._changed: set[Path] = set()

    def set(self, path: KeyPath, value: Any, after: str = "") -> None:
        """As ``Splice.set``."""
        splice, own = self._at(path)
        splice.set(own, value, after)

    def remove(self, path: KeyPath, keys: Iterable[str]) -> None:
        """As ``Splice.remove``."""
        splice, own = self._at(path)
        splice.remove(own, keys)

    def exchange(
        self, path: KeyPath, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]
    ) -> bool:
        """As ``Splice.exchange``."""
        splice, own = self._at(path)
        return splice.exchange(own, pattern, by)

    def comment(self, path: KeyPath, text: str, name: str) -> None:
        """As ``Splice.comment``."""
        splice, own = self._at(path)
        splice.comment(own, text, name)

    def comment_above(self, path: KeyPath, text: str) -> None:
        """As ``Splice.comment_above``."""
        splice, own = self._at(path)
        splice.comment_above(own, text)

    def first_line(self, line: str) -> None:
        """As ``Splice.first_line``, of the content file."""
        self._splices[self.main].first_line(line)

    def is_flow(self, path: KeyPath) -> bool:
        """As ``Splice.is_flow``."""
        splice, own = self._at(path)
        return splice.is_flow(own)

    def done(self) -> dict[Path, bytes]:
        """The files that were changed, by where they are to be written.

        Raises:
            ContentError: one is laid out in a way that this cannot follow.
        """
        return {
            splice.file: splice.done()
            for file, splice in self._splices.items()
            if file in self._changed
        }

    def _at(self, path: KeyPath) -> tuple[Splice, KeyPath]:
        tree, own = self.tree.home(path)
        self._changed.add(tree.file)
        return self._splices[tree.file], own
