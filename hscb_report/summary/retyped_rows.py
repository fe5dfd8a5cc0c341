"""The rows of a grid or a stack as they may have been meant: ``- Neglect: [before, now]``. Quotes
belong around the label alone, and the names of figures into brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hscb_report.summary.retyped import indent_of, quoted, without_comment

_NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_ROW = re.compile(
    rf"(?P<dash>\s*-\s+)(?P<label>\S(?:.*?\S)?)(?:\s*:\s*[\[({{]?|\s+[\[({{])\s*"
    rf"(?P<names>{_NAME}(?:(?:\s*,\s*|\s+){_NAME})*)\s*,?\s*[\])}}]?"
)
_BARE = re.compile(r"[A-Za-z0-9£(][^\[\]{}\"#:]*")
_IN_QUOTES = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")


def is_row(lines: Sequence[str], number: int) -> bool:
    """Whether a line, counted from 1, is an item right below the key ``rows``."""
    line = lines[number - 1]
    indent = indent_of(line)
    if not line.lstrip(" ").startswith("- "):
        return False
    for above in reversed(lines[: number - 1]):
        text = above.strip()
        item = text.startswith("- ") and indent_of(above) == indent
        if text and not text.startswith("#") and not item and indent_of(above) <= indent:
            return without_comment(text)[0].removeprefix("- ") == "rows:"
    return False


def row_as_typed(line: str) -> str:
    """A line with a label and names of figures as it should be typed; empty where it is none."""
    text, comment = without_comment(line.rstrip())
    found = _ROW.fullmatch(text)
    if found is None:
        return ""
    label, names = found["label"], re.findall(_NAME, found["names"])
    if not (_BARE.fullmatch(label) or _IN_QUOTES.fullmatch(label)):
        label = quoted(label)
    return f"{found['dash']}{label}: [{', '.join(names)}]{comment}"
