"""A template and a row: the content of one report, which is checked as any other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from hscb_report.batch.suppress import by_a_gap, rates, suppressed
from hscb_report.batch.untold import in_words
from hscb_report.brand import icons
from hscb_report.checks.subject import Subject
from hscb_report.errors import Problem
from hscb_report.project import errors_in, examined
from hscb_report.summary.fill import TEXTS, fill, texts_of
from hscb_report.summary.load import Loaded, Shelf
from hscb_report.summary.tree import Tree

ROUNDS = 12
"""So often numbers are left out until none gives another away; else the row is refused."""


class RowShelf(Shelf):
    """A template's content with what a row says; the years beside it are those of one report, and
    are not there.

    Args:
        figures: by name, the keys that the row sets; None takes one away.
        texts: by name, the words.
    """

    def __init__(
        self,
        folder: Path,
        period: str,
        figures: Mapping[str, Mapping[str, str | None]],
        texts: Mapping[str, str],
    ) -> None:
        super().__init__(folder, icons.names())
        self.__dict__["periods"] = [period]  # in the place of what is looked up in the folder
        self._figures, self._texts = figures, texts

    def filled(self, tree: Tree) -> list[Problem]:
        """Put the row in, then fill in the words."""
        if isinstance(tree.data, dict):
            figures = tree.data.get("figures", {})
            for name, keys in self._figures.items():
                if isinstance(figures.get(name), dict):
                    figures[name] = _with(figures[name], keys)
            if self._texts:
                tree.data[TEXTS] = dict(self._texts)
        return fill(tree, texts_of(tree))


def _with(figure: Mapping[str, Any], keys: Mapping[str, str | None]) -> dict[str, Any]:
    """The keys of a figure, with those that a row sets; a value is always there."""
    kept = {name: one for name, one in figure.items() if name not in keys}
    new: dict[str, Any] = {name: one for name, one in keys.items() if one is not None}
    value = keys.get("value")
    if value is None:
        return kept | new | {"value": None}
    return kept | new | {"value": Decimal(value) if "." in value else int(value)}


def _given_away(code: str, names: Iterable[str]) -> list[Problem]:
    """What no rule can see, for only a table has it; as its rule would tell it."""
    return [Problem(code, "this gives a small count away", key=("figures", one)) for one in names]


def content_of(
    folder: Path, period: str, row: Mapping[str, Any]
) -> tuple[Loaded, list[Problem], list[str]]:
    """The content of a row, what the rules find in it, and the figures that were suppressed
    because the template says so, by name.

    Raises:
        ContentError: it has errors.
    """
    figures: dict[str, Mapping[str, str | None]] = dict(row["figures"])
    hidden: list[str] = []
    for _ in range(ROUNDS):
        loaded, found = examined(period, RowShelf(folder, period, figures, row["texts"]))
        found += _given_away("by-subtraction", by_a_gap(Subject(loaded), figures))
        batch = loaded.summary.batch
        if batch is None or batch.on_small != "suppress":
            found += _given_away("small-percentage", rates(Subject(loaded), figures))
            break
        more = suppressed(loaded, errors_in(found), figures)
        if not more:
            break
        hidden += [name for name in more if figures[name].get("value") is not None]
        figures |= more
    # In an order that does not tell which was small, and which was left out beside it.
    return loaded, [*found, *in_words(row, hidden, found)], sorted(hidden)
