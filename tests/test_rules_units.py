"""What the rules make of units, of numbers below zero, and of numbers that are not exact."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from rules import figure, found, summary


@pytest.mark.parametrize(
    ("keys", "small"),
    [
        ({"value": 4}, True),
        ({"value": 5, "bound": "under"}, False),
        ({"value": 10, "bound": "under"}, False),
        ({"value": 2, "bound": "under"}, True),  # it is one, if it is any
        ({"value": 1, "bound": "under"}, False),
        ({"value": 4, "bound": "about"}, True),
        ({"value": 3, "bound": "over"}, False),
        ({"value": 4, "unit": "days"}, False),
        ({"value": -3, "unit": "difference"}, False),
    ],
)
def test_under_five_is_no_small_count_and_four_is_one(keys, small):
    problems = found("small-count", summary(figures={"a": figure(**keys)}))
    assert len(problems) == small
    if "bound" in keys and small:
        assert f"{keys['bound']} {keys['value']} is a count" in problems[0].message


def parts(**of_b) -> dict:
    whole = {"part_of": "all", "breakdown": "age"}
    return {"all": figure(100), "a": figure(97, **whole), "b": figure(**of_b, **whole)}


@pytest.mark.parametrize(
    ("b", "said"),
    [
        ({"value": 5, "bound": "under"}, 'the number behind "under 5" can be found'),
        ({"value": 1, "bound": "over"}, ""),
        ({"value": 3, "bound": "about"}, ""),
        ({"value": 60, "bound": "under"}, ""),
    ],
)
def test_a_whole_and_its_other_parts_give_away_what_is_under_five(b, said):
    problems = found("by-subtraction", summary(figures=parts(**b)))
    assert len(problems) == bool(said) and all(said in one.message for one in problems)


def test_a_whole_that_is_not_exact_gives_nothing_away_and_is_not_overfilled():
    figures = parts(value=5, bound="under")
    figures["all"] = figure(100, bound="about")
    made = summary(figures=figures)
    for rule in ("by-subtraction", "parts-overfill", "parts-overlap"):
        assert found(rule, made) == []


@pytest.mark.parametrize(
    ("part", "share", "told"),
    [
        ({"value": 5, "bound": "under"}, {}, True),
        ({"value": 5, "bound": "under"}, {"bound": "under"}, False),
        ({"value": 5, "bound": "under"}, {"bound": "about"}, True),
        ({"value": 50, "bound": "under"}, {}, False),
    ],
)
def test_a_percentage_gives_away_what_is_under_five(part, share, told):
    figures = {
        "part": figure(**part),
        "whole": figure(20),
        "share": figure(15, unit="percent", of={"part": "part", "whole": "whole"}, **share),
    }
    assert len(found("small-percentage", summary(figures=figures))) == told


@pytest.mark.parametrize("unit", ["percent", "per-1000", "per-100000"])
@pytest.mark.parametrize("which", ["", "rate", "part", "whole"])
def test_a_rate_follows_from_counts_that_are_exact(unit, which):
    """The rate is wrong; where one of the three is not exact, nobody can tell."""
    figures = {
        "part": figure(40),
        "whole": figure(96),
        "rate": figure(74, unit=unit, of={"part": "part", "whole": "whole"}),
    }
    if which:
        figures[which]["bound"] = "about"
    problems = found("percentage", summary(figures=figures))
    assert len(problems) == (not which)
    due = {"percent": "42%", "per-1000": "417 per 1,000", "per-100000": "41,667 per 100,000"}
    assert all(due[unit] in one.message for one in problems)


@pytest.mark.parametrize("which", ["", "contacts", "contact-rate"])
def test_rates_of_other_bases_that_imply_two_populations(which):
    figures = {
        "contacts": figure(9645, label="contacts"),
        "contact-rate": figure(
            Decimal("23.3"), unit="per-1000", label="children", name="Rate of contacts"
        ),
        "referrals": figure(1580, label="referrals"),
        "referral-rate": figure(
            Decimal("3815.0"), unit="per-100000", label="children", name="Rate of referrals"
        ),
    }
    if which:
        figures[which]["bound"] = "over"
    assert len(found("rates-disagree", summary(figures=figures))) == (not which)


@pytest.mark.parametrize(
    ("text", "keys", "said"),
    [
        ("Over 300 people came.", {"value": 300, "bound": "over"}, '"Over 300" is typed'),
        ("In all 412 people came.", {"value": 412, "bound": "over"}, 'no exact number: "over 412"'),
        ("It took 27 days from referral.", {"value": 27, "unit": "days"}, '"27 days" is typed'),
        ("It took 28 days from referral.", {"value": 27, "unit": "days"}, ""),
        (
            "We spent £1.2m on people.",
            {"value": 1234567, "unit": "pounds", "show": "millions"},
            '"£1.2m" is typed',
        ),
        ("We spent £1.2m on people.", {"value": 1234567, "unit": "pounds"}, ""),
        ("They stand 2m apart.", {"value": 2_000_000}, ""),
    ],
)
def test_a_number_that_is_typed_and_is_a_figure(text, keys, said):
    figures = {"f": figure(**keys, label="people from referral")}
    problems = found("typed-number", summary(text, figures=figures))
    assert len(problems) == bool(said) and all(said in one.message for one in problems)
    if keys.get("bound") and text.startswith("Over"):
        assert problems[0].hint == 'write {f} in the place of "Over 300", and it prints both'


@pytest.mark.parametrize(
    ("text", "bound", "near"),
    [
        ("There were 77,620 contacts.", None, True),
        ("There were 77,620 contacts.", "over", False),  # that may be the true number
        ("There were 77,520 contacts.", "over", True),
        ("There were 77,620 contacts.", "about", False),
    ],
)
def test_a_number_near_one_that_is_not_exact(text, bound, near):
    figures = {"contacts": figure(77602, label="contacts", bound=bound)}
    assert len(found("near-number", summary(text, figures=figures))) == near


@pytest.mark.parametrize(("bound", "contradicts"), [(None, 1), ("over", 0), ("about", 0)])
def test_a_share_that_is_not_exact_contradicts_nothing(bound, contradicts):
    figures = {
        "plans": figure(1294, label="children on a plan", noun="plans"),
        "neglect": figure(950, label="because of neglect", part_of="plans", bound=bound),
    }
    said = {"kind": "text", "text": "Neglect is the reason for half of the plans."}
    made = summary(figures=figures, blocks=[{"kind": "part", "figure": "neglect"}, said])
    assert len(found("ratio", made)) == contradicts


@pytest.mark.parametrize(
    ("point", "bound", "differs"),
    [(312, "over", False), (290, "over", True), (290, "under", False), (300, "under", True)],
)
def test_a_point_of_a_series_and_a_figure_that_is_not_exact(point, bound, differs):
    points = {"2017": 9, "2018": point}
    series = {"s": {"label": "Children", "source": "s", "same_as": "a", "points": points}}
    made = summary(figures={"a": figure(300, bound=bound)}, series=series)
    assert len(found("point-differs", made)) == differs


@pytest.mark.parametrize(
    ("unit", "before", "now", "told"),
    [
        ("points", -3, 9, "12 percentage points more"),
        ("points", -3, 2, ""),
        ("difference", -12, 20, ""),
        ("difference", -120, -40, "67% more"),
        ("pounds", -1000, -900, ""),
        ("pounds", -1000, -500, "50% more"),
        ("days", 20, 30, "50% more"),
    ],
)
def test_a_big_change_of_a_number_that_may_be_below_zero(unit, before, now, told):
    last = summary(
        period="2016-17", figures={"a": {**figure(before, unit=unit), "period": "2016-17"}}
    )
    problems = found("big-change", summary(figures={"a": figure(now, unit=unit)}), before=last)
    assert len(problems) == bool(told) and all(told in one.message for one in problems)


@pytest.mark.parametrize(
    ("text", "bound", "contradicted"),
    [
        ("The number of contacts fell to 250.", None, True),
        ("Contacts fell since 2016-17.", None, True),
        ("Contacts fell since 2016-17.", "over", False),
        ("Contacts fell since 2016-17.", "about", False),
    ],
)
def test_a_claim_is_held_against_exact_numbers_alone(text, bound, contradicted):
    last = {"contacts": {**figure(280, label="contacts"), "period": "2016-17"}}
    now = {"contacts": figure(300, label="contacts", bound=bound)}
    shown = [{"kind": "statistics", "items": ["contacts"]}, {"kind": "text", "text": text}]
    made = summary(figures=now, blocks=shown)
    problems = found("claim", made, before=summary(period="2016-17", figures=last))
    assert len(problems) == contradicted


def test_the_day_in_the_label_of_a_change_is_when_it_began():
    label = {"label": "households since March 2017", "as_at": dt.date(2018, 3, 31)}
    for unit, count in (("difference", 0), ("count", 1)):
        made = summary(figures={"a": figure(12, unit=unit, **label)})
        assert len(found("date-in-words", made)) == count


@pytest.mark.parametrize(
    ("text", "contradicted"),
    [
        ("The average wait fell by 3 days.", False),
        ("The average wait fell by 5 days.", True),
        ("The average wait rose to 27 days.", True),
        ("The average wait fell from 30 to 27 days.", False),
        ("The average wait rose from 2 to 3 weeks.", False),  # that is something else
        ("The budget rose to £1.2m.", False),
        ("The budget rose by £0.5m.", True),
        ("The budget fell to £1.2 million.", True),
    ],
)
def test_claims_are_understood_in_the_words_of_their_unit(text, contradicted):
    def year(wait: int, budget: int, period: str) -> dict:
        return {
            "wait": {**figure(wait, unit="days", label="average wait"), "period": period},
            "budget": {**figure(budget, unit="pounds", label="budget"), "period": period},
        }

    shown = [{"kind": "statistics", "items": ["wait", "budget"]}, {"kind": "text", "text": text}]
    made = summary(figures=year(27, 1_234_567, "2017-18"), blocks=shown)
    last = summary(period="2016-17", figures=year(30, 1_100_000, "2016-17"))
    assert len(found("claim", made, before=last)) == contradicted
