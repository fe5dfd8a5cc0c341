"""The known word that was probably meant, for next steps."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

LONGEST = 100
"""Letters of a word that is compared with others, which takes their product."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The known word nearest to ``word``, or empty."""
    if len(word) > LONGEST:
        return ""
    close = difflib.get_close_matches(str(word).lower(), list(known), n=1, cutoff=0.7)
    return close[0] if close else ""


def suggestion(word: str, known: Iterable[str], what: str) -> str:
    """A next step for a word that is not known: the nearest one, or all there are."""
    known = sorted(known)
    if near := did_you_mean(word, known):
        return f'did you mean "{near}"?' + (
            f" The {what} are: {', '.join(known)}" if len(known) < 16 else ""
        )
    if not known:
        return f"there are no {what} yet"
    return f"the {what} are: {', '.join(known[:30])}{', …' if len(known) > 30 else ''}"
