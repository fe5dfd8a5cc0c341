"""Blocks that look back to an earlier year: where its numbers come from, and what is wrong where
they come from nowhere.

A figure that says its number of that year in ``previous`` needs no file of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from hscb_report.errors import Problem
from hscb_report.summary.blocks import Change
from hscb_report.summary.document import Summary
from hscb_report.summary.nearest import suggestion
from hscb_report.summary.previous import is_of
from hscb_report.summary.time_spans import is_before
from hscb_report.summary.tree import KeyPath, Tree
from hscb_report.summary.uses import looking_back


def without_previous(block: Change, summary: Summary) -> list[str]:
    """The figures of a block that do not say their number of its earlier year, each once."""
    return [
        name
        for name in dict.fromkeys(block.figures)
        if name in summary.figures and not is_of(summary.figures[name], block.since)
    ]


def problems_between(
    summary: Summary,
    earlier: Mapping[str, Summary],
    known: Collection[str],
    tree: Tree,
    folder: str,
) -> list[Problem]:
    """What is wrong with blocks that look back: years that are none or have no file, figures that
    the year does not have.

    Args:
        earlier: the years that could be read.
        known: the periods that have a content file.
        folder: where those files are, as it is shown.
    """
    found = []
    for at, block in looking_back(summary):
        since, path = block.since, (*at, "since")
        place = tree.place(path)
        if not is_before(since, summary.period):
            found.append(
                Problem(
                    "not-earlier",
                    f"{since} is not before {summary.period}",
                    "name an earlier year",
                    place,
                    path,
                )
            )
        elif since not in known:
            if missing := without_previous(block, summary):
                years = [one for one in known if is_before(one, summary.period)]
                said, hint = _nowhere(block, missing, years)
                message = f"there is no {folder}/{since}.yaml to take {said} from"
                found.append(Problem("no-earlier", message, hint, place, path))
        elif since in earlier:
            missing = without_previous(block, summary)
            for i, name in enumerate(block.figures):
                if name in missing and name not in earlier[since].figures:
                    where: KeyPath = (*at, "figures", i)
                    found.append(
                        Problem(
                            "not-in-earlier",
                            f'{since} has no figure named "{name}"',
                            "take it out of the block, or give it the same name in both years, or "
                            f"say in its previous: how many it was in {since}",
                            tree.place(where),
                            where,
                        )
                    )
    return found


def _nowhere(block: Change, missing: Sequence[str], years: Sequence[str]) -> tuple[str, str]:
    """What cannot be taken from anywhere, and the next step."""
    if len(missing) == len(set(block.figures)):
        hint = f"say in previous: of each figure how many it was in {block.since}"
        if years:
            hint = f"{suggestion(block.since, years, 'earlier years')}; or {hint}"
        return "the earlier values", hint
    names = ", ".join(f'"{name}"' for name in missing)
    return names, f"give each of them previous: with its number of {block.since}, as the others do"
