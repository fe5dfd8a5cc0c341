"""What a system refuses, in sentences that are true of each refusal, with the next step of each."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

from hscb_report.errors import FileError, Problem, shown_path
from hscb_report.files.looks import is_file

MOST_IN_NAME = 255
"""So many bytes (on Windows and macOS letters) systems allow for the name of one file."""
MOST_IN_PATH = 259
"""So many letters Windows allows for a whole path, where long paths are not switched on."""


@dataclass(frozen=True)
class _Cause:
    """What an error means.

    Attributes:
        numbers: of ``errno``.
        windows: codes of Windows, which say more than the number that Python makes of them.
        said: what it means; the name of the file stands before it.
        step: what to do.
        reading: what to do where the file was to be read, if that is another thing.
    """

    numbers: tuple[str, ...]
    windows: tuple[int, ...]
    said: str
    step: str
    reading: str = ""


_CAUSES = (
    _Cause(
        (),
        (32, 33),  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
        "it is open in another program",
        "close it there, and try again",
    ),
    _Cause(
        ("ENOSPC",),
        (39, 112),  # ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
        "the disk is full",
        "make room on it and try again, or name a folder on another disk",
    ),
    _Cause(
        ("EDQUOT",),
        (1295,),  # ERROR_DISK_QUOTA_EXCEEDED
        "your share of the disk is used up",
        "delete what you no longer need and try again, or name a folder on another disk",
    ),
    _Cause(
        ("EROFS",),
        (19,),  # ERROR_WRITE_PROTECT
        "the disk is read-only",
        "name a folder on another disk",
    ),
    _Cause(
        (),
        (5,),  # ERROR_ACCESS_DENIED: also said of a file that another program keeps open
        "Windows refuses access",
        "close it if it is open in another program, and check that you may write there",
        "close it if it is open in another program, and check that you may read it",
    ),
    _Cause(
        ("EACCES", "EPERM"),
        (),
        "you have no permission",
        "ask whoever looks after the folder, or name another place",
        "ask whoever looks after the file",
    ),
    _Cause(
        ("ENAMETOOLONG",),
        (206,),  # ERROR_FILENAME_EXCED_RANGE
        "the name is too long",
        f"give it a shorter one: a name may have {MOST_IN_NAME} bytes",
    ),
    _Cause(
        (),
        (123,),  # ERROR_INVALID_NAME
        "the name holds a sign that Windows does not allow in one",
        'leave out < > : " | ? and *',
    ),
    _Cause(("ELOOP",), (1921,), "its links lead round in a circle", "name the file itself"),
    _Cause(
        ("ENOENT",),
        (2, 3),
        "there is no such folder",
        "go to a folder that exists, and try again",
        "check the name, and the folder you are in",
    ),
    _Cause(("ENOTDIR",), (), "a part of its path is no folder", "check the path"),
    _Cause(
        ("EIO",),
        (1117,),  # ERROR_IO_DEVICE
        "the disk does not answer as it should",
        "try again, or name a folder on another disk",
        "try again, or copy it to another disk",
    ),
)


def unreadable(path: Path, error: OSError) -> FileError:
    """That a file cannot be read, and why."""
    cause = _cause_of(path, error)
    said = cause.said if cause else error.strerror or str(error)
    if isinstance(error, FileNotFoundError) and cause and cause.numbers == ("ENOENT",):
        said = "there is no such file"
    step = (cause.reading or cause.step) if cause else "check that you may open it"
    return FileError(Problem("unreadable", f"{shown_path(path)} cannot be read: {said}", step))


def unwritable(path: Path, error: OSError) -> FileError:
    """That a file cannot be written, and why."""
    cause = _cause_of(path, error)
    said = cause.said if cause else error.strerror or str(error)
    step = cause.step if cause else "name another place"
    if in_the_way := next((parent for parent in path.parents if is_file(parent)), None):
        step = f"{shown_path(in_the_way)} is a file; name a folder"
    return FileError(Problem("unwritable", f"{shown_path(path)} cannot be written: {said}", step))


def _cause_of(path: Path, error: OSError) -> _Cause | None:
    """What an error means; None where it is one of those that explain themselves."""
    code = getattr(error, "winerror", None)
    if code in (2, 3) and (length := len(str(path.absolute()))) > MOST_IN_PATH:
        # Windows says of a path that is too long that it is not there.
        return _Cause(
            (),
            (),
            f"its path has {length} letters",
            f"move the project nearer to the root: Windows allows {MOST_IN_PATH}",
        )
    name = errno.errorcode.get(error.errno or 0, "")
    return next(
        (cause for cause in _CAUSES if (code in cause.windows if code else name in cause.numbers)),
        None,
    )
