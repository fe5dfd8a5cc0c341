"""Trends: numbers that no line runs through, the report's year, and what changed until then."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import numpy
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import seen
from hscb_report import build
from hscb_report.brand import fonts
from hscb_report.brand.brand import Brand
from hscb_report.charts.line import line
from hscb_report.charts.line_numbers import Box, box_of
from hscb_report.charts.line_years import axis
from hscb_report.charts.marks import Area, Stroke, Words
from hscb_report.pdf.boxes import MM
from hscb_report.story.nodes import Chart
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.growth import growth
from hscb_report.summary.reading import Reader
from make import with_a_percentage, written
from pdf import opened, painted, structure, text_of
from test_layout_property import faults
from test_mistakes_relations import added

BOARD = Board(name="A board")
BRAND = Brand(BOARD)
CALLS = (
    "  calls: {label: Calls, source: summary, points: {2019: 8500, 2020: 8500, 2021: 12500, "
    "2022: 24000, 2023: 3100, 2024: 9900}}\n"
)
CARE = {"2014": 1265, "2015": 1333, "2016": 1305, "2017": 1440, "2018": 1594, "2019": 1664}


def summary(*series: dict, period: str = "2017-18", unit: str = "count") -> Summary:
    """A content with a trend of all series."""
    names = [f"series-{index}" for index in range(len(series))]
    made = {
        name: {"label": f"Series {index}", "unit": unit, "source": "s", "points": points}
        for index, (name, points) in enumerate(zip(names, series, strict=True))
    }
    return Summary.model_validate(
        {
            "board": "b",
            "title": "Summary",
            "period": period,
            "status": "final",
            "sources": {"s": {"title": "Yearly return", "publisher": "Somebody"}},
            "figures": {"one": {"value": 9, "label": "children", "period": period, "source": "s"}},
            "series": made,
            "sections": [{"heading": "Section", "blocks": [{"kind": "trend", "series": names}]}],
        }
    )


def chart(*series: dict, **more: str) -> Chart:
    """The chart of a content's trend."""
    return tell(Reader(summary(*series, **more)), BOARD).sections[0].blocks[0].node


def gap(symbol: str = "x") -> dict:
    return {"value": None, "symbol": symbol, "reason": "Lost."}


def bears(value: int, symbol: str) -> dict:
    return {"value": value, "symbol": symbol}


# Numbers, and the line


def test_no_line_of_a_trend_runs_through_a_number(sample):
    assert not added(sample, series=CALLS, block="{kind: trend, series: calls, width: half}")
    made = build("2024-25", content=sample, output=sample.parent / "out")[0].path.read_bytes()
    pages = seen.lines(made)
    page = next(n for n, lines in enumerate(pages) if any(one.words == "Calls" for one in lines))
    scale = 3
    picture = seen.pictures(seen.without_text(made), dpi=72 * scale, only=page)[0]
    looked_at = 0
    for one in pages[page]:
        if one.words in ("8,500", "12,500", "3,100", "9,900", "24,000"):
            right = one.left + 0.5 * one.size * len(one.words)
            rows = [len(picture) - round(y * scale) for y in (one.baseline + 6, one.baseline)]
            columns = [round(x * scale) for x in (one.left, right)]
            behind = picture[rows[0] : rows[1], columns[0] : columns[1]]
            assert not (numpy.asarray(behind).sum(axis=2) < 380).any(), one
            looked_at += 1
    assert looked_at >= 5


def test_the_highest_and_the_lowest_point_of_a_trend_bear_their_numbers(sample):
    assert not added(sample, series=CALLS, block="{kind: trend, series: calls, width: half}")
    made = build("2024-25", content=sample, output=sample.parent / "out")[0].path.read_bytes()
    page = next(p for p in seen.lines(made) if any(one.words == "Calls" for one in p))
    assert {"24,000", "3,100"} <= {one.words for one in page}


values = st.lists(st.integers(0, 99_999), min_size=2, max_size=12)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(values, st.sampled_from([240, 302, 411, 510]), st.integers(0, 2))
def test_numbers_are_clear_of_the_line_and_of_one_another(numbers, width, ahead):
    years = {str(2018 - len(numbers) + ahead + i + 1): v for i, v in enumerate(numbers)}
    lines = chart(years).lines
    sheet = line(lines, width, 182, BRAND)
    texts = [mark for mark in sheet.marks if isinstance(mark, Words)]
    boxes = [_box(mark) for mark in texts]
    for one in boxes:
        assert -0.1 <= one.left <= one.right <= width + 0.1
        assert one.top <= sheet.height + 0.1
    for index, one in enumerate(boxes):
        assert not any(one.meets(other) for other in boxes[index + 1 :]), texts[index].text
    strokes = [m for m in sheet.marks if isinstance(m, Stroke) and m.key in ("series", "after")]
    for stroke in strokes:
        for start, end in zip(stroke.path.vertices, stroke.path.vertices[1:], strict=False):
            for one, text in zip(boxes, texts, strict=True):
                assert not one.is_crossed(tuple(start), tuple(end)), text.text


def _box(mark: Words) -> Box:
    left = mark.x - fonts.width(mark.text, mark.style) / 2 if mark.centred else mark.x
    return box_of(mark.text, left, mark.y, mark.style)


@pytest.mark.parametrize("fold", ["roll", "half"])
@pytest.mark.parametrize("count", [5, 12])
def test_a_trend_on_a_panel_is_readable(count, fold):
    points = {f"{2018 - count + i}-{(19 - count + i) % 100:02}": 900 + 37 * i for i in range(count)}
    content = summary(points)
    shown = content.model_dump(exclude_unset=True) | {"leaflet": {"inside": [["Section"]]}}
    _, data = written("leaflet", Summary.model_validate(shown), BOARD, fold=fold)
    assert faults(data) == []
    sizes = [one.size for page in seen.lines(data) for one in page]
    assert min(sizes) >= 9
    told = " ".join(" ".join(text_of(data)).split())
    assert "900" in told
    assert f"{900 + 37 * (count - 1):,}" in told
    assert "2017-18" in told


# Which years are named, and which numbers are shown


def shown(sheet) -> tuple[dict[str, float], dict[str, float]]:
    """The named years and the numbers of a chart, each with the middle of its text."""
    texts = [mark for mark in sheet.marks if isinstance(mark, Words)]
    years = {mark.text: mark.x for mark in texts if mark.centred}
    numbers = {mark.text: mark.x for mark in texts if not mark.centred}
    return years, numbers


@settings(max_examples=80, deadline=None, derandomize=True)
@given(
    st.lists(st.integers(0, 99_999), min_size=2, max_size=16, unique=True),
    st.sampled_from([170, 205, 240, 302, 510]),
    st.integers(0, 3),
    st.integers(0, 15),
)
def test_years_are_named_in_equal_steps_and_no_number_without_its_year(
    numbers, width, ahead, revised
):
    count = len(numbers)
    ahead = min(ahead, count - 1)
    names = [str(2018 - count + ahead + i + 1) for i in range(count)]
    points = dict(zip(names, numbers, strict=True))
    at = revised % count
    points[names[at]] = bears(numbers[at], "r")
    lines = chart(points).lines
    now = lines[0].now
    years, texts = shown(line(lines, width, 182, BRAND))
    named = [names.index(year) for year in years]
    steps = {after - before for before, after in pairwise(sorted(named))}
    highest, lowest = numbers.index(max(numbers)), numbers.index(min(numbers))
    if len(steps) > 1:
        assert set(named) <= {0, now, highest, lowest, count - 1}
    assert now in named
    for index, number in enumerate(numbers):
        if f"{number:,}" in texts:
            assert index in named, (number, years)


@pytest.mark.parametrize(
    ("count", "width", "named"),
    [
        (8, 240, range(2011, 2019)),
        (8, 200, [2011, 2018]),
        (9, 200, [2010, 2012, 2014, 2016, 2018]),
        (10, 240, [2009, 2012, 2015, 2018]),
        (13, 240, [2006, 2008, 2010, 2012, 2014, 2016, 2018]),
    ],
)
def test_years_that_have_no_room_leave_equal_steps(count, width, named):
    points = {str(2018 - count + i + 1): 1265 + 40 * i for i in range(count)}
    years, numbers = shown(line(chart(points).lines, width, 120, BRAND))
    assert [int(year) for year in years] == list(named)
    assert {"1,265", f"{1265 + 40 * (count - 1):,}"} <= set(numbers)


def test_a_revised_number_is_not_the_one_that_is_left_out():
    points = {"2014": 1265, "2015": bears(1333, "r"), "2016": 1305, "2017": 1440, "2018": 1594}
    for width in (150, 170, 190, 210, 230):
        _, numbers = shown(line(chart(points).lines, width, 120, BRAND))
        assert {"1,333", "[r]"} <= set(numbers), width


def test_a_symbol_is_raised_and_smaller_but_legible():
    points = {"2015": bears(1333, "r"), "2016": 1305, "2017": bears(1440, "p"), "2018": 1594}
    content = with_a_percentage(summary(points, {"2015": 5, "2018": bears(7, "p")}))
    for edition, least in (("board", 10), ("large-print", 16), ("leaflet", 9)):
        shown_as = content.model_dump(exclude_unset=True)
        for series in (["series-0"], ["series-0", "series-1"]):
            shown_as["sections"][0]["blocks"][0]["series"] = series
            made = Summary.model_validate(shown_as)
            fold = "roll" if edition == "leaflet" else ""
            _, data = written(edition, made, BOARD, fold=fold)
            lines = [one for page in seen.lines(data) for one in page]
            symbols = [i for i, one in enumerate(lines) if one.words in ("[r]", "[p]")]
            assert symbols
            for index in symbols:
                number, symbol = lines[index - 1], lines[index]
                assert symbol.baseline > number.baseline + 2
                assert least - 0.05 <= symbol.size <= number.size


@pytest.mark.parametrize("width", [240, 510])
def test_several_series_bear_their_first_numbers(width):
    lines = chart({"2014": 553, "2018": 628}, {"2014": 428, "2018": 485}).lines
    texts = [mark for mark in line(lines, width, 182, BRAND).marks if isinstance(mark, Words)]
    upper = next(mark for mark in texts if mark.text == "553")
    lower = next(mark for mark in texts if mark.text == "428")
    assert upper.ink != lower.ink
    assert upper.y > lower.y


@settings(max_examples=80, deadline=None, derandomize=True)
@given(values, values, st.sampled_from([240, 302, 510]))
def test_first_numbers_of_several_series_are_clear_of_all_lines(one, other, width):
    series = [{str(2010 + i): v for i, v in enumerate(numbers)} for numbers in (one, other)]
    sheet = line(chart(*series, period="2024-25").lines, width, 182, BRAND)
    boxes = [_box(mark) for mark in sheet.marks if isinstance(mark, Words)]
    for index, box in enumerate(boxes):
        assert -0.1 <= box.left <= box.right <= width + 0.1
        assert not any(box.meets(another) for another in boxes[index + 1 :])
    for stroke in (m for m in sheet.marks if isinstance(m, Stroke) and m.key == "series"):
        for start, end in pairwise(stroke.path.vertices):
            assert not any(box.is_crossed(tuple(start), tuple(end)) for box in boxes)


@pytest.mark.parametrize("width", [240, 510])
def test_each_of_several_lines_has_points_of_its_own_shape_also_at_its_name(width):
    """Colour alone never says which line is which, with the names below the years or at the ends,
    nor which points are of years after the report's.
    """
    series = [{"2017": 50 + 9 * i, "2018": 60 + 9 * i, "2019": 70 + 9 * i} for i in range(4)]
    marks = line(chart(*series).lines, width, 300, BRAND).marks
    at_names = {m.ink: _shape(m) for m in marks if isinstance(m, Area) and not m.key}
    for i in range(4):
        of_years = [m for m in marks if getattr(m, "key", "").startswith(f"series-{i}-")]
        assert {_shape(one) for one in of_years} == {at_names[of_years[0].ink]}
        assert [type(one) for one in of_years] == [Area, Area, Stroke]
    assert len(set(at_names.values())) == 4


def _shape(mark: Area | Stroke) -> tuple[float, ...]:
    """Its outline, wherever it stands and whatever its size."""
    box = mark.path.get_extents()
    scaled = (mark.path.vertices - [box.x0, box.y0]) / [box.width, box.height]
    return tuple(abs(scaled.round(2)).flatten())


# The report's year, and what is after it


@pytest.mark.parametrize(
    ("period", "points", "after"),
    [
        ("2017-18", CARE, ["2019"]),
        ("2018-19", CARE, []),
        ("2016", CARE, ["2017", "2018", "2019"]),
        ("2017-18", {"2016-17": 5, "2017-18": 6, "2018-19": 7}, ["2018-19"]),
        ("2017-18", {"2015": 5, "2016": 6}, []),
        ("2017-18", {"2019": 5, "2020": 6}, ["2019", "2020"]),
        ("2017-18", {"Spring 2018": 5, "Summer 2019": 6}, []),
        ("2017-18", {"2018": 5, "2019": gap(), "2020": 6}, ["2020"]),
    ],
)
def test_points_are_hollow_after_the_reports_year_alone(period, points, after):
    lines = chart(points, period=period).lines
    sheet = line(lines, 500, 182, BRAND)
    hollow = {m.key for m in sheet.marks if isinstance(m, Stroke) and m.key.startswith("series-")}
    filled = {m.key for m in sheet.marks if isinstance(m, Area) and m.key}
    assert hollow == {f"series-0-{year}" for year in after}
    known = {year for year, value in points.items() if not isinstance(value, dict)}
    assert filled == {f"series-0-{year}" for year in known - set(after)}
    told = chart(points, period=period)
    assert any("(hollow)" in note for note in told.notes) == bool(after)
    assert ("(hollow)" in told.description.alt) == bool(after)
    assert all(year in told.notes[-1] for year in after)


def test_the_written_page_has_the_hollow_point_and_its_dashes():
    for period, dashes, hollow in (("2017-18", 1, 1), ("2018-19", 0, 0)):
        _, data = written("board", summary(CARE, period=period), BOARD)
        assert _dashed(opened(data).pages) == dashes
        assert ("2019 (hollow) is after this report" in " ".join(text_of(data))) == bool(hollow)


def _dashed(pages) -> int:
    """How many strokes are dashed."""
    return sum(
        str(operator) == "d" and len(operands[0]) > 0
        for page in pages
        for operands, operator in pikepdf.parse_content_stream(page)
    )


def test_the_ground_ends_at_the_reports_year():
    sheet = line(chart(CARE).lines, 500, 182, BRAND)
    (ground,) = [m for m in sheet.marks if isinstance(m, Area) and m.ink == "tint"]
    dots = {m.key: m.path.get_extents() for m in sheet.marks if isinstance(m, Area) and m.key}
    middle = (dots["series-0-2018"].x0 + dots["series-0-2018"].x1) / 2
    assert ground.path.get_extents().x1 == pytest.approx(middle)


def test_the_plot_is_45_mm_high_on_a4():
    content = with_a_percentage(summary(CARE, period="2018-19"))
    _, data = written("board", content, BOARD)
    tints = [
        shape.box
        for content in painted(data)
        for shape in content.shapes
        if shape.box[2] - shape.box[0] > 300 and 60 < shape.box[3] - shape.box[1] < 220
    ]
    assert max(box[3] - box[1] for box in tints) >= 45 * MM


# What changed


@pytest.mark.parametrize(
    ("before", "now", "unit", "said"),
    [
        (1265, 1594, "count", "329 more than in 2014: up 26%"),
        (1594, 1265, "count", "329 fewer than in 2014: down 21%"),
        (5, 5, "count", "The same as in 2014"),
        (0, 7, "count", "7 more than in 2014"),
        (1000, 1001, "count", "1 more than in 2014: up less than 1%"),
        (10, 35, "count", "25 more than in 2014: up 250%"),
        (61, 65, "percent", "4 percentage points higher than in 2014"),
        (Decimal("61.5"), Decimal("60.5"), "percent", "1 percentage point lower than in 2014"),
        (100, 250, "pounds", "£150 more than in 2014"),
    ],
)
def test_a_change_in_words(before, now, unit, said):
    assert growth(before, now, unit, "2014") == said


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (CARE, "329 more than in 2014: up 26%"),
        (CARE | {"2015": bears(1333, "r")}, "329 more than in 2014: up 26%"),
        (CARE | {"2016": gap()}, "329 more than in 2014: up 26%"),
        (CARE | {"2019": gap()}, "329 more than in 2014: up 26%"),
        (CARE | {"2014": gap()}, ""),
        (CARE | {"2018": gap()}, ""),
        (CARE | {"2016": bears(1305, "b")}, ""),
        (CARE | {"2018": bears(1594, "p")}, ""),
        (CARE | {"2014": bears(1265, "r")}, ""),
        ({"2018": 5, "2019": 9}, ""),
    ],
)
def test_a_change_is_said_where_both_ends_can_be_compared(points, said):
    told = chart(points)
    assert told.lines[0].change == said
    assert (said in told.description.alt) if said else ("than in" not in told.description.alt)
    _, data = written("board", summary(points), BOARD)
    text = " ".join(" ".join(text_of(data)).split())
    assert text.count("than in 2014") == (1 if said else 0)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(values, st.sampled_from([240, 302, 510]))
def test_a_change_is_drawn_on_its_ground_alone(numbers, width):
    years = {str(2019 - len(numbers) + i): v for i, v in enumerate(numbers)}
    sheet = line(chart(years).lines, width, 182, BRAND)
    for mark in sheet.marks:
        if isinstance(mark, Words) and "in 20" in mark.text:
            (ground,) = [m for m in sheet.marks if isinstance(m, Area) and m.ink == "tint"]
            box = _box(mark)
            for x, y in [(box.left, box.top), (box.right, box.top), (box.right, box.bottom)]:
                assert ground.path.contains_point((x, y)), mark.text


QUARTERS = {"Q3 2016-17": 9, "Q4 2016-17": 120, "Q3 2017-18": 90, "Q4 2017-18": 100}


def test_quarters_stand_in_their_time_and_are_compared_with_the_same_quarter():
    (one,) = chart(QUARTERS | {"Q1 2018-19": 80, "2018-19 Q2": 85}).lines
    assert (one.ahead, one.points[one.now].when) == (2, "Q4 2017-18")
    assert one.change == "20 fewer than in Q4 2016-17: down 17%"
    years, at = axis([list(QUARTERS)])
    assert (years, list(at.values())) == (list(QUARTERS), [0, 1, 4, 5])
    assert chart({"Q3 2016-17": 9, "Q4 2017-18": 100}).lines[0].change == ""


def test_several_series_that_are_equal_are_told():
    told = chart({"2016": 5, "2017": 6, "2018": 7}, {"2016": 5, "2017": 9, "2018": 7})
    said = "Series 0 and Series 1 are equal in 2016 and 2018: their points lie on one another."
    assert said in told.notes
    assert not any("equal" in note for note in chart({"2016": 5, "2018": 7}, CARE).notes)


def test_the_alternative_text_says_change_and_years_after():
    _, data = written("board", summary(CARE), BOARD)
    alt = next(text for text in structure(data) if "Line chart" in text)
    assert "2019, 1,664. 329 more than in 2014: up 26%. 2019 (hollow) is after" in alt
