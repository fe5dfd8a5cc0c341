"""Files that ``include`` names: those that another year includes too, and those of a new year."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hscb_report.errors import ContentError, Problem, ReportError, UsageError, shown_path
from hscb_report.files import is_there
from hscb_report.summary.included import included_in
from hscb_report.summary.load import Loaded, Shelf


def check_shared(changed: Iterable[Path], shelf: Shelf, main: Path) -> None:
    """Refuse to write a file that another year includes as well: its numbers would change too.

    Args:
        main: the content file of the period itself.

    Raises:
        ContentError: there is one; every such file is named.
    """
    wanted = {file for file in changed if file != main}
    if not wanted:
        return
    problems = []
    for period in shelf.periods:
        if period == main.stem:
            continue
        try:
            others = shelf.load(period).tree.trees[1:]
        except ReportError:
            continue  # what cannot be read is published by nobody
        problems += [
            Problem(
                "shared",
                f"{shown_path(tree.file)} would change, and {period} includes it too",
                f"copy it into a folder of its own, and name that at include in {shown_path(main)}",
            )
            for tree in others
            if tree.file in wanted
        ]
    if problems:
        raise ContentError(problems)


def moved_on(loaded: Loaded, source: str, period: str) -> tuple[str, dict[Path, Path]]:
    """What a new year includes in the place of the files of another: ``figures/2018-19/*.yaml``.

    Returns:
        The pattern for ``include``, empty where nothing is included; and where each file goes.

    Raises:
        UsageError: one is there already.
    """
    place = included_in(loaded.summary.include)
    if place is None:
        return "", {}
    folder, name = place
    if source in f"{folder}/{name}":
        pattern = f"{folder}/{name}".replace(source, period)
    else:
        pattern = f"{folder}/{period}/{name}"
    content = loaded.tree.file.parent
    to = content / pattern.rpartition("/")[0]
    changes = source in name
    files = {
        tree.file: to / (tree.file.name.replace(source, period) if changes else tree.file.name)
        for tree in loaded.tree.trees[1:]
    }
    hint = "move it, or give it another name first"
    if there := [
        Problem("exists", f"{shown_path(file)} is there already, and is not overwritten", hint)
        for file in files.values()
        if is_there(file)
    ]:
        raise UsageError(there)
    return pattern, files
