"""Small counts that a reader can find by subtraction.

Finds:
    a small count of people that can be found from a whole and its other parts, also where a whole
    is confidential itself and is a part of another; and the number behind "under 5" where it can be
    found
Why:
    To leave out one number is not enough if others give it away: the Department for Education
    suppresses the next smallest.
Fails:
    figures:
      plans: {value: 100, label: children on a plan, period: 2017-18, source: return}
      neglect:
        value: 97
        part_of: plans
        breakdown: reason
        label: because of neglect
        period: 2017-18
        source: return
      abuse:
        value: null                      # 100 less 97 is 3
        symbol: c
        reason: The number is so small that it could identify a child.
        part_of: plans
        breakdown: reason
        label: because of abuse
        period: 2017-18
        source: return
Passes:
    figures:
      plans: {value: 100, label: children on a plan, period: 2017-18, source: return}
      neglect:
        value: null
        symbol: c
        reason: It is left out so that a smaller number cannot be worked out.
        part_of: plans
        breakdown: reason
        label: because of neglect
        period: 2017-18
        source: return
      abuse:
        value: null
        symbol: c
        reason: The number is so small that it could identify a child.
        part_of: plans
        breakdown: reason
        label: because of abuse
        period: 2017-18
        source: return
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.disclosure import counts_people, is_hidden, is_veiled
from hscb_report.checks.intervals import worked_out
from hscb_report.checks.parts import breakdowns, rests, totals
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.errors import ERROR
from hscb_report.summary.bounds import exact
from hscb_report.summary.rounding import slack
from hscb_report.summary.wording import number


def find(subject: Subject) -> Iterator[Finding]:
    """Confidential parts that the others give away, and wholes that all but a few belong to a part
    of.
    """
    most = subject.settings.suppress_up_to
    told: set[str] = set()
    rested: set[tuple[str, frozenset[str]]] = set()
    for group in breakdowns(subject):
        whole = subject.figures[group.whole]
        if whole.unit != "count" or not counts_people(whole):
            continue
        left = group.whole_value - group.total
        hidden = [name for name in group.missing if is_veiled(subject.figures[name], most)]
        if hidden and len(hidden) == len(group.missing):
            known = ", ".join(group.parts)
            taken = f'"{group.whole}"' + (f" less {known}" if known else "")
            if len(hidden) == 1 and not group.slack and 0 < left <= most:
                told |= {*hidden}
                yield Finding(
                    ("figures", hidden[0]),
                    f"{_told(hidden[0], subject)} can be found by subtraction: {taken} is "
                    f"{number(left)}",
                    _next(subject, group.parts),
                    number(left),
                )
            elif (
                len(hidden) > 1
                and not group.slack
                and left in (len(hidden), len(hidden) * most)
                and all(is_hidden(subject.figures[name]) for name in hidden)
            ):
                told |= {*hidden}
                yield Finding(
                    ("figures", hidden[0]),
                    f"{' and '.join(hidden)} are confidential, and can be found: {taken} is "
                    f"{number(left)}, "
                    f"so each must be {number(left // len(hidden))}",
                    _next(subject, group.parts),
                    number(left),
                )
        elif (
            not (group.missing or group.slack)
            and 0 < left <= most
            and (group.breakdown or len(group.parts) == 1)
        ):  # else they may overlap
            rested.add((group.whole, frozenset(group.parts)))
            yield Finding(
                ("figures", group.parts[-1], "value"),
                f'"{group.whole}" is {number(group.whole_value)}, so a reader can tell that '
                f"{number(left)} belong to no part of it",
                "if these few could be recognised, make a part confidential (symbol: c); if not, "
                "accept this with the reason",
                number(left),
            )
    crossing = ", in a grid one more in its row and in its column"
    added = [(one.whole, one.parts) for one in totals(subject)]
    for name, between in worked_out(subject.figures, most, added).items():
        small = between.least == between.most <= most
        if small and name not in told and counts_people(subject.figures[name]):
            yield Finding(
                ("figures", name),
                f"{_told(name, subject)} can be worked out from the wholes, parts and totals that "
                f"are shown: it is {number(between.most)}",
                "make another part of the same whole confidential as well"
                + (crossing if any(name in parts for _, parts in added) else "")
                + ", or leave out the whole",
                number(between.most),
            )
    yield from _rest_of_percentages(subject, most)
    yield from _rest_of_bars(subject, most, rested)


def _rest_of_bars(
    subject: Subject, most: int, told: set[tuple[str, frozenset[str]]]
) -> Iterator[Finding]:
    """What the bars of a stack show as the rest."""
    for rest in rests(subject):
        whole = subject.figures[rest.whole]
        if (rest.whole, frozenset(rest.parts)) in told or whole.unit != "count":
            continue
        if not rest.slack and 0 < rest.left <= most and counts_people(whole):
            yield Finding(
                rest.path,
                f'the bar "{rest.bar}" shows that {number(rest.left)} of "{rest.whole}" are the '
                "rest",
                "show more of its parts, or make a part confidential as well (symbol: c); if these "
                "few could not be recognised, accept this with the reason",
                number(rest.left),
            )


def _rest_of_percentages(subject: Subject, most: int) -> Iterator[Finding]:
    """A percentage shows its part and its whole; what is left between them can be a few
    people too.
    """
    for name, figure in subject.figures.items():
        if figure.of is None or figure.value is None:
            continue
        part, whole = subject.figures[figure.of.part], subject.figures[figure.of.whole]
        if (
            exact(part) is None
            or exact(whole) is None
            or part.part_of == figure.of.whole
            or not counts_people(whole)
            or whole.unit != "count"
        ):
            continue
        left = whole.value - part.value
        if 0 < left <= most and not slack([part, whole]):
            yield Finding(
                ("figures", name, "value"),
                f'"{figure.of.whole}" less "{figure.of.part}" is {number(left)}, so a reader can '
                "tell how few are left",
                "if these few could be recognised, make the percentage and its part confidential "
                "(symbol: c); if not, accept this "
                "with the reason",
                number(left),
            )


def _told(name: str, subject: Subject) -> str:
    """A number that is not said, as messages call it."""
    if is_hidden(subject.figures[name]):
        return "this confidential number"
    return f'the number behind "{subject.shown(name)}"'


def _next(subject: Subject, parts: list[str]) -> str:
    smallest = min(parts, key=lambda name: subject.figures[name].value, default="")
    return (
        f"make the next smallest part confidential as well: {smallest}, with value: null and "
        "symbol: c"
        if smallest
        else "leave out the whole as well"
    )


RULE = Rule("by-subtraction", find, ERROR, of_last_year=True)
