"""Bars and lines of several places: each is named, and ours is told apart without colour."""

from __future__ import annotations

import datetime as dt

import pytest

from hscb_report.brand.brand import Brand
from hscb_report.charts.bars import bars
from hscb_report.charts.line import line
from hscb_report.charts.line_pens import pens
from hscb_report.charts.marks import Area, Stroke, Words
from places import BOARD, OURS, errors, gap, rate, summary, told

BRAND = Brand(BOARD)


# Bars


def test_bars_by_place_are_named_so_and_ours_stands_out():
    figures = OURS | {"lost": gap("the North")}
    node = told(summary(figures, {"kind": "bars", "by": "place", "figures": list(figures)}))
    assert node.title == "Children on a plan, per 10,000"
    assert [name for name, _ in node.rows] == ["Anyshire", "England", "Our neighbours", "The North"]
    assert node.strong == "ours"
    assert node.notes == ("The North: Not published.", "Source: Department")
    assert node.description.alt == (
        "Bar chart: Children on a plan, per 10,000. Anyshire: 49; England: 64; "
        "Our neighbours: 52; The North: Not available [x]: Not published. "
        "Anyshire stands out."
    )


@pytest.mark.parametrize(
    ("block", "names", "strong"),
    [
        ({"by": "place", "highlight": "near"}, ["Anyshire", "England", "Our neighbours"], "near"),
        ({"highlight": "ours"}, ["Children on a plan", "E", "N"], "ours"),
        ({}, ["Children on a plan", "E", "N"], ""),
    ],
)
def test_any_bar_may_stand_out(block, names, strong):
    figures = OURS | {
        name: {**OURS[name], "short": name[:1].upper()} for name in ("england", "near")
    }
    node = told(summary(figures, {"kind": "bars", "figures": list(figures), **block}))
    assert [name for name, _ in node.rows] == names
    assert node.strong == strong


def test_a_year_of_bars_may_stand_out():
    series = {"a": {"label": "In care", "source": "s", "points": {"2017": 5, "2018": 6}}}
    block = {"kind": "bars", "series": "a", "highlight": 2018}
    assert told(summary(OURS, block, series=series)).strong == "a-2018"


def test_a_bar_of_another_time_says_so():
    figures = OURS | {"england": rate(64, "England", as_at=dt.date(2017, 3, 31))}
    node = told(summary(figures, {"kind": "bars", "by": "place", "figures": list(figures)}))
    assert [name for name, _ in node.rows][1] == "England, 31 March 2017"


@pytest.mark.parametrize(
    ("figures", "block", "wrong"),
    [
        (OURS, {}, ""),
        (OURS, {"highlight": "Anyshire"}, 'no bar of this block is "Anyshire"'),
        (OURS | {"near": rate(52, "England")}, {}, "two bars would have one name"),
        (OURS | {"near": rate(52, "N", label="contacts")}, {}, "do not measure the same"),
        (OURS | {"near": rate(52, "N", definition="All.")}, {}, 'only "near" has a definition'),
    ],
)
def test_bars_by_place_are_of_one_measure_and_several_places(figures, block, wrong):
    shown = {"kind": "bars", "by": "place", "figures": list(figures), **block}
    made = errors(summary(figures, shown))
    assert len(made) == bool(wrong)
    assert all(wrong in message for message in made)


@pytest.mark.parametrize("width", [160, 300, 510])
def test_what_stands_out_does_so_without_colour(width):
    node = told(summary(OURS, {"kind": "bars", "by": "place", "figures": list(OURS)}))
    sheet = bars(node.rows, width, BRAND, strong=node.strong)
    grounds = {mark.key: mark.ink for mark in sheet.marks if isinstance(mark, Area)}
    assert grounds == {"ours": "primary-text", "england": "tint", "near": "tint"}
    frames = [mark for mark in sheet.marks if isinstance(mark, Stroke)]
    assert {(mark.ink, mark.width) for mark in frames} == {("primary-text", 1.25)}
    assert len(frames) == 2
    words = [mark for mark in sheet.marks if isinstance(mark, Words)]
    bold = {mark.text for mark in words if mark.style.face == "bold"}
    assert bold == {"Anyshire", "49"}


# Lines


def lines_of(*places: str | None, ahead: bool = False, **more):
    points = {str(year): 40 + n for n, year in enumerate(range(2014, 2020 if ahead else 2019))}
    series = {
        f"s{n}": {
            "label": "Plans",
            "unit": "per-10000",
            "source": "s",
            "points": {year: value + 3 * n for year, value in points.items()},
            **({"place": place} if place else {}),
            **more.get(f"s{n}", {}),
        }
        for n, place in enumerate(places)
    }
    return told(summary(OURS, {"kind": "trend", "series": list(series)}, series=series))


def test_lines_of_several_places_are_named_by_them():
    node = lines_of("England", None, "our neighbours", "the South")
    assert node.title == "Plans, per 10,000"
    assert [one.name for one in node.lines] == [
        "England",
        "Anyshire",
        "Our neighbours",
        "The South",
    ]
    assert [one.weight for one in node.lines] == ["quiet", "strong", "quiet", "quiet"]
    assert node.description.alt.startswith("Line chart: Plans, per 10,000. England: 2014, 40;")
    assert node.description.alt.endswith(" Anyshire stands out.")


def test_other_lines_are_called_as_before_or_in_short():
    node = lines_of(None, None, s1={"label": "Contacts", "short": "Calls"})
    assert [(one.name, one.weight) for one in node.lines] == [("Plans", ""), ("Calls", "")]
    assert node.title == "Per 10,000"
    node = lines_of(None, "England", s1={"label": "Contacts"})
    assert [one.name for one in node.lines] == ["Plans", "Contacts, England"]
    assert [one.weight for one in lines_of("England", "Wales").lines] == ["", ""]


def test_equal_lines_are_named_as_they_stand_in_a_sentence():
    points = {"points": {"2017": 5, "2018": 6}}
    node = lines_of(None, "our neighbours", s0=points, s1=points)
    assert node.notes[0].startswith("Anyshire and our neighbours are equal in 2017 and 2018")


@pytest.mark.parametrize("width", [240, 510])
@pytest.mark.parametrize("ahead", [False, True])
def test_lines_are_told_apart_without_colour(width, ahead):
    lines = lines_of("England", None, "our neighbours", "the South", ahead=ahead).lines
    drawn = pens(lines)
    assert len({(pen.shape, pen.dash) for pen in drawn}) == 4
    assert [pen.quiet for pen in drawn] == [True, False, True, True]
    thick = drawn[1].width
    assert all(pen.width < thick / 2 for pen in drawn if pen.quiet)
    sheet = line(lines, width, 240, BRAND)
    strokes = [mark for mark in sheet.marks if isinstance(mark, Stroke) and mark.key == "series"]
    assert strokes[-1].width == thick, "ours lies above the others"
    words = {mark.text: mark.style.face for mark in sheet.marks if isinstance(mark, Words)}
    for name, face in (("England", "regular"), ("Anyshire", "bold"), ("The South", "regular")):
        assert next(style for text, style in words.items() if text.startswith(name)) == face
    keys = {point.key for one in lines for point in one.points}
    assert {mark.key for mark in sheet.marks if getattr(mark, "key", "")} >= keys
