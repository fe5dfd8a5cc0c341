"""What counts as a fault of a command, whatever it was given."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass, field

SECONDS = 10
"""The most that a command may take of a processor; a busy machine is no fault."""
MEGABYTES = 1_000
OUTPUT = 200_000
"""The most letters that a command may print: nobody reads a thousand lines of errors."""
CODES = {
    "build": {0, 1, 2, 4},
    "verify": {0, 3, 4, 6},
}
"""How commands may end: not with 5, a fault of the tool, and ``build`` not with 3, for what was
made of content that is sound has to hold its standards."""
ANY = {0, 1, 2, 4}
READS = {"check", "list", "review", "compare", "verify"}
"""Commands that write nothing, whatever they answer."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

Files = dict[str, bytes]
"""What a folder holds, by path below it."""


@dataclass(frozen=True)
class Fault:
    """Something that no command may do.

    Attributes:
        kind: its class: what, of which command, and where in the code if it is known.
        detail: what one needs to see to understand it.
    """

    kind: str
    detail: str = ""


@dataclass
class Outcome:
    """What a command did.

    Attributes:
        code: what it ended with; None where it did not end.
        seconds: of a processor.
        megabytes: at the most; 0 where the system does not say so.
        notes: what is no fault and worth a look, by class.
    """

    code: int | None
    printed: str = ""
    error: BaseException | None = None
    seconds: float = 0
    megabytes: float = 0
    notes: list[str] = field(default_factory=list)


def faults_of(command: list[str], done: Outcome, before: Files, after: Files) -> list[Fault]:
    """What a command did that it may not."""
    name = " ".join(command[:2]) if command[0] == "figures" else command[0]
    found = []
    if done.error is not None:
        told = "".join(traceback.format_exception(done.error, limit=-12))
        found.append(Fault(f"{name}: {_where(done.error)}", told[-4_000:]))
    elif done.code is None:
        found.append(Fault(f"{name}: hangs", done.printed[-2_000:]))
    elif done.code not in CODES.get(name, ANY):
        found.append(Fault(f"{name}: exit {done.code}", done.printed[-2_000:]))
    if "Traceback (most recent call last)" in done.printed:
        found.append(Fault(f"{name}: traceback printed", done.printed[-2_000:]))
    if done.code and done.code != 6 and not done.printed.strip():
        found.append(Fault(f"{name}: exit {done.code} without a word"))
    if odd := CONTROL.search(done.printed):
        around = done.printed[max(0, odd.start() - 80) : odd.end() + 20]
        found.append(Fault(f"{name}: a control character is printed", repr(around)))
    found += large(name, done)
    return found + [
        Fault(f"{name}: {kind}", said)
        for kind, said in _written(command, name, done, before, after)
    ]


def large(name: str, done: Outcome) -> list[Fault]:
    """Whether it took too much of anything."""
    found = []
    if done.seconds > SECONDS:
        found.append(Fault(f"{name}: over {SECONDS} s", f"{done.seconds:.0f} s"))
    if done.megabytes > MEGABYTES:
        found.append(Fault(f"{name}: over {MEGABYTES} MB", f"{done.megabytes:.0f} MB"))
    if len(done.printed) > OUTPUT:
        found.append(Fault(f"{name}: over {OUTPUT} letters printed", done.printed[:1_000]))
    return found


def _where(error: BaseException) -> str:
    """The class of an error: its type, and the last place in this tool's code."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if "hscb_report" in frame.filename
    ]
    place = ""
    if frames:
        file = frames[-1].filename.replace("\\", "/").rpartition("hscb_report/")[2]
        place = f" in {file} {frames[-1].name}"
    return f"{type(error).__name__}{place}"


def _written(
    command: list[str], name: str, done: Outcome, before: Files, after: Files
) -> list[tuple[str, str]]:
    """What is wrong with the files that are there now."""
    changed = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
    litter = [path for path in changed if path in after and _is_litter(path)]
    found = []
    if litter:
        found.append(("litter", ", ".join(litter)))
    if changed and (done.code or name in READS or "--dry-run" in command):
        found.append((f"exit {done.code} and files changed", ", ".join(changed)))
    for path in changed:
        data = after.get(path)
        if data is None:
            found.append(("a file is gone", path))
        elif path.endswith(".pdf") and not (
            data[:5] == b"%PDF-" and data.rstrip()[-5:] == b"%%EOF"
        ):
            found.append(("half a PDF", path))
        elif not path.startswith("out/") and name != "figures import":
            found.append(("a file elsewhere changed", path))
    return found


def _is_litter(path: str) -> bool:
    parts = path.split("/")
    return any(part.startswith(".") or part.endswith((".part", ".new", ".tmp")) for part in parts)
