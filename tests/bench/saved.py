"""How long it takes from a save to the picture of the page that changed, as a browser would ask.

    python tests/bench/saved.py [--saves 30]

A preview in a process of its own, and a client that writes the file, waits until it is told, asks
which pages there are, and for the picture of the cover: milliseconds on the clock, of which the
first three saves are not counted.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from preview_client import Listener, running  # noqa: E402 (it stands beside the tests)

PERIOD, EDITION, DPI = "2017-18", "board", 96
PAUSE = 0.5
"""Seconds between two saves."""


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--saves", type=int, default=30)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        content = shutil.copytree(ROOT / "content", Path(name) / "content")
        file = content / f"{PERIOD}.yaml"
        said = file.read_bytes()
        found = []
        with running(content, PERIOD) as preview:
            listener = Listener(preview)
            for at in range(given.saves + 3):
                pages = preview.get(f"view?edition={EDITION}")["sheets"]
                preview.ask("GET", f"sheet/{pages[0]['id']}.png?edition={EDITION}&dpi={DPI}")
                preview.get("standing")
                time.sleep(PAUSE)
                heard, began = len(listener.told), time.perf_counter()
                file.write_bytes(said.replace(b"value: 77602", b"value: %d" % (77_000 + at)))
                while len(listener.told) == heard:
                    time.sleep(0.001)
                pages = preview.get(f"view?edition={EDITION}")["sheets"]
                preview.ask("GET", f"sheet/{pages[0]['id']}.png?edition={EDITION}&dpi={DPI}")
                found.append(1000 * (time.perf_counter() - began))
            listener.close()
    found = sorted(found[3:])
    tenth = found[int(0.9 * len(found))]
    print(
        f"{given.saves} saves: median {statistics.median(found):.0f} ms, least {found[0]:.0f}, "
        f"nine of ten within {tenth:.0f}, most {found[-1]:.0f}"
    )


if __name__ == "__main__":
    main()
