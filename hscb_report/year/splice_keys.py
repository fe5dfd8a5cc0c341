"""Keys of a content file that are written anew: those that are texts themselves, and several at
once.
"""

from __future__ import annotations

from typing import Any

from hscb_report.summary.scalars import written


class KeyText(str):
    """The last of the keys to a text that is a key itself, as the label of a row may be."""


def in_braces(value: dict[str, Any]) -> str:
    """Keys with scalars on one line: ``{value: 9861, symbol: r}``."""
    return "{" + ", ".join(f"{key}: {written(one)}" for key, one in value.items()) + "}"
