"""What somebody said, in quotes: those that were typed around it are not doubled."""

from __future__ import annotations

import re

_PAIRS = (('"', '"'), ("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("‘", "’"), ("'", "'"))
"""What people type before and after what somebody said."""
_SINGLE = "'‘"
_OPENS = re.compile(r"(?<!\w)['‘](?=\w)")
_ENDS = ".,!?…"
_INSIDE = str.maketrans({'"': "'", "“": "‘", "”": "’"})
"""What is quoted inside a quotation has the other quotes."""


def in_quotes(text: str) -> tuple[str, ...]:
    """The paragraphs of what was said with a straight quote before each, and behind the last; they
    are set as the language of the text has them.
    """
    parts = [part.translate(_INSIDE) for part in _bare(text.split("\n\n"))]
    return (*(f'"{part}' for part in parts[:-1]), f'"{parts[-1]}"')


def _bare(parts: list[str]) -> list[str]:
    """Paragraphs without the quotes around them; as they are where the quotes are not around all of
    it.
    """
    for before, after in _PAIRS:
        if not all(part.startswith(before) for part in parts):
            continue
        inner = [_inner(part, before, after) for part in parts]
        if inner[-1] is None:
            continue
        made = [one or part[1:] for one, part in zip(inner, parts, strict=True)]
        if all(made) and not any(_quotes_inside(one, before, after) for one in made):
            return made
    return parts


def _inner(part: str, before: str, after: str) -> str | None:
    """A paragraph between its quotes; a full stop behind them belongs to it."""
    end = part[-1] if part[-1] in _ENDS else ""
    whole = part.removesuffix(end) if end else part
    if len(whole) < 3 or not whole.endswith(after):
        return None
    inner = whole[len(before) : -len(after)].strip()
    return inner if not end or inner[-1:] in _ENDS else f"{inner}{end}"


def _quotes_inside(text: str, before: str, after: str) -> bool:
    if before in _SINGLE:  # an apostrophe is no quote
        return bool(_OPENS.search(text))
    return before in text or after in text
