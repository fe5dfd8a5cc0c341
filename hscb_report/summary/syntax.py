"""What a parser of YAML complains of, in plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml


def in_plain_words(error: yaml.YAMLError, lines: Sequence[str]) -> tuple[int, int, str, str]:
    """Line and column from 1, message and next step.

    Args:
        lines: the file's.
    """
    opened = getattr(error, "context_mark", None)
    if "flow mapping" in str(getattr(error, "context", "")) and opened is not None:
        line = lines[opened.line] if opened.line < len(lines) else ""
        colour = _BARE_COLOUR.search(line, opened.column)
        if colour:
            return (
                opened.line + 1,
                colour.start() + 1,
                "what stands behind this # is a comment, the closing brace too",
                f'put quotes around the colour: "{colour[0]}"',
            )
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    if "quoted scalar" in str(getattr(error, "context", "")):
        marks.reverse()  # where the quote opened
    mark = marks[0] or marks[1]
    what = str(getattr(error, "problem", "") or error)
    message, hint = next(
        ((text, step) for part, text, step in _SYNTAX if part in what),
        (
            f"this cannot be read ({what})",
            "check the indentation, quotes and brackets here and just above",
        ),
    )
    return (*((mark.line + 1, mark.column + 1) if mark else (1, 1)), message, hint)


_BARE_COLOUR = re.compile(r"(?<= )#[0-9A-Fa-f]{6}\b")

_SYNTAX = [
    (
        "mapping values are not allowed",
        "a second colon stands in this line, or it or the line above is indented wrongly",
        'put quotes around a text that holds ": ", and a space behind each key\'s colon; start '
        "lines where their neighbours start",
    ),
    (
        "did not find expected key",
        "the indentation does not fit the lines above, or a text begins with a quote or bracket "
        "and goes on behind it",
        "start the line where its neighbours start; put quotes around all of a text that begins "
        "with ' or [",
    ),
    (
        "did not find expected '-'",
        'an item of the list lacks its "- ", here or just above',
        'begin each item with "- "',
    ),
    (
        "could not find expected ':'",
        'a key without its ":" stands here or just above',
        'write "key: value", with a space behind the colon',
    ),
    (
        "did not find expected ',' or",
        "a bracket or brace is not closed, or a comma is missing",
        "close it on the same line, and put quotes around a text that holds commas",
    ),
    (
        "unexpected end of stream",
        "a quote is opened here and never closed",
        "add the missing quote",
    ),
    (
        "found character that cannot start any token",
        "a text may not begin with this sign",
        "put quotes around the text",
    ),
    (
        "did not find expected alphabetic",
        "a text may not begin with this sign",
        "put quotes around the text",
    ),
    (
        "did not find expected comment or line break",
        "a text may not begin with > or |",
        "put quotes around the text",
    ),
]
