"""Numbers as people type them: ``over 300``, ``<5``, ``27 days``, ``£1.2m``, ``−3``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from hscb_report.summary.units import MINUS, WORDED, Bound, Show, UnitName

WORDS_OF: dict[Bound, tuple[str, ...]] = {
    "over": ("more than", "over", ">"),
    "under": ("fewer than", "less than", "under", "<"),
    "about": (
        "approximately",
        "approx.",
        "approx",
        "around",
        "about",
        "roughly",
        "circa",
        "c.",
        "~",
    ),
}
"""How people type a number that is not exact."""

_MINUSES = ("-", MINUS, "\N{EN DASH}")
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(.*)", re.ASCII)
_BEHIND: dict[str, UnitName] = {
    **{words: unit.name for unit in WORDED for words in unit.behind},
    "%": "percent",
    "per cent": "percent",
    "percent": "percent",
}
_TIMES: dict[str, tuple[int, Show | None]] = {
    "m": (1_000_000, "millions"),
    "million": (1_000_000, "millions"),
    "k": (1000, None),
    "thousand": (1000, None),
}


@dataclass(frozen=True)
class TypedNumber:
    """A number that was typed with a sign or with words.

    Attributes:
        unit: that they say; None where they say none.
        bound: that they say; None for an exact number.
        show: in what money was typed; None for the number itself.
    """

    value: Decimal
    unit: UnitName | None = None
    bound: Bound | None = None
    show: Show | None = None


def understood(text: str) -> TypedNumber | None:
    """What a text means as a number; None where it may mean something else."""
    bound, rest = bound_of(text.strip())
    minus, rest = _cut(rest, _MINUSES)
    if not minus:
        _, rest = _cut(rest, ("+",))
    pound, rest = _cut(rest, ("£",))
    if pound and not minus:
        minus, rest = _cut(rest, _MINUSES)
    found = _DIGITS.fullmatch(rest)
    if found is None:
        return None
    behind = " ".join(found[3].casefold().split())
    times, show = _TIMES.get(behind, (1, None)) if pound else (1, None)
    unit: UnitName | None = "pounds" if pound else _BEHIND.get(behind)
    if behind and times == 1 and (pound or unit is None):
        return None
    value = Decimal(found[1].replace(",", "") + (found[2] or ""))
    if times > 1:
        value = Decimal(f"{(value * times).normalize():f}")
    return TypedNumber(-value if minus else value, unit, bound, show)


def bound_of(text: str) -> tuple[Bound | None, str]:
    """What a text says before a number of the true one, and the rest of it."""
    for bound, ways in WORDS_OF.items():
        for words in ways:
            rest = text[len(words) :]
            apart = not words[-1].isalpha() or rest[:1] == " "
            if text.casefold().startswith(words) and apart:
                return bound, rest.strip()
    return None, text


def _cut(text: str, signs: tuple[str, ...]) -> tuple[str, str]:
    """A sign that a text begins with, or nothing, and the rest."""
    found = next((sign for sign in signs if text.startswith(sign)), "")
    return found, text[len(found) :].strip()
