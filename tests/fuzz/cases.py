"""A case: what a kind and a seed make, and what is asked of it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random

from . import contents, pdfs, sheets
from .faults import Fault, Files, Outcome
from .stock import Stock

KINDS = {"contents": contents.made, "sheets": sheets.made, "pdfs": pdfs.made}
SHARES = {"contents": 13, "sheets": 1, "pdfs": 6}
"""How often each kind comes in a run of all."""
AS_COMMANDS = 40
"""One case in so many is tried as a person would: each command in a process of its own."""


@dataclass(frozen=True)
class Case:
    """One thing to try."""

    kind: str
    seed: int

    @property
    def name(self) -> str:
        """How it is called."""
        return f"{self.kind}-{self.seed}"

    @property
    def again(self) -> str:
        """What is typed to try it again."""
        return f"python -m tests.fuzz --only {self.kind} --seed {self.seed} --cases 1"

    @property
    def as_commands(self) -> bool:
        """Whether its commands run in processes of their own."""
        return self.seed % AS_COMMANDS == 0

    def make(self, folder: Path, stock: Stock) -> list[contents.Command]:
        """Put its files into an empty folder; the commands to try on them, in this order."""
        return KINDS[self.kind](folder, Random(f"{self.kind} {self.seed}"), stock)


def files_in(folder: Path) -> Files:
    """What a folder holds."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def after_all(case: Case, done: list[tuple[contents.Command, Outcome]]) -> list[Fault]:
    """What the commands of a case did together that they may not."""
    if case.kind != "sheets" or len(done) < 4:
        return []
    (_, tried), (_, first), (_, checked), (_, second) = done
    found = []
    if tried.code != first.code:
        found.append(
            Fault("figures import: --dry-run says otherwise", f"{tried.code}, {first.code}")
        )
    if first.code == 0 and checked.code != 0:
        found.append(Fault("figures import: what it wrote has errors", checked.printed[:2_000]))
    if first.code == 0 and (second.code != 0 or "nothing to change" not in second.printed):
        found.append(Fault("figures import: the same again changes more", second.printed[:2_000]))
    return found


def emptied(folder: Path) -> Path:
    """A folder with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
