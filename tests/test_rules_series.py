"""Rates against their counts and one another, series against figures and last year's series."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
import yaml

from framed import problems
from hscb_report.errors import ERROR
from hscb_report.summary.units import UNITS
from rules import figure, found, summary


def rate(value: str, part: int = 1594, whole: int | None = 283314, **more) -> object:
    """A rate per 10,000 of two counts."""
    people = figure(whole) if whole else figure(None, symbol="x", reason="To be supplied.")
    return summary(
        figures={
            "in-care": figure(part),
            "population": people,
            "rate": figure(
                Decimal(value),
                unit="per-10000",
                of={"part": "in-care", "whole": "population"},
                **more,
            ),
        }
    )


@pytest.mark.parametrize(
    ("value", "due"), [("56", None), ("56.3", None), ("56.26", None), ("57", "56"), ("5.6", "56.3")]
)
def test_a_rate_follows_from_its_counts(value, due):
    problems_ = found("percentage", rate(value))
    assert [p.hint.split(",")[0] for p in problems_] == ([f"write {due}"] if due else [])
    assert all("per 10,000" in p.message for p in problems_)


def test_every_unit_that_is_a_rate_says_of_how_many():
    assert {name: unit.per for name, unit in UNITS.items() if unit.per} == {
        "percent": 100,
        "per-1000": 1000,
        "per-10000": 10_000,
        "per-100000": 100_000,
    }
    for name, unit in UNITS.items():
        assert (unit.per is not None) == (name == "percent" or name.startswith("per-"))


def test_a_population_may_be_of_another_day_and_source():
    content = summary(
        figures={
            "in-care": figure(1594, as_at=dt.date(2018, 3, 31)),
            "population": figure(283314, period="2016-17"),
            "rate": figure(
                56,
                unit="per-10000",
                of={"part": "in-care", "whole": "population"},
                as_at=dt.date(2018, 3, 31),
            ),
        }
    )
    assert found("part-elsewhere", content) == []


def two_rates(one: str, other: str, **more) -> object:
    """The published pair of issue 13, in the words of a report."""
    return summary(
        figures={
            "contacts": figure(9645, label="contacts"),
            "contact-rate": figure(
                Decimal(one), unit="per-10000", label="contacts per 10,000 children"
            ),
            "referrals": figure(1580, label="referrals"),
            "referral-rate": figure(
                Decimal(other),
                unit="per-10000",
                **{"label": "referrals per 10,000 children", **more},
            ),
        }
    )


def test_rates_of_one_population_that_imply_two():
    (problem,) = found("rates-disagree", two_rates("232.9", "381.5"))
    assert (problem.severity, problem.key) == (ERROR, ("figures", "referral-rate", "value"))
    assert "imply a population of 41,410 to 41,421" in problem.message
    assert '"contacts", 9,645, imply 414,037 to 414,215' in problem.message


@pytest.mark.parametrize(
    "content",
    [
        two_rates("2328.9", "381.5"),  # 41,414 and 41,415
        two_rates("2329", "381.5"),
        two_rates("2330", "382"),  # within the rounding of both
        two_rates("232.9", "381.5", label="referrals per 10,000 households"),
        two_rates("232.9", "381.5", period="2016-17"),
        two_rates("232.9", "381.5", label="visits per 10,000 children"),
    ],
)
def test_rates_that_agree_or_are_of_others(content):
    assert found("rates-disagree", content) == []


def test_rates_that_name_one_whole_are_of_one_population():
    figures = {
        "contacts": figure(9645),
        "referrals": figure(1580),
        "people": figure(None, symbol="x", reason="To be supplied."),
    }
    for name, part, value in (("a", "contacts", "232.9"), ("b", "referrals", "381.5")):
        of = {"part": part, "whole": "people"}
        figures[name] = figure(Decimal(value), unit="per-10000", of=of)
    (problem,) = found("rates-disagree", summary(figures=figures))
    assert problem.key == ("figures", "b", "value")
    figures["people"] = figure(414126)  # now each is worked out by itself
    assert found("rates-disagree", summary(figures=figures)) == []
    assert [p.key for p in found("percentage", summary(figures=figures))] == [
        ("figures", "b", "value")
    ]


def test_of_three_rates_the_odd_one_is_named():
    figures = {}
    for name, count, value in (("a", 100, "1"), ("b", 2000, "200"), ("c", 3000, "300")):
        figures[name] = figure(count, label=f"{name}-calls")
        figures[f"rate-{name}"] = figure(
            Decimal(value), unit="per-10000", label=f"{name}-calls per 10,000 children"
        )
    (problem,) = found("rates-disagree", summary(figures=figures))
    assert problem.key == ("figures", "rate-a", "value")


MARCH = dt.date(2018, 3, 31)


def line(points: dict, series: dict | None = None, **own) -> object:
    """A series and a figure."""
    made = {"label": "Children in care", "source": "s", "points": points, **(series or {})}
    one = figure(**{"value": 1594, "label": "Children in care", "as_at": MARCH, **own})
    if "period" in own:
        del one["as_at"]
    return summary(figures={"in-care": one}, series={"line": made})


@pytest.mark.parametrize(
    "content",
    [
        line({"2017": 1440, "2018": 1549}),
        line({"2016-17": 1440, "2017-18": 1549}),
        line({"2017": 1440, "2018": 1549}, {"label": "Other", "same_as": "in-care"}, label="X"),
        line({"2017": 1440, "2018": 1549}, {"label": "Children in care at 31 March"}),
        line({"2016-17": 1440, "2017-18": 1549}, period="2017-18"),
        line({"2017": 1440, "2018": 1549}, period="2017-18"),
        line({"2017": 1440, "2018": 1549}, as_at="2018-03"),
        line({"Q3 2017-18": 1440, "Q4 2017-18": 1549}),
        line({"Q3 2017-18": 1440, "Q4 2017-18": 1549}, period="January to March 2018"),
        line({"February 2018": 1440, "March 2018": 1549}, as_at="2018-03"),
    ],
)
def test_a_point_that_is_not_the_figure_of_its_time(content):
    (problem,) = found("point-differs", content)
    assert (problem.severity, problem.key) == (ERROR, ("figures", "in-care", "value"))
    assert '"in-care" is 1,594, and the series "line" has 1,549' in problem.message


@pytest.mark.parametrize(
    "content",
    [
        line({"2017": 1440, "2018": 1594}),
        line({"2017": 1440, "2019": 1664}),
        line({"2017": 1440, "2018": 1549}, label="Children who came into care"),
        line({"2017": 1440, "2018": 1549}, {"definition": "Without short breaks."}),
        line({"2017": 1440, "2018": 1549}, as_at=dt.date(2018, 6, 30)),
        line({"2016-17": 1440, "2017-18": 1549}, as_at=dt.date(2018, 6, 30)),
        line({"Q3 2017-18": 1440, "Q4 2017-18": 1549}, as_at=dt.date(2018, 2, 28)),
        line({"Q3 2017-18": 1440, "Q4 2017-18": 1549}, period="2017-18"),
        line(
            {"2017": 1440, "2018": Decimal("56.3")},
            {"unit": "per-10000"},
            unit="per-10000",
            value=56,
        ),
        line({"2017": 1440, "2018": {"value": None, "symbol": "x", "reason": "Late."}}),
    ],
)
def test_a_point_that_is_equal_or_of_something_else(content):
    assert found("point-differs", content) == []


def test_what_same_as_promises_must_be_there():
    content = line({"2016": 1305, "2017": 1440}, {"same_as": "in-care"})
    (problem,) = found("point-differs", content)
    assert problem.key == ("series", "line", "same_as")
    assert "has no point of its time, 31 March 2018" in problem.message


def test_a_series_and_its_figure_have_one_unit(tmp_path):
    example = {
        "figures": {"rate": {**figure(56, unit="per-10000"), "source": "return"}},
        "series": {
            "line": {
                "label": "Children in care",
                "same_as": "rate",
                "points": {2016: 1305, 2017: 1440},
                "source": "return",
            }
        },
    }
    told = [p for p in problems(yaml.safe_dump(example), tmp_path) if p.code == "units-differ"]
    assert [p.key for p in told] == [("series", "line", "same_as")]


def moved(old: object, new: object, **series) -> list:
    """What is said of one point in two years' files."""
    made = {"label": "Children in care", "source": "s"}
    before = {**made, "points": {"2016": 1305, "2017": old}}
    now = {**made, "points": {"2016": 1305, "2017": new, "2018": 1594}, **series}
    return found(
        "series-changed",
        summary(series={"line": now}),
        before=summary(period="2016-17", series={"line": before}),
    )


def test_a_past_year_that_changed_in_silence():
    (problem,) = moved(1440, 1404)
    assert problem.key == ("series", "line", "points", "2017")
    assert "2017 is 1,404 here, and was 1,440 in the report of 2016-17" in problem.message
    assert "2017: {value: 1404, symbol: r}" in problem.hint


@pytest.mark.parametrize(
    ("old", "new", "series"),
    [
        (1440, 1440, {}),
        (1440, {"value": 1404, "symbol": "r"}, {}),
        ({"value": 1440, "symbol": "p"}, 1404, {}),
        (1440, {"value": None, "symbol": "u", "reason": "Doubtful."}, {}),
        (1440, 1404, {"definition": "Without short breaks."}),
    ],
)
def test_a_past_year_that_is_as_it_was_or_says_why(old, new, series):
    assert moved(old, new, **series) == []
