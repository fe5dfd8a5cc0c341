"""What a parser of YAML complains of, in plain words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from hscb_report.summary.guesses import guesses
from hscb_report.summary.retyped import Retyped, indent_of
from hscb_report.summary.run_on import list_below, not_indented

MAX_DEPTH = 24
"""So many levels may stand inside one another."""
MOST_COMPLAINTS = 10
"""So many faults of the writing are told at once: each is found behind those before it."""
MOST_GUESSES = 80
"""So many guesses are tried for each; every one reads the whole file."""
MOST_READ = 10_000_000
"""So many letters are read to try guesses, in all: some seconds at worst. A sign that YAML reads by
itself, or a new line, takes it as long as twenty letters.
"""


@dataclass(frozen=True)
class Complaint:
    """One fault of the writing.

    Attributes:
        line, column: from 1.
        typed: the whole line as it should be typed; empty where nobody can know.
    """

    line: int
    column: int
    message: str
    hint: str
    typed: str = ""


def complaints(
    error: yaml.YAMLError, lines: Sequence[str], keys: Collection[str], loader: Any
) -> Iterator[Complaint]:
    """What is wrong with the writing of a file, in its order.

    A fault that one line explains is told with that line as it should be typed, and the file is
    read on with it. So doing what is said lets the file be read, at least to the next complaint.

    Args:
        error: what stops the reading.
        keys: the words that are keys somewhere.
        loader: PyYAML's, with which it is read.
    """
    lines = list(lines)
    text = "\n".join(lines)
    left = MOST_READ // (1 + len(text) + 20 * sum(map(text.count, "\n,:[]{}\"'")))
    for _ in range(MOST_COMPLAINTS):
        if listed := list_below(lines, _near(error, lines)):
            number, key, line = listed
            yield Complaint(
                number,
                line.index(key) + 1,
                f'the list below belongs to "{key}", and the words before it stand behind the key',
                f"write | behind {key}:, and the words on a line of their own below it, where the "
                "list begins",
            )
            lines[number - 1] = line
        elif words := not_indented(lines, _near(error, lines)):
            first = min(words)
            yield Complaint(
                first,
                indent_of(lines[first - 1]) + 1,
                "these words are no part of the text whose key stands above: they are not indented",
                "begin each of their lines two spaces further in than the key",
                words[first] if len(words) == 1 else "",
            )
            for number, line in words.items():
                lines[number - 1] = line
        else:
            found, tried = _mended(error, lines, keys, loader, min(left, MOST_GUESSES))
            left -= tried
            if found is None:
                yield Complaint(*in_plain_words(error, lines))
                return
            yield Complaint(found.line, found.column, found.message, found.hint, found.text)
            lines[found.line - 1] = found.text
        following = _stops(lines, loader)
        if following is None:
            return
        error = following


def _near(error: yaml.YAMLError, lines: Sequence[str]) -> list[int]:
    """The lines about which a parser complains, and the one above each, from 1."""
    marks = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    found = [mark.line + 1 for mark in marks if mark]
    return [n for line in found for n in (line, line - 1) if 0 < n <= len(lines)]


def _mended(
    error: yaml.YAMLError, lines: list[str], keys: Collection[str], loader: Any, tries: int
) -> tuple[Retyped | None, int]:
    """The guess with which the file is read furthest, and beyond where it stopped; and how many
    were tried.

    Args:
        tries: so many guesses at most.
    """
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    if marks[0] is None:
        return None, 0
    stopped = min(marks[0].line + 1, len(lines))
    above = marks[1].line + 1 if marks[1] else stopped
    best, furthest, number = None, (stopped, marks[0].column), 0
    for number, guess in enumerate(guesses(lines, stopped, keys, above=above), 1):
        if number > tries:
            break
        if guess.text == lines[guess.line - 1]:
            continue
        left = _stops([*lines[: guess.line - 1], guess.text, *lines[guess.line :]], loader)
        if left is None:
            return guess, number
        mark = getattr(left, "problem_mark", None)
        reached = (mark.line + 1, mark.column) if mark else (0, 0)
        if reached[0] > max(stopped, guess.line) and reached > furthest:
            best, furthest = guess, reached
    return best, number


def _stops(lines: Sequence[str], loader: Any) -> yaml.YAMLError | None:
    """What stops the reading of some lines, if anything does."""
    depth = 0
    try:
        for event in yaml.parse("\n".join(lines), Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                mark: Any = event.start_mark
                return yaml.MarkedYAMLError(problem=_TOO_DEEP, problem_mark=mark)
    except yaml.YAMLError as error:
        return error
    return None


def in_plain_words(error: yaml.YAMLError, lines: Sequence[str]) -> tuple[int, int, str, str]:
    """Line and column from 1, message and next step.

    Args:
        lines: the file's.
    """
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


_TOO_DEEP = "exceeded maximum nesting depth"
_SYNTAX = [
    (
        _TOO_DEEP,
        f"more than {MAX_DEPTH} levels stand inside one another",
        "check the indentation and the brackets",
    ),
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
