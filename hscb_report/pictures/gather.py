"""All logos and photographs that a content names, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from hscb_report.errors import FileError, Place, Problem, shown_path
from hscb_report.files import is_file, size_of, take
from hscb_report.pictures.limits import LOGO_BYTES, PICTURE_BYTES
from hscb_report.pictures.markup import Fault, Refused, too_many_bytes
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.load import Loaded
from hscb_report.summary.nearest import did_you_mean
from hscb_report.summary.tree import KeyPath, Tree

if TYPE_CHECKING:
    from hscb_report.pictures.drawing import Drawing
    from hscb_report.pictures.photo import Photo

T = TypeVar("T")

VERSIONS = ("colour", "reversed", "black")


@dataclass(frozen=True)
class Art:
    """What there is to draw beside the numbers.

    Attributes:
        logo: the versions of the board's logo that there are.
        partners: the logo of each partner, by its place in the board's file.
        photos: by their names in the content.
    """

    logo: Mapping[str, Drawing] = field(default_factory=lambda: MappingProxyType({}))
    partners: Mapping[int, Drawing] = field(default_factory=lambda: MappingProxyType({}))
    photos: Mapping[str, Photo] = field(default_factory=lambda: MappingProxyType({}))


NO_ART = Art()


@dataclass(frozen=True)
class _Named:
    """A file, and where it is named."""

    path: str
    tree: Tree
    key: KeyPath
    folder: Path

    @property
    def file(self) -> Path:
        return self.folder / PurePosixPath(self.path)


def gather(loaded: Loaded) -> tuple[Art, list[Problem]]:
    """The art of a content as far as it can be drawn, and every problem with the rest."""
    problems: list[Problem] = []
    drawings: dict[KeyPath, Drawing] = {}
    for one in _logos(loaded.board, loaded.board_tree, folder_of(loaded)):
        drawing, found = _read(one, _drawing, LOGO_BYTES)
        problems += found
        if drawing is not None:
            drawings[one.key] = drawing
    photos: dict[str, Photo] = {}
    for name, one in _photos(loaded.summary, loaded.tree, folder_of(loaded)):
        photo, found = _read(one, _photo, PICTURE_BYTES)
        problems += found
        if photo is not None:
            x, y = loaded.summary.pictures[name].focus
            photos[name] = replace(photo, focus=(float(x), float(y)))
    return Art(
        {str(key[1]): one for key, one in drawings.items() if key[0] == "logo"},
        {int(key[1]): one for key, one in drawings.items() if key[0] == "partners"},
        photos,
    ), problems


def sizes_of(loaded: Loaded) -> dict[str, tuple[int, int]]:
    """How many pixels wide and high each photograph is that can be read."""
    found = {}
    for name, one in _photos(loaded.summary, loaded.tree, folder_of(loaded)):
        size, _ = _read(one, _seen_size, PICTURE_BYTES)
        if size is not None:
            found[name] = size
    return found


def folder_of(loaded: Loaded) -> Path:
    """The content folder: paths are named from there."""
    return loaded.tree.file.parent


def files_of(loaded: Loaded) -> list[Path]:
    """The files that are named and there."""
    folder = folder_of(loaded)
    named = [
        *_logos(loaded.board, loaded.board_tree, folder),
        *(one for _, one in _photos(loaded.summary, loaded.tree, folder)),
    ]
    return [one.file for one in named if is_file(one.file)]


def _logos(board: Board, tree: Tree, folder: Path) -> Iterator[_Named]:
    for version in VERSIONS if board.logo else ():
        if path := getattr(board.logo, version):
            yield _Named(path, tree, ("logo", version), folder)
    for index, partner in enumerate(board.partners):
        if partner.logo:
            yield _Named(partner.logo, tree, ("partners", index, "logo"), folder)


def _photos(summary: Summary, tree: Tree, folder: Path) -> Iterator[tuple[str, _Named]]:
    for name, picture in summary.pictures.items():
        yield name, _Named(picture.file, tree, ("pictures", name, "file"), folder)


# The libraries that read pictures are imported where there is one: most content has none.


def _drawing(data: bytes) -> Drawing:
    from hscb_report.pictures.svg import drawing_of

    return drawing_of(data)


def _photo(data: bytes) -> Photo:
    from hscb_report.pictures.photo import photo_of

    return photo_of(data)


def _seen_size(data: bytes) -> tuple[int, int]:
    from hscb_report.pictures.photo import seen_size

    return seen_size(data)


def _read(named: _Named, make: Callable[[bytes], T], most: int) -> tuple[T | None, list[Problem]]:
    """What a file holds; None and the reasons where it cannot be used."""
    here = named.tree.place(named.key)
    if problem := _not_there(named, here):
        return None, [problem]
    data = b""
    try:
        if (size := size_of(named.file)) > most:
            raise too_many_bytes(size, most)
        data = take(named.file)
        return make(data), []
    except FileError as error:
        return None, [
            Problem(one.code, one.message, one.hint, here, named.key) for one in error.problems
        ]
    except Refused as error:
        return None, [_problem(fault, named, data, here) for fault in error.faults]


def _not_there(named: _Named, here: Place) -> Problem | None:
    """Why a file cannot be the one that is meant; None where it can."""
    shown = shown_path(named.file)
    if not is_file(named.file):
        near = did_you_mean(named.file.name, _beside(named.file))
        parent = PurePosixPath(named.path).parent
        right = near if str(parent) == "." else f"{parent}/{near}"
        hint = f"did you mean {right}?" if near else f"copy it there: {shown}"
        return Problem("no-picture", f"there is no {shown}", hint, here, named.key)
    try:
        inside = named.file.resolve().is_relative_to(named.folder.resolve())
    except (OSError, RuntimeError):
        inside = False
    if not inside:
        return Problem(
            "outside",
            f"{shown} leads out of the content folder",
            "copy the file itself into the content folder",
            here,
            named.key,
        )
    return None


def _beside(file: Path) -> list[str]:
    """The names of the files in its folder."""
    try:
        return sorted(one.name for one in file.parent.iterdir() if is_file(one))
    except OSError:
        return []


def _problem(fault: Fault, named: _Named, data: bytes, here: Place) -> Problem:
    """A fault at its line where it has one, else where the file is named."""
    code = "logo" if "logo" in named.key else "picture"
    message = f"{shown_path(named.file)}: {fault.message}" if not fault.line else fault.message
    place = here
    if fault.line:
        lines = data.decode("utf-8", "replace").splitlines()
        source = lines[fault.line - 1] if fault.line <= len(lines) else ""
        place = Place(named.file, fault.line, max(1, fault.column), source)
    return Problem(f"{code}-refused", message, fault.hint, place, named.key)
