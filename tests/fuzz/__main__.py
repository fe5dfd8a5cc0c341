"""``python -m tests.fuzz``: see ``--help``."""

from __future__ import annotations

import argparse
import itertools
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from . import cases as made
from . import stock
from .cases import Case
from .pool import Found, Pool

SEEDS = 10**7


def main() -> int:
    """Try cases, and say what was found; 1 where there is a fault."""
    asked = _asked()
    seed = random.SystemRandom().randrange(SEEDS) if asked.seed is None else asked.seed
    print(f"seed {seed}", flush=True)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as work:
        room = Path(work)
        stock.made(room / "stock")
        pool = Pool(room / "stock", room, asked.save, lambda line: print(line, flush=True))
        found = pool.run(
            itertools.islice(_cases(seed, asked.only), asked.cases),
            begun + asked.minutes * 60,
            asked.workers,
        )
    report(found, time.monotonic() - begun)
    return 1 if found.faults else 0


def _asked() -> argparse.Namespace:
    asks = argparse.ArgumentParser(
        prog="python -m tests.fuzz",
        description="Change contents, sheets and PDFs at random, try the commands on them, and say "
        "what they did that they may not. A case with a fault is kept, and made again by its seed.",
    )
    asks.add_argument("--minutes", type=float, default=30, help="how long (30)")
    asks.add_argument("--cases", type=int, help="how many at the most")
    asks.add_argument("--seed", type=int, help="of the first case (a random one, which is printed)")
    asks.add_argument("--only", choices=list(made.KINDS), help="one kind of case")
    asks.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes")
    asks.add_argument(
        "--save", type=Path, default=Path("output/fuzz"), help="where such cases are kept"
    )
    return asks.parse_args()


def _cases(seed: int, only: str | None) -> Iterator[Case]:
    """Every case from a seed on; of all kinds, in turn."""
    if only:
        return (Case(only, number) for number in itertools.count(seed))
    counts = {kind: itertools.count(seed) for kind in made.KINDS}
    order = [kind for kind, share in made.SHARES.items() for _ in range(share)]
    random.Random(0).shuffle(order)
    return (Case(kind, next(counts[kind])) for kind in itertools.cycle(order))


def report(found: Found, seconds: float) -> None:
    """Print what a run found."""
    print("\nended, how often:")
    for code, count in sorted(found.codes.items()):
        print(f"  {code}: {count}")
    if found.notes:
        print("no fault, and worth a look:")
    for note, alike in sorted(found.notes.items(), key=lambda one: -len(one[1]))[:60]:
        print(f"  {len(alike)} x {note} ({alike[0].name})")
    for reason, alike in sorted(found.unmade.items()):
        print(f"could not be made: {len(alike)} x {reason} ({alike[0].name})")
    for case, fault in found.once:
        print(f"only in a worker, not in a process of its own: {fault.kind} ({case.name})")
    for kind, cases in sorted(found.faults.items()):
        print(f"FAULT {kind}: {len(cases)} cases ({', '.join(c.name for c, _ in cases[:5])})")
    each = ", ".join(f"{count:,} {kind}" for kind, count in found.cases.items())
    print(f"{each} in {seconds:.0f} s: {len(found.faults)} classes of faults")


if __name__ == "__main__":
    sys.exit(main())
