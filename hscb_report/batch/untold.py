"""What must stand nowhere: numbers that were left out of a report, in its words, in what is said of
it, and in what the run remembers of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hscb_report.batch.pack import OF_PERSONS
from hscb_report.checks.numbers import typed
from hscb_report.errors import Problem
from hscb_report.summary.figures import Figure

IN_TEXT = "small-count-in-text"
SAID = {
    "by-subtraction": "a number of a few people can be worked out from this and the others",
    "personal-data": "this tells of one person",
    "small-count": "a count of people so small that it could identify them",
    "small-percentage": "a percentage or rate that gives a small count away",
}
"""What is said of a row, in the place of a message that holds the number."""
STEP = "write c in this cell of the table, and in that of the next smallest number beside it"
IN_TEMPLATE = "; or write batch: {on_small: suppress} in the template"
STEPS = {
    "personal-data": "take it out of the words of this row",
    IN_TEXT: 'say it without the number, such as "a small number of"',
}
_NUMBER = re.compile(r"\d[\d,.]*(?<![,.])")
_GAP = "\N{HORIZONTAL ELLIPSIS}"


def in_words(
    row: Mapping[str, Any], hidden: Iterable[str], found: Iterable[Problem]
) -> Iterator[Problem]:
    """The words of a row that hold a number which is left out, or count children by so few.

    A number that stands in the row's name as well, such as that of Ward 3, is none of those.

    Args:
        row: as it is in the table.
        hidden: the figures that are left out.
        found: what the rules find in its content.
    """
    values = {
        Decimal(value): name for name in hidden if (value := row["figures"][name].get("value"))
    }
    named = {one.value for one in typed(row.get("name", ""))}
    few = [one.message for one in found if one.code == IN_TEXT and not one.accepted]
    for name, text in row["texts"].items():
        told = [one for one in typed(text) if one.value in values and one.value not in named]
        small = any(f'"{said}"' in one for one in few for said in _counted(text))
        if told or small:
            what = (
                f'the number of "{values[told[0].value]}", which is left out'
                if told
                else "children counted by so few that they could be recognised"
            )
            yield Problem(
                IN_TEXT,
                f"these words hold {what}",
                STEPS[IN_TEXT],
                key=("texts", name),
            )


def told_by_the_others(
    figures: Mapping[str, Figure],
    rows: Sequence[Mapping[str, Any]],
    hidden: Mapping[str, list[str]],
) -> Iterator[str]:
    """What can be worked out across the reports: a count that one row alone leaves out, by whoever
    knows the number of all areas together. No rule sees that, for each looks at one report.

    Args:
        figures: of the template.
        rows: as they are in the table.
        hidden: the figures that are left out, by the names of the rows.
    """
    for name, figure in figures.items():
        own = [row for row in rows if name in row["figures"]]
        without = [
            row["name"]
            for row in own
            if name in hidden.get(row["name"], []) or row["figures"][name].get("value") is None
        ]
        told = figure.unit == "count" and len(own) > 1 and len(without) == 1
        if told and name in hidden.get(without[0], []):
            yield (
                f'of all reports only that of {without[0]} leaves "{name}" out: whoever knows '
                "the number of all areas together can work it out; where that is published, "
                "write c in that column of another row too"
            )


def _counted(text: str) -> Iterator[str]:
    """All that a rule may have found in a text: stretches of it that begin with a number."""
    for one in typed(text):
        rest = text[one.start :]
        ends = [found.end() for found in re.finditer(r"\w\b", rest)]
        yield from (rest[:end] for end in ends[:10])


def untold(problems: Sequence[Problem], suppress: bool) -> tuple[Problem, ...]:
    """What is wrong with a row, without a number that could identify anybody.

    Args:
        suppress: whether the template says ``on_small: suppress``.
    """
    step = STEP if suppress else STEP + IN_TEMPLATE
    return tuple(
        replace(
            one,
            message=SAID.get(one.code, one.message),
            hint=STEPS.get(one.code, step),
            typed="",
        )
        if one.code in OF_PERSONS
        else one
        for one in problems
    )


def remembered(problems: Sequence[Problem], hidden: Iterable[str]) -> list[Problem]:
    """The same for the manifest and the index page, which lie beside the reports: of a row with
    small numbers no message holds any number.
    """
    if not any(hidden) and not any(one.code in OF_PERSONS for one in problems):
        return list(problems)
    return [
        replace(
            one,
            message=_NUMBER.sub(_GAP, one.message),
            hint=_NUMBER.sub(_GAP, one.hint),
            typed="",
        )
        for one in problems
    ]
