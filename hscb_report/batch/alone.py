"""One run in a folder at a time: two would write each other's manifest over."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hscb_report.errors import FileError, Problem, shown_path
from hscb_report.files.locks import lock


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder against other runs of this machine, for as long as this one goes on.

    What is locked is a marker among the system's temporary files; the system lets go of it with
    the process. Where that cannot be had, this goes on without.

    Raises:
        FileError: another run writes to the folder.
    """
    real = os.path.normcase(os.path.realpath(folder))
    name = hashlib.blake2b(real.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    try:
        marker = Path(tempfile.gettempdir()) / f"hscb-report-{name}.batch"
        descriptor = os.open(marker, flags, 0o600)
    except OSError:
        yield
        return
    try:
        if lock(descriptor) is False:
            raise FileError(
                Problem(
                    "two-runs",
                    f"another run writes to {shown_path(folder)}",
                    "wait until it has ended, or name another folder with --output",
                )
            )
        yield
    finally:
        os.close(descriptor)  # the empty marker stays: who deletes it may let two in
