"""Figures that stand in their section, or in a file that ``include`` names: brought to where all
figures are, so that everything else finds them there, and each still knows where it is written.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from hscb_report.errors import ContentError, Problem, shown_path
from hscb_report.files import is_file, size_of
from hscb_report.summary.base import Line, known
from hscb_report.summary.limits import MOST_BYTES
from hscb_report.summary.nearest import suggestion
from hscb_report.summary.tree import KeyPath, Tree, read_yaml

KEYS = ("sources", "figures", "series")
"""What an included file may hold."""
MOST_FILES = 50
"""So many files may be included: a report has some ten sections."""
OWN = ("boards", "returns")
"""Folders whose files are something else."""
_PART = re.compile(r"[\w-][\w .-]*")
_NAME = re.compile(r"[\w*?-][\w *?.-]*\.yaml")


def included_in(pattern: object) -> tuple[str, str] | None:
    """The folder below that of the content files, and the name of the files in it, which may hold
    ``*`` and ``?``; None where it is no such pattern. It never leads out of the folder, nor to the
    content files themselves.
    """
    *folders, name = pattern.split("/") if isinstance(pattern, str) else [""]
    if not folders or folders[0].casefold() in OWN or not _NAME.fullmatch(name):
        return None
    return ("/".join(folders), name) if all(map(_PART.fullmatch, folders)) else None


def _checked(pattern: str) -> str:
    if included_in(pattern) is None:
        raise PydanticCustomError("include", "these are no files in a folder beside this one")
    return pattern


Include = Annotated[Line, AfterValidator(_checked)]
"""Files in a folder below that of the content files: ``figures/*.yaml``."""


def gather(tree: Tree, data: Mapping[Path, bytes]) -> list[Problem]:
    """Bring the figures of sections and of included files to ``figures``, and so on.

    Args:
        tree: of a content file; it is changed.
        data: what files would hold that are not to be read.

    Returns:
        What is wrong with the files that are included, and each name that is there twice.

    Raises:
        FileError: an included file cannot be opened.
    """
    if not isinstance(tree.data, dict):
        return []
    problems = list(_from_sections(tree))
    pattern = tree.data.get("include")
    place = included_in(pattern)
    if place is None:
        return problems  # the model says so
    folder = tree.file.parent / place[0]
    files = sorted(_there(folder, place[1]) | _would_be(data, folder, place[1]))
    if not files or len(files) > MOST_FILES:
        said = f"{len(files)} files are" if files else "no file is there that is"
        hint = f"at most {MOST_FILES} may be" if files else f"write one in {shown_path(folder)}"
        where = tree.place(("include",))
        return [Problem("include", f"{said} called {pattern}", hint, where, ("include",))]
    size = sum(len(data[file]) if file in data else size_of(file) for file in files)
    if size > MOST_BYTES:
        said = f"the files called {pattern} have {size:,} bytes together"
        hint = f"{MOST_BYTES:,} are the most that is read; check that these are the right files"
        return [Problem("too-large", said, hint, tree.place(("include",)), ("include",))]
    inside = Path(os.path.realpath(tree.file.parent))
    for file in files:
        if not Path(os.path.realpath(file)).is_relative_to(inside):
            problems.append(
                Problem(
                    "outside",
                    f"{shown_path(file)} is a link that leads out of the content folder",
                    "copy the file itself there",
                    tree.place(("include",)),
                    ("include",),
                )
            )
            continue
        try:
            problems += _from_file(tree, read_yaml(file, data.get(file), known()))
        except ContentError as error:
            problems += error.problems
    return problems


def _there(folder: Path, name: str) -> set[Path]:
    try:
        return {file for file in folder.glob(name) if file.name[0] != "." and is_file(file)}
    except OSError:  # a name that no file can have, or a folder that cannot be looked into
        return set()


def _would_be(data: Mapping[Path, bytes], folder: Path, name: str) -> set[Path]:
    return {file for file in data if file.parent == folder and fnmatch(file.name, name)}


def _from_sections(tree: Tree) -> Iterator[Problem]:
    sections = tree.data.get("sections")
    for at, section in enumerate(sections if isinstance(sections, list) else []):
        figures = section.get("figures") if isinstance(section, dict) else None
        if not isinstance(figures, dict):
            continue  # the model says what is wrong with it
        for name in list(figures):
            path: KeyPath = ("sections", at, "figures", name)
            problem = _moved(tree, ("figures", name), figures[name], tree, path)
            if problem:
                yield problem
            elif ("figures", name) in tree.elsewhere:
                del figures[name]
                _typed(tree, path, ("figures", name))
        if not figures:
            del section["figures"]


def _typed(tree: Tree, old: KeyPath, new: KeyPath) -> None:
    """What was typed there is known by its new keys alone."""
    for path in [path for path in tree.raw if path[: len(old)] == old]:
        tree.raw[(*new, *path[len(old) :])] = tree.raw.pop(path)


def _from_file(tree: Tree, part: Tree) -> Iterator[Problem]:
    if not isinstance(part.data, dict):
        yield Problem("empty-file", "the file holds no keys", "write figures:", part.at(1, 1))
        return
    for key, named in part.data.items():
        if key not in KEYS:
            hint = suggestion(str(key), KEYS, "keys of an included file")
            message = f'"{key}" is not a key that is known in an included file'
            yield Problem("unknown-key", message, hint, part.place((key,), key=True), (key,))
        elif not isinstance(named, dict):
            yield Problem(
                "shape",
                "more keys are needed here, each with a value",
                'write "key: value" lines below it, indented by two spaces',
                part.place((key,)),
                (key,),
            )
        else:
            for name in named:
                problem = _moved(tree, (key, name), named[name], part, (key, name))
                if problem:
                    yield problem
    tree.raw.update({path: text for path, text in part.raw.items() if path[:2] in tree.elsewhere})


def _moved(tree: Tree, path: KeyPath, value: Any, home: Tree, own: KeyPath) -> Problem | None:
    """Bring one part to its place; what is said if its name is taken."""
    there = tree.data.setdefault(path[0], {})
    if not isinstance(there, dict):
        return None  # the model says what is wrong with it
    if path[1] in there:
        first = tree.place(path, key=True)
        return Problem(
            "duplicate-name",
            f'"{path[1]}" is there twice; the first is at {shown_path(first.file)}:{first.line}',
            "keep one of the two, or give one another name",
            home.place(own, key=True),
            path,
        )
    there[path[1]] = value
    tree.elsewhere[path] = home, own
    return None
