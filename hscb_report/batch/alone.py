"""One run in a folder at a time: two would write each other's manifest over."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hscb_report.errors import FileError, Problem, shown_path
from hscb_report.files.holding import marker_of, opened
from hscb_report.files.locks import lock


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder against other runs of this machine, for as long as this one goes on.

    The system lets go of the marker that is locked with the process. Where it cannot be had, this
    goes on without.

    Raises:
        FileError: another run writes to the folder.
    """
    descriptor = opened(marker_of(folder, "batch"))
    if descriptor is None:
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
