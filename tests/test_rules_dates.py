"""Each rule about dates and years: content that it finds, and content that is nearly so and is
right.
"""

from __future__ import annotations

import datetime as dt

import pytest

from rules import cards, figure, found, summary


def test_a_break_says_what_changed():
    def line(**more):
        return summary(
            series={
                "line": {
                    "label": "L",
                    "source": "s",
                    "points": {"2017": 900, "2018": {"value": 100, "symbol": "b"}},
                    **more,
                }
            }
        )

    (problem,) = found("undefined", line())
    assert problem.key == ("series", "line", "points", "2018")
    assert found("undefined", line(definition="Since 2018 without respite care.")) == []
    assert len(found("undefined", summary(figures={"a": figure(900, symbol="e")}))) == 1
    assert found("undefined", summary(figures={"a": figure(900, symbol="r")})) == []


@pytest.mark.parametrize(
    ("when", "outside"),
    [
        ({"as_at": "2018-03-31"}, False),
        ({"as_at": "2017-04-01"}, False),
        ({"as_at": "2018-04-01"}, True),
        ({"as_at": "2017-03-31"}, True),
        ({"period": "2016-17"}, True),
        ({"period": "2017-18"}, False),
        ({"period": "2018"}, False),
        ({"period": "April to June 2019"}, True),
        ({"period": "Q4 2017-18"}, False),
        ({"period": "Q1 2018-19"}, True),
        ({"period": "spring 2019"}, False),
        ({"as_at": "2018-03"}, False),
        ({"as_at": "2018-04"}, True),
    ],
)
def test_a_date_outside_the_period(when, outside):
    when = {
        key: dt.date.fromisoformat(value) if key == "as_at" and len(value) > 7 else value
        for key, value in when.items()
    }
    data = {"value": 100, "label": "children", "source": "s", **when}
    assert bool(found("outside-period", summary(figures={"a": data}))) == outside


def test_dates_that_differ_on_one_chart():
    day = dt.date(2018, 3, 31)
    figures = {
        "a": figure(100),
        "b": figure(90, as_at=day),
        "c": figure(80),
        "d": figure(70, part_of="b"),
    }
    blocks = [
        {"kind": "bars", "figures": ["a", "b"]},
        {"kind": "bars", "figures": ["a", "c"]},
        cards("a", "b"),
        {"kind": "part", "figure": "d"},
    ]
    assert [p.key[3] for p in found("dates-differ", summary(figures=figures, blocks=blocks))] == [
        0,
        3,
    ]


def years(now: dict, before: dict, **checks) -> dict[str, list[str]]:
    last = summary(
        period="2016-17",
        figures={name: {**data, "period": "2016-17"} for name, data in before.items()},
    )
    return {
        rule: [p.key[1] for p in found(rule, summary(figures=now), before=last, **checks)]
        for rule in ("big-change", "same-as-last-year")
    }


def test_changes_since_last_year():
    before = {
        "grew": figure(1000),
        "fell": figure(1000),
        "steady": figure(1000),
        "few": figure(10),
        "share": figure(40, unit="percent"),
        "point": figure(40, unit="percent"),
        "other": figure(1000),
        "gone": figure(7),
        "new-way": figure(500),
        "zero": figure(0),
        "digit": figure(87),
    }
    now = {
        "grew": figure(1251),
        "fell": figure(749),
        "steady": figure(1250),
        "few": figure(40),
        "share": figure(51, unit="percent"),
        "point": figure(50, unit="percent"),
        "other": figure(None, symbol="x", reason="None."),
        "new-way": figure(900, definition="Counted anew."),
        "new": figure(9),
        "zero": figure(900),
        "digit": figure(8),
    }
    assert years(now, before)["big-change"] == ["grew", "fell", "share", "zero", "digit"]
    assert years(now, before, change_percent=50, change_points=20)["big-change"] == [
        "zero",
        "digit",
    ]
    moved_on = (
        {"a": figure(500, definition="Counted on 31 March 2018.")},
        {"a": figure(114, definition="Counted on 31 March 2017.")},
    )
    assert years(*moved_on)["big-change"] == ["a"], (
        "a definition that moved on with the year is the same"
    )
    assert years({"a": figure(500, symbol="b")}, {"a": figure(114)})["big-change"] == [], (
        "a break in the series is said already"
    )


def test_last_years_number_pasted_in():
    before = {
        "plans": figure(1294),
        "forums": figure(4),
        "english": figure(94, unit="percent"),
        "grant": figure(5000, unit="pounds"),
        "moved": figure(1295),
    }
    assert years({**before, "moved": figure(1296)}, before)["same-as-last-year"] == ["plans"]


def test_without_a_file_of_last_year_nothing_is_said():
    content = summary(figures={"a": figure(1000)})
    assert found("big-change", content) == found("same-as-last-year", content) == []


@pytest.mark.parametrize(
    ("label", "count"),
    [
        ("children at the end of March 2018", 0),
        ("children at the end of March 2017", 1),
        ("children on 31 March 2018", 0),
        ("children on 30 March 2018", 1),
        ("children", 0),
        ("children since 2014", 0),
    ],
)
def test_dates_in_words(label, count):
    assert (
        len(
            found(
                "date-in-words",
                summary(figures={"a": figure(100, label=label, as_at=dt.date(2018, 3, 31))}),
            )
        )
        == count
    )
