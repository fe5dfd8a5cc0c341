"""The small file that says of a set of files whether it is complete, for as long as a run writes.

A run keeps the marker ``.hscb-report-RUN.part`` in the set's folder, open and locked, and the
files themselves in folders ``.hscb-report-RUN.new`` beside their targets. Its first line names the
folders of those targets. A second line says that all files are there, and the moving begins. So
the files of a marker without a second line are thrown away, and those of one with it are moved.

Where a file goes follows from where it waits, never from what a marker says: a marker that came
with somebody else's folder can move nothing out of it, and nothing into another.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from hscb_report.files.locks import patiently

_NAME = re.compile(r"\.hscb-report-([0-9a-f]{12})\.part")
_BRACKETS = re.compile(rb'"(?:[^"\\]|\\.)*"|[][{}]')
"""Brackets, and texts, in which a bracket is none."""
_DEEPEST = 4
"""A marker of ours has an object, its rows, a row, and a size with a time."""
_LONGEST = 1_000_000
"""Bytes of a marker; one of ours has some hundreds."""


@dataclass(frozen=True)
class Staged:
    """A file that waits to be moved.

    Attributes:
        folder: below which it belongs.
        name: its path in that folder, with /.
        run: the run that made it.
        was: size and time, in nanoseconds, of the file that it replaces; None where there was none.
        over: whether it is written over the old file, which is more than its name: it has another
            hard link, or an owner or attributes that cannot be given to a new file.
    """

    folder: Path
    name: str
    run: str
    was: tuple[int, int] | None = None
    over: bool = False

    @property
    def waits(self) -> Path:
        """Where it is until it is moved."""
        return waiting_room(self.folder, self.run) / self.name

    @property
    def target(self) -> Path:
        """Where it belongs."""
        return self.folder / self.name


def marker_of(home: Path, run: str) -> Path:
    """The marker of a run."""
    return home / f".hscb-report-{run}.part"


def waiting_room(folder: Path, run: str) -> Path:
    """Where the files of a run wait that belong into a folder."""
    return folder / f".hscb-report-{run}.new"


def markers(home: Path) -> list[tuple[Path, str]]:
    """The markers in a folder, each with its run; none where the folder cannot be looked at."""
    try:
        with os.scandir(home) as entries:
            found = [
                (home / entry.name, named[1])
                for entry in entries
                if (named := _NAME.fullmatch(entry.name)) and entry.is_file(follow_symlinks=False)
            ]
    except OSError:
        return []
    return sorted(found)


def beginning(home: Path, folders: Sequence[Path]) -> bytes:
    """The first line: the folders, as seen from the marker where they lie below it."""
    shown = [
        str(folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
        for folder in folders
    ]
    return json.dumps({"folders": shown}).encode("ascii") + b"\n"


def completion(folders: Sequence[Path], files: Sequence[Staged]) -> bytes:
    """The second line: what each file replaces."""
    rows = [[folders.index(one.folder), one.name, one.was, one.over] for one in files]
    return json.dumps({"files": rows}).encode("ascii") + b"\n"


def read_marker(descriptor: int, home: Path, run: str) -> tuple[list[Path], list[Staged] | None]:
    """What an open marker says: the folders, none where nothing was begun; and the files that wait
    in them if all are complete.

    Raises:
        OSError: it cannot be read.
    """
    os.lseek(descriptor, 0, os.SEEK_SET)
    lines = os.read(descriptor, _LONGEST).split(b"\n")[:-1]  # behind the last line end: torn
    first, second = (_said(line) for line in (*lines, b"", b"")[:2])
    folders = [home / one for one in _rows(first, "folders") if isinstance(one, str)]
    if "files" not in second:
        return folders, None
    told = [row for row in _rows(second, "files") if isinstance(row, list) and len(row) == 4]
    files = []
    for at, folder in enumerate(folders):
        for name in _waiting(waiting_room(folder, run)):
            was, over = next((row[2:] for row in told if row[:2] == [at, name]), (None, False))
            was = (was[0], was[1]) if isinstance(was, list) and len(was) == 2 else None
            files.append(Staged(folder, name, run, was, bool(over)))
    return folders, files


def _said(line: bytes) -> dict[str, Any]:
    if _depth(line) > _DEEPEST:
        return {}
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _depth(line: bytes) -> int:
    """How deep brackets stand within one another: a parser of JSON may break on many (Python
    3.13.0).
    """
    depth = deepest = 0
    for found in _BRACKETS.finditer(line):
        depth += {b"[": 1, b"{": 1, b"]": -1, b"}": -1}.get(found[0], 0)
        deepest = max(deepest, depth)
    return deepest


def _rows(said: dict[str, Any], key: str) -> list[Any]:
    rows = said.get(key)
    return rows if isinstance(rows, list) else []


def _waiting(room: Path) -> Iterator[str]:
    """The files in a waiting room, by their paths in it."""
    if not is_own(room):
        return
    for folder, _, names in os.walk(room):
        for name in sorted(names):
            yield (Path(folder) / name).relative_to(room).as_posix()


def is_own(folder: Path) -> bool:
    """Whether a folder is where its path says, and no link leads elsewhere."""
    return folder.is_dir() and folder.resolve() == folder.parent.resolve() / folder.name


def clear(folders: Sequence[Path], run: str) -> None:
    """Throw away what still waits, with its folders.

    Raises:
        OSError: something cannot be deleted.
    """
    for folder in folders:
        room = waiting_room(folder, run)
        if is_own(room):
            patiently(partial(shutil.rmtree, room))
