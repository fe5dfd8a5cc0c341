"""What every model of the content shares: unknown keys are errors, nothing is coerced."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, GetJsonSchemaHandler, StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError

from hscb_report.summary.prose import set_out, spoken


class Model(BaseModel):
    """A part of a content file. Strict: ``"12"`` is no number, ``12`` no text, an unknown key an
    error.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by their keys in a content file: one may be a word that Python has
    taken, such as ``from``.
    """
    return {field.alias or name: field for name, field in model.model_fields.items()}


@cache
def known() -> frozenset[str]:
    """Every word that is a key somewhere in a content file or a board's file; to be asked once all
    models are there.
    """
    models, found = [Model], set()
    for model in models:
        models += model.__subclasses__()
        found |= set(fields_of(model))
    return frozenset(found)


@dataclass(frozen=True)
class OrPlain:
    """Says in the JSON Schema that a value may also be written in short, as a plain value of this
    type.

    A validator before the model accepts it; pydantic's schema does not see such validators.
    """

    types: str | tuple[str, ...] = "string"

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The value's own schema, or the plain type."""
        plain = {"type": self.types if isinstance(self.types, str) else list(self.types)}
        return {"anyOf": [handler(core_schema), plain]}


def _no_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("blank", "this text is empty")
    return " ".join(text.split())


def listed(value: Any) -> Any:
    """One text may be written where a list of them is known."""
    return [value] if isinstance(value, str) else value


Line = Annotated[str, AfterValidator(_no_blank)]
"""Words on one line; line ends inside them become spaces."""

Prose = Annotated[str, AfterValidator(set_out)]
"""Paragraphs, separated by an empty line, and lists, whose entries begin with "- "."""

Spoken = Annotated[str, AfterValidator(spoken)]
"""Paragraphs alone, separated by an empty line."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
"""A name that other parts of the content refer to: small letters, digits and hyphens."""

Web = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"']+$")]
"""An address on the web, with http:// or https://."""
