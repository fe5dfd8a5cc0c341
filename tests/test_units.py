"""Units and numbers that are not exact: printed, answered where they are mistyped, and what may be
worked out from them.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
from pydantic import ValidationError

from conftest import ROOT
from hscb_report.summary import printed
from hscb_report.summary.changes import change
from hscb_report.summary.document import Summary
from hscb_report.summary.export import figures_csv
from hscb_report.summary.growth import growth
from hscb_report.summary.reading import Reader
from hscb_report.summary.units import MINUS, UNITS, Show
from mistakes import answered
from pages import read, tables
from rules import figure, summary


@pytest.mark.parametrize(
    ("keys", "number", "sentence"),
    [
        ({"value": Decimal("2.4"), "unit": "number"}, "2.4", "2.4 children"),
        ({"value": 27, "unit": "days"}, "27 days", "27 days children"),
        ({"value": 1, "unit": "days"}, "1 day", "1 day children"),
        ({"value": Decimal("3.5"), "unit": "years"}, "3.5 years", "3.5 years children"),
        ({"value": Decimal("1.0"), "unit": "hours"}, "1.0 hours", "1.0 hours children"),
        ({"value": Decimal("4.1"), "unit": "per-1000"}, "4.1 per 1,000", "4.1 per 1,000 children"),
        ({"value": 25, "unit": "per-100000"}, "25 per 100,000", "25 per 100,000 children"),
        ({"value": -3, "unit": "points"}, "−3 percentage points", "−3 percentage points children"),
        ({"value": 1, "unit": "points"}, "1 percentage point", "1 percentage point children"),
        ({"value": -12, "unit": "difference"}, "−12", "−12 children"),
        ({"value": -250, "unit": "pounds"}, "−£250", "−£250 children"),
        ({"value": 300, "bound": "over"}, "over 300", "over 300 children"),
        ({"value": 5, "bound": "under", "symbol": "p"}, "under 5 [p]", "under 5 [p] children"),
        ({"value": 1200, "bound": "about"}, "about 1,200", "about 1,200 children"),
        ({"value": 80, "bound": "over", "unit": "percent"}, "over 80%", "over 80% children"),
    ],
)
def test_how_numbers_are_printed(keys, number, sentence):
    reading = Reader(summary(figures={"f": figure(**keys)})).figure("f")
    assert (reading.number, reading.sentence) == (number, sentence)
    assert "-" not in reading.sentence  # a hyphen is not read aloud


@pytest.mark.parametrize(
    ("value", "show", "bound", "number", "in_full", "rounded"),
    [
        (1234567, "millions", None, "£1.2m", "£1,234,567", True),
        (1_000_000, "millions", None, "£1m", "£1,000,000", False),
        (1_040_000, "millions", None, "£1.0m", "£1,040,000", True),
        (-200_000, "millions", None, "−£0.2m", "−£200,000", False),
        (50_000, "millions", None, "£0.1m", "£50,000", True),
        (1_290_000, "millions", "over", "over £1.2m", "over £1,290,000", True),
        (1_210_000, "millions", "under", "under £1.3m", "under £1,210,000", True),
        (125_340, "thousands", None, "£125,000", "£125,340", True),
        (125_000, "thousands", None, "£125,000", "£125,000", False),
    ],
)
def test_money_is_rounded_where_it_is_printed_and_said_in_full_in_tables(
    value, show, bound, number, in_full, rounded
):
    keys = {"unit": "pounds", "show": show, "bound": bound, "label": "spent"}
    made = summary(figures={"f": figure(value, **keys)})
    reading = Reader(made).figure("f")
    assert (reading.number, reading.headline, reading.in_full) == (number, number, in_full)
    assert (f"Rounded to {number} elsewhere." in reading.notes) == rounded
    assert f",{value}," in figures_csv(Reader(made)).decode()
    assert bool(reading.number.refs[0].rounded) == rounded


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ({"value": -1}, "negative"),
        ({"value": -1, "unit": "days"}, "negative"),
        ({"value": Decimal("-0.5"), "unit": "per-1000"}, "negative"),
        ({"value": None, "symbol": "x", "reason": "R.", "bound": "over"}, "bound-for-missing"),
        ({"value": -3, "unit": "points", "bound": "under"}, "bound-below-zero"),
        ({"value": 0, "bound": "under"}, "empty-bound"),
        ({"value": 100, "unit": "percent", "bound": "over"}, "empty-bound"),
        ({"value": 5, "show": "millions"}, "show"),
        ({"value": 40_000, "unit": "pounds", "show": "millions"}, "too-small-to-show"),
        ({"value": 400, "unit": "pounds", "show": "thousands"}, "too-small-to-show"),
        ({"value": 5, "bound": "at least"}, "literal_error"),
        ({"value": 5, "unit": "day"}, "literal_error"),
    ],
)
def test_a_number_that_cannot_be_one_of_its_unit(keys, kind):
    with pytest.raises(ValidationError) as caught:
        summary(figures={"f": figure(**keys)})
    assert [error["type"] for error in caught.value.errors()] == [kind]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "message", "hint"),
    [
        ("value: 87\n", "value: -87\n", "negative", "camhs", "a count cannot", "unit: difference"),
        (
            "    value: 87\n",
            "    value: 87\n    unit: day\n",
            "choice",
            "unit: day",
            "not one of the choices",
            'did you mean "days"',
        ),
        (
            "    value: 87\n    label: admitted",
            "    value: 87\n    unit: days\n    label: Days until admitted",
            "said-twice",
            "Days",
            '"days" is printed with the number',
            "begin the label with the words behind it",
        ),
        (
            "    value: 18240\n",
            "    value: 18240\n    bound: over\n    lead: more than\n",
            "said-twice",
            "more than",
            'stands before a number that is printed as "over 18,240"',
            'write no "more than" here: bound says it',
        ),
        (
            "    value: 18240\n",
            "    value: 18240\n    show: millions\n",
            "show",
            "contacts",
            "only money",
            "remove show, or write unit: pounds",
        ),
    ],
)
def test_a_slip_with_a_unit_is_answered(sample, old, new, code, line, message, hint):
    answered(sample, old, new, code, line, message, hint)


def problems(figures: dict, blocks: list | None = None, text: str = "Words.") -> list[str]:
    """What the parts of a content say of one another."""
    from hscb_report.summary.relations import problems_in
    from hscb_report.summary.tree import Tree

    data = summary().model_dump(exclude_none=True)
    section = {"heading": "H", "blocks": blocks or [{"kind": "text", "text": text}]}
    made = Summary.model_validate({**data, "figures": figures, "sections": [section]})
    return [one.code for one in problems_in(made, Tree(Path("c.yaml"), []), [])]


@pytest.mark.parametrize(
    ("part", "whole", "found"),
    [
        ({"value": 301}, {"value": 300}, True),
        ({"value": 300, "bound": "over"}, {"value": 300}, True),
        ({"value": 299, "bound": "over"}, {"value": 300}, False),
        ({"value": 310, "bound": "about"}, {"value": 300}, False),
        ({"value": 310, "bound": "under"}, {"value": 300}, False),
        ({"value": 310}, {"value": 300, "bound": "over"}, False),
        ({"value": 5}, {"value": 5, "bound": "under"}, True),
        ({"value": 310}, {"value": 300, "bound": "about"}, False),
    ],
)
def test_a_part_is_surely_greater_than_its_whole_or_may_be_less(part, whole, found):
    figures = {"p": figure(**part, part_of="w"), "w": figure(**whole)}
    assert problems(figures) == ["part-over-whole"] * found


def test_what_is_below_zero_or_a_difference_is_no_part_and_no_circle():
    pounds = {"unit": "pounds"}
    below = {"a": figure(-5, part_of="b", **pounds), "b": figure(10, **pounds)}
    assert problems(below) == ["no-part"]
    points = {"a": figure(5, unit="points", part_of="b"), "b": figure(9, unit="points")}
    assert problems(points) == ["no-part"]
    two = {"a": figure(-5, **pounds), "b": figure(10, **pounds)}
    assert problems(two, [{"kind": "compare", "items": ["a", "b"]}]) == ["below-zero"]
    assert problems(two, [{"kind": "bars", "figures": ["a", "b"]}]) == []
    assert problems({"a": figure(300, bound="over")}, text="More than {a} came.") == ["said-twice"]
    assert problems({"a": figure(300, bound="over")}, text="Moreover {a} came.") == []


def test_a_bound_has_a_capital_where_a_sentence_begins_and_nowhere_else():
    label = "{a} of them came"
    figures = {"a": figure(300, bound="over"), "b": figure(9, bound="under", label=label)}
    reader = Reader(summary(figures=figures))
    said = reader.plain("{a} came. **{a}** came? In all {a}, 2. {b:words} {b:Words}")
    assert said == "Over 300 came. Over 300 came? In all over 300, 2. under nine Under nine"
    assert reader.figure("b").sentence == "under 9 over 300 of them came"
    assert reader.figure("b").name == "Over 300 of them came"


@pytest.mark.parametrize(
    ("unit", "before", "now", "said", "grown"),
    [
        ("days", 29, Decimal("27.5"), "Down 1.5 days", "1.5 days less than in 2014"),
        ("days", 27, 28, "Up 1 day", "1 day more than in 2014"),
        ("number", Decimal("2.4"), Decimal("2.6"), "Up 0.2", "0.2 more than in 2014"),
        ("points", 2, -1, "Down 3 percentage points", "3 percentage points less than in 2014"),
        ("difference", -12, 4, "Up 16", "16 more than in 2014"),
        ("pounds", 200, -50, "Down £250", "£250 less than in 2014"),
        ("per-1000", Decimal("4.1"), 4, "Down 0.1 per 1,000", "0.1 lower than in 2014"),
        ("years", 2, 2, "No change", "The same as in 2014"),
    ],
)
def test_a_change_is_said_in_the_words_of_its_unit(unit, before, now, said, grown):
    years = [
        Reader(summary(period=year, figures={"f": {**figure(value, unit=unit), "period": year}}))
        for year, value in (("2016-17", before), ("2017-18", now))
    ]
    assert change("f", *years).said == said
    assert growth(before, now, unit, "2014") == grown


@pytest.mark.parametrize("year", ["2016-17", "2017-18"])
def test_a_number_that_is_not_exact_is_compared_with_none(year):
    years = [
        Reader(
            summary(
                period=one,
                figures={
                    "f": {
                        **figure(300, **({"bound": "over"} if one == year else {})),
                        "period": one,
                    }
                },
            )
        )
        for one in ("2016-17", "2017-18")
    ]
    found = change("f", *years)
    assert (found.said, found.difference) == ("Not comparable", None)
    assert found.why_not == f"the number for {year} is not exact"


def test_what_is_shown_and_what_is_bound_are_choices_of_the_schema():
    assert get_args(Show) == ("thousands", "millions")
    assert MINUS == "−"


def test_the_guide_says_what_is_printed():
    told = next(t for t in tables(read(ROOT / "docs/content.md")) if t[0][0] == "`unit`")[1:]
    names = [row[0].split("`")[1] for row in told]
    assert names == list(UNITS)
    for name, (_, typed, text) in zip(names, told, strict=True):
        value = Decimal(typed.strip("`"))
        assert printed.number(value, name) == text
