"""From a folder of content to validated models: the only door into ``summary``."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hscb_report.errors import ContentError, Problem, ReportError, UsageError, shown_path
from hscb_report.files import is_there, size_of
from hscb_report.summary import place_relations, placed
from hscb_report.summary.base import known
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.fill import fill, texts_of
from hscb_report.summary.folder import command, no_period, periods
from hscb_report.summary.included import gather
from hscb_report.summary.looking_back import problems_between, without_previous
from hscb_report.summary.nearest import did_you_mean
from hscb_report.summary.once import Once
from hscb_report.summary.places import at_home, home_of
from hscb_report.summary.relations import other_period, problems_in
from hscb_report.summary.review import seal_of_list
from hscb_report.summary.rounding import with_rounding
from hscb_report.summary.same_point import with_points
from hscb_report.summary.time_spans import latest_before
from hscb_report.summary.tree import Tree, read_yaml
from hscb_report.summary.uses import looking_back
from hscb_report.summary.validated import validated

Data = bytes | Mapping[Path, bytes]
"""What a content file would hold, or several of one period and its board's by their paths."""


@dataclass(frozen=True)
class Before:
    """The latest year before, to see what was taken over from it.

    Attributes:
        summary, data: None where its file has errors.
    """

    period: str
    summary: Summary | None = None
    data: Any = None


@dataclass(frozen=True)
class Loaded:
    """A period's content: the models, and the files they came from, for messages.

    Attributes:
        earlier: the summaries of earlier years that blocks compare this one with, by period.
        unlisted: the latest year before, unless what was taken over from it has been listed.
        unplaced: what ``leaflet:`` says of sections that are not there: a leaflet alone cannot be
            built.
    """

    summary: Summary
    board: Board
    tree: Tree
    board_tree: Tree
    earlier: dict[str, Summary] = field(default_factory=dict)
    earlier_trees: list[Tree] = field(default_factory=list)
    unlisted: Before | None = None
    unplaced: list[Problem] = field(default_factory=list)


class NotWhole(ContentError):
    """The content has errors; ``loaded`` is what could be read all the same, where every key and
    value is in form, and ``trees`` are the files.
    """

    def __init__(
        self, problems: list[Problem], loaded: Loaded | None = None, trees: Sequence[Tree] = ()
    ) -> None:
        super().__init__(problems)
        self.loaded, self.trees = loaded, trees


def load(period: str, content: Path, icons: Collection[str], data: Data | None = None) -> Loaded:
    """Read and validate a period's content and its board: ``Shelf.load`` for one period."""
    return Shelf(content, icons).load(period, data)


@dataclass(frozen=True)
class _Year:
    """One content file by itself.

    Attributes:
        summary: None where its keys and values are not in form.
        form: what is not.
        relations: what does not agree in a summary that is in form.
        unplaced: what its leaflet says of sections that are not there.
    """

    tree: Tree
    summary: Summary | None
    form: list[Problem]
    relations: list[Problem]
    unplaced: list[Problem]


class Shelf:
    """A folder of content, each file of which is read and validated once.

    It is made for one command and passed on: what is written to the folder later, it does not see.

    Args:
        folder: the folder of content files.
        icons: the names of the icons there are.
    """

    def __init__(self, folder: Path, icons: Collection[str]) -> None:
        self.folder, self._icons = folder, icons
        self._year = Once(self._read_year)
        self._board = Once(self._read_board)
        self._whole = Once(self._load)

    @cached_property
    def periods(self) -> list[str]:
        """The periods that have a content file, in order.

        Raises:
            UsageError: the folder does not exist.
        """
        return periods(self.folder)

    def load(self, period: str, data: Data | None = None) -> Loaded:
        """A period's content and its board.

        Args:
            data: what the content file would hold, or it and what it includes, to check that
                before it is written; None reads the files.

        Raises:
            UsageError: there is no such period.
            FileError: a file cannot be read.
            ContentError: the content has errors; all of both files are listed.
        """
        if data is None:
            return self._whole(period)
        file = self._file(period)
        would = {file: data} if isinstance(data, bytes) else data
        tree = read_yaml(file, would.get(file), known())
        return self._assembled(period, self._validated(tree, would), would)

    def _load(self, period: str) -> Loaded:
        if period not in self.periods:
            if is_there(self._file(period)):
                size_of(self._file(period))  # a folder or a pipe of that name is told as such
            raise UsageError(no_period(period, self.periods, self.folder))
        return self._assembled(period, self._year(period))

    def _file(self, period: str) -> Path:
        return self.folder / f"{period}.yaml"

    def _read_year(self, period: str) -> _Year:
        return self._validated(read_yaml(self._file(period), keys=known()))

    def filled(self, tree: Tree) -> list[Problem]:
        """Fill in the words that stand for others, once all of a content file is brought together;
        what a batch has to say of a report, it says here.
        """
        return fill(tree, texts_of(tree))

    def _validated(self, tree: Tree, data: Mapping[Path, bytes] = MappingProxyType({})) -> _Year:
        missing = gather(tree, data)
        left = self.filled(tree)
        summary, problems = validated(Summary, tree)
        problems = [*left, *problems]
        summary = with_points(with_rounding(summary)) if summary else None
        if missing:  # what is not there is missed everywhere
            return _Year(tree, None, [*missing, *problems], [], [])
        relations = problems_in(summary, tree, self._icons) if summary else []
        unplaced = placed.problems_in(summary, tree) if summary else []
        return _Year(tree, summary, problems, relations, list(unplaced))

    def _assembled(
        self, period: str, year: _Year, would: Mapping[Path, bytes] = MappingProxyType({})
    ) -> Loaded:
        """A year with its board, and the earlier years it looks back to."""
        tree, summary, problems = year.tree, year.summary, list(year.form)
        name = tree.data.get("board") if isinstance(tree.data, dict) else None
        board, board_tree = None, None
        earlier: dict[str, _Year] = {}
        if isinstance(name, str):
            try:
                board, board_tree, more = self._board_named(name, tree, would)
                problems += more
            except ContentError as error:
                problems += error.problems
        home = home_of(board) if board else ""
        if summary is not None:
            summary = at_home(summary, home)
            between = place_relations.problems_in(summary, tree, home)
            problems += other_period(summary, period, tree)
            problems += sorted([*year.relations, *between], key=lambda problem: problem.spot)
            earlier, more = self._earlier(summary, tree)
            problems += more
        whole = (
            Loaded(
                summary,
                board,
                tree,
                board_tree,
                {when: at_home(one.summary, home) for when, one in earlier.items() if one.summary},
                [one.tree for one in earlier.values()],
                self._unlisted(summary),
                year.unplaced,
            )
            if summary and board and board_tree
            else None
        )
        if problems or whole is None:
            trees = [one for one in (tree, board_tree) if one]
            raise NotWhole([*problems, *year.unplaced], whole, trees)
        return whole

    def _unlisted(self, summary: Summary) -> Before | None:
        before = latest_before(summary.period, self.periods)
        if before is None or summary.listed == seal_of_list(summary.period):
            return None
        try:
            year = self._year(before)
        except ReportError:
            return Before(before)
        return Before(before, year.summary, year.tree.data)

    def _earlier(self, summary: Summary, tree: Tree) -> tuple[dict[str, _Year], list[Problem]]:
        """The years that blocks of kind change look back to; what is wrong with one is told where
        it is named.
        """
        earlier: dict[str, _Year] = {}
        problems: dict[str, Problem] = {}
        for at, block in looking_back(summary):
            since, path = block.since, (*at, "since")
            if since not in self.periods or since == summary.period:
                continue  # said by the relations
            if since in earlier or since in problems:
                continue
            try:
                year = self._year(since)
                found = [*year.form, *year.relations]
            except ContentError as error:
                found = error.problems
            if not found:
                earlier[since] = year
            elif without_previous(block, summary):
                problems[since] = Problem(
                    "earlier-errors",
                    f"{shown_path(self._file(since))} has errors: {found[0].message}",
                    f"{command('check', self._file(since))} lists them",
                    tree.place(path),
                    path,
                )
        known = {since: year.summary for since, year in earlier.items() if year.summary}
        between = problems_between(summary, known, self.periods, tree, shown_path(self.folder))
        return earlier, [*problems.values(), *between]

    def _board_named(
        self, name: str, tree: Tree, would: Mapping[Path, bytes]
    ) -> tuple[Board | None, Tree | None, list[Problem]]:
        folder = self.folder / "boards"
        known = sorted(file.stem for file in folder.glob("*.yaml"))
        file = folder / f"{name}.yaml"
        texts = texts_of(tree)
        if name in known:
            if file in would or texts:
                return self._read_board(name, would.get(file), texts)
            return self._board(name)
        near = did_you_mean(name, known)
        problem = Problem(
            "unknown-board",
            f'there is no board named "{name}"',
            f'did you mean "{near}"?' if near else f"write {shown_path(file)}",
            tree.place(("board",)),
            ("board",),
        )
        return None, None, [problem]

    def _read_board(
        self, name: str, data: bytes | None = None, texts: Mapping[str, str] = MappingProxyType({})
    ) -> tuple[Board | None, Tree | None, list[Problem]]:
        tree = read_yaml(self.folder / "boards" / f"{name}.yaml", data, known())
        left = fill(tree, texts)
        board, problems = validated(Board, tree)
        return board, tree, [*left, *problems]
