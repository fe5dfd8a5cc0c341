"""Small counts left out of a report, and with them what gives them away.

What is found is found by the rules of ``check``, which are asked again after each step: so nothing
is published that they would not let pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hscb_report.checks.parts import breakdowns
from hscb_report.checks.subject import Subject
from hscb_report.errors import Problem
from hscb_report.summary.load import Loaded

SMALL = "The number is so small that it could identify a child."
BEHIND = "The number behind it is so small that it could identify a child."
BESIDE = "Left out, because it would give away a number that could identify a child."
"""The reasons that are printed, in the words that the rules ask for."""


def suppressed(
    loaded: Loaded, errors: Iterable[Problem], settable: Iterable[str]
) -> dict[str, Mapping[str, str | None]]:
    """The figures that are to be left out next, with the keys that say so.

    Args:
        errors: what the rules found.
        settable: the figures that are the row's own; a template's others stay as they are.
    """
    own, subject = set(settable), Subject(loaded)
    more: dict[str, Mapping[str, str | None]] = {}
    for problem in errors:
        if len(problem.key) < 2 or problem.key[0] != "figures":
            continue
        name = str(problem.key[1])
        if name not in own:
            continue
        if problem.code == "small-count":
            more[name] = _left_out(SMALL)
        elif problem.code == "small-percentage":
            more[name] = _left_out(BEHIND)
        elif problem.code == "by-subtraction" and (beside := _beside(name, subject, own)):
            more[beside] = _left_out(BESIDE)
    return more


def _beside(name: str, subject: Subject, own: set[str]) -> str:
    """The smallest number beside one that can be worked out: above zero, where there is one."""
    for group in breakdowns(subject):
        if name not in (*group.parts, *group.missing):
            continue
        parts = [one for one in group.parts if one in own]
        return min(
            parts, key=lambda one: (not (value := subject.figures[one].value), value), default=""
        )
    return ""


def _left_out(reason: str) -> dict[str, str | None]:
    return {"value": None, "symbol": "c", "reason": reason, "bound": None}
