"""Rows handed to workers of this machine: one that fails, hangs or is killed costs one row."""

from __future__ import annotations

import multiprocessing
import queue
from collections.abc import Generator, Iterable
from concurrent.futures import CancelledError
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hscb_report.batch.worker import Job, Outcome, begin, lost, row_here

if TYPE_CHECKING:
    from pebble import ProcessFuture

K = TypeVar("K")
AHEAD = 3
"""So many rows for each worker are handed over at once: none waits, and finished reports do not
pile up."""
ROWS_OF_A_WORKER = 100
"""After so many rows a worker is replaced, so that memory does not grow with the table: what it
keeps of widths and colours takes some 4 MB in a hundred rows. A new one takes a second."""
SECOND = 1.0


def outcomes(
    jobs: Iterable[tuple[K, Job]], folder: Path, workers: int, limit: float
) -> Generator[tuple[K, Outcome], None, None]:
    """The outcome of each job, as they are finished.

    Args:
        folder: the template's content folder.
        limit: seconds that a row may take.
    """
    from pebble import ProcessPool

    # The same start on every system; a fork would copy whatever threads hold.
    pool = ProcessPool(
        workers,
        max_tasks=ROWS_OF_A_WORKER,
        initializer=begin,
        initargs=(str(folder),),
        context=multiprocessing.get_context("spawn"),
    )
    finished: queue.SimpleQueue[tuple[K, ProcessFuture[Outcome]]] = queue.SimpleQueue()
    waiting = iter(jobs)
    running = 0

    def hand_over(most: int) -> int:
        handed = 0
        for key, job in waiting:
            future = pool.schedule(row_here, args=(job,), timeout=limit)
            future.add_done_callback(partial(_done, finished, key))
            handed += 1
            if handed == most:
                break
        return handed

    try:
        running = hand_over(workers * AHEAD)
        while running:
            try:
                key, future = finished.get(timeout=SECOND)  # so that Ctrl-C is heard on Windows
            except queue.Empty:
                continue
            yield key, _outcome(future, limit)
            running += hand_over(1) - 1
        pool.close()
        pool.join()
    finally:
        pool.stop()
        pool.join()


def _done(
    finished: queue.SimpleQueue[tuple[K, ProcessFuture[Outcome]]],
    key: K,
    future: ProcessFuture[Outcome],
) -> None:
    finished.put((key, future))


def _outcome(future: ProcessFuture[Outcome], limit: float) -> Outcome:
    from pebble import ProcessExpired

    try:
        return future.result()
    except TimeoutError:
        return lost(
            f"it was not finished within {limit:g} seconds, and was stopped",
            "try it again with --resume, and with a larger --limit if that is needed",
        )
    except ProcessExpired as error:
        return lost(
            f"its worker ended before it was finished (exit code {error.exitcode})",
            "try it again with --resume; if it happens again, the machine may lack memory",
        )
    except CancelledError:
        return lost("it was not begun", "run it again with --resume")
    except Exception as error:  # what could not be handed from one process to the other
        return lost(
            f"the tool failed: {type(error).__name__}: {error}",
            "please report it with the template and the row",
        )
