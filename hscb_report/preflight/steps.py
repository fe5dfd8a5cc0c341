"""Operators with their operands, read many at a time: of what a page paints, most are the steps of
paths, and most operands are numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from hscb_report.preflight.operators import PARAMETERS, SPACES
from hscb_report.preflight.shapes import STEPS, Matrix, Outline
from hscb_report.preflight.state import numbers

PATH = "a path"
"""In the place of an operator's name."""
Steps = tuple[Sequence[str], Sequence[bytes], Sequence[Any]]
"""Steps of a path: the names of their operators, all among ``shapes.STEPS``, their lines, and the
instructions themselves.
"""
_WRITTEN = {name: name.encode("ascii") for name in STEPS}
_NUMBERS = frozenset(("cm", "Td", "TD", "Tm", *PARAMETERS, *SPACES))
"""The operators whose operands are numbers alone."""
_OTHERS = "q Q BT ET T* Tj TJ Tf BDC BMC EMC S s f F f* B B* b b* n W W* gs Do cs CS sc SC scn SCN"
_KNOWN = {name.encode("ascii"): name for name in (*STEPS, *_NUMBERS, *_OTHERS.split())}
_MOST = 1e15
"""What is larger is asked of qpdf, which takes it for something else."""


def together(instructions: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Operators and their operands; steps of paths that follow one another are one, ``PATH``, whose
    operands are ``Steps``.
    """
    lines = _lines(instructions)
    names = [_KNOWN.get(line[line.rfind(b" ") + 1 :], "") for line in lines]
    at, count = 0, len(lines)
    while at < count:
        name, start = names[at], at
        at += 1
        if name in STEPS:
            while at < count and names[at] in STEPS:
                at += 1
            yield PATH, (names[start:at], lines[start:at], instructions[start:at])
        elif name in _NUMBERS:
            yield name, _numbers(lines[start]) or instructions[start].operands
        else:
            one = instructions[start]
            yield name or str(one.operator), one.operands


def _lines(instructions: Sequence[Any]) -> list[bytes]:
    """Each instruction as qpdf writes it, its operator last: reading that is much quicker than
    asking for one object after the other. What takes several lines, as pictures do, has none here.
    """
    if not instructions:
        return []
    lines = pikepdf.unparse_content_stream(instructions).split(b"\n")
    if len(lines) == len(instructions):
        return lines
    alone = (pikepdf.unparse_content_stream([one]) for one in instructions)
    return [b"" if b"\n" in line else line for line in alone]


def _numbers(line: bytes) -> list[float] | None:
    """The operands on a line; None where one is no number."""
    try:
        return list(map(float, line.split()[:-1]))
    except ValueError:
        return None


def add(path: Outline, run: Steps, matrix: Matrix) -> None:
    """Add steps that follow one another to a path.

    Raises:
        TypeError, ValueError: an operand is no number.
    """
    names, lines, steps = run
    found = _as_written(names, lines)
    if found is not None:
        path.extend_all(names, found, matrix)
        return
    for name, step in zip(names, steps, strict=True):
        path.extend(name, numbers(step.operands, len(step.operands)), matrix)


def _as_written(names: Sequence[str], lines: Sequence[bytes]) -> list[float] | None:
    """The numbers of all steps, read from what is written; None where anything is not as it should
    be.
    """
    words = b" ".join(lines).split()
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
