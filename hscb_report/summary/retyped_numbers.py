"""Lines with the numbers of a series, or with last year's number, as they may have been meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from hscb_report.summary.retyped import Retyped

_WHEN = r"(?:Q[1-4],? )?\d{4}(?:[-/]\d\d(?:\d\d)?)?(?:,? Q[1-4])?"
_END = r"(?=\s*[,}]|\s*$)"
_OPENS = re.compile(r"\s*(?:[\w-]+:\s*\{.*\b)?(?:points|previous|value):|.*\bprevious:\s*\{")
_SYMBOL = r"(?P<symbol>low|[a-z])"
_FORMS = (
    (re.compile(rf"(?<=[:{{]) *(?P<value>\d{{1,3}}(?:,\d{{3}})+){_END}"), "comma"),
    (re.compile(rf"(?P<at>[{{,]\s*)(?P<when>{_WHEN}) +(?P<value>\d[\d.]*){_END}"), "colon"),
    (re.compile(rf"\{{ *(?P<value>\d[\d.]*),? *{_SYMBOL} *\}}"), "braces"),
    (re.compile(rf"(?<=: )(?P<value>\d[\d.]*) ?\[{_SYMBOL}\]{_END}"), "braces"),
    (re.compile(rf"value: *(?P<value>\d[\d.]*)(?: +|, *){_SYMBOL}{_END}"), "key"),
    (re.compile(r"(?P<value>value: *(?:null|\d[\d.]*)) +(?=(?:symbol|reason|note): )"), "between"),
)
"""How numbers are written that cannot be read so, and what is wrong with each."""
_SPACELESS = re.compile(
    rf"(?P<before>\s*)(?P<when>{_WHEN}):(?P<value>\d[\d.]*)(?P<rest>\s*(?:#.*)?)"
)


def numbers_as_typed(line: str) -> str:
    """A line in which numbers stand without commas, with their symbols in braces, behind a colon;
    the line itself where nothing is wrong with them, or they are no such numbers.
    """
    if not _OPENS.match(line):
        return line
    for pattern, what in _FORMS:
        line = pattern.sub(lambda found, what=what: _made(found, what), line)  # type: ignore[misc]
    return line


def _made(found: re.Match[str], what: str) -> str:
    value = found["value"]
    if what == "comma":
        return f" {value.replace(',', '')}" if found[0].startswith(" ") else value.replace(",", "")
    if what == "colon":
        return f"{found['at']}{found['when']}: {value}"
    if what == "braces":
        return f"{{value: {value}, symbol: {found['symbol']}}}"
    return f"value: {value}, symbol: {found['symbol']}" if what == "key" else f"{value}, "


def numbers(lines: Sequence[str], number: int, keys: Collection[str]) -> Iterator[Retyped]:
    """What may have been meant by a line with numbers that cannot be read."""
    line = lines[number - 1]
    if (new := numbers_as_typed(line)) != line:
        at = next((n for n, (a, b) in enumerate(zip(line, new, strict=False)) if a != b), 0)
        yield Retyped(number, new, at + 1, MESSAGE, HINT)
    elif found := _SPACELESS.fullmatch(line):
        yield Retyped(
            number,
            f"{found['before']}{found['when']}: {found['value']}{found['rest']}",
            found.end("when") + 2,
            f'a space is missing behind the colon of "{found["when"]}"',
            'write "year: number", with a space behind the colon',
        )


MESSAGE = "these numbers cannot be read as they are written here"
HINT = (
    "write a colon and a space before each number, no comma in it, and its symbol in braces: "
    "{value: 2410, symbol: r}"
)
