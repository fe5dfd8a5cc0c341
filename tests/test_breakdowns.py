"""Grids and stacks: what they say, what is drawn of them, what must agree."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from hscb_report.brand import fonts, icons
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import PARTS
from hscb_report.brand.typography import SCALE
from hscb_report.charts import stack as chart
from hscb_report.charts.beside import Listed, told
from hscb_report.charts.ladder import CLEAR, Label, Mark, ladder
from hscb_report.charts.marks import Area, Sheet, Stroke, Words
from hscb_report.editions import large_print
from hscb_report.page import spacing
from hscb_report.page.grid import grid as list_or_table
from hscb_report.page.spot import Misfits, Spot
from hscb_report.pdf.boxes import MM
from hscb_report.pdf.structure import Element
from hscb_report.story.breakdowns import Bar, Grid, Piece, Stack
from hscb_report.story.describe import Description
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.load import load
from hscb_report.summary.reading import Reader
from hscb_report.summary.relations import problems_in
from hscb_report.summary.tree import Tree
from hscb_report.year.carry import new
from make import written
from mistakes import mistake
from pdf import structure, text_of
from test_layout_property import faults

BOARD = Board(name="A board")
BRAND = Brand(BOARD)
FEW = {"value": None, "symbol": "c", "reason": "Too few to be told."}
LATE = {"value": None, "symbol": "x", "reason": "Not counted."}


def figure(value, **more) -> dict:
    missing = value if isinstance(value, dict) else {"value": value}
    when = {} if "as_at" in more else {"period": "2017-18"}
    return {"label": "children", "source": "s", **when, **missing, **more}


def year(name: str, whole, *values, noun: str = "plans") -> dict[str, dict]:
    """A whole and its parts in a year, ``plans-2017`` and ``a-2017``, ``b-2017`` ..."""
    made = {f"plans-{name}": figure(whole, noun=noun, period=name)}
    for letter, value in zip("abcde", values, strict=False):
        made[f"{letter}-{name}"] = figure(
            value, name=f"Part {letter}", part_of=f"plans-{name}", period=name
        )
    return made


PLANS = {**year("2016", 100, 40, 30, LATE), **year("2017", 200, 100, 60, 20)}
GRID = {
    "kind": "grid",
    "columns": [2016, 2017],
    "rows": [
        {"First": ["a-2016", "a-2017"]},
        {"label": "Second", "figures": ["b-2016", "b-2017"]},
        {"Third": ["c-2016", "c-2017"]},
        {"All": ["plans-2016", "plans-2017"]},
    ],
}
STACK = {
    "kind": "stack",
    "rows": [{2016: ["a-2016", "b-2016", "c-2016"]}, {2017: ["a-2017", "b-2017", "c-2017"]}],
}


def summary(figures: dict, *blocks: dict) -> Summary:
    keyed = [{**one, "rows": [_texts(row) for row in one["rows"]]} for one in blocks]
    return Summary.model_validate(
        {
            "board": "b",
            "title": "T",
            "period": "2017-18",
            "status": "final",
            "sources": {"s": {"title": "Source", "publisher": "P"}},
            "figures": figures,
            "sections": [{"heading": "H", "blocks": keyed}],
        }
    )


def _texts(row: dict) -> dict:
    """Keys are texts, as the reader of files makes them."""
    return {str(key): value for key, value in row.items()}


def node(figures: dict, block: dict):
    return tell(Reader(summary(figures, block)), BOARD).sections[0].blocks[0].node


def problems(figures: dict, block: dict) -> list:
    return problems_in(summary(figures, block), Tree(Path("content.yaml"), []), [])


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


# What is drawn

WIDTH = 400.0


def piece(size: float, order: int = 0, sort: str = "part", text: str = "", scale: int = 0) -> Piece:
    key = f"k{order}" if sort == "part" else ""
    return Piece(sort, key, order, text or f"{size:.0%}", size, scale)


def bar(
    *sizes: float, names: tuple[str, ...] = (), zoom: float = 1.0, scale: int = 0, **rest
) -> Sheet:
    pieces = [piece(size, at, scale=scale) for at, size in enumerate(sizes)]
    pieces += [piece(size, 0, sort) for sort, size in rest.items()]
    one = Bar("2017", "Plans: 10", tuple(pieces), "", Description("", (), ()))
    return chart.bar(one, chart.frame([one], WIDTH, zoom), BRAND, names)


def drawn(sheet: Sheet) -> dict[str, tuple[float, float]]:
    boxes = {m.key: m.path.get_extents() for m in sheet.marks if isinstance(m, Area) and m.key}
    return {key: (box.x0, box.x1) for key, box in boxes.items()}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 999), min_size=2, max_size=5).filter(any), st.sampled_from([1, 1.5]))
def test_pieces_are_as_long_as_their_numbers_and_apart_by_half_a_millimetre(values, zoom):
    total = sum(values)
    sheet = bar(*(value / total for value in values), zoom=zoom)
    gap, room = 0.5 * MM / zoom, WIDTH - 12 - fonts.width("Plans: 10", SCALE["chart"]) - 1
    found = drawn(sheet)
    ends = [found[f"k{at}"] for at, value in enumerate(values) if value]
    for (_, end), (start, _) in zip(ends, ends[1:], strict=False):
        assert start - end >= gap - 1e-6
    for at, value in enumerate(values):
        if value:
            left, right = found[f"k{at}"]
            most = 2 * len(values) * gap
            assert right - left == pytest.approx(room * value / total, abs=most)
            assert right - left >= 0.39 / zoom
        else:
            assert f"k{at}" not in found


@pytest.mark.parametrize(
    ("parts", "scale"),
    [
        (["Under 1", "1 to 4", "5 and over"], 3),
        (["Neglect", "Emotional abuse", "2 or more"], 0),
        (["Neglect", "Emotional abuse", "Physical abuse"], 0),
    ],
)
def test_parts_that_are_called_by_numbers_go_from_light_to_dark(parts, scale):
    figures = {f"f{at}": figure(5, part_of="all") for at in range(3)}
    figures["all"] = figure(15)
    block = {
        "kind": "stack",
        "parts": parts,
        "rows": [{"label": "2017", "figures": ["f0", "f1", "f2"]}],
    }
    made = node(figures, block)
    assert made.scale == scale
    sheet = chart.bar(made.bars[0], chart.frame(made.bars, WIDTH, 1.0), BRAND)
    inks = [m.ink for m in sheet.marks if isinstance(m, Area) and m.key]
    assert inks == list(BRAND.scale(3) if scale else PARTS[:3])


def test_a_thin_piece_of_a_scale_is_all_edge():
    sheet = bar(0.0005, 0.5, 0.4995, scale=3)
    inks = {m.key: m.ink for m in sheet.marks if isinstance(m, Area) and m.key}
    assert inks["k0"] == "primary-text"
    assert min(m.width for m in sheet.marks if isinstance(m, Stroke)) >= 0.25


@pytest.mark.parametrize("scale", [0, 5])
def test_each_part_has_a_pattern_of_its_own(scale):
    sheet = bar(0.2, 0.2, 0.2, 0.2, 0.2, scale=scale)
    inks = {m.ink for m in sheet.marks if isinstance(m, Area) and m.key}
    assert len(inks) == 5
    spots = list(drawn(sheet).values())
    patterns = []
    for left, right in spots:
        inside = [
            m
            for m in sheet.marks
            if isinstance(m, (Area, Stroke))
            and m.ink in ("paper", "text")
            and left - 1 <= m.path.get_extents().x0
            and m.path.get_extents().x1 <= right + 1
        ]
        patterns.append((len(inside), {(type(m), m.path.vertices.shape) for m in inside}.__str__()))
    assert len(set(patterns)) == 5


def test_what_is_left_and_what_is_missing_are_edges_alone():
    whole = bar(0.5, rest=0.5)
    assert drawn(whole).keys() == {"k0"}
    (edge,) = [m for m in whole.marks if isinstance(m, Stroke) and len(m.path) == 5]
    assert not edge.dash
    (edge,) = [m for m in bar(0.5, missing=0.5).marks if isinstance(m, Stroke) and len(m.path) == 5]
    assert edge.dash


STYLE = SCALE["chart"]
TEXTS = ("9%", "Neglect", "Emotional abuse", "Physical abuse", "Exploitation outside the home")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 60), st.sampled_from(TEXTS)), min_size=1, max_size=6),
    st.sampled_from([230, 300, 400]),
)
def test_no_label_lies_on_another_and_no_line_runs_through_one(pieces, width):
    total, at, labels = sum(size for size, _ in pieces), 0.0, []
    for size, text in pieces:
        room = width * size / total
        labels.append(Label(text, at + room / 2, room, STYLE, "text", Mark("part")))
        at += room
    rungs = ladder(labels, width)
    assert rungs is not None
    for one in rungs:
        assert -1e-6 <= one.left and one.right <= width + 1e-6
        for other in rungs:
            if one is other:
                continue
            if one.level == other.level:
                assert one.right < other.left or other.right < one.left
            elif one.level > other.level and one.led:
                assert not other.left - CLEAR < one.x < other.right + CLEAR


def test_words_that_find_no_place_in_levels_are_a_list():
    long = "children who were on a plan because of emotional abuse by a parent or a carer"
    labels = [Label(long, x, 20, STYLE, "text", Mark("part", x // 100)) for x in (50, 150, 250)]
    made = told(labels, 300)
    assert isinstance(made, Listed)
    sheet = Sheet(300, made.height)
    made.write(sheet, (0, made.height), -1, BRAND)
    words = [m for m in sheet.marks if isinstance(m, Words)]
    assert " ".join(m.text for m in words) == " ".join([long] * 3)
    assert min(m.y for m in words) >= 0


# On pages

AGES = ("Under 1", "1 to 4", "5 to 9", "10 and over")


def large() -> Summary:
    """Twelve rows of four numbers with long labels, and a stack of bars over more than a page."""
    figures = {f"w{c}": figure(5000 + c, noun="plans", name=f"All {c}") for c in range(4)}
    rows = []
    for r in range(11):
        for c in range(4):
            value = FEW if (r, c) == (3, 1) else {"value": 100 + 10 * r + c}
            figures[f"f{r}-{c}"] = figure(value, part_of=f"w{c}", name=f"Number {r} {c}")
        label = f"Domestic abuse in the household, seen or heard by the child, kind {r}"
        rows.append({label: [f"f{r}-{c}" for c in range(4)]})
    rows.append({"All plans": [f"w{c}" for c in range(4)]})
    figures["f0-0"] |= {"symbol": "r"}
    grid = {"kind": "grid", "title": "By age", "columns": list(AGES), "rows": rows, "totals": "row"}
    bars = [{f"Bar {r}": [f"g{r}-{c}" for c in range(3)]} for r in range(9)]
    for r in range(9):
        figures |= {f"g{r}-{c}": figure(40 + r, part_of="w0", name=f"P {c}") for c in range(3)}
    stack = {"kind": "stack", "title": "Bars", "rows": bars, "parts": ["One", "Two", "Three"]}
    made = summary(figures, grid, stack)
    assert problems_in(made, Tree(Path("content.yaml"), []), []) == []
    return made


@pytest.fixture(scope="module")
def pages() -> dict[str, bytes]:
    content = large()
    return {name: written(name, content, BOARD)[1] for name in ("booklet", "large-print")}


@pytest.mark.parametrize("edition", ["large-print", "booklet"])
def test_a_large_grid_and_many_bars_stay_readable(edition, pages):
    assert pages[edition], "something did not fit"
    assert faults(pages[edition]) == []
    said = " ".join(text_of(pages[edition]))
    assert said.count("By age") == 1


def test_a_grid_that_goes_on_repeats_its_head_and_leaves_no_row_alone(pages):
    texts = [page for page in text_of(pages["booklet"]) if "Domestic" in page]
    assert len(texts) > 1, "it goes on over a page"
    rows = [page.count("Domestic") + page.count("All plans") for page in texts]
    assert min(rows) >= 2 and sum(rows) == 12
    assert all("Under 1" in page and "5 to 9" in page for page in texts)
    tags = structure(pages["booklet"])
    assert sum("TH scope=Column: Under 1" in line for line in tags) == 1


def test_no_page_begins_with_the_total_of_a_list():
    told = node(PLANS, {**GRID, "totals": "row"})
    look = large_print.LAYOUT.look(BRAND)
    made = list_or_table(told, look, Spot(Misfits()), Element("Sect"), 400)
    total, note = made[-2:]  # why a number is missing
    assert total.break_cost == note.break_cost == spacing.NEVER
    assert all(atom.break_cost < spacing.NEVER for atom in made[1:-2])


def test_the_names_of_parts_stand_above_the_first_bar_of_each_page(pages):
    texts = [page for page in text_of(pages["large-print"]) if "Bar " in page and "Plans" in page]
    assert len(texts) > 1
    assert all("Two" in page and "Three" in page for page in texts)


def test_a_grid_is_tagged_as_a_table_and_as_a_list_in_large_print(example_pdf, large_example_pdf):
    tags = "\n".join(line.strip() for line in structure(example_pdf))
    assert (
        "Table\nCaption: Number, and per cent of plans. 31 March 2024; 31 March 2025.\nTHead\n"
        "TR\nTD\nTH scope=Column: March 2024\nTH scope=Column: March 2025\nTBody\nTR\n"
        "TH scope=Row: Emotional abuse\nTD\nSpan: 262\nSpan: 46%\nTD\nSpan: 288\nSpan: 48%"
    ) in tags
    assert "TH scope=Row: Sexual abuse\nTD: [x]\nTD\nSpan: 41\nSpan: 7%" in tags
    assert "alt='March 2025. Plans: 604. Emotional abuse 288, 48%" in tags
    tags = "\n".join(line.strip() for line in structure(large_example_pdf))
    assert "LBody\nP: Emotional abuse\nP: March 2024: 262, 46%\nP: March 2025: 288, 48%" in tags


# As it is typed

EXAMPLE = ROOT / "examples/every-block/content"
ROW = "- Neglect: [before-neglect, plans-neglect]"


@pytest.fixture
def example(tmp_path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "content"))


@pytest.mark.parametrize(
    ("typed", "code", "says", "caret"),
    [
        ("- Neglect: [before-neglet, plans-neglect]", "unknown-figure", "before-neglet", "before-"),
        ("- Neglect: plans-neglect", "row-length", "1 figure, and there are 2 columns", "plans-"),
        ("- Neglect:", "row-figures", 'the row "Neglect" names no figures', "Neglect"),
        ("- Neglect", "row-figures", 'the row "Neglect" names no figures', "Neglect"),
        ("- [before-neglect, plans-neglect]", "row-label", "does not say what it is about", "["),
        ("- Neglect: [203, plans-neglect]", "number-typed", "203 is a number", "203"),
        ("- {label: Neglect, figures: [203]}", "number-typed", "203 is a number", "203"),
        ("- figure: [before-neglect, plans-neglect]", "missing-key", '"label" is missing', "fig"),
        (f"{ROW}\n            Other: [plans]", "row-keys", '"Neglect" and "Other" stand', "Neg"),
    ],
)
def test_a_slip_in_a_row_is_told_where_it_stands(typed, code, says, caret, example):
    first = mistake(example, ROW, typed)[0]
    assert first.code == code
    assert says in first.message
    assert first.hint
    assert first.place.source[first.place.column - 1 :].startswith(caret)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Neglect: early: [{}, {}]", '"Neglect: early": [{}, {}]'),
        ("{{plans}} in all: [{}, {}]  # two", '"{{plans}} in all": [{}, {}]  # two'),
        ("[Neglect] now: [{}, {}]", '"[Neglect] now": [{}, {}]'),
        ('"Neglect" now: [{}, {}]', "'\"Neglect\" now': [{}, {}]"),
        ("**Neglect** now: [{}, {}]", '"**Neglect** now": [{}, {}]'),
        ("% of neglect: [{}, {}]", '"% of neglect": [{}, {}]'),
        ("Neglect #1: [{}, {}]", '"Neglect #1": [{}, {}]'),
        ("Neglect: [{}, {}", "Neglect: [{}, {}]"),
        ("Neglect:[{}, {}]", "Neglect: [{}, {}]"),
        ("Neglect [{}, {}]", "Neglect: [{}, {}]"),
        ("Neglect: {}, {}", "Neglect: [{}, {}]"),
        ("Neglect: [{} {}]", "Neglect: [{}, {}]"),
        ("Neglect: ({}, {})", "Neglect: [{}, {}]"),
        ("Neglect: {{{}, {}}}", "Neglect: [{}, {}]"),
    ],
)
def test_a_row_is_told_as_it_should_be_typed(typed, right, example):
    """One line mends it, and it has quotes around its label alone."""
    names = ("before-neglect", "plans-neglect")
    typed, right = (f"- {row.format(*names)}" for row in (typed, right))
    (told,) = mistake(example, ROW, typed)
    assert told.typed == " " * 10 + right
    path = example / "2024-25.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(typed, right), encoding="utf-8")
    load("2024-25", example, icons.names())


def test_quotes_around_other_items_of_a_list_stand_around_all_of_them(example):
    """An item of a list of texts is no row, also where it ends like one."""
    lesson = "- Write down who decided, and why."
    (told,) = mistake(example, lesson, "- Write: who decided: [a, b]")
    assert told.typed.strip() == '- "Write: who decided: [a, b]"'


def test_the_label_of_a_row_moves_on_into_the_next_year(example):
    path = example / "2024-25.yaml"
    text = path.read_text(encoding="utf-8").replace("- March 2025: [", '- "2024-25": [')
    text = text.replace("columns: [March 2024, March 2025]", "columns: [2023-24, 2024-25]")
    path.write_text(text, encoding="utf-8")
    left = new("2025-26", "2024-25", content=example).left
    after = (example / "2025-26.yaml").read_text(encoding="utf-8")
    assert '- "2025-26": [plans-emotional, plans-neglect' in after
    assert "columns: [2023-24, 2025-26]" in after
    assert any("names what was left as it is: 2023" in one.why for one in left)
