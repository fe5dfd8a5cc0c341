"""Covers where no numbers stand within one another: a series as a shape, or one large number."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from covers import BOARD, FOLD, FUNNEL, ONE, RISING, TEXT, TREND, summary, yearly
from hscb_report.brand.brand import Brand
from hscb_report.charts import curve
from hscb_report.charts.line_numbers import box_of
from hscb_report.charts.marks import Stroke, Words
from hscb_report.preflight.verify import verify
from hscb_report.story.tell import tell
from hscb_report.story.unnested import Curve
from hscb_report.summary.reading import Reader
from make import written
from pdf import painted, structure, text_of
from test_layout_property import faults

EDITIONS = ["board", "large-print", "booklet", "leaflet"]
TWO = {"kind": "statistics", "items": ["all", "some"]}


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
