"""From words in a text to their line and column in the file."""

from __future__ import annotations

import re
from dataclasses import replace

from hscb_report.errors import Place
from hscb_report.summary.tree import KeyPath, Tree


def place_of(tree: Tree, path: KeyPath, words: str = "", before: str = "") -> Place:
    """The place of ``words`` inside the text at ``path``; that of the text where they cannot be
    found.

    A text may go over several lines of the file, so the words are looked for from where it begins
    to where the next key or value does.

    Args:
        before: the text before the words; it tells which of several equal words is meant.
    """
    start = tree.place(path, key=path not in tree.raw)  # a group of keys is known by its name
    tree, _ = tree.home(path)
    if not words:
        return start
    behind = [
        mark
        for marks in (tree.keys, tree.values)
        for mark in marks.values()
        if mark > (start.line, start.column)
    ]
    line, column = min(behind, default=(len(tree.lines) + 1, 1))
    lines = tree.lines[start.line - 1 : line]
    if line <= len(tree.lines) and lines:
        lines[-1] = lines[-1][: column - 1]
    written = "\n".join(lines)
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
    earlier = len(pattern.findall(before))
    spots = [found.start() for found in pattern.finditer(written, start.column - 1)]
    if not spots:
        return start
    spot = spots[min(earlier, len(spots) - 1)]
    down = written.count("\n", 0, spot)
    found = tree.at(start.line + down, spot - (written.rfind("\n", 0, spot) + 1) + 1)
    return replace(found, section=start.section)
