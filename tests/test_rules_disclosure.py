"""Who could be recognised: small counts in figures, percentages, differences and texts."""

from __future__ import annotations

import pytest

from hscb_report.checks.disclosure import counts_people
from hscb_report.summary.figures import Figure
from labelled_counts import PEOPLE, THINGS
from rules import figure, found, percent, summary


@pytest.mark.parametrize(("value", "small"), [(0, False), (1, True), (5, True), (6, False)])
def test_small_counts_of_people(value, small):
    content = summary(figures={"a": figure(value)})
    problems = found("small-count", content)
    assert bool(problems) == small
    assert all(p.severity == "error" and "symbol: c" in p.hint for p in problems)
    assert bool(found("small-count", content, suppress_up_to=10)) == (value > 0)
    assert found("small-count", summary(figures={"a": figure(value, counts="things")})) == []
    assert found("small-count", summary(figures={"a": figure(value, unit="per-10000")})) == []


def test_small_counts_in_a_series():
    points = {"2016": 12, "2017": 3, "2018": 0}
    (problem,) = found(
        "small-count", summary(series={"a": {"label": "Children", "source": "s", "points": points}})
    )
    assert problem.key == ("series", "a", "points", "2017")
    assert (
        found(
            "small-count",
            summary(
                series={
                    "a": {"label": "Children", "source": "s", "counts": "things", "points": points}
                }
            ),
        )
        == []
    )


@pytest.mark.parametrize(
    ("label", "people"),
    [
        ("Conferences attended by {p} professionals", False),
        ("Regional Practitioner Forums attended by people", False),
        ("'deep-dive' multi-agency audits undertaken", False),
        ("small areas are in the most deprived", False),
        ("Distinct multi-agency training courses", False),
        ("agencies submitted a self-assessment", False),
        ("workshops in schools", False),
        ("policies", False),
        ("children in two areas", True),
        ("child deaths", True),
        ("admitted to inpatient care", True),
        ("of which were in schools", True),
        ("young people from schools", True),
        ("Regional practitioners", True),
        ("", True),
    ],
)
def test_who_is_counted_is_told_from_the_label(label, people):
    assert counts_people(Figure.model_construct(label=label, counts=None)) == people


def test_things_are_not_taken_for_people_nor_people_for_things():
    def are_people(label: str) -> bool:
        return counts_people(Figure.model_construct(label=label, counts=None))

    assert [label for label in THINGS if are_people(label)] == []
    assert [label for label in PEOPLE if not are_people(label)] == []


@pytest.mark.parametrize(
    ("text", "found_there"),
    [
        ("We lost three children.", "three children"),
        ("In 2 of our young people.", "2 of our young people"),
        ("There were 4 babies.", "4 babies"),
        ("We met six children.", ""),
        ("Three children's centres opened.", ""),
        ("One in three children.", ""),
        ("4 pupil referral units", ""),
        ("Aged 3, children start.", ""),
        ("We have four young people representatives.", ""),
        ("We met 3 schools.", ""),
        ("3 years. Children grow.", ""),
    ],
)
def test_small_counts_in_text(text, found_there):
    assert [p.message.split('"')[1] for p in found("small-count-in-text", summary(text))] == (
        [found_there] if found_there else []
    )


def test_percentages_built_on_small_counts():
    assert len(found("small-percentage", percent("4", 4))) == 1
    assert len(found("small-percentage", percent("4", None))) == 1
    assert found("small-percentage", percent("6", 6)) == []
    assert found("small-percentage", percent("0", 0)) == []


HIDDEN = figure(None, symbol="c", reason="Small.", part_of="plans")


def known(value: int) -> dict:
    return figure(value, part_of="plans")


@pytest.mark.parametrize(
    ("group", "says"),
    [
        ({"a": known(60), "b": known(37), "c": HIDDEN}, "can be found by subtraction"),
        ({"a": known(60), "c": HIDDEN}, ""),  # 40 are left: there are other parts
        ({"a": known(60), "b": known(38), "c": HIDDEN, "d": HIDDEN}, "each must be 1"),
        ({"a": known(60), "b": known(30), "c": HIDDEN, "d": HIDDEN}, "each must be 5"),
        ({"a": known(60), "b": known(33), "c": HIDDEN, "d": HIDDEN}, ""),
        (
            {
                "a": known(60),
                "b": known(37),
                "c": figure(None, symbol="x", reason="Lost.", part_of="plans"),
            },
            "",
        ),
        ({"a": known(97)}, "3 belong to no part"),
        ({"a": known(100)}, ""),
        ({"a": known(94)}, ""),
        ({"a": known(60), "b": known(37)}, ""),  # they may overlap
        (
            {"a": {**known(60), "breakdown": "age"}, "b": {**known(37), "breakdown": "age"}},
            "3 belong to no part",
        ),
    ],
)
def test_small_counts_by_subtraction(group, says):
    problems = found("by-subtraction", summary(figures={"plans": figure(100), **group}))
    assert [says in p.message for p in problems] == ([True] if says else [])


def test_things_may_be_subtracted():
    assert (
        found(
            "by-subtraction",
            summary(figures={"plans": figure(100, label="audits"), "a": known(97)}),
        )
        == []
    )


def test_the_next_smallest_is_named():
    (problem,) = found(
        "by-subtraction",
        summary(figures={"plans": figure(100), "a": known(60), "b": known(37), "c": HIDDEN}),
    )
    assert (
        problem.hint
        == "make the next smallest part confidential as well: b, with value: null and symbol: c"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("One child died.", "One child"),
        ("A single baby was placed.", "A single baby"),
        ("We spoke to 3 looked-after children.", "3 looked-after children"),
        ("There were two unaccompanied children.", "two unaccompanied children"),
        ("Two of the 41 children moved.", "Two of the 41 children"),
        ("Three (3) children moved.", "Three (3) children"),
        ("Two mothers were heard.", "Two mothers"),
        ("It met 4 victims.", "4 victims"),
        ("We spoke to 3 children in care.", "3 children"),
        ("One child in care died.", "One child"),
        ("Two children in need moved.", "Two children"),
        ("Two boys in custody were heard.", "Two boys"),
    ],
)
def test_few_children_in_a_text(text, said):
    (problem,) = found("small-count-in-text", summary(introduction=text))
    assert f'"{said}" is so few' in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "Fewer than 5 children moved.",
        "Between one and five children moved.",
        "One child in ten is helped.",
        "One child in 10 is helped.",
        "Two children in five are helped.",
        "Two children in every class are helped.",
        "One baby in a thousand is ill.",
        "One in four children is helped.",
        "One child protection conference was late.",
        "At most 3 children moved.",
        "Six children moved.",
        "No child was hurt.",
        "Each one of us helps.",
    ],
)
def test_texts_that_give_nobody_away(text):
    assert found("small-count-in-text", summary(introduction=text)) == []


@pytest.mark.parametrize(
    ("label", "people"),
    [
        ("Initial child protection conferences", True),
        ("Section 47 strategy meetings", True),
        ("Missing person alerts", True),
        ("visits to hospital by children", True),
        ("Conferences attended by professionals", False),
        ("Regional Practitioner Forums", False),
        ("multi-agency audits of children's files", False),
    ],
)
def test_who_is_counted(label, people):
    assert bool(found("small-count", summary(figures={"a": figure(3, label=label)}))) == people


def test_what_a_percentage_leaves_over():
    figures = {
        "whole": figure(20),
        "part": figure(17),
        "share": figure(85, unit="percent", of={"part": "part", "whole": "whole"}),
    }
    assert [p.key[1] for p in found("by-subtraction", summary(figures=figures))] == ["share"]
    assert (
        found(
            "by-subtraction",
            summary(
                figures={
                    **figures,
                    "part": figure(10),
                    "share": figure(50, unit="percent", of={"part": "part", "whole": "whole"}),
                }
            ),
        )
        == []
    )
