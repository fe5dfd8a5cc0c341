"""Grids and stacks: what is drawn of them, and how they stand on pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broken_down import BOARD, BRAND, FEW, GRID, PLANS, WIDTH, bar, figure, node, summary
from hscb_report.brand import fonts
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
from hscb_report.summary.document import Summary
from hscb_report.summary.relations import problems_in
from hscb_report.summary.tree import Tree
from make import written
from pdf import structure, text_of
from test_layout_property import faults


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
