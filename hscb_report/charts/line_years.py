"""The years of a line chart: where each stands, and which are named: all, or some in equal steps,
or those that must be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hscb_report.brand import fonts
from hscb_report.charts import line_numbers
from hscb_report.charts.line_labels import LABEL, NUMBER, spaced
from hscb_report.story.series import Line
from hscb_report.summary.time_spans import steps

LEAST = 3
"""Fewer years are no steps."""


def axis(series: Sequence[Sequence[str]]) -> tuple[list[str], dict[str, int]]:
    """The periods in the order of time, and how many years, or quarters, each stands behind the
    first.

    Those that nothing is known of keep their room. Periods of several kinds, and other words,
    follow one another as they come in the longest series.
    """
    unique = list(
        dict.fromkeys(when for periods in sorted(series, key=len, reverse=True) for when in periods)
    )
    known = steps(unique)
    if known is None:
        return unique, {when: index for index, when in enumerate(unique)}
    at = dict(sorted(zip(unique, known, strict=True), key=lambda one: one[1]))
    return list(at), at


def reported(lines: Sequence[Line]) -> list[str]:
    """The report's year, in the words of each line."""
    return [one.points[one.now].when for one in lines if one.now >= 0]


def shown(
    lines: Sequence[Line], at: Mapping[str, int], left: float, step: float
) -> tuple[str, ...]:
    """Which years have room below their points.

    Args:
        at: all years in the order of time, and how many each stands behind the first.
        left, step: where the first stands, and how far one is from the next, pt.
    """
    years, now = list(at), reported(lines)
    places = [
        (left + at[year] * step, fonts.width(year, NUMBER if year in now else LABEL))
        for year in years
    ]
    needed = [*now, years[0]]
    if len(lines) == 1:  # a number is shown with its year alone
        one = lines[0]
        needed += [one.points[i].when for i in line_numbers.needed(one.points, one.now)]
    spare = [years[-1]] if len(lines) == 1 and now and years[-1] not in needed else []
    must = [years.index(year) for year in dict.fromkeys([*needed, years[-1]])]
    chosen = named(list(at.values()), places, must, [years.index(year) for year in spare])
    return tuple(years[index] for index in chosen)


def named(
    at: Sequence[int],
    places: Sequence[tuple[float, float]],
    needed: Sequence[int],
    spare: Iterable[int] = (),
) -> list[int]:
    """Which periods are named below a line, by their numbers.

    All where they have room; or else those in the least equal steps that are the report's year and
    all that must be named; or else only these, as far as they fit.

    Args:
        at: how many years each stands behind the first.
        places: the (middle, width) of each, pt.
        needed: those that must be named, the report's year first, and so by importance.
        spare: those of them that steps may pass over.
    """
    everything = list(range(len(at)))
    if _fit(places, everything):
        return everything
    base, stands = at[needed[0]], {year: index for index, year in enumerate(at)}
    must = set(needed) - set(spare)
    for step in range(2, at[-1] + 1):
        steps = range(base % step, at[-1] + 1, step)
        chosen = [stands[year] for year in steps if year in stands]
        if len(chosen) < LEAST:
            break
        if len(chosen) == len(steps) and must <= set(chosen) and _fit(places, chosen):
            return chosen
    kept = spaced([places[index] for index in needed], range(len(needed)))
    return sorted(needed[index] for index in kept)


def _fit(places: Sequence[tuple[float, float]], chosen: Sequence[int]) -> bool:
    return len(spaced([places[index] for index in chosen])) == len(chosen)
