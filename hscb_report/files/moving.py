"""A complete set put in place, file by file; begun again, it goes on where it was stopped."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from hscb_report.files.locks import patiently
from hscb_report.files.marker import Staged


class HalfWrittenError(OSError):
    """A file could not be written over to its end: it is old and new by now."""


def move(one: Staged) -> None:
    """Put one file in place.

    Raises:
        HalfWrittenError: it was written over in part.
        OSError: it cannot be put there; the old one is as it was.
    """
    if one.over and not one.target.is_symlink():
        write_over(one.target, one.waits.read_bytes())
        with suppress(OSError):  # it goes with its folder
            one.waits.unlink()
        return
    one.target.parent.mkdir(parents=True, exist_ok=True)
    patiently(lambda: one.waits.replace(one.target))


def sync_folders(folders: Iterable[Path]) -> None:
    """See to it that names stay when the power goes; where folders cannot be synced, the system
    does so itself.
    """
    if os.name == "nt":
        return
    for folder in dict.fromkeys(folders):
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def write_new(path: Path, data: bytes, mode: int) -> None:
    """Write a file that is not there yet, down to the disk.

    Raises:
        OSError: it cannot be written, or it is there.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, mode)
    try:
        write_all(descriptor, data)
    finally:
        os.close(descriptor)


def write_over(path: Path, data: bytes) -> None:
    """Write over a file that stays the same one, to all its names. What it grows by is written
    first: a full disk shows itself before a byte of the old is touched.

    Raises:
        HalfWrittenError: it was written in part.
        OSError: it cannot be written, and is as it was.
    """
    descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        old = os.fstat(descriptor).st_size
        try:
            os.lseek(descriptor, old, os.SEEK_SET)
            write_all(descriptor, data[old:])
        except OSError:
            os.ftruncate(descriptor, old)
            raise
        try:
            os.lseek(descriptor, 0, os.SEEK_SET)
            write_all(descriptor, data[:old])
            os.ftruncate(descriptor, len(data))
            os.fsync(descriptor)
        except OSError as error:
            raise HalfWrittenError(*error.args) from error
    finally:
        os.close(descriptor)


def write_all(descriptor: int, data: bytes) -> None:
    """Write to an open file, down to the disk.

    Raises:
        OSError: it cannot be written.
    """
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]
    os.fsync(descriptor)
