"""A file against its model: the model, or all that is wrong with it."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from hscb_report.errors import Problem
from hscb_report.summary.explain import problems_of
from hscb_report.summary.tree import Tree

M = TypeVar("M", bound=BaseModel)


def validated(model: type[M], tree: Tree) -> tuple[M | None, list[Problem]]:
    """The model of a file; None, and every fault with its place, where it is not in form."""
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
