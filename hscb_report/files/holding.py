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

    What is locked is an empty file of its own among the system's temporary ones, for the file
    itself is replaced. Where that cannot be had, or another process keeps it, this goes on without:
    whoever changes a file looks at it again before it is written.
    """
    descriptor = _opened(path)
    try:
        end = time.monotonic() + LONGEST
        while descriptor is not None and lock(descriptor) is False and time.monotonic() < end:
            time.sleep(_PAUSE)
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _opened(path: Path) -> int | None:
    with suppress(OSError):
        real = os.path.normcase(os.path.realpath(path))
        name = hashlib.blake2b(real.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        return os.open(Path(tempfile.gettempdir()) / f"hscb-report-{name}.lock", flags, 0o600)
    return None
