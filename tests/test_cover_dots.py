"""The dots of the cover: they count exactly what they say, each part in a colour of its own, and
leaders cross nothing.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import pairwise
from math import dist

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from covers import BOARD, FUNNEL, dots_in, four, summary
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import LEVELS
from hscb_report.charts import doughnut, funnel, grid
from hscb_report.charts.field import DOT, LEAST, field, is_legible, middles, step
from hscb_report.page.opening import LEADER
from hscb_report.story.dots import MOST_DOTS, dots_of
from hscb_report.story.tell import tell
from hscb_report.summary.blocks import Funnel, Part, Share
from hscb_report.summary.reading import Reader
from make import written
from pdf import opened
from test_layout_property import faults


@pytest.mark.parametrize(
    ("edition", "purpose"),
    [
        ("board", "screen"),
        ("large-print", "screen"),
        ("booklet", "screen"),
        ("leaflet", "screen"),
        ("leaflet", "press"),
        ("booklet", "office"),
    ],
)
def test_the_dots_of_the_printed_summary_are_counted_out(edition, purpose, once):
    with opened(once("content", edition, purpose, marks=purpose == "press")) as pdf:
        counted = Counter(tuple(dots_in(page)) for page in pdf.pages)
    # 776 hundreds of contacts, of which 324 became referrals, of which 25 led to investigations
    assert counted[776 - 324, 324 - 25, 25] == 1
    # and below it, where there is room for a field, 8,376 referrals and 87 admissions
    assert sum(counted.values()) == counted[()] + 1 + counted[838, 9]


@pytest.mark.parametrize(
    ("numbers", "blocks", "counts", "each"),
    [
        ((999, 500, 1), (FUNNEL,), (999, 500, 1), "one"),
        ((1000, 500, 1), (FUNNEL,), (1000, 500, 1), "one"),
        ((1001, 500, 5), (FUNNEL,), (100, 50, 1), "10"),
        ((77602, 32441, 2528), (FUNNEL,), (776, 324, 25), "100"),
        ((12345678, 650000, 45000), (FUNNEL,), (123, 7, 0), ""),
        ((604, 288), ({"kind": "part", "figure": "some"},), (604, 288), "one"),
        ((604, 288), ({"kind": "share", "figure": "rate"},), (100, 94), "1%"),
        ((None, 288), ({"kind": "part", "figure": "some"},), None, ""),
        ((0, 0), ({"kind": "part", "figure": "some"},), None, ""),
        ((604, 0), ({"kind": "part", "figure": "some"},), None, ""),
    ],
)
def test_what_a_dot_stands_for(numbers, blocks, counts, each):
    story = tell(Reader(summary(numbers, blocks)), BOARD)
    if not each:
        assert story.opening is None or story.opening.dots is None
        return
    assert story.opening.dots.counts == counts
    assert story.opening.dots.each == f"Each dot stands for {each}."


def test_numbers_within_one_another_go_before_a_percentage():
    share, part = {"kind": "share", "figure": "rate"}, {"kind": "part", "figure": "some"}
    story = tell(Reader(summary((604, 288), (share, part))), BOARD)
    assert story.opening.dots.counts == (604, 288)
    assert story.opening.section is None


@given(st.integers(1, 10**9), st.floats(0, 1), st.floats(0, 1))
def test_counts_are_what_the_unit_makes_of_the_numbers(whole, first, second):
    numbers = (whole, int(whole * first), int(whole * first * second))
    reader = Reader(summary(numbers))
    block = Funnel.model_validate(FUNNEL)
    dots = dots_of(block, reader, "")
    if dots is None:
        small = numbers[-1] * 2 * MOST_DOTS < max(1, whole) * 10 or 0 in numbers
        assert small or numbers[-1] > whole * 0.9  # all are nearly one number
        return
    assert dots.counts[0] <= MOST_DOTS
    unit = int(dots.each.split()[-1].rstrip(".").replace(",", "").replace("one", "1"))
    assert unit == 1 or whole > unit / 10 * MOST_DOTS
    for number, count in zip(numbers, dots.counts, strict=True):
        assert abs(number - count * unit) <= unit / 2
        assert count >= 1


@pytest.mark.parametrize("count", [1, 2, 10, 100, 324, 776, 1000])
def test_dots_are_equal_apart_and_inside(count):
    radius = 150.0
    places, size = middles(count, radius), DOT * step(count, radius)
    assert len(places) == count
    for x, y in places:
        assert size <= x <= 2 * radius - size + 0.01
        assert size <= y <= 2 * radius - size + 0.01
    gaps = [dist(one, other) for i, one in enumerate(places) for other in places[:i]]
    assert min(gaps, default=9e9) >= 2 * size * 1.3


def test_dots_too_small_for_a_press_are_not_drawn():
    assert not is_legible(1000, 60)
    assert is_legible(1000, 73)
    assert 2 * DOT * step(1000, 73) >= LEAST


def test_each_part_has_an_ink_of_its_own_and_its_key():
    sheet = field((9, 5, 2), ("all", "some", "few"), 50, Brand(BOARD))
    assert [(mark.ink, mark.key, len(mark.path.vertices) // 2) for mark in sheet.marks] == [
        ("third", "all", 4),
        ("highlight", "some", 3),
        ("accent", "few", 2),
    ]


def test_kinds_of_blocks_without_such_numbers_are_no_picture():
    reader = Reader(summary())
    assert dots_of(Part.model_validate({"kind": "part", "figure": "some"}), reader, "") is not None
    assert (
        dots_of(Share.model_validate({"kind": "share", "figure": "rate"}), reader, "") is not None
    )
    blocks = ({"kind": "statistics", "items": ["all"]},)
    assert dots_of(summary(blocks=blocks).sections[0].blocks[0], reader, "") is None


def test_a_part_that_is_its_whole_has_the_same_dots():
    for numbers in ((900, 900, 20), (900, 20, 20), (5, 5, 5), (90_000, 89_990, 89_980)):
        publication, data = written("board", summary(numbers), BOARD)
        assert not publication.misfits
        assert faults(data) == []


def test_a_number_with_hardly_a_dot_of_its_own_is_not_drawn_apart_and_that_is_said():
    dots = tell(Reader(four((18240, 6105, 5980, 412))), BOARD).opening.dots
    assert dots.counts == (182, 61, 60, 4)
    assert dots.drawn == (182, 61, 4)
    assert dots.levels == (0, 1, None, 2)
    assert dots.unit.endswith("5,980 is too near to 6,105 to be drawn apart.")
    assert "182 dots, of which 61, of which 4." in dots.description.alt
    assert all("5,980" in " ".join(said) for said in (dots.said(), dots.told()))
    assert tell(Reader(four((18240, 9105, 5980, 412))), BOARD).opening.dots.note == (
        "All dots make 18,240: each group includes those inside it."
    )


def test_numbers_that_are_nearly_one_are_no_picture():
    opening = tell(Reader(summary((900, 899, 898))), BOARD).opening
    assert opening is None or opening.dots is None


def test_dots_below_another_number_say_what_they_are_of():
    for numbers in ((77602, 32441, 2528), (604, 288, 20)):
        dots = tell(Reader(summary(numbers)), BOARD).opening.dots  # no noun says what is counted
        assert dots.head == f"{numbers[0]:,} all children. {dots.each}"


@pytest.mark.parametrize("count", [2, 3, 4])
def test_the_innermost_part_has_one_colour_on_covers_funnels_and_fields(count):
    assert LEVELS[count][-1] == "accent"
    assert len(set(LEVELS[count])) == count
    content = four((18240, 9105, 5980, 412))
    readings = [Reader(content).figure(name) for name in ("all", "some", "few", "last")[:count]]
    brand = Brand(BOARD)
    drawn = inks_of(funnel.funnel(readings, 400, brand))
    assert drawn[readings[-1].key] == "accent-text"
    assert list(drawn.values()).count("accent-text") == 1
    assert drawn["all"] == "tint"  # the whole is quiet
    lay = grid.abreast((20,), 100, 50, 1)
    assert inks_of(grid.within((20, 8), "p", lay, 100, False, brand))["p"] == "accent-text"
    assert inks_of(doughnut.doughnut(readings[1], 90, brand)) == {"some": "accent-text"}


def inks_of(sheet) -> dict[str, str]:
    """The ink of each number that a chart shows."""
    return {mark.key: mark.ink for mark in sheet.marks if getattr(mark, "key", "")}


def leaders_in(page: pikepdf.Page) -> list[list[tuple[float, float]]]:
    """The lines from numbers to rings: of one width, as rules are that begin at their origin."""
    found, path, curves, width, kept = [], [], 0, 0.0, []
    for operands, operator in pikepdf.parse_content_stream(page):
        name, values = str(operator), [float(v) for v in operands if isinstance(v, (int, Decimal))]
        if name == "q":
            kept.append(width)
        elif name == "Q":
            width = kept.pop()
        elif name == "w":
            width = values[0]
        elif name in ("m", "l"):
            path.append(tuple(values))
        elif name in ("c", "re", "h"):
            curves += 1
        elif name in ("S", "f", "f*", "B", "n"):
            if name == "S" and not curves and width == LEADER and path[0] != (0.0, 0.0):
                found.append(path)
            path, curves = [], 0
    return found


def crosses(one, other) -> bool:
    """Whether two pieces of lines have a point in common."""

    def side(start, end, at):
        return (end[0] - start[0]) * (at[1] - start[1]) - (end[1] - start[1]) * (at[0] - start[0])

    return (
        side(*one, other[0]) * side(*one, other[1]) <= 0
        and side(*other, one[0]) * side(*other, one[1]) <= 0
    )


@pytest.mark.parametrize(
    ("numbers", "drawn"),
    [
        ((77602, 32441, 2528), 3),
        ((18240, 6105, 5980, 412), 3),
        ((18240, 9105, 5980, 412), 4),
        ((18240, 18105, 17980, 17880), 2),
        ((900, 899, 898, 897), 2),
        ((900, 4, 3, 2), 2),
        ((200, 100, 99, 98), 2),
        ((900, 900, 20), 2),
        ((9, 8, 7, 6), 4),
    ],
)
def test_leaders_cross_neither_one_another_nor_a_ring(numbers, drawn):
    content = four(numbers) if len(numbers) == 4 else summary(numbers)
    _, data = written("board", content, BOARD)
    pdf = opened(data)
    paths = leaders_in(pdf.pages[0])
    assert len(paths) == drawn
    for index, path in enumerate(paths):
        for other in paths[index + 1 :]:
            pieces = [(a, b) for a in pairwise(path) for b in pairwise(other)]
            assert not any(crosses(*both) for both in pieces), numbers


def test_leaders_are_drawn_below_the_dots_and_rings_above():
    _, data = written("board", summary(), BOARD)
    pdf, order = opened(data), []
    for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
        if str(operator) in ("m", "l"):
            last = [float(value) for value in operands]
            order.append((str(operator), last))
    dots = [
        index
        for index, (one, other) in enumerate(pairwise(order))
        if one[0] == "m" and other[0] == "l" and dist(one[1], other[1]) < 0.05
    ]
    lines = [
        index
        for index, (one, other) in enumerate(pairwise(order))
        if one[0] == "m" and other[0] == "l" and dist(one[1], other[1]) > 5
    ]
    assert len(lines) >= 3
    assert max(lines[:3]) < min(dots)
