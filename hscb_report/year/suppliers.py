"""Who supplies which figures: the partners that ``from`` names, and the board itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from hscb_report.errors import Problem, UsageError
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.nearest import did_you_mean
from hscb_report.summary.wording import slug

MOST_LISTED = 30
"""So many names a message lists."""


@dataclass
class Supplier:
    """Who is asked for figures.

    Attributes:
        name: as it is written first.
        figures: the names of their figures, in the order of the content.
        others: the same name as it is written elsewhere, with other capitals or spaces.
        is_board: whether it is the board, which supplies what names nobody.
    """

    name: str
    figures: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    is_board: bool = False

    def is_called(self, name: str) -> bool:
        """Whether it goes by this name, whatever its capitals and spaces."""
        return folded(name) == folded(self.name)


def folded(name: str) -> str:
    """A name without what two people type in two ways: capitals, spaces, forms of one letter."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def suppliers(summary: Summary, board: Board) -> list[Supplier]:
    """All that supply figures, in the order in which they are named first; the board comes last.
    Names that differ in capitals or spaces alone are one.
    """
    own = Supplier(board.name, is_board=True)
    known = {folded(name): own for name in (board.name, board.short_name) if name}
    for key, figure in summary.figures.items():
        name = figure.supplier or own.name
        one = known.setdefault(folded(name), Supplier(name))
        one.figures.append(key)
        if not one.is_board and name not in (one.name, *one.others):
            one.others.append(name)
    partners = [one for one in known.values() if not one.is_board]
    return [*partners, *([own] if own.figures else [])]


def named(name: str, summary: Summary, board: Board) -> Supplier:
    """The supplier of a name, whatever its capitals and spaces; the board also by its short name.

    Raises:
        UsageError: there is none; those there are stand in the next step.
    """
    known = suppliers(summary, board)
    called = {folded(one.name): one for one in known}
    if board.short_name and folded(board.name) in called:
        called.setdefault(folded(board.short_name), called[folded(board.name)])
    if folded(name) in called:
        return called[folded(name)]
    near = did_you_mean(folded(name), called)
    raise UsageError(
        Problem(
            "no-supplier",
            f'no figure of {summary.period} is from "{name[:100]}"',
            (f'did you mean "{called[near].name}"? ' if near else "") + listed(known),
        )
    )


def listed(known: Sequence[Supplier]) -> str:
    """Who there is to ask, in a sentence."""
    names = "; ".join(one.name for one in known[:MOST_LISTED])
    return f"The suppliers are: {names}{'; ...' if len(known) > MOST_LISTED else ''}"


def file_names(known: Sequence[Supplier], period: str) -> dict[str, str]:
    """The name of each supplier's sheet, by the supplier: of letters that every system allows, and
    no two alike, whatever the names are.
    """
    names: dict[str, str] = {}
    for one in known:
        stem = f"figures-{period}-{slug(one.name) or 'supplier'}"
        made, count = stem, 1
        while f"{made}.xlsx" in names.values():
            count += 1
            made = f"{stem}-{count}"
        names[one.name] = f"{made}.xlsx"
    return names


def spellings(known: Sequence[Supplier]) -> list[str]:
    """What is to be said of names that are written in several ways."""
    return [
        f'"{one.name}" is also written "{other}": they are taken for one; write it in one way'
        for one in known
        for other in one.others
    ]
