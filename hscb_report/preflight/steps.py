"""The steps of a path read many at a time: of what a page paints, most are these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pikepdf

from hscb_report.preflight.shapes import STEPS, Matrix, Outline
from hscb_report.preflight.state import numbers

PATH = "a path"
"""In the place of an operator's name."""
_WRITTEN = {name: name.encode("ascii") for name in STEPS}
_MOST = 1e15
"""What is larger is asked of qpdf, which takes it for something else."""


def together(instructions: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """Operators and their operands; steps that follow one another are one, ``PATH``, whose operands
    are their names and the steps themselves.
    """
    names: list[str] = []
    steps: list[Any] = []
    for one in instructions:
        name = str(one.operator)
        if name in STEPS:
            names.append(name)
            steps.append(one)
            continue
        if names:
            yield PATH, (names, steps)
            names, steps = [], []
        yield name, one.operands
    if names:
        yield PATH, (names, steps)


def add(path: Outline, names: Sequence[str], steps: Sequence[Any], matrix: Matrix) -> None:
    """Add steps that follow one another to a path.

    Args:
        names: of their operators, all among ``shapes.STEPS``.
        steps: the instructions themselves.

    Raises:
        TypeError, ValueError: an operand is no number.
    """
    found = _as_written(names, steps)
    if found is not None:
        path.extend_all(names, found, matrix)
        return
    for name, step in zip(names, steps, strict=True):
        path.extend(name, numbers(step.operands, len(step.operands)), matrix)


def _as_written(names: Sequence[str], steps: Sequence[Any]) -> list[float] | None:
    """The numbers of all steps, read from what is written, which spares an object for each; None
    where anything is not as it should be.
    """
    words = pikepdf.unparse_content_stream(steps).split()
    found: list[bytes] = []
    at = 0
    try:
        for name in names:
            end = at + 2 * STEPS[name]
            if words[end] != _WRITTEN[name]:
                return None
            found += words[at:end]
            at = end + 1
        made = list(map(float, found))
    except (IndexError, ValueError):
        return None
    fits = at == len(words) and min(made, default=0) > -_MOST and max(made, default=0) < _MOST
    return made if fits else None
