"""Files of others judged in a process of their own, which is ended where it takes too long: so no
file, whatever it holds, holds up this one or takes its memory.
"""

from __future__ import annotations

import json
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from hscb_report.errors import ReportError
from hscb_report.preflight.limits import MEMORY, OTHERS_SECONDS, OWN_SECONDS
from hscb_report.preflight.verdict import Verdict

_GONE = None
"""What stands for the end of the answers."""


class Judge:
    """A process that judges files, one after another; the next begins anew where one was ended.

    Args:
        own, others: the seconds that our own checks may take, and then the validators.
    """

    def __init__(self, own: float = OWN_SECONDS, others: float = OTHERS_SECONDS) -> None:
        self._own, self._others = own, others
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[Any] = queue.Queue()

    def __enter__(self) -> Judge:
        self._start()  # it sets itself up while the caller does something else
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def verified(self, file: Path | str, standards: Sequence[str] | None = None) -> Verdict:
        """Judge a file, as ``files.verified`` does.

        Raises:
            FileError: the file cannot be opened.
        """
        self._ask(json.dumps({"file": str(Path(file).absolute()), "standards": standards}))
        verdict = self._answer(self._own)
        if not isinstance(verdict, Verdict):
            return Verdict(too_large=self._why(verdict, self._own))
        if not verdict.judged:
            return verdict
        found = self._answer(self._others)
        if isinstance(found, Verdict):
            return found
        note = f"no validator was asked to the end: {self._why(found, self._others)}"
        return replace(verdict, not_made=(*verdict.not_made, note))

    def _ask(self, request: str) -> None:
        if self._process is None:
            self._start()
        assert self._process and self._process.stdin
        with suppress(OSError):  # it is gone, which the answer will say
            self._process.stdin.write(request.encode() + b"\n")
            self._process.stdin.flush()

    def _answer(self, seconds: float) -> Any:
        """The next answer; ``TimeoutError`` where there is none in time, None where the process
        ended; then the next request starts another.
        """
        try:
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            answer = TimeoutError()
        if isinstance(answer, ReportError):
            raise answer
        if not isinstance(answer, Verdict):
            self._end()
        return answer

    def _why(self, answer: Any, seconds: float) -> str:
        if isinstance(answer, TimeoutError):
            return f"it takes longer than {seconds:g} seconds, the most that is waited"
        return (
            "judging it ended in the middle, as it does where it asks for more than "
            f"{MEMORY // 1_000_000:,} MB of memory, the most there is for it"
        )

    def _start(self) -> None:
        self._answers = queue.Queue()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _BEGIN, str(_PACKAGE)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert self._process.stdout
        threading.Thread(
            target=_read, args=(self._process.stdout, self._answers), daemon=True
        ).start()

    def _end(self) -> None:
        if self._process is not None:
            if sys.platform != "win32":
                with suppress(ProcessLookupError):  # with what it has started: Ghostscript
                    os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe:
                    with suppress(OSError):
                        pipe.close()
            self._process = None


_PACKAGE = Path(__file__).resolve().parents[1]
_BEGIN = """
import sys, types
sys.modules["hscb_report"] = package = types.ModuleType("hscb_report")
package.__path__ = [sys.argv[1]]
from hscb_report.preflight.judge import main
main()
"""
"""What the process runs: this package, wherever it stands, but for what builds. The folder that the
package stands in is none that Python looks for modules in."""


def _read(pipe: BinaryIO, answers: queue.Queue[Any]) -> None:
    """Hand on each answer as it comes, and then that there are no more."""
    with suppress(Exception):  # whatever comes that is no answer, there are no more
        while head := pipe.read(8):
            answers.put(pickle.loads(pipe.read(int.from_bytes(head, "big"))))
    answers.put(_GONE)
