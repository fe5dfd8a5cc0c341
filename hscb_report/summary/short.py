"""Rows that are written in short: the label is the key, and the figures stand behind it."""

from __future__ import annotations

from typing import Any

ROW_KEYS = ("label", "figures", "whole")
"""The keys that a row is written with, unless its label itself is the key."""


def is_meant(key: object) -> bool:
    """Whether a key is one of a row's own, or was meant to be: that is no label."""
    return str(key).casefold().rstrip("s") in {word.rstrip("s") for word in ROW_KEYS}


def is_short(value: object) -> bool:
    """Whether a row is written as its label with its figures behind it: ``Neglect: [a, b]``."""
    if not isinstance(value, dict) or len(value) != 1:
        return False
    ((key, names),) = value.items()
    return isinstance(names, (list, str)) and not is_meant(key)


def as_written(path: tuple[str | int, ...], data: Any) -> tuple[str | int, ...]:
    """The keys to what stands in a row as the file has them; of a label, those to the row.

    Args:
        data: the file as plain data.
    """
    for depth, key in enumerate(path):
        if key in ("label", "figures") and depth and is_short(data):
            ((label, names),) = data.items()
            rest = () if isinstance(names, str) else path[depth + 1 :]
            return path[:depth] if key == "label" else (*path[:depth], label, *rest)
        try:
            data = data[key]
        except (KeyError, IndexError, TypeError):
            break
    return path
