"""Rows handed to the workers of a Dask cluster: the same function, the same results."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from hscb_report.batch.pack import Pack
from hscb_report.batch.worker import Job, Outcome, lost, row_anywhere
from hscb_report.errors import FileError, Problem
from hscb_report.version import VERSION

if TYPE_CHECKING:
    from distributed import Client

K = TypeVar("K")
AHEAD = 3
"""As ``pool.AHEAD``."""
WAIT = "10s"
"""So long for an answer of the scheduler."""


def outcomes(
    jobs: Iterable[tuple[K, Job]], pack: Pack, scheduler: str, limit: float
) -> Generator[tuple[K, Outcome], None, None]:
    """The outcome of each job, as they are finished.

    Dask gives the row of a worker that was killed to another. It cannot end one that hangs: where
    nothing was finished for as long as a row may take, those that are running are given up.

    Raises:
        FileError: no scheduler answers at that address, it has no worker, or a machine of it lacks
            this tool.
    """
    with _client(scheduler) as client:
        workers = _workers(client, scheduler)
        sent = _scattered(client, pack, scheduler)
        waiting = iter(jobs)
        running: dict[Any, K] = {}
        try:
            for _ in range(workers * AHEAD):
                _hand_over(client, sent, waiting, running)
            while running:
                yield from _finished(client, sent, waiting, running, limit)
        finally:
            client.cancel(list(running))


def _client(scheduler: str) -> Client:
    from distributed import Client

    try:
        return Client(scheduler, timeout=WAIT)
    except (OSError, ValueError, TimeoutError) as error:
        raise FileError(
            Problem(
                "no-scheduler",
                f"no Dask scheduler answers at {scheduler}",
                "start one with: dask scheduler, and use the address that it prints",
            )
        ) from error


def _workers(client: Client, scheduler: str) -> int:
    """How many rows the cluster makes at once."""
    if threads := int(sum(client.nthreads().values())):
        return threads
    raise FileError(
        Problem(
            "no-workers",
            f"the scheduler at {scheduler} has no worker",
            f"start one on each machine: dask worker {scheduler} --nworkers 2 --nthreads 1",
        )
    )


def _scattered(client: Client, pack: Pack, scheduler: str) -> Any:
    """The template, sent to all workers."""
    try:
        return client.scatter(pack, broadcast=True, hash=False)
    except Exception as error:  # what another machine raised, of many kinds
        missing = "No module named 'hscb_report'" in str(error)
        problem = (
            Problem(
                "no-tool",
                f"a machine of the cluster at {scheduler} has no hscb-report",
                "install it on each, that of the scheduler as well, and start them again: "
                f'pip install "hscb-report[dask]=={VERSION}"',
            )
            if missing
            else Problem(
                "cluster",
                f"the cluster at {scheduler} did not take the template ({error})",
                "look at what its scheduler and its workers have printed, and try again",
            )
        )
        raise FileError(problem) from error


def _hand_over(
    client: Client, sent: Any, waiting: Iterator[tuple[K, Job]], running: dict[Any, K]
) -> None:
    for key, job in waiting:
        running[client.submit(row_anywhere, sent, job, pure=False, retries=0)] = key
        return


def _finished(
    client: Client,
    sent: Any,
    waiting: Iterator[tuple[K, Job]],
    running: dict[Any, K],
    limit: float,
) -> Iterator[tuple[K, Outcome]]:
    from distributed import wait

    try:
        done = wait(list(running), timeout=limit, return_when="FIRST_COMPLETED").done
    except TimeoutError:
        for key in running.values():
            yield (
                key,
                lost(
                    f"no row was finished within {limit:g} seconds, and it was given up",
                    "look at the workers of the cluster, and try it again with --resume",
                ),
            )
        client.cancel(list(running), force=True)
        running.clear()
        for _ in range(AHEAD):
            _hand_over(client, sent, waiting, running)
        return
    for future in done:
        key = running.pop(future)
        yield key, _outcome(future)
        with suppress(Exception):
            future.release()
        _hand_over(client, sent, waiting, running)


def _outcome(future: Any) -> Outcome:
    try:
        found = future.result()
    except Exception as error:  # what Dask raises for a worker that is gone, of many kinds
        return lost(
            f"its worker ended before it was finished ({type(error).__name__})",
            "try it again with --resume; the log of the cluster says more",
        )
    return found if isinstance(found, Outcome) else lost("it came back as nothing known", "")
