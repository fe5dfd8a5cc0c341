"""What stands at a path, without opening it."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path, PureWindowsPath

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


def is_file(path: Path) -> bool:
    """Whether a file is there; no, where the path cannot be looked at, as with a name that is too
    long.
    """
    with suppress(OSError, ValueError):
        return path.is_file()
    return False


def is_folder(path: Path) -> bool:
    """Whether a folder is there; no, where the path cannot be looked at."""
    with suppress(OSError, ValueError):
        return path.is_dir()
    return False


def is_there(path: Path) -> bool:
    """Whether anything is there; no, where the path cannot be looked at."""
    with suppress(OSError, ValueError):
        return path.exists()
    return False
