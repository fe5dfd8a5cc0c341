"""Files read, and written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from hscb_report.errors import FileError, Problem, shown_path


def take(path: Path) -> bytes:
    """What a file holds.

    Raises:
        FileError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError(
            Problem(
                "unreadable",
                f"{shown_path(path)} cannot be read: {error.strerror or error}",
                "check the name of the file and that you may open it",
            )
        ) from error


def place(path: Path, data: bytes) -> Path:
    """Write beside the target, then move: a reader sees the old file or the new one, never half.

    Raises:
        FileError: it cannot be written there.
    """
    temporary = path.with_name(f".{path.stem}-{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        in_the_way = next((parent for parent in path.parents if parent.is_file()), None)
        hint = (
            f"{shown_path(in_the_way)} is a file; name a folder"
            if in_the_way
            else "close it if it is open in another program, and check that you may write there"
        )
        raise FileError(
            Problem(
                "unwritable",
                f"{shown_path(path)} cannot be written: {error.strerror or error}",
                hint,
            )
        ) from error
    return path
