"""Processes that write sets of files, killed at random moments: ``python tests/kills.py 200``."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hscb_report.files import resume

ROOT = Path(__file__).resolve().parent.parent


def held(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, litter too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def litter(tmp_path: Path) -> list[str]:
    return [str(path) for path in tmp_path.rglob("*") if "hscb-report" in path.name]


def kills(folder: Path, times: int, seed: int = 11) -> list[int]:
    """Kill processes that write one set after another; how many sets each had written."""
    chance, counts = random.Random(seed), []
    code = (
        "import sys\nfrom pathlib import Path\nfrom hscb_report.files import place_all\n"
        "folder, at = Path(sys.argv[1]), int(sys.argv[2])\n"
        "while True:\n"
        " at += 1\n"
        " place_all({folder / f'{n}.pdf': b'%d ' % at * 9000 for n in range(4)}, folder)\n"
        " print(at, flush=True)\n"
    )
    at = 0
    for _ in range(times):
        with subprocess.Popen(
            [sys.executable, "-c", code, str(folder), str(at)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        ) as run:
            at = int(run.stdout.readline())
            time.sleep(chance.uniform(0, 0.1))
            run.kill()
            at = int(([b"%d" % at, *run.stdout.read().split()])[-1])
        resume(folder)
        found = {data.split()[0] for data in held(folder).values()}
        assert len(found) == 1, found
        assert int(found.pop()) in (at, at + 1), "the last that was told, or the next"
        assert sorted(held(folder)) == [f"{n}.pdf" for n in range(4)]
        assert litter(folder) == []
        counts.append(at)
        at += 1
    return counts


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        seed = random.randrange(10**6)
        print(f"seed {seed}", flush=True)
        told = kills(Path(made), int(sys.argv[1]), seed)
        print(f"{len(told)} kills among {told[-1]} sets: each left the old set or the new")
