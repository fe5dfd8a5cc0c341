"""Unit fields: each mark is counted, is large enough for a press, and falls back by rule."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import seen
from conftest import ROOT
from counted import marks
from hscb_report.brand import fonts, icons
from hscb_report.brand.brand import Brand
from hscb_report.brand.typography import LEAFLET, LEAFLET_ZOOM, SCALE, Type
from hscb_report.charts.grid import LEAST_GAP, LEAST_MARK, abreast, stacked
from hscb_report.page import compared as page_compared
from hscb_report.page import fields as page_fields
from hscb_report.page.chart import chart
from hscb_report.page.look import A4, Look
from hscb_report.page.spot import Misfits, Spot
from hscb_report.pdf.boxes import MM
from hscb_report.pdf.structure import Element
from hscb_report.preflight.verify import verify
from hscb_report.story.fields import MOST
from hscb_report.story.tell import tell
from hscb_report.summary.board import Board
from hscb_report.summary.document import Summary
from hscb_report.summary.load import load
from hscb_report.summary.reading import Reader
from hscb_report.words.table import EN_GB
from make import written
from pdf import painted, structure, text_of
from test_layout_property import faults

BOARD = Board(name="A board")


def summary(
    *charts: tuple[int | None, ...],
    nested: bool = True,
    unit: str = "count",
    text: str = "Words.",
    subtitle: str | None = None,
) -> Summary:
    """A content with a chart in each section: a whole and its part, or numbers side by side. A text
    beside each keeps it off the cover.
    """
    figures, sections = {}, []
    for index, numbers in enumerate(charts):
        names = [f"f{index}-{i}" for i in range(len(numbers))]
        for i, (name, value) in enumerate(zip(names, numbers, strict=True)):
            gap = {"symbol": "x", "reason": "To come."} if value is None else {}
            part = {"part_of": names[0]} if nested and i else {}
            figures[name] = {"value": value, "label": f"children {i}", "noun": "children"}
            figures[name] |= {"period": "2017-18", "source": "s", "unit": unit} | gap | part
        block = (
            {"kind": "part", "figure": names[1]} if nested else {"kind": "compare", "items": names}
        )
        told = {"heading": f"Section {index}", "subtitle": subtitle}
        sections.append({**told, "blocks": [block, {"kind": "text", "text": text}]})
    return Summary.model_validate(
        {
            "board": "b",
            "title": "Summary",
            "period": "2017-18",
            "status": "final",
            "sources": {"s": {"title": "Yearly return", "publisher": "Somebody"}},
            "figures": figures,
            "sections": sections,
        }
    )


def unit_of(total: int) -> int:
    """The smallest of 1, 10, 100 ... that gives no more marks than there may be."""
    return next(10**power for power in range(20) if total <= 10**power * MOST)


def half_up(value: int, unit: int) -> int:
    return int(value / unit + 0.5)


pair = st.integers(1, 10**8).flatmap(lambda whole: st.tuples(st.just(whole), st.integers(0, whole)))
small_pair = st.integers(1, 1600).flatmap(
    lambda whole: st.tuples(st.just(whole), st.integers(0, whole))
)


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.lists(st.one_of(pair, small_pair), min_size=4, max_size=4))
def test_the_marks_of_a_part_and_its_whole_are_counted_out(pairs):
    _, data = written("board", summary(*pairs), BOARD)
    expected: Counter = Counter()
    for whole, part in pairs:
        unit = unit_of(whole)
        inside, rest = half_up(part, unit), half_up(whole, unit) - half_up(part, unit)
        if (part and not inside) or (whole > part and not rest):
            continue  # a ring
        expected.update((unit > 1, count) for count in (inside, rest) if count)
    cover = {(one.dots, one.count) for one in marks(data) if one.page == 0}
    seen = Counter((one.dots, one.count) for one in marks(data))
    assert all(seen[one] >= count for one, count in expected.items())
    assert set(seen) - set(expected) <= cover


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    st.lists(
        st.lists(st.one_of(st.integers(0, 900), st.integers(0, 10**7)), min_size=2, max_size=4),
        min_size=3,
        max_size=3,
    )
)
def test_the_marks_of_numbers_side_by_side_are_counted_out(lists):
    _, data = written("board", summary(*lists, nested=False), BOARD)
    expected: Counter = Counter()
    for numbers in lists:
        unit = 1
        while sum(half_up(number, unit) for number in numbers) > MOST:
            unit *= 10
        counts = [half_up(number, unit) for number in numbers]
        if any(number and not count for number, count in zip(numbers, counts, strict=True)):
            continue  # circles
        expected.update((unit > 1, count) for count in counts if count)
    assert Counter((one.dots, one.count) for one in marks(data)) == expected


MANY = ((1294, 950), (5, 3), (1500, 12), (1501, 1490), (12345678, 9345678))


@pytest.mark.parametrize(
    ("edition", "purpose", "fold"),
    [
        ("board", "screen", ""),
        ("board", "office", ""),
        ("large-print", "screen", ""),
        ("booklet", "screen", ""),
        ("booklet", "press", ""),
        ("leaflet", "screen", "roll"),
        ("leaflet", "press", "roll"),
        ("leaflet", "screen", "half"),
    ],
)
def test_marks_are_as_large_and_as_far_apart_as_a_press_needs(edition, purpose, fold):
    for content in (
        summary(*MANY),
        summary((8376, 87), (87, 8376), (604, 288, 45), (3, 2, 1), nested=False),
    ):
        _, data = written(edition, content, BOARD, purpose, fold)
        assert faults(data) == []
        assert all(judged.clean for judged in verify(data).judged)
        drawn = [one for one in marks(data) if one.page > 0 or one.gap is None or one.gap > 0.2]
        assert len(drawn) >= 5
        for one in drawn:
            assert one.side >= 0.9 - 0.005, one
            assert one.gap is None or one.gap >= 0.4 - 0.005, one


@pytest.mark.parametrize(
    ("numbers", "counts", "each"),
    [
        ((1294, 950), (1294, 950), "Each square stands for one of the children."),
        ((1500, 12), (1500, 12), "Each square stands for one of the children."),
        ((1501, 12), (150, 1), "Each dot stands for 10 children."),
        ((77602, 2528), (776, 25), "Each dot stands for 100 children."),
        ((77602, 50), (776, 1), "Each dot stands for 100 children."),
        ((77602, 49), None, ""),
        ((77602, 77560), None, ""),
        ((77602, 77500), (776, 775), "Each dot stands for 100 children."),
        ((604, 604), (604, 604), "Each square stands for one of the children."),
        ((604, 0), (604, 0), "Each square stands for one of the children."),
        ((604, None), None, ""),
        ((None, 288), None, ""),
        ((0, 0), None, ""),
    ],
)
def test_what_a_mark_of_a_part_stands_for(numbers, counts, each):
    field = tell(Reader(summary(numbers)), BOARD).sections[0].blocks[0].node.field
    assert (field and field.counts, field.each if field else "") == (counts, each)


@pytest.mark.parametrize(
    ("numbers", "counts", "each"),
    [
        ((8376, 87), (838, 9), "Each dot stands for 10 children."),
        ((750, 750), (750, 750), "Each square stands for one of the children."),
        ((751, 750), (75, 75), "Each dot stands for 10 children."),
        ((9000, 5), (900, 1), "Each dot stands for 10 children."),
        ((9000, 4), None, ""),
        ((9000, 0), (900, 0), "Each dot stands for 10 children."),
        ((0, 0), None, ""),
        ((9000, None), None, ""),
    ],
)
def test_what_a_mark_of_numbers_side_by_side_stands_for(numbers, counts, each):
    field = tell(Reader(summary(numbers, nested=False)), BOARD).sections[0].blocks[0].node.field
    assert (field and field.counts, field.each if field else "") == (counts, each)


def test_what_is_no_count_is_no_field():
    content = summary((8376, 87), nested=False, unit="pounds")
    assert tell(Reader(content), BOARD).sections[0].blocks[0].node.field is None


def test_the_least_room_of_a_field():
    """At zoom 1 a hundred columns of the least marks and gaps, and a hair less."""
    step = LEAST_MARK + LEAST_GAP
    assert abreast([1000], 100 * step, 10 * step, 1.0)
    assert abreast([1000], 99 * step, 10 * step, 1.0) is None
    assert stacked([600, 400], 100 * step, 10 * step, 1.0)
    assert stacked([600, 400], 99 * step, 10 * step, 1.0) is None
    assert abreast([1000], 100 * step, 10 * step, 0.9) is None, "it is drawn smaller"


@pytest.mark.parametrize("zoom", [1.0, LEAFLET_ZOOM])
def test_a_place_too_narrow_has_a_ring_or_circles(zoom):
    paper = A4 if zoom == 1 else A4.zoomed(zoom)
    look = Look(Brand(BOARD), paper, LEAFLET)
    for content, made in (
        (summary((1294, 950)), page_fields.part),
        (summary((8376, 87), nested=False), page_compared.compare),
    ):
        node = tell(Reader(content), BOARD).sections[0].blocks[0].node
        width = 60.0 * MM / zoom
        assert made(node, look, Element("Sect"), width) is not None
        assert made(node, look, Element("Sect"), 20.0 * MM / zoom) is None


def test_a_full_panel_has_the_lower_form_and_loses_nothing():
    """The leaflet of 2017-18 on the panels of a roll fold, and on the fewer ones of a half fold."""
    loaded = load("2017-18", ROOT / "content", icons.names())
    for fold, is_field in (("roll", True), ("half", False)):
        _, data = written("leaflet", loaded.summary, loaded.board, fold=fold)
        alts = [line.strip() for line in structure(data) if line.strip().startswith("Figure alt")]
        assert any("Field of squares" in alt for alt in alts) is is_field
        assert any("Ring chart" in alt for alt in alts) is not is_field
        assert "950" in " ".join(text_of(data))


def test_the_alternative_text_says_unit_and_counts():
    for numbers, nested, told in (
        (
            (1294, 950),
            True,
            "Field of squares. 73% of children: 950 of 1,294.",
        ),
        (
            (8376, 5),
            False,
            "Field of dots. Each dot stands for 10 children. Children 0: 8,376, 838 dots; "
            "Children 1: 5, 1 dot.",
        ),
    ):
        _, data = written("board", summary(numbers, (4, 3), nested=nested), BOARD)
        assert any(told in line for line in structure(data))


def test_what_would_be_higher_than_a_page_has_a_ring():
    node = tell(Reader(summary((1294, 950))), BOARD).sections[0].blocks[0].node
    for height, alt in ((297.0, "Field of squares"), (100.0, "Ring chart")):
        section, look = Element("Sect"), Look(Brand(BOARD), replace(A4, height=height * MM))
        chart(node, look, Spot(Misfits()), section, A4.measure)
        (figure,) = [one for one in section.children if one.role == "Figure"]
        assert figure.alt.startswith(alt)


def is_torn(subtitle: str) -> bool:
    """Whether a word or two of the unit would stand alone on a line below it."""
    lines = fonts.wrap(
        f"{subtitle}. Each square stands for one of the children.", SCALE["subtitle"], A4.measure
    )
    return len(lines[-1].split()) < 3


def test_the_unit_is_said_once_in_the_subtitle_or_above_the_marks():
    torn = next(words for n in range(40) if is_torn(words := "a plan " * n + "now"))
    for subtitle, lines in (
        ("Children on a plan", ["Children on a plan. Each square stands for one of the children."]),
        (None, ["Each square stands for one of the children."]),
        (torn, ["Each square stands for one of the children."]),
    ):
        _, data = written("board", summary((1294, 950), subtitle=subtitle), BOARD)
        said = [line.strip() for line in structure(data) if "Each square" in line]
        said = [line for line in said if not line.startswith("Figure")]
        assert [line.partition(": ")[2] for line in said] == lines


def test_the_unit_is_said_where_a_section_goes_on_under_another_panel():
    content = summary((1294, 950), subtitle="Children").model_dump(exclude_unset=True)
    content["sections"][0]["blocks"].insert(0, {"kind": "note", "text": "A note."})
    content["leaflet"] = {
        "inside": [
            [{"section": "Section 0", "blocks": [1]}],
            [{"section": "Section 0", "blocks": [2]}],
        ]
    }
    _, data = written("leaflet", Summary.model_validate(content), BOARD, fold="roll")
    said = [text for text in structure(data) if "Each square" in text and "Figure" not in text]
    assert len(said) == 1


def test_numbers_side_by_side_state_no_ratio():
    _, data = written("board", summary((604, 288), (3, 2), nested=False), BOARD)
    assert "%" not in " ".join(text_of(data)[:1])


def test_fields_take_few_bytes():
    few, many = (
        len(written("board", summary((whole, part)), BOARD)[1])
        for whole, part in ((9, 3), (1500, 750))
    )
    assert many - few < 12_000


# What stands near


@pytest.mark.parametrize("edition", ["board", "large-print", "leaflet"])
@pytest.mark.parametrize("nested", [True, False])
def test_words_that_lead_to_a_number_keep_clear_of_marks_and_of_the_number(edition, nested):
    made = summary((604, 288), nested=nested).model_dump(exclude_unset=True)
    made["figures"]["f0-1"]["lead"] = "of which"
    fold = "roll" if edition == "leaflet" else ""
    _, data = written(edition, Summary.model_validate(made), BOARD, fold=fold)
    page, lead, number = next(
        (n, one, after)
        for n, lines in enumerate(seen.lines(data))
        for one, after in pairwise(lines)
        if one.words == "of which" and after.words == "288" and after.size > one.size
    )
    assert lead.baseline - DESCENT * lead.size - number.baseline - CAPITAL * number.size >= 4
    shapes = [
        shape.box
        for shape in painted(data)[page].shapes
        if shape.box[0] < lead.left + 20 < shape.box[2] and shape.box[1] > lead.baseline
    ]
    assert min(box[1] for box in shapes) - lead.baseline - CAPITAL * lead.size >= 6


def test_words_that_lead_to_a_number_do_not_move_it_from_its_neighbours():
    made = summary((604, 288), (604, 113)).model_dump(exclude_unset=True)
    made["figures"]["f0-1"]["lead"] = "of which"
    parts = [{"kind": "part", "figure": f"f{i}-1", "width": "half"} for i in (0, 1)]
    made["sections"][0]["blocks"] = [{"kind": "text", "text": "Words."}, *parts]
    _, data = written("board", Summary.model_validate(made), BOARD)
    found = [
        (number, one.words, one.baseline)
        for number, page in enumerate(seen.lines(data))
        for one in page
        if one.words in ("288", "113") and one.size > 20
    ]
    (led,) = (one for one in found if one[1] == "288")
    beside = [one[2] for one in found if one[:2] == (led[0], "113")]
    assert any(level == pytest.approx(led[2], abs=0.1) for level in beside), found


DESCENT, CAPITAL = 0.2, 0.66
"""Of a line of text, as shares of its size."""


def test_numbers_of_bars_and_trends_keep_clear_of_the_block_beside_them():
    points = {str(year): 240 + year for year in range(2014, 2019)}
    made = summary((1294, 950)).model_dump(exclude_unset=True)
    made["series"] = {"s": {"label": "Care", "source": "s", "points": points}}
    bars = {"kind": "bars", "figures": ["f0-0", "f0-1"], "title": "Plans", "width": "half"}
    trend = {"kind": "trend", "series": ["s"], "width": "half"}
    for blocks in ([bars, trend], [trend, bars]):
        made["sections"][0]["blocks"] = blocks
        _, data = written("board", Summary.model_validate(made), BOARD)
        lines = [one for one in seen.lines(data)[0] if one.words in NEIGHBOURS]
        assert len(lines) >= 4
        middle = A4.width / 2
        left = [one for one in lines if one.left < middle]
        edge = max(one.left + fonts.width(one.words, Type("bold", one.size, 1)) for one in left)
        assert A4.side + A4.span(6) - edge >= 11


NEIGHBOURS = {"1,294", "950", "2,254", "2,258"}


@pytest.mark.parametrize(
    ("unit", "noun", "said"),
    [
        (1, "", "Each square stands for one of those counted."),
        (1, "plans", "Each square stands for one of the plans."),
        (1, "all plans", "Each square stands for one of all plans."),
        (10, "all plans", "Each dot stands for 10 of all plans."),
        (10, "", "Each dot stands for 10."),
    ],
)
def test_what_is_counted_is_said_where_the_content_knows_it(unit, noun, said):
    assert EN_GB.charts.each(unit=unit, noun=noun) == said
