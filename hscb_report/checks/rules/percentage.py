"""A percentage or another rate that does not follow from its counts.

Finds:
    a percentage, or another rate such as one per 10,000, that does not follow from the two counts
    it names with `of`, rounded half up as it is printed
Why:
    A reader can work it out, and then doubts every other number. Rounding is half up, as in
    official statistics.
Fails:
    figures:
      plans: {value: 1294, label: children on a plan, period: 2017-18, source: return}
      neglect: {value: 950, label: because of neglect, period: 2017-18, source: return}
      neglect-share:
        value: 74                        # 950 of 1,294 is 73%
        unit: percent
        of: {part: neglect, whole: plans}
        label: of plans are due to neglect
        period: 2017-18
        source: return
Passes:
    figures:
      plans: {value: 1294, label: children on a plan, period: 2017-18, source: return}
      neglect: {value: 950, label: because of neglect, period: 2017-18, source: return}
      neglect-share:
        value: 73
        unit: percent
        of: {part: neglect, whole: plans}
        label: of plans are due to neglect
        period: 2017-18
        source: return
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.errors import ERROR
from hscb_report.summary.arithmetic import rate, rounded
from hscb_report.summary.bounds import exact
from hscb_report.summary.figures import Figure
from hscb_report.summary.rounding import ends
from hscb_report.summary.units import UNITS
from hscb_report.summary.wording import number


def find(subject: Subject) -> Iterator[Finding]:
    """Percentages and other rates that name their counts with ``of``, worked out anew."""
    for name, figure in subject.figures.items():
        per = UNITS[figure.unit].per
        if figure.of is None or figure.value is None or per is None:
            continue
        part, whole = subject.figures[figure.of.part], subject.figures[figure.of.whole]
        if figure.bound or exact(part) is None or not exact(whole):
            continue
        value = Decimal(figure.value)
        places = -int(value.as_tuple().exponent)
        due = rounded(rate(part.value, whole.value, per), places)
        if not _low(part, whole, per, places) <= value <= _high(part, whole, per, places):
            counts = (
                f'{subject.shown(figure.of.part)} ("{figure.of.part}") of '
                f'{subject.shown(figure.of.whole)} ("{figure.of.whole}")'
            )
            yield Finding(
                ("figures", name, "value"),
                f"{number(figure.value, figure.unit)} does not follow from its counts: {counts} is "
                f"{number(due, figure.unit)}",
                f"write {due}, or check the two counts against the source",
                number(figure.value, figure.unit),
            )


def _low(part: Figure, whole: Figure, per: int, places: int) -> Decimal:
    """The least that a rate of two counts can be, which may be rounded."""
    return rounded(rate(ends(part)[0], ends(whole)[1], per), places)


def _high(part: Figure, whole: Figure, per: int, places: int) -> Decimal:
    """The most that it can be."""
    least = ends(whole)[0]
    return rounded(rate(ends(part)[1], least, per), places) if least else Decimal("Infinity")


RULE = Rule("percentage", find, ERROR, of_last_year=True)
