"""What a run has made, a line of JSON for each row; by it the next run sees what changed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from hscb_report.batch.untold import remembered
from hscb_report.batch.worker import DONE, Outcome
from hscb_report.errors import Problem, shown_path
from hscb_report.files import is_file, size_of, take
from hscb_report.files.said import unwritable

MANIFEST = "manifest.jsonl"
MOST_BYTES = 50_000_000
"""Of a manifest that is read. A row has some 600."""


LEFT = "left"
"""The status of what is no row: the files of earlier runs that are still in the folder."""


@dataclass(frozen=True)
class Record:
    """A row, and what became of it.

    Attributes:
        name: of the report.
        line: of the table.
        status: as ``worker.Outcome`` has it, or ``left``.
        inputs: the hashes of what it was made of: template, row, order. That of a row is without
            the numbers that were left out, which could be found by trying; a row that has no report
            has none.
        version: of the tool.
        files: the hash of each, by its name.
        sizes: bytes, by its name.
        problems: as data.
        rules: those that found something to look at.
        suppressed: the figures that were left out, by name.
    """

    name: str
    line: int
    status: str
    inputs: dict[str, str]
    version: str
    files: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    problems: list[dict[str, Any]] = field(default_factory=list)
    warnings: int = 0
    rules: list[str] = field(default_factory=list)
    suppressed: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def as_line(self) -> str:
        """The line of the manifest."""
        return json.dumps(asdict(self), ensure_ascii=True) + "\n"


def record(
    name: str,
    line: int,
    inputs: dict[str, str],
    version: str,
    outcome: Outcome,
    problems: Iterable[Problem],
) -> Record:
    """The record of a row."""
    return Record(
        name,
        line,
        outcome.status,
        inputs,
        version,
        {file: hashlib.sha256(data).hexdigest() for file, data in outcome.files.items()},
        {file: len(data) for file, data in outcome.files.items()},
        [_plain(problem) for problem in remembered(list(problems), outcome.hidden)],
        outcome.warnings,
        list(outcome.rules),
        list(outcome.hidden),
        outcome.seconds,
    )


def _plain(problem: Problem) -> dict[str, Any]:
    said = problem.as_dict()
    place = problem.place
    return said | {"file": place.file.as_posix() if place else None, "where": problem.where}


def read(folder: Path) -> dict[str, Record]:
    """The records of the last run, by the names of the rows; of a row the last one counts. A line
    that is not whole, as a run leaves it that was killed, is none. All files that any line names
    are those of the record without a name.

    Raises:
        FileError: it cannot be read.
    """
    file = folder / MANIFEST
    if not is_file(file) or size_of(file) > MOST_BYTES:
        return {}
    found: dict[str, Record] = {}
    files: dict[str, str] = {}
    for line in take(file).decode("utf-8", "replace").splitlines():
        try:
            one = Record(**json.loads(line))
            sound = all(isinstance(part, dict) for part in (one.inputs, one.files))
        except (ValueError, TypeError):
            continue
        if sound and isinstance(one.name, str):
            found[one.name] = one
            files |= one.files
    if files:
        found[""] = Record("", 0, LEFT, {}, "", files)
    return found


def said_left(folder: Path, left: Iterable[str]) -> str:
    """That files of earlier runs are still there, of which the first are named."""
    names = list(left)
    some = ", ".join(names[:5]) + (" ..." if len(names) > 5 else "")
    return (
        f"{shown_path(folder)} still holds what an earlier run made, and this one did not: {some}; "
        "delete it, so that nobody publishes it"
    )


def append(folder: Path, one: Record) -> None:
    """Add a record to the manifest, so that a run that is killed has said what it made. After a
    line that such a run has left torn, it begins on a new one.

    Raises:
        FileError: it cannot be written.
    """
    file = folder / MANIFEST
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("ab+") as stream:
            if stream.tell():
                stream.seek(-1, os.SEEK_END)
                if stream.read(1) != b"\n":
                    stream.write(b"\n")
            stream.write(one.as_line().encode())
    except OSError as error:
        raise unwritable(file, error) from error


def why(before: Record | None, name_of: Mapping[str, str], version: str, folder: Path) -> str:
    """Why a row is to be made again, in words; empty where nothing has changed.

    Args:
        name_of: the hashes of what it would be made of, by what they are of.
    """
    if before is None:
        return "it is new"
    if before.status != DONE:
        return "it failed before"
    for what, said in (
        ("row", "its row changed"),
        ("template", "the template changed"),
        ("order", "other editions are asked for"),
    ):
        if before.inputs.get(what) != name_of[what]:
            return said
    if before.version != version:
        return f"it was made by version {before.version}"
    for name, known in before.files.items():
        file = folder / name
        if not is_file(file):
            return f"{name} is not there any more"
        if hashlib.sha256(take(file)).hexdigest() != known:
            return f"{name} was changed since"
    return ""
