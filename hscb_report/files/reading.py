"""Files read, and nothing but files: a pipe would be waited for, and a device has no end."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path, PureWindowsPath

from hscb_report.errors import FileError, Problem, shown_path
from hscb_report.files.said import unreadable

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def other_than_file(path: Path) -> str:
    """What stands there in the place of a file: ``a folder``, ``a pipe``, ``a socket``, ``a
    device``; empty where it is a file.

    Raises:
        OSError: nothing is there, or it cannot be looked at.
    """
    if sys.platform == "win32" and _is_reserved(path):
        return "a device"  # CON, NUL, COM1: to Windows they are in every folder
    mode = path.stat().st_mode
    if stat.S_ISREG(mode):
        return ""
    return next((name for is_one, name in _KINDS if is_one(mode)), "no file")


def _is_reserved(path: Path) -> bool:
    reserved = getattr(os.path, "isreserved", None)  # from Python 3.13
    return bool(reserved(path) if reserved else PureWindowsPath(path).is_reserved())


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
