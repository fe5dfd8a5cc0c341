"""The content files of a folder, by their names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hscb_report.errors import Problem, UsageError, shown_path
from hscb_report.files import is_file, is_folder
from hscb_report.summary.nearest import did_you_mean

CONTENT = Path("content")
"""The folder of content files, unless another is named."""


def periods(content: Path) -> list[str]:
    """The periods that have a content file, in order.

    Raises:
        UsageError: the folder does not exist.
    """
    if not is_folder(content):
        raise UsageError(
            Problem(
                "no-content",
                f"there is no content folder {shown_path(content)}",
                "go to the project's folder first, or name it with --content",
            )
        )
    return sorted(file.stem for file in content.glob("*.yaml") if is_file(file))


def misnamed(content: Path, period: str) -> str:
    """A file that has another ending than a content file's, as editors add them:
    ``2018-19.yaml.txt``, ``2018-19.yml``.
    """
    return next(
        (
            file.name
            for ending in (".yml", ".yaml.txt", ".txt", ".yml.txt")
            if is_file(file := content / f"{period}{ending}")
        ),
        "",
    )


def no_period(period: str, known: Sequence[str], folder: Path) -> Problem:
    """A period that has no content file, with the one that was probably meant.

    Args:
        known: those that have one.
        folder: of content files.
    """
    near = did_you_mean(period, known)
    wrong = misnamed(folder, period)
    hint = (
        f"rename {wrong} to {period}.yaml"
        if wrong
        else f"did you mean {near}?"
        if near
        else f"the periods are: {', '.join(known)}"
        if known
        else "write a content file first"
    )
    return Problem("no-period", f"there is no {shown_path(folder / f'{period}.yaml')}", hint)


def command(name: str, file: Path) -> str:
    """A command about a content file, as a person types it: with its folder, where that is not the
    usual one.
    """
    folder = shown_path(file.parent)
    quoted = f'"{folder}"' if " " in folder else folder
    more = "" if folder == str(CONTENT) else f" --content {quoted}"
    return f"hscb-report {name} {file.stem}{more}"
