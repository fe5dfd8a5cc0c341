"""What the content language leaves out of YAML, and texts that a comment cuts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import yaml

from hscb_report.errors import Problem
from hscb_report.summary.retyped import in_quotes
from hscb_report.summary.retyped_rows import is_row, row_as_typed


def left_out(event: Any) -> Iterator[tuple[str, str, str]]:
    """Code, message and next step of each anchor and tag of an event that begins a value."""
    if event.anchor:
        yield (
            "anchor",
            f"&{event.anchor} marks a part to be repeated, which content files do not use",
            "remove it; a text that begins with & needs quotes",
        )
    if event.tag and event.tag != "!":
        yield (
            "tag",
            f"{event.tag} is a YAML tag, which content files do not use",
            "remove it; a text that begins with ! needs quotes",
        )


def cut_by_comment(
    event: yaml.ScalarEvent, lines: Sequence[str], keys: Collection[str]
) -> tuple[tuple[int, int], str, str, str] | None:
    """``Team #1``: what is typed as a number sign cuts the text; a comment has a space behind it.

    Returns:
        Line and column of the sign, message, next step, and the line as it should be typed, where
        it holds all of the text.
    """
    if event.style or not event.value:
        return None
    mark = event.end_mark
    assert mark and event.start_mark  # events that are read from a text have marks
    line = lines[mark.line] if mark.line < len(lines) else ""
    rest = line[mark.column :]
    if not re.match(r"\s+#[^\s#]", rest):
        return None
    row = row_as_typed(line) if is_row(lines, mark.line + 1) else ""
    whole = "label alone" if row else "whole text"
    return (
        (mark.line + 1, mark.column + 1 + rest.index("#")),
        "the text ends here, for # begins a comment",
        f"put a space behind the # of a comment; or put quotes around the {whole}",
        (row or in_quotes(line, keys)) if event.start_mark.line == mark.line else "",
    )


def twice(key: str, first: int, typed: str) -> tuple[str, str]:
    """Message and next step of a key that is there already.

    Args:
        first: the line in which it is.
        typed: the line as the first of the next item of a list; empty where it is none.
    """
    return (
        f'"{key}" is written a second time; it is first on line {first}',
        'keep one of the two; or, if the next item of the list begins here, put "- " before it'
        if typed
        else "keep one of the two, or give the second another name",
    )


def without_odd_keys(problems: Sequence[Problem], told: Sequence[Problem]) -> list[Problem]:
    """What was found before a file could not be read on, without keys that are no words in a line
    that is told as it should be typed.
    """
    lines = {one.spot[0] for one in told if one.typed}
    return [one for one in problems if one.code != "odd-key" or one.spot[0] not in lines]
