"""Numbers of several places: which place each is of, and how it stands to ours in words."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal

import pytest

from hscb_report.story.about import hero_of
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.changes import why_not
from hscb_report.summary.export import figures_csv
from hscb_report.summary.places import at_home, home_of
from hscb_report.summary.reading import Reader
from hscb_report.year.sheet import rows
from places import BOARD, HOME, OURS, errors, gap, rate, summary, told

# Which place


@pytest.mark.parametrize(
    ("board", "home"),
    [
        ({"name": "Anyshire Safeguarding Children Partnership"}, "Anyshire"),
        ({"name": "North Anytown Local Safeguarding Children Board"}, "North Anytown"),
        (
            {"name": "Anyshire Safeguarding Children Partnership", "place": "the county"},
            "the county",
        ),
        ({"name": "Children First"}, ""),
    ],
)
def test_a_board_names_its_area_or_its_name_does(board, home):
    assert home_of(Board.model_validate(board)) == home


def test_what_names_our_own_area_names_no_other():
    content = summary({"a": rate(49, "ANYSHIRE"), "b": rate(64, "England")})
    assert at_home(content, HOME).figures["a"].place is None
    assert at_home(content, HOME).figures["b"].place == "England"
    assert at_home(summary(OURS), HOME) == summary(OURS)


@pytest.mark.parametrize(
    ("figure", "label", "name"),
    [
        (rate(64, "England"), "children on a plan, England", "Children on a plan, England"),
        (
            rate(64, "England", label="children on a plan."),
            "children on a plan, England.",
            "Children on a plan, England",
        ),
        (
            rate(64, "England", label="children in england on a plan"),
            "children in england on a plan",
            "Children in england on a plan",
        ),
        (
            rate(64, "England", label="**New** in {n}", name="Plans of England"),
            "New in 64 per 10,000, England",
            "Plans of England",
        ),
        (rate(64), "children on a plan", "Children on a plan"),
    ],
)
def test_no_number_of_another_place_stands_without_it(figure, label, name):
    reading = Reader(summary({"a": figure, "n": rate(64)}), home=HOME).figure("a")
    assert reading.label_text == f"per 10,000 {label}"
    assert reading.name == name


def test_tables_and_the_attached_figures_say_the_place():
    series = {
        name: {"label": "In care", "source": "s", "points": {"2017": 5, "2018": 6}, **more}
        for name, more in {"a": {}, "b": {"place": "England"}}.items()
    }
    reader = Reader(summary(OURS, series=series), home=HOME)
    read = list(csv.DictReader(io.StringIO(figures_csv(reader).decode("utf-8-sig"))))
    assert {row["figure"]: (row["name"], row["place"]) for row in read} == {
        "ours": ("Children on a plan", "Anyshire"),
        "england": ("Children on a plan, England", "England"),
        "near": ("Children on a plan, our neighbours", "Our neighbours"),
        "a:2017": ("In care", "Anyshire"),
        "a:2018": ("In care", "Anyshire"),
        "b:2017": ("In care, England", "England"),
        "b:2018": ("In care, England", "England"),
    }
    about = tell(reader, BOARD).about
    assert about is not None
    assert [one.line.name for one in about.years] == ["In care", "In care, England"]
    assert [row.name for row in rows(reader.summary, None)][1] == "Children on a plan, England"


def test_a_number_of_another_place_does_not_lead():
    first = {"england": rate(64, "England"), "ours": rate(49)}
    content = summary(first, {"kind": "statistics", "items": ["england", "ours"]})
    assert [one.tier for one in told(content).statements] == ["standard", "standard"]
    story = tell(Reader(content, home=HOME), BOARD)
    assert story.opening.large.statement.reading.key == "ours"
    assert hero_of(content).figure == "ours"


def test_two_years_of_two_places_are_not_compared():
    here, there = summary({"a": rate(49)}), summary({"a": rate(64, "England")})
    assert why_not(here.figures["a"], there.figures["a"], here, there) == "it is of another place"


# Words of comparison


@pytest.mark.parametrize(
    ("ours", "other", "said"),
    [
        (49, 64, "Lower than England (64)"),
        (64, 49, "Higher than England (49)"),
        (49, 49, "The same as England (49)"),
        (Decimal("49.0"), Decimal("49.4"), "Lower than England (49.4)"),
        (49, Decimal("49.4"), "The same as England (49.4) when rounded"),
        (49, Decimal("49.6"), "Lower than England (49.6)"),
        (50, Decimal("49.6"), "The same as England (49.6) when rounded"),
        (0, 0, "The same as England (0)"),
    ],
)
def test_how_a_number_stands_to_another_is_derived(ours, other, said):
    figures = {"ours": rate(ours, beside=["england"]), "england": rate(other, "England")}
    assert Reader(summary(figures)).figure("ours").compared == (said,)


@pytest.mark.parametrize(
    ("unit", "less", "more"),
    [("days", "Shorter", "Longer"), ("years", "Less", "More"), ("percent", "Lower", "Higher")],
)
def test_a_length_of_time_is_shorter_and_what_may_be_an_age_is_not(unit, less, more):
    of = {"england": rate(9, "England", unit=unit), "ours": rate(7, unit=unit, beside=["england"])}
    (said,) = Reader(summary(of)).figure("ours").compared
    assert said.startswith(f"{less} than England (9")
    of["ours"]["value"] = 11
    (said,) = Reader(summary(of)).figure("ours").compared
    assert said.startswith(f"{more} than England (9")


def test_several_places_share_a_line_by_the_way_they_differ():
    figures = {
        "ours": rate(49, beside=["england", "near", "south", "lost", "east"]),
        "england": {**rate(64, "England"), "symbol": "p"},
        "near": rate(52, "our neighbours"),
        "south": rate(40, "the South"),
        "lost": gap("the North", source="ours"),
        "east": rate(49, "the East"),
    }
    reader = Reader(summary(figures))
    assert reader.figure("ours").compared == (
        "Lower than England (64, provisional) and our neighbours (52)",
        "Higher than the South (40)",
        "The North: not available [x]",
        "The same as the East (49)",
    )
    assert [ref.source for ref in reader.figure("ours").compared[2].refs] == ["ours"]
    none = summary(figures | {"ours": gap(beside=["england"])})
    assert Reader(none).figure("ours").compared == ()


def test_a_number_of_another_place_stands_beside_ours_too():
    figures = {"ours": rate(49, beside=["england"]), "england": rate(64, "England", beside="ours")}
    reader = Reader(summary(figures), home=HOME)
    assert reader.figure("england").compared == ("Higher than Anyshire (49)",)


@pytest.mark.parametrize(
    ("ours", "other", "wrong"),
    [
        ({}, {}, ""),
        ({"definition": "All plans in Anyshire."}, {"definition": "All plans in England"}, ""),
        ({"label": "plans in Anyshire"}, {"label": "plans in England"}, ""),
        ({"name": "Plans"}, {"name": "Plans, England"}, ""),
        ({"definition": "All."}, {"definition": "All.", "label": "Plans"}, ""),
        ({"definition": "All."}, {"definition": "Some."}, "the definition differs"),
        ({"definition": "All."}, {}, 'only "ours" has a definition'),
        ({}, {"label": "contacts"}, "they are called differently"),
        ({}, {"unit": "percent"}, "the unit differs: per-10000 and percent"),
        ({}, {"as_at": dt.date(2017, 3, 31)}, "the time differs: 31 March 2018 and 31 March 2017"),
        ({}, {"as_at": None, "period": "2017-18"}, "the time differs: 31 March 2018 and 2017-18"),
        ({}, {"source": "ours"}, 'the publication differs: "Children in need 2018" and'),
        ({}, {"place": None}, "are both of Anyshire"),
        ({}, {"place": "anyshire"}, "are both of Anyshire"),
        ({"unit": "count"}, {"unit": "count"}, "beside compares rates, not numbers of children"),
        ({"unit": "pounds"}, {"unit": "pounds"}, "beside compares rates, not money"),
        ({"value": None, "symbol": "x", "reason": "Lost."}, {"source": "ours"}, "the publication"),
    ],
)
def test_what_does_not_measure_the_same_is_not_compared_in_words(ours, other, wrong):
    figures = {
        "ours": {**rate(49, beside=["england"]), **ours},
        "england": {**rate(64, "England"), **other},
    }
    made = errors(summary(figures))
    assert len(made) == bool(wrong)
    assert all(wrong in message for message in made)


@pytest.mark.parametrize(
    ("figures", "wrong"),
    [
        ({"a": rate(9, part_of="b"), "b": rate(20, "England")}, 1),
        ({"a": rate(9, "England", part_of="b"), "b": rate(20, "england")}, 0),
        (
            {
                "a": rate(9, "England", of={"part": "b", "whole": "c"}),
                "b": rate(9, "England"),
                "c": rate(20),
            },
            1,
        ),
        ({"a": rate(9, beside=["a"])}, 1),
    ],
)
def test_parts_and_wholes_are_of_one_place(figures, wrong):
    assert len(errors(summary(figures))) == wrong


def test_a_series_is_the_same_as_a_figure_of_its_place():
    points = {"label": "L", "source": "s", "unit": "per-10000", "points": {"2017": 1, "2018": 64}}
    series = {"a": {**points, "same_as": "england"}}
    assert "this series is of Anyshire" in errors(summary(OURS, series=series))[0]
    series["a"]["place"] = "England"
    assert errors(summary(OURS, series=series)) == []
