"""What a reader can work out of confidential numbers, from the wholes and parts that are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor

from hscb_report.checks.disclosure import is_hidden, is_veiled
from hscb_report.checks.extremes import extremes
from hscb_report.summary.figures import Figure
from hscb_report.summary.rounding import ends

NO_END = 10**12
"""More than any count of people."""
MOST = 100
"""So many numbers that hang together are worked out at once: it takes seconds at the most.
"""


@dataclass(frozen=True)
class Between:
    """The least and the most that a number can be."""

    least: int
    most: int


Sums = Sequence[tuple[str, list[str]]]
"""Wholes, each with all of its parts."""


def worked_out(
    figures: Mapping[str, Figure], most: int = 5, totals: Sums = ()
) -> dict[str, Between]:
    """Between what each count that is confidential, or not exact, must lie, as anybody can tell who
    adds up the parts of each whole, breakdown by breakdown; those alone of which that says
    something.

    A confidential count is one at least, for a true nought is shown; another number that is missing
    may be anything. By ``part_of`` each number is a part of one whole at most, so wholes and parts
    are trees, and what is found by going round until nothing changes is exact. The totals of tables
    cross one another, and are worked out with ``extremes``; where more than ``MOST`` numbers hang
    together by them, only what going round finds. A count that is "under 5" is taken for one at
    least too; where that cannot be, for nought or more; and where the bounds fit no sum of parts,
    they say nothing.

    Args:
        most: counts of people up to this are small.
        totals: what tables add up besides.
    """
    counts = {name: figure for name, figure in figures.items() if figure.unit == "count"}
    crossing = [
        (whole, parts)
        for whole, parts in totals
        if all(name in counts for name in (whole, *parts))
        and any(is_veiled(figures[n], most) or figures[n].value is None for n in (whole, *parts))
    ]
    for at_first in (_one_at_least, _as_bound, _unbound):
        known = {name: at_first(figure) for name, figure in counts.items()}
        sums = [*_sums(figures, known, most), *crossing]
        if _go_round(sums, known) and _crossed(sums, crossing, known):
            return {
                name: one
                for name, one in known.items()
                if is_hidden(figures[name]) or figures[name].bound
            }
    return {}  # the numbers contradict one another: other rules say so


def _go_round(sums: Sums, known: dict[str, Between]) -> bool:
    """Narrow what is known until nothing changes.

    Returns:
        Whether there are numbers that agree with it.
    """
    for _ in range(len(known) + 2):  # a tree needs as many rounds as it is deep
        changed = False
        for whole, parts in sums:
            for name, found in _narrowed(whole, parts, known):
                if found.least > found.most:
                    return False
                if found != known[name]:
                    known[name], changed = found, True
        if not changed:
            break
    return True


def _crossed(sums: Sums, crossing: Sums, known: dict[str, Between]) -> bool:
    """The same for numbers in sums that cross, all at once."""
    left = [set(_open((whole, *parts), known)) for whole, parts in crossing]
    for group in _together([one for one in left if one], sums, known):
        names = sorted(group)
        if len(names) > MOST:
            continue
        rows, rest = [], []
        for whole, parts in sums:
            if group & {whole, *parts}:
                rows.append([(name in parts) - (name == whole) for name in names])
                rest.append(known[whole].least - sum(known[part].least for part in parts))
        found = extremes(rows, rest)
        if found is None:
            return False
        for name, (low, high) in zip(names, found, strict=True):
            least = known[name].least
            most = known[name].most if high is None else least + floor(high)
            known[name] = Between(least + ceil(low), most)
    return True


def _open(names: Iterable[str], known: Mapping[str, Between]) -> list[str]:
    """Those that are not known to the last child."""
    return [name for name in names if known[name].least < known[name].most]


def _together(groups: list[set[str]], sums: Sums, known: Mapping[str, Between]) -> list[set[str]]:
    """Groups of numbers that are not known, with all that hangs together with them by sums."""
    made: list[set[str]] = []
    of_sums = [set(_open((whole, *parts), known)) for whole, parts in sums]
    for group in groups:
        while more := set().union(*(one for one in of_sums if one & group)) - group:
            group |= more
        if group not in made:
            made.append(group)
    return made


def _unbound(figure: Figure) -> Between:
    """What is known of a count by itself, if its bound says nothing."""
    if figure.value is not None and not figure.bound:
        least, most = ends(figure)
        return Between(ceil(least), floor(most))
    return Between(1 if is_hidden(figure) else 0, NO_END)


def _as_bound(figure: Figure) -> Between:
    """The same with its bound."""
    if figure.bound == "over":
        return Between(int(figure.value) + 1, NO_END)
    if figure.bound == "under":
        return Between(0, int(figure.value) - 1)
    return _unbound(figure)


def _one_at_least(figure: Figure) -> Between:
    """The same, if what is under a number is something."""
    between = _as_bound(figure)
    return Between(min(1, between.most), between.most) if figure.bound == "under" else between


def _sums(
    figures: Mapping[str, Figure], known: Mapping[str, Between], most: int
) -> list[tuple[str, list[str]]]:
    """Each whole with its parts of one breakdown, where a part is confidential, or under so few
    that it is as small, or is a sum itself: parts that are all shown may overlap or be incomplete.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for name, figure in figures.items():
        if figure.part_of in known and name in known and figure.part_of is not None:
            by = (figure.breakdown or "").casefold()
            groups.setdefault((figure.part_of, by), []).append(name)
    return [
        (whole, parts)
        for (whole, _), parts in groups.items()
        if any(is_veiled(figures[name], most) for name in (whole, *parts))
    ]


def _narrowed(
    whole: str, parts: list[str], known: Mapping[str, Between]
) -> list[tuple[str, Between]]:
    """What a sum says of the whole and of each of its parts."""
    least = sum(known[name].least for name in parts)
    most = min(NO_END, sum(known[name].most for name in parts))
    total = known[whole]
    found = [(whole, Between(max(total.least, least), min(total.most, most)))]
    for name in parts:
        one = known[name]
        others = sum(known[other].most for other in parts if other != name)
        low = total.least - others if others < NO_END else one.least
        high = total.most - (least - one.least) if total.most < NO_END else NO_END
        found.append((name, Between(max(one.least, low), min(one.most, high))))
    return found
