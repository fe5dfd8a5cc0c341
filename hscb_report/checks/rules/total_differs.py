"""A total that is not the sum of what it stands below, or behind.

Finds:
    a row or a column of a grid that does not add up to the total that `totals` says it has; a bar
    of a stack whose parts do not add up to its `whole`, or are more than what they are parts of,
    by more than what rounding does where `rounded` says that they are
Why:
    Readers add up a table before they believe it. Where one cell is wrong, the others are doubted
    too.
Fails:
    figures:
      boys: {value: 60, label: boys on a plan, period: 2017-18, source: return}
      girls: {value: 30, label: girls on a plan, period: 2017-18, source: return}
      plans: {value: 100, label: children on a plan, period: 2017-18, source: return}
    sections:
      - heading: Children on a plan
        blocks:
          - kind: grid
            columns: [Plans]
            rows: [Boys: [boys], Girls: [girls], All: [plans]]    # 60 and 30 are 90
            totals: row
Passes:
    figures:
      boys: {value: 60, label: boys on a plan, period: 2017-18, source: return}
      girls: {value: 40, label: girls on a plan, period: 2017-18, source: return}
      plans: {value: 100, label: children on a plan, period: 2017-18, source: return}
    sections:
      - heading: Children on a plan
        blocks:
          - kind: grid
            columns: [Plans]
            rows: [Boys: [boys], Girls: [girls], All: [plans]]
            totals: row
"""

from __future__ import annotations

from collections.abc import Iterator

from hscb_report.checks.disclosure import is_hidden
from hscb_report.checks.parts import Total, sums
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.errors import ERROR
from hscb_report.summary.bounds import exact
from hscb_report.summary.rounding import may_be_rounded, slack
from hscb_report.summary.units import UNITS
from hscb_report.summary.wording import number


def find(subject: Subject) -> Iterator[Finding]:
    """Sums that are not their total; where a number is missing, sums that are more than it without
    that number.
    """
    for one in sums(subject):
        figures = subject.figures
        total, unit = exact(figures[one.whole]), figures[one.whole].unit
        values = [exact(figures[name]) for name in one.parts]
        known = [value for value in values if value is not None]
        missing = [name for name in one.parts if exact(figures[name]) is None]
        hidden = [name for name in missing if is_hidden(figures[name])]
        if total is None:
            continue
        added = sum(known)
        full = one.full and UNITS[unit].per is None
        off = slack(figures[name] for name in (one.whole, *one.parts))
        if added > total + off or (full and not missing and added < total - off):
            without = f" without {_listed(missing)}" if missing else ""
            said = f"adds up to {number(added, unit)}{without}"
        elif added + len(hidden) > total + off:
            said = (
                f"adds up to {number(added, unit)}, which leaves too little for "
                f"{_listed(hidden)}: a confidential number is 1 at least, for a true 0 is shown"
            )
        else:
            continue
        yield Finding(
            one.path,
            f'{one.lane} {said}; its total, "{one.whole}", is {number(total, unit)}',
            f"check {_checked(one)} against the source"
            + may_be_rounded([figures[n] for n in (one.whole, *one.parts)], added - total),
            number(added, unit),
        )


def _listed(names: list[str]) -> str:
    return " and ".join(f'"{name}"' for name in names)


def _checked(one: Total) -> str:
    return f"{', '.join(dict.fromkeys(one.parts))} and {one.whole}"


RULE = Rule("total-differs", find, ERROR)
