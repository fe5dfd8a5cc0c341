"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hscb_report.summary.prose import DASH

_ABBREVIATION = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|Dr|Mr|Mrs|Ms|St|Prof|Rev|No|para|approx|[A-Z])\.$"
)
_END = re.compile(r"[.!?]+[\"'”’)]*(?=\s|$)|\n\n|\n(?=- )")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text as it was typed, each with where it begins, from 0; of an entry of
    a list, behind its dash.
    """
    start = 0
    for end in [*(found.end() for found in _END.finditer(text)), len(text)]:
        part = text[start:end]
        if not part.strip():
            start = end
            continue
        if _ABBREVIATION.search(part) and end < len(text):
            continue
        entry = text.startswith(DASH, start) and (start == 0 or text[start - 1] == "\n")
        lead = len(DASH) if entry else len(part) - len(part.lstrip())
        yield start + lead, part[lead:].strip()
        start = end
