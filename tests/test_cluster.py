"""The rows of a table on a Dask cluster, its scheduler and workers started as the docs say."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time

import pytest

from authorities import FOLDER, lines, sample_of
from batches import manifest_of
from conftest import ROOT
from hscb_report.batch import cluster
from hscb_report.batch.run import batch
from hscb_report.errors import FileError

pytest.importorskip("distributed", reason="Dask is not installed (.lock/dask.txt)")
pytestmark = pytest.mark.slow

ROWS = 6
WAIT = 60.0
"""Seconds in which the scheduler and the workers are to start."""
DASK = [sys.executable, "-m", "dask"]


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """The address of a scheduler with two workers."""
    from distributed import Client

    home = tmp_path_factory.mktemp("cluster")
    log = home / "log.txt"
    around = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}

    def start(*words: str) -> subprocess.Popen:
        return subprocess.Popen(
            [*DASK, *words],
            stdout=log.open("a", encoding="utf-8"),
            stderr=subprocess.STDOUT,
            env=around,
            cwd=home,
        )

    def said(what: str, times: int = 1) -> re.Match:
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            found = list(re.finditer(what, log.read_text(encoding="utf-8")))
            if len(found) >= times:
                return found[-1]
            time.sleep(0.1)
        raise AssertionError(log.read_text(encoding="utf-8"))

    running = [start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")]
    try:
        address = said(r"Scheduler at: +(tcp://\S+)")[1]
        running.append(
            start("worker", address, "--nworkers", "2", "--nthreads", "1", "--no-dashboard")
        )
        said("Starting established connection to tcp", 2)
        yield address
        with Client(address) as client:
            client.shutdown()
    finally:
        for one in running:
            one.terminate()
        for one in running:
            one.wait(30)


def test_a_cluster_makes_the_same_bytes_and_a_killed_worker_costs_nothing(started, tmp_path):
    from distributed import Client

    names = [row[0] for row in lines()[1 : ROWS + 1]]
    rows, killed = sample_of(tmp_path, names), []

    def kill(step: str) -> None:
        if not killed and f"of {ROWS} reports" in step:
            with Client(started) as client:
                killed.append(next(iter(client.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGTERM if os.name == "nt" else signal.SIGKILL)

    far = batch(
        rows,
        "2017-18",
        content=FOLDER,
        output=tmp_path / "far",
        scheduler=started,
        progress=kill,
    )
    near = batch(rows, "2017-18", content=FOLDER, output=tmp_path / "near", workers=1)
    assert killed and not far.failed and len(far.records) == ROWS
    there, here = manifest_of(far.folder), manifest_of(near.folder)
    for name, record in here.items():
        assert there[name]["files"] == record["files"]
        for file in record["files"]:
            assert (far.folder / file).read_bytes() == (near.folder / file).read_bytes()


def test_a_machine_without_the_tool_is_told():
    class Bare:
        """A client of a cluster on which nothing is installed."""

        def scatter(self, *given, **how):
            raise Exception("ModuleNotFoundError(\"No module named 'hscb_report'\")")

    with pytest.raises(FileError) as found:
        cluster._scattered(Bare(), None, "tcp://10.0.0.5:8786")
    (problem,) = found.value.problems
    assert problem.message == "a machine of the cluster at tcp://10.0.0.5:8786 has no hscb-report"
    assert "pip install" in problem.hint


def test_a_scheduler_that_is_not_there_is_told(monkeypatch):
    monkeypatch.setattr(cluster, "WAIT", "1s")
    with pytest.raises(FileError) as found:
        next(cluster.outcomes([], None, "tcp://127.0.0.1:9", 1))
    assert "no Dask scheduler answers" in str(found.value)
