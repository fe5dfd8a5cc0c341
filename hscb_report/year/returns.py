"""What came back from partners: a small file beside the content, ``content/returns/PERIOD.yaml``.

``figures import`` adds an entry for each sheet that it takes in, in one set with the content file;
``figures status`` reads it. It holds names and days, and no number: those stand in the content.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import Field, ValidationError

from hscb_report.errors import ContentError, Problem, shown_path
from hscb_report.files import is_there, take
from hscb_report.summary.base import Line, Model, Name
from hscb_report.summary.dates import ordered_date
from hscb_report.summary.explain import problems_of
from hscb_report.summary.scalars import written
from hscb_report.summary.tree import Tree, read_yaml
from hscb_report.year.entries import Entry

FOLDER = "returns"
"""Below the folder of content files."""
_HEAD = """\
# The sheets that came back for {period}: from whom, on which day, and which figures they answer.
# `figures import` adds to it, and `figures status` reads it. The numbers stand in the year's file.
returns:
"""


class Return(Model):
    """A sheet that was taken in.

    Attributes:
        seal: of its answers, to know them again.
    """

    supplier: Line = Field(description="Who was asked.")
    taken: dt.date = Field(description="The day on which it was taken in.")
    sheet: Line = Field(description="The name of the sheet.")
    seal: Line = Field(description="Made by the tool: the same answers have the same seal.")
    figures: list[Name] = Field(min_length=1, description="The figures that it answers.")


class _Returns(Model):
    returns: list[Return] = Field(min_length=1, description="The sheets, as they came back.")


def file_of(content: Path, period: str) -> Path:
    """The file of a period."""
    return content / FOLDER / f"{period}.yaml"


def returned(content: Path, period: str) -> list[Return]:
    """The sheets that were taken in, as they came back; none where no file is there.

    Raises:
        ContentError: somebody has changed the file so that it cannot be read.
        FileError: it cannot be opened.
    """
    file = file_of(content, period)
    return _read(file, take(file)) if is_there(file) else []


def _read(file: Path, data: bytes) -> list[Return]:
    tree: Tree = read_yaml(file, data, (*Return.model_fields, *_Returns.model_fields))
    try:
        return _Returns.model_validate(tree.data).returns
    except ValidationError as error:
        raise ContentError(problems_of(error, _Returns, tree)) from error


def seal_of(answers: Mapping[str, Entry]) -> str:
    """The seal of answers, whatever kind of file they came in."""
    said = [
        (name, *("" if part is None else str(part) for part in _parts(entry)))
        for name, entry in sorted(answers.items())
    ]
    return hashlib.sha256(repr(said).encode("utf-8")).hexdigest()[:16]


def _parts(entry: Entry) -> Iterator[object]:
    """What a row asks for, as seals have it since before there were bounds."""
    for key, part in vars(entry).items():
        if key != "bound" or part is not None:
            yield part


def today() -> dt.date:
    """The day that a sheet is taken in on; ``SOURCE_DATE_EPOCH`` goes before the clock."""
    ordered = ordered_date()
    return ordered.date() if ordered else dt.date.today()


def with_more(content: Path, period: str, more: Sequence[Return]) -> bytes:
    """What the file holds with more sheets at its end; all that stands in it stays as it is.

    Raises:
        ContentError: somebody has laid it out so that nothing can be added.
        FileError: it cannot be opened.
    """
    file = file_of(content, period)
    old = take(file) if is_there(file) else _HEAD.format(period=period).encode("utf-8")
    known = _read(file, old) if is_there(file) else []
    made = old.rstrip() + b"\n" + "".join(map(_as_yaml, more)).encode("utf-8")
    try:
        if _read(file, made) == [*known, *more]:
            return made
    except ContentError:
        pass
    raise ContentError(
        Problem(
            "layout",
            f"{shown_path(file)} is laid out in a way that no sheet can be added to it",
            "begin each entry with two spaces and a -, as the tool writes them",
        )
    )


def _as_yaml(one: Return) -> str:
    return (
        f"  - supplier: {written(one.supplier)}\n"
        f"    taken: {written(one.taken)}\n"
        f"    sheet: {written(one.sheet)}\n"
        f"    seal: {written(one.seal)}\n"
        f"    figures: [{', '.join(map(written, one.figures))}]\n"
    )
