"""From a folder of content to validated models: the only door into ``summary``."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from hscb_report.errors import ContentError, Problem, UsageError, shown_path
from hscb_report.summary.board import Board
from hscb_report.summary.changes import problems_between
from hscb_report.summary.document import Summary
from hscb_report.summary.explain import did_you_mean, problems_of
from hscb_report.summary.relations import problems_in
from hscb_report.summary.tree import Tree, read_yaml
from hscb_report.summary.uses import looking_back

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Loaded:
    """A period's content: the models, and the files they came from, for messages.

    Attributes:
        earlier: the summaries of earlier years that blocks compare this one with, by period.
    """

    summary: Summary
    board: Board
    tree: Tree
    board_tree: Tree
    earlier: dict[str, Summary] = field(default_factory=dict)
    earlier_trees: list[Tree] = field(default_factory=list)


class NotWhole(ContentError):
    """The content has errors; ``loaded`` is what could be read all the same, where every key and
    value is in form.
    """

    def __init__(self, problems: list[Problem], loaded: Loaded | None) -> None:
        super().__init__(problems)
        self.loaded = loaded


def periods(content: Path) -> list[str]:
    """The periods that have a content file, in order.

    Raises:
        UsageError: the folder does not exist.
    """
    if not content.is_dir():
        raise UsageError(
            Problem(
                "no-content",
                f"there is no content folder {shown_path(content)}",
                "go to the project's folder first, or name it with --content",
            )
        )
    return sorted(file.stem for file in content.glob("*.yaml") if file.is_file())


def load(period: str, content: Path, icons: Collection[str], data: bytes | None = None) -> Loaded:
    """Read and validate a period's content and its board.

    Args:
        data: what the content file would hold, to check it before it is written; None reads the
            file.

    Raises:
        UsageError: there is no such period.
        FileError: a file cannot be read.
        ContentError: the content has errors; all of both files are listed.
    """
    known = periods(content)
    if period not in known and data is None:
        near = did_you_mean(period, known)
        misnamed = _misnamed(content, period)
        hint = (
            f"rename {misnamed} to {period}.yaml"
            if misnamed
            else f"did you mean {near}?"
            if near
            else f"the periods are: {', '.join(known)}"
            if known
            else "write a content file first"
        )
        raise UsageError(
            Problem("no-period", f"there is no {shown_path(content / f'{period}.yaml')}", hint)
        )
    tree = read_yaml(content / f"{period}.yaml", data)
    summary, problems = _validate(Summary, tree)
    name = tree.data.get("board") if isinstance(tree.data, dict) else None
    board, board_tree = None, None
    earlier: dict[str, Summary] = {}
    earlier_trees: list[Tree] = []
    if isinstance(name, str):
        try:
            board, board_tree, more = _board(name, content, tree)
            problems += more
        except ContentError as error:
            problems += error.problems
    if summary is not None:
        if summary.period != period:
            problems.append(
                Problem(
                    "other-period",
                    f'the file is named {period}, and says it is about "{summary.period}"',
                    "give both the same name",
                    tree.place(("period",)),
                    ("period",),
                )
            )
        problems += problems_in(summary, tree, icons)
        earlier, earlier_trees, more = _earlier(summary, tree, content, known, icons)
        problems += more
    whole = (
        Loaded(summary, board, tree, board_tree, earlier, earlier_trees)
        if summary and board and board_tree
        else None
    )
    if problems or whole is None:
        raise NotWhole(problems, whole)
    return whole


def _earlier(
    summary: Summary, tree: Tree, content: Path, known: list[str], icons: Collection[str]
) -> tuple[dict[str, Summary], list[Tree], list[Problem]]:
    """The years that blocks of kind change look back to; what is wrong with one is told where it is
    named.
    """
    earlier: dict[str, Summary] = {}
    trees, problems = [], {}
    for at, block in looking_back(summary):
        since, path = block.since, (*at, "since")
        if since not in known or since == summary.period:
            continue  # said by the relations
        if since not in earlier and since not in problems:
            try:
                before = read_yaml(content / f"{since}.yaml")
                other, found = _validate(Summary, before)
                found += problems_in(other, before, icons) if other else []
            except ContentError as error:
                other, found = None, error.problems
            if found or other is None:
                problems[since] = Problem(
                    "earlier-errors",
                    f"{shown_path(content / f'{since}.yaml')} has errors: {found[0].message}",
                    f"hscb-report check {since} lists them",
                    tree.place(path),
                    path,
                )
            else:
                earlier[since] = other
                trees.append(before)
    return (
        earlier,
        trees,
        [*problems.values(), *problems_between(summary, earlier, known, tree, shown_path(content))],
    )


def _misnamed(content: Path, period: str) -> str:
    """A file that has another ending than a content file's, as editors add them:
    ``2018-19.yaml.txt``, ``2018-19.yml``.
    """
    return next(
        (
            file.name
            for ending in (".yml", ".yaml.txt", ".txt", ".yml.txt")
            if (file := content / f"{period}{ending}").is_file()
        ),
        "",
    )


def _board(name: str, content: Path, tree: Tree) -> tuple[Board | None, Tree | None, list[Problem]]:
    folder = content / "boards"
    known = sorted(file.stem for file in folder.glob("*.yaml"))
    if name not in known:
        near = did_you_mean(name, known)
        hint = f'did you mean "{near}"?' if near else f"write {shown_path(folder / f'{name}.yaml')}"
        return (
            None,
            None,
            [
                Problem(
                    "unknown-board",
                    f'there is no board named "{name}"',
                    hint,
                    tree.place(("board",)),
                    ("board",),
                )
            ],
        )
    board_tree = read_yaml(folder / f"{name}.yaml")
    board, problems = _validate(Board, board_tree)
    return board, board_tree, problems


def _validate(model: type[M], tree: Tree) -> tuple[M | None, list[Problem]]:
    if not isinstance(tree.data, dict):
        return None, [
            Problem(
                "empty-file",
                "the file holds no keys",
                "start from the example in the README",
                tree.at(1, 1),
            )
        ]
    try:
        return model.model_validate(tree.data), []
    except ValidationError as error:
        return None, problems_of(error, model, tree)
