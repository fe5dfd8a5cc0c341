"""What takes the place of several tokens of a content file: keys that are texts themselves, keys in
braces, and comments where such stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import yaml

from hscb_report.summary.scalars import written

Edit = tuple[int, int, int, str]
"""From where to where a text is exchanged, its rank among those at one place, and by what."""
Comments = Mapping[int, list[tuple[str, str]]]
"""By the end of a line: names, and what is said of each."""


class KeyText(str):
    """The last of the keys to a text that is a key itself, as the label of a row may be."""


def in_braces(value: Any) -> str:
    """Keys with scalars on one line, ``{value: 9861, symbol: r}``; a scalar as it is written."""
    if not isinstance(value, dict):
        return written(value)
    return "{" + ", ".join(f"{key}: {written(one)}" for key, one in value.items()) + "}"


def outside(
    comments: Comments, edits: Iterable[Edit], line_end: Callable[[int], int]
) -> dict[int, list[tuple[str, str]]]:
    """Comments at the ends of lines that are left: one inside of what is exchanged goes to the end
    of the line on which that ends.

    Args:
        line_end: where the line of a place ends.
    """
    spans = [(start, end) for start, end, *_ in edits]
    found: dict[int, list[tuple[str, str]]] = {}
    for at, texts in comments.items():
        while ends := [end for start, end in spans if start < at < end]:
            at = line_end(max(ends))
        found.setdefault(at, []).extend(texts)
    return found


def pair_of(owner: yaml.MappingNode, key: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """A key of a mapping with its value."""
    return next((pair for pair in owner.value if pair[0].value == key), None)
