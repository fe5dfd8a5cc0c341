"""Texts that go over several lines of a file, and the lists in them.

YAML makes one line of a text that is folded: ``>``, quotes, or no sign at all. Lists and paragraphs
would be lost in it in silence, so such a text is read with the lines that it was typed in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import yaml

_KEPT = re.compile(r"\n *(?:\n|[-*•·‣▪●◦–—] |-\n|\d{1,2}[.)] )")
"""What a line end means something before: an empty line, and what may be the entry of a list."""
_LEADING = re.compile(r"(?P<before> *(?:- +)*)(?P<key>text|introduction): +[^\s|>].*: *")
_INDENTED = re.compile(r"[>|][+-]?[1-9]|[>|][1-9]")


def as_typed(event: yaml.ScalarEvent, lines: Sequence[str]) -> str:
    """The value of a text, in the lines it was typed in where these mean something; its words are
    the same.

    Args:
        lines: of the file.
    """
    start, end = event.start_mark, event.end_mark
    assert start and end  # events that are read from a text have marks
    value: str = event.value
    if event.style == "|" or start.line == end.line:
        return value
    if event.style == ">":
        typed = _block(lines[start.line :], start.column)
    else:
        typed = _flow(lines[start.line : end.line + 1], start.column, end.column, event.style or "")
    return typed if _KEPT.search(typed) and typed.split() == value.split() else value


def list_below(lines: Sequence[str], near: Collection[int]) -> tuple[int, str, str] | None:
    """A text whose words stand behind its key, end with a colon, and have a list below them: the
    number of its line, from 1, its key, and the line with a | behind the key and no words; None
    where there is none.

    Args:
        near: the numbers of the lines that are looked at.
    """
    for number in near:
        found = _LEADING.fullmatch(lines[number - 1]) if 0 < number < len(lines) else None
        below = next((line for line in lines[number:] if line.strip()), "")
        indent = len(below) - len(below.lstrip(" "))
        if found and below.lstrip(" ").startswith("- ") and indent > len(found["before"]):
            return number, found["key"], f"{found['before']}{found['key']}: |"
    return None


def not_indented(lines: Sequence[str], near: Collection[int]) -> dict[int, str]:
    """The lines of words below ``text: |`` that do not begin further in than their key, by their
    numbers from 1, as they are meant; empty where there are none.

    Args:
        near: the numbers of the lines that are looked at.
    """
    for number in near:
        for opens in range(number, max(0, number - _FAR), -1):
            found = _SIGN.match(lines[opens - 1])
            if found is None:
                continue
            inside, made = len(found["before"]) + 2, {}
            for at, line in enumerate(lines[opens:], opens + 1):
                if _NO_WORDS.match(line) or len(line) - len(line.lstrip(" ")) >= inside:
                    break
                made[at] = f"{' ' * inside}{line.strip()}"
            if made:
                return made
    return {}


_FAR = 15
"""So many lines above are looked at."""
_SIGN = re.compile(r"(?P<before> *(?:- +)*)[\w-]+: +[|>][+-]? *$")
_NO_WORDS = re.compile(r"\s*(?:$|#|-(?:\s|$)|[\w-]+:(?:\s|$))")


def _block(lines: Sequence[str], column: int) -> str:
    """A block text without its indentation; empty where that is said in its first line."""
    if _INDENTED.match(lines[0][column:]):
        return ""
    first = next((line for line in lines[1:] if line.strip()), "")
    indent = len(first) - len(first.lstrip(" "))
    made: list[str] = []
    for line in lines[1:]:
        if line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            break
        made.append(line[indent:])
    return "\n".join(made).rstrip()


def _flow(lines: Sequence[str], column: int, end: int, quote: str) -> str:
    """A text that ends where its quote or its indentation does; that of its lines means nothing."""
    own = [*lines[:-1], lines[-1][:end]]
    own[0] = own[0][column:]
    if quote:
        own[0], own[-1] = own[0][1:], own[-1][:-1]
    typed = "\n".join(line.strip() for line in own)
    return typed.replace("''", "'") if quote == "'" else typed
