"""Each rule about parts and percentages: content that it finds, and content that is nearly so and
is right.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from rules import figure, found, percent, summary


@pytest.mark.parametrize(
    ("value", "due"),
    [
        ("42", None),
        ("41.7", None),
        ("41.67", None),
        ("41", "42"),
        ("41.6", "41.7"),
        ("42.0", "41.7"),
    ],
)
def test_a_percentage_follows_from_its_counts(value, due):
    problems = found("percentage", percent(value))
    assert [p.hint.split(",")[0] for p in problems] == ([f"write {due}"] if due else [])


def test_a_percentage_rounds_half_up_and_waits_for_its_counts():
    assert found("percentage", percent("3", 5, 200)) == []  # 2.5, which Python's round() makes 2
    assert found("percentage", percent("99", None)) == []
    assert found("percentage", percent("99", 0, 0)) == []


def parts(*values: int, whole: int = 100, **more) -> object:
    figures = {"plans": figure(whole)} | {
        f"part-{i}": figure(value, part_of="plans", **more) for i, value in enumerate(values)
    }
    return summary(figures=figures)


def test_parts_of_one_breakdown_fill_their_whole_at_most():
    assert found("parts-overfill", parts(60, 40, breakdown="age")) == []
    (problem,) = found("parts-overfill", parts(60, 41, breakdown="age"))
    assert (problem.severity, problem.key) == ("error", ("figures", "part-1", "value"))
    assert "add up to 101" in problem.message
    assert found("parts-overfill", parts(60, 41)) == []


def test_parts_that_may_overlap_are_asked_about_until_the_content_says_so():
    (problem,) = found("parts-overlap", parts(60, 41))
    assert problem.severity == "warning"
    assert found("parts-overlap", parts(60, 40)) == []
    content = summary(
        figures={
            "plans": figure(100),
            "neglect": figure(60, part_of="plans", breakdown="reason"),
            "young": figure(50, part_of="plans"),
        }
    )
    assert found("parts-overlap", content) == []
    nested = summary(
        figures={"a": figure(100), "b": figure(90, part_of="a"), "c": figure(80, part_of="b")}
    )
    assert found("parts-overlap", nested) == []


def test_a_percentage_says_of_what():
    assert (
        len(
            found(
                "undefined", summary(figures={"a": figure(94, unit="percent", label="attendance")})
            )
        )
        == 1
    )
    for more in (
        {"label": "of pupils attend"},
        {"label": "attendance", "definition": "Sessions of all pupils."},
    ):
        assert found("undefined", summary(figures={"a": figure(94, unit="percent", **more)})) == []
    assert found("undefined", percent("42")) == []


def test_a_part_of_another_day_or_source():
    day, other = dt.date(2018, 3, 31), dt.date(2018, 6, 30)
    base = {"whole": figure(1600, as_at=day), "part": figure(1160, as_at=day, part_of="whole")}
    assert found("part-elsewhere", summary(figures=base)) == []
    (problem,) = found(
        "part-elsewhere",
        summary(figures={**base, "part": figure(1160, as_at=other, part_of="whole")}),
    )
    assert (problem.key, problem.severity) == (("figures", "part", "part_of"), "error")
    assert "30 June 2018" in problem.message
    assert (
        found(
            "part-elsewhere",
            summary(
                figures={
                    **base,
                    "part": figure(None, as_at=other, part_of="whole", symbol="x", reason="None."),
                }
            ),
        )
        == []
    )


@pytest.mark.parametrize(("value", "count"), [("0.94", 1), ("1", 0), ("94", 0), ("0", 0)])
def test_a_percentage_that_is_a_fraction(value, count):
    assert (
        len(found("fraction", summary(figures={"a": figure(Decimal(value), unit="percent")})))
        == count
    )
