"""Counts that are rounded where they are published: to what, and how far their sums may be off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from hscb_report.errors import Problem
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure, Series
from hscb_report.summary.tree import KeyPath, Tree

Exact = int | Decimal
SEVERAL = 3
"""So many numbers are said to be rounded in one sentence, rather than each by itself."""


def with_rounding(summary: Summary) -> Summary:
    """A summary in which each count says to what it is rounded, where its source does."""
    sources = summary.sources
    figures = {
        name: figure.model_copy(update={"rounded": step})
        for name, figure in summary.figures.items()
        if figure.unit == "count" and not figure.rounded and figure.source in sources
        if (step := sources[figure.source].rounded)
    }
    if not figures:
        return summary
    return summary.model_copy(update={"figures": {**summary.figures, **figures}})


def slack(figures: Iterable[Figure]) -> Decimal:
    """How far the sum of some counts may be from that of the true ones: half of what each is
    rounded to.
    """
    return sum((Decimal(step_of(one)) / 2 for one in figures), Decimal(0))


def step_of(figure: Figure) -> int:
    """To what a number is rounded; nought where it is not, as far as the content says."""
    return figure.rounded if figure.rounded and figure.rounded > 1 else 0


def step_of_series(series: Series, summary: Summary) -> int:
    """The same of the points of a series, as its source says."""
    step = summary.sources[series.source].rounded if series.unit == "count" else None
    return step if step and step > 1 else 0


def may_be_rounded(figures: Sequence[Figure], difference: Exact) -> str:
    """The next step where numbers do not add up, and may only be rounded; empty where rounding
    explains nothing.

    Args:
        difference: how far they are from adding up.
    """
    off = abs(Decimal(difference)) * 2
    values = [one.value for one in figures if one.value is not None]
    if any(one.unit != "count" for one in figures):
        return ""
    for step in (10, 5):
        if all(value % step == 0 for value in values) and off <= step * len(values):
            each = f"write rounded: {step} below each of them"
            return f"; if they are rounded to the nearest {step} there, {each}"
    if off <= 10 * len(values):
        return "; if some are rounded there, write below these to what, such as rounded: 10"
    return ""


def by_place(summary: Summary) -> dict[str, int]:
    """Places all of whose counts are rounded alike, where no source says that of its own: what is
    to be said of each place once. The board's own is an empty text.
    """
    steps: dict[str, list[tuple[int, bool]]] = {}
    for figure in summary.figures.values():
        if figure.unit == "count":
            of_source = figure.rounded == summary.sources[figure.source].rounded
            steps.setdefault(figure.place or "", []).append((step_of(figure), of_source))
    return {
        place: found[0][0]
        for place, found in steps.items()
        if len(found) >= SEVERAL and found[0][0] and set(found) == {(found[0][0], False)}
    }


def ends(figure: Figure) -> tuple[Decimal, Decimal]:
    """The least and the most that the true number of a figure with a value can be."""
    value, off = Decimal(figure.value), slack([figure])
    return max(value - off, min(value, Decimal(0))), value + off


def problems_in(summary: Summary, tree: Tree) -> Iterator[Problem]:
    """Numbers that are not rounded as is said, and what is no count.

    Args:
        summary: one ``with_rounding``.
    """
    for name, figure in summary.figures.items():
        if figure.rounded and figure.unit != "count":
            path: KeyPath = ("figures", name, "rounded")
            yield Problem(
                "rounded",
                f"rounded is for counts, and this figure has unit: {figure.unit}",
                "remove rounded; other numbers have as many decimals as are written",
                tree.place(path),
                path,
            )
            continue
        if figure.value is not None and (step := step_of(figure)) and figure.value % step:
            path = ("figures", name, "value")
            by_source = _by_source(figure, summary)
            who = "its source" if by_source else "rounded"
            instead = "write rounded: 1 below it" if by_source else "remove rounded"
            yield Problem(
                "rounded",
                f"{figure.value} is not rounded to the nearest {step}, and {who} says that it is",
                f"check the number against the source; if it is not rounded there, {instead}",
                tree.place(path),
                path,
            )


def _by_source(figure: Figure, summary: Summary) -> bool:
    source = summary.sources.get(figure.source)
    return source is not None and source.rounded == figure.rounded
