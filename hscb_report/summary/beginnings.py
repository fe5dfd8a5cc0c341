"""What may have been meant by a line whose beginning is not in form: dash, key, indentation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from hscb_report.summary.retyped import BULLETS, Retyped, dashed, indent_of

_FAR = 15
"""So many lines above are looked at for where lines begin."""


def lacking_dash(lines: Sequence[str], number: int, keys: Collection[str]) -> Iterator[Retyped]:
    """An item of a list without its dash, or with another sign in its place."""
    line = lines[number - 1]
    text = line.lstrip(" ")
    indent = len(line) - len(text)
    told = 'an item of the list lacks its "- "', 'begin each item with "- "'
    if re.match(r"-[^\s-]", text):
        yield Retyped(number, f"{' ' * indent}- {text[1:]}", indent + 1, *told)
    elif found := re.match(rf"[{BULLETS}]\s+", text):
        yield Retyped(number, f"{' ' * indent}- {text[found.end() :]}", indent + 1, *told)
    elif not text.startswith("- ") and (new := dashed(lines, number)):
        yield Retyped(number, new, indent + 1, *told)


def lacking_colon(lines: Sequence[str], number: int, keys: Collection[str]) -> Iterator[Retyped]:
    """A key without its colon, or without the space behind it."""
    line = lines[number - 1]
    found = re.match(r"(\s*(?:-\s+)*)([\w-]+)(:?)( ?)(?=\S|$)", line)
    alone = re.fullmatch(r"\s*[a-z][a-z0-9-]*\s*", line)  # the name of a figure, say
    if found is None or not (alone or found[2] in keys) or (found[3] and found[4]):
        return
    message = (
        f'a space is missing behind the colon of "{found[2]}"'
        if found[3]
        else f'"{found[2]}" lacks its colon'
    )
    yield Retyped(
        number,
        f"{found[1]}{found[2]}: {line[found.end() :]}".rstrip(),
        found.end(2) + 1,
        message,
        'write "key: value", with a space behind the colon',
    )


def indented(lines: Sequence[str], number: int, keys: Collection[str]) -> Iterator[Retyped]:
    """The line begun where others near it begin; one that opens a group, a space beside where it
    begins.
    """
    line = lines[number - 1]
    indent = indent_of(line)
    about = [
        n for n in range(max(1, number - _FAR), min(number + 1, len(lines)) + 1) if n != number
    ]
    dash = line.lstrip(" ").startswith("- ")
    if not dash and not re.match(r"\s*[\w-]+:", line):  # words of a text, which have lines beside
        about = [n for n in about if abs(n - number) == 1]
    starts = {
        start
        for beside in (lines[n - 1] for n in about if worded(lines[n - 1]))
        for start in _starts(beside, dash)
    }
    nearest = sorted(starts - {indent}, key=lambda start: (abs(start - indent), -start))
    by_one = [indent - 1, indent + 1]
    opens = re.fullmatch(r"\s*(?:-\s.*|[\w-]+:\s*)", line)
    for start in dict.fromkeys([*by_one, *nearest] if opens else [*nearest, *by_one]):
        if start >= 0:
            yield Retyped(
                number,
                " " * start + line.lstrip(" "),
                1 + indent,
                "the indentation does not fit the lines beside this one",
                "start the line where its neighbours start",
            )


def _starts(line: str, dash: bool) -> list[int]:
    """Where the items of a list begin in a line, or else its keys."""
    if line.lstrip(" ").startswith("- "):
        found = re.match(r" *-\s+", line)
        return [indent_of(line)] if dash or not found else [found.end()]
    return [] if dash else [indent_of(line)]


def noted(lines: Sequence[str], number: int, keys: Collection[str]) -> Iterator[Retyped]:
    """Words that are neither a key with its value nor an item."""
    line = lines[number - 1]
    text = line.strip()
    if text and ":" not in text and text[0].isalnum():
        start = indent_of(line)
        yield Retyped(
            number,
            f"{' ' * start}# {text}",
            start + 1,
            "this line is neither a key with its value nor an item of a list",
            "give it one; or, if it is a note to yourselves, begin it with #",
        )


def folded(lines: Sequence[str], number: int, keys: Collection[str]) -> Iterator[Retyped]:
    """A text on the lines below its key that needs quotes, or >."""
    line = lines[number - 1]
    found = re.fullmatch(r"\s*(?:-\s+)*([\w-]+):\s*", line)
    below = lines[number].lstrip() if number < len(lines) else ""
    key = re.match(r"([\w-]+):", below)
    if found and found[1] in keys and below[:1].isalnum() and not (key and key[1] in keys):
        yield Retyped(
            number,
            f"{line.rstrip()} >",
            len(line.rstrip()) + 1,
            "the text below holds a sign that may not stand in it like this",
            f"write > behind {found[1]}: and leave the text as it is",
        )


def previous_line(lines: Sequence[str], at: int) -> int:
    """The line with words above one; 0 where there is none."""
    return next((n for n in range(min(at - 1, len(lines)), 0, -1) if worded(lines[n - 1])), 0)


def worded(line: str) -> bool:
    """Whether more than a comment stands in a line."""
    return bool(line.strip()) and not line.lstrip().startswith("#")
