"""One row's report: plain data in, files and a verdict out, so that any worker anywhere can make it
and the result is the same bytes.
"""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from hscb_report.batch.pack import Pack, written
from hscb_report.errors import (
    ConformanceError,
    ContentError,
    FileError,
    Problem,
    ReportError,
    shown_path,
)
from hscb_report.products import Order
from hscb_report.version import VERSION

DONE, CONTENT, CONFORMANCE, FILE, LOST = "done", "content", "conformance", "file", "lost"
"""What can become of a row: its files, or the reason why there are none. ``lost`` is a fault of the
tool or of the machine: a worker that ended, or did not."""


@dataclass(frozen=True)
class Outcome:
    """What became of a row.

    Attributes:
        status: one of those above.
        files: what each holds, by its name, the main file of each edition first.
        problems: why there are none. Their files are named as in the template's folder.
        warnings: how many things there are to look at.
        rules: those that found them.
        hidden: the figures that were suppressed, because they were small.
        seconds: it took.
    """

    status: str
    files: dict[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    warnings: int = 0
    rules: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True)
class Job:
    """What is made of a row.

    Attributes:
        stem: what its files are called.
        row: as ``table.Row.as_dict`` has it.
        version: of the tool that asks.
    """

    period: str
    order: Order
    stem: str
    row: Mapping[str, Any]
    version: str = VERSION


def report(folder: Path, job: Job) -> Outcome:
    """Make the report of a row; whatever goes wrong is its outcome.

    Args:
        folder: the template's content folder.
    """
    began = time.perf_counter()
    try:
        made = _made(folder, job)
    except ReportError as error:
        status = {ContentError: CONTENT, ConformanceError: CONFORMANCE, FileError: FILE}
        kind = next((said for one, said in status.items() if isinstance(error, one)), CONTENT)
        made = Outcome(kind, problems=tuple(_at_home(one, folder) for one in error.problems))
    except Exception as error:  # one row's fault must not be that of the run
        made = lost(
            f"the tool failed: {type(error).__name__}: {error}",
            "please report it with the template and the row; the others are made",
        )
    return replace(made, seconds=round(time.perf_counter() - began, 3))


def lost(message: str, hint: str) -> Outcome:
    """The outcome of a row that no worker has finished."""
    return Outcome(LOST, problems=(Problem("lost", message, hint),))


def _made(folder: Path, job: Job) -> Outcome:
    from hscb_report.batch.content import content_of
    from hscb_report.batch.untold import untold
    from hscb_report.build import made_of, marked, material_of, weighed
    from hscb_report.project import errors_in, warnings_in

    if job.version != VERSION:
        return lost(
            f"this worker has hscb-report {VERSION}, and {job.version} asks",
            "install the same version on all machines",
        )
    loaded, found, hidden = content_of(folder, job.period, job.row)
    found = weighed(loaded, found, job.order)
    if stopping := errors_in(found):
        batch = loaded.summary.batch
        few = untold(stopping, batch is not None and batch.on_small == "suppress")
        told = tuple(_at_home(one, folder) for one in few)
        return Outcome(CONTENT, problems=told, hidden=tuple(hidden))
    material = replace(material_of(marked(loaded)), stem=job.stem)
    made = made_of(material, job.order)
    parts = [part for edition in job.order.editions for part in made[edition]]
    return Outcome(
        DONE,
        {part.name: part.data for part in parts},
        warnings=len(warnings := warnings_in(found)),
        rules=tuple(sorted({one.code for one in warnings})),
        hidden=tuple(hidden),
    )


def _at_home(problem: Problem, folder: Path) -> Problem:
    """A problem whose file is named as in the template's folder, wherever this worker has it."""
    for name in (shown_path(folder), str(folder)):
        problem = replace(
            problem,
            message=problem.message.replace(name, "content"),
            hint=problem.hint.replace(name, "content"),
        )
    if problem.place is None or not problem.place.file.is_relative_to(folder):
        return problem
    place = replace(problem.place, file=problem.place.file.relative_to(folder))
    return replace(problem, place=place)


# One process on this machine: it is told of the folder once, when it begins.

_FOLDER: list[Path] = []


def begin(folder: str) -> None:
    """What a worker of this machine does before its first row: import what every report needs."""
    from hscb_report.charts.alone import import_alone

    import_alone()
    _FOLDER[:] = [Path(folder)]
    gc.collect()
    gc.freeze()


def row_here(job: Job) -> Outcome:
    """The report of a row, in a worker of this machine."""
    return report(_FOLDER[0], job)


# One process on any machine: the template comes with the first row.


def row_anywhere(pack: Pack, job: Job) -> Outcome:
    """The report of a row, in a worker that has no folder of the template."""
    return report(_unpacked(pack.key, pack), job)


_UNPACKED: dict[str, tuple[Path, Any]] = {}
"""Folders of templates by their hash, each with what deletes it as the process ends."""


def _unpacked(key: str, pack: Pack) -> Path:
    if key not in _UNPACKED:
        _alone()
        home = tempfile.TemporaryDirectory(prefix="hscb-report-")
        _UNPACKED[key] = (written(pack, Path(home.name)), home)
    return _UNPACKED[key][0]


@cache
def _alone() -> None:
    from hscb_report.charts.alone import import_alone

    import_alone()
