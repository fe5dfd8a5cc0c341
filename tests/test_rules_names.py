"""Two numbers under one name, comparisons that compare nothing, and charts of rates in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from hscb_report.story import describe
from hscb_report.summary.reading import Reader
from hscb_report.words.table import EN_GB
from hscb_report.year.looking import _claims
from rules import BY_ID, figure, found, subject, summary


def cards(*names: str) -> list[dict]:
    return [{"kind": "table", "figures": list(names)}]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({}, {}, True),
        ({}, {"label": "Children."}, True),
        ({}, {"name": "Children"}, True),
        ({"name": "Girls"}, {"name": "girls"}, True),
        ({"name": "Girls"}, {}, False),
        ({}, {"period": "2016-17"}, False),
        ({}, {"as_at": "2018-03-31"}, False),
        ({"unit": "percent"}, {}, False),
        ({"part_of": "plans"}, {"part_of": "care"}, True),
    ],
)
def test_two_numbers_under_one_name(one, other, told):
    wholes = {
        "plans": figure(90, label="on a plan"),
        "care": figure(90, label="in care"),
    }
    figures = {"a": figure(9, **one), "b": figure(8, **{**other, **dated(other)}), **wholes}
    problems = found("same-name", summary(figures=figures))
    assert [p.key[1] for p in problems] == ["b"] * told


def dated(other: dict) -> dict:
    return {"as_at": dt.date(2018, 3, 31)} if "as_at" in other else {}


def test_in_one_block_another_time_does_not_tell_them_apart():
    figures = {"a": figure(9), "b": figure(8, period="2016-17")}
    assert found("same-name", summary(figures=figures, blocks=cards("a") + cards("b"))) == []
    (problem,) = found("same-name", summary(figures=figures, blocks=cards("a", "b")))
    assert problem.message == '"Children" is what both "a" and "b" are called'


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ([{}], [{}], ""),
        ([{"definition": "All."}], [{"definition": "Some."}], "definition"),
        ([{"definition": "All."}, {}], [{"definition": "Some."}, {}], ""),
        ([{"unit": "percent"}], [{}], "percentage"),
        ([{"value": None, "symbol": "c", "reason": "Small."}], [{}], "2016-17"),
        ([{}], [{"value": None, "symbol": "x", "reason": "To come."}], ""),
        ([{}], [{"value": None, "symbol": "c", "reason": "Small."}], "2017-18"),
    ],
)
def test_a_comparison_that_compares_nothing(before, now, told):
    def year(period: str, several: list[dict], **more):
        figures = {
            f"f{n}": {**figure(9, label=f"children {n}"), "period": period, **one}
            for n, one in enumerate(several)
        }
        return summary(period=period, figures=figures, **more)

    earlier = year("2016-17", before)
    names = [f"f{n}" for n in range(len(now))]
    later = year("2017-18", now, blocks=[{"kind": "change", "figures": names, "since": "2016-17"}])
    asked = subject(later, earlier)
    asked = replace(asked, loaded=replace(asked.loaded, earlier={"2016-17": earlier}))
    findings = list(BY_ID["not-comparable"].find(asked))
    assert bool(findings) == bool(told)
    assert all(told in one.message for one in findings)


def test_the_words_of_a_chart_of_rates_say_per_what():
    rate = figure(Decimal("232.9"), unit="per-10000", label="contacts")
    gap = {**rate, "value": None, "symbol": "x", "reason": "Not supplied."}
    reader = Reader(summary(figures={"a": rate, "b": gap}))
    for said in (
        describe.bars(
            [("Here", reader.figure("a")), ("There", reader.figure("b"))], "", EN_GB.charts
        ),
        describe.areas(reader.all, "", EN_GB.charts),
    ):
        assert "232.9 per 10,000" in str(said.alt)
        assert "Not available [x]: Not supplied" in str(said.alt)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Of 9,645 contacts.", ["9,645"]),
        ("Two thirds of them; 12% and £1.2m.", ["Two", "thirds", "12%", "£1.2m"]),
        ("Pooled over three years.", ["three"]),
        ("All contacts, each counted once, by one-off or two-way calls.", []),
        ("Section 47 enquiries begun on 1 April.", []),
        ("Of {contacts}.", []),
    ],
)
def test_numbers_of_a_definition_are_listed(text, numbers):
    assert _claims(("figures", "a", "definition"), text) == numbers
    assert _claims(("series", "a", "definition"), text) == numbers
