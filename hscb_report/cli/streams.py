"""Standard output and error as they may be: closed, full, or a pipe whose reader has gone."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from hscb_report.files.said import unwritable

if TYPE_CHECKING:
    from hscb_report.errors import FileError

_NAMES = {"stdout": "standard output", "stderr": "standard error"}
_GONE = {errno.EPIPE, errno.ESHUTDOWN, *([errno.EINVAL] if os.name == "nt" else [])}
"""What a pipe answers whose reader has seen enough, as ``head`` has."""


class _Lasting(io.FileIO):
    """A stream that goes on: what it can no longer take is dropped, and the reason is kept, so that
    a command ends what it does, and ends with the exit code of that.
    """

    fault: OSError | None = None

    def write(self, data: Any) -> int:
        """Take everything, written or not."""
        if self.fault is None:
            try:
                return super().write(data)
            except BlockingIOError:
                raise
            except OSError as error:
                self.fault = error
        return len(data)


def make_lasting() -> None:
    """Set up both streams: in UTF-8, for Windows consoles may be set to a code page without our
    letters; and where one is closed, nothing that is opened later takes its place.
    """
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free: this one
    for name in _NAMES:
        setattr(sys, name, _lasting(getattr(sys, name)))


def _lasting(stream: TextIO | None) -> TextIO:
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
        if not stream.isatty():
            raw = io.BufferedWriter(_Lasting(stream.fileno(), "w", closefd=False))
            return io.TextIOWrapper(
                raw, encoding="utf-8", errors="replace", line_buffering=stream.line_buffering
            )
    return stream


def lost() -> FileError | None:
    """Why standard output did not take all that was printed; None where it did, or where nobody
    reads it any more.
    """
    for name, said in _NAMES.items():
        stream = getattr(sys, name)
        with suppress(OSError, ValueError):
            stream.flush()
        raw = getattr(getattr(stream, "buffer", None), "raw", None)
        fault = raw.fault if isinstance(raw, _Lasting) else None
        if fault and fault.errno not in _GONE:
            return unwritable(Path(said), fault)
    return None
