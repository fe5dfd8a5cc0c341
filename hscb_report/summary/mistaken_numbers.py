"""Mistakes in the numbers of a series, and in last year's number."""

from __future__ import annotations

import re

from hscb_report.summary.mistake import Better, Mistake
from hscb_report.summary.retyped_numbers import HINT, MESSAGE, numbers_as_typed

_KINDS = {"unexplained", "extra_forbidden", "missing", "number"}


def in_braces(wrong: Mistake) -> Better:
    """Numbers that commas in braces divide, or whose colon or symbol is not where it belongs; and a
    point that is null alone.
    """
    if wrong.kind not in _KINDS or not {"points", "previous"} & {*wrong.path[:-1]}:
        return None
    line = wrong.tree.place(wrong.path, key=True).source
    if (new := numbers_as_typed(line)) != line:
        return "comma", MESSAGE, HINT, new
    if wrong.path[-2:-1] != ("points",):
        return None
    gap = f"write {wrong.path[-1]}: {{value: null, symbol: x, reason: why it is missing}}"
    if wrong.kind == "unexplained" and wrong.value is None:
        return wrong.kind, wrong.message, f"{gap}; never guess a number"
    if wrong.kind == "number" and re.fullmatch(r"[a-z]|low|", wrong.shown):
        return wrong.kind, f'"{wrong.shown}" is not a number', f"write it in digits, or {gap}"
    return None
