"""A process that tries cases, one after another; ``pool`` starts it, and ends it where it hangs.

A request is a line of JSON: a kind and a seed. An answer is a line for each step, so that whoever
waits knows what takes so long, and one with what was found.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import sys
from pathlib import Path
from typing import TextIO

from . import trial
from .cases import Case, after_all, emptied, files_in
from .contents import Command
from .faults import Fault, Outcome, faults_of
from .stock import Stock, opened

MOST_CASES, MOST_MEGABYTES = 400, 500
"""After so many cases, or with so much memory, a worker is replaced."""
MAKING = "making the case"
"""The step in which no command runs yet."""
REFUSED = 1_600
"""More megabytes than this the system refuses, so that the machine goes on."""


def main() -> None:
    """Try what is asked for on standard input."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints is no answer
    stock, room = opened(Path(sys.argv[1])), Path(sys.argv[2])
    os.environ["HSCB_REPORT_TRACEBACK"] = "1"
    trial.limit(REFUSED)
    trial.alone()
    _warm(stock, emptied(room / "tried"))
    say(answers, step="ready")
    for count, line in enumerate(sys.stdin, 1):
        case = Case(*json.loads(line))
        answer = _tried(case, stock, room, answers)
        if count % 10 == 0:
            gc.collect()
        last = count >= MOST_CASES or trial.held() > MOST_MEGABYTES
        say(answers, **answer, last=last)
        if last:
            return


def say(answers: TextIO, **what: object) -> None:
    """Write an answer."""
    answers.write(json.dumps(what) + "\n")
    answers.flush()


def _warm(stock: Stock, folder: Path) -> None:
    """Import what commands need, so that it is not counted."""
    for name, period, _ in stock.contents[:1]:
        trial.here(["check", period, "--content", str(stock.folder / name)], folder)
        trial.here(["build", period, "--content", str(stock.folder / name)], folder)
    trial.here(["verify", str(stock.pdfs[0])], folder)
    gc.collect()


def _tried(case: Case, stock: Stock, room: Path, answers: TextIO) -> dict[str, object]:
    """Make a case, keep it as it was made in ``made``, and try it in ``tried``."""
    say(answers, step=MAKING)
    try:
        commands = case.make(emptied(room / "made"), stock)
    except Exception as error:  # what changes the files may stumble over what it made of them
        return {"faults": [], "unmade": f"{type(error).__name__}: {str(error)[:60]}"}
    (room / "commands.json").write_text(json.dumps(commands), encoding="utf-8")
    faults, codes = trials(case, commands, room, answers, as_commands=case.as_commands)
    return {"faults": [vars(one) for one in faults], **codes}


def trials(
    case: Case, commands: list[Command], room: Path, answers: TextIO | None, as_commands: bool
) -> tuple[list[Fault], dict[str, list[str]]]:
    """Try the commands of a case that was made; what they did that they may not, and how each ended
    with what is worth a look.
    """
    folder = room / "tried"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(room / "made", folder)
    done: list[tuple[Command, Outcome]] = []
    faults: list[Fault] = []
    before = files_in(folder)
    for command in commands:
        if answers:
            say(answers, step=" ".join(command))
        one = (trial.apart if as_commands else trial.here)(command, folder)
        after = files_in(folder)
        faults += faults_of(command, one, before, after)
        before = after
        done.append((command, one))
    faults += after_all(case, done)
    return faults, {
        "codes": [f"{command[0]} {one.code}" for command, one in done],
        "notes": [note for _, one in done for note in one.notes],
    }


if __name__ == "__main__":
    main()
