"""Small counts left out of a report, and with them what gives them away.

What is found is found by the rules of ``check``, which are asked again after each step: so nothing
is published that they would not let pass.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from hscb_report.checks.disclosure import counts_people, is_hidden
from hscb_report.checks.parts import breakdowns
from hscb_report.checks.subject import Subject
from hscb_report.errors import Problem
from hscb_report.summary.figures import Figure
from hscb_report.summary.load import Loaded
from hscb_report.summary.units import UNITS

COUNT = (
    "The number is so small that it could identify a child, or it would give such a number away."
)
RATE = "The number behind it is left out, so that nobody can be identified."
"""The reasons that are printed. A small count and one that is left out beside it have the same:
whoever can tell them apart knows that one is small and the other is not, which may be enough to
find both.
"""


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
            more[name] = _left_out(COUNT)
        elif problem.code == "small-percentage":
            more[name] = _left_out(RATE)
        elif problem.code == "by-subtraction" and (beside := _beside(name, subject, own)):
            more[beside] = _left_out(COUNT)
            more |= {one: _left_out(COUNT) for one in _together(beside, subject, own)}
    for name in rates(subject, own, more):
        more.setdefault(name, _left_out(RATE))
    return more


def rates(subject: Subject, own: Collection[str], more: Iterable[str] = ()) -> Iterator[str]:
    """The rates and percentages that give a count away which is left out: whoever knows the
    population works it out. No rule can tell that of a rate without ``of``, so it is told by its
    name, or by what it is called.

    Args:
        own: the figures that are the row's.
        more: those that are to be left out next.
    """
    left_out = set(more)
    counts = {
        name: subject.figures[name]
        for name in own
        if (name in left_out or is_hidden(subject.figures[name]))
        and subject.figures[name].unit == "count"
        and counts_people(subject.figures[name])
    }
    for name in sorted(own):
        rate = subject.figures[name]
        is_rate = rate.value is not None and UNITS[rate.unit].per is not None
        if is_rate and any(_is_of(name, rate, other, count) for other, count in counts.items()):
            yield name


def by_a_gap(subject: Subject, own: Collection[str]) -> Iterator[str]:
    """The only missing part of a whole, where what the others leave is a few people, though the
    table does not call it confidential: publishers write ``x`` of what they suppress as well.
    """
    for group in breakdowns(subject):
        whole = subject.figures[group.whole]
        few = 0 < group.whole_value - group.total <= subject.settings.suppress_up_to
        if not few or group.slack or whole.unit != "count" or not counts_people(whole):
            continue
        gaps = [name for name in group.missing if subject.figures[name].value is None]
        if len(gaps) != len(group.missing) or len(gaps) != 1 or gaps[0] not in own:
            continue
        if not is_hidden(subject.figures[gaps[0]]):
            yield gaps[0]


def _is_of(name: str, rate: Figure, other: str, count: Figure) -> bool:
    """Whether a rate is of a count, by ``of``; or by its name, label or noun, where both are of one
    place and time.
    """
    if rate.of is not None:
        return other in (rate.of.part, rate.of.whole)
    if (rate.place, rate.time) != (count.place, count.time):
        return False
    label = rate.label.casefold().removeprefix("of ")
    called = (one.casefold() for one in (count.label, count.name, count.noun) if one)
    return name.startswith(f"{other}-") or any(
        label == one or label.startswith(f"{one} ") for one in called
    )


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


def _together(name: str, subject: Subject, own: set[str]) -> list[str]:
    """The parts that are confidential already beside one that is left out: they get its reason."""
    groups = (group for group in breakdowns(subject) if name in group.parts)
    missing = [one for group in groups for one in group.missing if one in own]
    return [one for one in missing if is_hidden(subject.figures[one])]


def _left_out(reason: str) -> dict[str, str | None]:
    return {"value": None, "symbol": "c", "reason": reason, "bound": None}
