"""The process that judges files of others: ``apart`` starts it, tells it file by file, and ends it
when it takes too long.

A request is a line of JSON; an answer is a length and a pickle, for both ends are this program.
"""

from __future__ import annotations

import json
import os
import pickle
import signal
import sys
from typing import BinaryIO

from hscb_report.errors import ReportError
from hscb_report.preflight.limits import MEMORY, OTHERS_SECONDS, OWN_SECONDS


def main() -> None:
    """Answer each request on standard input: with what our own checks found, and then with what the
    validators found as well; or with the error.
    """
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    _limit()
    from hscb_report.preflight.files import verdicts

    for line in sys.stdin:
        asked = json.loads(line)
        _end_in_time()
        try:
            for verdict in verdicts(asked["file"], asked["standards"]):
                send(answers, verdict)
        except ReportError as error:
            send(answers, error)


def send(answers: BinaryIO, answer: object) -> None:
    """Write an answer."""
    data = pickle.dumps(answer)
    answers.write(len(data).to_bytes(8, "big") + data)
    answers.flush()


def _end_in_time() -> None:
    """End, though nobody is left to see that it takes too long, where the system can do that."""
    if sys.platform != "win32":
        signal.alarm(int(OWN_SECONDS + OTHERS_SECONDS) + 60)


def _limit() -> None:
    """Let the system refuse what is more than enough memory, where it can: on Linux."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
