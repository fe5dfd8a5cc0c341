"""Lines of a content file as they may have been meant, to be shown as they should be typed.

Whoever shows one has tried it first, or knows what is wrong with the line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

_PARTS = re.compile(r"(\s*(?:-\s+)*)(?:([\w-]+):(\s+|$))?(.*)", re.DOTALL)
_COMMENT = re.compile(r"\s+#(?:\s.*)?$")
_PLAIN = re.compile(r"[A-Za-z0-9£(][^\[\]{},\"#:]*")
"""What needs no quotes, not even between braces."""


BULLETS = "–—•·‣*"
"""What word processors set before the items of a list."""


@dataclass(frozen=True)
class Retyped:
    """A line as it may have been meant.

    Attributes:
        line: its number, from 1.
        text: the whole line.
        column: from 1, of what was wrong with it.
        message, hint: what was wrong, and the next step.
    """

    line: int
    text: str
    column: int
    message: str
    hint: str


def indent_of(line: str) -> int:
    """How many spaces stand before the first word of a line."""
    return len(line) - len(line.lstrip(" "))


def quoted(text: str) -> str:
    """A text in quotes, such as it does not hold itself."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def in_quotes(line: str, keys: Collection[str]) -> str:
    """A line whose text stands in quotes: what is behind its key, or all of an item of a list.

    Args:
        keys: the words that are keys; others are words of a text.
    """
    at = start_of(line, keys)
    value, comment = without_comment(line[at:].rstrip())
    return line[:at] + quoted(value) + comment if value else line


def braced(line: str, keys: Collection[str]) -> str:
    """A line with one ``{key: value, ...}`` in which every text that needs quotes has them, and
    nothing is left open; the line itself where it is no such line. A value may be keys in braces.
    """
    at = start_of(line, keys)
    value, comment = without_comment(line[at:].rstrip())
    made = _braced(value, keys)
    return f"{line[:at]}{made}{comment}" if made else line


def _braced(value: str, keys: Collection[str]) -> str:
    """The same of what stands behind a key; empty where it is no such thing."""
    if not value.startswith("{"):
        return ""
    inner = value[1:]
    end = re.search(r"\}(,?)$", inner)
    comma = end[1] if end else ""
    inner = inner[: end.start()] if end else inner
    if inner.count("{") > inner.count("}"):  # the brace at the end was that of a {figure}
        inner += "}"
    found = re.finditer(r"(?:^|,)\s*([\w-]+):\s+", inner)
    starts = [one for one in found if one[1] in keys and _is_outside(inner[: one.start()])]
    if not starts or starts[0].start() > 0:
        return ""
    ends = [one.start() for one in starts[1:]] + [len(inner)]
    members = [
        f"{one[1]}: {_member(inner[one.end() : end].strip(), keys)}"
        for one, end in zip(starts, ends, strict=True)
    ]
    return f"{{{', '.join(members)}}}{comma}"


def _is_outside(before: str) -> bool:
    """Whether what follows stands in no braces that began before it."""
    return before.count("{") <= before.count("}")


def dashed(lines: Sequence[str], number: int) -> str:
    """A line as the first of an item of the list that stands about it; empty where none does."""
    line = lines[number - 1]
    text = line.lstrip(" ")
    indent = indent_of(line)
    for start in (indent, indent - 2):
        if start >= 0 and _dash_near(lines, number, start):
            return f"{' ' * start}- {text}"
    return ""


def start_of(line: str, keys: Collection[str]) -> int:
    """Where the value of a line begins: behind its key, or behind the dash of its item."""
    found = _PARTS.match(line)
    if found is None:
        return 0
    is_key = found[2] is not None and (found[2] in keys or "-" not in found[1])
    return found.start(4) if is_key else found.end(1)


def without_comment(value: str) -> tuple[str, str]:
    """A value, and the comment behind it with the space before."""
    found = _COMMENT.search(value)
    return (value[: found.start()], found[0]) if found else (value, "")


def _member(value: str, keys: Collection[str]) -> str:
    """A value between braces, in quotes where it needs them."""
    if inner := _braced(value, keys):
        return inner
    sign = value[:1]
    if sign in ("'", '"') and value.count(sign) == 1:
        return value + sign
    if sign in ("'", '"') and re.fullmatch(rf"{sign}[^{sign}]*{sign}", value):
        return value
    if sign == '"' and re.fullmatch(r'"(?:[^"\\]|\\.)*"', value):
        return value
    if _PLAIN.fullmatch(value) or sign == "[":
        return value
    return quoted(value) if value else value


def _dash_near(lines: Sequence[str], number: int, start: int) -> bool:
    """Whether the list about a line has an item whose dash stands in a column, from 0."""
    for step in (-1, 1):
        other = number + step
        while 0 < other <= len(lines):
            line = lines[other - 1]
            indent = indent_of(line)
            if line.strip() and indent <= start:
                if indent == start and line.lstrip(" ").startswith("- "):
                    return True
                break
            other += step
    return False
