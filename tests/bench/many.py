"""How fast many reports are made, and what memory they take.

    python tests/bench/many.py [--rounds 3] [--rows 1000]

All reports of examples/authorities, by one worker and by two, in turn; then as many rows as are
asked for, by the table over and over, with the memory of the worker after each hundred: once as it
is, for workers are replaced after some rows, and once by a worker that never is.
"""

from __future__ import annotations

import argparse
import csv
import statistics
import sys
import tempfile
from pathlib import Path

from hscb_report.batch import pool
from hscb_report.batch.run import batch

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "examples/authorities"
PERIOD = "2017-18"


def repeated(folder: Path, rows: int) -> Path:
    """The example's table with so many rows, each under a name of its own."""
    with (EXAMPLE / "authorities.csv").open(encoding="utf-8", newline="") as stream:
        head, *below = csv.reader(stream)
    column = head.index("name")
    file = folder / f"rows-{rows}.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream)
        out.writerow(head)
        for at in range(rows):
            row = list(below[at % len(below)])
            row[column] += f" {at // len(below) + 1}" if at >= len(below) else ""
            out.writerow(row)
    return file


def run(table: Path, folder: Path, workers: int) -> float:
    """Make all reports; returns the seconds on the clock."""
    result = batch(table, PERIOD, content=EXAMPLE / "content", output=folder, workers=workers)
    assert not result.failed, result.failed[0]
    return result.seconds


def memory(table: Path, folder: Path, rows_of_a_worker: int) -> list[int]:
    """The memory of the worker after each hundred rows, MiB, where the system says so."""
    kept, pool.ROWS_OF_A_WORKER = pool.ROWS_OF_A_WORKER, rows_of_a_worker
    found: list[int] = []

    def look(step: str) -> None:
        done = int(step.split()[0]) if step[0].isdigit() else 0
        if done and done % 100 == 0:
            found.append(max(map(_resident, _workers()), default=0))

    try:
        result = batch(
            table,
            PERIOD,
            content=EXAMPLE / "content",
            output=folder,
            workers=1,
            progress=look,
        )
    finally:
        pool.ROWS_OF_A_WORKER = kept
    assert not result.failed, result.failed[0]
    return found


def _workers() -> list[int]:
    import multiprocessing

    return [one.pid for one in multiprocessing.active_children() if one.pid]


def _resident(pid: int) -> int:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * 4096 // 2**20


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--rows", type=int, default=0)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        took: dict[int, list[float]] = {1: [], 2: []}
        for number in range(given.rounds):
            for workers, some in took.items():
                some.append(
                    run(EXAMPLE / "authorities.csv", folder / f"{number}-{workers}", workers)
                )
                print(f"round {number + 1}: {workers} in {some[-1]:.1f} s", file=sys.stderr)
        for workers, some in took.items():
            seconds = statistics.median(some)
            print(f"workers: {workers}; {seconds:.1f} s, {152 / seconds:.1f} reports a second")
        pairs = [one / two for one, two in zip(took[1], took[2], strict=True)]
        if pairs:
            print(f"two are {statistics.median(pairs):.2f} times as fast as one")
        if given.rows:
            table = repeated(folder, given.rows)
            for each in (pool.ROWS_OF_A_WORKER, given.rows + 1):
                found = memory(table, folder / f"memory-{each}", each)
                print(f"a worker for {each} rows: {found} MiB")


if __name__ == "__main__":
    main()
