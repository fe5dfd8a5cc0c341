"""What blocks add up: totals that are not sums, and what they give away, beside what trying every
possibility finds.
"""

from __future__ import annotations

import itertools
import random

import pytest

from hscb_report.checks.intervals import worked_out
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.reading import Reader
from rules import figure, found, summary

HIDDEN = {"value": None, "symbol": "c", "reason": "Small."}
GONE = {"value": None, "symbol": "x", "reason": "Lost."}


def made(cells, row=None, column=None, corner=None, **more) -> dict:
    """A grid of numbers, with a total for each column, for each row, and of all."""
    figures, rows = {}, []
    full = [[*line, *([] if column is None else [column[at]])] for at, line in enumerate(cells)]
    if row is not None:
        full.append([*row, *([] if corner is None else [corner])])
    for r, line in enumerate(full):
        names = []
        for c, value in enumerate(line):
            name = f"f{r}-{c}"
            names.append(name)
            figures[name] = {**figure(0, name=name), **_valued(value), **more}
        rows.append({"label": f"Row {r}", "figures": names})
    totals = {(True, True): "both", (True, False): "row", (False, True): "column"}
    block = {
        "kind": "grid",
        "columns": [f"Column {c}" for c in range(len(full[0]))],
        "rows": rows,
        "totals": totals.get((row is not None, column is not None)),
    }
    return {"figures": figures, "blocks": [block]}


def _valued(value) -> dict:
    return value if isinstance(value, dict) else {"value": value}


@pytest.mark.parametrize(
    ("cells", "total", "says"),
    [
        ([[10, 20], [30, 40]], [40, 60], []),
        ([[10, 20], [30, 40]], [40, 61], ["adds up to 60; its total"]),
        ([[10, 20], [30, 40]], [39, 61], ["adds up to 40; its", "adds up to 60; its"]),
        ([[10], [GONE]], [10], []),  # the one that is lost may be nought
        ([[10], [GONE]], [9], ['adds up to 10 without "f1-0"; its total']),
        ([[10], [HIDDEN], [HIDDEN]], [12], []),
        ([[10], [HIDDEN], [HIDDEN]], [11], ["too little for"]),
        ([[10], [20]], [GONE], []),
    ],
)
def test_rows_add_up_to_their_total(cells, total, says):
    problems = found("total-differs", summary(**made(cells, row=total)))
    assert len(problems) == len(says)
    for problem, said in zip(problems, says, strict=True):
        assert said in problem.message
        assert ("rounded: 10" in problem.hint) == ("adds up" in problem.message)


def test_columns_add_up_and_the_corner_both_ways():
    content = made([[10, 20], [30, 40]], row=[40, 60], column=[30, 71], corner=100)
    corner, row = found("total-differs", summary(**content))
    assert 'the row "Row 1" adds up to 70' in row.message
    assert 'the column "Column 2" adds up to 101' in corner.message
    assert row.key[-2:] == ("figures", 2)


def test_rates_and_what_is_no_total_are_not_added_up():
    rates = made([[10], [20]], row=[15], unit="per-10000")
    assert found("total-differs", summary(**rates)) == []
    assert found("total-differs", summary(**made([[10], [20], [15]]))) == []


def bar(*values, **row) -> dict:
    """A bar of parts of 100; ``whole`` in the row in place of ``part_of`` in the parts."""
    more = row.pop("more", {})
    of = {} if "whole" in row else {"part_of": "all"}
    figures = {f"f{at}": {**figure(value), **of, **more} for at, value in enumerate(values)}
    rows = [{"label": "Bar", "figures": list(figures), **row}]
    return {
        "figures": {"all": figure(100), **figures},
        "blocks": [{"kind": "stack", "rows": rows}],
    }


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (bar(60, 40), ""),
        (bar(60, 30), ""),
        (bar(60, 41), "total-differs"),
        (bar(60, 41, more={"breakdown": "age"}), "parts-overfill"),
        (bar(60, 41, whole="all"), "total-differs"),
        (bar(60, 39, whole="all"), "total-differs"),
    ],
)
def test_a_bar_is_no_more_than_its_whole(content, rule):
    for one in ("total-differs", "parts-overfill"):
        assert len(found(one, summary(**content))) == (one == rule)


def test_a_bar_of_rounded_numbers_is_as_long_as_the_others():
    content = bar(600, 410)
    content["figures"]["all"]["value"] = 1000
    (told,) = tell(Reader(summary(**content)), Board(name="B")).sections[0].blocks
    (drawn,) = told.node.bars
    assert sum(piece.size for piece in drawn.pieces) == pytest.approx(1)
    assert [piece.sort for piece in drawn.pieces] == ["part", "part"]
    assert "60%" in drawn.pieces[0].text and "41%" in drawn.pieces[1].text


def test_a_rounded_table_may_be_accepted():
    content = made([[10], [20]], row=[35])
    entry = {
        "rule": "total-differs",
        "at": "sections > 0 > blocks > 0 > rows > 2",
        "words": "30",
        "reason": "The source rounds to fives.",
    }
    (problem,) = found("total-differs", summary(**content, accept=[entry]))
    assert problem.accepted


@pytest.mark.parametrize(
    ("cells", "row", "column", "corner", "given_away"),
    [
        ([[HIDDEN, 50], [40, 60]], [43, 110], None, None, ["f0-0"]),
        ([[HIDDEN, 50], [40, 60]], None, [53, 100], None, ["f0-0"]),
        ([[HIDDEN, HIDDEN], [40, 60]], [43, 64], [7, 100], 107, ["f0-0", "f0-1"]),
        ([[HIDDEN, HIDDEN], [HIDDEN, HIDDEN]], [7, 9], [6, 10], 16, []),
        ([[HIDDEN, 50], [40, 60]], [63, 110], None, None, []),  # 23 are not few
    ],
)
def test_what_totals_give_away_is_found(cells, row, column, corner, given_away):
    problems = found("by-subtraction", summary(**made(cells, row, column, corner)))
    assert [one.key[1] for one in problems] == given_away
    assert all("in its row and in its column" in one.hint for one in problems)


def test_a_number_that_only_several_rows_together_give_away_is_found():
    """Two squares of hidden numbers, and one between them: no row and no column tells it."""
    h = HIDDEN
    cells = [[h, h, h, 9], [h, h, 9, 9], [9, 9, h, h], [9, 9, h, h]]
    truth = [[2, 3, 4, 9], [4, 1, 9, 9], [9, 9, 3, 2], [9, 9, 5, 6]]
    row, column = [sum(line) for line in zip(*truth, strict=True)], [sum(line) for line in truth]
    problems = found("by-subtraction", summary(**made(cells, row, column, sum(row))))
    assert [(one.key[1], "it is 4" in one.message) for one in problems] == [("f0-2", True)]


def test_what_crossing_totals_tell_is_what_trying_everything_finds():
    dice, exact = random.Random(7), 0
    for _ in range(60):
        rows, columns = dice.randint(2, 3), dice.randint(2, 3)
        truth = [[dice.choice((1, 2, 3)) for _ in range(columns)] for _ in range(rows)]
        cells = list(itertools.product(range(rows), range(columns)))
        hidden = dice.sample(cells, dice.randint(1, 4))
        shown = [
            [HIDDEN if (r, c) in hidden else truth[r][c] for c in range(columns)]
            for r in range(rows)
        ]
        row, column = [sum(one) for one in zip(*truth, strict=True)], [sum(one) for one in truth]
        content = summary(**made(shown, row, column, sum(row)))
        names = [[f"f{r}-{c}" for c in range(columns + 1)] for r in range(rows + 1)]
        totals = [(line[-1], line[:-1]) for line in names]
        totals += [(lane[-1], list(lane[:-1])) for lane in zip(*names, strict=True)]
        can_be = _tried(truth, hidden)
        told = worked_out(content.figures, totals=totals)
        for r, c in hidden:
            between, values = told[f"f{r}-{c}"], can_be[r, c]
            assert (between.least, between.most) == (min(values), max(values))
            exact += between.least == between.most
    assert exact > 40


def _tried(truth, hidden) -> dict[tuple[int, int], set[int]]:
    """All that each hidden number can be, as every row and column adds up."""
    sums = [sum(line) for line in truth], [sum(line) for line in zip(*truth, strict=True)]
    found_: dict[tuple[int, int], set[int]] = {place: set() for place in hidden}
    for values in itertools.product(range(1, 8), repeat=len(hidden)):
        cells = [list(line) for line in truth]
        for (r, c), value in zip(hidden, values, strict=True):
            cells[r][c] = value
        if ([sum(x) for x in cells], [sum(x) for x in zip(*cells, strict=True)]) == sums:
            for place, value in zip(hidden, values, strict=True):
                found_[place].add(value)
    return found_


def stack(*values, **row) -> dict:
    """A bar of a hundred; what its row says besides."""
    figures = {"all": figure(100, name="All")}
    names = [f"p{at}" for at in range(len(values))]
    for name, value in zip(names, values, strict=True):
        own = {} if row else {"part_of": "all"}
        figures[name] = {**figure(0, name=name, **own), **_valued(value)}
    bar = {"label": "2017-18", "figures": names, **row}
    return {"figures": figures, "blocks": [{"kind": "stack", "rows": [bar]}]}


def test_a_rest_of_few_is_found_once():
    (one,) = found("by-subtraction", summary(**stack(60, 37)))
    assert 'the bar "2017-18" shows that 3 of "all" are the rest' in one.message
    assert found("by-subtraction", summary(**stack(60, 30))) == []
    content = stack(60, 37)
    for name in ("p0", "p1"):
        content["figures"][name]["breakdown"] = "age"
    assert len(found("by-subtraction", summary(**content))) == 1


def test_a_bar_that_is_full_gives_its_hidden_part_away():
    (one,) = found("by-subtraction", summary(**stack(60, 38, HIDDEN, whole="all")))
    assert one.key == ("figures", "p2")


def test_dates_and_definitions_are_compared_along_rows_and_columns():
    cells = made([[10, 20], [30, 40]])
    figures = cells["figures"]
    for name in ("f0-0", "f1-0"):
        figures[name]["period"] = "2016-17"
    assert found("dates-differ", summary(**cells)) == []
    assert found("outside-period", summary(**cells)) == []
    figures["f0-1"]["definition"], figures["f1-1"]["definition"] = "Some.", "Others."
    assert found("definitions-differ", summary(**cells)) == []
    figures["f0-0"]["definition"] = "All."
    assert len(found("definitions-differ", summary(**cells))) == 1
    figures["f1-0"]["period"] = "2015-16"
    (one,) = found("dates-differ", summary(**cells))
    assert 'the column "Column 0" of this grid' in one.message
    assert {one.key[1] for one in found("outside-period", summary(**cells))} == {"f0-0", "f1-0"}


def test_the_parts_of_a_bar_are_of_one_date():
    content = stack(60, 30)
    content["figures"]["p1"]["period"] = "2016-17"
    (one,) = found("dates-differ", summary(**content))
    assert 'the bar "2017-18" of this stack' in one.message


def test_rows_tell_figures_of_one_name_apart():
    cells = made([[10, 20]])
    figures = cells["figures"]
    for name, period in (("f0-0", "2016-17"), ("f0-1", "2017-18")):
        figures[name] |= {"name": "Plans", "period": period}
    assert found("same-name", summary(**cells)) == []
    figures["f0-0"]["period"] = "2017-18"
    assert len(found("same-name", summary(**cells))) == 1
