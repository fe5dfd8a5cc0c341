"""What can go wrong, as data: problems, exit codes and the exceptions that carry them.

The library raises; only the command line prints and exits. Every exception of ours
holds the exit code it ends with and all of its problems, never only the first.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

from hscb_report.shown import on_a_line

ERROR = "error"
WARNING = "warning"
NOTE = "note"
"""What was done, and might be wanted otherwise: nothing is wrong with it."""


class ExitCode(IntEnum):
    """The exit codes that scripts may rely on."""

    DONE = 0
    CONTENT = 1
    """The content has errors; nothing was written."""
    USAGE = 2
    CONFORMANCE = 3
    """What was written does not hold what it claims; it was not left in place."""
    FILE = 4
    """A file could not be read or written."""
    INTERNAL = 5
    """A fault of the tool itself."""
    UNPROVED = 6
    """``verify`` found no fault, and nobody was there to say that the file holds what it claims."""
    STOPPED = 130
    """Somebody pressed Ctrl-C; the number is that of shells."""


@dataclass(frozen=True)
class Place:
    """A spot in a text file: line and column count from 1."""

    file: Path
    line: int
    column: int
    source: str = ""
    """The whole offending line, without its line end."""
    cell: str = ""
    """The cell, where the file is a spreadsheet: ``F7``."""
    section: str = ""
    """The heading of the section in which it stands."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where it stands, what it is, what to do next.

    Args:
        code: a short stable name, for tests and machines (``unknown-key``).
        message: what is wrong, one sentence.
        hint: the next step, one sentence, or empty.
        typed: the whole line as it should be typed, where the next step comes to that.
        place: where in which file; None where no file is at fault.
        key: the path of keys to the value, outermost first.
        severity: ``error`` stops a build; ``warning`` does not.
        acceptable: whether ``accept`` may name its code; then the text says so.
        accepted: why the content accepts it; then it is told, and counts no more.
    """

    code: str
    message: str
    hint: str = ""
    place: Place | None = None
    key: tuple[str | int, ...] = ()
    severity: str = ERROR
    acceptable: bool = False
    accepted: str = ""
    typed: str = ""

    @property
    def where(self) -> str:
        """``content/2017-18.yaml:41:12``, or ``figures.xlsx:F7``; relative to the working folder
        where it can be.
        """
        if self.place is None:
            return ""
        spot = self.place.cell or f"{self.place.line}:{self.place.column}"
        return f"{shown_path(self.place.file)}:{spot}"

    @property
    def part(self) -> str:
        """The keys as people say and count them: ``section "Mental health" > block 1 > text``."""
        return said_keys(self.key, self.place.section if self.place else "")

    @property
    def spot(self) -> tuple[int, int]:
        """Line and column, to sort by; before all others where no file is at fault."""
        return (self.place.line, self.place.column) if self.place else (0, 0)

    def as_text(self) -> str:
        """The problem as the command line shows it: place, message, source line, caret, next
        step.
        """
        key = f" [{on_a_line(self.part)}]" if self.key else ""
        message = on_a_line(self.message)
        head = f"{self.where}: " if self.place else ""
        if self.accepted:
            return (
                f"{head}accepted {self.severity}: {message}{key}\n    because: "
                f"{self.accepted} (rule: {self.code})"
            )
        lines = [f"{head}{self.severity}: {message}{key}"]
        if self.place and self.place.source.strip():
            source, caret = _window(self.place.source, self.place.column - 1)
            lines += [f"    {source}", f"    {' ' * caret}^"]
        if self.hint:
            lines.append(
                f"    next: {self.hint}"
                + (f" (rule: {self.code})" if self.acceptable else "")
                + (f", so:\n    {self.typed}" if self.typed else "")
            )
        return "\n".join(lines)

    def as_dict(self) -> dict[str, object]:
        """The problem for ``--format json``."""
        place = self.place
        return {
            "severity": self.severity,
            "code": self.code,
            "file": str(place.file) if place else None,
            "line": place.line if place else None,
            "column": place.column if place else None,
            **({"cell": place.cell} if place and place.cell else {}),
            "key": list(self.key),
            "message": self.message,
            "hint": self.hint,
            **({"typed": self.typed} if self.typed else {}),
            "accepted": self.accepted or None,
        }


def _window(source: str, at: int, width: int = 96) -> tuple[str, int]:
    """A stretch of a long line around column ``at`` (from 0), and the caret's place in it."""
    source = source.replace("\t", " ").rstrip()
    if len(source) <= width:
        return source, at
    start = max(0, min(at - width // 2, len(source) - width))
    text = source[start : start + width]
    return ("…" if start else "") + text, at - start + (1 if start else 0)


def said_keys(key: Sequence[str | int], section: str = "") -> str:
    """A path of keys as people say it: items of a list are counted from 1.

    Args:
        section: the heading that the section is called by, in place of its number.
    """
    said: list[str] = []
    for at, part in enumerate(key):
        if not isinstance(part, int):
            said.append(part if len(part) <= LONGEST_KEY else f"{part[: LONGEST_KEY - 1]}…")
            continue
        one = "" if not said or isinstance(key[at - 1], int) else f"{_ONE.get(said[-1], said[-1])} "
        if one:
            said.pop()
        named = section and at == 1 and key[0] == "sections"
        said.append(f'{one}"{section}"' if named else f"{one}{part + 1}")
    return " > ".join(said)


LONGEST_KEY = 40
"""So much of a key is shown, in letters: what is longer was meant as a text."""
_ONE = {
    "sections": "section",
    "blocks": "block",
    "items": "item",
    "figures": "figure",
    "colours": "colour",
    "dictionary": "word",
    "words": "word",
}
"""What one of a list is called, where it is called otherwise than the list."""


def shown_path(path: Path) -> str:
    """A path as a person would type it: relative to the working folder where it lies below it."""
    try:
        relative = os.path.relpath(path)
    except (ValueError, OSError):  # another drive on Windows; a working folder that is gone
        return on_a_line(str(path))
    return on_a_line(str(path) if relative.startswith("..") else relative)


class ReportError(Exception):
    """The base of every error a user can cause.

    Its problems are what it is made of, and its text is worked out from them: so it can be copied,
    and handed from one process to another, with all that it holds.

    Attributes:
        exit_code: what the command ends with.
        problems: all that is wrong, at least one.
    """

    exit_code = ExitCode.INTERNAL

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: list[Problem] = (
            [problems] if isinstance(problems, Problem) else list(problems)
        )
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(problem.as_text() for problem in self.problems)


class ContentError(ReportError):
    """The content has errors; nothing was written.

    Attributes:
        rules_asked: whether the rules of ``check`` were asked as well.
    """

    exit_code = ExitCode.CONTENT

    def __init__(self, problems: Problem | Iterable[Problem], rules_asked: bool = False) -> None:
        super().__init__(problems)
        self.rules_asked = rules_asked


class UsageError(ReportError):
    """The command was asked for something that does not exist."""

    exit_code = ExitCode.USAGE


class ConformanceError(ReportError):
    """What was made does not hold what it claims; it was not written."""

    exit_code = ExitCode.CONFORMANCE


class FileError(ReportError):
    """A file could not be read or written."""

    exit_code = ExitCode.FILE


@dataclass(frozen=True)
class Misfit:
    """A block that is larger than any place it could stand in.

    Args:
        name: the block as its author knows it: section heading, place in it, kind.
        excess: how much too large, mm.
        dimension: ``high`` or ``wide``; ``nowhere`` for what no place was found for; ``blank`` for
            a place in which nothing stands; ``coarse`` or ``thin`` for what cannot be printed.
        key: the path of keys to the block in the content file.
        hint: the next step, where the place knows a better one than "shorten it".
        said: what is wrong, where it is another thing than its size.
    """

    name: str
    excess: float
    dimension: str = "high"
    key: tuple[str | int, ...] = field(default=())
    hint: str = ""
    said: str = ""


@dataclass(frozen=True)
class Remark:
    """What an edition says of itself that does not stop it.

    Args:
        code: as of a ``Problem``.
        key: the path of keys to what it is about.
    """

    code: str
    message: str
    hint: str = ""
    key: tuple[str | int, ...] = ()
