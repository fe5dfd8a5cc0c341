"""How long a warm process takes: a build, what the preview does at each save, and builds of content
that has grown.

    python tests/bench/warm.py [--growth]

Seconds of the processor: the least and the median of 15. Growth is one build of each, in a process
that has built 2017-18 before; 64 times would be more than a content file may have.
"""

from __future__ import annotations

import copy
import gc
import itertools
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from hscb_report import build
from hscb_report.preview.desk import Desk

CONTENT = Path(__file__).resolve().parent.parent.parent / "content"
RUNS, PERIOD = 15, "2017-18"
DPI = 96
TIMES = (1, 4, 16)


class Plain(yaml.SafeDumper):
    """Writes what stands twice twice."""

    def ignore_aliases(self, data) -> bool:
        return True


def grown(times: int) -> str:
    """The content with so many times the figures, series and sections, each under a name of its
    own.
    """
    told = yaml.safe_load((CONTENT / f"{PERIOD}.yaml").read_text(encoding="utf-8"))
    first = copy.deepcopy(told)
    names = {*first["figures"], *first["series"]}

    def renamed(part, number: int):
        if isinstance(part, dict):
            return {key: renamed(one, number) for key, one in part.items()}
        if isinstance(part, list):
            return [renamed(one, number) for one in part]
        if not isinstance(part, str):
            return part
        if part in names:
            return f"{part}-{number}"
        return re.sub(r"\{([a-z0-9-]+)", lambda m: m[0] + f"-{number}" * (m[1] in names), part)

    for number in range(2, times + 1):
        for key in ("figures", "series"):
            more = {f"{name}-{number}": renamed(one, number) for name, one in first[key].items()}
            told[key].update(more)
        for one in renamed(first["sections"], number):
            told["sections"].append(one | {"heading": f"{one['heading']} {number}"})
    return yaml.dump(told, Dumper=Plain, sort_keys=False, allow_unicode=True)


def spent(work: Callable[[], object]) -> float:
    """Seconds of the processor that something takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def growth(folder: Path) -> None:
    """Builds of grown content."""
    for times in TIMES:
        content = folder / f"content-{times}"
        shutil.copytree(CONTENT, content)
        (content / f"{PERIOD}.yaml").write_text(grown(times), encoding="utf-8")
        began = time.process_time()
        (made,) = build(PERIOD, content=content, output=folder / "out")
        took = time.process_time() - began
        print(f"{times} times: {took:.2f} s, {made.pages} pages, {memory()}", flush=True)


def memory() -> str:
    """The most memory of this process so far, where the system says so."""
    try:
        import resource
    except ImportError:
        return "memory unknown"
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        file = shutil.copytree(CONTENT, Path(folder) / "saved") / f"{PERIOD}.yaml"
        desk = Desk(PERIOD, file.parent)

        said = file.read_text(encoding="utf-8")
        numbers = itertools.count(77_001)

        def saved() -> None:
            file.write_text(said.replace("77602", str(next(numbers))), encoding="utf-8")
            desk.look()
            seen = desk.view("board").seen
            assert seen
            seen.picture(0, DPI)

        def built() -> None:
            build(PERIOD, content=CONTENT, output=Path(folder) / "out")

        for name, work in {"a build": built, "a save in the preview": saved}.items():
            for _ in range(3):
                work()
            gc.collect()
            gc.freeze()  # as the preview and a batch do
            some = [spent(work) for _ in range(RUNS)]
            print(f"{name}: {min(some):.3f} s, median {statistics.median(some):.3f}", flush=True)
        if "--growth" in sys.argv:
            growth(Path(folder))


if __name__ == "__main__":
    main()
