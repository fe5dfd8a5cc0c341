"""A file that is read, changed and written, by one process of this machine at a time: what another
one writes in between would be lost in silence.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hscb_report.files.locks import lock

LONGEST = 5.0
"""Seconds to wait for another process that changes the file; then it was stopped amidst."""
_PAUSE = 0.01


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a file against all others that hold it like this, while it is changed.

    What is locked is a marker of its own among the system's temporary files, for the file itself
    is replaced. Where that cannot be had, or another process keeps it, this goes on without:
    whoever changes a file looks at it again before it is written.
    """
    marker = marker_of(path)
    descriptor = _locked(marker)
    try:
        yield
    finally:
        if descriptor is not None:
            if os.name != "nt":  # Windows deletes nothing that is open; the empty marker stays
                with suppress(OSError):
                    marker.unlink()
            os.close(descriptor)


def marker_of(path: Path, ending: str = "lock") -> Path:
    """What is locked in the place of a file or folder: among the system's temporary files, and the
    same by whatever way the path leads there.
    """
    real = os.path.normcase(os.path.realpath(path))
    name = hashlib.blake2b(real.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return Path(tempfile.gettempdir()) / f"hscb-report-{name}.{ending}"


def opened(marker: Path) -> int | None:
    """A marker, open to be locked, and made if need be; None where that cannot be had."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    try:
        return os.open(marker, flags, 0o600)
    except OSError:
        return None


def _locked(marker: Path) -> int | None:
    """The marker, open and locked; None where that cannot be had in time."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        descriptor = opened(marker)
        if descriptor is None:
            return None
        got = lock(descriptor)
        if got and _is_there(marker, descriptor):
            return descriptor
        os.close(descriptor)
        if got is None:
            return None
        if not got:
            time.sleep(_PAUSE)
    return None


def _is_there(marker: Path, descriptor: int) -> bool:
    """Whether what was locked is still the marker: whoever held it may have deleted it since."""
    try:
        return os.path.samestat(marker.stat(), os.fstat(descriptor))
    except OSError:
        return False
