"""How long commands take beside other tools, as whole processes, in turn.

    python tests/bench/run.py --peers PEERS/bin/python --runs 15

``PEERS`` is an environment with typst, matplotlib, weasyprint, fpdf2, fullbleed and PyYAML; without
it, this tool alone is measured. In each round every command runs once, so that a machine that is
now faster and now slower is so for all. A round before them is not counted: in it Python compiles
all modules, ours and the others', into a folder of its own, as it does once on any machine. What is
printed, as a table, is the median of each command's seconds on the clock and of the processor, and
of its ratio to the build, round by round.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PEERS = ("charts", "typst", "weasyprint", "fpdf2", "fullbleed")
OWN = {
    "build": ["build", "2017-18"],
    "check": ["check", "2017-18"],
    "list": ["list"],
    "--help": ["--help"],
}


def commands(peers: str | None, out: Path) -> dict[str, list[str]]:
    """What is measured, by its name."""
    made = {name: [sys.executable, "-m", "hscb_report", *rest] for name, rest in OWN.items()}
    made["build"] += ["--output", str(out)]
    for name in PEERS if peers else ():
        content = str(ROOT / "content/2017-18.yaml")
        made[name] = [str(peers), str(HERE / "peers.py"), name, content, str(out / f"{name}.pdf")]
    return made


def timed(command: list[str], compiled: Path) -> tuple[float, float]:
    """Seconds on the clock and of the processor.

    Args:
        compiled: the folder for compiled modules.
    """
    around = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    around.pop("PYTHONDONTWRITEBYTECODE", None)
    before, began = os.times(), time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=around)
    took, after = time.perf_counter() - began, os.times()
    spent = after.children_user + after.children_system
    return took, spent - before.children_user - before.children_system


def main() -> None:
    """Measure, and print the table."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--peers", help="the Python that has the other tools")
    asked.add_argument("--runs", type=int, default=15)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured = commands(given.peers, Path(folder))
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in measured}
        for done in range(given.runs + 1):
            for name, command in measured.items():
                took = timed(command, Path(folder) / "compiled")
                if done:
                    found[name].append(took)
            print(f"round {done} of {given.runs}", file=sys.stderr)
    print("| command | clock, s | processor, s | processor: least, s | build is so many times |")
    print("|---|---|---|---|---|")
    for name, some in found.items():
        clock, spent = (statistics.median(one[at] for one in some) for at in (0, 1))
        pairs = zip(found["build"], some, strict=True)
        ratio = statistics.median(build[1] / one[1] for build, one in pairs)
        least = min(one[1] for one in some)
        print(f"| {name} | {clock:.2f} | {spent:.2f} | {least:.2f} | {ratio:.2f} |")
    print(f"\n{given.runs} runs of each; load of the machine at the end: {load()}")


def load() -> str:
    """How many processes wanted a core in the last minute, where the system says so."""
    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores" if os.name != "nt" else "unknown"


if __name__ == "__main__":
    main()
