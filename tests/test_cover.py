"""The picture of the cover: it counts exactly what it says, in every edition, and tells it once."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import pairwise
from math import dist

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

import seen
from conftest import ROOT
from hscb_report import build
from hscb_report.brand.brand import Brand
from hscb_report.brand.colours import LEVELS
from hscb_report.brand.typography import Type
from hscb_report.charts import curve, doughnut, funnel, grid
from hscb_report.charts.field import DOT, LEAST, field, is_legible, middles, step
from hscb_report.charts.line_numbers import box_of
from hscb_report.charts.marks import Stroke, Words
from hscb_report.page.look import Look, Paper
from hscb_report.page.opening import LEADER, tokens_of
from hscb_report.page.text import numeral_on_band
from hscb_report.preflight.verify import verify
from hscb_report.story.dots import MOST_DOTS, dots_of
from hscb_report.story.tell import tell
from hscb_report.story.unnested import Curve
from hscb_report.summary.blocks import Funnel, Part, Share
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.reading import Reader
from make import written
from pdf import opened, painted, structure, text_of
from test_layout_property import faults

BOARD = Board(name="Hampshire Safeguarding Children Board")
FOLD = {"leaflet": "roll"}
FUNNEL = {"kind": "funnel", "figures": ["all", "some", "few"]}
TEXT = {"kind": "text", "text": "Words."}


def summary(numbers=(77602, 32441, 2528), blocks=(FUNNEL,), heading="Our year", **more) -> Summary:
    """A content whose figures are nested in one another, and a percentage."""
    figures, whole = {}, None
    for name, value in zip(("all", "some", "few"), numbers, strict=False):
        gap = {"symbol": "x", "reason": "To come."} if value is None else {}
        figures[name] = {"value": value, "label": f"{name} children", **gap}
        if whole:
            figures[name] |= {"part_of": whole, "lead": "of which"}
        whole = name
    figures["rate"] = {"value": 94, "unit": "percent", "label": "of children"}
    for figure in figures.values():
        figure |= {"period": "2017-18", "source": "s"}
    return Summary.model_validate(
        {
            "board": "b",
            "title": "Annual Report Summary",
            "period": "2017-18",
            "status": "final",
            "sources": {"s": {"title": "Yearly return", "publisher": "Somebody"}},
            "figures": figures,
            "sections": [
                {"heading": heading, "blocks": list(blocks)},
                {"heading": "More", "blocks": [TEXT]},
            ],
            **more,
        }
    )


def dots_in(page: pikepdf.Page) -> list[int]:
    """How many dots each stroke of a page draws: lines of next to no length with round ends."""
    found, dots, curves, at = [], 0, 0, (0.0, 0.0)
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("m", "l"):
            point = tuple(float(value) for value in operands)
            if name == "l":
                dots += dist(at, point) < 0.05
            at = point
        elif name == "c":
            curves += 1
        elif name in ("S", "f", "f*", "B", "n"):
            found += [dots] if dots and not curves and name == "S" else []
            dots = curves = 0
    return found


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
def test_the_dots_of_the_printed_summary_are_counted_out(edition, purpose, tmp_path):
    build("2017-18", content=ROOT / "content", output=tmp_path, editions=[edition], purpose=purpose)
    (path,) = tmp_path.glob("*.pdf")
    with pikepdf.open(path) as pdf:
        counted = Counter(tuple(dots_in(page)) for page in pdf.pages)
    # 776 hundreds of contacts, of which 324 became referrals, of which 25 led to investigations
    assert counted[776 - 324, 324 - 25, 25] == 1
    # and below it, where there is room for a field, 8,376 referrals and 87 admissions
    assert sum(counted.values()) == counted[()] + 1 + counted[838, 9]


@pytest.mark.parametrize("edition", ["board", "large-print", "booklet"])
def test_the_section_is_told_on_the_cover_and_not_again(edition):
    _, data = written(edition, summary(), BOARD)
    lines = [line.strip() for line in structure(data)]
    assert sum("H2: Our year" in line for line in lines) == 1
    (alt,) = (line for line in lines if line.startswith("Figure"))
    # where heading and numbers were read right before it, the picture does not say them again
    assert "Field of dots: 776 dots, of which 324, of which 25." in alt
    text = " ".join(" ".join(text_of(data)).split())
    before = text[: text.index("About the figures")]
    for once in (
        "77,602 all children",
        "some children",
        "few children",
        "Each dot stands for 100.",
    ):
        assert before.count(once) == 1, once
    assert [before.count(part) for part in ("42%", "8%")] == [1, 1]
    assert text.index("Annual Report") < text.index("Our year") < text.index("More")


def test_a_narrow_cover_without_room_for_the_section_leaves_it_to_its_page():
    content = summary(heading="A heading of many words " * 10, title="A title of many words " * 3)
    _, data = written("large-print", content, BOARD)
    assert sum(line.strip().startswith("Figure alt") for line in structure(data)) == 2
    assert sum("H2: A heading" in line for line in structure(data)) == 1


def test_a_cover_tells_no_section_that_says_how_its_number_stands_to_others():
    share = {"kind": "share", "figure": "rate"}
    told = summary(blocks=(share,))
    assert tell(Reader(told), BOARD).opening.section == 0
    figures = told.model_dump(exclude_unset=True)["figures"]
    figures["rate"]["previous"] = {"value": 90}
    said = tell(Reader(summary(blocks=(share,), figures=figures)), BOARD)
    assert said.opening.dots is not None
    assert said.opening.section is None


def test_a_section_that_shows_more_is_told_below_too():
    _, data = written("board", summary(blocks=(FUNNEL, TEXT)), BOARD)
    text = " ".join(text_of(data)[0].split())
    assert "77,602 all children of which 32,441 some children of which 2,528 few children" in text
    assert sum(line.strip().startswith("Figure alt") for line in structure(data)) == 2


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


def test_nothing_within_anything_is_a_cover_without_a_picture():
    content = summary(blocks=(TEXT,) * 5)
    for edition in ("board", "large-print", "leaflet"):
        _, data = written(edition, content, BOARD, fold=FOLD.get(edition, ""))
        assert not any(line.strip().startswith("Figure alt") for line in structure(data))
        assert not any(dots_in(page) for page in opened(data).pages)


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


@pytest.mark.parametrize(
    "content",
    [
        summary((99999999, 88888888, 77777777)),
        summary(heading="A heading of very many words " * 4),
        summary(title="Unaccompanied counterintelligences " * 3),
        summary(title="A"),
        summary((10, 9, 8)),
    ],
    ids=["eight digits", "long heading", "long title", "short title", "few dots"],
)
@pytest.mark.parametrize("edition", ["board", "large-print", "booklet", "leaflet"])
def test_covers_of_other_contents_are_whole_and_conform(edition, content):
    publication, data = written(edition, content, BOARD, fold=FOLD.get(edition, ""))
    if not data:
        assert edition == "leaflet"  # a title that no panel holds is told
        assert publication.misfits
        return
    assert faults(data) == []
    assert all(judged.clean for judged in verify(data).judged)


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


# What the dots are

EVERY = ["board", "large-print", "booklet", "leaflet"]


@pytest.mark.parametrize("edition", EVERY)
@pytest.mark.parametrize("numbers", [(77602, 32441, 2528), (900, 899, 20), (604, 288)])
def test_below_a_picture_each_number_has_a_sign_of_its_dots(edition, numbers):
    blocks = (FUNNEL if len(numbers) == 3 else {"kind": "part", "figure": "some"}, TEXT)
    content = summary(numbers, blocks=blocks)
    _, data = written(edition, content, BOARD, fold=FOLD.get(edition, ""))
    dots = tell(Reader(content), BOARD).opening.dots
    inks = tokens_of(dots)
    assert len({ink for ink in inks if ink != "on-band"}) == len(dots.shown)
    page = painted(data)[0]
    for reading, level, ink in zip(dots.readings, dots.levels, inks, strict=True):
        found = [text for text in page.texts if text.words.strip() == reading.number]
        assert found, reading.number
        if edition == "leaflet" and reading is dots.readings[0]:
            continue  # it stands above the picture, in the colour of its dots
        line = min(found, key=lambda text: text.size)
        y = line.box[1]
        signs = [
            shape
            for shape in page.shapes
            if shape.box[2] <= line.box[0]
            and shape.box[1] < y + 9
            and shape.box[3] > y - 2
            and shape.box[3] - shape.box[1] < 25
        ]
        within = 0 if level is None else len(dots.shown) - level  # its own ring, and all inside it
        assert len(signs) == within, (reading.number, ink)


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


@pytest.mark.parametrize("hero", ["", "rate"])
def test_no_front_lets_its_dots_be_taken_for_another_number(hero):
    front = {"leaflet": {"front": {"figure": hero}}} if hero else {}
    content = summary(**front)
    figures = content.model_dump(exclude_unset=True)["figures"]
    figures = {"first": figures["rate"], **figures}
    figures["all"]["noun"] = "children"
    content = Summary.model_validate(content.model_dump(exclude_unset=True) | {"figures": figures})
    _, data = written("leaflet", content, BOARD, fold="roll")
    lines = seen.lines(data)[0]
    large = max((one for one in lines if one.words[0].isdigit()), key=lambda one: one.size)
    (unit,) = [one for one in lines if one.words.startswith("Each dot stands for 100 children.")]
    places = [s.box[1] for s in painted(data)[0].shapes if 100 < s.box[2] - s.box[0] < 250]
    if hero:
        assert large.words == "94%"
        assert large.baseline > unit.baseline > max(places) > 0
    else:
        assert large.words == "77,602"
        assert unit.baseline < min(places)


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


# Leaders


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


FOUR = {"kind": "funnel", "figures": ["all", "some", "few", "last"]}


def four(numbers) -> Summary:
    """Four numbers within one another."""
    made = summary(numbers[:3]).model_dump(exclude_unset=True)
    made["figures"]["last"] = made["figures"]["few"] | {
        "value": numbers[3],
        "label": "last children",
        "part_of": "few",
    }
    made["sections"][0]["blocks"] = [FOUR]
    return Summary.model_validate(made)


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


# The one number on a leaflet's front


@pytest.mark.parametrize(
    ("hero", "text"), [("all", "77,602"), ("some", "32,441"), ("few", "2,528"), ("rate", "94%")]
)
def test_the_number_on_the_front_has_the_colour_of_its_own_dots(hero, text):
    content = summary(leaflet={"front": {"figure": hero}})
    _, data = written("leaflet", content, BOARD, fold="roll")
    assert any(dots_in(page) for page in opened(data).pages)
    front = max((one for one in seen.lines(data)[0] if one.words == text), key=lambda one: one.size)
    _, data = written("board", content, BOARD)
    cover = seen.lines(data)[0]
    # The cover of the board edition has the number's own leader; white is that of the title.
    alike = text if hero != "rate" else "Annual Report"
    assert front.colour == next(one.colour for one in cover if one.words.startswith(alike))


# Where no numbers stand within one another

EDITIONS = ["board", "large-print", "booklet", "leaflet"]
RISING = {2014: 1265, 2015: 1305, 2016: 1385, 2017: 1465, 2018: 1545}
TREND = {"kind": "trend", "series": "looked-after"}
ONE = {"kind": "statistics", "items": ["all"]}
TWO = {"kind": "statistics", "items": ["all", "some"]}


def yearly(points=RISING, blocks=(TREND,), **more) -> Summary:
    """A content whose first section shows a series."""
    years = {str(year): value for year, value in points.items()}
    series = {"looked-after": {"label": "Looked after", "source": "s", "points": years}}
    return summary(blocks=blocks, series=series, **more)


def sized(data: bytes, number: str, page: int = 0) -> float:
    """The size in which a number stands on a page at its largest, pt; 0 where it does not."""
    found = [text.size for text in painted(data)[page].texts if text.words.strip() == number]
    return max(found, default=0.0)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_series_is_a_shape_with_its_first_and_last_number(edition):
    _, data = written(edition, yearly(), BOARD, fold=FOLD.get(edition, ""))
    first = text_of(data)[0]
    for said in ("1,265", "1,545", "2014", "2018", "Looked after", "280 more than in 2014"):
        assert said in first
    assert min(sized(data, "1,265"), sized(data, "1,545")) > sized(data, "2018") > 0
    alts = [line.strip() for line in structure(data) if line.strip().startswith("Figure")]
    assert "Line chart: Looked after. 2014, 1,265; 2015, 1,305" in alts[0]
    assert faults(data) == []
    assert all(judged.clean for judged in verify(data).judged)


@pytest.mark.parametrize("edition", EDITIONS[:3])
def test_a_section_of_one_series_is_told_on_the_cover_and_not_again(edition):
    _, data = written(edition, yearly(), BOARD)
    lines = [line.strip() for line in structure(data)]
    assert sum("H2: Our year" in line for line in lines) == 1
    assert sum(line.startswith("Figure alt") for line in lines) == 1
    text = " ".join(text_of(data))
    assert all(f"{value:,}" in text[: text.index("About the figures")] for value in RISING.values())
    _, data = written(edition, yearly(blocks=(TREND, TEXT)), BOARD)
    lines = [line.strip() for line in structure(data)]
    assert sum(line.startswith("Figure alt") for line in lines) == 2


@pytest.mark.parametrize("edition", EDITIONS[:3])
def test_one_number_is_very_large_and_told_there(edition):
    _, data = written(edition, summary(blocks=(ONE,)), BOARD)
    assert sized(data, "77,602") > 60
    lines = [line.strip() for line in structure(data)]
    assert sum("H2: Our year" in line for line in lines) == 1
    assert not any(line.startswith("Figure alt") for line in lines)
    text = " ".join(text_of(data))
    assert text[: text.index("About the figures")].count("77,602") == 1
    assert faults(data) == []
    assert all(judged.clean for judged in verify(data).judged)


def test_a_number_among_others_is_on_the_cover_and_below():
    _, data = written("board", summary(blocks=(TWO,)), BOARD)
    text = " ".join(text_of(data))
    assert text[: text.index("About the figures")].count("77,602") == 2
    sizes = {t.size for t in painted(data)[0].texts if t.words.strip() == "77,602"}
    assert max(sizes) > 100
    assert sorted(sizes)[0] <= 36, "the cover's leads, the other is one of many"


def test_the_front_of_a_leaflet_bears_the_number_that_leads_large():
    statistics = {"kind": "statistics", "items": ["few", "some"]}
    content = summary(blocks=(statistics, *(TEXT,) * 8))
    _, data = written("leaflet", content, BOARD, fold="roll")
    assert sized(data, "2,528") > 70
    assert text_of(data)[0].count("2,528") == 1


@pytest.mark.parametrize(
    ("blocks", "kind"),
    [
        ((TREND, FUNNEL), "dots"),
        ((TREND, {"kind": "share", "figure": "rate"}), "dots"),
        ((ONE, TREND), "curve"),
        ((ONE, TEXT), "large"),
        ((TEXT,), ""),
    ],
)
def test_what_a_cover_rather_shows(blocks, kind):
    shown = tell(Reader(yearly(blocks=blocks)), BOARD).opening
    assert (type(shown.shown).__name__.lower() if shown else "") == kind


@pytest.mark.parametrize(
    ("points", "drawn"),
    [
        ({2014: 0, 2015: 0}, False),
        ({2019: 5, 2020: 6}, False),
        ({2014: 5, 2015: 6}, True),
        ({2014: 5, 2015: {"value": None, "symbol": "x", "reason": "To come."}, 2016: 4}, True),
        ({2014: 1545, 2015: 20, 2016: 3, 2017: 2, 2018: 1, 2019: 9}, True),
    ],
)
def test_series_that_can_be_a_shape(points, drawn):
    content = yearly(points)
    opening = tell(Reader(content), BOARD).opening
    assert (opening is not None and isinstance(opening.shown, Curve)) == drawn
    for edition in EDITIONS[:3]:
        publication, data = written(edition, content, BOARD)
        assert not publication.misfits
        assert faults(data) == []


def test_a_section_chosen_for_the_cover_may_be_of_any_kind():
    sections = [
        {"heading": "Our year", "blocks": [FUNNEL]},
        {"heading": "Numbers", "blocks": [ONE]},
        {"heading": "Years", "blocks": [TREND]},
    ]
    for heading, kind in (("Our year", "dots"), ("Numbers", "large"), ("Years", "curve")):
        content = yearly(sections=sections, cover={"section": heading})
        shown = tell(Reader(content), BOARD).opening
        assert type(shown.shown).__name__.lower() == kind
        _, data = written("board", content, BOARD)
        said = [line.strip() for line in structure(data)]
        assert next(line for line in said if "H2" in line).endswith(heading)
        assert sum("H2: " in line for line in said) == 4


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 10**8)), min_size=2, max_size=12),
    st.floats(150, 520),
    st.floats(60, 400),
)
def test_no_number_of_a_shape_stands_on_it_or_on_another(values, width, height):
    gap = {"value": None, "symbol": "x", "reason": "To come."}
    points = {2018 - at: gap if value is None else value for at, value in enumerate(values)}
    opening = tell(Reader(yearly(dict(sorted(points.items())))), BOARD).opening
    if opening is None or not isinstance(opening.shown, Curve):
        return
    one = opening.shown.line
    if not curve.is_legible(one, width, height):
        return
    sheet = curve.curve(one, width, height, Brand(BOARD))
    boxes = [
        box_of(mark.text, mark.x, mark.y, mark.style)
        for mark in sheet.marks
        if isinstance(mark, Words) and not mark.centred
    ]
    numbers = [mark.text for mark in sheet.marks if isinstance(mark, Words)]
    known = [point for point in one.points[: one.now + 1] if point.value is not None]
    assert {known[0].number, known[-1].number} <= set(numbers)
    for at, box in enumerate(boxes):
        assert box.left >= -0.01
        assert box.right <= width + 0.01
        assert box.top <= height + 0.01
        assert not any(box.meets(other) for other in boxes[:at])
        for mark in sheet.marks:
            if isinstance(mark, Stroke) and mark.key:
                corners = [tuple(corner) for corner in mark.path.vertices]
                assert not any(_crosses(box, *piece) for piece in pairwise(corners))


def _crosses(box, start, end) -> bool:
    """Whether a piece of the line, or what is below it, comes into a box."""
    left, right = max(box.left, start[0]), min(box.right, end[0])
    if left >= right:
        return False
    rise = (end[1] - start[1]) / (end[0] - start[0])
    return max(start[1] + rise * (x - start[0]) for x in (left, right)) > box.bottom


@pytest.mark.parametrize("purpose", ["office", "press"])
def test_other_covers_are_printed_in_legal_inks(purpose):
    for content in (yearly(), summary(blocks=(ONE,))):
        publication, data = written("booklet", content, BOARD, purpose=purpose)
        assert not publication.misfits
        assert all(judged.clean for judged in verify(data).judged)


@pytest.mark.parametrize(
    ("token", "size", "inks"),
    [
        ("accent", 22, ["accent", "on-band"]),
        ("accent", 80, ["accent", "accent"]),
        ("highlight", 22, ["highlight", "highlight"]),
    ],
)
def test_a_small_symbol_is_white_where_its_number_has_a_colour_for_large_text(token, size, inks):
    look = Look(Brand(BOARD), Paper(420, 595, 30, 30, 30))
    number = numeral_on_band(look, "81% [e]", Type("black", size, size), token, None)
    assert [number.inks[0], number.inks[-1]] == inks
