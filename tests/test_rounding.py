"""Counts that are rounded where they are published need not add up to the last child."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from conftest import ROOT
from framed import problems
from hscb_report.brand import icons
from hscb_report.story.about import notes_on
from hscb_report.story.nodes import text_of
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.export import figures_csv
from hscb_report.summary.load import load
from hscb_report.summary.reading import Reader
from hscb_report.summary.relations import problems_in
from hscb_report.summary.rounding import with_rounding
from hscb_report.summary.tree import Tree
from rules import figure, found, summary

BOARD = Board.model_validate({"name": "Anyshire Safeguarding Children Partnership"})


def rounded(values: dict[str, object], step: int = 10, source: int | None = None, **more):
    """A whole, "plans", and its parts by reason; each rounded as is said."""
    whole, *parts = values
    figures = {
        name: figure(value, **({"rounded": step} if step else {})) for name, value in values.items()
    }
    for name in parts:
        figures[name] |= {"part_of": whole, "breakdown": "reason"}
    sources = {"s": {"title": "Source", "publisher": "Publisher"}}
    if source:
        sources["s"]["rounded"] = source
    return with_rounding(summary(figures={**figures, **more}, sources=sources))


@pytest.mark.parametrize(
    ("values", "step", "fits"),
    [
        ({"plans": 8980, "a": 8000, "b": 990}, 10, True),
        ({"plans": 8980, "a": 8000, "b": 1000}, 10, False),  # 20 off; three halves are 15
        ({"plans": 8980, "a": 8000, "b": 990}, 5, False),
        ({"plans": 8980, "a": 8000, "b": 985}, 5, True),
        ({"plans": 8980, "a": 8000, "b": 990}, 1, False),
        ({"plans": 8980, "a": 8000, "b": 990}, 0, False),
    ],
)
def test_parts_may_be_more_than_their_whole_by_what_rounding_does(values, step, fits):
    assert (found("parts-overfill", rounded(values, step)) == []) is fits


@pytest.mark.parametrize(("last", "fits"), [(420, True), (410, True), (440, False), (390, False)])
def test_a_total_may_differ_by_what_rounding_does(last, fits):
    rows = [{"Neglect": ["a"]}, {"Other": ["b"]}, {"All": ["plans"]}]
    grid = {"kind": "grid", "columns": ["2018"], "rows": rows, "totals": "row"}
    figures = {
        name: figure(value, rounded=10)
        for name, value in {"plans": last, "a": 200, "b": 210}.items()
    }
    assert (found("total-differs", summary(figures=figures, blocks=[grid])) == []) is fits


@pytest.mark.parametrize(
    ("value", "fits"), [("73", True), ("72.5", True), ("74", True), ("69", False), ("77", False)]
)
def test_a_percentage_follows_from_any_counts_that_are_so_rounded(value, fits):
    """925 to 975 of 1,275 to 1,325: between 69.8% and 76.5%."""
    share = figure(Decimal(value), unit="percent", of={"part": "a", "whole": "plans"})
    content = rounded({"plans": 1300, "a": 950}, 50, share=share)
    assert (found("percentage", content) == []) is fits


def test_what_may_be_rounding_gives_nobody_away():
    """100 less 90 and 8 would be two children; rounded to 10, 90 may be 86 as well."""
    figures = {
        "plans": figure(100, label="children on a plan"),
        "neglect": figure(97, label="children", part_of="plans", breakdown="reason"),
        "abuse": figure(
            None, symbol="c", reason="Few.", label="children", part_of="plans", breakdown="reason"
        ),
    }
    assert found("by-subtraction", summary(figures=figures))
    figures["plans"]["rounded"] = 10
    assert found("by-subtraction", summary(figures=figures)) == []


def test_a_series_that_is_rounded_agrees_with_a_figure_that_is_not():
    line = {"label": "children", "source": "r", "points": {"2016-17": 1440, "2017-18": 1290}}
    sources = {
        "s": {"title": "Source", "publisher": "Publisher"},
        "r": {"title": "Rounded", "publisher": "Publisher", "rounded": 10},
    }
    for value, fits in ((1294, True), (1296, False)):
        content = summary(
            figures={"plans": figure(value)},
            series={"line": {**line, "same_as": "plans"}},
            sources=sources,
        )
        assert (found("point-differs", content) == []) is fits


@pytest.mark.parametrize(
    ("figures", "says"),
    [
        ({"a": figure(53794, rounded=10)}, "53794 is not rounded to the nearest 10, and rounded"),
        ({"a": figure(53794)}, "53794 is not rounded to the nearest 5, and its source says"),
        ({"a": figure(53794, rounded=1)}, ""),
        ({"a": figure(40, unit="percent", rounded=10)}, "rounded is for counts"),
        ({"a": figure(41, unit="percent")}, ""),
        ({"a": figure(None, symbol="x", reason="Late.")}, ""),
    ],
)
def test_a_number_is_rounded_as_is_said(figures, says, tmp_path):
    figures["a"] = {**figures["a"], "source": "return"}
    content = {
        "sources": {"return": {"title": "Return", "publisher": "Board", "rounded": 5}},
        "figures": figures,
    }
    told = [p for p in problems(yaml.safe_dump(content), tmp_path) if p.code == "rounded"]
    assert [says in p.message and bool(p.hint) for p in told] == [True] * bool(says)


def test_a_part_may_be_greater_than_its_whole_by_what_rounding_does():
    """Some 53,791 in a whole of 53,790; more is an error."""
    for value, fits in ((53790, True), (53800, True), (53810, False)):
        content = with_rounding(
            summary_of({"whole": figure(53790, rounded=10), "a": part_of_whole(value)})
        )
        codes = {one.code for one in problems_in(content, Tree(Path("c.yaml"), []), [])}
        assert ("part-over-whole" not in codes) is fits


def part_of_whole(value: int) -> dict:
    return figure(value, rounded=10, part_of="whole")


def summary_of(figures: dict):
    made = summary(text="Words.").model_dump(exclude_none=True)
    return type(summary(text="Words.")).model_validate({**made, "figures": figures})


def test_the_next_step_of_a_total_that_differs_works(tmp_path):
    """Followed to the letter it mends what rounding explains, and is not given for the rest."""
    figures = {"plans": figure(420), "a": figure(200), "b": figure(210), "c": figure(20)}
    rows = [{"Neglect": ["a"]}, {"Other": ["b"]}, {"Few": ["c"]}, {"All": ["plans"]}]
    grid = {"kind": "grid", "columns": ["2018"], "rows": rows, "totals": "row"}
    (told,) = found("total-differs", summary(figures=figures, blocks=[grid]))
    assert told.hint.endswith("write rounded: 10 below each of them")
    for one in figures.values():
        one["rounded"] = 10
    assert found("total-differs", summary(figures=figures, blocks=[grid])) == []
    figures = {"plans": figure(520), "a": figure(200), "b": figure(210), "c": figure(20)}
    (told,) = found("total-differs", summary(figures=figures, blocks=[grid]))
    assert "rounded" not in told.hint


# What readers see


def notes(content) -> list[str]:
    """What stands below the names of figures, and what is said of all."""
    about = tell(Reader(content), BOARD).about
    return [
        *(
            one
            for group in about.groups
            for fact in group.facts
            for one in (fact.about, fact.reason)
            if one
        )
    ]


def test_pages_say_it_once_for_a_source_and_for_each_other_number():
    of_source = rounded({"plans": 8980, "a": 8000}, 0, source=10, other=figure(3, rounded=1))
    about = tell(Reader(of_source), BOARD).about
    assert "Counts are rounded to the nearest 10." in " ".join(one.about for one in about.origins)
    assert notes(of_source) == ["Not rounded."]
    all_alike = rounded({"plans": 8980, "a": 8000})
    assert notes(all_alike) == []
    (group,) = tell(Reader(all_alike), BOARD).about.groups
    assert "Rounded to the nearest 10." in group.shared


def test_pages_say_it_once_for_a_place():
    england = {
        name: figure(value, rounded=1000, place="England")
        for name, value in {"a": 53000, "b": 7000, "c": 12000}.items()
    }
    content = summary(figures={**england, "ours": figure(7)})
    lead = text_of(tell(Reader(content), BOARD).about.paragraphs[0])
    assert "Counts of England are rounded to the nearest 1,000." in lead
    assert notes(content) == []


def test_a_leaflet_says_that_some_counts_are_rounded():
    content = rounded({"plans": 8980, "a": 8000}, 10)
    shown = content.model_copy(
        update={
            "sections": [
                content.sections[0].model_validate(
                    {"heading": "H", "blocks": [{"kind": "statistics", "items": ["plans"]}]}
                )
            ]
        }
    )
    story = tell(Reader(shown), BOARD)
    assert "Some counts are rounded to the nearest 10." in notes_on(story, shown, [(0, [0])], False)
    exact = shown.model_copy(update={"figures": rounded({"plans": 8}, 0).figures})
    assert "rounded" not in notes_on(tell(Reader(exact), BOARD), exact, [(0, [0])], False)


def test_a_rest_that_may_be_rounding_is_not_shown():
    for whole, rest in ((100, False), (110, False), (130, True)):
        stack = {"kind": "stack", "rows": [{"2018": ["a", "b"]}], "show": "count"}
        content = rounded({"plans": whole, "a": 60, "b": 40})
        blocks = [
            summary(blocks=[{"kind": "text", "text": "W."}])
            .sections[0]
            .model_validate({"heading": "H", "blocks": [stack]})
        ]
        told = tell(Reader(content.model_copy(update={"sections": blocks})), BOARD)
        said = " ".join(told.sections[0].blocks[0].said())
        assert ("rest" in said.casefold()) is rest, said


def test_the_csv_has_a_column_for_it():
    folder = ROOT / "examples/beside-england/content"
    data = figures_csv(Reader(load("2017-18", folder, icons.names()).summary))
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    steps = {row["figure"]: row["rounded_to"] for row in rows}
    assert (steps["plans-england"], steps["plans"], steps["in-care-england"]) == ("10", "", "")
