"""Grids and stacks: what they say, and what must agree in them."""

from __future__ import annotations

import pytest

from broken_down import FEW, GRID, LATE, PLANS, STACK, figure, node, problems, year
from hscb_report.story.breakdowns import Grid, Stack

# What is told


def test_a_grid_says_number_and_per_cent_and_below_it_why_a_number_is_missing():
    made = node(PLANS, GRID)
    assert isinstance(made, Grid)
    assert made.above == "Number, and per cent of plans."
    assert made.columns == ("2016", "2017")
    assert [[tuple(cell.said()) for cell in row.cells] for row in made.rows] == [
        [("40", "40%"), ("100", "50%")],
        [("30", "30%"), ("60", "30%")],
        [("[x]",), ("20", "10%")],
        [("100",), ("200",)],
    ]
    assert made.notes == ("[x] Not counted.",)


def test_per_cent_alone_say_where_numbers_stand():
    made = node(PLANS, {**GRID, "show": "percent"})
    assert made.above == "Per cent of plans."
    assert [[cell.number for cell in row.cells] for row in made.rows][0::3] == [
        ["40%", "50%"],
        ["100", "200"],
    ]
    assert made.notes == ("Numbers, not per cent: All.", "[x] Not counted.")


def test_no_per_cent_is_made_up():
    bare = {name: {**one, "part_of": None} for name, one in PLANS.items()}
    made = node(bare, GRID)
    assert made.above == ""
    assert not any(cell.percent for row in made.rows for cell in row.cells)


def test_wholes_times_and_reasons_that_differ_are_told_where_they_do():
    figures = {
        **year("2016", 100, 40, LATE, noun="plans at the start"),
        **year("2017", 200, FEW, {**FEW, "reason": "So few."}, noun="plans at the end"),
    }
    rows = [{"First": ["a-2016", "a-2017"]}, {"Second": ["b-2016", "b-2017"]}]
    block = {"kind": "grid", "columns": ["Before", "Now"], "rows": rows}
    figures["b-2017"] = figure(10, part_of="plans-2017", period="2017")
    made = node({**figures, "b-2016": {**figures["b-2016"], "symbol": "c"}}, block)
    assert made.above == "Number, and per cent. Before: 2016; Now: 2017."
    assert made.notes == (
        "Before: per cent of plans at the start.",
        "Now: per cent of plans at the end.",
        "First, Now: [c] Too few to be told.",
        "Second, Before: [c] Not counted.",
    )


@pytest.mark.parametrize(
    ("columns", "rows", "heads", "labels", "above"),
    [
        (["n", "r"], [["a", "x"], ["b", "y"]], ["n", "r, per 10,000"], ["0", "1"], "2017-18."),
        (["p", "q"], [["a", "b"], ["x", "y"]], ["p", "q"], ["0", "1, per 10,000"], "2017-18."),
        (["p"], [["x"], ["y"]], ["p"], ["0", "1"], "Per 10,000, 2017-18."),
    ],
)
def test_the_base_of_rates_is_said_once(columns, rows, heads, labels, above):
    rate = {"unit": "per-10000"}
    figures = {"a": figure(1), "b": figure(2), "x": figure(45, **rate), "y": figure(46, **rate)}
    named = [{"label": str(at), "figures": row} for at, row in enumerate(rows)]
    made = node(figures, {"kind": "grid", "columns": columns, "rows": named})
    assert list(made.columns) == heads
    assert [row.label for row in made.rows] == labels
    assert made.above == above
    assert "per" not in "".join(cell.number for row in made.rows for cell in row.cells)


def test_a_bar_says_its_parts_the_rest_and_what_cannot_be_split():
    made = node(PLANS, STACK)
    assert isinstance(made, Stack)
    before, now = made.bars
    assert made.names == ("Part a", "Part b", "Part c")
    assert before.description.alt == (
        "Bars of 100%, each in parts. 2016. Plans: 100. Part a 40, 40%; Part b 30, 30%; "
        "Part c [x], and any rest."
    )
    assert now.description.alt == (
        "2017. Plans: 200. Part a 100, 50%; Part b 60, 30%; Part c 20, 10%; the rest 20, 10%."
    )
    assert now.description.rows[0] == ("2017, Part a", "100", "50%")
    assert [(one.sort, one.text, one.size) for one in before.pieces] == [
        ("part", "40%", 0.4),
        ("part", "30%", 0.3),
        ("missing", "[x], and any rest", 0.3),
    ]
    assert made.notes == ("[x] Not counted.",)


def test_counted_bars_share_one_scale_and_parts_of_a_named_whole_leave_none():
    figures = {**PLANS, "c-2016": figure(30, name="Part c", period="2016")}
    rows = [{**STACK["rows"][1]}, {"label": "2016", "figures": ["a-2016", "b-2016", "c-2016"]}]
    rows[1]["whole"] = "plans-2016"
    block = {**STACK, "rows": rows, "show": "count"}
    assert problems(figures, block) == []
    long, short = node(figures, block).bars
    assert sum(one.size for one in long.pieces) == pytest.approx(1)
    assert [(one.text, one.size) for one in short.pieces] == [
        ("40", 0.2),
        ("30", 0.15),
        ("30", 0.15),
    ]


def test_where_there_is_nothing_to_draw_a_bar_is_told_in_words():
    figures = {**year("2016", LATE, 40, 30, LATE), **year("2017", 0, 0, 0, 0)}
    before, now = node(figures, STACK).bars
    assert (before.pieces, now.pieces) == ((), ())
    assert before.whole == "Plans: Not available [x]"
    assert before.instead == "Part a 40; Part b 30; Part c [x]."
    assert now.instead == "Part a 0; Part b 0; Part c 0."


def test_a_name_has_one_colour_in_all_bars():
    rows = [{"2016": ["a-2016", "b-2016"]}, {"2017": ["b-2017", "c-2017"]}]
    made = node(PLANS, {**STACK, "rows": rows})
    colours = [{one.text[:6]: one.order for one in bar.pieces if one.key} for bar in made.bars]
    assert colours == [{"Part a": 0, "Part b": 1}, {"Part b": 1, "Part c": 2}]
    assert made.names == ()


# What must agree


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        (lambda f, g: g["rows"].append({"More": ["x"]}), "row-length", "1 figure, and there are 2"),
        (lambda f, g: g["rows"].append({"Third": ["x", "y"]}), "same-head", 'called "Third"'),
        (lambda f, g: g["columns"].__setitem__(1, 2016), "same-head", 'called "2016"'),
        (lambda f, g: g["rows"].append({"More": ["x", "a-2017"]}), "twice", 'the row "First"'),
        (lambda f, g: g["rows"].append({"More": ["x", "no"]}), "unknown-figure", '"no"'),
        (lambda f, g: g["rows"].append({"More": ["x", "rate"]}), "", ""),
        (
            lambda f, g: (g["rows"].append({"More": ["x", "rate"]}), g.update(totals="row")),
            "units-differ",
            'the column "2017" has figures of different units: count and per-10000',
        ),
        (
            lambda f, g: g.update(columns=["p", "q"], rows=[{"r": ["x", "rate"]}], totals="column"),
            "units-differ",
            'the row "r" has figures of different units',
        ),
        (lambda f, g: g.update(rows=[{"r": ["x", "y"]}], totals="row"), "no-parts", "last row"),
        (lambda f, g: g.update(rows=[{"r": ["x", "y"]}], show="percent"), "no-whole", "per cent"),
    ],
)
def test_what_a_grid_must_agree_on(change, code, says):
    figures = {**PLANS, "x": figure(1), "y": figure(2), "rate": figure(3, unit="per-10000")}
    block = {**GRID, "columns": [*GRID["columns"]], "rows": [*GRID["rows"]]}
    change(figures, block)
    if code == "":  # neither rows nor columns are of one unit
        block["rows"].append({"Again": ["rate2", "y"]})
        figures["rate2"] = figure(4, unit="per-10000")
        code, says = "units-differ", "different units"
    found = problems(figures, block)
    assert [one.code for one in found] == [code]
    assert says in found[0].message
    assert found[0].hint


@pytest.mark.parametrize(
    ("figures", "row", "code", "says"),
    [
        ({}, {"r": ["x", "y"]}, "no-whole", 'of what the figures of "r" are parts'),
        ({}, {"r": ["a-2016", "x"]}, "no-whole", "not all parts of one figure"),
        ({}, {"r": ["a-2016", "plans-2016"]}, "overlapping", "is a part of"),
        ({}, {"label": "r", "figures": ["x", "y"], "whole": "y"}, "overlapping", "the whole of"),
        ({}, {"r": ["a-2016", "b-2016", "a-2016"]}, "twice", "stands in this row already"),
    ],
)
def test_what_a_bar_must_agree_on(figures, row, code, says):
    made = {**PLANS, "x": figure(1), "y": figure(2)}
    made |= {name: {**made[name], "value": value} for name, value in figures.items()}
    found = problems(made, {"kind": "stack", "rows": [row]})
    assert found and found[0].code.startswith(code), found
    assert says in found[0].message
    assert found[0].hint


def test_a_bar_has_no_part_of_which_nobody_knows_how_large_it_is():
    made = {**PLANS, "a-2016": {**PLANS["a-2016"], "bound": "over"}}
    (found,) = problems(made, {"kind": "stack", "rows": [{"r": ["a-2016", "b-2016"]}]})
    assert found.code == "not-exact" and '"a-2016" is over a number' in found.message


def test_parts_of_different_breakdowns_are_not_stacked():
    figures = {name: {**one} for name, one in PLANS.items()}
    figures["a-2017"]["breakdown"], figures["b-2017"]["breakdown"] = "age", "category"
    (found,) = problems(figures, {"kind": "stack", "rows": [{"r": ["a-2017", "b-2017"]}]})
    assert found.code == "overlapping" and "age, category" in found.message
