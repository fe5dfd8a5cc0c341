"""Files written whole or not at all, and of several that belong together all or none.

All are written beside their targets first, down to the disk, where a full disk shows itself. Then
they are marked as complete, and moved. A run that is stopped leaves what the next one throws away
or finishes: ``interrupted``.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hscb_report.errors import FileError, Problem, shown_path
from hscb_report.files.interrupted import resume
from hscb_report.files.locks import delete, lock, patiently
from hscb_report.files.looks import other_than_file
from hscb_report.files.marker import (
    Staged,
    beginning,
    clear,
    completion,
    marker_of,
    waiting_room,
)
from hscb_report.files.moving import (
    HalfWrittenError,
    move,
    sync_folders,
    write_all,
    write_new,
)
from hscb_report.files.said import unwritable

_TRIES = 100
_CLOSED = -1
"""The descriptor of a marker that is closed."""


def place(path: Path, data: bytes) -> Path:
    """Write a file: a reader sees the old one or the new one, never half.

    A symbolic link stays, and what it leads to is written; so do mode, owner and the other names
    (hard links) of a file. For those a file is written over in place, and a reader may see half.

    Raises:
        FileError: it cannot be written there, or is read-only.
    """
    place_all({path: data}, _real(path).parent)
    return path


def place_all(files: Mapping[Path, bytes], home: Path) -> None:
    """Write files that belong together, as ``place`` does, and all of them or none.

    Args:
        files: what each is to hold.
        home: the folder that they are for; it is made if it is not there.

    Raises:
        FileError: one cannot be written; then all are as they were before. Only where the disk
            fails between two moves are some new; then the next run goes on, and this is said.
    """
    resume(home)
    first = next(iter(files))
    home = _real(home)
    made = _missing(home)
    try:
        targets = [_target(path, home) for path in files]
        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritable(first, error) from error
        run = _begun(home, [folder for folder, _ in targets], first)
    except BaseException:
        _take_away(made)
        raise
    try:
        staged = [
            run.stage(path, *target, data)
            for (path, data), target in zip(files.items(), targets, strict=True)
        ]
        run.complete(staged, first)
    except BaseException:
        run.undo()
        _take_away(made)
        raise
    run.move(staged, list(files), made)


def _real(path: Path) -> Path:
    """A path without links."""
    try:
        return Path(os.path.realpath(path))
    except OSError as error:  # the working folder is gone
        raise unwritable(path, error) from error


def _target(path: Path, home: Path) -> tuple[Path, str]:
    """Where a file really stands: the folder, and its path in it; looked at before anything is
    written.
    """
    real = _real(path)
    try:
        kind = other_than_file(real)
        mode = real.stat().st_mode
        may = os.access(real, os.W_OK) and bool(mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
        if sys.platform == "win32" and may and not kind:
            patiently(lambda: real.rename(real))  # refused where another program keeps it open
    except FileNotFoundError:
        kind, may = "", True
    except OSError as error:
        raise unwritable(path, error) from error
    if kind:
        raise FileError(
            Problem(
                "no-file",
                f"{shown_path(path)} is {kind}, and a file is to be written there",
                "name another file, or move what is there",
            )
        )
    if not may:
        raise FileError(
            Problem(
                "read-only",
                f"{shown_path(path)} is read-only, and is not overwritten",
                "if it may be, allow writing to it first; else name another place",
            )
        )
    if real.is_relative_to(home):
        return home, real.relative_to(home).as_posix()
    return real.parent, real.name


def _begun(home: Path, folders: list[Path], first: Path) -> _Run:
    """A run, with its marker written and locked."""
    folders = list(dict.fromkeys([home, *folders]))
    try:
        for _ in range(_TRIES):
            run = os.urandom(6).hex()
            marker = marker_of(home, run)
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            descriptor = os.open(marker, flags, 0o666)
            try:
                locked = lock(descriptor)
                if locked is not False and marker.exists():
                    write_all(descriptor, beginning(home, folders))
                    return _Run(home, folders, run, descriptor)
            except BaseException:
                os.close(descriptor)
                with suppress(OSError):
                    marker.unlink()
                raise
            os.close(descriptor)  # another run has just taken it for litter: once more
        raise OSError(errno.EBUSY, "another run is working there")
    except OSError as error:
        raise unwritable(first, error) from error


class _Run:
    """A set of files on its way."""

    def __init__(self, home: Path, folders: list[Path], run: str, descriptor: int) -> None:
        self.home, self.folders, self.run, self.descriptor = home, folders, run, descriptor
        self.begun = os.fstat(descriptor).st_size

    def stage(self, path: Path, folder: Path, name: str, data: bytes) -> Staged:
        """Write a file where it waits."""
        one = Staged(folder, name, self.run)
        try:
            one.waits.parent.mkdir(parents=True, exist_ok=True)
            try:
                old = one.target.stat()
            except FileNotFoundError:
                write_new(one.waits, data, 0o666)
                return one
            write_new(one.waits, data, 0o600)  # others may read it once they may read the old one
            over = not _made_like(one.waits, one.target, old)
        except OSError as error:
            raise unwritable(path, error) from error
        return Staged(folder, name, self.run, (old.st_size, old.st_mtime_ns), over)

    def complete(self, staged: list[Staged], first: Path) -> None:
        """Mark the set as complete."""
        try:
            sync_folders([*(one.waits.parent for one in staged), *self.folders])
            write_all(self.descriptor, completion(self.folders, staged))
        except OSError as error:
            raise unwritable(first, error) from error

    def move(self, staged: list[Staged], paths: list[Path], made: list[Path]) -> None:
        """Put all in place."""
        done = 0
        try:
            for one in staged:
                move(one)
                done += 1
            sync_folders(one.target.parent for one in staged)
        except OSError as error:
            told = unwritable(paths[done], error)
            if not done and not isinstance(error, HalfWrittenError):
                self.undo()
                _take_away(made)
                raise told from error
            self._close()
            half = " and one in part" if isinstance(error, HalfWrittenError) else ""
            said = (
                f"{told.problems[0].message}; {done} of {len(staged)} files are new by now{half}, "
                "and the next run goes on with the rest"
            )
            raise FileError(replace(told.problems[0], message=said)) from error
        except BaseException:  # Ctrl-C: what is left is a moment's work
            self._close()
            resume(self.home)
            raise
        self._finish()

    def undo(self) -> None:
        """Take everything back. What cannot be is left to the next run."""
        with suppress(OSError):
            os.ftruncate(self.descriptor, self.begun)  # it is no longer complete
            for folder in self.folders:
                room = waiting_room(folder, self.run)
                for inner, _, _ in os.walk(room, topdown=False):
                    if inner != str(room):  # made to move into
                        _take_away([folder / Path(inner).relative_to(room)])
            self._finish()
        self._close()

    def _finish(self) -> None:
        with suppress(OSError):  # what stays is the next run's to throw away
            clear(self.folders, self.run)
            descriptor, self.descriptor = self.descriptor, _CLOSED
            if descriptor != _CLOSED:
                delete(marker_of(self.home, self.run), descriptor)
        self._close()

    def _close(self) -> None:
        descriptor, self.descriptor = self.descriptor, _CLOSED
        if descriptor != _CLOSED:
            os.close(descriptor)


def _made_like(new: Path, target: Path, old: os.stat_result) -> bool:
    """Give a new file the mode, owner and attributes of the one it replaces; False where it cannot
    take its place, since that one has another hard link, or what only its owner may give.
    """
    if old.st_nlink > 1:
        return False
    try:
        if sys.platform != "win32":
            here = new.stat()
            if (here.st_uid, here.st_gid) != (old.st_uid, old.st_gid):
                os.chown(new, old.st_uid, old.st_gid)
        if sys.platform == "linux":
            for name in os.listxattr(target):
                os.setxattr(new, name, os.getxattr(target, name))
        new.chmod(stat.S_IMODE(old.st_mode))
    except OSError:
        return False
    return True


def _missing(folder: Path) -> list[Path]:
    """The folders that would be made with one, the innermost first."""
    return [one for one in (folder, *folder.parents) if not os.path.lexists(one)]


def _take_away(folders: list[Path]) -> None:
    """Take away folders that were made for nothing."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()
