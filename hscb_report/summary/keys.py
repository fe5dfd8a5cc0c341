"""What a key of the content holds: the name of another part, a picture, or words that are printed.

The type of a key says it, once; which figures a block shows, which texts there are and which names
must resolve all follow from here.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from hscb_report.summary.base import Line, Name, Prose, Spoken
from hscb_report.summary.tree import KeyPath

Part = Literal["figure", "series", "source", "icon", "section", "picture"]
"""What a name may be the name of; a section is named by its heading."""


Sentences = Literal["", "running", "beside"]


@dataclass(frozen=True)
class Names:
    """The value is the name of another part of the content, or of a picture."""

    what: Part


@dataclass(frozen=True)
class Printed:
    """The value is words that a reader meets.

    Attributes:
        inline: whether they may name figures, ``{figure}``, and hold ``**bold**`` words.
        sentences: where they are read as sentences: in running text, or beside a number.
        links: whether they may also hold ``[words](https://...)``.
        quoted: whether they are somebody else's, as they were said.
    """

    inline: bool
    sentences: Sentences = ""
    links: bool = False
    quoted: bool = False


FigureName = Annotated[Name, Names("figure")]
SeriesName = Annotated[Name, Names("series")]
SourceName = Annotated[Name, Names("source")]
IconName = Annotated[Line, Names("icon")]
SectionName = Annotated[Line, Names("section")]
PictureName = Annotated[Name, Names("picture")]

InlineLine = Annotated[Line, Printed(inline=True)]
"""A heading or a name, which may name figures."""
InlineSentence = Annotated[Line, Printed(inline=True, sentences="running", links=True)]
"""A sentence or two on one line, which may name figures and hold links."""
InlineProse = Annotated[Prose, Printed(inline=True, sentences="running", links=True)]
"""Paragraphs and lists that may name figures and hold links."""
InlineAside = Annotated[Line, Printed(inline=True, sentences="beside")]
"""What is said beside a number, and may name figures."""
PlainLine = Annotated[Line, Printed(inline=False)]
"""A title or a name that is printed as it is typed."""
PlainAside = Annotated[Line, Printed(inline=False, sentences="beside")]
"""What is said beside a number, printed as it is typed."""
SpokenProse = Annotated[Spoken, Printed(inline=False, sentences="running", quoted=True)]
"""What somebody said, as it was said."""


@dataclass(frozen=True)
class Held:
    """One value of a declared kind, and the keys to it.

    Attributes:
        lang: the language that the part it stands in names; empty for that of the document.
    """

    path: KeyPath
    value: str
    mark: Names | Printed
    lang: str = ""


def held(value: object, path: KeyPath = ()) -> Iterator[Held]:
    """The names and the printed words in a part of the content, in the order of its keys.

    Args:
        value: a model, or a dict or list of them.
        path: the keys to it.
    """
    found: list[Held] = []
    _walk(value, path, None, "", found.append)
    return iter(found)


def names_in(value: object, what: Part) -> list[str]:
    """The names of one sort of part that a part of the content holds, in their order."""
    return [one.value for one in held(value) if one.mark == Names(what)]


def _walk(
    value: object,
    path: KeyPath,
    mark: Names | Printed | None,
    lang: str,
    found: Callable[[Held], None],
) -> None:
    if isinstance(value, str):
        if mark is not None:
            found(Held(path, value, mark, lang))
    elif isinstance(value, BaseModel):  # what it says of its language is said of its own words
        lang = getattr(value, "lang", None) or ""
        members = value.__dict__
        for key, own in _marks(type(value)).items():
            member = members[key]
            if member is not None:
                _walk(member, (*path, key), own, lang, found)
    elif isinstance(value, dict):
        for key, member in value.items():
            _walk(member, (*path, key), mark, lang, found)
    elif isinstance(value, list):
        for index, member in enumerate(value):
            _walk(member, (*path, index), mark, lang, found)


@cache
def _marks(model: type[BaseModel]) -> dict[str, Names | Printed | None]:
    """What each key of a model declares; None where it declares nothing, and what it holds may.

    Raises:
        TypeError: a key declares two things, or in a place that is not walked.
    """
    name = model.__name__
    found = {key: _mark_of(f"{name}.{key}", field) for key, field in model.model_fields.items()}
    fields = model.model_fields
    return {
        key: mark for key, mark in found.items() if mark or _may_declare(fields[key].annotation)
    }


def _may_declare(annotation: Any) -> bool:
    """Whether values of a type may have keys that declare something: those of models."""
    if typing.get_origin(annotation) is typing.Literal:
        return False
    if inner := typing.get_args(annotation):
        return any(map(_may_declare, inner))
    return not isinstance(annotation, type) or issubclass(annotation, (BaseModel, list, dict))


def _mark_of(key: str, field: FieldInfo) -> Names | Printed | None:
    found = {one for one in (*field.metadata, *_declared(key, field.annotation)) if _is_mark(one)}
    if len(found) > 1:
        raise TypeError(f"{key} declares {len(found)} things; let its parts be models")
    return next(iter(found), None)


def _declared(key: str, annotation: Any) -> Iterator[Any]:
    """All that annotations inside a type say."""
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        yield from annotation.__metadata__
    for place, one in enumerate(inner):
        said = list(_declared(key, one))
        if any(map(_is_mark, said)) and (origin in (tuple, set) or (origin is dict and not place)):
            raise TypeError(f"{key} declares what stands in a {origin.__name__}; use a list")
        yield from said


def _is_mark(one: object) -> bool:
    return isinstance(one, (Names, Printed))
