"""Ratios in words beside the numbers: what contradicts them, and what is nearly so and is right."""

from __future__ import annotations

import pytest

from hscb_report.checks.ratios import ratios
from rules import cards, figure, found, summary


def section(heading: str, text: str = "Words.", share: int = 950) -> object:
    figures = {
        "plans": figure(1294, label="children on a plan", noun="plans"),
        "neglect": figure(share, label="because of neglect", part_of="plans"),
        "english": figure(94, unit="percent", label="of pupils speak English"),
    }
    return summary(
        figures=figures,
        sections=[
            {
                "heading": heading,
                "blocks": [{"kind": "part", "figure": "neglect"}, {"kind": "text", "text": text}],
            }
        ],
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Neglect is the reason for nearly three in four plans",
        "Three quarters of plans are because of neglect",
        "Over 7 in 10 plans",
        "More than two thirds of plans",
        "One in four plans has another reason, not neglect",
        "Neglect: 73% of plans",
        "One in five told us so",
        "Half of the team",
        "A quarter of a century",
        "Less than four in five plans",
        "Over half of plans",
        "Two in five families moved",
        "Plans in 12 areas, one in each",
        # each number has its own words
        "Four in five carers felt supported, and nearly three in four plans were for neglect",
        "Half of our schools answered, while neglect was behind 950 plans",
        "Of {plans} plans nearly three in four were for neglect, but two thirds of schools knew",
        "950 plans were because of neglect; a third of visits were late",
        # near is not about
        "Two thirds of schools took part",
        "Four in five answered our survey",
        "Two in five plans were late",
    ],
)
def test_a_ratio_that_holds_or_is_of_something_else(heading):
    assert [p.message for p in found("ratio", section(heading))] == []


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Half of all plans are because of neglect", "Half"),
        ("7 in 10 plans", "7 in 10"),
        ("Neglect is behind two in five plans", "two in five"),
        ("Over three in four plans", "three in four"),
        ("Nearly two thirds of plans", "two thirds"),
        ("Neglect: 75% of plans", "75%"),
        ("Neglect is behind nine out of ten plans", "nine out of ten"),
        ("Four in five", "Four in five"),
        ("Half of them were because of neglect", "Half"),
        ("In 12 areas, half of plans were because of neglect", "half"),
        ("Half of plans were because of neglect, and 12 areas had more", "Half"),
        ("Half of {plans} plans were because of neglect", "Half"),
    ],
)
def test_a_ratio_that_contradicts_its_figure(heading, said):
    (problem,) = found("ratio", section(heading))
    assert f'"{said}"' in problem.message
    assert "73.4%" in problem.message
    assert ("write 73%" if "%" in said else "write nearly three in four") in problem.hint


def test_ratios_in_labels_and_in_the_introduction():
    figures = {
        "plans": figure(1294, label="children on a plan", noun="plans"),
        "neglect": figure(950, label="of plans, half of them", part_of="plans"),
    }
    blocks = [{"kind": "part", "figure": "neglect"}]
    assert [p.key for p in found("ratio", summary(figures=figures, blocks=blocks))] == [
        ("figures", "neglect", "label")
    ]
    figures["neglect"]["label"] = "because of neglect"
    for introduction, wrong in (
        ("Two thirds of plans are for neglect.", 1),
        ("Three quarters of plans are for neglect.", 0),
        ("Two thirds of it.", 0),
        ("A third of plans began in spring.", 0),
    ):
        assert len(found("ratio", summary(figures=figures, introduction=introduction))) == wrong


def test_the_tolerance_of_a_ratio():
    assert found("ratio", section("Three in four plans")) == []
    assert len(found("ratio", section("Three in four plans"), ratio_points=1)) == 1
    assert len(found("ratio", section("Three in four plans", share=650))) == 1


def test_ratios_in_words():
    assert [
        (r.words, round(r.share), r.side)
        for r in ratios("Two in five, nearly three quarters of it, over 7 out of 10, half the team")
    ] == [
        ("Two in five", 40, ""),
        ("three quarters", 75, "nearly"),
        ("7 out of 10", 70, "above"),
        ("half", 50, ""),
    ]
    assert (
        list(
            ratios(
                "9 in 2018, 5 in 4, one in particular, two in one, a half day, every quarter, 3 "
                "in 11"
            )
        )
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "Four in five foster carers felt supported.",
        "Half of our partners attended.",
        "A quarter of children in Hampshire schools walk there.",
        "90% of practitioners in Hampshire agreed.",
        "It stopped a quarter of the way through the year.",
        "It met in the first half of the year.",
        "It was done in the 2nd quarter of 2017-18.",
    ],
)
def test_ratios_about_other_things(text):
    figures = {
        "english": figure(
            94,
            unit="percent",
            label="of children in Hampshire have English as their first language",
        )
    }
    blocks = [cards("english"), {"kind": "text", "text": text}]
    assert found("ratio", summary(figures=figures, blocks=blocks)) == []
