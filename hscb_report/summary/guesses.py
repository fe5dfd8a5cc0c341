"""What may have been meant by lines that cannot be read.

These are guesses. Whoever shows one has tried it first: ``syntax`` reads the whole file with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from hscb_report.summary.beginnings import (
    folded,
    indented,
    lacking_colon,
    lacking_dash,
    noted,
    previous_line,
)
from hscb_report.summary.retyped import (
    Retyped,
    braced,
    indent_of,
    quoted,
    start_of,
    without_comment,
)
from hscb_report.summary.retyped_numbers import numbers
from hscb_report.summary.retyped_rows import is_row, row_as_typed

_CLOSERS = {"{": "}", "[": "]"}


def guesses(
    lines: Sequence[str], at: int, keys: Collection[str], *, above: int
) -> Iterator[Retyped]:
    """What may have been meant by the lines about a place that cannot be read, the likeliest first.

    Args:
        at: the line at which reading stopped, from 1.
        above: the line in which began what could not be read to its end, from 1.
    """
    near = [n for n in (at, previous_line(lines, at), above) if 0 < n <= len(lines)]
    tried = list(dict.fromkeys([*near, *range(at, max(0, min(above - 2, at - 12)), -1)]))
    for number in [*tried, *_open_quotes(lines, at)]:
        yield from _closed(lines, number)
        yield from _closed_below(lines, number)
    for guess in (numbers, _in_form):
        for number in tried:
            yield from guess(lines, number, keys)
    for guess, where in (
        (lacking_dash, tried),
        (lacking_colon, tried),
        (_row, near),
        (_quoted, near),
        (_balanced, near),
        (indented, near),
    ):
        for number in where:
            yield from guess(lines, number, keys)
    for guess, where in ((folded, tried), (noted, near)):
        for number in where:
            yield from guess(lines, number, keys)


def _closed(lines: Sequence[str], number: int) -> Iterator[Retyped]:
    """A quote that is opened and not closed in the line."""
    line = lines[number - 1]
    opened = _open_quote(line)
    if opened < 0:
        return
    code = line.rstrip()
    flow = re.search(r"[}\]]+,?$", code) if re.search(r"[{\[]", line[:opened]) else None
    end = flow.start() if flow else len(code)
    yield Retyped(
        number,
        code[:end] + line[opened] + code[end:],
        opened + 1,
        "a quote is opened here and never closed",
        "add the missing quote",
    )


def _closed_below(lines: Sequence[str], number: int) -> Iterator[Retyped]:
    """A quote that is opened in a line, around a text that goes on below it."""
    line = lines[number - 1]
    if _open_quote(line) < 0:
        return
    indent, last = indent_of(line), number
    while last < len(lines) and (not (below := lines[last]).strip() or indent_of(below) > indent):
        last += 1
    last = next((n for n in range(last, number, -1) if lines[n - 1].strip()), number)
    if last > number:
        end = lines[last - 1].rstrip()
        yield Retyped(
            last,
            end + line[_open_quote(line)],
            len(end) + 1,
            f"the quote that is opened in line {number} is never closed",
            "add it at the end of the text",
        )


def _in_form(lines: Sequence[str], number: int, keys: Collection[str]) -> Iterator[Retyped]:
    """Keys and values between braces."""
    line = lines[number - 1]
    new = braced(line, keys)
    if new == line:
        return
    open_ = re.search(r"\}\s*,?\s*(?:#\s.*)?$", line) is None
    only = open_ and new.count('"') + new.count("'") == line.count('"') + line.count("'")
    yield Retyped(
        number,
        new,
        _differs(line, new) if not only else line.index("{") + 1,
        "a brace is opened here and never closed"
        if only
        else "between braces, a text with a comma, a colon, a quote or a brace in it needs quotes "
        "around all of it",
        "add the missing }" if only else "put quotes around the whole text",
    )


def _row(lines: Sequence[str], number: int, keys: Collection[str]) -> Iterator[Retyped]:
    """A row of a grid or a stack: its label may need quotes, and its names brackets."""
    line = lines[number - 1]
    new = row_as_typed(line) if is_row(lines, number) else ""
    if not new:
        return
    only = line.count('"') + line.count("'") == new.count('"') + new.count("'")
    yield Retyped(
        number,
        new,
        _differs(line, new),
        "the brackets around the names of figures are not closed"
        if only
        else "the label of this row begins with a sign, or has a colon or a quote in it",
        "add the missing ]" if only else "put quotes around the label alone",
    )


def _quoted(lines: Sequence[str], number: int, keys: Collection[str]) -> Iterator[Retyped]:
    if is_row(lines, number) and row_as_typed(lines[number - 1]):
        return
    line = lines[number - 1]
    at = start_of(line, keys)
    value, comment = without_comment(line[at:].rstrip())
    if not value or re.fullmatch(r"[{\[].*[\]}],?", value):
        return
    if sign := re.match(r"[>|][+-]?\s+(?=\S)", value):
        yield Retyped(
            number,
            line[:at] + value[sign.end() :] + comment,
            at + 1,
            "a text does not begin with > or |",
            "leave the sign out, or begin the words on the next line",
        )
    elif value[0] in "{[" and not re.match(r"[{\[][^{}\[\]]*[}\]]\s*[^\s,\]}]", value):
        return
    elif value[0] in "'\"{[":
        why = "this text begins with a quote or bracket and goes on behind it"
        yield _all_quoted(number, line, at, value, comment, why)
    elif ": " in value or value.endswith(":"):
        why = 'a second colon stands in this line: a text with ": " in it needs quotes'
        yield _all_quoted(number, line, at, value, comment, why)
    else:
        why = "a text may not begin with this sign"
        yield _all_quoted(number, line, at, value, comment, why)


def _all_quoted(number: int, line: str, at: int, value: str, comment: str, message: str) -> Retyped:
    return Retyped(
        number,
        line[:at] + quoted(value) + comment,
        at + 1,
        message,
        "put quotes around all of the text",
    )


def _balanced(lines: Sequence[str], number: int, keys: Collection[str]) -> Iterator[Retyped]:
    """Brackets and braces that are opened and not closed in the line."""
    line, comment = without_comment(lines[number - 1].rstrip())
    made, open_, quote, missing = "", "", "", -1
    for column, sign in enumerate(line):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"" and not line[column - 1 : column].isalnum():
            quote = sign
        elif sign in _CLOSERS:
            open_ += sign
        elif sign in _CLOSERS.values():
            while open_ and _CLOSERS[open_[-1]] != sign:
                made, open_, missing = made + _CLOSERS[open_[-1]], open_[:-1], column
            open_ = open_[:-1]
        made += sign
    if quote or (not open_ and missing < 0):
        return
    made += "".join(_CLOSERS[sign] for sign in reversed(open_))
    column = len(line) if missing < 0 else missing
    closer = made[column]
    name = "brace" if closer == "}" else "bracket"
    yield Retyped(
        number, made + comment, column + 1, f"a {name} is not closed", f"add the missing {closer}"
    )


def _open_quote(line: str) -> int:
    """The column, from 0, of a quote that begins a value and is not closed in the line; -1."""
    for found in re.finditer(r"(?:^\s*|[-:]\s+|[{\[,]\s*)([\"'])", line):
        sign, at = found[1], found.start(1)
        if line.count(sign, at) == 1:
            return at
    return -1


def _open_quotes(lines: Sequence[str], at: int) -> Iterator[int]:
    """The lines above one that leave a quote open, the nearest first."""
    return (n for n in range(min(at, len(lines)), 0, -1) if _open_quote(lines[n - 1]) >= 0)


def _differs(old: str, new: str) -> int:
    """The column, from 1, where two lines begin to differ."""
    same = zip(old, new, strict=False)
    return next((at for at, (a, b) in enumerate(same, 1) if a != b), min(len(old), len(new)) + 1)
