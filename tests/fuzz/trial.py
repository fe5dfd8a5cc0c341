"""One command tried: in this process, which is quick, or in one of its own, as a person has it."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import IO, Any

from .contents import Command
from .faults import Outcome
from .stock import ROOT

HANGS = 60
"""After so many seconds of a clock, nobody waits for a command any longer."""


def here(command: Command, folder: Path) -> Outcome:
    """Try a command in this process."""
    before = time.process_time()
    _forget_peak()
    with _printed(folder) as printed:
        code, error = _main(command)
    done = Outcome(code, "", error, time.process_time() - before, _peak(), NOTES.copy())
    NOTES.clear()
    done.printed = printed[0]
    gc.unfreeze()
    return done


def _main(command: Command) -> tuple[int | None, BaseException | None]:
    from hscb_report.cli import main

    sys.argv[1:] = command
    try:
        main()
    except SystemExit as end:
        return (end.code if isinstance(end.code, int) else 1 if end.code else 0), None
    except BaseException as error:
        return None, error
    return 0, None


@contextmanager
def _printed(folder: Path) -> Iterator[list[str]]:
    """What is printed meanwhile, in this folder."""
    old, printed = Path.cwd(), [""]
    os.chdir(folder)
    try:
        with tempfile.TemporaryFile() as file:
            streams = [open(os.dup(file.fileno()), "w", encoding="utf-8") for _ in range(2)]
            with redirect_stdout(streams[0]), redirect_stderr(streams[1]):
                try:
                    yield printed
                finally:
                    for stream in (sys.stdout, sys.stderr, *streams):
                        with suppress(OSError, ValueError):
                            stream.flush()
            for stream in streams:
                stream.close()
            printed[0] = _read(file)
    finally:
        os.chdir(old)


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace").replace("\r\n", "\n")


def _forget_peak() -> None:
    """Let the system count anew how much memory this process has at the most (Linux)."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak() -> float:
    """The most memory since it was forgotten, in MB; 0 where the system does not say so."""
    return _status("VmHWM")


def held() -> float:
    """The memory that this process has now, in MB; 0 where the system does not say so."""
    return _status("VmRSS")


def _status(name: str) -> float:
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1]) / 1_000
    return 0


def apart(command: Command, folder: Path) -> Outcome:
    """Try a command in a process of its own."""
    with tempfile.TemporaryFile() as file:
        run = subprocess.Popen(
            [sys.executable, "-m", "hscb_report", *command],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
            env={**os.environ, "PYTHONPATH": str(ROOT), "HSCB_REPORT_TRACEBACK": ""},
        )
        seconds, megabytes, hung = _waited(run)
        code = None if hung else run.returncode
        return Outcome(code, _read(file), None, seconds, megabytes)


def _waited(run: subprocess.Popen[bytes]) -> tuple[float, float, bool]:
    """Wait for a process, and end it where it hangs: its seconds of a processor, its memory, and
    whether it hung.
    """
    begun, hung = time.monotonic(), False
    if not hasattr(os, "wait4"):
        try:
            run.wait(HANGS)
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
            hung = True
        return time.monotonic() - begun, 0, hung
    while True:
        ended, status, used = os.wait4(run.pid, os.WNOHANG)
        if ended:
            run.returncode = os.waitstatus_to_exitcode(status)
            unit = 1_000_000 if sys.platform == "darwin" else 1_000
            return used.ru_utime + used.ru_stime, used.ru_maxrss / unit, hung
        if time.monotonic() - begun > HANGS:
            run.kill()
            hung = True
        time.sleep(0.02)


def limit(megabytes: int) -> None:
    """Let the system refuse this process more memory than this, where it can: on Linux."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 1_000_000,) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


NOTES: list[str] = []
"""What ``verify`` stumbled over since the last command: the user is told, and we want to know."""


def alone() -> None:
    """Let ``verify`` judge in this process, and ask no validators of others: they are not what is
    tried, and each would take a second.
    """
    from hscb_report.preflight import files, plates, verapdf

    changed: Any = verapdf
    changed.available = lambda: False
    changed = plates
    changed.program = lambda: None
    judge = files.verified

    def verified(*given: Any) -> Any:
        verdict = judge(*given)
        NOTES.extend(_stumbled(verdict))
        return verdict

    changed = files
    changed.verified = verified
    with suppress(ImportError):
        from hscb_report.preflight import apart

        changed = apart
        changed.Judge = _Judge


class _Judge:
    """Stands for the process that ``verify`` judges in."""

    def __enter__(self) -> _Judge:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def verified(self, *given: Any) -> Any:
        """Judge a file."""
        from hscb_report.preflight import files

        return files.verified(*given)


def _stumbled(verdict: Any) -> list[str]:
    notes = {
        f"verify, a check stumbled: {check.unmade[:90]}"
        for judged in verdict.judged
        for check in judged.checks
        if check.unmade
    }
    if verdict.unreadable:
        notes.add(f"verify: {verdict.unreadable[:70]}")
    return sorted(re.sub(r"[0-9]+", "N", note) for note in notes)
