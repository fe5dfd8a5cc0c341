"""Who holds a file. A process locks the marker of its run, and the system lets go of the lock with
the process, however that ends.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_FAR = 1 << 30
"""Windows locks bytes against being read, so one is locked that no file reaches."""

_HELD = (5, 32, 33)
"""What Windows answers of a file that somebody holds: refused, shared, locked."""
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds. Virus scanners and indexers hold a new file for a moment."""


def patiently(act: Callable[[], object]) -> None:
    """Do what Windows may refuse for a moment, a few times if need be.

    Raises:
        OSError: it was refused to the end, or for another reason.
    """
    for pause in _PAUSES:
        try:
            act()
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
        time.sleep(pause)
    act()


if sys.platform == "win32":
    import msvcrt

    def lock(descriptor: int) -> bool | None:
        """Lock an open file for as long as it is open.

        Returns:
            False where another process has locked it; None where the disk knows no locks.
        """
        at = os.lseek(descriptor, 0, os.SEEK_CUR)
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return False if error.errno in (errno.EACCES, errno.EDEADLK) else None
        finally:
            os.lseek(descriptor, at, os.SEEK_SET)
        return True

else:
    import fcntl

    def lock(descriptor: int) -> bool | None:
        """Lock an open file for as long as it is open.

        Returns:
            False where another process has locked it; None where the disk knows no locks.
        """
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # some network disks know no locks
            return None
        return True


def delete(file: Path, descriptor: int) -> None:
    """Delete a file that is open and locked, and close it: in this order where the system allows
    it, so that nobody else takes it for abandoned in between.

    Raises:
        OSError: it cannot be deleted; it is closed all the same.
    """
    try:
        if os.name != "nt":
            file.unlink()
    finally:
        os.close(descriptor)
    if os.name == "nt":
        with suppress(FileNotFoundError):
            patiently(file.unlink)
