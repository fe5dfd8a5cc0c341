"""What a reader can work out of confidential numbers, from the wholes and parts that are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hscb_report.checks.disclosure import is_hidden
from hscb_report.summary.figures import Figure

NO_END = 10**12
"""More than any count of people."""


@dataclass(frozen=True)
class Between:
    """The least and the most that a number can be."""

    least: int
    most: int


def worked_out(figures: Mapping[str, Figure]) -> dict[str, Between]:
    """Between what each confidential count must lie, as anybody can tell who adds up the parts of
    each whole, breakdown by breakdown; those alone of which that says something.

    A confidential count is one at least, for a true nought is shown; another number that is missing
    may be anything. Each number is a part of one whole at most, so wholes and parts are trees, and
    what is found by going round until nothing changes is exact.
    """
    known = {name: _at_first(figure) for name, figure in figures.items() if figure.unit == "count"}
    sums = _sums(figures, known)
    for _ in range(len(known) + 2):  # a tree needs as many rounds as it is deep
        changed = False
        for whole, parts in sums:
            for name, found in _narrowed(whole, parts, known):
                if found.least > found.most:
                    return {}  # the numbers contradict one another: other rules say so
                if found != known[name]:
                    known[name], changed = found, True
        if not changed:
            break
    return {name: one for name, one in known.items() if is_hidden(figures[name])}


def _at_first(figure: Figure) -> Between:
    if figure.value is not None:
        return Between(int(figure.value), int(figure.value))
    return Between(1 if is_hidden(figure) else 0, NO_END)


def _sums(
    figures: Mapping[str, Figure], known: Mapping[str, Between]
) -> list[tuple[str, list[str]]]:
    """Each whole with its parts of one breakdown, where a part is confidential or is a sum itself:
    parts that are all shown may overlap or be incomplete.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for name, figure in figures.items():
        if figure.part_of in known and name in known and figure.part_of is not None:
            by = (figure.breakdown or "").casefold()
            groups.setdefault((figure.part_of, by), []).append(name)
    return [
        (whole, parts)
        for (whole, _), parts in groups.items()
        if any(is_hidden(figures[name]) for name in (whole, *parts))
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
