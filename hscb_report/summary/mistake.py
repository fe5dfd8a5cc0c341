"""A mistake as pydantic finds it, with what is needed to say it in plain words."""

from __future__ import annotations

import typing
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from hscb_report.summary.base import fields_of
from hscb_report.summary.short import is_short
from hscb_report.summary.tree import KeyPath, Tree

Better = tuple[str, str, str] | tuple[str, str, str, str] | None
"""Code, message, next step, and the whole line as it should be typed where that is known; None
where a mistake is of another kind.
"""


@dataclass(frozen=True)
class Mistake:
    """One error of a validation.

    Attributes:
        path: the keys to the value it is about.
        model: what the whole file was held against.
    """

    raw: ErrorDetails
    path: KeyPath
    model: type[BaseModel]
    tree: Tree

    @property
    def kind(self) -> str:
        """What pydantic, or one of our validators, calls it."""
        return self.raw["type"]

    @property
    def message(self) -> str:
        """What pydantic, or one of our validators, says."""
        return self.raw["msg"]

    @property
    def loc(self) -> tuple[str | int, ...]:
        """Where pydantic found it."""
        return self.raw["loc"]

    @property
    def context(self) -> dict[str, Any]:
        """What pydantic knows besides."""
        return self.raw.get("ctx", {})

    @property
    def value(self) -> Any:
        """What stands there; None where nothing does."""
        return _value(self.tree.data, self.path)

    @property
    def parent(self) -> Any:
        """What it stands in."""
        return _value(self.tree.data, self.path[:-1])

    @property
    def shown(self) -> str:
        """The value as it was typed, cut where it is long."""
        text = self.tree.raw.get(self.path, "")
        return text if len(text) <= 40 else text[:39] + "…"

    @property
    def owner(self) -> type[BaseModel] | None:
        """The model whose key it is."""
        return model_at(self.model, self.loc[:-1])


def key_path(loc: tuple[str | int, ...], data: Any) -> KeyPath:
    """Pydantic's location without what is not in the file (the tags of unions, ``[key]``)."""
    path: list[str | int] = []
    for position, part in enumerate(loc):
        last = position == len(loc) - 1
        tag = position > 1 and loc[position - 2] == "blocks" and isinstance(data, dict)
        if part == "[key]" or (tag and data.get("kind") == part):
            continue
        if part == "figures" and is_short(data):
            part = next(iter(data))
        if (isinstance(data, list) and isinstance(part, int) and part < len(data)) or (
            isinstance(data, dict) and part in data
        ):
            data = data[part]  # type: ignore[index]  # a list's is a whole number, as was looked at
            path.append(part)
        elif last and isinstance(data, dict) and not isinstance(part, int):
            path.append(part)
    return tuple(path)


def model_at(model: Any, loc: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model that validated the value at ``loc``."""
    if isinstance(model, type) and issubclass(model, BaseModel):
        if not loc:
            return model
        field = fields_of(model).get(str(loc[0]))
        return model_at(field.annotation, loc[1:]) if field else None
    origin, arguments = typing.get_origin(model), typing.get_args(model)
    if origin is typing.Annotated:
        return model_at(arguments[0], loc)
    if origin is dict:
        return model_at(arguments[1], loc[1:])
    if origin is list:
        return model_at(arguments[0], loc[1:])
    members = [member for member in arguments if member is not type(None)]
    if len(members) == 1:
        return model_at(members[0], loc)
    for member in members:  # a union told apart by its kind, which stands in the location
        if (
            loc
            and isinstance(member, type)
            and issubclass(member, BaseModel)
            and "kind" in member.model_fields
            and loc[0] in typing.get_args(member.model_fields["kind"].annotation)
        ):
            return model_at(member, loc[1:])
    return None


def _value(data: Any, path: KeyPath) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data
