"""A number of the year before that is not the one of that year's file.

Finds:
    a `previous` that differs from what the file of its year has, and does not say why: neither with
    the symbol `r` (revised) or `b` (a break in the series), nor in a `note`
Why:
    A reader who has both reports sees two numbers for one year. That the first was revised is no
    fault, if the second says so.
Fails:
    # the year before
    period: 2016-17
    figures:
      contacts: {value: 9870, label: contacts, period: 2016-17, source: return}
    ---
    # this year
    period: 2017-18
    figures:
      contacts:
        value: 9664
        previous: 9861
        label: contacts
        period: 2017-18
        source: return
Passes:
    # the year before
    period: 2016-17
    figures:
      contacts: {value: 9870, label: contacts, period: 2016-17, source: return}
    ---
    # this year
    period: 2017-18
    figures:
      contacts:
        value: 9664
        previous: {value: 9861, symbol: r}
        label: contacts
        period: 2017-18
        source: return
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.summary.document import Summary
from hscb_report.summary.previous import before_of, is_of
from hscb_report.summary.wording import number

EXPLAINED = ("r", "b")
"""Symbols that say why a number is another by now."""


def find(subject: Subject) -> Iterator[Finding]:
    """Previous numbers against the files of their years."""
    for name, figure in subject.figures.items():
        before = before_of(figure)
        if before is None or before.value is None:
            continue
        if before.symbol in EXPLAINED or before.note:
            continue
        for year in _years(subject):
            last = year.figures.get(name)
            if last is None or not is_of(figure, year.period) or last.time != before.time:
                continue
            if last.value is not None and (last.unit, last.value) != (before.unit, before.value):
                shown = number(last.value, last.unit)
                yield Finding(
                    ("figures", name, "previous", "value"),
                    f"{number(before.value, before.unit)} is not the number of {year.period}.yaml, "
                    f"which is {shown}",
                    "if it was revised since, write previous: "
                    f"{{value: {before.value}, symbol: r}}, or add a note that says why; "
                    f"if not, write {last.value}",
                    number(before.value, before.unit),
                )


def _years(subject: Subject) -> list[Summary]:
    """The earlier years that could be read, each once."""
    found = dict(subject.loaded.earlier)
    if subject.previous and subject.previous.summary:
        found[subject.previous.summary.period] = subject.previous.summary
    return list(found.values())


RULE = Rule("previous-differs", find)
