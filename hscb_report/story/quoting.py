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
        last = _before_end(parts[-1], after)
        if not parts[0].startswith(before) or not last:
            continue
        made = [*parts[:-1], last]
        made = [one.removeprefix(before) for one in made]
        made = [*(one.removesuffix(after) for one in made[:-1]), made[-1]]
        if all(map(str.strip, made)) and not any(
            _quotes_inside(one, before, after) for one in made
        ):
            return [one.strip() for one in made]
    return parts


def _before_end(part: str, after: str) -> str:
    """A paragraph without the quote that ends it; a full stop behind that belongs to it. Empty
    where none ends it.
    """
    end = part[-1] if part[-1] in _ENDS else ""
    whole = part.removesuffix(end) if end else part
    if not whole.endswith(after):
        return ""
    inner = whole.removesuffix(after)
    return inner if not end or inner[-1:] in _ENDS else f"{inner}{end}"


def _quotes_inside(text: str, before: str, after: str) -> bool:
    if before in _SINGLE:  # an apostrophe is no quote
        return bool(_OPENS.search(text))
    return before in text or after in text
