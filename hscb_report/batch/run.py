"""The run: a table and a template in, a folder of reports, a manifest and an index page out."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from hscb_report.batch import manifest
from hscb_report.batch.alone import alone_in
from hscb_report.batch.index import INDEX, index
from hscb_report.batch.leftover import leftovers
from hscb_report.batch.manifest import MANIFEST, Record
from hscb_report.batch.pack import Pack, template, unpacked
from hscb_report.batch.table import Row, Table, hashed, read
from hscb_report.batch.untold import told_by_the_others
from hscb_report.batch.worker import CONFORMANCE, CONTENT, DONE, FILE, LOST, Job, Outcome
from hscb_report.build import DEFAULT
from hscb_report.errors import ExitCode, FileError, Place, Problem, ReportError
from hscb_report.files import place_all
from hscb_report.products import Order, chosen
from hscb_report.project import CONTENT as CONTENT_FOLDER
from hscb_report.project import OUTPUT, as_period
from hscb_report.summary.document import Summary
from hscb_report.version import VERSION

LIMIT = 120.0
"""Seconds that a row may take. A report takes less than one."""
GRAVEST = (CONFORMANCE, LOST, FILE, CONTENT)
"""What a run ends with, where several things went wrong: the first of these."""
CODES = {
    CONFORMANCE: ExitCode.CONFORMANCE,
    LOST: ExitCode.INTERNAL,
    FILE: ExitCode.FILE,
    CONTENT: ExitCode.CONTENT,
}


@dataclass
class Result:
    """What a run has come to.

    Attributes:
        folder: what it was written to.
        records: of the rows, in the order of the table; those that were not reached are missing.
        made: the names of the rows that were made or tried now, each with why.
        notices: what to look at: of the template, the table, and in the folder.
        stopped: whether somebody pressed Ctrl-C.
        seconds: it took.
    """

    folder: Path
    rows: int
    records: list[Record] = field(default_factory=list)
    made: dict[str, str] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    problems: dict[str, list[Problem]] = field(default_factory=dict)
    stopped: bool = False
    seconds: float = 0.0

    @property
    def failed(self) -> list[Record]:
        """The rows that have no report."""
        return [one for one in self.records if one.status != DONE]

    @property
    def exit_code(self) -> ExitCode:
        """What the command ends with."""
        if self.stopped:
            return ExitCode.STOPPED
        there = {one.status for one in self.records}
        return next((CODES[one] for one in GRAVEST if one in there), ExitCode.DONE)


def batch(
    table: Path | str,
    period: str,
    *,
    content: Path | str = CONTENT_FOLDER,
    output: Path | str | None = None,
    editions: Iterable[str] = (DEFAULT,),
    workers: int = 2,
    scheduler: str = "",
    resume: bool = False,
    limit: float = LIMIT,
    progress: Callable[[str], None] = lambda step: None,
) -> Result:
    """Make a report of each row of a table.

    All of the template and of the table is checked first. What goes wrong with a row after that
    costs that row alone, and its reason is in the result.

    Args:
        table: a file, .csv or .xlsx.
        period: the template: the name of a content file.
        content: the folder of content files.
        output: the folder to write to; ``output/PERIOD-batch`` unless told.
        editions: names from ``products.EDITIONS``, or ``all``; for the screen.
        workers: processes on this machine.
        scheduler: the address of a Dask scheduler, in the place of processes.
        resume: make only what changed since the last run, or failed in it.
        limit: seconds that a row may take.
        progress: told how far it is.

    Raises:
        UsageError: there is no such template or edition.
        ContentError: the template or the table has errors; every problem is listed.
        FileError: a file cannot be read or written, or no scheduler answers.
    """
    began = time.monotonic()
    order = Order(chosen(editions, "screen"))
    order.check()
    progress("reading the template and the table")
    pack, summary = template(period, Path(content))
    rows = read(Path(table), summary)
    folder = Path(output) if output is not None else OUTPUT / f"{as_period(period)}-batch"
    notices = [*leftovers(pack.period, Path(content), summary), *rows.notices]
    result = Result(folder, len(rows.rows), notices=notices)
    with alone_in(folder), unpacked(pack) as unfolded:
        run = _Run(pack, order, rows, folder, Path(content), manifest.read(folder))
        todo = list(run.todo(resume, result, unfolded))
        try:
            _carry_out(run, todo, result, workers, scheduler, limit, progress, unfolded)
        except KeyboardInterrupt:
            result.stopped = True
        _finish(run, result, summary)
    result.seconds = time.monotonic() - began
    return result


@dataclass
class _Run:
    pack: Pack
    order: Order
    table: Table
    folder: Path
    content: Path
    before: dict[str, Record]
    records: dict[str, Record] = field(default_factory=dict)

    def inputs(self, row: Row, hidden: Iterable[str] = ()) -> dict[str, str]:
        """The hashes of what a report is made of, without the numbers that are left out of it."""
        asked = hashlib.sha256(repr((self.order, row.stem)).encode()).hexdigest()
        return {"template": self.pack.key, "row": hashed(row.as_dict(), hidden), "order": asked}

    def changed(self, row: Row, known: Record | None, folder: Path) -> str:
        """Why a row is to be made again; empty where nothing has changed.

        Of a row with small numbers the manifest has no hash of these: what would be left out of it
        now is found anew.
        """
        hidden = list(known.suppressed) if known else []
        why = manifest.why(known, self.inputs(row, hidden), VERSION, self.folder)
        if why or not hidden:
            return why
        from hscb_report.batch.content import content_of

        try:
            now = content_of(folder, self.pack.period, row.as_dict())[2]
        except ReportError:
            now = []
        return "" if now == hidden else "other numbers are to be left out"

    def todo(self, resume: bool, result: Result, folder: Path) -> Iterator[tuple[Row, Job]]:
        """The rows that are to be made; the others stay as they are.

        Args:
            folder: the template's content folder.
        """
        for row in self.table.rows:
            known = self.before.get(row.name) if resume else None
            why = self.changed(row, known, folder) if resume else "all are made"
            if known and not why:
                self.records[row.name] = replace(known, line=row.line)
                continue
            result.made[row.name] = why
            yield row, Job(self.pack.period, self.order, row.stem, row.as_dict())

    def keep(self, row: Row, outcome: Outcome) -> list[Problem]:
        """Write what a row has become: its files, and its line of the manifest."""
        if outcome.files:
            try:
                place_all(
                    {self.folder / name: data for name, data in outcome.files.items()}, self.folder
                )
            except FileError as error:
                outcome = Outcome(FILE, problems=tuple(error.problems), seconds=outcome.seconds)
        problems = [self.placed(one, row) for one in outcome.problems]
        inputs = self.inputs(row, outcome.hidden)
        if outcome.status != DONE:
            del inputs["row"]
        one = manifest.record(row.name, row.line, inputs, VERSION, outcome, problems)
        self.records[row.name] = one
        manifest.append(self.folder, one)
        return problems

    def placed(self, problem: Problem, row: Row) -> Problem:
        """A problem with its cell, where the table says what is wrong, or its line in the
        template.
        """
        cell = row.cells.get(".".join(str(key) for key in problem.key[:2]))
        if cell:
            return replace(problem, place=Place(self.table.file, row.line, 1, cell=cell))
        if problem.place and not problem.place.file.is_absolute():
            place = replace(problem.place, file=self.content / problem.place.file)
            return replace(problem, place=place)
        return problem


def _carry_out(
    run: _Run,
    todo: list[tuple[Row, Job]],
    result: Result,
    workers: int,
    scheduler: str,
    limit: float,
    progress: Callable[[str], None],
    folder: Path,
) -> None:
    if not todo:
        return
    began = time.monotonic()
    with _handed_over(run, todo, workers, scheduler, limit, folder) as outcomes:
        for number, (row, outcome) in enumerate(outcomes, 1):
            if problems := run.keep(row, outcome):
                result.problems[row.name] = problems
            progress(_pace(number, len(todo), time.monotonic() - began))


def _pace(number: int, of: int, seconds: float) -> str:
    """How far it is: ``41 of 152 reports, 12.3 a second, 9 s left``."""
    rate = number / seconds if seconds else 0.0
    left = (of - number) / rate if rate else 0.0
    said = f"{left:.0f} s" if left < 100 else f"{left / 60:.0f} min"
    return f"{number} of {of} reports, {rate:.1f} a second, {said} left"


@contextmanager
def _handed_over(
    run: _Run,
    todo: list[tuple[Row, Job]],
    workers: int,
    scheduler: str,
    limit: float,
    folder: Path,
) -> Iterator[Iterator[tuple[Row, Outcome]]]:
    """The outcomes as they come; whoever makes them has ended when this has."""
    if scheduler:
        from hscb_report.batch import cluster

        far = cluster.outcomes(todo, run.pack, scheduler, limit)
        try:
            yield far
        finally:
            far.close()
        return
    from hscb_report.batch import pool

    near = pool.outcomes(todo, folder, min(workers, len(todo)), limit)
    try:
        yield near
    finally:
        near.close()


def _finish(run: _Run, result: Result, summary: Summary) -> None:
    """Write the manifest in the order of the table, and the index; say what else is there."""
    result.records = [run.records[row.name] for row in run.table.rows if row.name in run.records]
    left = _left(run, result)
    if left:
        result.notices.append(manifest.said_left(run.folder, left))
    hidden = {one.name: one.suppressed for one in result.records}
    result.notices += told_by_the_others(
        summary.figures, [row.as_dict() for row in run.table.rows], hidden
    )
    kept = [Record("", 0, manifest.LEFT, {}, VERSION, left)] if left else []
    lines = "".join(one.as_line() for one in (*result.records, *kept))
    page = index(summary.title, summary.period, run.table.rows, run.records, list(left))
    place_all(
        {run.folder / MANIFEST: lines.encode(), run.folder / INDEX: page.encode()}, run.folder
    )


def _left(run: _Run, result: Result) -> dict[str, str]:
    """Reports of earlier runs that are still there, and that no row of this one has made, by their
    names: nobody should publish those, and they are told until they are gone.
    """
    named = {name for one in result.records for name in one.files}
    return {
        name: digest
        for known in run.before.values()
        for name, digest in known.files.items()
        if name not in named and (run.folder / name).exists()
    }
