"""What a content says of several places: what may be compared in words, drawn side by side, or be a
part of something.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hscb_report.errors import Problem
from hscb_report.summary.blocks import Bars
from hscb_report.summary.changes import publication
from hscb_report.summary.document import Summary
from hscb_report.summary.figures import Figure
from hscb_report.summary.nearest import suggestion
from hscb_report.summary.places import defined, folded, measured
from hscb_report.summary.tree import KeyPath, Tree
from hscb_report.summary.units import UnitName
from hscb_report.summary.wording import date

TOTALS: frozenset[UnitName] = frozenset({"count", "pounds"})
"""Units of totals: a larger place has more of everything, so that one says nothing of another."""


def problems_in(summary: Summary, tree: Tree, home: str) -> Iterator[Problem]:
    """Every relation between places that does not hold.

    Args:
        summary: as ``at_home`` makes it.
        home: what the board's own area is called, or empty.
    """
    yield from _beside(summary, tree, home)
    yield from _within(summary, tree, home)
    for s, section in enumerate(summary.sections):
        for b, block in enumerate(section.blocks):
            if isinstance(block, Bars):
                path: KeyPath = ("sections", s, "blocks", b)
                yield from _named_by_place(block, summary, tree, path, home)
                yield from _highlight(block, summary, tree, path)


def _beside(summary: Summary, tree: Tree, home: str) -> Iterator[Problem]:
    """Figures that say beside which others they stand."""
    for name, figure in summary.figures.items():
        path: KeyPath = ("figures", name, "beside")
        if figure.beside and figure.unit in TOTALS:
            what = "money" if figure.unit == "pounds" else "numbers of children or things"
            yield Problem(
                "totals",
                f"beside compares rates, not {what}: a larger place has more of everything",
                "compare a rate or a percentage, such as one with unit: per-10000; or remove "
                "beside, and show the numbers without words",
                tree.place(path, key=True),
                path,
            )
            continue
        for index, other in enumerate(figure.beside):
            if other not in summary.figures:
                continue  # told with all names that nothing bears
            for message, hint in _against(name, other, summary, home):
                where = _where(path, index, tree)
                yield Problem("beside", message, hint, tree.place(where), where)


def _where(path: KeyPath, index: int, tree: Tree) -> KeyPath:
    """The keys to one of several names, or to the only one, which may stand without brackets."""
    found: object = tree.data
    for key in path:
        found = found[key] if isinstance(found, dict) and key in found else None
    return (*path, index) if isinstance(found, list) else path


def _against(name: str, other: str, summary: Summary, home: str) -> Iterator[tuple[str, str]]:
    """Why a figure is not compared with another: what is wrong, and the next step."""
    one, against = summary.figures[name], summary.figures[other]
    if name == other:
        yield "a figure cannot stand beside itself", "name the figure of another place"
    elif _same_place(one, against):
        place = one.place or home or "the board's own area"
        yield (
            f'"{name}" and "{other}" are both of {place}',
            f'say under "{other}" of which place it is, such as place: England',
        )
    else:
        for message, hint in differences((name, other), summary, home):
            yield f'"{name}" cannot be compared with "{other}": {message}', hint


def differences(names: Sequence[str], summary: Summary, home: str) -> Iterator[tuple[str, str]]:
    """Why two figures of two places are not compared: what differs, and the next step; nothing
    where they may be.

    Args:
        names: of the figure, and of the other.
        home: what the board's own area is called.
    """
    one, other = (summary.figures[name] for name in names)
    if one.unit != other.unit:
        yield (
            f"the unit differs: {one.unit} and {other.unit}",
            f'take "{names[1]}" out of beside, or check its unit',
        )
        return
    for name, figure in zip(names, (one, other), strict=True):
        if figure.bound:
            yield (
                f'"{name}" is not exact: it is {figure.bound} a number',
                "take beside out; both numbers may still be shown, without words of comparison",
            )
    if not _same_time(one, other):
        yield (
            f"the time differs: {_when(one)} and {_when(other)}",
            "take both of one time; or take it out of beside, and show both in bars with by: "
            "place, where a bar of another time says so",
        )
    yield from _measures(names, one, other, home)
    sources = [summary.sources.get(figure.source) for figure in (one, other)]
    if sources[0] and sources[1] and publication(sources[0]) != publication(sources[1]):
        yield (
            f'the publication differs: "{sources[0].title}" and "{sources[1].title}"',
            "take both from one publication, such as the one that has all places; or take it out "
            "of beside, and show both in bars with by: place",
        )


def _measures(
    names: Sequence[str], one: Figure, other: Figure, home: str, key: str = "beside"
) -> Iterator[tuple[str, str]]:
    """What is measured: by definition where there is one, else by name.

    Args:
        key: the one that is not for them, if they do not measure the same.
    """
    if_not = "take it out of beside" if key == "beside" else "show them in separate blocks"
    definitions = [defined(figure, home) for figure in (one, other)]
    if any(definitions) and not all(definitions):
        has, lacks = names if definitions[0] else reversed(names)
        yield (
            f'only "{has}" has a definition',
            f'give "{lacks}" the same one, if it counts the same; if not, {if_not}',
        )
    elif definitions[0] != definitions[1]:
        yield (
            "the definition differs",
            f"if both count the same, define both in the same words; if not, {if_not}",
        )
    elif not any(definitions) and measured(one, home) != measured(other, home):
        yield (
            f'they are called differently: "{one.name or one.label}" and '
            f'"{other.name or other.label}"',
            "if both count the same, give both the same name:, without the place; if not, "
            f"{if_not}",
        )


def _same_time(one: Figure, other: Figure) -> bool:
    return (one.as_at, one.period) == (other.as_at, other.period)


def _when(figure: Figure) -> str:
    return date(figure.as_at) if figure.as_at else figure.period or ""


def _within(summary: Summary, tree: Tree, home: str) -> Iterator[Problem]:
    """Parts and wholes, and series and their figures, which are of one place."""
    figures = summary.figures
    pairs: list[tuple[KeyPath, Figure, str]] = []
    for name, figure in figures.items():
        path: KeyPath = ("figures", name)
        pairs += [((*path, "part_of"), figure, figure.part_of)] if figure.part_of else []
        if figure.of is not None:
            pairs += [((*path, "of", "part"), figure, figure.of.part)]
            pairs += [((*path, "of", "whole"), figure, figure.of.whole)]
    for path, figure, named in pairs:
        other = figures.get(named)
        if other is not None and not _same_place(figure, other):
            yield Problem(
                "places-differ",
                f'this is of {_of(figure, home)}, and "{named}" of {_of(other, home)}: what is in '
                "one place is no part of another",
                f"name a figure of {_of(figure, home)}, or put place: right, or remove {path[2]}",
                tree.place(path),
                path,
            )
    for name, series in summary.series.items():
        same = figures.get(series.same_as or "")
        if same is not None and folded(same.place or "") != folded(series.place or ""):
            where: KeyPath = ("series", name, "same_as")
            own = series.place or home or "the board's own area"
            yield Problem(
                "places-differ",
                f'this series is of {own}, and "{series.same_as}" of {_of(same, home)}',
                f"name a figure of {own}, or put place: right, or remove same_as",
                tree.place(where),
                where,
            )


def _of(figure: Figure, home: str) -> str:
    return figure.place or home or "the board's own area"


def _same_place(one: Figure, other: Figure) -> bool:
    return folded(one.place or "") == folded(other.place or "")


def _named_by_place(
    block: Bars, summary: Summary, tree: Tree, path: KeyPath, home: str
) -> Iterator[Problem]:
    """Bars that are named by their places: each once, and all of one measure."""
    if block.by != "place":
        return
    shown = [
        (index, name, summary.figures[name])
        for index, name in enumerate(block.figures or [])
        if name in summary.figures
    ]
    first: dict[str, str] = {}
    for index, name, figure in shown:
        place, where = folded(figure.place or ""), (*path, "figures", index)
        if place in first:
            yield Problem(
                "same-place",
                f'"{first[place]}" and "{name}" are both of {_of(figure, home)}, so two bars '
                "would have one name",
                f'say under "{name}" of which place it is, such as place: England; or remove by: '
                "place, so that bars are named by what the figures are called",
                tree.place(where),
                where,
            )
        first.setdefault(place, name)
    for index, name, other in shown[1:]:
        _, before, one = shown[0]
        if one.unit != other.unit:
            continue  # told of all charts of one scale
        for message, hint in _measures((before, name), one, other, home, "by"):
            where = (*path, "figures", index)
            yield Problem(
                "measures-differ",
                f'bars by place say once what is measured, and "{before}" and "{name}" do not '
                f"measure the same: {message}",
                hint,
                tree.place(where),
                where,
            )


def _highlight(block: Bars, summary: Summary, tree: Tree, path: KeyPath) -> Iterator[Problem]:
    """The bar that stands out is one of them."""
    if block.highlight is None:
        return
    series = summary.series.get(block.series or "")
    known = block.figures or list(series.points if series else [])
    if not known or block.highlight in known:
        return
    where: KeyPath = (*path, "highlight")
    what = "figures" if block.figures else "years"
    of_it = next(
        (
            name
            for name in block.figures or []
            if name in summary.figures
            and folded(summary.figures[name].place or "") == folded(block.highlight)
        ),
        "",
    )
    yield Problem(
        "unknown-highlight",
        f'no bar of this block is "{block.highlight}"',
        f"highlight names a figure: the one of {block.highlight} is {of_it}"
        if of_it
        else suggestion(block.highlight, known, f"{what} of this block"),
        tree.place(where),
        where,
    )
