"""The template as plain data: all of its files, to be sent to another process or machine."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from hscb_report.batch.table import of_the_row
from hscb_report.errors import ContentError, FileError, Problem, shown_path
from hscb_report.files import take
from hscb_report.project import as_period, errors_in, examined, shelf_of
from hscb_report.summary.document import Summary
from hscb_report.summary.load import Loaded
from hscb_report.summary.tree import KeyPath

NAME_OF_FOLDER = "content"
OF_PERSONS = (
    "by-subtraction",
    "personal-data",
    "small-count",
    "small-count-in-text",
    "small-percentage",
)
"""The rules whose findings nobody can accept for reports that are not there yet."""


@dataclass(frozen=True)
class Pack:
    """A template.

    Attributes:
        period: the name of its content file.
        files: what each holds, by its path in the content folder, with slashes.
        key: the hash of all that.
    """

    period: str
    files: Mapping[str, bytes]
    key: str


def template(period: str, content: Path) -> tuple[Pack, Summary]:
    """Read a template, which is checked by itself, as ``build`` would.

    Raises:
        UsageError: there is no such period.
        ContentError: it has errors, or holds what cannot be of many reports.
        FileError: a file cannot be read.
    """
    from hscb_report.pictures.gather import files_of

    period = as_period(period)
    loaded, found = examined(period, shelf_of(content))
    if problems := [*errors_in(found), *_of_one_alone(loaded)]:
        raise ContentError(problems)
    paths = {tree.file for tree in loaded.tree.trees} | {loaded.board_tree.file}
    files = {}
    for path in sorted(paths | set(files_of(loaded))):
        try:
            name = path.resolve().relative_to(content.resolve()).as_posix()
        except ValueError as error:
            raise FileError(
                Problem(
                    "elsewhere",
                    f"{shown_path(path)} is not in {shown_path(content)}",
                    "move it there, and name it so",
                )
            ) from error
        files[name] = take(path)
    return Pack(period, files, _key(period, files)), loaded.summary


def _key(period: str, files: Mapping[str, bytes]) -> str:
    """The hash of the names of files, and of what each holds."""
    whole = hashlib.sha256(period.encode())
    for name, data in files.items():
        whole.update(f"\0{name}\0{len(data)}\0".encode())
        whole.update(data)
    return whole.hexdigest()


def _of_one_alone(loaded: Loaded) -> Iterator[Problem]:
    """What would say of each report what is true of one: years before, and series."""
    if loaded.earlier:
        yield Problem(
            "other-year",
            "a block of this template looks back to an earlier year, which is that of one report",
            "leave blocks of kind change out of a template for many reports",
            loaded.tree.place(("sections",)),
        )
    for name, figure in loaded.summary.figures.items():
        if figure.previous is not None and of_the_row(figure.place, loaded.summary):
            path: KeyPath = ("figures", name, "previous")
            yield Problem(
                "template-previous",
                "every report would have this number of last year, and a table has no column for "
                "it",
                "leave previous out of a template for many reports",
                loaded.tree.place(path),
                path,
            )
    for at, accept in enumerate(loaded.summary.accept):
        if accept.rule in OF_PERSONS:
            path = ("accept", at)
            yield Problem(
                "accepted-for-all",
                f"what is accepted here would be accepted in every report, and {accept.rule} is "
                "about people who could be recognised",
                "take it out, and write batch: {on_small: suppress}, or make that report by itself",
                loaded.tree.place(path),
                path,
            )
    for name, series in loaded.summary.series.items():
        if of_the_row(series.place, loaded.summary):
            path = ("series", name)
            yield Problem(
                "template-series",
                "every report would have the numbers of this series, and a table has no column "
                "for them",
                "leave it out, or give it the place that it is of, if all reports show that",
                loaded.tree.place(path, key=True),
                path,
            )


@contextmanager
def unpacked(pack: Pack) -> Iterator[Path]:
    """The content folder of a template, for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="hscb-report-") as folder:
        yield written(pack, Path(folder))


def written(pack: Pack, home: Path) -> Path:
    """Write the files of a template below a folder, and say which is its content folder."""
    folder = home / NAME_OF_FOLDER
    for name, data in pack.files.items():
        path = folder.joinpath(*PurePosixPath(name).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
