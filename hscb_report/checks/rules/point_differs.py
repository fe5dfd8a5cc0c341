"""A series and a figure that give one number twice, and differently.

Finds:
    a figure that differs from the point of its year in the series of the same name or label, or in
    the one that names it with `same_as`; a `same_as` for which there is no such point, and none
    can be made of the figure
Why:
    A card and a line on one page say two numbers for one thing, and a reader cannot know which is
    right.
Fails:
    figures:
      in-care: {value: 1594, label: children in care, as_at: 2018-03-31, source: return}
    series:
      looked-after:
        label: Children looked after at 31 March
        same_as: in-care
        points: {2016: 1305, 2017: 1440, 2018: 1549}
        source: return
    sections:
      - heading: Children in care
        blocks:
          - {kind: statistics, items: [in-care]}
          - {kind: trend, series: looked-after}
Passes:
    figures:
      in-care: {value: 1594, label: children in care, as_at: 2018-03-31, source: return}
    series:
      looked-after:
        label: Children looked after at 31 March
        same_as: in-care
        points: {2016: 1305, 2017: 1440, 2018: 1594}
        source: return
    sections:
      - heading: Children in care
        blocks:
          - {kind: statistics, items: [in-care]}
          - {kind: trend, series: looked-after}
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hscb_report.checks.claims.naming import without_days
from hscb_report.checks.rule import Finding, Rule
from hscb_report.checks.subject import Subject
from hscb_report.errors import ERROR
from hscb_report.summary.arithmetic import rounded
from hscb_report.summary.bounds import may_be
from hscb_report.summary.figures import Figure, Series
from hscb_report.summary.places import folded
from hscb_report.summary.rounding import slack, step_of_series
from hscb_report.summary.same_point import is_of
from hscb_report.summary.wording import number


def find(subject: Subject) -> Iterator[Finding]:
    """Figures of the time of a point, and of another value."""
    for key, series in subject.summary.series.items():
        yield from _without_a_point(key, series, subject)
        for name, figure in subject.figures.items():
            if figure.value is None or not _is_one(key, series, name, figure):
                continue
            for when, point in series.points.items():
                if (
                    point.value is not None
                    and is_of(when, figure)
                    and not _agree(point.value, figure, series, subject)
                ):
                    yield Finding(
                        ("figures", name, "value"),
                        f'"{name}" is {subject.shown(name)}, and the series "{key}" has '
                        f"{number(point.value, series.unit)} for {when}",
                        "check both against the source, and write the same number"
                        if series.same_as
                        else "check both against the source, and write the same number; if they "
                        "measure different things, give each a definition that says so",
                        subject.shown(name),
                    )


def _without_a_point(key: str, series: Series, subject: Subject) -> Iterator[Finding]:
    """What ``same_as`` promises, and nothing can keep."""
    figure = subject.figures.get(series.same_as or "")
    if figure is not None and not any(is_of(when, figure) for when in series.points):
        when = subject.reader.figure(str(series.same_as)).when
        yield Finding(
            ("series", key, "same_as"),
            f'the series "{key}" names "{series.same_as}", and has no point of its time, {when}',
            "add the point, or remove same_as",
            str(series.same_as),
        )


def _is_one(key: str, series: Series, name: str, figure: Figure) -> bool:
    """Whether the two measure one thing: the series says so, or name or label, unit, source and
    definition are the same.
    """
    if series.unit != figure.unit or folded(series.place or "") != folded(figure.place or ""):
        return False
    if series.same_as:
        return series.same_as == name
    if series.source != figure.source or _plain(series.definition) != _plain(figure.definition):
        return False
    labels = {_plain(figure.label), _plain(figure.name)}
    return key == name or _plain(series.label) in labels


def _plain(text: str | None) -> frozenset[str]:
    return without_days(text or "")


def _agree(one: int | Decimal, figure: Figure, series: Series, subject: Subject) -> bool:
    """Whether two values are equal, as far as the less exact of them goes."""
    if figure.bound:
        return may_be(figure, one)
    first, second = Decimal(one), Decimal(figure.value)
    if series.unit == "count":
        off = max(Decimal(step_of_series(series, subject.summary)) / 2, slack([figure]))
        return abs(first - second) <= off
    places = min(-int(value.as_tuple().exponent) for value in (first, second))
    return rounded(first, places) == rounded(second, places)


RULE = Rule("point-differs", find, ERROR)
