"""What a run left that was stopped: killed, or by a power cut. The next one finishes it or throws
it away, and says so in the log ``hscb_report``, which the command line shows.
"""

from __future__ import annotations

import logging
import os
import time
from contextlib import suppress
from pathlib import Path

from hscb_report.errors import shown_path
from hscb_report.files.locks import delete, lock
from hscb_report.files.marker import Staged, clear, markers, read_marker
from hscb_report.files.moving import move, sync_folders
from hscb_report.files.said import unwritable

LOG = logging.getLogger("hscb_report")

_ABANDONED = 3600.0
"""Where a disk knows no locks, what was not touched for so many seconds is nobody's."""
_AT_ONCE = 2 * 10**9
"""A file that is written over changes within so many nanoseconds after its set is complete; what
changes it later is somebody else. Some disks keep times to two seconds.
"""


def resume(home: Path | str) -> None:
    """Finish or throw away what a run that was stopped left in a folder. What belongs to a run that
    is still going on is left alone.
    """
    try:
        home = Path(os.path.realpath(home))
    except OSError:  # the working folder is gone
        return
    for marker, run in markers(home):
        try:
            _put_right(marker, home, run)
        except OSError as error:
            problem = unwritable(marker, error).problems[0]
            LOG.warning(
                "a run was stopped in %s, and what it left cannot be put right yet: %s; %s",
                shown_path(home),
                problem.message,
                problem.hint,
            )


def _put_right(marker: Path, home: Path, run: str) -> None:
    try:
        descriptor = os.open(marker, os.O_RDWR | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:  # it has just finished
        return
    try:
        if not _is_ours(descriptor, marker):
            os.close(descriptor)
            return
        folders, files = read_marker(descriptor, home, run)
        if files is not None:
            _move_on(files, os.fstat(descriptor).st_mtime_ns, home)
        clear(folders, run)
        if files is None and folders:
            LOG.warning(
                "an earlier run did not complete its files: %s is as it was before it",
                shown_path(home),
            )
    except BaseException:
        os.close(descriptor)
        raise
    delete(marker, descriptor)


def _is_ours(descriptor: int, marker: Path) -> bool:
    """Whether nobody works on it any more, and it still is the file of that name."""
    locked = lock(descriptor)
    state = os.fstat(descriptor)
    if locked is None:
        locked = time.time() - state.st_mtime > _ABANDONED
    with suppress(FileNotFoundError):
        return locked and os.path.samestat(state, marker.stat())
    return False


def _move_on(files: list[Staged], complete: int, home: Path) -> None:
    moved = []
    for one in files:
        if os.path.realpath(one.target.parent) != str(one.target.parent):
            LOG.warning("%s is not written: a link leads elsewhere by now", shown_path(one.target))
            continue
        if not _changed(one, complete):
            move(one)
            moved.append(one)
            continue
        kept = one.target.with_name(f"{one.target.name}.recovered-{one.run}")
        one.waits.replace(kept)
        LOG.warning(
            "%s was changed since a run was stopped that was about to write it; what it would have "
            "written is %s: compare the two, keep what is right, and delete the other",
            shown_path(one.target),
            shown_path(kept),
        )
    sync_folders(one.target.parent for one in files)
    if not files:
        LOG.warning(
            "what an earlier run left in %s was cleared away; its files were in place",
            shown_path(home),
        )
    if moved:
        LOG.warning(
            "a run was stopped while it put its files in place; that is done now: %s",
            ", ".join(shown_path(one.target) for one in moved),
        )


def _changed(one: Staged, complete: int) -> bool:
    """Whether somebody changed a file after the run that was to replace it."""
    try:
        now = one.target.lstat()
    except OSError:
        return False
    if (now.st_size, now.st_mtime_ns) == one.was:
        return False
    return not (one.over and now.st_mtime_ns <= complete + _AT_ONCE)
