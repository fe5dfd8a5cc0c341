"""What ``leaflet:`` says of sections and blocks: whether they exist, and stand in one
place.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator

from hscb_report.errors import Problem
from hscb_report.summary.document import Summary
from hscb_report.summary.leaflet import FOLDS, Panels, Portion
from hscb_report.summary.nearest import suggestion
from hscb_report.summary.retyped import quoted
from hscb_report.summary.scalars import plain_scalar
from hscb_report.summary.tree import KeyPath, Tree


def problems_in(summary: Summary, tree: Tree) -> Iterator[Problem]:
    """Every relation of the leaflet that does not hold."""
    if summary.leaflet is None:
        return
    for asked, key in summary.leaflet.each():
        yield from _problems_of(asked, key, summary, tree)


def concerns(problem: Problem, summary: Summary, fold: str) -> bool:
    """Whether a problem of the leaflet is one of a fold: of what is written for it alone, or else
    for all.
    """
    if summary.leaflet is None:
        return False
    key = summary.leaflet.for_fold(fold)[1]
    if problem.key[: len(key)] != key:
        return False
    return len(key) > 1 or problem.key[1] not in FOLDS


def _problems_of(asked: Panels, key: KeyPath, summary: Summary, tree: Tree) -> Iterator[Problem]:
    """What does not hold of one leaflet."""
    headings = [section.heading for section in summary.sections]
    parts = list(_parts(asked, key))
    named = {part.section for _, part in parts}
    placed: dict[tuple[str, int], KeyPath] = {}
    for path, part in parts:
        if headings.count(part.section) != 1:
            yield _unknown(part, headings, tree, path, named)
            continue
        count = len(summary.sections[headings.index(part.section)].blocks)
        for index, number in enumerate(part.blocks or range(1, count + 1)):
            if number > count:
                where = (*path, "blocks", index)
                yield Problem(
                    "no-block",
                    f'"{part.section}" has {count} block{"s" if count > 1 else ""}, and none has '
                    f"the number {number}",
                    "blocks are counted from 1, in the order of the file",
                    tree.place(where),
                    where,
                )
            elif path[len(key)] != "leave_out" and (part.section, number) in placed:
                yield Problem(
                    "placed-twice",
                    f'block {number} of "{part.section}" has a place in the leaflet already',
                    "name it once; blocks: [1, 3] takes some of a section",
                    tree.place(path),
                    path,
                )
                break
            placed.setdefault((part.section, number), path)


def _unknown(
    part: Portion, headings: list[str], tree: Tree, path: KeyPath, named: Collection[str]
) -> Problem:
    if part.section in headings:
        return Problem(
            "same-heading",
            f'two sections have the heading "{part.section}"',
            "give them different headings, so that they can be told apart",
            tree.place(path),
            path,
        )
    place = tree.place(path)
    near = _renamed(part.section, headings, named)
    new = (
        near
        if _WORDS.fullmatch(near) and not isinstance(plain_scalar(near), bool)
        else quoted(near)
    )
    written = place.source.partition("#")[0].count(part.section) == 1
    return Problem(
        "unknown-section",
        f'there is no section with the heading "{part.section}"; leaflet names it',
        f"write the heading as it is now: {new}"
        if near
        else suggestion(part.section, headings, "headings"),
        place,
        path,
        typed=place.source.replace(part.section, new) if near and written else "",
    )


_WORDS = re.compile(r"[A-Za-z0-9][^\[\]{},\"#:]*")
"""Headings that need no quotes, not even in brackets."""


def _renamed(old: str, headings: list[str], named: Collection[str]) -> str:
    """The heading that a section has now: one that is alike, and that leaflet does not name."""
    free = [one for one in headings if one not in named] or headings
    folded = {one.casefold(): one for one in free}
    holding = [one for one in folded if old.casefold() in one or one in old.casefold()]
    alike = holding or difflib.get_close_matches(old.casefold(), folded, n=1, cutoff=0.6)
    return folded[alike[0]] if len(alike) == 1 else ""


def _parts(asked: Panels, key: KeyPath) -> Iterator[tuple[KeyPath, Portion]]:
    for panel, parts in enumerate(asked.inside or []):
        yield from (((*key, "inside", panel, index), part) for index, part in enumerate(parts))
    for name in ("flap", "back", "leave_out"):
        yield from (
            ((*key, name, index), part) for index, part in enumerate(getattr(asked, name) or [])
        )
