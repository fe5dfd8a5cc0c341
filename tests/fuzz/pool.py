"""Workers that try cases, a watchdog for each, and what they found."""

from __future__ import annotations

import json
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .cases import Case, emptied
from .faults import Fault
from .stock import ROOT
from .trial import HANGS
from .worker import MAKING, trials

WAITS = HANGS + 20
"""How long the watchdog waits for one step: a command in a process of its own ends sooner."""


@dataclass
class Found:
    """What a run found.

    Attributes:
        faults: by class, the cases that have it, with what was seen.
        codes: how commands ended, and how often.
        notes: what is no fault and worth a look: how often, and one case.
        unmade: cases that could not be made, by reason: what changes files stumbled over them.
        once: faults of time and memory that did not come again in a process of its own.
    """

    cases: Counter[str] = field(default_factory=Counter)
    faults: dict[str, list[tuple[Case, Fault]]] = field(default_factory=dict)
    codes: Counter[str] = field(default_factory=Counter)
    notes: dict[str, list[Case]] = field(default_factory=dict)
    unmade: dict[str, list[Case]] = field(default_factory=dict)
    once: list[tuple[Case, Fault]] = field(default_factory=list)


class Pool:
    """Some workers.

    Args:
        stock: the folder of what cases begin with.
        room: an empty folder to work in.
        saved: where cases with faults are kept.
        tell: told each new class of faults.
    """

    def __init__(
        self, stock: Path, room: Path, saved: Path, tell: Callable[[str], None] = lambda line: None
    ) -> None:
        self.stock, self.room, self.saved, self.tell = stock, room, saved, tell
        self.found = Found()
        self._lock = threading.Lock()
        self._broken: list[Exception] = []

    def run(self, cases: Iterator[Case], until: float, workers: int) -> Found:
        """Try cases until there are no more, or until this time of the monotonic clock."""
        threads = [
            threading.Thread(target=self._work, args=(cases, until, self.room / str(number)))
            for number in range(workers)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if self._broken:
            raise self._broken[0]
        return self.found

    def _next(self, cases: Iterator[Case], until: float) -> Case | None:
        with self._lock:
            return next(cases, None) if time.monotonic() < until else None

    def _work(self, cases: Iterator[Case], until: float, room: Path) -> None:
        worker = Worker(self.stock, room)
        try:
            while case := self._next(cases, until):
                self._note(case, worker.tried(case), room)
        except Exception as error:  # of what tries, not of what is tried
            self._broken.append(error)
        finally:
            worker.end()

    def _note(self, case: Case, answer: dict[str, Any], room: Path) -> None:
        faults = [Fault(**one) for one in answer["faults"]]
        certain, once = _again(case, faults, room) if faults else ([], [])
        with self._lock:
            found = self.found
            if "unmade" in answer:
                found.unmade.setdefault(answer["unmade"], []).append(case)
                return
            found.cases[case.kind] += 1
            found.codes.update(answer.get("codes", []))
            found.once += [(case, one) for one in once]
            for note in answer.get("notes", []):
                found.notes.setdefault(note, []).append(case)
            for fault in {one.kind: one for one in reversed(certain)}.values():
                alike = found.faults.setdefault(fault.kind, [])
                if not alike:
                    self.tell(f"FAULT {fault.kind}\n  {case.again}\n  {fault.detail[-300:]}")
                alike.append((case, fault))
                if len(alike) <= 5:
                    self._save(case, fault, room)

    def _save(self, case: Case, fault: Fault, room: Path) -> None:
        folder = self.saved / case.name
        if not folder.exists() and (room / "made").is_dir():
            shutil.copytree(room / "made", folder)
            shutil.copy(room / "commands.json", folder / "commands.json")
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "faults.txt").open("a", encoding="utf-8") as file:
            file.write(f"{case.again}\n{fault.kind}\n{fault.detail}\n\n")


def _again(case: Case, faults: list[Fault], room: Path) -> tuple[list[Fault], list[Fault]]:
    """Which faults are certain, and which are not: a worker is used again and again, so whatever
    took too much time or memory there is tried in processes of its own.
    """
    doubtful = [one for one in faults if "over " in one.kind or "hangs" in one.kind]
    if not doubtful or case.as_commands or not (room / "commands.json").is_file():
        return faults, []
    commands = json.loads((room / "commands.json").read_text(encoding="utf-8"))
    seen, _ = trials(case, commands, room, None, as_commands=True)
    certain = [one for one in faults if one not in doubtful]
    certain += [one for one in seen if one.kind not in {known.kind for known in certain}]
    return certain, [] if seen else doubtful


class Worker:
    """A process that tries cases, begun anew where it was ended.

    Args:
        stock, room: as ``Pool`` has them.
        begin: what Python is told to begin it.
        waits: how long the watchdog waits for one step.
    """

    def __init__(
        self,
        stock: Path,
        room: Path,
        begin: tuple[str, ...] = ("-m", "tests.fuzz.worker"),
        waits: float = WAITS,
    ) -> None:
        self.stock, self.room = stock, room
        self.begin, self.waits = begin, waits
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[Any] = queue.Queue()

    def tried(self, case: Case) -> dict[str, Any]:
        """What a case did; where it hangs or brings the process down, that is its fault."""
        if self._process is None:
            self._start()
        assert self._process and self._process.stdin
        (self.room / "commands.json").unlink(missing_ok=True)
        self._process.stdin.write(json.dumps([case.kind, case.seed]) + "\n")
        self._process.stdin.flush()
        step = "begin"
        while True:
            try:
                answer = self._answers.get(timeout=self.waits)
            except queue.Empty:
                answer, kind = None, "hangs"
            else:
                kind = "the process is gone"
            if answer is None:
                self.end()
                if step == MAKING:
                    return {"faults": [], "unmade": kind}
                return {"faults": [{"kind": f"{kind}: {step.split(' ')[0]}", "detail": step}]}
            if "faults" in answer:
                if answer["last"]:
                    self.end()
                return answer
            step = answer["step"]

    def _start(self) -> None:
        self._answers = queue.Queue()
        self._process = subprocess.Popen(
            [sys.executable, *self.begin, str(self.stock), str(emptied(self.room))],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        threading.Thread(
            target=_read, args=(self._process.stdout, self._answers), daemon=True
        ).start()
        if self._answers.get(timeout=WAITS) is None:
            raise RuntimeError(f"a worker did not begin: python {' '.join(self.begin)}")

    def end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe:
                    pipe.close()
            self._process = None


def _read(pipe: Any, answers: queue.Queue[Any]) -> None:
    """Hand on each answer as it comes, and then that there are no more."""
    try:
        for line in pipe:
            answers.put(json.loads(line))
    except ValueError:  # closed, or half a line
        pass
    answers.put(None)
