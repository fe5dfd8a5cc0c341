"""A number typed into a text that is almost a figure.

Finds:
    a number typed into a text that a slip tells from a figure, such as 77,620 for 77,602
Why:
    Two numbers for one thing: the reader cannot know which is right.
Fails:
    introduction: There were 77,620 contacts in the year.
    figures:
      contacts: {value: 77602, label: contacts, period: 2017-18, source: return}
Passes:
    introduction: There were about 78,000 contacts in the year.
    figures:
      contacts: {value: 77602, label: contacts, period: 2017-18, source: return}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from hscb_report.checks.claims.naming import is_named as names_place
from hscb_report.checks.numbers import Typed, is_named, typed, values_of
from hscb_report.checks.ratios import RATIO, hedge_of
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.bounds import may_be
from hscb_report.summary.figures import Figure
from hscb_report.summary.texts import Text

CLOSE = Decimal("0.02")
"""How far a number may be from the figure whose words stand behind it, as a part of it."""
HEDGES = (
    "about",
    "around",
    "roughly",
    "some",
    "approximately",
    "close to",
    "nearly",
    "almost",
    "over",
    "under",
    "more than",
    "less than",
    "fewer than",
    "up to",
    "at least",
    "at most",
    "above",
    "below",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Typed numbers that a slip of the finger tells from a figure."""
    known = {p.value for s in subject.summary.series.values() for p in s.points.values()}
    known |= {value for figure in subject.figures.values() for value in values_of(figure)}
    known |= {one.previous.value for one in subject.figures.values() if one.previous}
    others = {figure.place for figure in subject.figures.values() if figure.place}
    for text in subject.own:
        for number in typed(text.text, RATIO):
            if (
                number.value in known
                or (number.unit == "count" and number.value < 100)
                or number.words[0].isalpha()
            ):
                continue
            for name, figure in subject.figures.items():
                if (
                    figure.value is not None
                    and figure.unit == number.unit
                    and text.path[:2] != ("figures", name)
                    and _is_of(figure, text, number, others)
                    and _near(figure, text, number)
                ):
                    yield Finding(
                        text.path,
                        f'"{number.words}" looks like the figure "{name}", which is '
                        f"{subject.shown(name)}",
                        f"write {{{name}}} if it is meant; else check both against the source"
                        if text.inline
                        else "check both against the source",
                        number.words,
                        number.start,
                    )
                    break


def _is_of(figure: Figure, text: Text, number: Typed, others: set[str]) -> bool:
    """Whether a number in a text may be that of a figure by its place: the text names the place of
    a figure that is of another, and behind a number of ours it names none.

    Args:
        others: the places of all figures that are not of the board's own area.
    """
    behind = re.split(r"[.;!?]|\d", text.text[number.end :], maxsplit=1)[0]
    if figure.place:
        return names_place(figure.place, text.text)
    return not any(names_place(place, behind) for place in others)


def _near(figure: Figure, text: Text, number: Typed) -> bool:
    before = text.text[: number.start].rstrip()
    if figure.bound and may_be(figure, number.value):
        return False
    if before.lower().endswith(HEDGES):
        side = hedge_of(before)
        if _is_rounding(number.value, figure.value) and (
            not side or (figure.value < number.value) == (side != "above")
        ):
            return False
    one, other = str(number.value), str(figure.value)
    if number.unit == "percent":
        return is_named(figure, text.text, number.end, words=6) and _is_swap(one, other)
    if is_named(figure, text.text, number.end):
        return _is_slip(one, other) or abs(number.value - figure.value) <= abs(figure.value) * CLOSE
    return len(other) > 3 and _is_swap(one, other)


def _is_rounding(rounded: Decimal, value: int | Decimal) -> bool:
    digits = str(int(rounded))
    zeros = len(digits) - len(digits.rstrip("0"))
    return zeros > 0 and abs(rounded - value) <= Decimal(10) ** zeros


def _is_swap(one: str, other: str) -> bool:
    """Whether two neighbours changed places."""
    differ = [i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return (
        len(one) == len(other)
        and len(differ) == 2
        and differ[1] == differ[0] + 1
        and sorted(one) == sorted(other)
    )


def _is_slip(one: str, other: str) -> bool:
    """Whether one key was hit wrongly, twice or not at all, or two in the wrong order."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1 or _is_swap(one, other)
    short, long = sorted((one, other), key=len)
    return (
        len(long) == len(short) + 1
        and len(short) > 3
        and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
    )


RULE = Rule("near-number", find)
