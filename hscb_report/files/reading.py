"""Files read, and nothing but files: a pipe would be waited for, and a device has no end."""

from __future__ import annotations

from pathlib import Path

from hscb_report.errors import FileError, Problem, shown_path
from hscb_report.files.looks import other_than_file
from hscb_report.files.said import unreadable


def size_of(path: Path) -> int:
    """How many bytes a file holds.

    Raises:
        FileError: it is a folder, a pipe, a socket or a device, or cannot be looked at.
    """
    try:
        kind = other_than_file(path)
        size = path.stat().st_size if not kind else 0
    except OSError as error:
        raise unreadable(path, error) from error
    if kind:
        raise FileError(
            Problem(
                "no-file",
                f"{shown_path(path)} is {kind}, and a file is needed",
                "name a file in it" if kind == "a folder" else "save it as a file, and name that",
            )
        )
    return size


def take(path: Path) -> bytes:
    """What a file holds.

    Raises:
        FileError: it is no file, or cannot be read.
    """
    size_of(path)  # what is no file is never opened
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
