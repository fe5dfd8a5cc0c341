"""What people call what can be changed: a number, a chart or a text by its own words, not by the
keys that hold it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hscb_report.errors import said_keys
from hscb_report.summary.tree import KeyPath, Tree

NAMED = ("figures", "series", "sources", "pictures")
"""What has a name of its own in the file."""
NAMES = {
    "value": "number",
    "lead": "words before the number",
    "label": "words after the number",
    "name": "name in tables",
    "noun": "what is counted",
    "short": "short name in charts",
    "reason": "why it is missing",
    "as_at": "day of the count",
    "srgb": "colour",
    "previous": "last year's number",
    "what_changed": "what changed",
    "short_name": "short name",
    "alt": "alternative text",
    "credit": "who made it",
}
"""What people call what keys hold; other keys are words themselves."""
_ONE = {"rows": "row", "parts": "part", "columns": "column"}
_ITSELF = ("text", "label")
"""Of an item, a row or a part these are what it is."""


def called(path: KeyPath, tree: Tree) -> tuple[str, str]:
    """What a value belongs to, and what it is called there.

    Args:
        path: the keys to it.
        tree: the file that holds it, with those that it includes.
    """
    if path == ("name",):
        return "", "name"
    if path[0] in NAMED and len(path) > 2:
        return _known(path, tree), _named(path[2:])
    if path[0] == "social" and len(path) > 2:
        return f"card {int(path[1]) + 1}", _named(path[2:])
    if path[0] == "sections" and len(path) > 3:
        return _block(path, tree), _named(path[4:]) if len(path) > 4 else ""
    if path[:2] == ("brand", "colours"):
        return "", str(path[2])
    return "", _named(path[2:] if path[0] == "sections" else path)


def _known(path: KeyPath, tree: Tree) -> str:
    """A figure, series, source or picture by its words; with its place and its time, where another
    has the same words.
    """
    all_of = data_below(tree.data, path[:1])
    about = _mapping(all_of).get(path[1])
    said = _said(about) or str(path[1])
    others = [one for key, one in _mapping(all_of).items() if key != path[1] and _said(one) == said]
    if not others:
        return said
    own = _mapping(about)
    where, when = own.get("place"), own.get("as_at") or own.get("period")
    alike = any(_mapping(one).get("place") == where for one in others)
    return ", ".join(str(one) for one in (said, where, when if alike else None) if one)


def _said(about: Any) -> str:
    own = _mapping(about)
    return str(next((own[key] for key in ("name", "label", "title") if own.get(key)), ""))


def _block(path: KeyPath, tree: Tree) -> str:
    """A block by its title, or by its kind; counted, where its section has several without one."""
    blocks = data_below(tree.data, path[:3])
    own = _mapping(data_below(tree.data, path[:4]))
    if title := own.get("title"):
        return str(title)
    kind = str(own.get("kind", "block"))
    if not isinstance(blocks, list) or not isinstance(path[3], int):
        return kind
    alike = [
        at
        for at, one in enumerate(blocks)
        if _mapping(one).get("kind") == own.get("kind") and not _mapping(one).get("title")
    ]
    said = kind.replace("-", " ")
    return f"{said} {alike.index(path[3]) + 1}" if len(alike) > 1 else said


def _named(keys: KeyPath) -> str:
    last = str(keys[-1])
    if keys[0] == "points":
        whole = last == "value" or len(keys) == 2
        return str(keys[1]) if whole else f"{keys[1]}: {NAMES.get(last, last)}"
    if keys[0] == "previous":
        if last in ("previous", "value"):
            return NAMES["previous"]
        return f"last year: {NAMES.get(last, last)}"
    if len(keys) == 1:
        return NAMES.get(last, said_keys(keys))
    if isinstance(keys[-1], int):
        return _counted(keys)
    front = _counted(keys[:-1])
    return front if last in _ITSELF else f"{front}: {NAMES.get(last, last)}"


def _counted(keys: KeyPath) -> str:
    said = said_keys(keys)
    first, space, rest = said.partition(" ")
    return f"{_ONE.get(first, first)}{space}{rest}"


def _mapping(data: Any) -> Mapping[Any, Any]:
    return data if isinstance(data, dict) else {}


def data_below(data: Any, keys: KeyPath) -> Any:
    """What stands at some keys below plain data; None where nothing does."""
    for key in keys:
        if isinstance(data, dict):
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int) and key < len(data):
            data = data[key]
        else:
            return None
    return data
