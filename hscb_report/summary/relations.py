"""What the parts of a content file say of each other: names that resolve, parts within wholes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from hscb_report.errors import Problem
from hscb_report.summary import (
    blocks,
    inline,
    printed,
    rounding,
    rows,
    social_key,
    timing,
    valued,
)
from hscb_report.summary.bounds import surely_over
from hscb_report.summary.document import Summary
from hscb_report.summary.inline import unknown
from hscb_report.summary.keys import Names, held
from hscb_report.summary.periods import as_written
from hscb_report.summary.tree import KeyPath, Tree
from hscb_report.summary.units import UNITS
from hscb_report.summary.uses import series_of, shown_by


def problems_in(summary: Summary, tree: Tree, icons: Collection[str]) -> list[Problem]:
    """Every relation that does not hold, in the order of the file.

    Args:
        icons: the names of the pictures that exist.
    """
    found = [
        *_names(summary, tree, icons),
        *_parts(summary, tree),
        *rounding.problems_in(summary, tree),
        *_proportions(summary, tree),
        *_same(summary, tree),
        *_blocks(summary, tree),
        *rows.problems_in(summary, tree),
        *inline.problems_in(summary, tree),
        *valued.problems_in(summary, tree),
        *timing.problems_in(summary, tree),
        *social_key.problems_in(summary, tree),
    ]
    return sorted(found, key=lambda problem: problem.spot)


def other_period(summary: Summary, period: str, tree: Tree) -> Iterator[Problem]:
    """A summary of another period than the name of its file says."""
    if summary.period != period:
        rename = "; or give the file the same name, if it is about the other year"
        yield Problem(
            "other-period",
            f'the file is named {period}, and says it is about "{summary.period}"',
            f"write period: {period}" + ("" if as_written(summary.period, period) else rename),
            tree.place(("period",)),
            ("period",),
        )


def _names(summary: Summary, tree: Tree, icons: Collection[str]) -> Iterator[Problem]:
    """Names of figures, series, sources and pictures that nothing bears; of sections ``placed``
    says more.
    """
    known: dict[str, Collection[str]] = {
        "figure": summary.figures,
        "series": summary.series,
        "source": summary.sources,
        "icon": icons,
        "picture": summary.pictures,
    }
    for one in held(summary):
        if not isinstance(one.mark, Names) or one.mark.what not in known:
            continue
        if one.value not in known[one.mark.what]:
            yield unknown(tree, one.path, one.value, known[one.mark.what], one.mark.what)


def _parts(summary: Summary, tree: Tree) -> Iterator[Problem]:
    for name, figure in summary.figures.items():
        whole = summary.figures.get(figure.part_of) if figure.part_of else None
        if whole is None:
            continue  # it has none, or one that nobody knows
        path: KeyPath = ("figures", name, "part_of")
        if _circular(summary, name):
            yield Problem(
                "circular",
                f'"{name}" is, by way of part_of, a part of itself',
                "check which is the whole",
                tree.place(path),
                path,
            )
        elif whole.unit != figure.unit:
            yield Problem(
                "units-differ",
                f"a figure in {figure.unit} cannot be a part of one in {whole.unit}",
                "give both the same unit, or remove part_of",
                tree.place(path),
                path,
            )
        elif surely_over(figure, whole):
            value: KeyPath = ("figures", name, "value")
            yield Problem(
                "part-over-whole",
                f"{printed.bare(figure)} is greater than the whole it is a part of: "
                f'"{figure.part_of}" is {printed.bare(whole)}',
                "check both numbers against the source",
                tree.place(value),
                value,
            )


def _proportions(summary: Summary, tree: Tree) -> Iterator[Problem]:
    """Percentages and other rates that say which counts they follow from."""
    for name, figure in summary.figures.items():
        if figure.of is None:
            continue
        path: KeyPath = ("figures", name, "of")
        part, whole = (summary.figures.get(one) for one in (figure.of.part, figure.of.whole))
        if UNITS[figure.unit].per is None:
            yield Problem(
                "not-a-percentage",
                f'only a percentage or another rate follows from two counts, and "{name}" is '
                f"{UNITS[figure.unit].one}",
                "add unit: percent, or remove of",
                tree.place(path, key=True),
                path,
            )
        elif part and whole and part.unit != whole.unit:
            yield Problem(
                "units-differ",
                "the part and the whole have different units",
                "name two figures of one unit",
                tree.place(path, key=True),
                path,
            )


def _same(summary: Summary, tree: Tree) -> Iterator[Problem]:
    """Series that say which figure their point of the year must equal."""
    for name, series in summary.series.items():
        figure = summary.figures.get(series.same_as or "")
        if figure is not None and figure.unit != series.unit:
            path: KeyPath = ("series", name, "same_as")
            yield Problem(
                "units-differ",
                f"a series in {series.unit} is not the same as a figure in {figure.unit}",
                "give both the same unit, or remove same_as",
                tree.place(path),
                path,
            )


def _circular(summary: Summary, name: str) -> bool:
    seen, at = {name}, summary.figures[name].part_of
    while at is not None and at in summary.figures:
        if at in seen:
            return True
        seen.add(at)
        at = summary.figures[at].part_of
    return False


def _blocks(summary: Summary, tree: Tree) -> Iterator[Problem]:
    for s, section in enumerate(summary.sections):
        for b, block in enumerate(section.blocks):
            yield from _fitting(summary, tree, ("sections", s, "blocks", b), block)


def _fitting(summary: Summary, tree: Tree, path: KeyPath, block: blocks.Block) -> Iterator[Problem]:
    """Whether the figures suit the kind of block."""
    figures, where = summary.figures, (*path, "figure")
    if isinstance(block, blocks.Share):
        figure = figures.get(block.figure)
        if figure and figure.unit != "percent":
            yield Problem(
                "not-a-percentage",
                f'a share shows a percentage, and "{block.figure}" is {UNITS[figure.unit].one}',
                "use kind: statistics, or check the figure's unit",
                tree.place(where),
                where,
            )
    elif isinstance(block, blocks.Part):
        figure = figures.get(block.figure)
        if figure and figure.part_of is None:
            yield Problem(
                "no-whole",
                f'nothing says of what "{block.figure}" is a part',
                "add part_of to the figure if the source says so, or use kind: statistics",
                tree.place(where),
                where,
            )
    elif isinstance(block, blocks.Funnel):
        yield from _declared(summary, tree, path, block.figures)
        yield from _narrowing(summary, tree, path, block.figures)
    if block.one_scale:
        yield from _one_unit(summary, tree, path, block)


def _one_unit(
    summary: Summary, tree: Tree, path: KeyPath, block: blocks.Block
) -> Iterator[Problem]:
    """What shares one scale has one unit."""
    for what, names, known in (
        ("figures", shown_by(block), summary.figures),
        ("series", series_of(block), summary.series),
    ):
        if len({known[name].unit for name in names if name in known}) > 1:
            yield Problem(
                "units-differ",
                f"the {what} of a {block.kind} share one scale, and these have different units",
                "show them in separate blocks",
                tree.place(path),
                path,
            )


def _declared(summary: Summary, tree: Tree, path: KeyPath, names: list[str]) -> Iterator[Problem]:
    """A funnel says that each stage is a part of the one before; so must the source."""
    for i, (before, name) in enumerate(pairwise(names), 1):
        figure = summary.figures.get(name)
        if figure is not None and figure.part_of != before and before in summary.figures:
            where = (*path, "figures", i)
            yield Problem(
                "not-a-part",
                f'a funnel shows "{name}" as a part of "{before}", and nothing says that it is',
                f"if the source says so, add part_of: {before} to the figure; if not, use kind: "
                "statistics",
                tree.place(where),
                where,
            )


def _narrowing(summary: Summary, tree: Tree, path: KeyPath, names: list[str]) -> Iterator[Problem]:
    known = [(i, n, summary.figures[n]) for i, n in enumerate(names) if n in summary.figures]
    valued = [(i, n, f) for i, n, f in known if f.value is not None]
    for (_, before, wider), (i, name, figure) in pairwise(valued):
        if surely_over(figure, wider) and figure.unit == wider.unit:
            where = (*path, "figures", i)
            yield Problem(
                "funnel-widens",
                f'"{name}" is greater than "{before}" before it',
                "check the numbers and their order",
                tree.place(where),
                where,
            )
